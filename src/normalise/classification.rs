//! What would become of one answer, and why: the same rules as in a run, without a census around them.
//!
//! Terms are only what is mapped without asking; what a person would be asked is `left`. Where several segments
//! were settled, methods and rules stand side by side, in the order of the answer.

use super::pending::{left, ranked, reason, status};
use super::replay::Reader;
use super::terms::{Method, Suggestion, TermOutcome, TermStatus, Verdict};
use super::{Normaliser, Parsed, Status, Value, academy, launch, team};
use crate::codebook::keys::decision_key;
use crate::codebook::{Kind, Question};
use crate::model::TermId;
use crate::normalise::guard::is_empty_answer;

/// What stands between two methods or rules.
const BETWEEN: &str = " | ";

/// What would become of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Classification {
    /// What became of the whole answer.
    pub status: ClassStatus,
    /// The terms that count without asking.
    pub terms: Vec<TermId>,
    /// The segments that would be asked, as written.
    pub left: Vec<String>,
    /// How it was settled, each method once; `review` when nothing was.
    pub method: String,
    /// What exactly matched, or why a person is asked.
    pub rule: String,
    /// The likeliest terms of what is left, best first, at most three for each segment.
    pub suggestions: Vec<Suggestion>,
    /// The value of a launch, a team or an académie.
    pub value: Value,
}

/// What became of a whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassStatus {
    /// Settled by a rule, whole.
    Mapped,
    /// A part is settled, a part is asked.
    PartlyMapped,
    /// Settled by a person, earlier.
    Decided,
    /// A person must read it.
    ToReview,
    /// It says nothing.
    Missing,
    /// It is kept whole, as text.
    FreeText,
}

impl ClassStatus {
    /// The status as a stable word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mapped => "mapped",
            Self::PartlyMapped => "partly_mapped",
            Self::Decided => "decided",
            Self::ToReview => "to_review",
            Self::Missing => "missing",
            Self::FreeText => "free_text",
        }
    }
}

impl Normaliser<'_> {
    /// Says what would become of an answer to a question.
    pub fn classify(&self, question: &Question, text: &str) -> Classification {
        match question.kind {
            Kind::Single | Kind::Multiple => match self.terms.get(&question.id) {
                Some(normaliser) => {
                    let decisions = |key: &str| self.decided(&question.id, key);
                    of_terms(question, &normaliser.normalise(text, &decisions))
                }
                None => of_text(text),
            },
            Kind::Launch => {
                let parse = |text: &str| launch::parse(text, self.closing);
                self.of_parser(question, text, &Reader { parse: &parse, wrap: Value::Launch })
            }
            Kind::Team => {
                let parse = |text: &str| team::parse(text, &self.codebook.services);
                self.of_parser(question, text, &Reader { parse: &parse, wrap: Value::team })
            }
            Kind::Academy => {
                let register = &self.codebook.register;
                let parse = |text: &str| academy::parse(text, register, self.closing);
                self.of_parser(question, text, &Reader { parse: &parse, wrap: Value::Academy })
            }
            Kind::Text | Kind::List => of_text(text),
        }
    }

    fn of_parser<T>(
        &self,
        question: &Question,
        text: &str,
        reader: &Reader<'_, T>,
    ) -> Classification {
        let key = decision_key(text);
        if let Some(ruling) = self.ruling(&question.id, &key)
            && let Some(value) = reader.reworded(ruling)
        {
            return settled(ClassStatus::Decided, "decision", key, value);
        }
        match (reader.parse)(text) {
            Parsed::Value { value, rule } => {
                settled(ClassStatus::Mapped, "parser", rule, (reader.wrap)(value))
            }
            Parsed::Missing { rule } => settled(ClassStatus::Missing, "parser", rule, Value::None),
            Parsed::Review { reason } => Classification {
                left: vec![text.trim().to_owned()],
                ..settled(ClassStatus::ToReview, "review", reason.as_str().to_owned(), Value::None)
            },
        }
    }
}

/// A classification without terms, nothing left.
fn settled(status: ClassStatus, method: &str, rule: String, value: Value) -> Classification {
    let (terms, left, suggestions) = (Vec::new(), Vec::new(), Vec::new());
    Classification { status, terms, left, method: method.to_owned(), rule, suggestions, value }
}

fn of_text(text: &str) -> Classification {
    if is_empty_answer(text) {
        return settled(ClassStatus::Missing, "guard", text.trim().to_owned(), Value::None);
    }
    settled(ClassStatus::FreeText, "text", String::new(), Value::None)
}

fn of_terms(question: &Question, outcome: &TermOutcome) -> Classification {
    let waiting = left(question, outcome);
    let mut methods: Vec<&str> = Vec::new();
    let mut rules: Vec<&str> = Vec::new();
    for segment in &outcome.segments {
        let Verdict::Mapped { method, rule, .. } = &segment.verdict else { continue };
        if !methods.contains(&method.as_str()) {
            methods.push(method.as_str());
        }
        rules.push(rule);
    }
    if methods.is_empty() {
        let asked = waiting.first().map(|segment| ("review", reason(segment)));
        let kept = if outcome.status == TermStatus::Missing { "guard" } else { "other" };
        let (method, rule) = asked.unwrap_or((kept, ""));
        (methods, rules) = (vec![method], vec![rule]);
    }
    Classification {
        status: class_status(question, outcome),
        terms: outcome.terms(),
        left: waiting.iter().map(|segment| segment.text.clone()).collect(),
        method: methods.join(BETWEEN),
        rule: rules.join(BETWEEN),
        suggestions: ranked(outcome),
        value: Value::None,
    }
}

fn class_status(question: &Question, outcome: &TermOutcome) -> ClassStatus {
    let settled =
        |segment: &&super::terms::SegmentOutcome| matches!(segment.verdict, Verdict::Mapped { .. });
    let asked = !left(question, outcome).is_empty();
    let mapped = !outcome.terms().is_empty();
    let decided = outcome
        .segments
        .iter()
        .any(|segment| matches!(segment.verdict, Verdict::Mapped { method: Method::Decision, .. }));
    let by_rule = outcome
        .segments
        .iter()
        .filter(settled)
        .any(|segment| status(question, &segment.verdict) == Status::Mapped);
    match (asked, mapped) {
        (true, true) => ClassStatus::PartlyMapped,
        (true, false) => ClassStatus::ToReview,
        (false, _) if outcome.segments.is_empty() => ClassStatus::Missing,
        (false, _) if by_rule => ClassStatus::Mapped,
        (false, _) if decided => ClassStatus::Decided,
        (false, _) => ClassStatus::FreeText,
    }
}
