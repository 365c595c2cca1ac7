//! The records: one row each, complete or not; what stands below them is a note.

use chrono::NaiveDateTime;

use super::column;
use super::dates;
use super::group::TableQuestion;
use super::header::Headers;
use super::origin::Origin;
use super::submitted::{self, named};
use super::values::{Columns, Values};
use crate::codebook::match_key;
use crate::ingest::grid::Value;
use crate::model::CellRef;

/// Whether a record was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordState {
    /// Sent.
    Complete,
    /// A draft, or left before the end.
    Incomplete,
}

/// One record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its row, zero-based.
    pub row: u32,
    /// Whether it was sent.
    pub state: RecordState,
    /// When it was sent, as far as its tool says.
    pub submitted: Option<NaiveDateTime>,
}

/// Takes the last rows that are no records out of the columns; gives their cells.
pub(super) fn take_notes(columns: &mut Columns<'_>) -> Vec<CellRef> {
    let mut notes = Vec::new();
    let typed: Vec<u32> = typed_columns(columns);
    while let Some(last) = columns.rows.last().copied().filter(|row| is_note(columns, *row, &typed))
    {
        notes.extend(columns.row(last));
        columns.remove_last();
    }
    notes.sort();
    notes
}

/// The records, each with its state and the moment when it was sent.
pub(super) fn read(
    columns: &Columns<'_>,
    questions: &[TableQuestion],
    (origin, headers): (Origin, &Headers),
) -> Vec<Record> {
    let sent = Sent::of(questions, columns, (origin, headers));
    let submitted = submitted::column(questions, (origin, headers));
    let cells = || submitted.into_iter().flat_map(|index| columns.cells(index));
    let order = dates::order(cells().map(|(_, value)| value));
    let mut cells = cells().peekable();
    let mut moment = |row: u32| {
        let (_, value) = cells.next_if(|(known, _)| *known == row)?;
        dates::moment(value, order)
    };
    let incomplete = sent.incomplete(columns);
    let state = |row: &u32| match incomplete.binary_search(row) {
        Ok(_) => RecordState::Incomplete,
        Err(_) => RecordState::Complete,
    };
    let record = |row: &u32| Record { row: *row, state: state(row), submitted: moment(*row) };
    columns.rows.iter().map(record).collect()
}

/// Columns of which nearly every cell is a date, a number or a logical value.
fn typed_columns(columns: &Columns<'_>) -> Vec<u32> {
    let typed = |values: &Values<'_>| {
        let count = values.count(is_typed);
        count > 2 && count * 2 > columns.rows.len()
    };
    columns.values.iter().filter(|(_, cells)| typed(cells)).map(|(column, _)| *column).collect()
}

fn is_typed(value: &Value) -> bool {
    matches!(value, Value::Bool(_)) || column::is_date(value) || column::is_number(value)
}

/// Whether a last row is none of the records: it has nothing in any of the typed columns, or one lone cell
/// under a table that is wider, or sums the columns up.
fn is_note(columns: &Columns<'_>, row: u32, typed: &[u32]) -> bool {
    let cells: Vec<CellRef> = columns.row(row).collect();
    if is_sum(columns, &cells) {
        return true;
    }
    let lone = cells.len() == 1 && columns.values.len() > 2 && columns.rows.len() > 1;
    let in_typed = |index: &u32| columns.get(row, *index).is_some_and(is_typed);
    lone || (typed.len() > 1 && !typed.iter().any(in_typed))
}

/// How somebody calls the row that sums a table up.
const SUMS: [&str; 7] =
    ["total", "totaux", "total general", "sous total", "ensemble", "somme", "moyenne"];

/// Whether a row's first cell says that it is a sum, and the others are numbers.
fn is_sum(columns: &Columns<'_>, cells: &[CellRef]) -> bool {
    let value = |cell: &CellRef| columns.get(cell.row, cell.column);
    let Some((first, others)) = cells.split_first() else { return false };
    let called =
        value(first).is_some_and(|value| SUMS.contains(&match_key(&value.text()).as_str()));
    called && !others.is_empty() && others.iter().filter_map(value).all(column::is_number)
}

/// How a tool says that a record was sent.
enum Sent {
    Always,
    /// When this column is filled.
    WhenFilled(u32),
    /// When this column does not say so.
    UnlessDraft(u32),
    /// When this column says so.
    WhenFinished(u32),
}

impl Sent {
    fn of(
        questions: &[TableQuestion],
        columns: &Columns<'_>,
        (origin, headers): (Origin, &Headers),
    ) -> Self {
        let named = |names: &[&str]| named(questions, (origin, headers), names);
        match origin {
            Origin::LimeSurvey => named(&["date de soumission", "submitdate", "date submitted"])
                .map_or(Self::Always, Self::WhenFilled),
            Origin::Framaforms => {
                named(&["brouillon", "draft", "is draft"]).map_or(Self::Always, Self::UnlessDraft)
            }
            Origin::Demarches => {
                named(&["etat du dossier"]).map_or(Self::Always, Self::UnlessDraft)
            }
            Origin::Qualtrics => named(&["beendet", "finished", "termine"])
                .filter(|column| !columns.column(*column).is_empty())
                .map_or(Self::Always, Self::WhenFinished),
            Origin::Typeform => named(&["response type"]).map_or(Self::Always, Self::WhenFinished),
            Origin::Kobo => named(&["reviewstate"]).map_or(Self::Always, Self::WhenFinished),
            _ => Self::Always,
        }
    }

    /// The rows of the records that were not sent, in order.
    fn incomplete(&self, columns: &Columns<'_>) -> Vec<u32> {
        let key = |value: &Value| match_key(&value.text());
        match self {
            Self::Always => Vec::new(),
            Self::WhenFilled(column) => {
                let filled = columns.rows_where(*column, |value| key(value) != "n a");
                let is_filled = |row: &u32| filled.binary_search(row).is_ok();
                columns.rows.iter().copied().filter(|row| !is_filled(row)).collect()
            }
            Self::UnlessDraft(column) => columns.rows_where(*column, |value| {
                matches!(
                    key(value).as_str(),
                    "1" | "oui" | "yes" | "vrai" | "true" | "brouillon" | "draft"
                )
            }),
            Self::WhenFinished(column) => columns.rows_where(*column, |value| {
                matches!(
                    key(value).as_str(),
                    "0" | "false"
                        | "faux"
                        | "non"
                        | "no"
                        | "nein"
                        | "falsch"
                        | "partial"
                        | "started"
                        | "rejected"
                )
            }),
        }
    }
}
