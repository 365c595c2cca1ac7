//! What a person has yet to decide: one entry for each question and key, however many cells wait for it.
//!
//! A segment is asked by itself when deciding it settles its cell; else the whole cell is, because its segments
//! hang on each other: « pas de coaching » decides what « coaching » means there, and nowhere else. Whether a
//! segment's decision would settle the cell is not guessed: the cascade is run again as if it had been taken.

use super::terms::{ReviewReason, SegmentOutcome, Suggestion, TermOutcome, Verdict};
use super::{Normaliser, PendingKey, Status};
use crate::codebook::keys::decision_key;
use crate::codebook::{Kind, Question};
use crate::model::{Origin, QuestionId, TermId};

/// How many terms are suggested.
const SUGGESTED: usize = 3;
/// Reason of a text that no option resembles, where the question takes no other answer.
const UNKNOWN: &str = "unknown";

/// A text that waits for a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// The question.
    pub question: QuestionId,
    /// The key under which the decision will be kept.
    pub key: String,
    /// The text as first written.
    pub text: String,
    /// Why it is asked, as a stable word.
    pub reason: &'static str,
    /// The likeliest terms, at most three, best first.
    pub suggestions: Vec<Suggestion>,
    /// Where it was read, in reading order.
    pub origins: Vec<Origin>,
}

impl Pending {
    /// A text that waits, before its places are known.
    pub(super) fn new(
        question: &QuestionId,
        text: &str,
        reason: &'static str,
        suggestions: Vec<Suggestion>,
    ) -> Self {
        let text = text.trim();
        Self {
            question: question.clone(),
            key: decision_key(text),
            text: text.to_owned(),
            reason,
            suggestions,
            origins: Vec::new(),
        }
    }
}

impl Normaliser<'_> {
    /// Adds a place where a text waits.
    pub(super) fn note_pending(&mut self, pending: Pending, origin: Origin) {
        let key = (pending.question.clone(), pending.key.clone());
        self.noted.push((key.clone(), origin.clone()));
        self.pending.entry(key).or_insert(pending).origins.push(origin);
    }

    /// What the last answer left for a person, and where.
    pub fn noted(&self) -> Vec<(PendingKey, Origin)> {
        self.noted.clone()
    }

    /// Adds a place of the same answer in another record.
    pub fn note_again(&mut self, key: &PendingKey, origin: Origin) {
        if let Some(pending) = self.pending.get_mut(key) {
            pending.origins.push(origin);
        }
    }

    /// What must be decided in a cell.
    pub(super) fn pending_terms(
        &self,
        question: &Question,
        text: &str,
        outcome: &TermOutcome,
    ) -> Vec<Pending> {
        let left = left(question, outcome);
        if left.is_empty() {
            return Vec::new();
        }
        if left.iter().any(|segment| hangs_on_cell(segment))
            || question.kind == Kind::Single
            || !self.settles(question, text, &left)
        {
            let reason = left.first().map_or(UNKNOWN, |segment| reason(segment));
            return vec![Pending::new(&question.id, text, reason, suggestions(outcome))];
        }
        let of_segment = |segment: &&SegmentOutcome| {
            let suggested = match &segment.verdict {
                Verdict::Review { suggestions, .. } => suggestions.clone(),
                _ => Vec::new(),
            };
            Pending::new(&question.id, &segment.text, reason(segment), suggested)
        };
        left.iter().map(of_segment).collect()
    }

    /// Whether deciding each of the segments would leave nothing to ask, and keep what is known.
    fn settles(&self, question: &Question, text: &str, left: &[&SegmentOutcome]) -> bool {
        let Some(normaliser) = self.terms.get(&question.id) else { return false };
        let keys: Vec<String> = left.iter().map(|segment| decision_key(&segment.text)).collect();
        let decide = |key: &str| -> Option<Vec<TermId>> {
            if keys.iter().any(|known| known == key) {
                return Some(Vec::new());
            }
            self.decided(&question.id, key)
        };
        self::left(question, &normaliser.normalise(text, &decide)).is_empty()
    }
}

/// The segments of an outcome that a person must read.
pub(super) fn left<'o>(question: &Question, outcome: &'o TermOutcome) -> Vec<&'o SegmentOutcome> {
    let is_left =
        |segment: &&SegmentOutcome| status(question, &segment.verdict) == Status::ToReview;
    outcome.segments.iter().filter(is_left).collect()
}

/// What becomes of a segment: what is none of the options is asked where no other answer is taken.
pub(super) fn status(question: &Question, verdict: &Verdict) -> Status {
    match verdict {
        Verdict::Mapped { method: super::terms::Method::Decision, .. } => Status::Decided,
        Verdict::Mapped { .. } => Status::Mapped,
        Verdict::FreeText if question.other.is_some() => Status::FreeText,
        Verdict::FreeText | Verdict::Review { .. } => Status::ToReview,
    }
}

/// Why a segment is asked.
pub(super) fn reason(segment: &SegmentOutcome) -> &'static str {
    match &segment.verdict {
        Verdict::Review { reason, .. } => reason.as_str(),
        _ => UNKNOWN,
    }
}

/// Whether a segment is asked because of what stands around it.
fn hangs_on_cell(segment: &SegmentOutcome) -> bool {
    let Verdict::Review { reason, .. } = &segment.verdict else { return false };
    matches!(
        reason,
        ReviewReason::Question
            | ReviewReason::Unticked
            | ReviewReason::Blocked
            | ReviewReason::NotAlone
            | ReviewReason::Wrapped
            | ReviewReason::SubBullet
    )
}

/// The likeliest terms of a whole answer: what it surely names first, then the best of its segments.
pub(super) fn suggestions(outcome: &TermOutcome) -> Vec<Suggestion> {
    let sure = outcome.terms().into_iter().map(|term| Suggestion { term, score: 1.0 });
    let mut all: Vec<Suggestion> = sure.collect();
    all.extend(ranked(outcome));
    distinct(all, SUGGESTED)
}

/// The suggestions of the segments that are left, best first.
pub(super) fn ranked(outcome: &TermOutcome) -> Vec<Suggestion> {
    let mut all: Vec<Suggestion> = Vec::new();
    for segment in &outcome.segments {
        if let Verdict::Review { suggestions, .. } = &segment.verdict {
            all.extend(suggestions.iter().cloned());
        }
    }
    all.sort_by(|one, other| other.score.total_cmp(&one.score));
    distinct(all, usize::MAX)
}

fn distinct(suggestions: Vec<Suggestion>, most: usize) -> Vec<Suggestion> {
    let mut kept: Vec<Suggestion> = Vec::new();
    for suggestion in suggestions {
        if !kept.iter().any(|one| one.term == suggestion.term) {
            kept.push(suggestion);
        }
    }
    kept.truncate(most);
    kept
}
