//! One column: what it is in its question, and what its values look like.

use std::collections::BTreeMap;

use super::dates;
use super::values::Values;
use crate::ingest::grid::Value;
use crate::ingest::mark::{self, Mark};

/// What a question's answers look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Dates, with or without a time.
    Date,
    /// Numbers.
    Number,
    /// Texts that hardly repeat.
    Text,
    /// One of a few texts.
    Single,
    /// Several of a list.
    Multiple,
    /// The same scale for several lines.
    Grid,
    /// What the tool itself writes: identifiers, times, addresses.
    Metadata,
}

impl ColumnKind {
    /// A stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Number => "number",
            Self::Text => "text",
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Grid => "grid",
            Self::Metadata => "metadata",
        }
    }
}

/// What a column is in its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// It holds the whole answer.
    Answer,
    /// It says whether this option was ticked.
    Option(String),
    /// It holds what was typed for « autre ».
    Other,
    /// It holds the comment to the question or to the option before it.
    Comment,
    /// It repeats in one cell what the option columns say.
    Summary,
    /// It holds the answer for this line of a grid.
    Line(String),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Zero-based.
    pub index: u32,
    /// What it is in its question.
    pub role: Role,
}

/// What an option's cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Tick {
    Ticked,
    NotTicked,
    /// Not shown, or not answered.
    Absent,
}

/// Reads the cell of an option; `None` for any other text.
pub(in crate::ingest) fn tick(value: &Value, option: &str) -> Option<Tick> {
    let text = value.text();
    let text = text.trim();
    match text {
        "N/A" | "n/a" | "NA" | "#N/A" => return Some(Tick::Absent),
        "Y" | "y" => return Some(Tick::Ticked),
        _ => {}
    }
    // Some tools write the option itself in the column of those who ticked it.
    if !option.is_empty() && same(text, option) {
        return Some(Tick::Ticked);
    }
    mark::parse(text).map(|mark| match mark {
        Mark::Ticked => Tick::Ticked,
        Mark::NotTicked => Tick::NotTicked,
    })
}

/// Whether two texts are the same but for case, spaces and punctuation.
pub(super) fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    one == other || letters(one) == letters(other)
}

/// The texts of a column, each with how many cells hold it.
pub(super) fn counted(values: &Values<'_>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for (value, count) in values.iter() {
        let text = match value {
            Value::Text(text) => {
                super::heading::clean(text.split_at(text.floor_char_boundary(LONGEST_TOLD)).0)
            }
            other => other.text(),
        };
        *counts.entry(text).or_insert(0) += count;
    }
    counts
}

/// What a column of whole answers looks like.
pub(super) fn kind(values: &Values<'_>) -> ColumnKind {
    if values.is_empty() {
        return ColumnKind::Text;
    }
    let nearly_all = |count: usize| count * 10 >= values.cells() * 9;
    if nearly_all(values.count(is_date)) {
        return ColumnKind::Date;
    }
    let numbers = nearly_all(values.count(is_number));
    // One answer stands for one and a half respondents at least.
    let repeats = |distinct: usize| distinct * 3 <= values.cells() * 2;
    if values.distinct() > MOST_OPTIONS {
        return match (numbers, repeats(values.distinct())) {
            (true, _) => ColumnKind::Number,
            (false, true) => ColumnKind::Single,
            (false, false) => ColumnKind::Text,
        };
    }
    let counts = counted(values);
    if numbers && !(counts.len() <= 2 && counts.keys().all(|text| text == "0" || text == "1")) {
        return ColumnKind::Number;
    }
    if repeats(counts.len()) { ColumnKind::Single } else { ColumnKind::Text }
}

/// Distinct values above which texts are not compared without their spaces, and options not listed.
pub(super) const MOST_OPTIONS: usize = 5_000;
/// Bytes of the longest text that can be a date or a number.
const LONGEST_TYPED: usize = 60;
/// Bytes by which two answers are told apart.
const LONGEST_TOLD: usize = 400;

pub(super) fn is_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::Text(text) if text.len() <= LONGEST_TYPED => {
            let plain: String =
                text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
            !plain.is_empty() && plain.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite)
        }
        _ => false,
    }
}

pub(super) fn is_date(value: &Value) -> bool {
    match value {
        Value::Date(_) => true,
        Value::Text(text) => text.len() <= LONGEST_TYPED && dates::is_written(text),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn dates_and_numbers_are_told_from_texts() {
        for date in [
            "25/10/2023 14:55:21",
            "4/23/2019 13:27:03",
            "2026-10-12T09:03:11+02:00",
            "17-08-2018 14:28",
            "2020-01-15",
            "5 octobre 2023 à 14:03",
            "1er août 2020",
            "ven. 05-oct.-2023",
            "Oct 5, 2023 2:03 PM",
        ] {
            assert!(is_date(&text(date)), "{date}");
        }
        for other in [
            "3 octobre",
            "octobre 2023 environ",
            "3 jui 2020",
            "31 juin 2020",
            "2020",
            "2020-2021",
            "3-4-5",
            "mars 2020",
            "1/2",
            "05/06 ou 07/2020",
        ] {
            assert!(!is_date(&text(other)), "{other}");
        }
        assert!(is_number(&text("1 200,5")));
        assert!(!is_number(&text("4 personnes")));
    }

    #[test]
    fn an_option_is_ticked_not_ticked_or_absent() {
        assert_eq!(tick(&text("N/A"), "x"), Some(Tick::Absent));
        assert_eq!(tick(&text("Non"), "x"), Some(Tick::NotTicked));
        assert_eq!(tick(&text("Innovation sociale "), "innovation sociale"), Some(Tick::Ticked));
        assert_eq!(tick(&text("en projet"), "x"), None);
    }
}
