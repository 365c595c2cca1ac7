//! When a lab was launched: a period as precise as what was written, never more.
//!
//! The canonical texts (`2020-09`, `2020-summer`, `2021-Q1`, `2021-END`) are those of the published
//! dataset, so that a month or a day is never invented.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A launch date as answered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Launch {
    /// When, as precisely as it was written.
    pub period: Period,
    /// Whether it had happened when the census closed.
    pub kind: LaunchKind,
}

/// Whether the launch had happened at the edition's closing date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LaunchKind {
    /// It had.
    Actual,
    /// It was announced.
    Planned,
}

impl LaunchKind {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
        }
    }
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// One day.
    Day(NaiveDate),
    /// One month: year, month 1–12.
    Month(i32, u32),
    /// Consecutive months: first and last, each as (year, month).
    Months((i32, u32), (i32, u32)),
    /// A season; a winter over two years carries its second one.
    Season(i32, Season, Option<i32>),
    /// Quarter 1–4 of a calendar year.
    Quarter(i32, u32),
    /// Half 1–2 of a calendar year.
    Half(i32, u32),
    /// The beginning, middle or end of a year.
    PartOfYear(i32, Part),
    /// A school year, by its first calendar year.
    SchoolYear(i32),
    /// One calendar year.
    Year(i32),
}

/// A season, as respondents use the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the four seasons need no gloss")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A loosely named part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "start, middle and end need no gloss")]
pub enum Part {
    Start,
    Middle,
    End,
}

/// How precise a launch is, in the dataset's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the published values")]
pub enum Precision {
    Day,
    Month,
    Season,
    Year,
    Unknown,
}

impl Precision {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Unknown => "unknown",
        }
    }
}

impl Period {
    /// The calendar year in which the period starts, which is the year that figures count it under.
    pub fn year(&self) -> i32 {
        match *self {
            Self::Day(day) => day.year(),
            Self::Month(year, _)
            | Self::Months((year, _), _)
            | Self::Season(year, ..)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::PartOfYear(year, _)
            | Self::SchoolYear(year)
            | Self::Year(year) => year,
        }
    }

    /// Its precision in the five words of the dataset: up to four months count as a season.
    pub fn precision(&self) -> Precision {
        match self {
            Self::Day(_) => Precision::Day,
            Self::Month(..) => Precision::Month,
            Self::Months(..) | Self::Season(..) | Self::Quarter(..) => Precision::Season,
            Self::Half(..) | Self::PartOfYear(..) | Self::SchoolYear(_) | Self::Year(_) => {
                Precision::Year
            }
        }
    }

    /// Its first day. Starts of loosely named periods follow the usual calendar thirds of a year.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let (year, month, day) = match *self {
            Self::Day(date) => return Some(date),
            Self::Month(year, month) | Self::Months((year, month), _) => (year, month, 1),
            Self::Season(year, Season::Spring, _) => (year, 3, 20),
            Self::Season(year, Season::Summer, _) => (year, 6, 21),
            Self::Season(year, Season::Autumn, _) => (year, 9, 22),
            Self::Season(year, Season::Winter, Some(_)) => (year, 12, 21),
            Self::Quarter(year, quarter) => (year, 3 * quarter.saturating_sub(1) + 1, 1),
            Self::Half(year, half) => (year, 6 * half.saturating_sub(1) + 1, 1),
            Self::PartOfYear(year, Part::Middle) => (year, 5, 1),
            Self::PartOfYear(year, Part::End) | Self::SchoolYear(year) => (year, 9, 1),
            Self::Season(year, Season::Winter, None)
            | Self::PartOfYear(year, Part::Start)
            | Self::Year(year) => (year, 1, 1),
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// Its last day, by the same calendar.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let (year, month, day) = match *self {
            Self::Day(date) => return Some(date),
            Self::Month(year, month) | Self::Months(_, (year, month)) => (year, month + 1, 1),
            Self::Season(year, Season::Spring, _) => (year, 6, 21),
            Self::Season(year, Season::Summer, _) => (year, 9, 22),
            Self::Season(year, Season::Autumn, _) => (year, 12, 21),
            Self::Season(_, Season::Winter, Some(second)) => (second, 3, 20),
            Self::Season(year, Season::Winter, None)
            | Self::PartOfYear(year, Part::End)
            | Self::Year(year) => (year, 13, 1),
            Self::Quarter(year, quarter) => (year, 3 * quarter + 1, 1),
            Self::Half(year, half) => (year, 6 * half + 1, 1),
            Self::PartOfYear(year, Part::Start) => (year, 5, 1),
            Self::PartOfYear(year, Part::Middle) => (year, 9, 1),
            Self::SchoolYear(year) => (year + 1, 9, 1),
        };
        let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
        NaiveDate::from_ymd_opt(year, month, day)?.pred_opt()
    }

    /// Whether two answers may name the same day: « 2020 » and « septembre 2020 » may, two months cannot.
    pub fn may_be(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.first_day(), other.first_day()) else { return true };
        let (Some(end), Some(other_end)) = (self.last_day(), other.last_day()) else { return true };
        one <= other_end && two <= end
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Months((from_year, from), (to_year, to)) => {
                write!(f, "{from_year:04}-{from:02}..{to_year:04}-{to:02}")
            }
            Self::Season(year, season, second) => {
                let name = match season {
                    Season::Spring => "spring",
                    Season::Summer => "summer",
                    Season::Autumn => "autumn",
                    Season::Winter => "winter",
                };
                match second {
                    Some(second) => write!(f, "{year:04}/{second:04}-{name}"),
                    None => write!(f, "{year:04}-{name}"),
                }
            }
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::PartOfYear(year, part) => {
                let name = match part {
                    Part::Start => "START",
                    Part::Middle => "MID",
                    Part::End => "END",
                };
                write!(f, "{year:04}-{name}")
            }
            Self::SchoolYear(year) => write!(f, "{year:04}/{:04}", year + 1),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NaiveDate, Part, Period, Season};

    #[test]
    fn periods_end_where_the_next_begins() {
        for (period, last) in [
            (Period::Month(2020, 2), (2020, 2, 29)),
            (Period::Month(2020, 12), (2020, 12, 31)),
            (Period::Months((2020, 11), (2021, 1)), (2021, 1, 31)),
            (Period::Season(2020, Season::Winter, Some(2021)), (2021, 3, 19)),
            (Period::Season(2020, Season::Winter, None), (2020, 12, 31)),
            (Period::Quarter(2020, 4), (2020, 12, 31)),
            (Period::Half(2020, 1), (2020, 6, 30)),
            (Period::PartOfYear(2020, Part::Middle), (2020, 8, 31)),
            (Period::SchoolYear(2020), (2021, 8, 31)),
            (Period::Year(2020), (2020, 12, 31)),
        ] {
            let (year, month, day) = last;
            assert_eq!(period.last_day(), NaiveDate::from_ymd_opt(year, month, day), "{period}");
        }
    }

    #[test]
    fn a_vaguer_date_is_not_another_one() {
        let september = Period::Month(2020, 9);
        assert!(
            september.may_be(&Period::Year(2020)) && Period::SchoolYear(2020).may_be(&september)
        );
        assert!(!september.may_be(&Period::Month(2020, 11)));
        assert!(!september.may_be(&Period::Year(2021)));
    }
}
