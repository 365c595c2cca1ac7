//! A row of a register, normalised.

use std::collections::BTreeMap;

use crate::ingest::RawRow;
use crate::model::{AcademyCode, CellRef, Origin, Period, TermId};

/// One row of a register.
#[derive(Clone, Debug)]
pub struct RegisterRow {
    /// Its place in the published table: the row of its sheet, as a spreadsheet numbers it.
    pub row: u32,
    /// File and sheet, at its first cell.
    pub origin: Origin,
    /// Its last cell.
    pub last: CellRef,
    /// Its cells, by column.
    pub cells: BTreeMap<String, RegisterCell>,
}

/// One cell of a register.
#[derive(Clone, Debug)]
pub struct RegisterCell {
    /// What it says; `None` when it was not understood.
    pub value: Option<RegisterValue>,
    /// The cell as written.
    pub text: String,
    /// Where.
    pub origin: Origin,
}

/// What a cell of a register says.
#[derive(Clone, Debug, PartialEq)]
pub enum RegisterValue {
    /// Its own words.
    Text,
    /// A day or a longer period.
    Date(Period),
    /// A calendar year.
    Year(i32),
    /// A number, zero or more.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// A body of the register of académies.
    Academy(AcademyCode),
    /// A term of the column's vocabulary.
    Term(TermId),
}

impl RegisterRow {
    /// A row without cells yet.
    pub(super) fn new(row: u32, raw: &RawRow) -> Self {
        let last = raw.cells.last().map_or(CellRef::new(0, 0), |(_, cell, _)| *cell);
        Self { row, origin: raw.origin.clone(), last, cells: BTreeMap::new() }
    }

    fn value(&self, column: &str) -> Option<&RegisterValue> {
        self.cells.get(column)?.value.as_ref()
    }

    /// The term of a column.
    pub fn term(&self, column: &str) -> Option<&TermId> {
        match self.value(column)? {
            RegisterValue::Term(term) => Some(term),
            _ => None,
        }
    }

    /// The number of a column.
    pub fn number(&self, column: &str) -> Option<f64> {
        match self.value(column)? {
            RegisterValue::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The académie of a column.
    pub fn academy(&self, column: &str) -> Option<&AcademyCode> {
        match self.value(column)? {
            RegisterValue::Academy(code) => Some(code),
            _ => None,
        }
    }

    /// The period of a column.
    pub fn date(&self, column: &str) -> Option<Period> {
        match self.value(column)? {
            RegisterValue::Date(period) => Some(*period),
            _ => None,
        }
    }

    /// The answer of a column of yes or no.
    pub fn yes(&self, column: &str) -> Option<bool> {
        match self.value(column)? {
            RegisterValue::YesNo(yes) => Some(*yes),
            _ => None,
        }
    }

    /// The words of a column; empty when it has none.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    /// Where a column was read, or the row where it is empty.
    pub fn origin_of(&self, column: &str) -> Origin {
        self.cells.get(column).map_or_else(|| self.origin.clone(), |cell| cell.origin.clone())
    }

    /// The first and last cell, such as `A5:H5`.
    pub fn range(&self) -> String {
        match self.origin.cell {
            Some(first) if first != self.last => format!("{first}:{}", self.last),
            Some(first) => first.to_string(),
            None => String::new(),
        }
    }
}
