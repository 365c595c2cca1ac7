//! The keys under which two ways of writing the same thing meet.
//!
//! Folding is done here by hand and not by a transliterator, which would turn ☐ and ✓ into words. The rule
//! is the one of design/normalisation.md: drop accents and case, every run of other characters is one space.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::mojibake;

/// A folded word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, folded.
    pub text: String,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// Whether a full stop follows it at once, as in « innov. ».
    pub dotted: bool,
}

/// The folded words of a text, in order.
///
/// The text is taken as it is: mend it first (see [`mojibake::mend`]) when it comes from an export.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut current = Word { text: String::new(), span: 0..0, dotted: false };
    for (at, letter) in text.char_indices() {
        if is_invisible(letter) {
            continue;
        }
        let before = current.text.len();
        let part_of_word = fold_into(letter, &mut current.text);
        if current.text.len() > before {
            if before == 0 {
                current.span.start = at;
            }
            current.span.end = at + letter.len_utf8();
        }
        if !part_of_word && !current.text.is_empty() {
            current.dotted = letter == '.';
            words.push(std::mem::replace(
                &mut current,
                Word { text: String::new(), span: 0..0, dotted: false },
            ));
        }
    }
    if !current.text.is_empty() {
        words.push(current);
    }
    words
}

/// The key that ignores case, accents, punctuation and spacing.
pub fn match_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in words(&mojibake::mend(text)) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word.text);
    }
    key
}

/// The key of the ledger of decisions: as [`match_key`], but a doubt or an unticked box stays visible.
pub fn decision_key(text: &str) -> String {
    let mut key = match_key(text);
    if has_question(text) {
        key.push_str("#q");
    }
    if has_unticked(text) {
        key.push_str("#neg");
    }
    key
}

/// Whether the text asks something: « ? », save where an export lost an apostrophe (« d?usages »).
pub fn has_question(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.iter().enumerate().any(|(at, &letter)| {
        matches!(letter, '?' | '？' | '¿' | '⁇' | '⁈' | '❓' | '❔')
            && !is_lost_apostrophe(&letters, at)
    })
}

/// Whether the text shows an empty or crossed-out box, which means « no » for what follows it.
///
/// ☒ counts although word processors also tick with it: such a cell is asked, not guessed.
pub fn has_unticked(text: &str) -> bool {
    let mut open = false;
    for letter in text.chars() {
        if is_unticked(letter) || (open && letter == ']') {
            return true;
        }
        open = letter == '[' || (open && (letter.is_whitespace() || letter == '_'));
    }
    false
}

/// Whether a character is an empty or crossed-out box; the last two are Wingdings boxes.
pub fn is_unticked(letter: char) -> bool {
    matches!(
        letter,
        '☐' | '☒'
            | '✗'
            | '✘'
            | '✖'
            | '❌'
            | '❎'
            | '□'
            | '◻'
            | '⬜'
            | '🗆'
            | '🗵'
            | '\u{f0a8}'
            | '\u{f06f}'
    )
}

/// The light stem of a folded word: doubled letters squeezed, final s or x, then final e dropped.
///
/// Not for proper names. Short words keep their ending, where it carries the meaning.
pub fn stem(word: &str) -> String {
    let mut stem: Vec<char> = word.chars().collect();
    stem.dedup_by(|one, other| one == other && one.is_alphabetic());
    if stem.len() > 3 && matches!(stem.last(), Some('s' | 'x')) {
        stem.pop();
    }
    if stem.len() > 4 && stem.last() == Some(&'e') {
        stem.pop();
    }
    stem.into_iter().collect()
}

/// « d?usages », « qu?il »: a question mark glued between an elision and its word.
fn is_lost_apostrophe(letters: &[char], at: usize) -> bool {
    let is_letter = |place: Option<usize>| {
        place.and_then(|place| letters.get(place)).is_some_and(|c| c.is_alphabetic())
    };
    let elision = at.checked_sub(1).and_then(|place| letters.get(place)).is_some_and(|letter| {
        matches!(letter.to_ascii_lowercase(), 'd' | 'l' | 's' | 'n' | 'm' | 't' | 'c' | 'j')
            && !is_letter(at.checked_sub(2))
    });
    elision && is_letter(at.checked_add(1))
}

/// Characters without width that may sit inside a word.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Folds one character onto a word; false when it ends the word.
fn fold_into(letter: char, word: &mut String) -> bool {
    if letter.is_ascii_alphanumeric() {
        word.push(letter.to_ascii_lowercase());
        return true;
    }
    match letter {
        'œ' | 'Œ' => word.push_str("oe"),
        'æ' | 'Æ' => word.push_str("ae"),
        // The spacing accent decomposes into a space and a mark, but is typed for an apostrophe.
        '´' | '\0'..='\u{7f}' => return false,
        _ => return fold_decomposed(letter, word),
    }
    true
}

/// Folds one character outside ASCII through its compatibility decomposition; « ½ » is « 1 2 » and not « 12 ».
fn fold_decomposed(letter: char, word: &mut String) -> bool {
    let mut letters = false;
    let mut gap = false;
    for part in std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part)) {
        if !part.is_alphanumeric() {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && letters {
            word.push(' ');
        }
        letters = true;
        word.extend(part.to_lowercase().filter(|lower| !is_combining_mark(*lower)));
    }
    !gap
}
