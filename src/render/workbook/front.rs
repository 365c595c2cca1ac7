//! The front sheet: the title, the key figures in large type, the findings, and where each sheet is.

use rust_xlsxwriter::{Url, XlsxError};

use super::sheet::{Sheet, fitted};
use super::{prose, style};
use crate::report::{Block, Section};

/// Writes the front sheet.
pub(super) fn write(
    sheet: &mut Sheet<'_>,
    sections: &[&Section],
    names: &[String],
) -> Result<(), XlsxError> {
    sheet.widths = vec![14.0, 90.0];
    for (column, width) in (0_u16..).zip(sheet.widths.clone()) {
        sheet.worksheet.set_column_width(column, width)?;
    }
    sheet.print_on(&[], true);
    let report = sheet.report;
    sheet.line(&report.title, &style::title())?;
    sheet.worksheet.set_row_height(0, 26)?;
    sheet.line(&report.subtitle, &style::paragraph())?;
    if let Some(mark) = &report.provisional {
        sheet.line(mark, &style::attention())?;
    }
    if let Some(notice) = &report.notice {
        sheet.line(notice, &style::reading())?;
    }
    sheet.row += 1;
    for block in sections.first().iter().flat_map(|section| &section.blocks) {
        match block {
            Block::KeyFigures(figures) => {
                for figure in figures {
                    sheet.worksheet.set_row_height(sheet.row, 40)?;
                    match figure.shown.value {
                        Some(value) => sheet.worksheet.write_number_with_format(
                            sheet.row,
                            0,
                            value,
                            &style::key_number(),
                        )?,
                        None => sheet.worksheet.write_string_with_format(
                            sheet.row,
                            0,
                            &figure.shown.text,
                            &style::key_number(),
                        )?,
                    };
                    sheet.worksheet.write_string_with_format(
                        sheet.row,
                        1,
                        fitted(&figure.label),
                        &style::key_label(),
                    )?;
                    sheet.row += 1;
                }
                sheet.row += 1;
            }
            Block::Paragraph(text) => sheet.line(text, &style::paragraph())?,
            Block::Prose(block) => prose::write(sheet, block)?,
            _ => {}
        }
    }
    sheet.row += 1;
    sheet.line(&report.labels.contents, &style::caption())?;
    for (other, name) in sections.iter().zip(names).skip(1) {
        let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
        let url = Url::new(target).set_text(fitted(&other.title));
        sheet.worksheet.write_url_with_format(sheet.row, 1, url, &style::link())?;
        sheet.row += 1;
    }
    Ok(())
}
