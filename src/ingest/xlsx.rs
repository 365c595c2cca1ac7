//! Office Open XML workbooks, through calamine's streaming reader.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveDateTime;

use super::grid::{Sheet, Value};
use crate::model::CellRef;

/// Reads every worksheet.
///
/// # Errors
/// What calamine says, for a file that it cannot read.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, XlsxError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let described: Vec<_> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    for (name, hidden) in described {
        let mut sheet = Sheet::new(&name, hidden);
        let mut cells = workbook.worksheet_cells_reader(&name)?;
        while let Some(cell) = cells.next_cell()? {
            let (row, column) = cell.get_position();
            if let Some(value) = value(cell.get_value()) {
                sheet.put(CellRef::new(row, column), value);
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn value(data: &DataRef<'_>) -> Option<Value> {
    Some(match data {
        DataRef::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "a workbook's numbers are doubles")]
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Value::Text(text.clone()),
        DataRef::SharedString(text) => Value::Text((*text).to_owned()),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(date) => from_serial(date),
        DataRef::DateTimeIso(text) => from_iso(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
    })
}

/// A date cell; a serial that is no date stays a number.
pub(super) fn from_serial(date: &ExcelDateTime) -> Value {
    match date.as_datetime() {
        Some(datetime) if date.is_datetime() => Value::Date(datetime),
        _ => Value::Number(date.as_f64()),
    }
}

/// An ISO date cell, with or without a time; anything else stays text.
pub(super) fn from_iso(text: &str) -> Value {
    let datetime = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok();
    let date = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let value = datetime.or_else(|| date.map(|date| date.and_time(chrono::NaiveTime::MIN)));
    value.map_or_else(|| Value::Text(text.to_owned()), Value::Date)
}
