//! The cells below the headers, by column: each distinct value once, with how many cells hold it.
//!
//! What a column is depends on its values and not on their order, so that a table of any length costs as much as its
//! distinct texts; see [`Values`].

use std::collections::BTreeMap;

use super::header::Headers;
use super::origin::Origin;
use crate::cores;
use crate::ingest::grid::{ColumnCell, Sheet, Value};
use crate::model::CellRef;

/// Distinct values of a column that are few.
const FEW: usize = 16;

/// Cells from which the columns are counted on several cores.
const MANY: usize = 200_000;

/// Columns of values.
#[derive(Debug)]
pub(super) struct Columns<'s> {
    sheet: &'s Sheet,
    /// The row below the headers, and the row below the last record.
    span: (u32, u32),
    /// Whether « N/A » says that a question was not shown or not answered.
    absent: bool,
    /// By column.
    pub(super) values: BTreeMap<u32, Values<'s>>,
    /// The rows that hold something.
    pub(super) rows: Vec<u32>,
}

/// The distinct values of a column, in the order of their first cells.
#[derive(Debug, Default)]
pub(super) struct Values<'s> {
    distinct: Vec<(&'s Value, usize)>,
    cells: usize,
}

impl<'s> Values<'s> {
    /// Each distinct value with the number of its cells.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'s Value, usize)> + '_ {
        self.distinct.iter().copied()
    }

    /// How many cells hold something.
    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    /// How many values differ.
    pub(super) fn distinct(&self) -> usize {
        self.distinct.len()
    }

    fn leave_out(&mut self, is_such: impl Fn(&Value) -> bool) {
        self.distinct.retain(|(value, _)| !is_such(value));
        self.cells = self.iter().map(|(_, count)| count).sum();
    }

    fn remove(&mut self, value: &Value) {
        if let Some((_, count)) = self.distinct.iter_mut().find(|(known, _)| *known == value) {
            *count -= 1;
            self.cells -= 1;
            self.distinct.retain(|(_, count)| *count > 0);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.distinct.is_empty()
    }

    /// How many cells hold such a value.
    pub(super) fn count(&self, is_such: impl Fn(&Value) -> bool) -> usize {
        self.iter().filter(|(value, _)| is_such(value)).map(|(_, count)| count).sum()
    }

    /// Whether every value is such.
    pub(super) fn all(&self, is_such: impl Fn(&Value) -> bool) -> bool {
        self.iter().all(|(value, _)| is_such(value))
    }
}

impl<'s> Columns<'s> {
    pub(super) fn below(sheet: &'s Sheet, headers: &Headers, origin: Origin) -> Self {
        let first = headers.rows.last().map_or(0, |row| row + 1);
        let rows = sheet.row_numbers().filter(|row| *row >= first).collect();
        let absent = origin == Origin::LimeSurvey;
        let of_share = |share: &[u32]| {
            let mut counts = vec![0_usize; sheet.values().len()];
            let of_column = |column: &u32| {
                let mut counted = counted(sheet, sheet.column(*column, first), &mut counts);
                if absent {
                    counted.leave_out(is_absent);
                }
                (*column, counted)
            };
            share.iter().map(of_column).filter(|(_, values)| !values.is_empty()).collect::<Vec<_>>()
        };
        let few = if sheet.len() < MANY { usize::MAX } else { 0 };
        let shares = cores::shares(&sheet.used_columns(), few, |_, share| of_share(share));
        let values = shares.into_iter().flatten().collect();
        Self { sheet, span: (first, u32::MAX), absent, values, rows }
    }

    /// Takes the last row out.
    pub(super) fn remove_last(&mut self) {
        let Some(last) = self.rows.pop() else { return };
        self.span.1 = last;
        for (cell, value) in self.sheet.row(last) {
            if let Some(values) = self.values.get_mut(&cell.column) {
                values.remove(value);
            }
        }
    }

    pub(super) fn column(&self, column: u32) -> &Values<'s> {
        const NONE: &Values<'static> = &Values { distinct: Vec::new(), cells: 0 };
        self.values.get(&column).unwrap_or(NONE)
    }

    /// The cells of a column from top to bottom, each with its row.
    pub(super) fn cells(&self, column: u32) -> impl Iterator<Item = (u32, &'s Value)> + '_ {
        let cells = self.sheet.column(column, self.span.0);
        cells
            .take_while(|cell| cell.row < self.span.1)
            .filter_map(|cell| Some((cell.row, self.sheet.value(cell.id)?)))
            .filter(|(_, value)| !(self.absent && is_absent(value)))
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = CellRef> + '_ {
        self.sheet.row(row).map(|(cell, _)| cell)
    }

    /// The value of a column in a row.
    pub(super) fn get(&self, row: u32, column: u32) -> Option<&'s Value> {
        self.sheet.get(CellRef::new(row, column))
    }

    /// The rows in which a column holds such a value, each value looked at once.
    pub(super) fn rows_where(&self, column: u32, is_such: impl Fn(&Value) -> bool) -> Vec<u32> {
        let holds = |value: &Value| !(self.absent && is_absent(value)) && is_such(value);
        let holds = |id: u32| self.sheet.value(id).is_some_and(holds);
        // Few values are found sooner in a list than in a place for each value of the sheet.
        let mut few: Vec<(u32, bool)> = Vec::new();
        let many = if self.column(column).distinct() > FEW { self.sheet.values().len() } else { 0 };
        let mut known: Vec<Option<bool>> = vec![None; many];
        let such = |cell: &ColumnCell| {
            if let Some(place) = known.get_mut(cell.id as usize) {
                return *place.get_or_insert_with(|| holds(cell.id));
            }
            let seen = few.iter().find(|(id, _)| *id == cell.id).copied();
            let (_, answer) = seen.unwrap_or_else(|| {
                few.push((cell.id, holds(cell.id)));
                (cell.id, holds(cell.id))
            });
            answer
        };
        let cells = self.sheet.column(column, self.span.0);
        let inside = cells.take_while(|cell| cell.row < self.span.1);
        inside.filter(such).map(|cell| cell.row).collect()
    }
}

/// Counts the values of a column; `counts` is zero for every value before and after.
fn counted<'s>(
    sheet: &'s Sheet,
    cells: impl Iterator<Item = ColumnCell>,
    counts: &mut [usize],
) -> Values<'s> {
    let mut order = Vec::new();
    let mut total = 0;
    for cell in cells {
        let Some(count) = counts.get_mut(cell.id as usize) else { continue };
        if *count == 0 {
            order.push(cell.id);
        }
        *count += 1;
        total += 1;
    }
    let distinct = order.into_iter().filter_map(|id| {
        let count = std::mem::take(counts.get_mut(id as usize)?);
        Some((sheet.value(id)?, count))
    });
    Values { distinct: distinct.collect(), cells: total }
}

/// Whether a cell of `LimeSurvey` says that its question was not shown or not answered.
pub(in crate::ingest) fn is_absent(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.trim() == "N/A")
}
