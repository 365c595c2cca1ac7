//! What a sheet answers, before anything is normalised.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::model::{CellRef, QuestionId};

/// The answer to one question, as its cells hold it.
#[derive(Clone, Debug, PartialEq)]
pub struct RawAnswer {
    /// The question; `unknown:<folded label>` when the codebook does not know it.
    pub question: QuestionId,
    /// The label as written.
    pub asked: String,
    /// The cells of the answer, in reading order; none when nothing was answered.
    pub parts: Vec<RawPart>,
}

/// One cell of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct RawPart {
    /// The text as a person reads it.
    pub text: Arc<str>,
    /// The day, when the cell is in a date format.
    pub date: Option<NaiveDate>,
    /// Where it was read.
    pub cell: CellRef,
}

/// Where a response stands on its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// It is the sheet.
    Sheet,
    /// It is this row, zero-based.
    Row(u32),
    /// It is these rows, zero-based, from the first to the last.
    Rows(u32, u32),
    /// It is this column, zero-based.
    Column(u32),
    /// It is these columns, zero-based, from the first to the last.
    Columns(u32, u32),
}

impl Place {
    /// Whether a cell of the sheet belongs to the response.
    pub fn holds(self, cell: CellRef) -> bool {
        match self {
            Self::Sheet => true,
            Self::Row(row) => cell.row == row,
            Self::Columns(first, last) => (first..=last).contains(&cell.column),
            Self::Rows(first, last) => (first..=last).contains(&cell.row),
            Self::Column(column) => cell.column == column,
        }
    }
}

/// One lab's response: a sheet of a file, or a record of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The sheet; empty for CSV.
    pub sheet: String,
    /// Where on the sheet.
    pub place: Place,
    /// When it was sent, as far as the tool that wrote its table says.
    pub submitted: Option<NaiveDateTime>,
    /// What stands above the questions, where the académie is usually named.
    pub titles: Vec<RawPart>,
    /// The answers in reading order.
    pub answers: Vec<RawAnswer>,
}

impl Response {
    /// How many questions of the census hold something.
    pub fn answered(&self) -> usize {
        self.answers.iter().filter(|answer| !answer.parts.is_empty()).count()
    }
}

/// The questions that two responses answer otherwise.
pub fn differing<'a>(one: &'a [RawAnswer], other: &'a [RawAnswer]) -> BTreeSet<&'a QuestionId> {
    let texts = |answers: &'a [RawAnswer]| {
        let said = answers.iter().filter(|answer| !answer.parts.is_empty());
        said.map(|answer| {
            (&answer.question, answer.parts.iter().map(|part| part.text.trim()).collect::<Vec<_>>())
        })
        .collect::<BTreeMap<_, _>>()
    };
    let (one, other) = (texts(one), texts(other));
    let differ = |question: &&QuestionId| one.get(*question) != other.get(*question);
    one.keys().chain(other.keys()).copied().filter(differ).collect()
}
