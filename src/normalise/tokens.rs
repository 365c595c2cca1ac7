//! A text as words, numbers and marks, folded like a key but with its punctuation kept.
//!
//! Dates and team sizes hang on punctuation (« 3/4 », « DANE : 2 »), which a key throws away; so their
//! parsers read tokens. Reading is linear in the length of the text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::codebook::mojibake;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters.
    Word,
    /// ASCII digits.
    Number,
    /// One sign of punctuation, or a line break written `\n`.
    Mark,
}

/// A folded piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is made of.
    pub(super) kind: TokenKind,
    /// Lowercase, without accents.
    pub(super) text: String,
    /// Whether it touches the token before it, without a space.
    pub(super) glued: bool,
    /// Whether it was written in capitals only.
    pub(super) capitals: bool,
}

impl Token {
    /// Whether it is that word.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.kind == TokenKind::Word && self.text == word
    }

    /// Whether it is that mark.
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark && self.text.starts_with(mark)
    }

    /// Its value as a whole number.
    pub(super) fn number(&self) -> Option<u32> {
        (self.kind == TokenKind::Number).then(|| self.text.parse().ok()).flatten()
    }
}

/// Splits a text into tokens.
pub(super) fn split(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued = false;
    for letter in mojibake::mend(text).chars().flat_map(unify).nfkd() {
        if is_combining_mark(letter) {
            continue;
        }
        if letter.is_whitespace() && letter != '\n' {
            glued = false;
            continue;
        }
        push(&mut tokens, letter, glued);
        glued = letter != '\n';
    }
    tokens
}

/// Adds a character to the last token when they belong together, else opens a token.
fn push(tokens: &mut Vec<Token>, letter: char, glued: bool) {
    let kind = kind_of(letter);
    let capital = !letter.is_lowercase();
    match tokens.last_mut() {
        Some(last) if glued && last.kind == kind && kind != TokenKind::Mark => {
            last.text.extend(lowercase(letter));
            last.capitals &= capital;
        }
        _ => {
            tokens.push(Token {
                kind,
                text: lowercase(letter).collect(),
                glued,
                capitals: capital,
            });
        }
    }
}

fn lowercase(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().filter(|letter| !is_combining_mark(*letter))
}

fn kind_of(letter: char) -> TokenKind {
    if letter.is_ascii_digit() {
        TokenKind::Number
    } else if letter.is_alphanumeric() {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// One spelling for quotes, dashes, fractions and ligatures; invisible characters and exponents go.
fn unify(letter: char) -> impl Iterator<Item = char> {
    let spelled = match letter {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\r'
        | '\u{b2}'
        | '\u{b3}'
        | '\u{b9}' => [None, None, None],
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b4}' | '`' => [Some('\''), None, None],
        '\u{2010}'..='\u{2015}' | '\u{2212}' => [Some('-'), None, None],
        '\u{2028}' | '\u{2029}' => [Some('\n'), None, None],
        'œ' | 'Œ' => [Some('o'), Some('e'), None],
        'æ' | 'Æ' => [Some('a'), Some('e'), None],
        '½' => [Some('1'), Some('/'), Some('2')],
        '¼' => [Some('1'), Some('/'), Some('4')],
        '¾' => [Some('3'), Some('/'), Some('4')],
        other => [Some(other), None, None],
    };
    spelled.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn letters_digits_and_marks_part() {
        let texts: Vec<String> =
            split("Déc2018\u{a0}: l’ÉTÉ²").into_iter().map(|token| token.text).collect();
        assert_eq!(texts, ["dec", "2018", ":", "l", "'", "ete"]);
    }
}
