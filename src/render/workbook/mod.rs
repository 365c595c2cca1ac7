//! The report as a workbook: a front sheet, then one sheet per section, each with its table and its chart.
//!
//! Charts are Excel's own, drawn from the table beside them, so that they can be edited. Nothing that a
//! respondent wrote becomes a formula. The creation date is the edition's, so that the same report gives
//! the same bytes.

mod annexes;
mod block;
mod chart;
mod front;
mod marks;
mod proof;
mod prose;
mod review;
mod sheet;
mod style;

pub use proof::{PROOF_MARK, proof};
pub use review::{REVIEW_MARK, ReviewInputs, review};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::pictures::Pictures;
use super::sheet_names;
use crate::error::{Error, Result};
use crate::report::{Block, Report, Section};
use chrono::Datelike;

/// Renders the workbook.
///
/// # Errors
/// What rust_xlsxwriter says.
pub(super) fn render(report: &Report, pictures: &Pictures<'_>) -> Result<Vec<u8>> {
    build(report, pictures)
        .map_err(|error| Error::Render { what: "xlsx".to_owned(), detail: error.to_string() })
}

fn build(report: &Report, pictures: &Pictures<'_>) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report)?);
    let blank = Section {
        id: String::new(),
        title: report.labels.contents.clone(),
        sheet: report.labels.contents.clone(),
        blocks: Vec::new(),
    };
    let sections = sections(report, &blank);
    let names = sheet_names::unique(sections.iter().map(|section| section.sheet.as_str()));
    let contents = names.first().cloned().unwrap_or_default();
    for (section, name) in sections.iter().zip(&names) {
        let first = workbook.worksheets().is_empty();
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name)?;
        let mut sheet = sheet::Sheet::new(worksheet, report, name);
        if first {
            front::write(&mut sheet, &sections, &names)?;
        } else {
            block::write(&mut sheet, section, &contents, pictures)?;
        }
    }
    workbook.save_to_buffer()
}

/// The sections in their order, those that the workbook details in the place of the report's, then its own.
///
/// The key figures come first, as the front sheet; a layout without them gives a front sheet of contents alone.
fn sections<'r>(report: &'r Report, blank: &'r Section) -> Vec<&'r Section> {
    let detailed = |section: &&Section| report.sections.iter().any(|one| one.id == section.id);
    let own = |id: &str| report.sheets.iter().find(|sheet| sheet.id == id);
    let all = report.sections.iter().map(|section| own(&section.id).unwrap_or(section));
    let all = all.chain(report.sheets.iter().filter(|sheet| !detailed(sheet)));
    let (mut front, rest): (Vec<_>, Vec<_>) = all.partition(|section| {
        section.blocks.iter().any(|block| matches!(block, Block::KeyFigures(_)))
    });
    if front.is_empty() {
        front.push(blank);
    }
    front.extend(rest);
    front
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
