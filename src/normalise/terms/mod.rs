//! Answers to a question with a vocabulary: which of its terms an answer means.
//!
//! A cascade of exact stages, each in its file, ending with `explained`; what none of them resolves is asked
//! or kept as free text, never guessed (design/normalisation.md, measured on 1,029 labelled cells).

mod cell;
mod distance;
mod doubt;
mod exact;
mod explained;
mod glued;
mod joined;
mod lexicon;
mod lost;
mod offers;
mod outcome;
mod prefix;
mod resolve;
mod segment;
mod slip;
mod suggest;
mod token;
mod verdict;
mod weak;
mod wording;
mod wrapped;

pub use outcome::{
    Method, ReviewReason, SegmentOutcome, Suggestion, TermOutcome, TermStatus, Verdict,
};

use crate::codebook::keys::{has_question, has_unticked};
use crate::codebook::mojibake;
use crate::codebook::{Ruling, Vocabulary};
use crate::normalise::guard::is_empty_answer;
use lost::LostLetters;
use segment::SegmentReader;

/// How many terms a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// One.
    Single,
    /// Any number.
    Multiple,
}

/// What a person decided on a text, looked up by its decision key.
pub type Decisions<'a> = dyn Fn(&str) -> Option<Ruling> + 'a;

/// Normalises the answers to one question.
#[derive(Clone, Debug)]
pub struct TermNormaliser {
    reader: SegmentReader,
    lost: LostLetters,
    arity: Arity,
}

impl TermNormaliser {
    /// Indexes a vocabulary once for all the answers to a question.
    ///
    /// Seen as an edition ([`Vocabulary::at`]), a term that it does not ask is asked about, never counted.
    pub fn new(vocabulary: &Vocabulary, arity: Arity) -> Self {
        Self {
            reader: SegmentReader::new(vocabulary, arity),
            lost: LostLetters::new(&vocabulary.understood()),
            arity,
        }
    }

    /// Tells it how the question is worded, so that an answer that repeats it is read without it.
    #[must_use]
    pub fn asked_as<'q>(self, wordings: impl IntoIterator<Item = &'q str>) -> Self {
        Self { reader: self.reader.asked_as(wordings), ..self }
    }

    /// Says which terms an answer means, and which parts of it a person must read.
    ///
    /// Text that an export garbled (« pÃ©dagogique ») is mended first, so the segments show it mended.
    pub fn normalise(&self, text: &str, decisions: &Decisions<'_>) -> TermOutcome {
        let mended = mojibake::mend(text.trim());
        let restored = self.lost.restore(&mended);
        let text = restored.trim();
        if let Some(decided) = self.reader.decided(text, decisions) {
            return TermOutcome {
                status: whole_status(&decided, TermStatus::Decided),
                segments: vec![whole(text, decided)],
            };
        }
        let unticked = has_unticked(text);
        if is_empty_answer(text) && !unticked {
            return TermOutcome { status: TermStatus::Missing, segments: Vec::new() };
        }
        if unticked || has_question(text) {
            let reason = if unticked { ReviewReason::Unticked } else { ReviewReason::Question };
            return TermOutcome {
                status: TermStatus::ToReview,
                segments: self.reader.asked(text, reason),
            };
        }
        if let Some(verdict) = self.reader.exact(text) {
            return TermOutcome {
                status: whole_status(&verdict, TermStatus::Mapped),
                segments: vec![whole(text, verdict)],
            };
        }
        let drafts = cell::drafts(text, &self.reader, decisions);
        verdict::decide(drafts, &self.reader, self.arity)
    }
}

/// What becomes of an answer with one verdict.
fn whole_status(verdict: &Verdict, settled: TermStatus) -> TermStatus {
    if matches!(verdict, Verdict::Review { .. }) { TermStatus::ToReview } else { settled }
}

fn whole(text: &str, verdict: Verdict) -> SegmentOutcome {
    SegmentOutcome { text: text.to_owned(), note: None, verdict }
}
