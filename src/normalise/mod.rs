//! From raw answers to values: one file or folder per kind of value.
//!
//! What is not certain is never guessed: it goes to a person, with a diagnostic. A text is normalised once
//! for each question, however many cells hold it.

pub mod academy;
mod answer;
mod blank;
mod classification;
mod edit;
pub mod gate;
pub mod guard;
pub mod launch;
mod listed;
mod parsed;
mod pending;
pub mod personal;
pub mod ruling;
pub mod split;
pub mod team;
pub mod terms;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

pub use answer::{Answer, Status, Value};
pub use classification::{ClassStatus, Classification};
pub use parsed::{Parsed, ReviewReason};
pub use pending::Pending;

use crate::codebook::keys::decision_key;
use crate::codebook::{Codebook, Decision, Kind, Question, Ruling};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::{RawAnswer, RawPart};
use crate::model::{Origin, QuestionId, TermId};
use terms::{Arity, SegmentOutcome, TermNormaliser, TermOutcome, TermStatus, Verdict};

/// Normalises the answers of an edition.
pub struct Normaliser<'a> {
    codebook: &'a Codebook,
    closing: NaiveDate,
    terms: BTreeMap<QuestionId, TermNormaliser>,
    seen: BTreeMap<(QuestionId, String), TermOutcome>,
    pending: BTreeMap<(QuestionId, String), Pending>,
    fired: BTreeSet<(QuestionId, String)>,
}

/// The items of an answer, and what was noticed.
pub type Normalised = (Vec<Answer>, Vec<Diagnostic>);

impl<'a> Normaliser<'a> {
    /// Prepares the vocabularies; `closing` tells planned launches from actual ones.
    pub fn new(codebook: &'a Codebook, closing: NaiveDate) -> Self {
        let normaliser = |question: &Question| {
            let arity = if question.kind == Kind::Single { Arity::Single } else { Arity::Multiple };
            Some((
                question.id.clone(),
                TermNormaliser::new(codebook.vocabulary(&question.id)?, arity),
            ))
        };
        let terms = codebook.questionnaire.questions.iter().filter_map(normaliser).collect();
        Self {
            codebook,
            closing,
            terms,
            seen: BTreeMap::new(),
            pending: BTreeMap::new(),
            fired: BTreeSet::new(),
        }
    }

    /// What a person has yet to decide among all that was normalised, by question and key.
    pub fn pending(&self) -> impl Iterator<Item = &Pending> {
        self.pending.values()
    }

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

    /// Normalises the answer to a question; items are numbered by the caller.
    ///
    /// *Diagnostics*: `to-review`, `other-option`.
    pub fn normalise(&mut self, raw: &RawAnswer, sheet: &Origin) -> Normalised {
        if raw.parts.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let codebook = self.codebook;
        let question = codebook.questionnaire.get(&raw.question);
        match question.map(|question| (question, question.kind)) {
            Some((question, Kind::Single | Kind::Multiple)) => self.terms(question, raw, sheet),
            Some((_, Kind::Launch)) => self.launch(raw, sheet),
            Some((_, Kind::Team)) => self.team(raw, sheet),
            Some((_, Kind::List)) => (listed::lines(raw, sheet), Vec::new()),
            Some((_, Kind::Text | Kind::Academy)) | None => (listed::cells(raw, sheet), Vec::new()),
        }
    }

    fn terms(&mut self, question: &Question, raw: &RawAnswer, sheet: &Origin) -> Normalised {
        let text = joined(&raw.parts);
        let key = (question.id.clone(), text);
        if !self.seen.contains_key(&key) {
            let Some(normaliser) = self.terms.get(&question.id) else {
                return (Vec::new(), Vec::new());
            };
            let outcome = normaliser.normalise(&key.1, &|key| self.decided(&question.id, key));
            self.seen.insert(key.clone(), outcome);
        }
        let Some(outcome) = self.seen.get(&key).cloned() else { return (Vec::new(), Vec::new()) };
        self.note_fired(&question.id, &outcome);
        let mut places = Places::new(raw, sheet);
        for pending in self.pending_terms(question, &key.1, &outcome) {
            let origin = places.of(&pending.text);
            self.note_pending(pending, origin);
        }
        let mut writer = TermAnswers {
            question,
            codebook: self.codebook,
            items: Vec::new(),
            remarks: Vec::new(),
        };
        if outcome.status == TermStatus::Missing {
            let first = first_cell(raw, sheet);
            writer.items.push(answer(
                &question.id,
                Value::None,
                (&key.1, Status::Missing),
                ("guard", &key.1),
                first,
            ));
        }
        let mut places = Places::new(raw, sheet);
        for segment in &outcome.segments {
            writer.add(segment, places.of(&segment.text));
        }
        (writer.items, writer.remarks)
    }

