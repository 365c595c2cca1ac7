//! Dates that a tool writes as text: whether the day or the month comes first is decided for a whole column.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::codebook::match_key;
use crate::ingest::grid::Value;

/// Which number comes first in `4/5/2016`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Order {
    /// 4 May.
    Day,
    /// 5 April.
    Month,
}

/// A date as written, its numbers in the order of the text.
#[derive(Clone, Copy, Debug)]
struct Written {
    numbers: [u32; 3],
    year_first: bool,
    time: NaiveTime,
    /// Minutes ahead of universal time.
    offset: i64,
}

/// Cells looked at to find the order.
const SAMPLE: usize = 2000;

/// The order in a column: the one in which every date exists; when both do, the one in which the records
/// follow one another; else the day first.
pub(in crate::ingest) fn order<'v>(values: impl Iterator<Item = &'v Value>) -> Order {
    let dates: Vec<Written> = values.take(SAMPLE).filter_map(of_value).collect();
    let all = |order| dates.iter().all(|date| date.moment(order).is_some());
    match (all(Order::Day), all(Order::Month)) {
        (false, true) => Order::Month,
        (true, true) => {
            let moments = |order| dates.iter().filter_map(move |date| date.moment(order));
            let follow = |order| moments(order).is_sorted();
            if follow(Order::Month) && !follow(Order::Day) { Order::Month } else { Order::Day }
        }
        _ => Order::Day,
    }
}

/// The moment that a cell holds, as a date or as text.
pub(in crate::ingest) fn moment(value: &Value, order: Order) -> Option<NaiveDateTime> {
    match value {
        Value::Date(date) => Some(*date),
        _ => of_value(value)?.moment(order),
    }
}

/// Whether a text is a date, in one order or the other.
pub(super) fn is_written(text: &str) -> bool {
    take(text)
        .is_some_and(|date| date.moment(Order::Day).or_else(|| date.moment(Order::Month)).is_some())
}

/// Bytes of the longest date.
const LONGEST: usize = 60;

fn of_value(value: &Value) -> Option<Written> {
    match value {
        Value::Text(text) if text.len() <= LONGEST => take(text),
        _ => None,
    }
}

impl Written {
    fn moment(&self, order: Order) -> Option<NaiveDateTime> {
        let [first, second, third] = self.numbers;
        let (year, month, day) = match (self.year_first, order) {
            (true, _) => (first, second, third),
            (false, Order::Day) => (third, second, first),
            (false, Order::Month) => (third, first, second),
        };
        let year = if year < 100 { year + 2000 } else { year };
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        date.and_time(self.time).checked_sub_signed(TimeDelta::minutes(self.offset))
    }
}

/// `25/10/2023 14:55:21`, `mer, 25/10/2023 - 14:55`, `2023/10/25 2:55:21 PM UTC+2`, `2026-10-12T09:03:11+02:00`.
fn take(text: &str) -> Option<Written> {
    let text = text.trim();
    let dated = match text.split_once(|c: char| c.is_ascii_digit()) {
        Some((weekday, _)) if is_weekday(weekday) => text.get(weekday.len()..)?,
        _ => text,
    };
    if let Some(date) = spelled(text).or_else(|| spelled(dated)) {
        return Some(date);
    }
    let text = dated;
    let end = text.find(['T', ' ', '\u{a0}', '\u{202f}']).unwrap_or(text.len());
    let (day, rest) = text.split_at(end);
    let mut numbers = [0; 3];
    let mut lengths = [0; 3];
    let mut pieces = day.split(['/', '-', '.']);
    for (number, length) in numbers.iter_mut().zip(&mut lengths) {
        let piece = pieces.next()?;
        if piece.is_empty() || piece.len() > 4 || !piece.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        (*number, *length) = (piece.parse().ok()?, piece.len());
    }
    // A year of two digits is believed beside a time only.
    let year = lengths.contains(&4) || text.contains(':');
    if pieces.next().is_some() || !year {
        return None;
    }
    let (time, offset) = time(rest)?;
    Some(Written { numbers, year_first: lengths.first() == Some(&4), time, offset })
}

/// `5 octobre 2023 à 14:03`, `05-oct.-2023`, `Oct 5, 2023 2:03 PM`.
fn spelled(text: &str) -> Option<Written> {
    let mut rest = text;
    let mut word = || {
        let end = rest.find([' ', '\u{a0}', ',', '-']).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after.trim_start_matches([' ', '\u{a0}', ',', '-']);
        word.trim_end_matches('.')
    };
    let (first, second, year) = (word(), word(), word());
    let (day, month) = match (month(second), month(first)) {
        (Some(month), _) => (first.strip_suffix("er").unwrap_or(first), month),
        (None, Some(month)) => (second, month),
        (None, None) => return None,
    };
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let day = day.parse().ok().filter(|_| day.len() <= 2)?;
    let (time, offset) = time(rest)?;
    Some(Written { numbers: [year, month, day], year_first: true, time, offset })
}

