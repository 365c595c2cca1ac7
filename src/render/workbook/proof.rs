//! A lab's proof sheet: « vous avez écrit / nous avons compris / corriger ici ».
//!
//! The reader of the returned sheet finds the year, the académie and the questions in hidden cells; drop-downs
//! point to a hidden sheet, as everywhere.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError,
};

use super::review::{to_fill, write_text};
use super::sheet::height;
use super::style;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::report::{Align, Proof, ProofRow};

type Done = std::result::Result<(), XlsxError>;

/// First cell of the sheet, by which the file is recognised when it comes back.
pub const PROOF_MARK: &str = "labcensus-proof";
const LISTS: &str = "Listes";
/// Row of the hidden column names; the visible header is below.
const NAMES: u32 = 4;
const CORRECTION: u16 = 4;

/// Renders a proof sheet.
///
/// # Errors
/// What rust_xlsxwriter says.
pub fn proof(proof: &Proof, locale: &Locale) -> Result<Vec<u8>> {
    build(proof, locale)
        .map_err(|error| Error::Render { what: "xlsx".to_owned(), detail: error.to_string() })
}

fn build(proof: &Proof, locale: &Locale) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(proof.year.get().max(1900), 1, 1)?;
    let args = [("year", proof.year.to_string().into()), ("academy", proof.title.as_str().into())];
    let title = locale.with("proof-title", &args);
    workbook
        .set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    sheet.set_name(locale.text("proof-sheet"))?;
    head(sheet, proof, &title, locale)?;
    let mut lists: Vec<&ProofRow> = Vec::new();
    for (row, question) in (NAMES + 2..).zip(&proof.rows) {
        if !question.choices.is_empty() {
            lists.push(question);
        }
        self::row(sheet, row, question, lists.len())?;
    }
    let hidden = workbook.add_worksheet();
    hidden.set_name(LISTS)?.set_hidden(true);
    for (column, question) in (0_u16..).zip(lists) {
        let none = locale.text("review-none");
        for (row, choice) in (0_u32..).zip(question.choices.iter().chain([&none])) {
            hidden.write_string(row, column, choice)?;
        }
    }
    workbook.save_to_buffer()
}

fn head(sheet: &mut Worksheet, proof: &Proof, title: &str, locale: &Locale) -> Done {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet
        .write_string(0, 0, PROOF_MARK)?
        .write_string(1, 0, proof.year.to_string())?
        .write_string(2, 0, proof.code.as_str())?;
    sheet.write_string_with_format(0, 1, title, &style::title())?;
    for (row, key) in [(1, "proof-help-1"), (2, "proof-help-2")] {
        sheet.write_string_with_format(row, 1, locale.text(key), &style::caption())?;
    }
    let corrections = proof.rows.iter().map(|row| row.corrections).max().unwrap_or(1);
    let mut columns = vec![
        ("question", String::new(), 4.0),
        ("label", locale.text("label-question"), 24.0),
        ("written", locale.text("proof-written"), 52.0),
        ("understood", locale.text("proof-understood"), 38.0),
    ];
    columns.extend((0..corrections).map(|_| ("correction", locale.text("proof-correction"), 36.0)));
    for (column, (name, header, width)) in (0_u16..).zip(columns) {
        sheet.set_column_width(column, width)?;
        sheet.write_string(NAMES, column, name)?;
        let format = style::header(Align::Left);
        sheet.write_string_with_format(NAMES + 1, column, header, &format)?;
    }
    sheet.set_column_hidden(0)?.set_row_hidden(NAMES)?;
    sheet.set_freeze_panes(NAMES + 2, 2)?;
    Ok(())
}

/// A question; its list is the `list`-th of the hidden sheet.
fn row(sheet: &mut Worksheet, row: u32, question: &ProofRow, list: usize) -> Done {
    write_text(sheet, (row, 0), question.question.as_str())?;
    write_text(sheet, (row, 1), &question.label)?;
    write_text(sheet, (row, 2), &question.written)?;
    write_text(sheet, (row, 3), &question.understood)?;
    let tallest = height(&question.written, 52.0).max(height(&question.understood, 38.0));
    sheet.set_row_height(row, tallest.max(20.0))?;
    let last = CORRECTION + u16::try_from(question.corrections.saturating_sub(1)).unwrap_or(0);
    for column in CORRECTION..=last {
        sheet.write_blank(row, column, &to_fill())?;
    }
    if !question.choices.is_empty() {
        let column = u16::try_from(list.saturating_sub(1)).unwrap_or(0);
        let column = rust_xlsxwriter::utility::column_number_to_name(column);
        let source =
            Formula::new(format!("={LISTS}!${column}$1:${column}${}", question.choices.len() + 1));
        let rule = DataValidation::new().allow_list_formula(source);
        sheet.add_data_validation(row, CORRECTION, row, last, &rule)?;
    }
    Ok(())
}
