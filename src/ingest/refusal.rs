//! Why a file was refused: what it is and what is wrong, as a stable name that the locale puts in words.

use crate::diagnostic::{Code, Diagnostic};

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// What is wrong.
    pub(crate) why: Why,
    /// The part, the place or the library's words; may be empty.
    pub(crate) detail: String,
}

/// What can be wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The system did not let it be read.
    NotOpened,
    /// No byte at all.
    Empty,
    /// More bytes than the reader takes.
    TooBig,
    /// Something else than a table, by the end of its message's key.
    NotATable(&'static str),
    /// Encrypted, or behind a password.
    Password,
    /// It stops before its end.
    Truncated,
    /// Bytes or XML that do not hold together.
    Damaged,
    /// It inflates out of all proportion.
    Bomb,
    /// More parts than a workbook has.
    TooManyParts,
    /// More sheets than the reader takes.
    TooManySheets,
    /// More cells than the reader takes.
    TooManyCells,
    /// A document type declaration, through which a file can expand without end.
    Doctype,
    /// A part whose name leaves the archive.
    UnsafePath,
    /// A count of texts that its part cannot hold.
    FalseCount,
    /// A cell outside every sheet, or without a row or a column.
    BadReference,
    /// A text longer than any cell holds.
    LongText,
    /// Nothing is written in it.
    NoCell,
    /// Formulas only, and the program that wrote it did not compute them.
    NoResult,
    /// A code page that nothing decodes.
    CodePage,
    /// A sheet of macros, or of another kind that no reader knows.
    MacroSheet,
    /// A sheet that the workbook names and does not hold.
    MissingPart,
    /// The library that read it gave up.
    Library,
}

impl Why {
    /// The end of its messages' keys.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::NotOpened => "not-opened",
            Self::Empty => "empty",
            Self::TooBig => "too-big",
            Self::NotATable(kind) => kind,
            Self::Password => "password",
            Self::Truncated => "truncated",
            Self::Damaged => "damaged",
            Self::Bomb => "bomb",
            Self::TooManyParts => "too-many-parts",
            Self::TooManySheets => "too-many-sheets",
            Self::TooManyCells => "too-many-cells",
            Self::Doctype => "doctype",
            Self::UnsafePath => "unsafe-path",
            Self::FalseCount => "false-count",
            Self::BadReference => "bad-reference",
            Self::LongText => "long-text",
            Self::NoCell => "no-cell",
            Self::NoResult => "no-result",
            Self::CodePage => "code-page",
            Self::MacroSheet => "macro-sheet",
            Self::MissingPart => "missing-part",
            Self::Library => "library",
        }
    }
}

impl Refusal {
    /// A refusal without a place.
    pub(crate) fn new(why: Why) -> Self {
        Self { why, detail: String::new() }
    }

    /// A refusal with its place or the library's words.
    pub(crate) fn with(why: Why, detail: impl std::fmt::Display) -> Self {
        Self { why, detail: detail.to_string() }
    }

    /// The diagnostic that says so.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        let code = match self.why {
            Why::NotATable(_) => Code::FileUnsupported,
            _ => Code::FileUnreadable,
        };
        let detail =
            if self.detail.is_empty() { String::new() } else { format!(" ({})", self.detail) };
        let key = self.why.key();
        Diagnostic::new(code).fact("why", key).fact("todo", key).fact("detail", detail)
    }
}
