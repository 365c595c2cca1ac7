//! Putting a sheet together, cell by cell, in whatever order its file holds them.
//!
//! Cells that come in reading order, as nearly all do, are appended; the others wait for the end. A value seen before is
//! not held twice: the table of values is looked up by hash, and its order is that of the cells, so that nothing of the
//! hash can be seen outside.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::grid::{Sheet, SheetRow, Value};
use crate::model::CellRef;

/// Most cells and rows looked at for merged ranges, so that no file makes it endless.
const MOST_LOOKED_AT: usize = 20_000_000;

/// A sheet in the making.
#[derive(Debug, Default)]
pub(super) struct SheetBuilder {
    sheet: Sheet,
    /// Each value's fingerprint, by which the table grows without looking at the values again, and its place.
    known: HashTable<(u32, u32)>,
    hasher: RandomState,
    /// Cells that came after a later one, in the order in which they came.
    late: Vec<(CellRef, u32)>,
    merges: Vec<(CellRef, CellRef)>,
}

impl SheetBuilder {
    /// An empty sheet.
    pub(super) fn new(name: &str, hidden: bool) -> Self {
        Self {
            sheet: Sheet { name: name.to_owned(), hidden, ..Sheet::default() },
            ..Self::default()
        }
    }

    /// Puts a value in a cell; a blank one is not kept.
    pub(super) fn put(&mut self, cell: CellRef, value: Value) {
        if !value.is_blank() {
            let id = self.intern(value);
            self.put_known(cell, id);
        }
    }

    /// Puts a text in a cell; it is copied only if it was never seen.
    pub(super) fn put_text(&mut self, cell: CellRef, text: &str) {
        if let Some(id) = self.intern_text(text) {
            self.put_known(cell, id);
        }
    }

    /// Puts aside a value that a merged cell hides.
    pub(super) fn cover(&mut self, cell: CellRef, value: Value) {
        if !value.is_blank() {
            self.sheet.covered.insert(cell, value);
        }
    }

    /// Merges a range: what it hides, all but its first cell, is put aside at the end.
    pub(super) fn merge(&mut self, first: CellRef, last: CellRef) {
        self.merges.push((first, last));
    }

    /// Notes a formula without a result.
    pub(super) fn uncomputed(&mut self, cells: &[CellRef]) {
        self.sheet.uncomputed.extend_from_slice(cells);
    }

    /// The sheet's name.
    pub(super) fn name(&self) -> &str {
        &self.sheet.name
    }

    /// How many cells were put.
    pub(super) fn len(&self) -> usize {
        self.sheet.ids.len() + self.late.len()
    }

    /// The place of a text among the values; `None` for a blank one.
    pub(super) fn intern_text(&mut self, text: &str) -> Option<u32> {
        let print = fingerprint(&self.hasher, &Key::Text(text));
        let values = &self.sheet.values;
        let same = |(known, id): &(u32, u32)| {
            *known == print
                && matches!(values.get(*id as usize), Some(Value::Text(known)) if **known == *text)
        };
        if let Some((_, id)) = self.known.find(spread(print), same) {
            return Some(*id);
        }
        let value = Value::Text(text.into());
        (!value.is_blank()).then(|| self.add(value, print))
    }

    fn intern(&mut self, value: Value) -> u32 {
        let print = fingerprint(&self.hasher, &Key::of(&value));
        let values = &self.sheet.values;
        let same = |(known, id): &(u32, u32)| {
            let same = |known: &Value| Key::of(known) == Key::of(&value);
            *known == print && values.get(*id as usize).is_some_and(same)
        };
        if let Some((_, id)) = self.known.find(spread(print), same) {
            return *id;
        }
        self.add(value, print)
    }

    fn add(&mut self, value: Value, print: u32) -> u32 {
        let id = u32::try_from(self.sheet.values.len()).unwrap_or(u32::MAX);
        self.sheet.values.push(value);
        self.known.insert_unique(spread(print), (print, id), |(print, _)| spread(*print));
        id
    }

    /// Puts a value that was interned.
    pub(super) fn put_known(&mut self, cell: CellRef, id: u32) {
        let Ok(column) = u16::try_from(cell.column) else {
            return self.late.push((cell, id));
        };
        let sheet = &mut self.sheet;
        match sheet.rows.last() {
            Some(row) if row.number == cell.row => match sheet.columns.last() {
                Some(last) if *last >= column => return self.late.push((cell, id)),
                _ => {}
            },
            Some(row) if row.number > cell.row => return self.late.push((cell, id)),
            _ => {
                let start = u32::try_from(sheet.ids.len()).unwrap_or(u32::MAX);
                sheet.rows.push(SheetRow { number: cell.row, start });
            }
        }
        sheet.columns.push(column);
        sheet.ids.push(id);
    }

    /// The sheet, in order, without what its merged cells hide.
    pub(super) fn finish(mut self) -> Sheet {
        if !self.late.is_empty() {
            self.sort();
        }
        self.apply_merges();
        self.sheet
    }

    /// Puts late cells in their places; of two values for one cell, the later one stays.
    fn sort(&mut self) {
        let mut cells: Vec<(CellRef, u32)> = self.placed().collect();
        cells.append(&mut self.late);
        cells.sort_by_key(|(cell, _)| *cell);
        cells.reverse();
        cells.dedup_by_key(|(cell, _)| *cell);
        cells.reverse();
        self.lay_out(&cells);
    }

