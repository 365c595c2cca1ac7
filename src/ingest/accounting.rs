//! What became of each non-empty cell: nothing is lost without a row here.

use crate::model::{CellRef, QuestionId};

/// How a cell ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It holds an answer, or a part of one.
    Answer,
    /// It names a question or an option.
    Label,
    /// It is a title.
    Title,
    /// It was passed over, for the reason given.
    Ignored,
    /// Nothing was made of it, and a diagnostic says so.
    Unread,
}

impl Fate {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Label => "label",
            Self::Title => "title",
            Self::Ignored => "ignored",
            Self::Unread => "unread",
        }
    }
}

/// Why a cell ended so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It belongs to this question.
    Question(QuestionId),
    /// It stands above the first question.
    AboveQuestions,
    /// Its sheet explains how to fill the fiche.
    Instructions,
    /// Its sheet holds no question of the census.
    OtherSheet,
    /// Its sheet is hidden.
    HiddenSheet,
    /// A merged cell hides it.
    UnderMerge,
    /// An option that was not ticked, or its explicit « non ».
    NotTicked,
    /// The option was not shown, or its question not answered.
    NotShown,
    /// The tool that made the table writes it, not the respondent.
    Metadata,
    /// It repeats what other columns say.
    Summary,
    /// Its record was not sent.
    Incomplete,
    /// It stands below the records.
    Note,
    /// Another response of the same académie counts.
    Superseded,
    /// No académie was found for the fiche.
    NoAcademy,
    /// The file holds no question of the census.
    NotCensus,
    /// It stands beside or below a question without belonging to it.
    Stray,
    /// It is in error.
    ErrorValue,
    /// `mapping.toml` passes over it.
    Mapped,
    /// What a proof sheet repeats to its lab.
    ProofText,
    /// The lab corrected it on its proof sheet.
    Corrected,
    /// Its row of a register repeats another one.
    DuplicateRow,
}

impl Reason {
    /// The end of its message's key; a question's reason is the question's id.
    pub fn key(&self) -> &str {
        match self {
            Self::Question(id) => id.as_str(),
            Self::AboveQuestions => "above-questions",
            Self::Instructions => "instructions",
            Self::OtherSheet => "other-sheet",
            Self::HiddenSheet => "hidden-sheet",
            Self::UnderMerge => "under-merge",
            Self::NotTicked => "not-ticked",
            Self::NotShown => "not-shown",
            Self::Metadata => "metadata",
            Self::Summary => "summary",
            Self::Incomplete => "incomplete",
            Self::Note => "note",
            Self::Superseded => "superseded",
            Self::NoAcademy => "no-academy",
            Self::NotCensus => "not-census",
            Self::Stray => "stray",
            Self::ErrorValue => "error-value",
            Self::Mapped => "mapped",
            Self::ProofText => "proof-text",
            Self::Corrected => "corrected",
            Self::DuplicateRow => "duplicate-row",
        }
    }
}

/// One cell and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellFate {
    /// Sheet; empty for CSV.
    pub sheet: String,
    /// Cell.
    pub cell: CellRef,
    /// How it ended.
    pub fate: Fate,
    /// Why.
    pub reason: Reason,
}

/// Cells of one column that follow each other and share fate and reason.
#[derive(Clone, Debug)]
pub struct CellRun<'a> {
    /// Sheet; empty for CSV.
    pub sheet: &'a str,
    /// Its first cell.
    pub first: CellRef,
    /// Its last cell, which may be the first.
    pub last: CellRef,
    /// How they ended.
    pub fate: Fate,
    /// Why.
    pub reason: &'a Reason,
}

impl CellRun<'_> {
    /// How many cells it holds.
    pub fn len(&self) -> usize {
        (self.last.row - self.first.row) as usize + 1
    }

    /// Whether it holds none, which cannot be.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl std::fmt::Display for CellRun<'_> {
    /// Writes the cell, or the range as a spreadsheet does: `B2:B100001`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}:{}", self.first, self.last)
        }
    }
}
