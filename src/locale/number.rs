//! How each language writes numbers, shares and dates.
//!
//! French: decimal comma, thin no-break space between thousands, no-break space before %, « 1er ».
//! Source: Imprimerie nationale, *Lexique des règles typographiques*; Insee's writing guide.

use chrono::{Datelike, NaiveDate};

use super::{Lang, Locale};

const NARROW_NBSP: char = '\u{202f}';
const NBSP: char = '\u{a0}';

/// Grammatical gender of what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// « un lab ».
    Masculine,
    /// « une fiche ».
    Feminine,
}

const FRENCH: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];
const ENGLISH: [&str; 17] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
];

impl Locale {
    /// A number with at most `decimals` decimals, trailing zeros left out.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let plain = format!("{value:.decimals$}");
        let shown = if plain.contains('.') { plain.trim_end_matches('0') } else { &plain };
        self.written(shown.trim_end_matches('.'))
    }

    /// A number with all its `decimals`: beside « 3,3 » stands « 3,0 ».
    pub fn fixed(&self, value: f64, decimals: usize) -> String {
        self.written(&format!("{value:.decimals$}"))
    }

    /// Digits with a point, as the language writes them.
    fn written(&self, plain: &str) -> String {
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let (mark, group) = match self.lang {
            Lang::Fr => (',', NARROW_NBSP),
            Lang::En => ('.', ','),
        };
        let whole = grouped(whole, group);
        if fraction.is_empty() { whole } else { format!("{whole}{mark}{fraction}") }
    }

    /// A share as a whole percentage.
    pub fn percent(&self, share: f64) -> String {
        let number = self.number(share * 100.0, 0);
        match self.lang {
            Lang::Fr => format!("{number}{NBSP}%"),
            Lang::En => format!("{number}%"),
        }
    }

    /// A whole number in words up to sixteen, as texts write it; in figures beyond.
    pub fn spelled(&self, number: u32, gender: Gender) -> String {
        let words = match self.lang {
            Lang::Fr => FRENCH,
            Lang::En => ENGLISH,
        };
        match (self.lang, gender, words.get(number as usize)) {
            (Lang::Fr, Gender::Feminine, Some(&"un")) => "une".to_owned(),
            (_, _, Some(word)) => (*word).to_owned(),
            (_, _, None) => self.number(f64::from(number), 0),
        }
    }

    /// A day in full: « 1er mars 2021 », `1 March 2021`.
    pub fn date(&self, day: NaiveDate) -> String {
        let month = self.month(day.month());
        match (self.lang, day.day()) {
            (Lang::Fr, 1) => format!("1er{NBSP}{month} {}", day.year()),
            (_, number) => format!("{number}{NBSP}{month} {}", day.year()),
        }
    }

    /// A month's name.
    pub fn month(&self, month: u32) -> String {
        self.text(&format!("month-{month}"))
    }
}

/// Groups of three digits, from ten thousand up, so that years stay whole.
fn grouped(digits: &str, separator: char) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    if digits.len() <= 4 {
        return format!("{sign}{digits}");
    }
    let mut text = sign.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// The same text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let (fr, en) = (Locale::new(Lang::Fr), Locale::new(Lang::En));
        assert_eq!((fr.number(3.5, 1), en.number(3.5, 1)), ("3,5".into(), "3.5".into()));
        assert_eq!(
            (fr.number(150_000.0, 1), fr.number(2020.0, 0)),
            ("150\u{202f}000".into(), "2020".into())
        );
        assert_eq!((fr.percent(11.0 / 12.0), en.percent(1.0)), ("92\u{a0}%".into(), "100%".into()));
        assert_eq!(fr.spelled(1, Gender::Feminine), "une");
        assert_eq!(fr.spelled(17, Gender::Feminine), "17");
        let day = NaiveDate::from_ymd_opt(2021, 3, 1).unwrap();
        assert_eq!(
            (fr.date(day), en.date(day)),
            ("1er\u{a0}mars 2021".into(), "1\u{a0}March 2021".into())
        );
    }
}