/// The number of a month by its name or its beginning, in French or in English.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["janvier", "january"],
        &["fevrier", "february"],
        &["mars", "march"],
        &["avril", "april"],
        &["mai", "may"],
        &["juin", "june"],
        &["juillet", "july"],
        &["aout", "august"],
        &["septembre", "september"],
        &["octobre", "october"],
        &["novembre", "november"],
        &["decembre", "december"],
    ];
    if !word.starts_with(char::is_alphabetic) || word.len() > LONGEST_MONTH {
        return None;
    }
    let key = match_key(word);
    let is = |names: &&[&str]| {
        names.iter().any(|name| *name == key || (key.len() >= 3 && name.starts_with(&key)))
    };
    let mut found = (1..).zip(MONTHS).filter(|(_, names)| is(names)).map(|(number, _)| number);
    // « jui » may be either.
    found.next().filter(|_| found.next().is_none())
}

/// Bytes of the longest name of a month.
const LONGEST_MONTH: usize = 12;

fn is_weekday(text: &str) -> bool {
    let word = text.trim_end_matches([' ', ',', '.']);
    (2..=10).contains(&word.len()) && word.chars().all(char::is_alphabetic)
}

/// A time of day with its zone; midnight when nothing is written.
fn time(text: &str) -> Option<(NaiveTime, i64)> {
    let text =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, 'T' | '-' | ',' | 'à'));
    if text.is_empty() {
        return Some((NaiveTime::MIN, 0));
    }
    let end =
        text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    let mut parts = clock.split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let second: u32 = match parts.next() {
        Some(seconds) => seconds.split('.').next()?.parse().ok()?,
        None => 0,
    };
    let rest = rest.trim();
    let (hour, rest) = match rest.get(..2).map(str::to_ascii_uppercase).as_deref() {
        Some("AM") if hour <= 12 => (hour % 12, rest.get(2..)?),
        Some("PM") if hour <= 12 => (hour % 12 + 12, rest.get(2..)?),
        _ => (hour, rest),
    };
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, zone(rest.trim())?))
}

/// `Z`, `UTC+2`, `+02:00`, `CEST`: minutes ahead of universal time, 0 for a name.
fn zone(text: &str) -> Option<i64> {
    let shift = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    if shift.is_empty() {
        return (text.len() <= 5).then_some(0);
    }
    let sign = match shift.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let digits: String = shift.get(1..)?.chars().filter(|c| *c != ':').collect();
    let number: i64 = digits.parse().ok().filter(|_| digits.len() <= 4)?;
    let (hours, minutes) =
        if digits.len() > 2 { (number / 100, number % 100) } else { (number, 0) };
    Some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, order: Order) -> String {
        moment(&Value::Text(text.into()), order).map_or("none".to_owned(), |date| date.to_string())
    }

    #[test]
    fn each_tools_own_writing_is_read() {
        let cases = [
            ("25/10/2023 14:55:21", "2023-10-25 14:55:21"),
            ("2023/10/25 2:55:21 PM UTC+2", "2023-10-25 12:55:21"),
            ("2023/10/25 12:05:00 AM UTC+2", "2023-10-24 22:05:00"),
            ("2026-10-12T09:03:11+02:00", "2026-10-12 07:03:11"),
            ("2021-03-01T10:00:00.000+01:00", "2021-03-01 09:00:00"),
            ("mer, 25/10/2023 - 14:55", "2023-10-25 14:55:00"),
            ("17-08-2018 14:28", "2018-08-17 14:28:00"),
            ("2020-01-15", "2020-01-15 00:00:00"),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text, Order::Day), expected, "{text}");
        }
        assert_eq!(told("4/5/2016", Order::Month), "2016-04-05 00:00:00");
        for other in
            ["2020", "mars 2020", "3-4-5", "05/06 ou 07/2020", "25/13/2020 ou", "1/2/2020 bis"]
        {
            assert_eq!(told(other, Order::Day), "none", "{other}");
        }
    }

    #[test]
    fn the_whole_column_says_which_number_is_the_month() {
        let of = |texts: &[&str]| {
            let values: Vec<Value> = texts.iter().map(|text| Value::Text((*text).into())).collect();
            order(values.iter())
        };
        assert_eq!(of(&["4/5/2016", "4/22/2016"]), Order::Month);
        assert_eq!(of(&["4/5/2016", "22/4/2016"]), Order::Day);
        assert_eq!(of(&["4/5/2016 10:00", "5/1/2016 10:00", "5/2/2016 9:00"]), Order::Month);
        assert_eq!(of(&["4/5/2016"]), Order::Day);
    }
}
