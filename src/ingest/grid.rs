//! A sheet as read: only the cells that hold something, by row and column.
//!
//! Sparse on purpose: two far cells in a small file must not cost a dense rectangle between them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::model::CellRef;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, as written, line breaks included; shared by the cells that repeat it.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// A date, from a cell in a date format.
    Date(NaiveDateTime),
    /// A logical value.
    Bool(bool),
    /// A cell in error, such as `#REF!`.
    Error(String),
}

impl Value {
    /// The cell as a person would read it.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) if date.time() == chrono::NaiveTime::MIN => {
                date.format("%d/%m/%Y").to_string()
            }
            Self::Date(date) => date.format("%d/%m/%Y %H:%M:%S").to_string(),
            Self::Bool(true) => "VRAI".to_owned(),
            Self::Bool(false) => "FAUX".to_owned(),
        }
    }

    /// The day, for a cell in a date format.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date.date()),
            _ => None,
        }
    }

    /// Whether a person would see an empty cell.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.chars().all(|c| c.is_whitespace() || c == '\u{200b}'))
    }
}

/// One sheet of a file.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; empty for CSV.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Formulas without a result, as far as the file tells.
    pub uncomputed: Vec<CellRef>,
    cells: BTreeMap<CellRef, Value>,
    covered: BTreeMap<CellRef, Value>,
    /// Cells looked at for merged ranges, so that no file makes it endless.
    looked_at: usize,
}

const MOST_LOOKED_AT: usize = 20_000_000;

impl Sheet {
    /// An empty sheet.
    pub fn new(name: &str, hidden: bool) -> Self {
        Self { name: name.to_owned(), hidden, ..Self::default() }
    }

    /// Puts a value in a cell; a blank one is not kept.
    pub fn put(&mut self, cell: CellRef, value: Value) {
        if !value.is_blank() {
            self.cells.insert(cell, value);
        }
    }

    /// Puts aside a value that a merged cell hides.
    pub fn cover(&mut self, cell: CellRef, value: Value) {
        if !value.is_blank() {
            self.covered.insert(cell, value);
        }
    }

    /// Merges a range: what it hides, all but its first cell, is put aside.
    pub fn merge(&mut self, first: CellRef, last: CellRef) {
        if self.looked_at > MOST_LOOKED_AT {
            return;
        }
        let rows = CellRef::new(first.row, 0)..=CellRef::new(last.row, u32::MAX);
        let mut hidden = Vec::new();
        for (cell, _) in self.cells.range(rows).take(MOST_LOOKED_AT) {
            self.looked_at += 1;
            if (first.column..=last.column).contains(&cell.column) && *cell != first {
                hidden.push(*cell);
            }
        }
        for cell in hidden {
            self.covered.extend(self.cells.remove(&cell).map(|value| (cell, value)));
        }
    }

    /// What merged cells hide.
    pub fn covered(&self) -> impl Iterator<Item = (CellRef, &Value)> {
        self.covered.iter().map(|(cell, value)| (*cell, value))
    }

    /// The value of a cell.
    pub fn get(&self, cell: CellRef) -> Option<&Value> {
        self.cells.get(&cell)
    }

    /// The cells that hold something, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (CellRef, &Value)> {
        self.cells.iter().map(|(cell, value)| (*cell, value))
    }

    /// The rows that hold something, each with its cells from left to right.
    pub fn rows(&self) -> Vec<Vec<(CellRef, &Value)>> {
        let mut rows: Vec<Vec<(CellRef, &Value)>> = Vec::new();
        for (cell, value) in self.cells() {
            match rows.last_mut() {
                Some(row) if row.first().is_some_and(|(first, _)| first.row == cell.row) => {
                    row.push((cell, value));
                }
                _ => rows.push(vec![(cell, value)]),
            }
        }
        rows
    }

    /// A copy without some cells, and those cells.
    pub(super) fn without(&self, skipped: impl Fn(CellRef) -> bool) -> (Self, Vec<CellRef>) {
        let mut rest = self.clone();
        let out: Vec<CellRef> = self.cells.keys().copied().filter(|cell| skipped(*cell)).collect();
        rest.cells.retain(|cell, _| !skipped(*cell));
        (rest, out)
    }

    /// How many cells hold something.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}
