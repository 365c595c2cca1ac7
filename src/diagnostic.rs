//! What the respondents' data made the run notice: a deliverable, accumulated at every stage.
//!
//! A diagnostic carries a stable code and the facts; its sentence is written by [`crate::locale`], so
//! that the same diagnostic can be read in French or in English. Errors, which stop the work, are in
//! [`crate::error`].

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Origin, QuestionId};

/// Weight of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be used: look at it before signing.
    Error,
    /// A person has to decide or check.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident;)*) => {
        /// The stable code of a diagnostic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The value in the published tables, and the end of its message's key.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The weight of every diagnostic with this code.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A file could not be read at all.
    FileUnreadable = "file-unreadable", Error;
    /// A file is of a kind that the reader does not know.
    FileUnsupported = "file-unsupported", Error;
    /// A file holds none of the census's questions.
    FileNotCensus = "file-not-census", Error;
    /// A sheet whose rows mix the answers of several labs.
    AnswersMixed = "answers-mixed", Error;
    /// No académie could be found for a fiche.
    AcademyUnknown = "academy-unknown", Error;
    /// The fiche and its file's name point to two académies.
    AcademyConflict = "academy-conflict", Warning;
    /// The académie was found from the file's name only.
    AcademyFromFileName = "academy-from-file-name", Info;
    /// Two responses for one académie.
    DuplicateResponse = "duplicate-response", Warning;
    /// Records of a table that were not sent.
    IncompleteResponse = "incomplete-response", Warning;
    /// A label that the codebook does not know.
    UnknownQuestion = "unknown-question", Warning;
    /// A cell that nothing was made of.
    UnreadCell = "unread-cell", Warning;
    /// A cell in error, such as `#REF!`.
    ErrorCell = "error-cell", Warning;
    /// An answer that a person must decide.
    ToReview = "to-review", Warning;
    /// An option of the respondent's own, kept whole.
    OtherOption = "other-option", Info;
    /// A sheet that was not read, and why.
    SheetIgnored = "sheet-ignored", Info;
    /// A sheet that was read as a table, of which tool, and why.
    SheetLayout = "sheet-layout", Info;
    /// A sheet that was read as a fiche, and why.
    SheetForm = "sheet-form", Info;
    /// A sheet that was read as `mapping.toml` says.
    SheetMapped = "sheet-mapped", Info;
    /// A line of `mapping.toml` that names no sheet of the responses.
    MappingUnused = "mapping-unused", Warning;
    /// The text had to be decoded as Windows-1252.
    LegacyEncoding = "legacy-encoding", Info;
    /// A text encoded twice, which was repaired.
    EncodingRepaired = "encoding-repaired", Warning;
    /// A text that a merged cell hides.
    HiddenCell = "hidden-cell", Info;
    /// A formula whose result the file does not hold.
    UncomputedCell = "uncomputed-cell", Warning;
    /// Lock files and system litter that were passed over.
    LitterIgnored = "litter-ignored", Info;
    /// An announced figure differs from the figure computed, without a reason.
    ClaimUnreconciled = "claim-unreconciled", Warning;
    /// An announced figure differs from the figure computed, for the reason given.
    ClaimReconciled = "claim-reconciled", Info;
    /// An announced figure that the census does not compute.
    ClaimUnknown = "claim-unknown", Warning;
    /// A lab corrected an answer on its proof sheet; what it wrote first is quoted.
    AnswerCorrected = "answer-corrected", Info;
    /// A proof sheet that corrects nothing here: another edition's, or of an unknown body.
    ProofUnused = "proof-unused", Warning;
    /// Names, mail addresses or telephone numbers were masked in an answer.
    PersonalData = "personal-data", Info;
    /// The file of the bodies' outlines can't be drawn.
    MapUnreadable = "map-unreadable", Error;
    /// Bodies that the file of outlines does not draw, or outlines of no body.
    MapIncomplete = "map-incomplete", Warning;
    /// A decision of the ledger names what the codebook no longer holds.
    DecisionStale = "decision-stale", Warning;
    /// A text of the team quotes a figure that does not exist.
    NarrativeFigureUnknown = "narrative-figure-unknown", Error;
    /// A text of the team uses a function, filter or name that does not exist.
    NarrativeFunctionUnknown = "narrative-function-unknown", Error;
    /// A text of the team asks a figure for what it does not have.
    NarrativeValueMissing = "narrative-value-missing", Error;
    /// A text of the team whose template cannot be read.
    NarrativeTemplateBroken = "narrative-template-broken", Error;
    /// A text that the layout of the report names, and that nobody wrote.
    NarrativeMissing = "narrative-missing", Error;
    /// A text that no section of the report shows.
    NarrativeUnused = "narrative-unused", Error;
    /// A sheet or file of registers that is none of them.
    RegisterSheetUnknown = "register-sheet-unknown", Warning;
    /// A column that its register does not have.
    RegisterColumnUnknown = "register-column-unknown", Warning;
    /// A row of a register that repeats another one.
    RegisterDuplicateRow = "register-duplicate-row", Warning;
    /// A value that the vocabulary of its column does not have.
    RegisterTermUnknown = "register-term-unknown", Warning;
    /// A date of a register that cannot be read.
    RegisterDateBad = "register-date-bad", Warning;
    /// A date of a register outside the year of the census.
    RegisterDateOutside = "register-date-outside", Warning;
    /// An académie of a register that cannot be found.
    RegisterAcademyUnknown = "register-academy-unknown", Warning;
    /// A number of a register that cannot be read.
    RegisterNumberBad = "register-number-bad", Warning;
    /// A number of a register below zero.
    RegisterNumberNegative = "register-number-negative", Warning;
    /// A number of a register above the one that holds it.
    RegisterNumberTooLarge = "register-number-too-large", Warning;
    /// Neither yes nor no.
    RegisterYesNoBad = "register-yes-no-bad", Warning;
    /// A row of a register without what each row must have.
    RegisterValueMissing = "register-value-missing", Warning;
    /// Two cells of a row of a register that contradict each other.
    RegisterContradiction = "register-contradiction", Warning;
    /// An académie that a register places twice, differently.
    RegisterAcademyTwice = "register-academy-twice", Warning;
    /// Figures that were published are no longer what is computed.
    FiguresRevised = "figures-revised", Error;
    /// A jump that the edition file acknowledges, and that is none of those to check.
    AcknowledgementUnused = "acknowledgement-unused", Warning;
    /// A decision of the ledger that no answer called for.
    DecisionUnused = "decision-unused", Info;
    /// A census of so many bodies that its reports print the beginning of what is long.
    CensusLarge = "census-large", Info;
    /// A text that fills a cell of a workbook, which may cut its end.
    TextTooLong = "text-too-long", Warning;
    /// Characters that the PDF's font lacks, or that would hide or turn a text, shown as others.
    GlyphMissing = "glyph-missing", Info;
}

