//! Binary workbooks of Excel 2007 and later, through calamine's streaming reader.
//!
//! The guard has inflated every part under the caps before; what the library still trips over is a
//! panic, which costs that file alone. Its buffers are no longer than a part, so nothing can abort.

use std::io::Cursor;

use calamine::{Reader, Xlsb};

use super::grid::Sheet;
use super::limits::{LIMITS, MOST_COLUMNS};
use super::refusal::{Refusal, Why};
use super::sheet_builder::SheetBuilder;
use super::xlsx;
use crate::model::CellRef;

/// Reads every worksheet.
///
/// # Errors
/// What calamine says, or too many cells.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let library = |_: calamine::XlsbError| Refusal::new(Why::Library);
    let mut workbook: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(library)?;
    let described = xlsx::worksheets(workbook.sheets_metadata());
    let mut sheets = Vec::new();
    for (name, hidden) in described {
        let mut sheet = SheetBuilder::new(&name, hidden);
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(library)?;
        while let Some(cell) = cells.next_cell().map_err(library)? {
            let (row, column) = cell.get_position();
            if column >= MOST_COLUMNS {
                return Err(Refusal::with(Why::BadReference, name));
            }
            if let Some(value) = xlsx::value(cell.get_value()) {
                sheet.put(CellRef::new(row, column), value);
            }
            if sheet.len() > LIMITS.cells {
                return Err(Refusal::new(Why::TooManyCells));
            }
        }
        sheets.push(sheet.finish());
    }
    Ok(sheets)
}