    fn placed(&self) -> impl Iterator<Item = (CellRef, u32)> {
        let sheet = &self.sheet;
        sheet.rows.iter().enumerate().flat_map(move |(at, row)| {
            let span = sheet.span(at);
            let columns = sheet.columns.get(span.clone()).unwrap_or_default();
            let ids = sheet.ids.get(span).unwrap_or_default();
            columns
                .iter()
                .zip(ids)
                .map(|(column, id)| (CellRef::new(row.number, u32::from(*column)), *id))
        })
    }

    fn lay_out(&mut self, cells: &[(CellRef, u32)]) {
        self.sheet.rows.clear();
        self.sheet.columns.clear();
        self.sheet.ids.clear();
        for (cell, id) in cells {
            self.put_known(*cell, *id);
        }
    }

    fn apply_merges(&mut self) {
        let mut looked_at = 0;
        let mut hidden: Vec<usize> = Vec::new();
        for (first, last) in std::mem::take(&mut self.merges) {
            let rows = &self.sheet.rows;
            let top = rows.partition_point(|row| row.number < first.row);
            let end = rows.partition_point(|row| row.number <= last.row);
            for row in top..end {
                let span = self.sheet.span(row);
                let columns = self.sheet.columns.get(span.clone()).unwrap_or_default();
                let left = columns.partition_point(|column| u32::from(*column) < first.column);
                let right = columns.partition_point(|column| u32::from(*column) <= last.column);
                looked_at += 1 + right - left;
                let is_first = |at: &usize| {
                    rows.get(row).is_some_and(|row| row.number == first.row)
                        && columns.get(*at).is_some_and(|column| u32::from(*column) == first.column)
                };
                hidden.extend((left..right).filter(|at| !is_first(at)).map(|at| span.start + at));
            }
            if looked_at > MOST_LOOKED_AT {
                break;
            }
        }
        if !hidden.is_empty() {
            self.hide(hidden);
        }
    }

    fn hide(&mut self, mut hidden: Vec<usize>) {
        hidden.sort_unstable();
        hidden.dedup();
        let mut hidden = hidden.into_iter().peekable();
        let mut left = Vec::with_capacity(self.sheet.ids.len());
        let placed: Vec<(CellRef, u32)> = self.placed().collect();
        for (at, (cell, id)) in placed.into_iter().enumerate() {
            if hidden.next_if_eq(&at).is_none() {
                left.push((cell, id));
            } else if let Some(value) = self.sheet.value(id).cloned() {
                self.sheet.covered.insert(cell, value);
            }
        }
        self.lay_out(&left);
    }
}

/// What makes two values the same.
#[derive(PartialEq, Eq, Hash)]
enum Key<'v> {
    Text(&'v str),
    Number(u64),
    Date(chrono::NaiveDateTime),
    Bool(bool),
    Error(&'v str),
}

impl<'v> Key<'v> {
    fn of(value: &'v Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text),
            Value::Number(number) => Self::Number(number.to_bits()),
            Value::Date(date) => Self::Date(*date),
            Value::Bool(value) => Self::Bool(*value),
            Value::Error(error) => Self::Error(error),
        }
    }
}

/// Half of a value's hash: enough for the few million values of a file.
fn fingerprint(hasher: &RandomState, key: &Key<'_>) -> u32 {
    let [.., one, two, three, four] = hasher.hash_one(key).to_be_bytes();
    u32::from_be_bytes([one, two, three, four])
}

/// The hash that stands for a fingerprint: both ends of it are looked at by the table.
fn spread(print: u32) -> u64 {
    let spread = u64::from(print).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    spread ^ spread >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sheet: &Sheet) -> Vec<String> {
        sheet.cells().map(|(cell, value)| format!("{cell} {}", value.text())).collect()
    }

    #[test]
    fn cells_in_any_order_are_sorted_and_the_later_value_of_a_cell_stays() {
        let mut builder = SheetBuilder::new("", false);
        for (row, column, text) in
            [(2, 1, "c"), (2, 1, "d"), (0, 3, "b"), (0, 0, "a"), (2, 0, " "), (1, 70_000, "e")]
        {
            builder.put_text(CellRef::new(row, column), text);
        }
        let sheet = builder.finish();
        assert_eq!(told(&sheet), ["A1 a", "D1 b", "B3 d"]);
        assert_eq!(sheet.get(CellRef::new(2, 1)).map(Value::text).as_deref(), Some("d"));
        assert!(sheet.get(CellRef::new(1, 1)).is_none());
    }

    #[test]
    fn a_value_is_held_once_and_a_merged_range_keeps_its_first_cell() {
        let mut builder = SheetBuilder::new("", false);
        builder.merge(CellRef::new(0, 0), CellRef::new(1, 1));
        for row in 0..3 {
            for column in 0..3 {
                builder.put(CellRef::new(row, column), Value::Text("x".into()));
            }
        }
        let sheet = builder.finish();
        assert_eq!((sheet.values().len(), sheet.len(), sheet.covered().count()), (1, 6, 3));
        assert_eq!(told(&sheet).first().map(String::as_str), Some("A1 x"));
        let column = |column| sheet.column(column, 1).map(|cell| cell.row).collect::<Vec<_>>();
        assert_eq!((column(0), column(2)), (vec![2], vec![1, 2]));
    }
}
