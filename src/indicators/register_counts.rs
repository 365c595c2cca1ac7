//! Counting the rows of a register: the whole, by term, and the sums of its numbers.
//!
//! The base of a count by term is the rows whose cell was understood, so that an empty or unreadable nature is not
//! taken for any; the whole is a figure of its own, and both are printed. A row traces to the cell that says it.

use std::collections::BTreeMap;

use super::figure::{Trace, Unit};
use super::registry::{Entry, Registry};
use crate::codebook::{Registers, Vocabulary};
use crate::model::{AcademyCode, Base, BaseKind};
use crate::normalise::registers::RegisterRow;

/// Which rows are counted.
pub(super) type Counted<'f> = dyn Fn(&RegisterRow) -> bool + 'f;

/// The rows of one register, and what one row is.
pub(super) struct Rows<'a> {
    pub(super) register: &'a str,
    pub(super) registers: &'a Registers,
    pub(super) lines: Vec<&'a RegisterRow>,
    pub(super) unit: Unit,
}

impl<'a> Rows<'a> {
    /// Adds a count of rows under its name.
    pub(super) fn count(
        &self,
        registry: &mut Registry,
        (indicator, category): (&str, &str),
        column: &str,
        (base, is_counted): (Option<usize>, &Counted<'_>),
    ) {
        let counted: Vec<&RegisterRow> =
            self.lines.iter().copied().filter(|row| is_counted(row)).collect();
        let base = base.map(|size| Base { kind: BaseKind::RegisterRows, size: size_of(size) });
        registry.add(Entry {
            indicator,
            category,
            value: Some(f64::from(size_of(counted.len()))),
            unit: self.unit,
            base,
            trace: trace(&counted, column).into(),
            ..Entry::NEW
        });
    }

    /// Adds `<indicator>.total`: every row.
    pub(super) fn total(&self, registry: &mut Registry, indicator: &str, column: &str) {
        self.count(registry, (indicator, "total"), column, (None, &|_| true));
    }

    /// Adds `<indicator>.<term>` for each term of a column, out of the rows whose cell was understood.
    pub(super) fn by_term(&self, registry: &mut Registry, indicator: &str, column: &str) {
        let Some(vocabulary) = self.vocabulary(column) else { return };
        let known = self.lines.iter().filter(|row| row.term(column).is_some()).count();
        for term in &vocabulary.terms {
            let is_term = |row: &RegisterRow| row.term(column) == Some(&term.id);
            self.count(registry, (indicator, term.id.as_str()), column, (Some(known), &is_term));
        }
    }

    /// Adds the sum of a column's numbers, from the rows that give one.
    pub(super) fn sum(
        &self,
        registry: &mut Registry,
        (indicator, category): (&str, &str),
        (column, unit): (&str, Unit),
        is_counted: &Counted<'_>,
    ) {
        let given: Vec<&RegisterRow> = self
            .lines
            .iter()
            .copied()
            .filter(|row| row.number(column).is_some() && is_counted(row))
            .collect();
        let value = given.iter().filter_map(|row| row.number(column)).sum();
        let base = Base { kind: BaseKind::RegisterRows, size: size_of(given.len()) };
        registry.add(Entry {
            indicator,
            category,
            value: (!given.is_empty()).then_some(value),
            unit,
            base: Some(base),
            trace: trace(&given, column).into(),
            ..Entry::NEW
        });
    }

    /// Adds how many académies the rows concern, out of those of the edition.
    pub(super) fn academies(
        &self,
        registry: &mut Registry,
        (indicator, category): (&str, &str),
        (academies, is_counted): (usize, &Counted<'_>),
    ) {
        let rows: Vec<&RegisterRow> = self
            .lines
            .iter()
            .copied()
            .filter(|row| row.academy("academy").is_some() && is_counted(row))
            .collect();
        let trace = trace(&rows, "academy");
        registry.add(Entry {
            indicator,
            category,
            value: Some(f64::from(size_of(trace.len()))),
            unit: Unit::Academies,
            base: Some(Base { kind: BaseKind::Academies, size: size_of(academies) }),
            trace: trace.into(),
            ..Entry::NEW
        });
    }

    /// Adds `<register>_row.<row>_<column>` for each number of a column, since the report prints it.
    pub(super) fn each(&self, registry: &mut Registry, column: &str, unit: Unit) {
        for row in self.lines.iter().filter(|row| row.number(column).is_some()) {
            registry.add(Entry {
                indicator: &format!("{}_row", self.register),
                category: &format!("{}_{column}", row.row),
                value: row.number(column),
                unit,
                base: None,
                trace: trace(&[row], column).into(),
                ..Entry::NEW
            });
        }
    }

    /// The vocabulary of a column.
    pub(super) fn vocabulary(&self, column: &str) -> Option<&'a Vocabulary> {
        self.registers.vocabulary_of(self.register, column)
    }
}

/// The cells of a column by académie; rows without one come first, under an empty code.
pub(super) fn trace(rows: &[&RegisterRow], column: &str) -> Vec<Trace> {
    let mut by_academy: BTreeMap<AcademyCode, Trace> = BTreeMap::new();
    for row in rows {
        let code = row.academy("academy").cloned().unwrap_or_else(|| AcademyCode::new(""));
        let trace = by_academy
            .entry(code.clone())
            .or_insert_with(|| Trace { academy: code, origins: Vec::new() });
        trace.origins.push(row.origin_of(column));
    }
    by_academy.into_values().collect()
}

pub(super) fn size_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