    fn launch(&mut self, raw: &RawAnswer, sheet: &Origin) -> Normalised {
        let typed = raw.parts.iter().find_map(|part| Some((part, part.date?)));
        if let (Some((part, date)), 1) = (typed, raw.parts.len()) {
            let value = Value::Launch(launch::from_date(date, self.closing));
            let origin = sheet.at(part.cell);
            let item = answer(
                &raw.question,
                value,
                (&part.text, Status::Mapped),
                ("parser", "date cell"),
                origin,
            );
            return (vec![item], Vec::new());
        }
        let closing = self.closing;
        let parse = |text: &str| launch::parse(text, closing);
        self.parsed(raw, sheet, &Reader { parse: &parse, wrap: Value::Launch })
    }

    fn team(&mut self, raw: &RawAnswer, sheet: &Origin) -> Normalised {
        let services = &self.codebook.services;
        let parse = |text: &str| team::parse(text, services);
        self.parsed(raw, sheet, &Reader { parse: &parse, wrap: Value::Team })
    }

    /// The one item of an answer that a parser reads; a decision says what to read instead.
    fn parsed<T>(&mut self, raw: &RawAnswer, sheet: &Origin, reader: &Reader<'_, T>) -> Normalised {
        let text = joined(&raw.parts);
        let key = decision_key(&text);
        let origin = first_cell(raw, sheet);
        let ruling = self.ruling(&raw.question, &key);
        if let Some(value) = ruling.and_then(|ruling| reader.reworded(ruling)) {
            self.fired.insert((raw.question.clone(), key.clone()));
            let found = ("decision", key.as_str());
            let settled = (text.as_str(), Status::Decided);
            return (vec![answer(&raw.question, value, settled, found, origin)], Vec::new());
        }
        let parsed = (reader.parse)(&text);
        if let Parsed::Review { reason } = &parsed {
            let (reason, suggestions) = (reason.as_str(), Vec::new());
            let pending = Pending::new(&raw.question, &text, reason, suggestions);
            self.note_pending(pending, origin);
        }
        single(raw, sheet, &text, parsed, reader.wrap)
    }

    /// The terms decided on a key, for the cascade.
    fn decided(&self, question: &QuestionId, key: &str) -> Option<Vec<TermId>> {
        self.ruling(question, key).map(|ruling| ruling.terms().to_vec())
    }

    fn ruling(&self, question: &QuestionId, key: &str) -> Option<&'a Ruling> {
        self.codebook.ledger.find(question, key).map(|decision| &decision.ruling)
    }

    fn note_fired(&mut self, question: &QuestionId, outcome: &TermOutcome) {
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
            Kind::Single | Kind::Multiple => {
                let terms = decision.ruling.terms();
                (question.kind == Kind::Single && terms.len() > 1)
                    || terms.iter().any(|term| self.codebook.term(&question.id, term).is_none())
            }
            Kind::Launch => {
                let parse = |text: &str| launch::parse(text, self.closing);
                let reader = Reader { parse: &parse, wrap: Value::Launch };
                reader.reworded(&decision.ruling).is_none()
            }
            Kind::Team => {
                let parse = |text: &str| team::parse(text, &self.codebook.services);
                let reader = Reader { parse: &parse, wrap: Value::Team };
                reader.reworded(&decision.ruling).is_none()
            }
            Kind::Academy | Kind::Text | Kind::List => true,
        }
    }
}

/// A parser, and how its values become those of an answer.
struct Reader<'p, T> {
    parse: &'p dyn Fn(&str) -> Parsed<T>,
    wrap: fn(T) -> Value,
}

