//! Answers whose meaning is known, against which a change of a vocabulary is tried before it is kept.
//!
//! They are the census's own gold: a line in `cases.csv` is a promise that this answer means these terms, or none
//! without asking. The team adds lines as it meets answers that must not change meaning.

use super::LineProblem;
use super::csv_table::CsvTable;
use crate::model::{QuestionId, TermId};

/// An answer and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub text: String,
    /// Its terms; none when a person must be asked, or when it is none of the options.
    pub terms: Vec<TermId>,
}

/// Parses `cases.csv`.
///
/// # Errors
/// Not a table with these columns, with its line.
pub(super) fn parse(text: &str) -> Result<Vec<Case>, LineProblem> {
    let table = CsvTable::parse(text, &["question", "text", "terms"]).map_err(LineProblem::from)?;
    let case = |row| {
        let terms = table.cell(row, "terms").split('|').filter(|term| !term.is_empty());
        Case {
            question: QuestionId::from(table.cell(row, "question")),
            text: table.cell(row, "text").to_owned(),
            terms: terms.map(TermId::from).collect(),
        }
    };
    Ok(table.rows.iter().map(case).collect())
}
