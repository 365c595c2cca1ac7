//! What a sheet answers, before anything is normalised.

use chrono::NaiveDate;

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
    pub text: String,
    /// The day, when the cell is in a date format.
    pub date: Option<NaiveDate>,
    /// Where it was read.
    pub cell: CellRef,
}

/// One lab's response: a sheet of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The sheet; empty for CSV.
    pub sheet: String,
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
