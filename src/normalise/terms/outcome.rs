//! What normalising an answer gives.

use crate::model::TermId;

/// An answer, normalised.
#[derive(Clone, Debug, PartialEq)]
pub struct TermOutcome {
    /// What became of the whole answer.
    pub status: TermStatus,
    /// Its segments, in the order of the answer.
    pub segments: Vec<SegmentOutcome>,
}

/// What became of a whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermStatus {
    /// Every option in it was recognised; free text may remain.
    Mapped,
    /// Some were, and a person must read the rest.
    PartlyMapped,
    /// A person decided on this very text.
    Decided,
    /// A person must read it; nothing counts until then.
    ToReview,
    /// It says nothing.
    Missing,
    /// It says something that is none of the options.
    FreeText,
}

/// A piece of an answer, normalised.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentOutcome {
    /// The piece as written, without bullet.
    pub text: String,
    /// What the respondent added below it.
    pub note: Option<String>,
    /// What it means.
    pub verdict: Verdict,
}

/// What a segment means.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// These terms; several, or none of the options, only by a decision.
    Mapped {
        /// The terms.
        terms: Vec<TermId>,
        /// How they were found.
        method: Method,
        /// The wording, anchor or decision key that matched, as the codebook writes it.
        rule: String,
    },
    /// A person must say.
    Review {
        /// Why.
        reason: ReviewReason,
        /// The likeliest terms.
        suggestions: Vec<Suggestion>,
    },
    /// None of the options.
    FreeText,
}

/// A term that a person may choose, with its likeness.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The term.
    pub term: TermId,
    /// Between 0 and 1.
    pub score: f64,
}

/// How a term was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// The label.
    Exact,
    /// An alias.
    Alias,
    /// The label with its gloss.
    Gloss,
    /// A label cut short.
    Prefix,
    /// A wording, spaces apart.
    Joined,
    /// The same words.
    TokenKey,
    /// Every word explained by one term.
    Explained,
    /// A person's decision.
    Decision,
}

impl Method {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Alias => "alias",
            Self::Gloss => "gloss",
            Self::Prefix => "prefix",
            Self::Joined => "joined",
            Self::TokenKey => "token_key",
            Self::Explained => "explained",
            Self::Decision => "decision",
        }
    }
}

/// Why a person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewReason {
    /// The answer holds « ? ».
    Question,
    /// The answer holds an unticked box.
    Unticked,
    /// It names a term that only a decision may give, such as « En pause ».
    DecisionOnly,
    /// It denies or ends something.
    Negation,
    /// Several terms explain it equally well.
    Tie,
    /// The vocabulary says that this wording must be judged.
    Ambiguous,
    /// A part of it is an option, another is not.
    Mixed,
    /// An option stands in it, with words that no option explains.
    ForeignWords,
    /// Words of an option, but not those that tell it from others.
    Incomplete,
    /// It is spelt nearly as an option.
    NearMiss,
    /// An option stands under a sub-bullet.
    SubBullet,
    /// It was recognised, but the line next to it seems to be part of the same phrase.
    Wrapped,
    /// It was recognised, but another part of the answer may deny or put it off.
    Blocked,
    /// It was recognised, but the question takes one answer and the cell holds more.
    NotAlone,
    /// It names a term that the edition no longer offers.
    Retired,
    /// It names a term that the edition does not offer yet.
    NotYet,
    /// A decision names a term that the vocabulary has lost, or several for a question that takes one.
    BrokenDecision,
}

impl ReviewReason {
    /// The reason as a stable word, for tables and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Unticked => "unticked",
            Self::DecisionOnly => "decision_only",
            Self::Negation => "negation",
            Self::Tie => "tie",
            Self::Ambiguous => "ambiguous",
            Self::Mixed => "mixed",
            Self::ForeignWords => "foreign_words",
            Self::Incomplete => "incomplete",
            Self::NearMiss => "near_miss",
            Self::SubBullet => "sub_bullet",
            Self::Wrapped => "wrapped",
            Self::Blocked => "blocked",
            Self::NotAlone => "not_alone",
            Self::Retired => "retired",
            Self::NotYet => "not_yet",
            Self::BrokenDecision => "broken_decision",
        }
    }
}

impl TermOutcome {
    /// The terms that count for this answer, each once, in the order of mention.
    pub fn terms(&self) -> Vec<TermId> {
        let mut counted: Vec<TermId> = Vec::new();
        for segment in &self.segments {
            if let Verdict::Mapped { terms, .. } = &segment.verdict {
                for term in terms {
                    if !counted.contains(term) {
                        counted.push(term.clone());
                    }
                }
            }
        }
        counted
    }
}
