//! From when to when something holds, both days included; an open end is for ever.
//!
//! A date may be as vague as its source: « 2014 » starts on its first day and ends on its last.

use chrono::{Days, Months, NaiveDate};

/// A stretch of days; `None` is an open end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Why two cells are no validity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValidityFault {
    /// A cell is not `2020`, `2020-09` or `2020-09-22`.
    BadDate(String),
    /// The end comes before the start.
    Reversed,
}

impl Validity {
    /// Parses the cells of a start and an end.
    ///
    /// # Errors
    /// A cell that is no date, or an end before its start.
    pub fn parse(from: &str, to: &str) -> Result<Self, ValidityFault> {
        let from = span(from)?.map(|(first, _)| first);
        let to = span(to)?.map(|(_, last)| last);
        match (from, to) {
            (Some(first), Some(last)) if last < first => Err(ValidityFault::Reversed),
            _ => Ok(Self { from, to }),
        }
    }

    /// Whether it holds on a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether some day is in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |to: Option<NaiveDate>, from: Option<NaiveDate>| matches!((to, from), (Some(to), Some(from)) if to < from);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// The first and last day that a partial date covers; an empty cell covers none.
fn span(text: &str) -> Result<Option<(NaiveDate, NaiveDate)>, ValidityFault> {
    if text.is_empty() {
        return Ok(None);
    }
    parse_span(text).map(Some).ok_or_else(|| ValidityFault::BadDate(text.to_owned()))
}

fn parse_span(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let plain = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').filter(plain).collect();
    let first = match parts.as_slice() {
        [year] if year.len() == 4 => day(year, "1", "1")?,
        [year, month] if year.len() == 4 && month.len() == 2 => day(year, month, "1")?,
        [year, month, date] if year.len() == 4 && month.len() == 2 && date.len() == 2 => {
            day(year, month, date)?
        }
        _ => return None,
    };
    let written: usize = parts.iter().map(|part| part.len() + 1).sum();
    let last = match parts.len() {
        1 => first.checked_add_months(Months::new(12))?.checked_sub_days(Days::new(1))?,
        2 => first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?,
        _ => first,
    };
    (written == text.len() + 1).then_some((first, last))
}

fn day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::{Validity, ValidityFault};

    #[test]
    fn a_year_ends_on_its_last_day() {
        let validity = Validity::parse("2007-06", "2019").unwrap();
        assert_eq!(validity.from.unwrap().to_string(), "2007-06-01");
        assert_eq!(validity.to.unwrap().to_string(), "2019-12-31");
        assert!(!validity.overlaps(&Validity::parse("2020", "").unwrap()));
        assert!(validity.overlaps(&Validity::default()));
    }

    #[test]
    fn bad_dates_are_told() {
        for bad in ["2020-13", "31/12/2019", "20", "2020-1-1", "2020-01-01-", "-2020", "2020-02-30"]
        {
            assert_eq!(
                Validity::parse(bad, ""),
                Err(ValidityFault::BadDate(bad.to_owned())),
                "{bad}"
            );
        }
        assert_eq!(Validity::parse("2020", "2019"), Err(ValidityFault::Reversed));
    }
}
