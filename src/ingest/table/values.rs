//! The cells below the headers, by column.

use std::collections::{BTreeMap, BTreeSet};

use super::header::Headers;
use super::origin::Origin;
use crate::ingest::grid::{Sheet, Value};
use crate::model::CellRef;

/// Columns of values.
#[derive(Debug)]
pub(super) struct Columns<'s> {
    /// By column, the cells from top to bottom.
    pub(super) values: BTreeMap<u32, Vec<(u32, &'s Value)>>,
    /// The rows that hold something.
    pub(super) rows: BTreeSet<u32>,
}

impl<'s> Columns<'s> {
    pub(super) fn below(sheet: &'s Sheet, headers: &Headers, origin: Origin) -> Self {
        let first = headers.rows.last().map_or(0, |row| row + 1);
        let mut columns = Self { values: BTreeMap::new(), rows: BTreeSet::new() };
        for (cell, value) in sheet.cells().filter(|(cell, _)| cell.row >= first) {
            columns.rows.insert(cell.row);
            // « N/A » of LimeSurvey: the question was not shown, or not answered.
            if !(origin == Origin::LimeSurvey && is_absent(value)) {
                columns.values.entry(cell.column).or_default().push((cell.row, value));
            }
        }
        columns
    }

    /// Takes a row out.
    pub(super) fn remove(&mut self, row: u32) {
        self.rows.remove(&row);
        for cells in self.values.values_mut() {
            if let Ok(at) = cells.binary_search_by_key(&row, |(row, _)| *row) {
                cells.remove(at);
            }
        }
    }

    pub(super) fn column(&self, column: u32) -> &[(u32, &'s Value)] {
        self.values.get(&column).map(Vec::as_slice).unwrap_or_default()
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = CellRef> + '_ {
        self.values.iter().filter_map(move |(column, cells)| {
            let at = cells.binary_search_by_key(&row, |(row, _)| *row);
            at.is_ok().then_some(CellRef::new(row, *column))
        })
    }
}

/// Whether a cell of `LimeSurvey` says that its question was not shown or not answered.
pub(in crate::ingest) fn is_absent(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.trim() == "N/A")
}
