//! Problems at a line of a codebook file, in the words of the run's errors.

use std::path::Path;

use super::csv_table::TableFault;
use super::{
    RegisterFault, RegisterProblem, ServiceFault, ServiceProblem, VocabularyProblem,
    VocabularyReason,
};
use crate::error::{CodebookReason, Error};

/// A problem at a line of a codebook file, before the file's path is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// 1-based line.
    pub line: usize,
    /// What is wrong.
    pub reason: CodebookReason,
}

impl LineProblem {
    /// A problem at a byte offset of `text`.
    pub(super) fn at_offset(text: &str, offset: usize, reason: CodebookReason) -> Self {
        Self { line: line_of(text, offset), reason }
    }

    /// A syntax error as the TOML parser reports it.
    pub(crate) fn syntax(text: &str, error: &toml::de::Error) -> Self {
        let offset = error.span().map_or(0, |span| span.start);
        Self::at_offset(text, offset, CodebookReason::Syntax(error.message().to_owned()))
    }

    /// The first of a vocabulary's problems.
    pub(super) fn first(problems: Vec<VocabularyProblem>) -> Self {
        let empty = Self { line: 1, reason: CodebookReason::Syntax(String::new()) };
        problems.into_iter().next().map_or(empty, Self::from)
    }

    /// The error of the run, once the path is known.
    pub(crate) fn in_file(self, path: &Path) -> Error {
        Error::Codebook { path: path.to_path_buf(), line: self.line, reason: self.reason }
    }
}

/// The 1-based line of a byte offset.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn bad(what: &'static str, value: impl std::fmt::Display) -> CodebookReason {
    CodebookReason::BadValue { what, value: value.to_string() }
}

impl From<VocabularyProblem> for LineProblem {
    fn from(problem: VocabularyProblem) -> Self {
        let reason = match problem.reason {
            VocabularyReason::Malformed(detail) => CodebookReason::Syntax(detail),
            VocabularyReason::UnknownField(field) => bad("field", field),
            VocabularyReason::DuplicateId(id) => CodebookReason::DuplicateId { id },
            VocabularyReason::EmptyLabel { term, language } => {
                bad("label", format!("{term}.{language}"))
            }
            VocabularyReason::AmbiguousText { text, term, other } => {
                CodebookReason::AliasTwice { alias: text, first: other, second: term }
            }
            VocabularyReason::EmptyText(text) => bad("text", text),
            VocabularyReason::UnreachableAnchor { word, .. } => bad("anchor", word),
            VocabularyReason::UnknownReplacement { replacement, .. } => {
                CodebookReason::UnknownId { what: "term", id: replacement }
            }
            VocabularyReason::InvertedPeriod { since, until, .. } => {
                bad("period", format!("{since}–{until}"))
            }
            VocabularyReason::OptionalNegation(word) => bad("optional word", word),
            VocabularyReason::NoTerm => bad("vocabulary", ""),
        };
        Self { line: problem.line, reason }
    }
}

impl From<(u64, TableFault)> for LineProblem {
    fn from((line, fault): (u64, TableFault)) -> Self {
        Self { line: usize::try_from(line).unwrap_or(1), reason: table(fault) }
    }
}

fn table(fault: TableFault) -> CodebookReason {
    match fault {
        TableFault::MissingColumn(column) => bad("column", column),
        TableFault::DuplicateColumn(column) => CodebookReason::DuplicateId { id: column },
        TableFault::RaggedRow | TableFault::Unreadable => CodebookReason::Syntax("CSV".to_owned()),
    }
}

impl From<RegisterProblem> for LineProblem {
    fn from(problem: RegisterProblem) -> Self {
        let reason = match problem.reason {
            RegisterFault::Table(fault) => table(fault),
            RegisterFault::EmptyCell(column) => bad("column", column),
            RegisterFault::BadDate(date) => bad("date", date),
            RegisterFault::BadPosition(position) => bad("position", position),
            RegisterFault::ReversedDates => bad("period", "valid_from, valid_to"),
            RegisterFault::DuplicateCode(code) => CodebookReason::DuplicateId { id: code },
            RegisterFault::UnknownMerge(id) => CodebookReason::UnknownId { what: "body", id },
            RegisterFault::AmbiguousAlias { alias, other } => {
                CodebookReason::AliasTwice { alias, first: other, second: "…".to_owned() }
            }
        };
        Self { line: usize::try_from(problem.line).unwrap_or(1), reason }
    }
}

impl From<ServiceProblem> for LineProblem {
    fn from(problem: ServiceProblem) -> Self {
        let reason = match problem.reason {
            ServiceFault::Table(fault) => table(fault),
            ServiceFault::EmptyCell(column) => bad("column", column),
            ServiceFault::BadDate(date) => bad("date", date),
            ServiceFault::ReversedDates => bad("period", "valid_from, valid_to"),
            ServiceFault::UnknownSuccessor(id) => CodebookReason::UnknownId { what: "body", id },
            ServiceFault::AmbiguousSpelling { spelling, other } => {
                CodebookReason::AliasTwice {
                    alias: spelling, first: other, second: "…".to_owned()
                }
            }
        };
        Self { line: usize::try_from(problem.line).unwrap_or(1), reason }
    }
}
