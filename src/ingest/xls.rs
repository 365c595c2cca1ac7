//! Binary workbooks of Excel 97–2003, through calamine.
//!
//! calamine has no streaming reader for them: it lays each sheet out in the rectangle between its first
//! and last cell, at most 65,536 rows by 256 columns. Only the cells that hold something are kept.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xls, XlsError};

use super::grid::{Sheet, Value};
use super::xlsx::{from_iso, from_serial};
use crate::model::CellRef;

/// Reads every worksheet.
///
/// # Errors
/// What calamine says, for a file that it cannot read.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, XlsError> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes))?;
    let described: Vec<_> = workbook
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    for (name, hidden) in described {
        let range = workbook.worksheet_range(&name)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut sheet = Sheet::new(&name, hidden);
        for (row, column, data) in range.used_cells() {
            let cell = (u32::try_from(row), u32::try_from(column));
            if let ((Ok(row), Ok(column)), Some(value)) = (cell, value(data)) {
                sheet.put(CellRef::new(first_row + row, first_column + column), value);
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn value(data: &Data) -> Option<Value> {
    Some(match data {
        Data::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "a workbook's numbers are doubles")]
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Value::Text(text.clone()),
        Data::Bool(value) => Value::Bool(*value),
        Data::DateTime(date) => from_serial(date),
        Data::DateTimeIso(text) => from_iso(text),
        Data::Error(error) => Value::Error(error.to_string()),
    })
}
