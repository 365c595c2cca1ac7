//! The launch of a lab, from the words of its respondent to a period.
//!
//! One date and nothing unexplained around it, or the answer is reviewed: two years, a hedge, a
//! negation or a word about something else are a person's to read. Source: `surveys/codebook/census.toml`,
//! question `launch`.

mod around;
mod cursor;
mod digits;
mod lexicon;
mod mention;
mod named;
mod verdict;
mod years;

use chrono::NaiveDate;

use self::cursor::Cursor;
use self::years::Years;
use super::blank::is_blank;
use super::{Parsed, tokens};
use crate::model::{Launch, LaunchKind, Period};

/// Parses an answer about the launch, in an edition that closed at a date.
pub fn parse(text: &str, closing: NaiveDate) -> Parsed<Launch> {
    if is_blank(text) {
        return Parsed::missing("blank");
    }
    let years = Years::around(closing);
    if let Some(date) = digits::whole_number(text, years) {
        return verdict::judge(
            &mention::Mentions { dates: vec![date], loose: Vec::new() },
            closing,
        );
    }
    let tokens = tokens::split(text);
    verdict::judge(&mention::read(Cursor::new(&tokens, years)), closing)
}

/// The launch that a date-typed cell gives.
pub fn from_date(date: NaiveDate, closing: NaiveDate) -> Launch {
    let period = Period::Day(date);
    Launch { period, kind: kind_at(&period, closing) }
}

/// Without words about it, a launch is planned when it starts after the edition's closing date.
fn kind_at(period: &Period, closing: NaiveDate) -> LaunchKind {
    match period.first_day() {
        Some(first) if first > closing => LaunchKind::Planned,
        _ => LaunchKind::Actual,
    }
}
