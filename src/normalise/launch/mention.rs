//! The dates that an answer mentions, read from left to right.
//!
//! Each reader either steps over a whole date or leaves the cursor where it was; the first that fits
//! wins, so their order below is the grammar. Words between the dates are left to the verdict.

use chrono::NaiveDate;

use super::cursor::Cursor;
use super::{digits, named};
use crate::model::Period;
use crate::normalise::ReviewReason;
use crate::normalise::tokens::Token;

/// A date, or what stands where one should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// A period and the rule that read it.
    Dated(Period, &'static str),
    /// A month without its year.
    BareMonth(u32),
    /// What cannot be a date, and why.
    Unreadable(ReviewReason),
}

impl Mention {
    /// A day of the calendar, if there is one.
    pub(super) fn day(year: i32, month: u32, day: u32, rule: &'static str) -> Self {
        NaiveDate::from_ymd_opt(year, month, day)
            .map_or(Self::Unreadable(ReviewReason::ImpossibleDate), |day| {
                Self::Dated(Period::Day(day), rule)
            })
    }

    /// A month of the calendar, if there is one.
    pub(super) fn month(year: i32, month: u32, rule: &'static str) -> Self {
        if (1..=12).contains(&month) {
            Self::Dated(Period::Month(year, month), rule)
        } else {
            Self::Unreadable(ReviewReason::ImpossibleDate)
        }
    }
}

/// An answer's dates, and the tokens outside them.
#[derive(Debug, Default)]
pub(super) struct Mentions<'a> {
    /// The dates, in order.
    pub(super) dates: Vec<Mention>,
    /// Everything else, in order.
    pub(super) loose: Vec<Loose<'a>>,
}

/// A token outside the dates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loose<'a> {
    /// The token.
    pub(super) token: &'a Token,
    /// How many dates stand before it.
    pub(super) dates: usize,
}

/// The readers, in the order in which they are tried.
const READERS: [fn(&mut Cursor) -> Option<Mention>; 10] = [
    digits::day,
    named::day,
    named::school_start,
    named::months,
    named::season,
    named::quarter,
    named::part_of_year,
    digits::month,
    named::year,
    digits::year,
];

/// Finds the dates of an answer.
pub(super) fn read(mut cursor: Cursor<'_>) -> Mentions<'_> {
    let mut mentions = Mentions::default();
    while let Some(token) = cursor.peek(0) {
        if token.text == "110" && cursor.peek(1).is_some_and(|next| next.is_word("bis")) {
            // « Le 110 bis », the labs' common name.
            cursor.at += 2;
        } else if let Some(mention) = read_one(&mut cursor) {
            mentions.dates.push(mention);
        } else {
            mentions.loose.push(Loose { token, dates: mentions.dates.len() });
            cursor.at += 1;
        }
    }
    mentions
}

fn read_one(cursor: &mut Cursor) -> Option<Mention> {
    for reader in READERS {
        let mut attempt = *cursor;
        if let Some(mention) = reader(&mut attempt)
            && attempt.at > cursor.at
        {
            *cursor = attempt;
            return Some(mention);
        }
    }
    None
}
