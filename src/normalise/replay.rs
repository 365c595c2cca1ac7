//! Decisions of the ledger at work: found by their very key, noted when they serve, told when they no longer hold.

use super::terms::{self, TermOutcome, Verdict};
use super::{Normaliser, Parsed, Value, launch, team};
use crate::codebook::{Decision, Kind, Ruling};
use crate::model::QuestionId;

impl<'a> Normaliser<'a> {
    /// The decisions that no text called for so far.
    pub fn unused(&self) -> impl Iterator<Item = &'a Decision> {
        self.codebook.ledger.iter().filter(|decision| {
            !self.fired.contains(&(decision.question.clone(), decision.key.clone()))
        })
    }

    /// The decisions that the codebook has outgrown: their texts are asked again.
    pub fn stale(&self) -> impl Iterator<Item = &'a Decision> {
        self.codebook.ledger.iter().filter(|decision| self.is_stale(decision))
    }

    /// The terms decided on a key, for the cascade.
    pub(super) fn decided(&self, question: &QuestionId, key: &str) -> Option<Ruling> {
        self.ruling(question, key).cloned()
    }

    /// What was decided on a key.
    pub(super) fn ruling(&self, question: &QuestionId, key: &str) -> Option<&'a Ruling> {
        self.codebook.ledger.find(question, key).map(|decision| &decision.ruling)
    }

    /// Notes the decisions that settled an answer.
    pub(super) fn note_fired(&mut self, question: &QuestionId, outcome: &TermOutcome) {
        for segment in &outcome.segments {
            if let Verdict::Mapped { method: terms::Method::Decision, rule, .. } = &segment.verdict
            {
                self.fired.insert((question.clone(), rule.clone()));
            }
        }
    }

    fn is_stale(&self, decision: &Decision) -> bool {
        let Some(question) = self.codebook.questionnaire.get(&decision.question) else {
            return true;
        };
        match question.kind {
            Kind::Single | Kind::Multiple => !self.codebook.is_sound(question, &decision.ruling),
            Kind::Launch => {
                let parse = |text: &str| launch::parse(text, self.closing);
                let reader = Reader { parse: &parse, wrap: Value::Launch };
                reader.reworded(&decision.ruling).is_none()
            }
            Kind::Team => {
                let parse = |text: &str| team::parse(text, &self.codebook.services);
                let reader = Reader { parse: &parse, wrap: Value::team };
                reader.reworded(&decision.ruling).is_none()
            }
            Kind::Academy | Kind::Text | Kind::List => true,
        }
    }
}

/// A parser, and how its values become those of an answer.
pub(super) struct Reader<'p, T> {
    pub(super) parse: &'p dyn Fn(&str) -> Parsed<T>,
    pub(super) wrap: fn(T) -> Value,
}

impl<T> Reader<'_, T> {
    /// What a decided wording says; `None` when it is no longer understood.
    pub(super) fn reworded(&self, ruling: &Ruling) -> Option<Value> {
        match ruling.terms() {
            [] => Some(Value::None),
            [wording] => match (self.parse)(wording.as_str()) {
                Parsed::Value { value, .. } => Some((self.wrap)(value)),
                Parsed::Missing { .. } | Parsed::Review { .. } => None,
            },
            _ => None,
        }
    }
}
