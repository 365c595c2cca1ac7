//! Letters that an export lost: « p?dagogique », « num�rique ».
//!
//! A question mark asks something, and the answer that holds one is a person's to read. Inside a word it stands for
//! an accented letter that a code page did not have; it is put back only where the vocabulary has one word that
//! fits.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::codebook::Vocabulary;
use crate::codebook::keys::{match_key, words};

/// What stands in place of a lost letter.
const MARKS: [char; 2] = ['?', '\u{fffd}'];

/// The words of a vocabulary, as written.
#[derive(Clone, Debug, Default)]
pub(super) struct LostLetters {
    words: BTreeSet<Vec<char>>,
}

impl LostLetters {
    /// Gathers the words with an accent that options, aliases and tolerated words are written with.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let of_terms = vocabulary.terms.iter().flat_map(|term| {
            [&term.label.fr, &term.gloss.fr]
                .into_iter()
                .chain(&term.aliases)
                .chain(term.anchors.iter().flatten())
                .chain(&term.optional)
        });
        let mut known = BTreeSet::new();
        for text in of_terms.chain(&vocabulary.optional) {
            for word in words(text) {
                let written = text.get(word.span).unwrap_or_default().to_lowercase();
                if !written.is_ascii() {
                    known.insert(written.chars().collect());
                }
            }
        }
        Self { words: known }
    }

    /// The text with the letters that can be told put back.
    pub(super) fn restore<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !text.contains(MARKS) {
            return Cow::Borrowed(text);
        }
        let mut letters: Vec<char> = text.chars().collect();
        let mut changed = false;
        let mut start = 0;
        while start < letters.len() {
            let part = |letter: &&char| letter.is_alphabetic() || MARKS.contains(letter);
            let rest = letters.get(start..).unwrap_or_default();
            let length = rest.iter().take_while(part).count();
            let word = rest.get(..length).unwrap_or_default();
            if let Some(mended) = self.mended(word) {
                changed = true;
                letters.splice(start..start + length, mended);
            }
            start += length.max(1);
        }
        if changed { Cow::Owned(letters.into_iter().collect()) } else { Cow::Borrowed(text) }
    }

    /// A word with its lost letters, when one known word fits; a plural fits its singular.
    fn mended(&self, word: &[char]) -> Option<Vec<char>> {
        let inner = word.get(1..word.len().checked_sub(1)?)?;
        let ends = [word.first(), word.last()];
        if !inner.iter().any(|letter| MARKS.contains(letter))
            || ends.into_iter().flatten().any(|letter| MARKS.contains(letter))
        {
            return None;
        }
        let singular = word.strip_suffix(&['s']).unwrap_or(word);
        let mut fitting =
            self.words.iter().filter(|known| fits(known, word) || fits(known, singular));
        let known = fitting.next()?;
        let put_back = |known: &[char]| -> Vec<char> {
            word.iter()
                .enumerate()
                .map(|(at, letter)| match known.get(at) {
                    Some(lost) if MARKS.contains(letter) => *lost,
                    _ => *letter,
                })
                .collect()
        };
        let mended = put_back(known);
        fitting.all(|other| put_back(other) == mended).then_some(mended)
    }
}

/// Whether a word is this one but for its lost letters, each of which had an accent.
fn fits(known: &[char], word: &[char]) -> bool {
    known.len() == word.len()
        && known.iter().zip(word).all(|(known, letter)| {
            if MARKS.contains(letter) {
                !known.is_ascii()
            } else {
                known == letter || match_key(&known.to_string()) == match_key(&letter.to_string())
            }
        })
}
