//! What an answer's dates and words amount to.
//!
//! Words outweigh the calendar: « prévu en septembre 2020 » stays planned in an edition that closed in
//! December, and « lancé en janvier » in a late answer has happened. Otherwise the closing date decides.

use chrono::NaiveDate;

use super::lexicon::Role;
use super::mention::{Mention, Mentions};
use super::{around, kind_at};
use crate::model::{Launch, LaunchKind, Period};
use crate::normalise::{Parsed, ReviewReason};

/// Weighs an answer's dates and the words around them.
pub(super) fn judge(mentions: &Mentions, closing: NaiveDate) -> Parsed<Launch> {
    let roles = around::roles(mentions);
    if let Some(reason) = objection(&roles) {
        return Parsed::review(reason);
    }
    // « début-mi 2021 » is neither.
    let starts = mentions.loose.iter().any(|one| one.token.is_word("debut"));
    let parted =
        mentions.dates.iter().any(|date| matches!(date, Mention::Dated(Period::PartOfYear(..), _)));
    if starts && parted {
        return Parsed::review(ReviewReason::SeveralDates);
    }
    let (period, rule) = match agree(&mentions.dates) {
        Ok(agreed) => agreed,
        Err(reason) => return Parsed::review(reason),
    };
    if roles.contains(&Role::Unknown) {
        return Parsed::review(ReviewReason::Unexplained);
    }
    let kind = if roles.contains(&Role::Planned) {
        LaunchKind::Planned
    } else if roles.contains(&Role::Past) {
        LaunchKind::Actual
    } else {
        kind_at(&period, closing)
    };
    Parsed::value(Launch { period, kind }, rule)
}

/// The strongest objection that the words raise.
fn objection(roles: &[Role]) -> Option<ReviewReason> {
    [
        (Role::Negation, ReviewReason::Negated),
        (Role::Hedge, ReviewReason::Hedged),
        (Role::Bound, ReviewReason::Bound),
    ]
    .into_iter()
    .find_map(|(role, reason)| roles.contains(&role).then_some(reason))
}

/// The one period that all dates speak of: the finest, if each of the others holds it.
fn agree(dates: &[Mention]) -> Result<(Period, &'static str), ReviewReason> {
    let unreadable = dates.iter().find_map(|date| match date {
        Mention::Unreadable(reason) => Some(*reason),
        _ => None,
    });
    if let Some(reason) = unreadable {
        return Err(reason);
    }
    let dated: Vec<(Period, &'static str)> = dates.iter().filter_map(dated).collect();
    let months: Vec<u32> = dates.iter().filter_map(bare_month).collect();
    let (period, rule) = match dated.split_first() {
        None => {
            return Err(if months.is_empty() {
                ReviewReason::NoDate
            } else {
                ReviewReason::NoYear
            });
        }
        Some((first, others)) => {
            others.iter().try_fold(*first, |agreed, other| combine(agreed, *other))?
        }
    };
    match months.split_first() {
        None => Ok((period, rule)),
        Some((month, others)) if others.iter().all(|other| other == month) => {
            with_month(period, rule, *month)
        }
        Some(_) => Err(ReviewReason::SeveralDates),
    }
}

fn dated(date: &Mention) -> Option<(Period, &'static str)> {
    match date {
        Mention::Dated(period, rule) => Some((*period, rule)),
        _ => None,
    }
}

fn bare_month(date: &Mention) -> Option<u32> {
    match date {
        Mention::BareMonth(month) => Some(*month),
        _ => None,
    }
}

type Agreed = (Period, &'static str);

fn combine(one: Agreed, other: Agreed) -> Result<Agreed, ReviewReason> {
    if one.0 == other.0 || holds(&other.0, &one.0) {
        return Ok(one);
    }
    if holds(&one.0, &other.0) {
        return Ok(other);
    }
    match (one.0, other.0) {
        (Period::Month(year, first), Period::Month(same, last))
            if year == same && last == first + 1 =>
        {
            Ok((Period::Months((year, first), (year, last)), "months"))
        }
        _ => Err(ReviewReason::SeveralDates),
    }
}

/// « 2020 (septembre) » is one date; so is « septembre (rentrée 2020) ».
fn with_month(period: Period, rule: &'static str, month: u32) -> Result<Agreed, ReviewReason> {
    match period {
        Period::Year(year) => Ok((Period::Month(year, month), "month")),
        Period::Month(_, same) if same == month => Ok((period, rule)),
        _ => Err(ReviewReason::SeveralDates),
    }
}

/// Whether a calendar year or school year holds a finer period.
fn holds(wide: &Period, fine: &Period) -> bool {
    let year = match fine {
        Period::Year(_) | Period::SchoolYear(_) => return false,
        _ => fine.year(),
    };
    match (wide, fine) {
        (Period::Year(wide), _) => *wide == year,
        (Period::SchoolYear(start), Period::Month(_, month)) => {
            school_year_of(year, *month) == *start
        }
        (Period::SchoolYear(start), Period::Day(day)) => {
            school_year_of(year, chrono::Datelike::month(day)) == *start
        }
        (Period::Month(_, month), Period::Day(day)) => {
            wide.year() == year && chrono::Datelike::month(day) == *month
        }
        _ => false,
    }
}

/// A school year starts in September.
fn school_year_of(year: i32, month: u32) -> i32 {
    if month >= 9 { year } else { year - 1 }
}
