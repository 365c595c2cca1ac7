//! The services and offices that answers name, by acronym or in full, with their genealogy.
//!
//! Each line is one way of naming a service at a time; several lines may share a canonical label (an
//! inspector is « INSPECTION » by any title). What a service became is kept apart and never applied by
//! itself: an answer of 2020 that says DANE means the DANE. Source: `surveys/codebook/services.csv`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::csv_table::{CsvRow, CsvTable, TableFault};
use super::validity::{Validity, ValidityFault};
use crate::codebook::keys::match_key;

const COLUMNS: [&str; 7] =
    ["canonical", "acronym", "expansion", "valid_from", "valid_to", "successor", "kind"];

/// Acronyms up to this length are also words, and count in capitals only.
const SHORT_ACRONYM: usize = 2;

/// One line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The label in the published tables, such as `DANE`.
    pub canonical: String,
    /// The time during which it is named so.
    pub validity: Validity,
    /// The canonical label that took over.
    pub successor: Option<String>,
    /// What it is, such as « service » or « rôle ».
    pub kind: String,
}

/// A line of the register that cannot stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceProblem {
    /// 1-based line in the file.
    pub line: u64,
    /// What is wrong.
    pub reason: ServiceFault,
}

/// What is wrong with a line of the services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceFault {
    /// The table itself.
    Table(TableFault),
    /// No canonical label, or neither an acronym nor an expansion.
    EmptyCell(&'static str),
    /// A date that is none.
    BadDate(String),
    /// `valid_to` comes before `valid_from`.
    ReversedDates,
    /// `successor` is no canonical label.
    UnknownSuccessor(String),
    /// The spelling already means another service.
    AmbiguousSpelling {
        /// The spelling.
        spelling: String,
        /// What it already means.
        other: String,
    },
}

/// The services and their spellings.
#[derive(Clone, Debug, Default)]
pub struct ServiceRegister {
    services: Vec<Service>,
    spellings: BTreeMap<String, usize>,
    longest: usize,
}

impl ServiceRegister {
    /// Parses the services.
    ///
    /// # Errors
    /// The first line that cannot stand, and why.
    pub fn parse(csv_text: &str) -> Result<Self, ServiceProblem> {
        let table = CsvTable::parse(csv_text, &COLUMNS)
            .map_err(|(line, fault)| ServiceProblem { line, reason: ServiceFault::Table(fault) })?;
        let mut register = Self::default();
        for row in &table.rows {
            register
                .add(&table, row)
                .map_err(|reason| ServiceProblem { line: row.line, reason })?;
        }
        let known: BTreeSet<&str> =
            register.services.iter().map(|service| service.canonical.as_str()).collect();
        let lost = |service: &Service| {
            service.successor.clone().filter(|heir| !known.contains(heir.as_str()))
        };
        let orphan = table
            .rows
            .iter()
            .zip(&register.services)
            .find_map(|(row, service)| Some((row, lost(service)?)));
        match orphan {
            Some((row, heir)) => {
                Err(ServiceProblem { line: row.line, reason: ServiceFault::UnknownSuccessor(heir) })
            }
            None => Ok(register),
        }
    }

    /// The service that some content words spell; short acronyms count in capitals only.
    pub fn spelled(&self, key: &str, capitals: bool) -> Option<&Service> {
        let short = !key.contains(' ') && key.len() <= SHORT_ACRONYM;
        let at = self.spellings.get(key).filter(|_| capitals || !short)?;
        self.services.get(*at)
    }

    /// The number of content words of the longest spelling.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// What a service had become by a date: itself while it lasts.
    pub fn heir<'a>(&'a self, canonical: &'a str, date: NaiveDate) -> &'a str {
        let mut label = canonical;
        for _ in 0..self.services.len() {
            let line = self.services.iter().find(|service| service.canonical == label);
            let ended = line.filter(|service| service.validity.to.is_some_and(|to| to < date));
            match ended.and_then(|service| service.successor.as_deref()) {
                Some(heir) => label = heir,
                None => break,
            }
        }
        label
    }

