//! The records of a table read column by column: each distinct value of a column is understood once, however many
//! records hold it, and every cell gets its fate.
//!
//! Ticked, not ticked and not shown stay three things: the first answers, the others are ignored for different reasons.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::question_match::{self, Asked};
use super::{SheetReading, TableReading};
use crate::codebook::person_label::{asks_for_identifier, asks_for_person};
use crate::codebook::{Codebook, Kind, match_key};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::accounting::{Fate, Reason};
use crate::ingest::fates::Fates;
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::record_table::{Part, PersonCell, RecordTable};
use crate::ingest::table::{
    self, ColumnKind, Order, RecordState, Role, Separator, Table, TableColumn, TableQuestion, Tick,
};
use crate::model::{CellRef, QuestionId};

/// Cells in error that are told one by one.
const MOST_TOLD: usize = 1_000;

/// Turns records into answers, giving each cell its fate.
pub(super) struct Reader<'t> {
    sheet: &'t Sheet,
    table: &'t Table,
    codebook: &'t Codebook,
    asked: Vec<Asked>,
    separators: Vec<Option<Separator>>,
    known: Vec<BTreeSet<String>>,
    orders: Vec<Option<Order>>,
    /// By row of the sheet.
    standing: Vec<Standing>,
    records: RecordTable,
    fates: Fates,
    remarks: Vec<(CellRef, Diagnostic)>,
    errors: usize,
    /// By value of the sheet: its place among those seen in a column, from 1 on; all zero between columns.
    places: Vec<u32>,
}

/// What a row of the sheet is.
#[derive(Clone, Copy)]
enum Standing {
    /// No record.
    Apart,
    /// A record that was sent, by its place among them.
    Record(u32),
    /// A record that was not sent.
    Incomplete,
}

/// What a value of a column comes to.
struct Seen {
    code: u16,
    parts: Vec<u32>,
    /// It is a whole answer that may only announce the text beside « autre ».
    is_other: bool,
}

/// A text, and its day if its cell is a date.
type Dated = (Arc<str>, Option<NaiveDate>);

