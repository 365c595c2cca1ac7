//! A table of records: one lab per row, or per column when it stands on its side.
//!
//! What the table is was understood without the codebook; here its questions are given their ids, its
//! answers their options, and every cell its fate. Ticked, not ticked and not shown stay three things:
//! the first answers, the others are ignored for different reasons.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::question_match::{self, Asked};
use super::{Layout, SheetReading};
use crate::codebook::{Codebook, Kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::accounting::{Fate, Reason};
use crate::ingest::answer::{Place, RawAnswer, RawPart, Response};
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::mapping::{self, Mapped, SheetMapping};
use crate::ingest::table::{
    self, ColumnKind, Order, Record, RecordState, Role, Separator, Table, TableQuestion, Tick,
};
use crate::model::{CellRef, QuestionId};

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
        let asked = question_match::ask(&table, codebook);
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
        if sheet.len() > MOST_TURNED {
            return 0;
        }
        let turned = turn(sheet);
        let Some(table) = table::understand(&turned) else { return 0 };
        let asked = question_match::ask(&table, codebook);
        let academy =
            codebook.questionnaire.of_kind(Kind::Academy).next().map(|question| &question.id);
        let named = asked.iter().any(|asked| asked.id.is_some() && asked.id.as_ref() == academy);
        let known = question_match::known(&asked, codebook);
        // With one column of answers it is a fiche.
        let below = labels_below(&turned, &table, codebook);
        if named && table.records.len() > 1 && known >= 2 && below < known { known + 1 } else { 0 }
    }

    fn read(&self, sheet: &Sheet, codebook: &Codebook) -> SheetReading {
        let turned = turn(sheet);
        let Some(table) = table::understand(&turned) else { return SheetReading::default() };
        let mut reading = Reader::new(&turned, &table, codebook).read();
        let fates = std::mem::take(&mut reading.fates);
        reading.fates = fates.into_iter().map(|(cell, fate)| (turned_cell(cell), fate)).collect();
        for (cell, _) in &mut reading.remarks {
            *cell = turned_cell(*cell);
        }
        for response in &mut reading.responses {
            if let Place::Row(row) = response.place {
                response.place = Place::Column(row);
            }
            let parts = response.answers.iter_mut().flat_map(|answer| &mut answer.parts);
            for part in parts.chain(&mut response.titles) {
                part.cell = turned_cell(part.cell);
            }
        }
        reading
    }
}

/// Reads a sheet as `mapping.toml` says; `None` when it is no table even so.
pub(super) fn read_mapped(
    sheet: &Sheet,
    mapping: &SheetMapping,
    codebook: &Codebook,
) -> Option<SheetReading> {
    let Mapped { table, questions } = mapping::apply(sheet, mapping)?;
    let mut asked = question_match::ask(&table, codebook);
    for (place, id) in questions {
        if let (Some(asked), Some(question)) = (asked.get_mut(place), table.questions.get(place)) {
            *asked = Asked::known(id, question, codebook);
        }
    }
    Some(Reader::asking(sheet, &table, (codebook, asked)).read())
}

fn turned_cell(cell: CellRef) -> CellRef {
    CellRef::new(cell.column, cell.row)
}

fn turn(sheet: &Sheet) -> Sheet {
    let mut turned = Sheet::new(&sheet.name, sheet.hidden);
    for (cell, value) in sheet.cells() {
        turned.put(turned_cell(cell), value.clone());
    }
    turned
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

/// Turns records into responses, giving each cell its fate.
struct Reader<'t> {
    sheet: &'t Sheet,
    table: &'t Table,
    codebook: &'t Codebook,
    asked: Vec<Asked>,
    separators: Vec<Option<Separator>>,
    known: Vec<BTreeSet<String>>,
    orders: Vec<Option<Order>>,
    reading: SheetReading,
}

impl<'t> Reader<'t> {
    fn new(sheet: &'t Sheet, table: &'t Table, codebook: &'t Codebook) -> Self {
        Self::asking(sheet, table, (codebook, question_match::ask(table, codebook)))
    }

