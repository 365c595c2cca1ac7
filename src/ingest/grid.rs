//! A sheet as read: only the cells that hold something, by row and column.
//!
//! Sparse on purpose: two far cells in a small file must not cost a dense rectangle between them.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use crate::model::CellRef;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, as written, line breaks included.
    Text(String),
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
            Self::Text(text) | Self::Error(text) => text.clone(),
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
    cells: BTreeMap<CellRef, Value>,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(name: &str, hidden: bool) -> Self {
        Self { name: name.to_owned(), hidden, cells: BTreeMap::new() }
    }

    /// Puts a value in a cell; a blank one is not kept.
    pub fn put(&mut self, cell: CellRef, value: Value) {
        if !value.is_blank() {
            self.cells.insert(cell, value);
        }
    }

    /// The value of a cell, if it holds something.
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

    /// How many cells hold something.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}
