//! Phrases broken over two lines of which one line happens to be an option: « action / sociale ».
//!
//! A list whose lines are options and own ideas looks much the same, so only a line that hangs on its neighbour is
//! asked: one word beside one word, a linking word at the break, or both together something the vocabulary
//! refuses.

use super::cell::Draft;
use super::lexicon::WordKind;
use super::segment::{SegmentReader, Signs};
use super::{ReviewReason, Verdict};
use crate::model::TermId;
use crate::normalise::split::Place;

/// Marks the options that may be half of a broken phrase.
pub(super) fn doubt_phrases(drafts: &mut [Draft], reader: &SegmentReader) {
    let broken: Vec<usize> = (0..drafts.len()).filter(|at| is_half(drafts, *at, reader)).collect();
    for at in broken {
        if let Some(draft) = drafts.get_mut(at) {
            draft.doubted = Some(ReviewReason::Wrapped);
        }
    }
}

fn is_half(drafts: &[Draft], at: usize, reader: &SegmentReader) -> bool {
    let Some(option) = drafts.get(at) else { return false };
    let Some(term) = only_term(option) else { return false };
    let above = at.checked_sub(1).and_then(|above| drafts.get(above));
    let below = drafts.get(at + 1);
    above.is_some_and(|above| is_broken(above, option, above, term, reader))
        || below.is_some_and(|below| is_broken(option, below, below, term, reader))
}

/// Whether two lines seem to be one phrase; `other` is the one that is no option.
fn is_broken(
    first: &Draft,
    second: &Draft,
    other: &Draft,
    term: &TermId,
    reader: &SegmentReader,
) -> bool {
    let goes_on = second.place == Place::LineStart && second.whole.starts_with(char::is_lowercase);
    if !goes_on || other.reading.signs == Signs::Resolved {
        return false;
    }
    let (before, after) = (reader.kinds(&first.whole), reader.kinds(&second.whole));
    let content = |kinds: &[WordKind]| kinds.iter().filter(|kind| **kind != WordKind::Stop).count();
    let one_beside_one = content(&before) == 1 && content(&after) == 1;
    let linked = before.last() == Some(&WordKind::Stop) || after.first() == Some(&WordKind::Stop);
    one_beside_one || linked || !reader.is_open(term, &format!("{} {}", first.whole, second.whole))
}

/// The term of a segment that is one option by its wording.
fn only_term(draft: &Draft) -> Option<&TermId> {
    match draft.reading.parts.as_slice() {
        [(_, Verdict::Mapped { terms, method, .. })] if *method != super::Method::Decision => {
            terms.first()
        }
        _ => None,
    }
}