/// A column of a question.
#[derive(Clone, Copy)]
struct Place<'q> {
    /// The question's place in the table.
    at: usize,
    /// Its id; `None` for what the tool writes.
    id: Option<&'q QuestionId>,
    column: &'q TableColumn,
    /// Where its parts go among the slots.
    slot: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(sheet: &'t Sheet, table: &'t Table, codebook: &'t Codebook) -> Self {
        Self::asking(sheet, table, (codebook, question_match::ask(sheet, table, codebook)))
    }

    /// A reader that knows the question of each column.
    pub(super) fn asking(
        sheet: &'t Sheet,
        table: &'t Table,
        (codebook, asked): (&'t Codebook, Vec<Asked>),
    ) -> Self {
        let known: Vec<BTreeSet<String>> =
            asked.iter().map(|asked| question_match::options(asked, codebook)).collect();
        let complete = || table.records.iter().filter(|one| one.state == RecordState::Complete);
        let records = RecordTable::new(
            complete().map(|record| record.row).collect(),
            complete().map(|record| record.submitted).collect(),
        );
        let mut reader = Self {
            sheet,
            table,
            codebook,
            asked,
            separators: Vec::new(),
            orders: Vec::new(),
            known,
            standing: standing(sheet, table),
            records,
            fates: Fates::new(sheet.len()),
            remarks: Vec::new(),
            errors: 0,
            places: vec![0; sheet.values().len()],
        };
        reader.orders = (0..reader.asked.len()).map(|at| reader.order(at)).collect();
        reader.separators = (0..reader.asked.len()).map(|at| reader.separator(at)).collect();
        reader
    }

    pub(super) fn read(mut self) -> SheetReading {
        self.decision();
        self.headers();
        let (table, asked) = (self.table, self.asked.clone());
        for (at, (question, asked)) in table.questions.iter().zip(&asked).enumerate() {
            let id = asked.id.as_ref();
            let slot = id.map_or(0, |id| self.records.slot(id, &question.title));
            let aside = |column: &&TableColumn| matches!(column.role, Role::Other | Role::Comment);
            let written = self.written(question);
            for column in question.columns.iter().filter(|column| !aside(column)) {
                self.column(Place { at, id, column, slot }, &written);
            }
            for column in question.columns.iter().filter(aside) {
                let other = id.map(|id| self.other_of(id));
                let slot = other.as_ref().map_or(0, |id| self.records.slot(id, &question.title));
                self.column(Place { at, id: other.as_ref(), column, slot }, &[]);
            }
        }
        let incomplete = table.records.len() - self.records.len();
        if incomplete > 0 {
            let first = table.header_rows.last().copied().unwrap_or_default();
            let remark = Diagnostic::new(Code::IncompleteResponse).fact("count", incomplete);
            self.remarks.push((CellRef::new(first, 0), remark));
        }
        if let Some((_, last)) = self.remarks.last_mut().filter(|_| self.errors > MOST_TOLD) {
            last.facts.push(("more", (self.errors - MOST_TOLD).to_string()));
        }
        self.records.finish();
        let people = self.people();
        let table = TableReading { records: self.records, fates: self.fates, people };
        SheetReading { table: Some(table), remarks: self.remarks, ..SheetReading::default() }
    }

    /// What the tool's own columns say of people, incomplete records included.
    fn people(&self) -> Vec<PersonCell> {
        let first = self.first_row();
        let own = self.table.questions.iter().zip(&self.asked).filter(|(question, asked)| {
            let title = &question.title;
            asked.id.is_none() && (asks_for_person(title) || asks_for_identifier(title))
        });
        let mut people = Vec::new();
        for (question, _) in own {
            let label: Arc<str> = question.title.as_str().into();
            for column in &question.columns {
                for cell in self.sheet.column(column.index, first) {
                    let record =
                        !matches!(self.standing.get(cell.row_at), Some(Standing::Apart) | None);
                    let Some(value) = self.sheet.value(cell.id).filter(|_| record) else {
                        continue;
                    };
                    let (cell, label) = (CellRef::new(cell.row, column.index), label.clone());
                    people.push(PersonCell { cell, label, text: value.shared() });
                }
            }
        }
        people.retain(|person| !is_nobody(&person.text));
        people.sort_by_key(|person| person.cell);
        people
    }

    /// The question that takes the answers outside the options.
    fn other_of(&self, id: &QuestionId) -> QuestionId {
        let known = self.codebook.questionnaire.get(id);
        known.and_then(|known| known.other.clone()).unwrap_or_else(|| id.clone())
    }

    /// The rows in which a question has a text beside « autre », when it has a column for that.
    fn written(&self, question: &TableQuestion) -> Vec<u32> {
        let first = self.first_row();
        let others = question.columns.iter().filter(|column| column.role == Role::Other);
        let mut rows: Vec<u32> = others
            .flat_map(|column| self.sheet.column(column.index, first).map(|cell| cell.row))
            .collect();
        rows.sort_unstable();
        rows
    }

    fn first_row(&self) -> u32 {
        self.table.header_rows.last().map_or(0, |row| row + 1)
    }

    /// Reads a column from top to bottom; `written` are the rows with a text of their own for « autre ».
    fn column(&mut self, place: Place<'_>, written: &[u32]) {
        let first = self.first_row();
        let summary = self.fates.code(Fate::Ignored, &Reason::Summary);
        let incomplete = self.fates.code(Fate::Ignored, &Reason::Incomplete);
        let mut seen: Vec<(u32, Seen)> = Vec::new();
        let sheet = self.sheet;
        for cell in sheet.column(place.column.index, first) {
            let record = match self.standing.get(cell.row_at) {
                Some(Standing::Record(record)) => *record as usize,
                Some(Standing::Incomplete) => {
                    self.fates.set(cell.at, incomplete);
                    continue;
                }
                _ => continue,
            };
            let Some(value) = sheet.value(cell.id) else { continue };
            let mut known = self.places.get(cell.id as usize).copied().unwrap_or_default();
            if known == 0 {
                seen.push((cell.id, self.value(place, value)));
                known = u32::try_from(seen.len()).unwrap_or(u32::MAX);
                if let Some(place) = self.places.get_mut(cell.id as usize) {
                    *place = known;
                }
            }
            let Some((_, known)) = seen.get(known as usize - 1) else { continue };
            if known.is_other && written.binary_search(&cell.row).is_ok() {
                // « Autre », whose text stands in a column of its own.
                self.fates.set(cell.at, summary);
                continue;
            }
            self.fates.set(cell.at, known.code);
            for part in &known.parts {
                if let Some(slot) = self.records.slots.get_mut(place.slot) {
                    slot.add(record, *part);
                }
            }
            if let (Value::Error(error), Some(id)) = (value, place.id) {
                let cell = CellRef::new(cell.row, place.column.index);
                self.error(cell, id, error);
            }
        }
        for (id, _) in seen {
            if let Some(place) = self.places.get_mut(id as usize) {
                *place = 0;
            }
        }
    }

    fn error(&mut self, cell: CellRef, id: &QuestionId, error: &str) {
        self.errors += 1;
        if self.errors <= MOST_TOLD {
            let remark = Diagnostic::new(Code::ErrorCell).about(id).quoting(error);
            self.remarks.push((cell, remark));
        }
    }

    /// What a value of a column comes to.
    fn value(&mut self, place: Place<'_>, value: &Value) -> Seen {
        let Some(id) = place.id else { return self.ignored(&Reason::Metadata) };
        if matches!(value, Value::Error(_)) {
            let code = self.fates.code(Fate::Unread, &Reason::ErrorValue);
            return Seen { code, parts: Vec::new(), is_other: false };
        }
        let limesurvey = self.table.origin == table::Origin::LimeSurvey;
        if limesurvey && table::is_absent(value) {
            return self.ignored(&Reason::NotShown);
        }
        match &place.column.role {
            Role::Answer => {
                let texts = self.whole(place.at, value);
                let is_other = table::stands_for_other(&value.text());
                Seen { is_other, ..self.answered(place, id, texts) }
            }
            Role::Option(option) => match table::tick(value, option) {
                // KoboToolbox ticks « autre » and asks for its text elsewhere.
                Some(Tick::Ticked)
                    if self.table.origin == table::Origin::Kobo && table::is_other(option) =>
                {
                    self.ignored(&Reason::Summary)
                }
                Some(Tick::Ticked) | None => {
                    let label = self
                        .asked
                        .get(place.at)
                        .map_or_else(|| option.clone(), |asked| asked.label(option));
                    self.answered(place, id, vec![(label.into(), None)])
                }
                Some(Tick::NotTicked) => self.ignored(&Reason::NotTicked),
                Some(Tick::Absent) => self.ignored(&Reason::NotShown),
            },
            Role::Other | Role::Comment => match table::tick(value, "") {
                Some(Tick::Absent) => self.ignored(&Reason::NotShown),
                _ if table::stands_for_other(&value.text()) => self.ignored(&Reason::Summary),
                Some(Tick::NotTicked) => self.ignored(&Reason::NotTicked),
                _ => self.answered(place, id, vec![(value.shared(), value.date())]),
            },
            Role::Summary => self.ignored(&Reason::Summary),
            Role::Line(line) => {
                let text = format!("{line} : {}", value.text());
                self.answered(place, id, vec![(text.into(), None)])
            }
        }
    }

    fn ignored(&mut self, reason: &Reason) -> Seen {
        let code = self.fates.code(Fate::Ignored, reason);
        Seen { code, parts: Vec::new(), is_other: false }
    }

    fn answered(&mut self, place: Place<'_>, id: &QuestionId, texts: Vec<Dated>) -> Seen {
        let code = self.fates.code(Fate::Answer, &Reason::Question(id.clone()));
        let column = place.column.index;
        let part = |(text, date): Dated| self.records.part(Part { text, date, column });
        let parts = texts.into_iter().map(part).collect();
        Seen { code, parts, is_other: false }
    }

    /// The answers of a cell that holds all of them, with its date if it is one.
    fn whole(&self, at: usize, value: &Value) -> Vec<Dated> {
        let text = value.shared();
        let (Some(Some(separator)), Some(known)) = (self.separators.get(at), self.known.get(at))
        else {
            // Nextcloud Forms writes « ' » before what a spreadsheet would compute.
            let bare =
                text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
            let text = bare.map_or_else(|| text.clone(), Arc::from);
            return vec![(text, value.date().or_else(|| self.written_date(at, value)))];
        };
        let pieces = table::pieces(&text, known, *separator).into_iter();
        pieces.map(|piece| (piece.into(), None)).collect()
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
        let cells = self.sheet.column(column.index, self.first_row());
        let values = cells.filter_map(|cell| {
            let record = !matches!(self.standing.get(cell.row_at), Some(Standing::Apart) | None);
            self.sheet.value(cell.id).filter(|_| record)
        });
        Some(table::order(values)).filter(|order| *order == Order::Month)
    }

    /// What the sheet was taken for, and why.
    fn decision(&mut self) {
        let rows: Vec<String> =
            self.table.header_rows.iter().map(|row| (row + 1).to_string()).collect();
        let row = self.table.header_rows.first().copied().unwrap_or_default();
        let remark = Diagnostic::new(Code::SheetLayout)
            .fact("tool", self.table.origin.as_str())
            .fact("evidence", self.table.reasons.first().copied().unwrap_or("no-tool"))
            .fact("lines", rows.len())
            .fact("rows", rows.join(", "))
            .fact("count", self.table.records.len());
        self.remarks.push((CellRef::new(row, 0), remark));
    }

    fn headers(&mut self) {
        for cell in &self.table.titles {
            self.end(*cell, Fate::Title, &Reason::AboveQuestions);
        }
        for cell in &self.table.notes {
            self.end(*cell, Fate::Ignored, &Reason::Note);
        }
        let by_column = self.by_column();
        for row in &self.table.header_rows {
            let cells: Vec<CellRef> = self.sheet.row(*row).map(|(cell, _)| cell).collect();
            for cell in cells {
                let asked = by_column.get(&cell.column).and_then(|at| self.asked.get(*at));
                match asked.and_then(|asked| asked.id.clone()) {
                    Some(id) => self.end(cell, Fate::Label, &Reason::Question(id)),
                    None => self.end(cell, Fate::Ignored, &Reason::Metadata),
                }
            }
        }
        let header = self.table.header_rows.last().copied().unwrap_or_default();
        for (question, asked) in self.table.questions.iter().zip(&self.asked) {
            let unknown =
                asked.id.as_ref().is_some_and(|id| self.codebook.questionnaire.get(id).is_none());
            if let Some(column) = question.columns.first().filter(|_| unknown) {
                let remark = Diagnostic::new(Code::UnknownQuestion).quoting(&question.title);
                self.remarks.push((CellRef::new(header, column.index), remark));
            }
        }
    }

    fn end(&mut self, cell: CellRef, fate: Fate, reason: &Reason) {
        if let Some(at) = self.sheet.place(cell) {
            let code = self.fates.code(fate, reason);
            self.fates.set(at, code);
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

/// What each row of a sheet is.
fn standing(sheet: &Sheet, table: &Table) -> Vec<Standing> {
    let mut records = table.records.iter().peekable();
    let mut next = 0;
    sheet
        .row_numbers()
        .map(|row| match records.next_if(|record| record.row == row).map(|record| record.state) {
            Some(RecordState::Complete) => {
                next += 1;
                Standing::Record(next - 1)
            }
            Some(RecordState::Incomplete) => Standing::Incomplete,
            None => Standing::Apart,
        })
        .collect()
}

/// Microsoft Forms writes « anonymous » for whoever did not sign in.
fn is_nobody(text: &str) -> bool {
    matches!(match_key(text).as_str(), "" | "anonymous" | "anonyme" | "n a" | "na" | "null")
}
