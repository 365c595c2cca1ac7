//! A whole wording with one slip in one short word, « innovation d'usges ».
//!
//! Short words are not mended on their own, since « usagers » is one letter from « usages »; between the other words
//! of a long wording they may be. A word that the vocabulary knows is never taken for a slip of another.

use super::Method;
use super::distance;
use super::lexicon::{Sense, WordKind};
use super::wording::{Found, Wording};

/// Least length of a wording, in bytes of its key.
const LEAST_LENGTH: usize = 12;
/// Least length of the word with the slip, as known.
const LEAST_WORD: usize = 5;

/// Long wordings of several words.
#[derive(Clone, Debug)]
pub(super) struct SlipIndex(Vec<(Vec<String>, Found)>);

impl SlipIndex {
    /// Indexes the long wordings.
    pub(super) fn new(wordings: &[Wording]) -> Self {
        let long = wordings
            .iter()
            .filter(|wording| wording.key.len() >= LEAST_LENGTH && wording.key.contains(' '));
        let split = |wording: &Wording| wording.key.split(' ').map(str::to_owned).collect();
        Self(long.map(|wording| (split(wording), wording.found(Method::Explained))).collect())
    }

    /// The only term of which the text is a wording with one slip.
    pub(super) fn find(&self, senses: &[Sense]) -> Option<Found> {
        let mut near = self.0.iter().filter(|(words, _)| is_near(words, senses));
        let (_, first) = near.next()?;
        near.all(|(_, other)| other.term == first.term).then(|| first.clone())
    }
}

/// Whether all words agree but one, which is one slip away.
fn is_near(words: &[String], senses: &[Sense]) -> bool {
    if words.len() != senses.len() {
        return false;
    }
    let mut unlike = words.iter().zip(senses).filter(|(word, sense)| **word != sense.text);
    let Some((word, sense)) = unlike.next() else { return false };
    let unknown =
        sense.kind == WordKind::Content && (sense.readings.is_empty() || sense.certainty < 1.0);
    unknown
        && unlike.next().is_none()
        && word.len() >= LEAST_WORD
        && distance::is_one_slip(&sense.text, word)
}