    fn add(&mut self, table: &CsvTable, row: &CsvRow) -> Result<(), ServiceFault> {
        let cell = |column: &str| table.cell(row, column);
        if cell("canonical").is_empty() {
            return Err(ServiceFault::EmptyCell("canonical"));
        }
        let validity =
            Validity::parse(cell("valid_from"), cell("valid_to")).map_err(|fault| match fault {
                ValidityFault::BadDate(text) => ServiceFault::BadDate(text),
                ValidityFault::Reversed => ServiceFault::ReversedDates,
            })?;
        let service = Service {
            canonical: cell("canonical").to_owned(),
            validity,
            successor: Some(cell("successor").to_owned()).filter(|heir| !heir.is_empty()),
            kind: cell("kind").to_owned(),
        };
        let spellings: Vec<String> = cell("acronym")
            .split('|')
            .chain(cell("expansion").split('|'))
            .map(content_key)
            .collect();
        if spellings.iter().all(String::is_empty) {
            return Err(ServiceFault::EmptyCell("acronym"));
        }
        for spelling in spellings.into_iter().filter(|spelling| !spelling.is_empty()) {
            self.spell(spelling, &service.canonical)?;
        }
        self.services.push(service);
        Ok(())
    }

    fn spell(&mut self, spelling: String, canonical: &str) -> Result<(), ServiceFault> {
        let known = self.spellings.get(&spelling).and_then(|at| self.services.get(*at));
        if let Some(other) = known.filter(|other| other.canonical != canonical) {
            return Err(ServiceFault::AmbiguousSpelling {
                spelling,
                other: other.canonical.clone(),
            });
        }
        self.longest = self.longest.max(spelling.split(' ').count());
        self.spellings.entry(spelling).or_insert(self.services.len());
        Ok(())
    }
}

/// The content words of a spelling, in the singular: « des systèmes d'information » is `systeme information`.
fn content_key(text: &str) -> String {
    let key = match_key(text);
    let words: Vec<&str> = key.split(' ').filter_map(content_word).collect();
    words.join(" ")
}

/// A folded word in the singular, unless it only links others.
pub fn content_word(word: &str) -> Option<&str> {
    const LINKS: [&str; 17] = [
        "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "un",
        "une", "",
    ];
    if LINKS.contains(&word) {
        return None;
    }
    let singular = word.strip_suffix(['s', 'x']).filter(|stem| stem.len() > 3);
    Some(singular.unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::{ServiceFault, ServiceRegister};

    const HEADER: &str = "canonical,acronym,expansion,valid_from,valid_to,successor,kind\n";

    fn fault(rows: &str) -> (u64, ServiceFault) {
        let problem = ServiceRegister::parse(&format!("{HEADER}{rows}")).unwrap_err();
        (problem.line, problem.reason)
    }

    #[test]
    fn problems_carry_their_line() {
        assert_eq!(fault("AA,AA,,,,,s\n,BB,,,,,s\n"), (3, ServiceFault::EmptyCell("canonical")));
        assert_eq!(fault("AA,,,,,,s\n"), (2, ServiceFault::EmptyCell("acronym")));
        assert_eq!(fault("AA,AA,,2020-13,,,s\n"), (2, ServiceFault::BadDate("2020-13".into())));
        assert_eq!(fault("AA,AA,,2020,2019,,s\n"), (2, ServiceFault::ReversedDates));
        assert_eq!(fault("AA,AA,,,,BB,s\n"), (2, ServiceFault::UnknownSuccessor("BB".into())));
        let clash = ServiceFault::AmbiguousSpelling { spelling: "xx".into(), other: "AA".into() };
        assert_eq!(fault("AA,XX,,,,,s\nBB,xx,,,,,s\n"), (3, clash));
    }

    #[test]
    fn a_genealogy_is_followed_only_when_asked() {
        let text = format!("{HEADER}M,M1,,,2010,D,s\nD,D1,,,2021,E,s\nE,E1,,2022,,,s\n");
        let register = ServiceRegister::parse(&text).unwrap();
        let on = |year| chrono::NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
        assert_eq!(register.spelled("m1", true).unwrap().canonical, "M");
        assert_eq!(
            [
                register.heir("M", on(2005)),
                register.heir("M", on(2020)),
                register.heir("M", on(2023))
            ],
            ["M", "D", "E"]
        );
    }
}
