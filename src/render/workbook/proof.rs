//! A lab's proof sheet: « vous avez écrit / nous avons compris / corriger ici ».
//!
//! A question that takes several answers has as many rows, each with its drop-down. The reader of the returned sheet
//! finds the year, the académie and the questions in hidden cells; drop-downs point to a hidden sheet, as everywhere.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError,
};

use super::review::{to_fill, write_text};
use super::sheet::{fitted, height, looks_like_formula};
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
    let mut row = NAMES + 2;
    for question in &proof.rows {
        if !question.choices.is_empty() {
            lists.push(question);
        }
        row = self::question(sheet, row, question, lists.len())?;
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
    sheet.set_row_height(0, 26)?;
    for (row, key) in [(1, "proof-help-1"), (2, "proof-help-2")] {
        sheet.write_string_with_format(row, 1, locale.text(key), &style::caption())?;
    }
    let columns = [
        ("question", String::new(), 4.0),
        ("label", locale.text("label-question"), 24.0),
        ("written", locale.text("proof-written"), 52.0),
        ("understood", locale.text("proof-understood"), 38.0),
        ("correction", locale.text("proof-correction"), 44.0),
    ];
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

/// A question, on as many rows as it takes answers; its list is the `list`-th of the hidden sheet.
fn question(
    sheet: &mut Worksheet,
    first: u32,
    question: &ProofRow,
    list: usize,
) -> std::result::Result<u32, XlsxError> {
    let rows = u32::try_from(question.corrections.max(1)).unwrap_or(1);
    let last = first + rows - 1;
    let tallest = height(&question.written, 52.0)
        .max(height(&question.understood, 38.0))
        .max(height(&question.label, 22.0));
    for row in first..=last {
        write_text(sheet, (row, 0), question.question.as_str())?;
        sheet.write_blank(row, CORRECTION, &to_fill())?;
        sheet.set_row_height(row, (tallest / f64::from(rows)).max(20.0))?;
    }
    let texts = [&question.label, &question.written, &question.understood];
    for (column, text) in (1_u16..).zip(texts) {
        if rows > 1 {
            let format = if looks_like_formula(text) { style::quoted() } else { style::text() };
            sheet.merge_range(first, column, last, column, &fitted(text), &format)?;
        } else {
            write_text(sheet, (first, column), text)?;
        }
    }
    if !question.choices.is_empty() {
        let column = u16::try_from(list.saturating_sub(1)).unwrap_or(0);
        let column = rust_xlsxwriter::utility::column_number_to_name(column);
        let source =
            Formula::new(format!("={LISTS}!${column}$1:${column}${}", question.choices.len() + 1));
        let rule = DataValidation::new().allow_list_formula(source);
        sheet.add_data_validation(first, CORRECTION, last, CORRECTION, &rule)?;
    }
    Ok(last + 1)
}
