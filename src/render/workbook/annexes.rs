//! The sheets behind the texts to review: every place, personal data, how to fill it, how far the coding is.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::review::{ReviewInputs, write_text};
use super::sheet::{fitted, height};
use super::style;
use crate::locale::Locale;
use crate::model::Origin;
use crate::report::{Align, response_link};

type Done = std::result::Result<(), XlsxError>;

/// Every place of every text, linked.
pub(super) fn places(sheet: &mut Worksheet, inputs: &ReviewInputs<'_>, locale: &Locale) -> Done {
    sheet.set_name(locale.text("review-places"))?;
    header(sheet, locale, &[("review-column-text", 60.0), ("review-column-where", 50.0)])?;
    let rows = inputs
        .edition
        .pending
        .iter()
        .flat_map(|pending| pending.origins.iter().map(move |origin| (pending, origin)));
    for (row, (pending, origin)) in (1_u32..).zip(rows) {
        write_text(sheet, (row, 0), &pending.text)?;
        link(sheet, (row, 1), inputs, origin)?;
    }
    Ok(())
}

/// What was taken out of everything that is published.
pub(super) fn personal(sheet: &mut Worksheet, inputs: &ReviewInputs<'_>, locale: &Locale) -> Done {
    sheet.set_name(locale.text("review-personal"))?;
    let columns = [
        ("review-personal-text", 40.0),
        ("review-personal-kind", 18.0),
        ("review-column-label", 30.0),
        ("review-column-where", 50.0),
    ];
    header(sheet, locale, &columns)?;
    for (row, one) in (1_u32..).zip(&inputs.edition.personal) {
        let question = inputs.codebook.questionnaire.get(&one.question);
        let label = question.map_or_else(
            || one.question.as_str().trim_start_matches("unknown:").to_owned(),
            |question| locale.lang.pick(&question.label.fr, &question.label.en).to_owned(),
        );
        write_text(sheet, (row, 0), &one.text)?;
        write_text(sheet, (row, 1), &locale.text(&format!("fact-kind-{}", one.kind.as_str())))?;
        write_text(sheet, (row, 2), &label)?;
        link(sheet, (row, 3), inputs, &one.origin)?;
    }
    Ok(())
}

fn header(sheet: &mut Worksheet, locale: &Locale, columns: &[(&str, f64)]) -> Done {
    for (column, (key, width)) in (0_u16..).zip(columns) {
        sheet.set_column_width(column, *width)?;
        let title = locale.text(key);
        sheet.write_string_with_format(0, column, title, &style::header(Align::Left))?;
    }
    sheet.set_row_height(0, 32)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// A place, linked when the responses can be reached from the workbook.
pub(super) fn link(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    inputs: &ReviewInputs<'_>,
    origin: &Origin,
) -> Done {
    let shown = origin.to_string();
    let Some(folder) = inputs.responses else { return write_text(sheet, (row, column), &shown) };
    let url = Url::new(format!("file:///{}", response_link(folder, origin)));
    let url = url.set_text(fitted(&shown));
    sheet.write_url_with_format(row, column, url, &style::link())?;
    Ok(())
}

/// How to fill the workbook.
pub(super) fn help(sheet: &mut Worksheet, locale: &Locale) -> Done {
    sheet.set_name(locale.text("review-help-sheet"))?;
    sheet.set_column_width(0, 110)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    for (row, line) in (0_u32..).zip(locale.text("review-help").lines()) {
        let format = if row == 0 { style::title() } else { style::paragraph() };
        sheet.write_string_with_format(row, 0, line, &format)?;
        sheet.set_row_height(row, if row == 0 { 26.0 } else { height(line, 105.0) })?;
    }
    Ok(())
}

/// The share of each question that is coded.
pub(super) fn progress(sheet: &mut Worksheet, inputs: &ReviewInputs<'_>, locale: &Locale) -> Done {
    sheet.set_name(locale.text("review-progress"))?;
    let columns = [
        ("review-column-label", 34.0),
        ("review-coded", 14.0),
        ("review-waiting", 14.0),
        ("review-share", 14.0),
    ];
    header(sheet, locale, &columns)?;
    for (row, coding) in (1_u32..).zip(inputs.coding) {
        let label = &coding.question.label;
        write_text(sheet, (row, 0), locale.lang.pick(&label.fr, &label.en))?;
        sheet.write_number_with_format(row, 1, coding.coded, &style::ordinal())?;
        sheet.write_number_with_format(row, 2, coding.to_review, &style::ordinal())?;
        match coding.share() {
            Some(share) => {
                let format = style::number(crate::report::Format::Percent, locale.lang.tag());
                sheet.write_number_with_format(row, 3, share.get(), &format)?;
            }
            None => write_text(sheet, (row, 3), &locale.text("not-available"))?,
        }
    }
    Ok(())
}
