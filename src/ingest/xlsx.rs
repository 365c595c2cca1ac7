//! Office Open XML workbooks, through calamine's streaming reader.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDateTime, Timelike};

use super::grid::{Sheet, Value};
use super::guard::Checked;
use super::refusal::{Refusal, Why};
use crate::model::CellRef;

/// The names of a workbook's worksheets, and whether each is hidden.
pub(super) fn worksheets(listed: &[calamine::Sheet]) -> Vec<(String, bool)> {
    let worksheets = listed.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    worksheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

/// Reads every worksheet; `checked` says where formulas have no result and which cells are merged.
///
/// # Errors
/// What calamine says, for a file that it cannot read.
pub(super) fn read(bytes: &[u8], checked: &Checked) -> Result<Vec<Sheet>, Refusal> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let described = worksheets(workbook.sheets_metadata());
    let mut sheets = Vec::new();
    let mut texts = Interned::default();
    for (name, hidden) in described {
        let mut sheet = Sheet::new(&name, hidden);
        let mut cells = match workbook.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of macros or charts that the workbook lists as a worksheet.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(refusal(error)),
        };
        while let Some(cell) = cells.next_cell().map_err(refusal)? {
            let (row, column) = cell.get_position();
            if let Some(value) = texts.value(cell.get_value()) {
                sheet.put(CellRef::new(row, column), value);
            }
        }
        if let Some(facts) = checked.sheets.get(&name) {
            for (first, last) in &facts.merges {
                sheet.merge(*first, *last);
            }
            sheet.uncomputed.clone_from(&facts.uncomputed);
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// What the library's error means for a user.
fn refusal(error: XlsxError) -> Refusal {
    let why = match &error {
        XlsxError::Password => Why::Password,
        XlsxError::Unrecognized { .. } => Why::MacroSheet,
        XlsxError::RelationshipNotFound | XlsxError::FileNotFound(_) => Why::MissingPart,
        XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Zip(_) => Why::Damaged,
        _ => Why::Library,
    };
    // The library's English words would say no more to a user than the name of the part.
    match error {
        XlsxError::Unrecognized { val, .. } => Refusal::with(why, val),
        XlsxError::FileNotFound(part) => Refusal::with(why, part),
        _ => Refusal::new(why),
    }
}

/// Texts seen before, by where the library keeps them: a text repeated in many cells is held once.
#[derive(Default)]
struct Interned(BTreeMap<(usize, usize), Arc<str>>);

impl Interned {
    fn value(&mut self, data: &DataRef<'_>) -> Option<Value> {
        let DataRef::SharedString(text) = data else { return value(data) };
        let place = (text.as_ptr().addr(), text.len());
        let shared = self.0.entry(place).or_insert_with(|| (*text).into());
        Some(Value::Text(shared.clone()))
    }
}

/// A cell's value, `None` for an empty one.
pub(super) fn value(data: &DataRef<'_>) -> Option<Value> {
    Some(match data {
        DataRef::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "a workbook's numbers are doubles")]
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Value::Text(text.as_str().into()),
        DataRef::SharedString(text) => Value::Text((*text).into()),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(date) => from_serial(date),
        DataRef::DateTimeIso(text) => from_iso(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
    })
}

/// A date cell; a time without a day is its text, and a serial that is no date stays a number.
pub(super) fn from_serial(date: &ExcelDateTime) -> Value {
    match date.as_datetime() {
        Some(moment) if date.is_datetime() && (0.0..1.0).contains(&date.as_f64()) => {
            let pattern = if moment.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
            Value::Text(moment.format(pattern).to_string().into())
        }
        Some(moment) if date.is_datetime() => Value::Date(moment),
        _ => Value::Number(date.as_f64()),
    }
}

/// An ISO date cell, with or without a time; anything else stays text.
pub(super) fn from_iso(text: &str) -> Value {
    let datetime = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok();
    let datetime =
        datetime.or_else(|| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.fZ").ok());
    let date = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let value = datetime.or_else(|| date.map(|date| date.and_time(chrono::NaiveTime::MIN)));
    value.map_or_else(|| Value::Text(text.into()), Value::Date)
}