impl<T> Reader<'_, T> {
    /// What a decided wording says; `None` when it is no longer understood.
    fn reworded(&self, ruling: &Ruling) -> Option<Value> {
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

/// The cells of an answer as one text.
fn joined(parts: &[RawPart]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn first_cell(raw: &RawAnswer, sheet: &Origin) -> Origin {
    raw.parts.first().map_or_else(|| sheet.clone(), |part| sheet.at(part.cell))
}

/// An item; its number is given by the caller.
fn answer(
    question: &QuestionId,
    value: Value,
    (text, status): (&str, Status),
    (method, rule): (&'static str, &str),
    origin: Origin,
) -> Answer {
    let (text, rule) = (text.trim().to_owned(), rule.to_owned());
    Answer { question: question.clone(), item: 0, value, text, status, method, rule, origin }
}

/// The one item of a parsed answer.
fn single<T>(
    raw: &RawAnswer,
    sheet: &Origin,
    text: &str,
    parsed: Parsed<T>,
    wrap: fn(T) -> Value,
) -> Normalised {
    let origin = first_cell(raw, sheet);
    let item = |value, status, rule: &str| {
        answer(&raw.question, value, (text, status), ("parser", rule), origin.clone())
    };
    match parsed {
        Parsed::Value { value, rule } => {
            (vec![item(wrap(value), Status::Mapped, &rule)], Vec::new())
        }
        Parsed::Missing { rule } => (vec![item(Value::None, Status::Missing, &rule)], Vec::new()),
        Parsed::Review { reason } => {
            let remark = Diagnostic::new(Code::ToReview)
                .at(origin.clone())
                .about(&raw.question)
                .quoting(text)
                .fact("reason", reason.as_str())
                .fact("suggestions", "none");
            (vec![item(Value::None, Status::ToReview, reason.as_str())], vec![remark])
        }
    }
}

/// Finds the cell of each segment again, in the order of the cells.
struct Places<'r> {
    raw: &'r RawAnswer,
    sheet: &'r Origin,
    current: usize,
}

impl<'r> Places<'r> {
    fn new(raw: &'r RawAnswer, sheet: &'r Origin) -> Self {
        Self { raw, sheet, current: 0 }
    }

    /// The first cell, from the current one on, that holds the segment's first line.
    fn of(&mut self, segment: &str) -> Origin {
        let line = segment.lines().next().unwrap_or(segment);
        let rest = self.raw.parts.iter().enumerate().skip(self.current);
        let found =
            rest.clone().find(|(_, part)| part.text.contains(line)).or_else(|| rest.clone().next());
        match found {
            Some((index, part)) => {
                self.current = index;
                self.sheet.at(part.cell)
            }
            None => first_cell(self.raw, self.sheet),
        }
    }
}

/// Writes the segments of an outcome as items.
struct TermAnswers<'a> {
    question: &'a Question,
    codebook: &'a Codebook,
    items: Vec<Answer>,
    remarks: Vec<Diagnostic>,
}

impl TermAnswers<'_> {
    fn add(&mut self, segment: &SegmentOutcome, origin: Origin) {
        let text = match &segment.note {
            Some(note) => format!("{}\n{note}", segment.text),
            None => segment.text.clone(),
        };
        let question = &self.question.id;
        match &segment.verdict {
            Verdict::Mapped { terms, method, rule } => {
                let status = if *method == terms::Method::Decision {
                    Status::Decided
                } else {
                    Status::Mapped
                };
                let found = (method.as_str(), rule.as_str());
                if terms.is_empty() {
                    // « None of the options » was decided: the words are the respondent's own idea.
                    let own = self.question.other.as_ref().unwrap_or(question);
                    self.items.push(answer(
                        own,
                        Value::None,
                        (&text, status),
                        found,
                        origin.clone(),
                    ));
                }
                for term in terms {
                    let value = Value::Term(term.clone());
                    self.items.push(answer(
                        question,
                        value,
                        (&text, status),
                        found,
                        origin.clone(),
                    ));
                }
            }
            Verdict::FreeText if self.question.other.is_some() => self.other(&text, origin),
            Verdict::FreeText => self.undecided(&text, ("unknown", String::new()), origin),
            Verdict::Review { reason, suggestions } => {
                let label = |suggestion: &terms::Suggestion| {
                    let term = self.codebook.term(question, &suggestion.term)?;
                    Some(term.label.fr.as_str())
                };
                let labels = suggestions.iter().filter_map(label).collect::<Vec<_>>().join(" ; ");
                self.undecided(&text, (reason.as_str(), labels), origin);
            }
        }
    }

    /// An option of the respondent's own, kept whole under the « autre » question.
    fn other(&mut self, text: &str, origin: Origin) {
        let question = self.question.other.as_ref().unwrap_or(&self.question.id);
        self.remarks.push(
            Diagnostic::new(Code::OtherOption).at(origin.clone()).about(question).quoting(text),
        );
        self.items.push(answer(
            question,
            Value::None,
            (text, Status::FreeText),
            ("other", ""),
            origin,
        ));
    }

    fn undecided(
        &mut self,
        text: &str,
        (reason, suggestions): (&'static str, String),
        origin: Origin,
    ) {
        let question = &self.question.id;
        let remark = Diagnostic::new(Code::ToReview)
            .at(origin.clone())
            .about(question)
            .quoting(text)
            .fact("reason", reason)
            .fact("suggestions", if suggestions.is_empty() { "none" } else { &suggestions });
        self.remarks.push(remark);
        self.items.push(answer(
            question,
            Value::None,
            (text, Status::ToReview),
            ("review", reason),
            origin,
        ));
    }
}
