//! The verdict on a cell, from its segments.
//!
//! A segment that denies, announces or puts off something blocks the whole cell, because what it governs cannot
//! be told. Otherwise what is resolved is kept and only the rest is asked. A question that takes one answer
//! needs exactly one term and nothing left.

use super::cell::Draft;
use super::segment::{SegmentReader, Signs};
use super::{Arity, ReviewReason, SegmentOutcome, Suggestion, TermOutcome, TermStatus, Verdict};

/// Decides on a cell.
pub(super) fn decide(drafts: Vec<Draft>, reader: &SegmentReader, arity: Arity) -> TermOutcome {
    let blocked = drafts.iter().any(|draft| draft.reading.signs == Signs::Blocks);
    let mut segments = Vec::new();
    for draft in drafts {
        add_parts(draft, reader, &mut segments);
    }
    let outcome = TermOutcome { status: TermStatus::Mapped, segments };
    let mut outcome = if blocked {
        asked(outcome, ReviewReason::Blocked)
    } else if arity == Arity::Single && !is_alone(&outcome) {
        asked(outcome, ReviewReason::NotAlone)
    } else {
        outcome
    };
    outcome.status = status(&outcome);
    outcome
}

fn add_parts(draft: Draft, reader: &SegmentReader, segments: &mut Vec<SegmentOutcome>) {
    let mut note = draft.note;
    let last = draft.reading.parts.len().saturating_sub(1);
    for (at, (text, verdict)) in draft.reading.parts.into_iter().enumerate() {
        let note = if at == last { note.take() } else { None };
        let verdict = match draft.doubted {
            Some(reason) if verdict != Verdict::FreeText => reader.review(&text, reason),
            _ => verdict,
        };
        segments.push(SegmentOutcome { text, note, verdict });
    }
}

fn is_alone(outcome: &TermOutcome) -> bool {
    let all_mapped =
        outcome.segments.iter().all(|segment| matches!(segment.verdict, Verdict::Mapped { .. }));
    outcome.terms().is_empty() || (all_mapped && outcome.terms().len() == 1)
}

/// Turns what was recognised into questions, with the recognised terms as suggestions.
fn asked(mut outcome: TermOutcome, reason: ReviewReason) -> TermOutcome {
    for segment in &mut outcome.segments {
        if let Verdict::Mapped { terms, .. } = &segment.verdict {
            let suggestions =
                terms.iter().map(|term| Suggestion { term: term.clone(), score: 1.0 }).collect();
            segment.verdict = Verdict::Review { reason, suggestions };
        }
    }
    outcome
}

fn status(outcome: &TermOutcome) -> TermStatus {
    let any = |wanted: fn(&Verdict) -> bool| {
        outcome.segments.iter().any(|segment| wanted(&segment.verdict))
    };
    let mapped =
        any(|verdict| matches!(verdict, Verdict::Mapped { terms, .. } if !terms.is_empty()));
    let decided = any(|verdict| matches!(verdict, Verdict::Mapped { .. }));
    let asked = any(|verdict| matches!(verdict, Verdict::Review { .. }));
    match (mapped, asked) {
        (true, false) => TermStatus::Mapped,
        (true, true) => TermStatus::PartlyMapped,
        (false, true) => TermStatus::ToReview,
        (false, false) if outcome.segments.is_empty() => TermStatus::Missing,
        (false, false) if decided => TermStatus::Decided,
        (false, false) => TermStatus::FreeText,
    }
}
