//! From the bytes of a file to its sheets, whatever its kind, or to the reason why not.

use chrono::NaiveDateTime;

use super::file_kind::{self, FileKind};
use super::grid::Sheet;
use super::limits::LIMITS;
use super::refusal::{Refusal, Why};
use super::{csv_table, guard, html_table, modified, ods, quiet, spreadsheet_ml, xls, xlsb, xlsx};

/// The sheets of a file.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    /// When it was last changed, as it says itself.
    pub(super) modified: Option<NaiveDateTime>,
    /// Whether the text had to be taken for Windows-1252.
    pub(super) legacy_encoding: bool,
    /// Whether a text encoded twice was repaired.
    pub(super) repaired: bool,
}

/// Opens a file, behind the guard. A panic in a library costs this file only.
///
/// # Errors
/// Why the file cannot be used; a file without a single cell is one.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook, Refusal> {
    if bytes.len() > LIMITS.file {
        return Err(Refusal::new(Why::TooBig));
    }
    let read = quiet::catch(|| read(bytes)).unwrap_or_else(|| Err(Refusal::new(Why::Library)))?;
    if read.sheets.iter().any(|sheet| !sheet.is_empty()) {
        return Ok(read);
    }
    let uncomputed = read.sheets.iter().any(|sheet| !sheet.uncomputed.is_empty());
    Err(Refusal::new(if uncomputed { Why::NoResult } else { Why::NoCell }))
}

fn read(bytes: &[u8]) -> Result<Workbook, Refusal> {
    match file_kind::of(bytes)? {
        FileKind::Xlsx(mut archive) => {
            let sheets = xlsx::read(bytes, guard::begin(&mut archive)?)?;
            Ok(of_sheets(sheets, modified::of_archive(&mut archive)))
        }
        FileKind::Xlsb(mut archive) => {
            guard::check(&mut archive)?;
            Ok(of_sheets(xlsb::read(bytes)?, modified::of_archive(&mut archive)))
        }
        FileKind::Ods(mut archive) => {
            guard::check(&mut archive)?;
            Ok(of_sheets(ods::read(bytes)?, modified::of_archive(&mut archive)))
        }
        FileKind::Xls(container) => {
            Ok(of_sheets(xls::read(&container)?, modified::of_container(&container)))
        }
        FileKind::OldXls => Ok(of_sheets(vec![xls::read_single(bytes)?], None)),
        FileKind::SpreadsheetMl(text) => Ok(of_sheets(spreadsheet_ml::read(&text.text)?, None)),
        FileKind::Html(text) => Ok(Workbook {
            sheets: vec![html_table::read(&text.text)?],
            modified: None,
            legacy_encoding: text.legacy,
            repaired: text.repaired,
        }),
        FileKind::Text(text) => Ok(Workbook {
            sheets: vec![csv_table::read(&text.text)?],
            modified: None,
            legacy_encoding: text.legacy,
            repaired: text.repaired,
        }),
    }
}

fn of_sheets(sheets: Vec<Sheet>, modified: Option<NaiveDateTime>) -> Workbook {
    Workbook { sheets, modified, ..Workbook::default() }
}
