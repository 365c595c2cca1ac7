//! A table of records: one lab per row, or per column when it stands on its side.
//!
//! What the table is was understood without the codebook; here it is told from a fiche, by its questions and by what
//! stands below them. [`Reader`] then gives its questions their ids, its answers their options, and every cell its fate.

use std::collections::BTreeSet;

use super::question_match::{self, Asked};
use super::record_reader::Reader;
use super::{Layout, SheetReading, TableReading};
use crate::codebook::{Codebook, Kind};
use crate::ingest::fates::Fates;
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::limits::MOST_COLUMNS;
use crate::ingest::mapping::{self, Mapped, SheetMapping};
use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::table::{self, Table};
use crate::model::CellRef;

/// One lab per row.
#[derive(Debug)]
pub(super) struct Records;

/// One lab per column.
#[derive(Debug)]
pub(super) struct Turned;

/// Most cells of a sheet that is turned.
const MOST_TURNED: usize = 200_000;

impl Layout for Records {
    fn score(&self, sheet: &Sheet, codebook: &Codebook) -> usize {
        let Some(table) = table::understand(sheet) else { return 0 };
        let asked = question_match::ask(sheet, &table, codebook);
        let known = question_match::known(&asked, codebook);
        // A fiche has labels down its rows, a table in its header alone.
        let below = labels_below(sheet, &table, codebook);
        if known >= 2 && below < known { known + 1 } else { 0 }
    }

    fn read(&self, sheet: &Sheet, codebook: &Codebook) -> SheetReading {
        let Some(table) = table::understand(sheet) else { return SheetReading::default() };
        Reader::new(sheet, &table, codebook).read()
    }
}

impl Layout for Turned {
    fn score(&self, sheet: &Sheet, codebook: &Codebook) -> usize {
        let lowest = sheet.row_numbers().next_back().unwrap_or_default();
        if sheet.len() > MOST_TURNED || lowest >= MOST_COLUMNS {
            return 0;
        }
        let turned = turn(sheet);
        let Some(table) = table::understand(&turned) else { return 0 };
        let asked = question_match::ask(&turned, &table, codebook);
        let known = question_match::known(&asked, codebook);
        // With one column that names its académie it is a fiche.
        let several = naming(&turned, &table, (&asked, codebook)) > 1;
        let below = labels_below(&turned, &table, codebook);
        if several && known >= 2 && below < known { known + 1 } else { 0 }
    }

    fn read(&self, sheet: &Sheet, codebook: &Codebook) -> SheetReading {
        let turned = turn(sheet);
        let Some(table) = table::understand(&turned) else { return SheetReading::default() };
        turn_back(Reader::new(&turned, &table, codebook).read(), &turned, sheet)
    }
}

/// How many records name their académie.
fn naming(sheet: &Sheet, table: &Table, (asked, codebook): (&[Asked], &Codebook)) -> usize {
    let academy = codebook.questionnaire.of_kind(Kind::Academy).next().map(|question| &question.id);
    let names = |asked: &Asked| asked.id.is_some() && asked.id.as_ref() == academy;
    let questions = table.questions.iter().zip(asked).filter(|(_, asked)| names(asked));
    let columns = questions.flat_map(|(question, _)| &question.columns);
    let rows: BTreeSet<u32> =
        columns.flat_map(|column| sheet.column(column.index, 0)).map(|cell| cell.row).collect();
    table.records.iter().filter(|record| rows.contains(&record.row)).count()
}

/// What was read of a turned sheet, each cell where it stands on the sheet itself.
fn turn_back(mut reading: SheetReading, turned: &Sheet, sheet: &Sheet) -> SheetReading {
    for (cell, _) in &mut reading.remarks {
        *cell = turned_cell(*cell);
    }
    reading.table = reading.table.map(|TableReading { records, fates, mut people }| {
        let mut own = Fates::new(sheet.len());
        for (at, (cell, _)) in turned.cells().enumerate() {
            if let (Some((fate, reason)), Some(place)) =
                (fates.get(at), sheet.place(turned_cell(cell)))
            {
                let code = own.code(*fate, reason);
                own.set(place, code);
            }
        }
        for person in &mut people {
            person.cell = turned_cell(person.cell);
        }
        TableReading { records: records.turned(), fates: own, people }
    });
    reading
}

/// Reads a sheet as `mapping.toml` says; `None` when it is no table even so.
pub(super) fn read_mapped(
    sheet: &Sheet,
    mapping: &SheetMapping,
    codebook: &Codebook,
) -> Option<SheetReading> {
    let Mapped { table, questions } = mapping::apply(sheet, mapping)?;
    let mut asked = question_match::ask(sheet, &table, codebook);
    for (place, id) in questions {
        if let (Some(asked), Some(question)) = (asked.get_mut(place), table.questions.get(place)) {
            *asked = Asked::known(id, question, codebook);
        }
    }
    Some(Reader::asking(sheet, &table, (codebook, asked)).read())
}

/// The same with a lab per column; what is said of columns is then said of rows.
pub(super) fn read_turned(
    sheet: &Sheet,
    mapping: &SheetMapping,
    codebook: &Codebook,
) -> Option<SheetReading> {
    let turned = turn(sheet);
    Some(turn_back(read_mapped(&turned, mapping, codebook)?, &turned, sheet))
}

fn turned_cell(cell: CellRef) -> CellRef {
    CellRef::new(cell.column, cell.row)
}

fn turn(sheet: &Sheet) -> Sheet {
    let mut turned = SheetBuilder::new(&sheet.name, sheet.hidden);
    for (cell, value) in sheet.cells() {
        turned.put(turned_cell(cell), value.clone());
    }
    turned.finish()
}

/// Records looked at for labels.
const SAMPLE: usize = 60;

/// How many different questions are named among the first records.
fn labels_below(sheet: &Sheet, table: &Table, codebook: &Codebook) -> usize {
    let rows: BTreeSet<u32> = table.records.iter().take(SAMPLE).map(|record| record.row).collect();
    let last = rows.last().copied().unwrap_or_default();
    let mut found = BTreeSet::new();
    for (cell, value) in sheet.cells().take_while(|(cell, _)| cell.row <= last) {
        if let (true, Value::Text(text)) = (rows.contains(&cell.row), value)
            && text.len() < 300
        {
            found.extend(codebook.questionnaire.recognise(text));
        }
    }
    found.len()
}