    /// A reader that knows the question of each column.
    fn asking(
        sheet: &'t Sheet,
        table: &'t Table,
        (codebook, asked): (&'t Codebook, Vec<Asked>),
    ) -> Self {
        let known: Vec<BTreeSet<String>> =
            asked.iter().map(|asked| question_match::options(asked, codebook)).collect();
        let mut reader = Self {
            sheet,
            table,
            codebook,
            asked,
            separators: Vec::new(),
            orders: Vec::new(),
            known,
            reading: SheetReading::default(),
        };
        reader.orders = (0..reader.asked.len()).map(|at| reader.order(at)).collect();
        reader.separators = (0..reader.asked.len()).map(|at| reader.separator(at)).collect();
        reader
    }

    fn read(mut self) -> SheetReading {
        self.decision();
        self.headers();
        let mut incomplete = 0;
        for record in &self.table.records {
            match record.state {
                RecordState::Complete => {
                    let response = self.record(*record);
                    self.reading.responses.push(response);
                }
                RecordState::Incomplete => {
                    incomplete += 1;
                    self.set_aside(*record);
                }
            }
        }
        if incomplete > 0 {
            let first = self.table.header_rows.last().copied().unwrap_or_default();
            let remark = Diagnostic::new(Code::IncompleteResponse).fact("count", incomplete);
            self.reading.remarks.push((CellRef::new(first, 0), remark));
        }
        self.reading
    }

    fn end(&mut self, cell: CellRef, fate: Fate, reason: Reason) {
        self.reading.fates.insert(cell, (fate, reason));
    }

    /// What the sheet was taken for, and why.
    fn decision(&mut self) {
        let rows: Vec<String> =
            self.table.header_rows.iter().map(|row| (row + 1).to_string()).collect();
        let row = self.table.header_rows.first().copied().unwrap_or_default();
        let remark = Diagnostic::new(Code::SheetLayout)
            .fact("tool", self.table.origin.as_str())
            .fact("evidence", self.table.reasons.first().copied().unwrap_or("no-tool"))
            .fact("rows", rows.join(", "))
            .fact("count", self.table.records.len());
        self.reading.remarks.push((CellRef::new(row, 0), remark));
    }

    fn headers(&mut self) {
        for cell in self.table.titles.clone() {
            self.end(cell, Fate::Title, Reason::AboveQuestions);
        }
        for cell in self.table.notes.clone() {
            self.end(cell, Fate::Ignored, Reason::Note);
        }
        let by_column = self.by_column();
        let rows: BTreeSet<u32> = self.table.header_rows.iter().copied().collect();
        let cells: Vec<CellRef> = self
            .sheet
            .cells()
            .map(|(cell, _)| cell)
            .filter(|cell| rows.contains(&cell.row))
            .collect();
        for cell in cells {
            let asked = by_column.get(&cell.column).and_then(|at| self.asked.get(*at));
            match asked.and_then(|asked| asked.id.clone()) {
                Some(id) => self.end(cell, Fate::Label, Reason::Question(id)),
                None => self.end(cell, Fate::Ignored, Reason::Metadata),
            }
        }
        let header = self.table.header_rows.last().copied().unwrap_or_default();
        for (question, asked) in self.table.questions.iter().zip(&self.asked) {
            let unknown =
                asked.id.as_ref().is_some_and(|id| self.codebook.questionnaire.get(id).is_none());
            if let Some(column) = question.columns.first().filter(|_| unknown) {
                let remark = Diagnostic::new(Code::UnknownQuestion).quoting(&question.title);
                self.reading.remarks.push((CellRef::new(header, column.index), remark));
            }
        }
    }

    fn by_column(&self) -> BTreeMap<u32, usize> {
        let columns = self.table.questions.iter().enumerate();
        columns
            .flat_map(|(at, question)| {
                question.columns.iter().map(move |column| (column.index, at))
            })
            .collect()
    }

    fn set_aside(&mut self, record: Record) {
        let columns: Vec<u32> = self.by_column().into_keys().collect();
        for column in columns {
            let cell = CellRef::new(record.row, column);
            if self.sheet.get(cell).is_some() {
                self.end(cell, Fate::Ignored, Reason::Incomplete);
            }
        }
    }

    fn record(&mut self, record: Record) -> Response {
        let mut answers: Vec<RawAnswer> = Vec::new();
        for at in 0..self.asked.len() {
            for answer in self.question(at, record.row) {
                match answers.iter_mut().find(|known| known.question == answer.question) {
                    Some(known) => known.parts.extend(answer.parts),
                    None => answers.push(answer),
                }
            }
        }
        Response {
            sheet: self.sheet.name.clone(),
            place: Place::Row(record.row),
            submitted: record.submitted,
            titles: Vec::new(),
            answers,
        }
    }

    /// What a record answers to one question: its options and, apart, its « autre ».
    fn question(&mut self, at: usize, row: u32) -> Vec<RawAnswer> {
        let (Some(question), Some(asked)) = (self.table.questions.get(at), self.asked.get(at))
        else {
            return Vec::new();
        };
        let Some(id) = asked.id.clone() else {
            for column in &question.columns {
                let cell = CellRef::new(row, column.index);
                if self.sheet.get(cell).is_some() {
                    self.end(cell, Fate::Ignored, Reason::Metadata);
                }
            }
            return Vec::new();
        };
        let other = self
            .codebook
            .questionnaire
            .get(&id)
            .and_then(|known| known.other.clone())
            .unwrap_or_else(|| id.clone());
        let mut parts = Vec::new();
        let mut others = Vec::new();
        let written = self.writes_other(question, row);
        for column in &question.columns {
            let cell = CellRef::new(row, column.index);
            let Some(value) = self.sheet.get(cell) else { continue };
            if let Value::Error(error) = value {
                self.end(cell, Fate::Unread, Reason::ErrorValue);
                let remark = Diagnostic::new(Code::ErrorCell).about(&id).quoting(error);
                self.reading.remarks.push((cell, remark));
                continue;
            }
            let limesurvey = self.table.origin == table::Origin::LimeSurvey;
            if limesurvey && table::is_absent(value) {
                self.end(cell, Fate::Ignored, Reason::NotShown);
                continue;
            }
            match &column.role {
                // « Autre », whose text stands in a column of its own.
                Role::Answer if written && table::stands_for_other(&value.text()) => {
                    self.end(cell, Fate::Ignored, Reason::Summary);
                }
                Role::Answer => parts.extend(self.whole(at, &id, cell, value)),
                Role::Option(option) => parts.extend(self.option(at, &id, (cell, value), option)),
                Role::Other | Role::Comment => others.extend(self.other(&other, cell, value)),
                Role::Summary => self.end(cell, Fate::Ignored, Reason::Summary),
                Role::Line(line) => {
                    self.end(cell, Fate::Answer, Reason::Question(id.clone()));
                    parts.push(RawPart {
                        text: format!("{line} : {}", value.text()),
                        date: None,
                        cell,
                    });
                }
            }
        }
        let asked = question.title.clone();
        let mut answers = vec![RawAnswer { question: id, asked: asked.clone(), parts }];
        if !others.is_empty() {
            answers.push(RawAnswer { question: other, asked, parts: others });
        }
        answers
    }

    /// Whether a record has a text beside « autre ».
    fn writes_other(&self, question: &TableQuestion, row: u32) -> bool {
        let mut others = question.columns.iter().filter(|column| column.role == Role::Other);
        others.any(|column| self.sheet.get(CellRef::new(row, column.index)).is_some())
    }

    fn whole(&mut self, at: usize, id: &QuestionId, cell: CellRef, value: &Value) -> Vec<RawPart> {
        self.end(cell, Fate::Answer, Reason::Question(id.clone()));
        let text = value.text();
        let (Some(Some(separator)), Some(known)) = (self.separators.get(at), self.known.get(at))
        else {
            // Nextcloud Forms writes « ' » before what a spreadsheet would compute.
            let text = text
                .strip_prefix('\'')
                .filter(|rest| rest.starts_with(['=', '+', '-', '@']))
                .unwrap_or(&text);
            let date = value.date().or_else(|| self.written_date(at, value));
            return vec![RawPart { text: text.to_owned(), date, cell }];
        };
        let pieces = table::pieces(&text, known, *separator);
        pieces.into_iter().map(|text| RawPart { text, date: None, cell }).collect()
    }

    /// The day of a date written with its month first, as all its column is.
    fn written_date(&self, at: usize, value: &Value) -> Option<NaiveDate> {
        let order = (*self.orders.get(at)?)?;
        table::moment(value, order).map(|moment| moment.date())
    }

    /// The order of the dates of a column, when it is not the one that the normaliser reads.
    fn order(&self, at: usize) -> Option<Order> {
        let question = self.table.questions.get(at)?;
        let column = question.columns.first().filter(|_| question.kind == ColumnKind::Date)?;
        let records = self.table.records.iter();
        let cells =
            records.filter_map(|record| self.sheet.get(CellRef::new(record.row, column.index)));
        Some(table::order(cells)).filter(|order| *order == Order::Month)
    }

    fn option(
        &mut self,
        at: usize,
        id: &QuestionId,
        (cell, value): (CellRef, &Value),
        option: &str,
    ) -> Option<RawPart> {
        match table::tick(value, option) {
            // KoboToolbox ticks « autre » and asks for its text elsewhere.
            Some(Tick::Ticked)
                if self.table.origin == table::Origin::Kobo && table::is_other(option) =>
            {
                self.end(cell, Fate::Ignored, Reason::Summary);
                None
            }
            Some(Tick::Ticked) | None => {
                self.end(cell, Fate::Answer, Reason::Question(id.clone()));
                let text = self
                    .asked
                    .get(at)
                    .map_or_else(|| option.to_owned(), |asked| asked.label(option));
                Some(RawPart { text, date: None, cell })
            }
            Some(Tick::NotTicked) => {
                self.end(cell, Fate::Ignored, Reason::NotTicked);
                None
            }
            Some(Tick::Absent) => {
                self.end(cell, Fate::Ignored, Reason::NotShown);
                None
            }
        }
    }

    fn other(&mut self, id: &QuestionId, cell: CellRef, value: &Value) -> Option<RawPart> {
        if table::tick(value, "") == Some(Tick::Absent) {
            self.end(cell, Fate::Ignored, Reason::NotShown);
            return None;
        }
        if table::stands_for_other(&value.text()) {
            self.end(cell, Fate::Ignored, Reason::Summary);
            return None;
        }
        if table::tick(value, "") == Some(Tick::NotTicked) {
            self.end(cell, Fate::Ignored, Reason::NotTicked);
            return None;
        }
        self.end(cell, Fate::Answer, Reason::Question(id.clone()));
        Some(RawPart { text: value.text(), date: value.date(), cell })
    }

    /// The separator of a question's joined answers: the one that gives most options of the codebook.
    fn separator(&self, at: usize) -> Option<Separator> {
        let (question, asked) = (self.table.questions.get(at)?, self.asked.get(at)?);
        let id = asked.id.as_ref()?;
        let known = self.codebook.questionnaire.get(id);
        if known?.kind != Kind::Multiple {
            return None;
        }
        let column = question.columns.first().filter(|column| column.role == Role::Answer)?;
        if let Some(certain) = question.separator.filter(|separator| separator.certain) {
            return Some(certain);
        }
        let options = self.known.get(at)?;
        let texts: Vec<String> = self
            .table
            .records
            .iter()
            .take(1000)
            .filter_map(|record| self.sheet.get(CellRef::new(record.row, column.index)))
            .map(Value::text)
            .collect();
        let score = |separator: &Separator| {
            let pieces = texts.iter().flat_map(|text| table::pieces(text, options, *separator));
            pieces.filter(|piece| self.codebook.is_option(id, piece)).count()
        };
        let whole = texts.iter().filter(|text| self.codebook.is_option(id, text)).count();
        let best =
            self.table.origin.separators().iter().rev().max_by_key(|separator| score(separator))?;
        (score(best) > whole).then_some(*best).or(question.separator)
    }
}
