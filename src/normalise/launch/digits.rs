//! Dates in figures: « 03/03/2021 », « 2021-03-03 », « 03/21 », and the bare numbers of spreadsheets.
//!
//! Day comes before month, as the French write it; a month above 12 is an error of the answer and is
//! never mended by swapping the two. Source of the serials: the 1900 date system of ECMA-376, part 1,
//! §18.17.4, whose day 60 does not exist, hence the origin of 30 December 1899.

use chrono::{Days, NaiveDate};

use super::cursor::Cursor;
use super::mention::Mention;
use super::years::Years;
use crate::model::Period;
use crate::normalise::ReviewReason;

const SEPARATORS: [char; 3] = ['/', '-', '.'];

/// A cell that holds one bare number: a year, a serial day, `20200901` or `202009`.
pub(super) fn whole_number(text: &str, years: Years) -> Option<Mention> {
    let number = text.trim().replace(',', ".");
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(fraction) {
        return None;
    }
    // « 12.2018 » is a month: only the fraction of a spreadsheet's number is a fraction.
    let exact = fraction.bytes().all(|byte| byte == b'0');
    let number: u32 = whole.parse().ok()?;
    match whole.len() {
        4 if exact => Some(bare_year(number, years)),
        5 => Some(serial(number, years)),
        6 if exact => Some(compact_month(number, years)),
        8 if exact => Some(compact_day(number, years)),
        _ if fraction.is_empty() => Some(Mention::Unreadable(ReviewReason::NoDate)),
        _ => None,
    }
}

fn bare_year(number: u32, years: Years) -> Mention {
    years.full(number).map_or(Mention::Unreadable(ReviewReason::ImplausibleYear), |year| {
        Mention::Dated(Period::Year(year), "year")
    })
}

fn serial(number: u32, years: Years) -> Mention {
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|day| day.checked_add_days(Days::new(number.into())));
    day.filter(|day| year_of(*day).and_then(|year| years.full(year)).is_some())
        .map_or(Mention::Unreadable(ReviewReason::ImplausibleYear), |day| {
            Mention::Dated(Period::Day(day), "excel_serial")
        })
}

fn year_of(day: NaiveDate) -> Option<u32> {
    use chrono::Datelike;
    u32::try_from(day.year()).ok()
}

fn compact_month(number: u32, years: Years) -> Mention {
    let month = |year: u32, month: u32| {
        years
            .full(year)
            .filter(|_| (1..=12).contains(&month))
            .map(|year| Period::Month(year, month))
    };
    month(number / 100, number % 100)
        .or_else(|| month(number % 10_000, number / 10_000))
        .map_or(Mention::Unreadable(ReviewReason::ImpossibleDate), |period| {
            Mention::Dated(period, "month")
        })
}

fn compact_day(number: u32, years: Years) -> Mention {
    let day = |year: u32, month: u32, day: u32| {
        years.full(year).and_then(|year| NaiveDate::from_ymd_opt(year, month, day)).map(Period::Day)
    };
    let big_endian = day(number / 10_000, number / 100 % 100, number % 100);
    let little_endian = day(number % 10_000, number / 10_000 % 100, number / 1_000_000);
    match (big_endian, little_endian) {
        (Some(period), None) => Mention::Dated(period, "iso_date"),
        (None, Some(period)) => Mention::Dated(period, "day"),
        (Some(_), Some(_)) => Mention::Unreadable(ReviewReason::AmbiguousDate),
        (None, None) => Mention::Unreadable(ReviewReason::ImpossibleDate),
    }
}

/// `d/m/y` or `y-m-d`, with the time of day that exports add.
pub(super) fn day(cursor: &mut Cursor) -> Option<Mention> {
    let first = cursor.peek(0)?;
    let one = cursor.number(4)?;
    let separator = cursor.mark(&SEPARATORS)?;
    let two = cursor.number(2)?;
    cursor.mark(&[separator])?;
    let last = cursor.peek(0)?;
    let three = cursor.number(4)?;
    let mention = if first.text.len() == 4 && last.text.len() <= 2 {
        cursor.years.full(one).map(|year| Mention::day(year, two, three, "iso_date"))
    } else if first.text.len() <= 2 {
        // « 10/11/12 » has three readings.
        if last.text.len() == 2 && three <= 12 {
            return Some(Mention::Unreadable(ReviewReason::AmbiguousDate));
        }
        let year = cursor.years.full_token(last).or_else(|| cursor.years.short_token(last));
        year.map(|year| Mention::day(year, two, one, "day"))
    } else {
        return None;
    };
    time_of_day(cursor);
    Some(mention.unwrap_or(Mention::Unreadable(ReviewReason::ImplausibleYear)))
}

/// Steps over « 00:00:00 », « T00:00:00Z », « à 14h30 ».
pub(super) fn time_of_day(cursor: &mut Cursor) {
    let start = cursor.at;
    cursor.mark(&[',']);
    let _ = cursor.one_of(&["t", "a"]);
    let hour = cursor.number(2).filter(|hour| *hour < 24);
    let clock = cursor.mark(&[':']).is_some() || cursor.one_of(&["h", "heures"]).is_some();
    if hour.is_none() || !clock {
        cursor.at = start;
        return;
    }
    let _ = cursor.number(2);
    while cursor.mark(&[':', '.']).is_some() && cursor.number(9).is_some() {}
    let _ = cursor.one_of(&["z"]);
}

/// `m/y` or `y-m`; « 03/21 » is a month because no month is 21, « 01/09 » could be both.
pub(super) fn month(cursor: &mut Cursor) -> Option<Mention> {
    let first = cursor.peek(0)?;
    let one = cursor.number(4)?;
    let separator = cursor.mark(&SEPARATORS)?;
    let last = cursor.peek(0)?;
    let two = cursor.number(4)?;
    let years = cursor.years;
    match (first.text.len(), last.text.len()) {
        (4, 1 | 2) => {
            let year = years.full(one)?;
            (1..=12).contains(&two).then(|| Mention::month(year, two, "month"))
        }
        (1 | 2, 4) => Some(Mention::month(years.full(two)?, one, "month")),
        (1 | 2, 2) if separator != '.' && two > 12 => match years.short(two) {
            Some(year) => Some(Mention::month(year, one, "month")),
            None => Some(Mention::Unreadable(ReviewReason::AmbiguousDate)),
        },
        (1 | 2, 1 | 2) if (1..=12).contains(&two) && one > 12 => {
            Some(Mention::Unreadable(ReviewReason::NoYear))
        }
        (1 | 2, 1 | 2) => Some(Mention::Unreadable(ReviewReason::AmbiguousDate)),
        _ => None,
    }
}

/// A year, or a school year written with both of its years.
pub(super) fn year(cursor: &mut Cursor) -> Option<Mention> {
    let year = cursor.years.full_token(cursor.step()?)?;
    Some(match cursor.second_year(year) {
        Some(_) => Mention::Dated(Period::SchoolYear(year), "school_year"),
        None => Mention::Dated(Period::Year(year), "year"),
    })
}
