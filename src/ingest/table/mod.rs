//! A table of records, one per row, understood without any codebook: which tool wrote it, where its
//! headers are, which columns make one question and of what kind.
//!
//! Each tool has its recogniser behind one trait, tried in the order of `ORIGINS` over a bounded sample;
//! the first of the best scores wins, and its reasons are kept. What a tool's export means is then read
//! by the same steps for all: headers, columns, groups, records.

mod column;
mod counts;
mod dates;
mod facts;
mod group;
mod header;
mod heading;
mod joined;
mod option_headers;
mod origin;
mod record;
mod submitted;
mod tools;
mod values;

pub use column::{ColumnKind, Role, TableColumn};
pub(super) use column::{Tick, tick};
pub(super) use counts::stands_for_other;
pub(super) use dates::{Order, moment, order};
pub use group::TableQuestion;
pub(super) use heading::is_other;
pub use joined::pieces;
pub use origin::{Origin, Separator};
pub use record::{Record, RecordState};
pub(super) use values::is_absent;

use std::sync::Arc;

use super::grid::Sheet;
use crate::model::CellRef;
use values::Columns;

/// A sheet understood as a table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The tool that wrote it.
    pub origin: Origin,
    /// Why that tool was recognised, in the order of the checks.
    pub reasons: Vec<&'static str>,
    /// Rows of headers, zero-based.
    pub header_rows: Vec<u32>,
    /// Cells above the headers.
    pub titles: Vec<CellRef>,
    /// Cells below the records that belong to none.
    pub notes: Vec<CellRef>,
    /// The records.
    pub records: Vec<Record>,
    /// The columns, grouped into questions, from left to right.
    pub questions: Vec<TableQuestion>,
}

/// Fewest columns of a table.
const FEWEST_COLUMNS: usize = 2;

/// Understands a sheet as a table; `None` when nothing in it looks like a header over records.
/// Looked at once.
pub fn understand(sheet: &Sheet) -> Option<Arc<Table>> {
    let look = || understand_as(sheet, &Shape::default()).map(Arc::new);
    sheet.table.get_or_init(look).clone()
}

/// What is known of a table beforehand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape<'s> {
    /// The tool that wrote it.
    pub origin: Option<Origin>,
    /// Its header rows, zero-based; none when they are to be found.
    pub header_rows: &'s [u32],
}

/// Understands a sheet as a table of which something is known.
pub fn understand_as(sheet: &Sheet, shape: &Shape<'_>) -> Option<Table> {
    let (origin, reasons) = match shape.origin {
        Some(origin) => (origin, vec!["mapping"]),
        None => origin::recognise(sheet),
    };
    let headers = if shape.header_rows.is_empty() {
        header::find(sheet, origin)?
    } else {
        header::at(sheet, shape.header_rows.to_vec(), origin)
    };
    let mut columns = Columns::below(sheet, &headers, origin);
    if headers.columns.len() < FEWEST_COLUMNS || columns.rows.is_empty() {
        return None;
    }
    let notes = if origin == Origin::Plain { record::take_notes(&mut columns) } else { Vec::new() };
    let questions = group::questions(&headers, &columns, origin);
    let records = record::read(&columns, &questions, (origin, &headers));
    Some(Table {
        origin,
        reasons,
        header_rows: headers.rows,
        titles: headers.titles,
        notes,
        records,
        questions,
    })
}
