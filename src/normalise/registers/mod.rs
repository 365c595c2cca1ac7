//! From a row of a register to its values, each cell checked by the kind of its column.
//!
//! A cell that cannot be understood keeps its words, gives no value and leaves a diagnostic; its row still counts
//! in the totals. A value is never guessed: a wrong nature is worse than a missing one.

mod number;
mod row;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use row::{RegisterCell, RegisterRow, RegisterValue};

use super::terms::{Arity, TermNormaliser, Verdict};
use super::{Parsed, academy, launch};
use crate::codebook::{Codebook, ColumnKind, ColumnSpec, RegisterSpec, match_key, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::{RawRow, Value};
use crate::model::{CensusYear, Origin, Period, QuestionId, TermId};

/// Normalises the rows of a year's registers.
#[derive(Debug)]
pub struct RegisterNormaliser<'a> {
    codebook: &'a Codebook,
    year: CensusYear,
    closing: NaiveDate,
    terms: BTreeMap<&'a str, TermNormaliser>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> RegisterNormaliser<'a> {
    /// Indexes the vocabularies of the registers, for an edition that closed at a date.
    pub fn new(codebook: &'a Codebook, year: CensusYear, closing: NaiveDate) -> Self {
        let terms = codebook.registers.vocabularies.iter();
        let terms = terms
            .map(|(id, vocabulary)| (id.as_str(), TermNormaliser::new(vocabulary, Arity::Single)));
        Self { codebook, year, closing, terms: terms.collect(), diagnostics: Vec::new() }
    }

    /// What was noticed so far.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// The values of a row, `number` being its place in the published table.
    ///
    /// *Diagnostics*: `register-term-unknown`, `register-date-bad`, `register-date-outside`,
    /// `register-academy-unknown`, `register-number-bad`, `register-number-negative`,
    /// `register-number-too-large`, `register-yes-no-bad`, `register-value-missing`, `register-contradiction`,
    /// `error-cell`.
    pub fn row(&mut self, raw: &RawRow, number: u32) -> Option<RegisterRow> {
        let codebook = self.codebook;
        let spec = codebook.registers.get(&raw.register)?;
        let mut row = RegisterRow::new(number, raw);
        for (column, cell, value) in &raw.cells {
            let Some(column) = spec.column(column) else { continue };
            let place = Place { spec, column, origin: raw.origin.at(*cell) };
            let found = self.value(value, &place);
            let cell = RegisterCell { value: found, text: value.text(), origin: place.origin };
            row.cells.insert(column.id.clone(), cell);
        }
        self.required(spec, &row);
        self.limits(spec, &mut row);
        self.correspondences(spec, &mut row);
        Some(row)
    }

    fn value(&mut self, value: &Value, place: &Place<'_>) -> Option<RegisterValue> {
        if let Value::Error(text) = value {
            self.remark(Code::ErrorCell, place, text);
            return None;
        }
        let text = value.text();
        match place.column.kind {
            ColumnKind::Text | ColumnKind::Lines => Some(RegisterValue::Text),
            ColumnKind::Date => self.date(value, &text, place),
            ColumnKind::Year => self.year(value, &text, place),
            ColumnKind::Count => self.number(value, &text, place, 0).map(RegisterValue::Number),
            ColumnKind::Number => self.number(value, &text, place, 2).map(RegisterValue::Number),
            ColumnKind::YesNo => self.yes_no(&text, place),
            ColumnKind::Academy => self.academy(&text, place),
            ColumnKind::Term => self.term(&text, place).map(RegisterValue::Term),
        }
    }

    fn term(&mut self, text: &str, place: &Place<'_>) -> Option<TermId> {
        let vocabulary = self.codebook.registers.vocabulary(place.column)?;
        let key = match_key(text);
        let short = vocabulary.terms.iter().find(|term| {
            let names = term.short.iter().flat_map(|short| [&short.fr, &short.en]);
            names.chain([&term.label.en]).any(|name| match_key(name) == key)
                || term.id.as_str() == text.trim()
        });
        if let Some(term) = short {
            return Some(term.id.clone());
        }
        let outcome = self.terms.get(vocabulary.id.as_str())?.normalise(text, &|_| None);
        if let [term] = outcome.terms().as_slice() {
            return Some(term.clone());
        }
        let label = |id: &TermId| vocabulary.term(id).map(|term| term.label.fr.clone());
        let suggested = outcome.segments.iter().find_map(|segment| match &segment.verdict {
            Verdict::Review { suggestions, .. } => label(&suggestions.first()?.term),
            _ => None,
        });
        let labels: Vec<&str> =
            vocabulary.terms.iter().map(|term| term.label.fr.as_str()).collect();
        let near = suggested
            .or_else(|| nearest(text, labels.iter().copied()).map(str::to_owned))
            .unwrap_or_else(|| "none".to_owned());
        let remark = place.diagnostic(Code::RegisterTermUnknown, text);
        self.diagnostics.push(remark.fact("near", near).fact("known", labels.join(" ; ")));
        None
    }

    fn date(&mut self, value: &Value, text: &str, place: &Place<'_>) -> Option<RegisterValue> {
        let period = match value.date() {
            Some(day) => Some(Period::Day(day)),
            None => match launch::parse(text, self.closing) {
                Parsed::Value { value, .. } => Some(value.period),
                _ => None,
            },
        };
        let Some(period) = period else {
            self.remark(Code::RegisterDateBad, place, text);
            return None;
        };
        if period.year() != i32::from(self.year.get()) && !place.column.any_year {
            let remark = place.diagnostic(Code::RegisterDateOutside, text);
            self.diagnostics.push(remark.fact("edition_year", self.year));
        }
        Some(RegisterValue::Date(period))
    }

    fn year(&mut self, value: &Value, text: &str, place: &Place<'_>) -> Option<RegisterValue> {
        let written = value.date().map(|day| Period::Day(day).year());
        let number = text.trim().parse::<i32>().ok().filter(|year| (1900..2200).contains(year));
        let parsed = || match launch::parse(text, self.closing) {
            Parsed::Value { value, .. } => Some(value.period.year()),
            _ => None,
        };
        let year = written.or(number).or_else(parsed);
        if year.is_none() {
            self.remark(Code::RegisterDateBad, place, text);
        }
        year.map(RegisterValue::Year)
    }

    fn number(
        &mut self,
        value: &Value,
        text: &str,
        place: &Place<'_>,
        decimals: usize,
    ) -> Option<f64> {
        match number::parse(value, decimals) {
            Some(number) if number < 0.0 => {
                self.remark(Code::RegisterNumberNegative, place, text);
                None
            }
            Some(number) => Some(number),
            None => {
                self.remark(Code::RegisterNumberBad, place, text);
                None
            }
        }
    }

    fn yes_no(&mut self, text: &str, place: &Place<'_>) -> Option<RegisterValue> {
        match match_key(text).as_str() {
            "oui" | "o" | "yes" | "y" | "x" | "1" | "vrai" | "true" => {
                Some(RegisterValue::YesNo(true))
            }
            "non" | "n" | "no" | "0" | "faux" | "false" => Some(RegisterValue::YesNo(false)),
            _ => {
                self.remark(Code::RegisterYesNoBad, place, text);
                None
            }
        }
    }

    fn academy(&mut self, text: &str, place: &Place<'_>) -> Option<RegisterValue> {
        let register = &self.codebook.register;
        let is_code = text.trim().bytes().all(|byte| byte.is_ascii_digit());
        let parsed = if is_code {
            academy::from_code(text, register, self.closing)
        } else {
            academy::parse(text, register, self.closing)
        };
        if let Parsed::Value { value, .. } = parsed {
            return Some(RegisterValue::Academy(value));
        }
        let members: Vec<&str> =
            register.members(self.closing).map(|body| body.short_name.as_str()).collect();
        let near = nearest(text, members).unwrap_or("none");
        let remark = place.diagnostic(Code::RegisterAcademyUnknown, text).fact("near", near);
        self.diagnostics.push(remark);
        None
    }

    /// Each required column that the row leaves empty.
    fn required(&mut self, spec: &RegisterSpec, row: &RegisterRow) {
        let missing = |column: &&ColumnSpec| column.required && !row.cells.contains_key(&column.id);
        for column in spec.columns.iter().filter(missing) {
            let place = Place { spec, column, origin: row.origin.clone() };
            self.remark(Code::RegisterValueMissing, &place, "");
        }
    }

    /// Each number above the one that holds it, such as newcomers above participants.
    fn limits(&mut self, spec: &RegisterSpec, row: &mut RegisterRow) {
        for column in &spec.columns {
            let Some(limit) = column.at_most.as_deref() else { continue };
            let (Some(number), Some(most)) = (row.number(&column.id), row.number(limit)) else {
                continue;
            };
            if number <= most {
                continue;
            }
            let Some(cell) = row.cells.get_mut(&column.id) else { continue };
            let place = Place { spec, column, origin: cell.origin.clone() };
            let label = spec.column(limit).map_or("", |column| column.label.fr.as_str());
            let remark = place.diagnostic(Code::RegisterNumberTooLarge, &cell.text);
            self.diagnostics.push(remark.fact("most", most).fact("limit", label));
        }
    }

    /// What one column says about another: fills it when it is empty, remarks when it says otherwise.
    fn correspondences(&mut self, spec: &RegisterSpec, row: &mut RegisterRow) {
        let of = self.codebook.registers.correspondences.iter();
        for correspondence in of.filter(|one| one.register == spec.id) {
            let Some(from) = row.term(&correspondence.from) else { continue };
            let pair = correspondence.pairs.iter().find(|(term, _)| term == from);
            let Some((_, expected)) = pair else { continue };
            match row.cells.get(&correspondence.to) {
                None => {
                    let origin = row.origin_of(&correspondence.from);
                    let value = Some(RegisterValue::Term(expected.clone()));
                    let cell = RegisterCell { value, text: String::new(), origin };
                    row.cells.insert(correspondence.to.clone(), cell);
                }
                Some(cell) => {
                    let Some(RegisterValue::Term(said)) = &cell.value else { continue };
                    let column = spec.column(&correspondence.to);
                    let (Some(column), true) = (column, said != expected) else { continue };
                    let vocabulary = self.codebook.registers.vocabulary(column);
                    let label = vocabulary.and_then(|vocabulary| vocabulary.term(expected));
                    let label = label.map_or("", |term| term.label.fr.as_str());
                    let place = Place { spec, column, origin: cell.origin.clone() };
                    let remark = place.diagnostic(Code::RegisterContradiction, &cell.text);
                    self.diagnostics.push(remark.fact("expected", label));
                }
            }
        }
    }

    fn remark(&mut self, code: Code, place: &Place<'_>, text: &str) {
        self.diagnostics.push(place.diagnostic(code, text));
    }
}

/// A cell of a register.
struct Place<'a> {
    spec: &'a RegisterSpec,
    column: &'a ColumnSpec,
    origin: Origin,
}

impl Place<'_> {
    fn diagnostic(&self, code: Code, text: &str) -> Diagnostic {
        let question = QuestionId::from(format!("{}.{}", self.spec.id, self.column.id));
        Diagnostic::new(code)
            .at(self.origin.clone())
            .about(&question)
            .quoting(text)
            .fact("column_fr", &self.column.label.fr)
            .fact("column_en", &self.column.label.en)
    }
}
