//! An answer as the words of its key, each knowing whether a hyphen ties it to the word before.
//!
//! The hyphen matters: « Reims-la-Brûlée » is a village and not Reims. Street-like numbers (« 110 bis »,
//! « 17 bis ») are the names of labs, and years only date the answer; both are left out here.

use crate::normalise::tokens::{Token, TokenKind, split};

/// A word of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The word, folded.
    pub(super) text: String,
    /// Whether a hyphen without spaces ties it to the word before.
    pub(super) tied: bool,
}

impl Piece {
    /// Whether it is written in digits, or is a Corsican département.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.text.as_str(), "2a" | "2b")
            || self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// What an answer's words are, once the names of labs are set aside.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// The words that may name a body.
    pub(super) words: Vec<Piece>,
    /// Whether a lab was named by a house number, as the national « 110 bis » is.
    pub(super) house_number: bool,
}

/// Cuts an answer into its words.
pub(super) fn cut(text: &str) -> Pieces {
    let mut pieces = Pieces::default();
    for piece in words(&split(text)) {
        if is_house_number(&piece.text) {
            pieces.house_number = true;
        } else if is_bis(&piece.text) && pieces.words.last().is_some_and(Piece::is_number) {
            pieces.words.pop();
            pieces.house_number = true;
        } else if !is_year(&piece.text) {
            pieces.words.push(piece);
        }
    }
    pieces
}

fn words(tokens: &[Token]) -> Vec<Piece> {
    let mut words: Vec<Piece> = Vec::new();
    let mut hyphen = false;
    let mut open = false;
    for token in tokens {
        if token.kind == TokenKind::Mark {
            hyphen = token.glued && token.is_mark('-') && open;
            open = false;
            continue;
        }
        match words.last_mut() {
            Some(last) if open && token.glued => last.text.push_str(&token.text),
            _ => words.push(Piece { text: token.text.clone(), tied: hyphen && token.glued }),
        }
        open = true;
        hyphen = false;
    }
    words
}

fn is_bis(word: &str) -> bool {
    matches!(word, "bis" | "ter" | "quater")
}

fn is_house_number(word: &str) -> bool {
    let letters = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    letters.len() < word.len() && is_bis(letters)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}
