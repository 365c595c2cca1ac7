//! One body of the register in one edition.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::answers::{AnswerRef, Answers};
use crate::codebook::Body;
use crate::model::{Launch, QuestionId, Sha256Hex, Team, TermId};
use crate::normalise::{Answer, Value};

/// Whether a body answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResponseState {
    /// Its response was received.
    Received,
    /// Its lab is known, and it did not answer.
    KnownSilent,
    /// Nothing was received, and no lab is known.
    None,
}

impl ResponseState {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::KnownSilent => "known_silent",
            Self::None => "none",
        }
    }
}

/// The file that a lab's response was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name, relative to the responses folder.
    pub file: String,
    /// The fingerprint of its bytes.
    pub sha256: Sha256Hex,
}

/// One body of the register in one edition.
#[derive(Clone, Debug)]
pub struct Lab {
    /// The body.
    pub body: Arc<Body>,
    /// Whether it answered.
    pub response: ResponseState,
    /// Where its response was read.
    pub source: Option<Arc<Source>>,
    /// Its answers, by question in the order of the fiche.
    pub answers: Answers,
}

impl Lab {
    /// The answers to a question.
    pub fn answers_to<'a, 'q>(
        &'a self,
        question: &'q QuestionId,
    ) -> impl Iterator<Item = AnswerRef<'a>> + use<'a, 'q> {
        self.answers.iter().filter(move |answer| answer.question == *question)
    }

    /// What the answers to a question say, without their places.
    fn said<'a>(&'a self, question: &QuestionId) -> impl Iterator<Item = &'a Answer> {
        self.answers.said().filter(move |answer| answer.question == *question)
    }

    /// The terms answered to a question, each once.
    pub fn terms<'a>(&'a self, question: &QuestionId) -> BTreeSet<&'a TermId> {
        self.said(question).filter_map(Answer::term).collect()
    }

    /// The one term of a single-valued question.
    pub fn term<'a>(&'a self, question: &QuestionId) -> Option<&'a TermId> {
        self.said(question).find_map(Answer::term)
    }

    /// The launch, if one was understood.
    pub fn launch(&self) -> Option<&Launch> {
        self.answers.said().find_map(|answer| match &answer.value {
            Value::Launch(launch) => Some(launch),
            _ => None,
        })
    }

    /// The team, if one was understood.
    pub fn team(&self) -> Option<&Team> {
        self.answers.said().find_map(|answer| match &answer.value {
            Value::Team(team) => Some(&**team),
            _ => None,
        })
    }

    /// The lab's own name, if the fiche gives one.
    pub fn name(&self) -> Option<&str> {
        self.answers
            .said()
            .find(|answer| answer.question.as_str() == "lab")
            .map(|answer| &*answer.text)
    }
}
