//! Why the work cannot be done; each variant names the path.
//!
//! `Display` is the English, for logs and developers; what a user reads is written by
//! [`crate::locale::Locale::error`] in the language of the run.

use std::io;
use std::path::{Path, PathBuf};

/// The result of anything that can stop the run.
pub type Result<T> = std::result::Result<T, Error>;

/// An error that stops the run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("{path}: cannot be read ({source})")]
    Read {
        /// What was read.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("{path}: cannot be written ({source})")]
    Write {
        /// What was written.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// Another program, most often Excel, holds a file of the report.
    #[error("{path}: open in another program, close it and run again ({source})")]
    Locked {
        /// What is held.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// Another run is writing the reports.
    #[error("{path}: another run of labcensus is writing here")]
    Busy {
        /// The reports folder.
        path: PathBuf,
    },
    /// Somebody else wrote a file while its successor was being made.
    #[error("{path}: changed meanwhile")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A file of the codebook or of an edition is wrong.
    #[error("{path}, line {line}: {reason}")]
    Codebook {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        reason: CodebookReason,
    },
    /// The surveys folder holds no year.
    #[error("{path}: no year folder such as 2020 in it")]
    NoYear {
        /// The surveys folder.
        path: PathBuf,
    },
    /// The year asked for has no folder.
    #[error("{path}: no such year")]
    UnknownYear {
        /// The folder that was looked for.
        path: PathBuf,
    },
    /// None of a year's responses could be used.
    #[error("{path}: nothing readable in it")]
    NothingReadable {
        /// The responses folder.
        path: PathBuf,
    },
    /// A workbook given to `review --apply` is not one that `review` wrote.
    #[error("{path}: not a review workbook")]
    NotReview {
        /// The file.
        path: PathBuf,
    },
    /// A review workbook holds answers that were not applied yet.
    #[error("{path}: holds answers that were not applied")]
    Unapplied {
        /// The file.
        path: PathBuf,
    },
    /// A review workbook holds cells that cannot be kept; each was named.
    #[error("{path}: {count} cells refused")]
    Refused {
        /// The file.
        path: PathBuf,
        /// How many cells.
        count: usize,
    },
    /// The census has no such question.
    #[error("{question}: no such question")]
    UnknownQuestion {
        /// What was asked for.
        question: String,
        /// The question that was probably meant; empty when none is like it.
        nearest: String,
        /// The questions that exist.
        known: String,
    },
    /// The register has no such body.
    #[error("{lab}: no such body")]
    UnknownLab {
        /// What was asked for.
        lab: String,
        /// The one that was probably meant; empty when none is like it.
        nearest: String,
    },
    /// No figure has this name or fits these words.
    #[error("{figure}: no such figure")]
    UnknownFigure {
        /// What was asked for.
        figure: String,
        /// The nearest that exist, a line each.
        near: String,
        /// How many are near.
        count: usize,
    },
    /// `new` was asked to write where something is already.
    #[error("{path}: already exists and is not empty")]
    TargetExists {
        /// The folder.
        path: PathBuf,
    },
    /// `template` was asked to write a file that is there already.
    #[error("{path}: already exists")]
    FileExists {
        /// The file.
        path: PathBuf,
    },
    /// An output could not be rendered: a bug or a limit of a format.
    #[error("{what}: {detail}")]
    Render {
        /// The output.
        what: String,
        /// What the format's library said.
        detail: String,
    },
}

/// What is wrong in a file of the codebook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each message says what its fields are")]
pub enum CodebookReason {
    #[error("{0}")]
    Syntax(String),
    #[error("« {alias} » means both {first} and {second}")]
    AliasTwice { alias: String, first: String, second: String },
    #[error("« {id} » is defined twice")]
    DuplicateId { id: String },
    #[error("« {id} » is not a known {what}")]
    UnknownId { what: &'static str, id: String },
    #[error("« {id} » is not a known {what}, did you mean « {near} »?")]
    UnknownNear { what: &'static str, id: String, near: String },
    #[error("validity of « {code} » overlaps with line {other}")]
    OverlappingValidity { code: String, other: usize },
    #[error("« {text} » was decided already on line {first}")]
    DecidedTwice { text: String, first: usize },
    #[error("« {value} » is not a valid {what}")]
    BadValue { what: &'static str, value: String },
}

impl Error {
    /// Tells a file held by another program from any other failure to write.
    ///
    /// Windows answers 32 (sharing violation) or 33 (lock violation); renaming a folder in which Excel
    /// holds a file answers 5 (access denied).
    pub fn writing(path: &Path, source: io::Error) -> Self {
        let held = matches!(source.raw_os_error(), Some(32 | 33)) && cfg!(windows)
            || source.kind() == io::ErrorKind::ResourceBusy
            || cfg!(windows) && source.kind() == io::ErrorKind::PermissionDenied;
        let path = path.to_path_buf();
        if held { Self::Locked { path, source } } else { Self::Write { path, source } }
    }

    /// A failure to read `path`.
    pub fn reading(path: &Path, source: io::Error) -> Self {
        Self::Read { path: path.to_path_buf(), source }
    }
}
