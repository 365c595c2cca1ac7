//! A place in an answer's tokens, and the small steps that every date reader takes.

use super::years::Years;
use crate::normalise::tokens::{Token, TokenKind};

/// Words that may stand between a period and its year: « septembre de l'année 2020 ».
const LINKS: [&str; 9] = ["de", "d", "du", "l", "la", "annee", "civile", "calendaire", "mois"];
/// Marks that may stand there.
const LINK_MARKS: [char; 7] = [',', '.', '-', '/', '(', '\'', '_'];
/// How many of them at most.
const LONGEST_LINK: usize = 6;

/// A place in the tokens of an answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    /// Index of the token to read next.
    pub(super) at: usize,
    /// The years that may be named.
    pub(super) years: Years,
}

impl<'a> Cursor<'a> {
    /// A cursor at the first token.
    pub(super) fn new(tokens: &'a [Token], years: Years) -> Self {
        Self { tokens, at: 0, years }
    }

    /// The token `ahead` places further.
    pub(super) fn peek(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at.checked_add(ahead)?)
    }

    /// The token just read.
    pub(super) fn before(&self) -> Option<&'a Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    /// Steps over a token.
    pub(super) fn step(&mut self) -> Option<&'a Token> {
        let token = self.peek(0)?;
        self.at += 1;
        Some(token)
    }

    /// Steps over a word and gives what a reading makes of it.
    pub(super) fn word<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let token = self.peek(0).filter(|token| token.kind == TokenKind::Word)?;
        let value = read(&token.text)?;
        self.at += 1;
        Some(value)
    }

    /// Steps over one of these words.
    pub(super) fn one_of(&mut self, words: &[&str]) -> Option<()> {
        self.word(|word| words.contains(&word).then_some(()))
    }

    /// Steps over one of these marks and gives it.
    pub(super) fn mark(&mut self, marks: &[char]) -> Option<char> {
        let token = self.peek(0)?;
        let mark = marks.iter().copied().find(|mark| token.is_mark(*mark))?;
        self.at += 1;
        Some(mark)
    }

    /// Steps over a number of at most so many digits, and gives it.
    pub(super) fn number(&mut self, digits: usize) -> Option<u32> {
        let token = self.peek(0).filter(|token| token.text.len() <= digits)?;
        let number = token.number()?;
        self.at += 1;
        Some(number)
    }

    /// Steps over the words and marks that may link a period to its year.
    pub(super) fn links(&mut self, more: &[&str]) -> bool {
        let start = self.at;
        while self.at - start < LONGEST_LINK
            && (self.one_of(&LINKS).is_some()
                || self.one_of(more).is_some()
                || self.mark(&LINK_MARKS).is_some())
        {}
        self.at > start
    }

    /// The year after a period; two digits only when nothing but a mark parts them.
    pub(super) fn year(&mut self) -> Option<i32> {
        let start = self.at;
        if let Some(year) = self.short_year() {
            return Some(year);
        }
        self.at = start;
        self.links(&[]);
        let year = self.peek(0).and_then(|token| self.years.full_token(token));
        self.at = if year.is_some() { self.at + 1 } else { start };
        year
    }

    /// A year in two digits, which is not the hour in « 3 mars 18h30 ».
    fn short_year(&mut self) -> Option<i32> {
        while self.mark(&['-', '/', '.', '\'']).is_some() {}
        let year = self.years.short_token(self.peek(0)?)?;
        let next = self.peek(1);
        let hour = next
            .is_some_and(|next| next.is_word("h") || next.is_word("heures") || next.is_mark(':'));
        let glued = next.is_some_and(|next| next.glued && next.kind == TokenKind::Word);
        if hour || glued {
            return None;
        }
        self.at += 1;
        Some(year)
    }

    /// The second year of « 2020-2021 » or « 2020/21 », which must follow the first.
    pub(super) fn second_year(&mut self, first: i32) -> Option<i32> {
        let start = self.at;
        let second = self.mark(&['-', '/']).and_then(|_| self.step()).and_then(|token| match token
            .text
            .len()
        {
            4 => self.years.full_token(token),
            2 => token
                .number()
                .and_then(|number| i32::try_from(number).ok())
                .map(|short| first / 100 * 100 + short),
            _ => None,
        });
        if second == Some(first + 1) {
            return second;
        }
        self.at = start;
        None
    }
}
