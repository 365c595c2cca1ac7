//! An answer, normalised: what it means, how that was found, and where it was read.

use std::sync::Arc;

use crate::model::{AcademyCode, Launch, Origin, QuestionId, Team, TermId};

/// One item of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The question.
    pub question: QuestionId,
    /// 1, 2, 3 … within the question.
    pub item: u32,
    /// What it means.
    pub value: Value,
    /// The segment as written, with the remarks that hang on it.
    pub text: Arc<str>,
    /// Whether it is settled.
    pub status: Status,
    /// How it was settled, such as `exact` or `parser`.
    pub method: &'static str,
    /// What exactly matched.
    pub rule: Arc<str>,
    /// Where it was read.
    pub origin: Origin,
}

/// What an item means.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing that can be counted: free text, undecided, missing.
    None,
    /// A term of the question's vocabulary.
    Term(TermId),
    /// A body of the register.
    Academy(AcademyCode),
    /// A launch.
    Launch(Launch),
    /// A team.
    Team(Box<Team>),
}

impl Value {
    /// A team, held apart: few answers hold one, and each would be as large.
    pub(crate) fn team(team: Team) -> Self {
        Self::Team(Box::new(team))
    }
}

/// Whether an item is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// By a rule.
    Mapped,
    /// By a person, earlier.
    Decided,
    /// Text that is kept whole.
    FreeText,
    /// The respondent said nothing: « ? », « néant », « à définir ».
    Missing,
    /// A person must decide.
    ToReview,
}

impl Status {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mapped => "mapped",
            Self::Decided => "decided",
            Self::FreeText => "free_text",
            Self::Missing => "missing",
            Self::ToReview => "to_review",
        }
    }
}

impl Answer {
    /// Whether the respondent said something, understood or not.
    pub fn says_something(&self) -> bool {
        self.status != Status::Missing
    }

    /// The term, if it is one.
    pub fn term(&self) -> Option<&TermId> {
        match &self.value {
            Value::Term(term) => Some(term),
            _ => None,
        }
    }
}
