//! The report as a workbook: a front sheet, then one sheet per section, each with its table and its chart.
//!
//! Charts are Excel's own, drawn from the table beside them, so that they can be edited. Nothing that a
//! respondent wrote becomes a formula. The creation date is the edition's, so that the same report gives
//! the same bytes.

mod annexes;
mod block;
mod chart;
mod front;
mod proof;
mod review;
mod sheet;
mod style;

pub use proof::{PROOF_MARK, proof};
pub use review::{REVIEW_MARK, ReviewInputs, review};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::sheet_names;
use crate::error::{Error, Result};
use crate::report::Report;
use chrono::Datelike;

/// Renders the workbook.
///
/// # Errors
/// What rust_xlsxwriter says.
pub(super) fn render(report: &Report) -> Result<Vec<u8>> {
    build(report)
        .map_err(|error| Error::Render { what: "xlsx".to_owned(), detail: error.to_string() })
}

fn build(report: &Report) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report)?);
    let names = sheet_names::unique(report.sections.iter().map(|section| section.sheet.as_str()));
    for (section, name) in report.sections.iter().zip(&names) {
        let first = workbook.worksheets().is_empty();
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name)?;
        let mut sheet = sheet::Sheet::new(worksheet, report, name);
        if first {
            front::write(&mut sheet, section, &names)?;
        } else {
            block::write(&mut sheet, section)?;
        }
    }
    workbook.save_to_buffer()
}

fn properties(report: &Report) -> std::result::Result<DocProperties, XlsxError> {
    let date = report.date;
    let year = u16::try_from(date.year()).unwrap_or(1900);
    let created = ExcelDateTime::from_ymd(
        year,
        u8::try_from(date.month()).unwrap_or(1),
        u8::try_from(date.day()).unwrap_or(1),
    )?;
    Ok(DocProperties::new()
        .set_title(&report.title)
        .set_subject(&report.subtitle)
        .set_author(&report.author)
        .set_creation_datetime(&created))
}
