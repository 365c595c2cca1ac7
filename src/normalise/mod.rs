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
mod items;
pub mod launch;
mod listed;
mod parsed;
mod pending;
pub mod personal;
pub mod registers;
mod replay;
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
use crate::codebook::{Codebook, Kind, Question, Vocabulary};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::{RawAnswer, RawPart};
use crate::model::{Origin, QuestionId};
use items::{Places, TermAnswers};
use replay::Reader;
use terms::{Arity, TermNormaliser, TermOutcome, TermStatus};

/// Normalises the answers of an edition.
pub struct Normaliser<'a> {
    codebook: &'a Codebook,
    closing: NaiveDate,
    terms: BTreeMap<QuestionId, TermNormaliser>,
    seen: BTreeMap<(QuestionId, String), TermOutcome>,
    pending: BTreeMap<(QuestionId, String), Pending>,
    fired: BTreeSet<(QuestionId, String)>,
    /// What the last answer left for a person, by key, and where.
    noted: Vec<(PendingKey, Origin)>,
}

/// Question and key of a text that waits for a decision.
pub type PendingKey = (QuestionId, String);

/// What the messages test for when there is nothing to suggest.
const NO_SUGGESTION: &str = "none";

/// The items of an answer, and what was noticed.
pub type Normalised = (Vec<Answer>, Vec<Diagnostic>);

impl<'a> Normaliser<'a> {
    /// Prepares the vocabularies; `closing` tells planned launches from actual ones.
    pub fn new(codebook: &'a Codebook, closing: NaiveDate) -> Self {
        let normaliser = |question: &Question| {
            let vocabulary = codebook.vocabulary(&question.id)?;
            Some((question.id.clone(), normaliser_of(question, vocabulary)))
        };
        let terms = codebook.questionnaire.questions.iter().filter_map(normaliser).collect();
        Self {
            codebook,
            closing,
            terms,
            seen: BTreeMap::new(),
            pending: BTreeMap::new(),
            fired: BTreeSet::new(),
            noted: Vec::new(),
        }
    }

    /// What a person has yet to decide among all that was normalised, by question and key.
    pub fn pending(&self) -> impl Iterator<Item = &Pending> {
        self.pending.values()
    }

    /// Normalises the answer to a question; items are numbered by the caller.
    ///
    /// *Diagnostics*: `to-review`, `other-option`.
    pub fn normalise(&mut self, raw: &RawAnswer, sheet: &Origin) -> Normalised {
        self.noted.clear();
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
        self.parsed(raw, sheet, &Reader { parse: &parse, wrap: Value::team })
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
}

/// What reads the answers to a question with a vocabulary.
fn normaliser_of(question: &Question, vocabulary: &Vocabulary) -> TermNormaliser {
    let arity = if question.kind == Kind::Single { Arity::Single } else { Arity::Multiple };
    let labels = [question.label.fr.as_str(), question.label.en.as_str()];
    let wordings = question.wordings.iter().map(String::as_str).chain(labels);
    TermNormaliser::new(vocabulary, arity).asked_as(wordings)
}

/// The cells of an answer as one text.
fn joined(parts: &[RawPart]) -> String {
    parts.iter().map(|part| &*part.text).collect::<Vec<_>>().join("\n")
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
    let (text, rule) = (text.trim().into(), rule.into());
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
                .fact("suggestions", NO_SUGGESTION);
            (vec![item(Value::None, Status::ToReview, reason.as_str())], vec![remark])
        }
    }
}
