//! A sheet as read: only the cells that hold something, row by row, each distinct value held once.
//!
//! Sparse on purpose: two far cells in a small file must not cost a dense rectangle between them. Packed on purpose: a
//! cell is its column and the number of its value, six bytes, so that a table of four million cells holds in 24 MB and
//! does not grow with the texts that it repeats.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::{NaiveDate, NaiveDateTime};

use super::table::Table;
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

    /// The same, without a copy for a text.
    pub(super) fn shared(&self) -> Arc<str> {
        match self {
            Self::Text(text) => text.clone(),
            other => other.text().into(),
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

/// One sheet of a file; made by a `SheetBuilder`.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; empty for CSV.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Formulas without a result, as far as the file tells.
    pub uncomputed: Vec<CellRef>,
    pub(super) values: Vec<Value>,
    pub(super) rows: Vec<SheetRow>,
    pub(super) columns: Vec<u16>,
    /// The value of each cell, by its place among `values`.
    pub(super) ids: Vec<u32>,
    pub(super) covered: BTreeMap<CellRef, Value>,
    /// What it is as a table, once that was looked at.
    pub(super) table: OnceLock<Option<Arc<Table>>>,
}

/// A row that holds something: its number, and where its cells begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetRow {
    pub(super) number: u32,
    pub(super) start: u32,
}

/// A cell of a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct ColumnCell {
    pub(super) row: u32,
    /// The row's place among the rows that hold something.
    pub(super) row_at: usize,
    /// Its place among the sheet's cells.
    pub(super) at: usize,
    /// Its value's place among the sheet's values.
    pub(super) id: u32,
}

impl Sheet {
    /// What merged cells hide.
    pub fn covered(&self) -> impl Iterator<Item = (CellRef, &Value)> {
        self.covered.iter().map(|(cell, value)| (*cell, value))
    }

    /// The value of a cell.
    pub fn get(&self, cell: CellRef) -> Option<&Value> {
        self.value(*self.ids.get(self.place(cell)?)?)
    }

    /// The cells that hold something, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (CellRef, &Value)> {
        (0..self.rows.len()).flat_map(|row| self.row_at(row))
    }

    /// The rows that hold something, each with its cells from left to right.
    pub fn rows(&self) -> impl Iterator<Item = Vec<(CellRef, &Value)>> {
        (0..self.rows.len()).map(|row| self.row_at(row).collect())
    }

    /// A copy without some cells, and those cells.
    pub(super) fn without(&self, skipped: impl Fn(CellRef) -> bool) -> (Self, Vec<CellRef>) {
        let mut rest = Self {
            rows: Vec::new(),
            columns: Vec::new(),
            ids: Vec::new(),
            table: OnceLock::new(),
            ..self.clone()
        };
        let mut out = Vec::new();
        for (row, known) in self.rows.iter().enumerate() {
            let start = u32::try_from(rest.ids.len()).unwrap_or(u32::MAX);
            let span = self.span(row);
            let columns = self.columns.get(span.clone()).unwrap_or_default();
            let ids = self.ids.get(span).unwrap_or_default();
            for (column, id) in columns.iter().zip(ids) {
                let cell = CellRef::new(known.number, u32::from(*column));
                if skipped(cell) {
                    out.push(cell);
                } else {
                    rest.columns.push(*column);
                    rest.ids.push(*id);
                }
            }
            if rest.ids.len() > start as usize {
                rest.rows.push(SheetRow { number: known.number, start });
            }
        }
        (rest, out)
    }

    /// How many cells hold something.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The distinct values of its cells.
    pub(super) fn values(&self) -> &[Value] {
        &self.values
    }

    /// A value by its place.
    pub(super) fn value(&self, id: u32) -> Option<&Value> {
        self.values.get(id as usize)
    }

    /// The numbers of the rows that hold something.
    pub(super) fn row_numbers(&self) -> impl DoubleEndedIterator<Item = u32> + '_ {
        self.rows.iter().map(|row| row.number)
    }

    /// The columns that hold something, in order.
    pub(super) fn used_columns(&self) -> Vec<u32> {
        let mut used = vec![false; usize::from(u16::MAX) + 1];
        for column in &self.columns {
            if let Some(place) = used.get_mut(usize::from(*column)) {
                *place = true;
            }
        }
        (0..).zip(used).filter_map(|(column, used)| used.then_some(column)).collect()
    }

    /// The cells of a column from a row on, from top to bottom.
    pub(super) fn column(&self, column: u32, from: u32) -> impl Iterator<Item = ColumnCell> + '_ {
        let first = self.rows.partition_point(|row| row.number < from);
        let wanted = u16::try_from(column).ok();
        let mut hint = 0;
        (first..self.rows.len()).filter_map(move |row| {
            let (span, wanted) = (self.span(row), wanted?);
            let columns = self.columns.get(span.clone())?;
            // Rows are mostly alike: the place in the row above is tried first.
            if columns.get(hint) != Some(&wanted) {
                hint = columns.binary_search(&wanted).ok()?;
            }
            let at = span.start + hint;
            let number = self.rows.get(row)?.number;
            Some(ColumnCell { row: number, row_at: row, at, id: *self.ids.get(at)? })
        })
    }

    /// A cell's place among the sheet's cells.
    pub(super) fn place(&self, cell: CellRef) -> Option<usize> {
        let span = self.span(self.row_place(cell.row)?);
        let column = u16::try_from(cell.column).ok()?;
        let columns = self.columns.get(span.clone())?;
        columns.binary_search(&column).ok().map(|at| span.start + at)
    }

    /// The cells of a row.
    pub(super) fn row(&self, number: u32) -> impl Iterator<Item = (CellRef, &Value)> {
        self.row_place(number).into_iter().flat_map(|row| self.row_at(row))
    }

    fn row_place(&self, number: u32) -> Option<usize> {
        let first = self.rows.first()?.number;
        let likely = number.checked_sub(first)? as usize;
        if self.rows.get(likely).is_some_and(|row| row.number == number) {
            return Some(likely);
        }
        self.rows.binary_search_by_key(&number, |row| row.number).ok()
    }

    /// The places of the cells of a row, by the row's own place.
    pub(super) fn span(&self, row: usize) -> std::ops::Range<usize> {
        let start = |row: usize| self.rows.get(row).map(|row| row.start as usize);
        start(row).unwrap_or(self.ids.len())..start(row + 1).unwrap_or(self.ids.len())
    }

    fn row_at(&self, row: usize) -> impl Iterator<Item = (CellRef, &Value)> {
        let number = self.rows.get(row).map_or(0, |row| row.number);
        let span = self.span(row);
        let columns = self.columns.get(span.clone()).unwrap_or_default();
        let ids = self.ids.get(span).unwrap_or_default();
        columns.iter().zip(ids).filter_map(move |(column, id)| {
            Some((CellRef::new(number, u32::from(*column)), self.value(*id)?))
        })
    }
}
