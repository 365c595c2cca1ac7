//! What can be wrong with a vocabulary file, as values; the sentences live with the messages.

/// A problem in a vocabulary file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VocabularyProblem {
    /// One-based line of the file.
    pub line: usize,
    /// What is wrong there.
    pub reason: VocabularyReason,
}

/// What is wrong at a line of a vocabulary file. Texts are quoted from the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VocabularyReason {
    /// The file is not TOML, or a value has the wrong shape; the parser's own words.
    Malformed(String),
    /// A field that the format does not know.
    UnknownField(String),
    /// Two terms share this id.
    DuplicateId(String),
    /// A term has an empty label in this language (`fr` or `en`).
    EmptyLabel {
        /// The term's id.
        term: String,
        /// `fr` or `en`.
        language: &'static str,
    },
    /// A label or alias that means two terms.
    AmbiguousText {
        /// The text as written at this line.
        text: String,
        /// The term that it stands under.
        term: String,
        /// The other term that claims it.
        other: String,
    },
    /// A label, alias, anchor, optional or refused text without a letter or digit.
    EmptyText(String),
    /// A word of an anchor that no label, alias, gloss or optional word of its term holds.
    UnreachableAnchor {
        /// The term's id.
        term: String,
        /// The anchor word.
        word: String,
    },
    /// A term is replaced by an id that is not in the file, or by itself.
    UnknownReplacement {
        /// The term's id.
        term: String,
        /// The unknown id.
        replacement: String,
    },
    /// A term ends before it begins.
    InvertedPeriod {
        /// The term's id.
        term: String,
        /// Its first year.
        since: u16,
        /// Its last year.
        until: u16,
    },
    /// A negation (« pas », « sans » …) is declared optional or a stop word.
    OptionalNegation(String),
    /// The vocabulary holds no term.
    NoTerm,
}