/// One remark about the respondents' data.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What kind of remark.
    pub code: Code,
    /// Where, as far as is known.
    pub origin: Option<Origin>,
    /// Which question it concerns.
    pub question: Option<QuestionId>,
    /// The text as written by the respondent.
    pub text: String,
    /// Facts that the sentence quotes, by name.
    pub facts: Vec<(&'static str, String)>,
}

impl Diagnostic {
    /// A remark without a place yet.
    pub fn new(code: Code) -> Self {
        Self { code, origin: None, question: None, text: String::new(), facts: Vec::new() }
    }

    /// Adds where.
    #[must_use]
    pub fn at(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// Adds the question.
    #[must_use]
    pub fn about(mut self, question: &QuestionId) -> Self {
        self.question = Some(question.clone());
        self
    }

    /// Adds the text as written.
    #[must_use]
    pub fn quoting(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Adds a fact for the sentence.
    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// Its weight.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Remarks that may come by the hundred thousand: the first of each kind are kept, the others counted on the last.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    kept: Vec<Diagnostic>,
    kinds: BTreeMap<(Code, Arc<str>, Option<QuestionId>), Kind>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Kind {
    count: usize,
    last: usize,
}

/// Remarks of the same code, file and question that are kept.
const MOST_KEPT: usize = 1_000;
/// The fact that counts the others.
pub const MORE: &str = "more";

impl Tally {
    /// Adds a remark, made only if it is kept.
    pub fn add(
        &mut self,
        (code, file, question): (Code, &Arc<str>, Option<&QuestionId>),
        remark: impl FnOnce() -> Diagnostic,
    ) {
        let kind = self.kinds.entry((code, Arc::clone(file), question.cloned())).or_default();
        kind.count += 1;
        if kind.count <= MOST_KEPT {
            kind.last = self.kept.len();
            self.kept.push(remark());
        }
    }

    /// The remarks, the last of a kind with the number of those that were only counted.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for kind in self.kinds.values().filter(|kind| kind.count > MOST_KEPT) {
            if let Some(last) = self.kept.get_mut(kind.last) {
                last.facts.push((MORE, (kind.count - MOST_KEPT).to_string()));
            }
        }
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_kept_is_counted_on_the_last_of_its_kind() {
        let mut tally = Tally::default();
        let file: Arc<str> = "a.csv".into();
        for at in 0..MOST_KEPT + 7 {
            let remark = || Diagnostic::new(Code::ToReview).quoting(at.to_string());
            tally.add((Code::ToReview, &file, None), remark);
        }
        tally.add((Code::ErrorCell, &file, None), || Diagnostic::new(Code::ErrorCell));
        let kept = tally.finish();
        assert_eq!(kept.len(), MOST_KEPT + 1);
        let told: Vec<_> = kept.iter().filter(|one| !one.facts.is_empty()).collect();
        assert_eq!((told.len(), told[0].facts.clone()), (1, vec![(MORE, "7".to_owned())]));
    }
}
