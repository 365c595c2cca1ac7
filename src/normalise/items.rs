//! The items of an answer to a question with a vocabulary: one for each term, in the order of the cells.
//!
//! What is none of the options goes, whole, to the question's « autre » list where it has one, else to a person.

use super::terms::{self, SegmentOutcome, Verdict};
use super::{Answer, NO_SUGGESTION, Status, Value, answer, first_cell};
use crate::codebook::{Codebook, Question};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::RawAnswer;
use crate::model::Origin;

/// Finds the cell of each segment again, in the order of the cells.
pub(super) struct Places<'r> {
    raw: &'r RawAnswer,
    sheet: &'r Origin,
    current: usize,
}

impl<'r> Places<'r> {
    pub(super) fn new(raw: &'r RawAnswer, sheet: &'r Origin) -> Self {
        Self { raw, sheet, current: 0 }
    }

    /// The first cell, from the current one on, that holds the segment's first line.
    pub(super) fn of(&mut self, segment: &str) -> Origin {
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
pub(super) struct TermAnswers<'a> {
    pub(super) question: &'a Question,
    pub(super) codebook: &'a Codebook,
    pub(super) items: Vec<Answer>,
    pub(super) remarks: Vec<Diagnostic>,
}

impl TermAnswers<'_> {
    /// Adds what a segment means.
    pub(super) fn add(&mut self, segment: &SegmentOutcome, origin: Origin) {
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
            .fact("suggestions", if suggestions.is_empty() { NO_SUGGESTION } else { &suggestions });
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
