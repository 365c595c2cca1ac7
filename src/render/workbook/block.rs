//! A section's sheet: title, first paragraph, table, then what explains it, then the chart.
//!
//! The table comes high on the sheet so that its header can be frozen; the chart has its own place below.

use rust_xlsxwriter::{Table as ExcelTable, TableColumn, TableStyle, XlsxError};

use super::sheet::{Sheet, alternative};
use super::{chart, style};
use crate::report::{Block, NoteKind, Section, Table};

type Done = Result<(), XlsxError>;

/// Where a table lies on its sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Row of the header.
    pub(super) header: u32,
    /// Last row of data.
    pub(super) last: u32,
}

/// Writes a section.
pub(super) fn write(sheet: &mut Sheet<'_>, section: &Section) -> Done {
    let table = section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    sheet.fit(table)?;
    sheet.print_on(table);
    sheet.line(&section.title, &style::title())?;
    sheet.worksheet.set_row_height(0, 24)?;
    let mut blocks =
        section.blocks.iter().filter(|block| !matches!(block, Block::Table(_))).peekable();
    if let Some(Block::Paragraph(text)) = blocks.peek() {
        sheet.line(text, &style::paragraph())?;
        blocks.next();
    }
    let placed = table.map(|table| self::table(sheet, table)).transpose()?;
    for block in blocks.clone() {
        self::block(sheet, block)?;
    }
    if let Some(notice) = &sheet.report.notice {
        sheet.line(notice, &style::source())?;
    }
    sheet.row += 1;
    for block in blocks {
        if let (Block::Chart(chart), Some(placed)) = (block, placed) {
            chart::insert(sheet, chart, placed)?;
        }
    }
    Ok(())
}

fn block(sheet: &mut Sheet<'_>, block: &Block) -> Done {
    match block {
        Block::Paragraph(text) => sheet.line(text, &style::paragraph()),
        Block::Note(NoteKind::Reading, text) => sheet.line(text, &style::reading()),
        Block::Note(NoteKind::Attention, text) => sheet.line(text, &style::attention()),
        Block::KeyFigures(_) | Block::Table(_) | Block::Chart(_) => Ok(()),
    }
}

/// Writes a table with its caption above and its source below, and freezes its header.
fn table(sheet: &mut Sheet<'_>, table: &Table) -> Result<Placed, XlsxError> {
    sheet.row += 1;
    sheet.line(&table.caption, &style::caption())?;
    let header = sheet.row;
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last = header + rows.max(1);
    let columns: Vec<TableColumn> = table
        .columns
        .iter()
        .map(|column| {
            TableColumn::new()
                .set_header(&column.title)
                .set_header_format(style::header(column.align))
        })
        .collect();
    let excel = ExcelTable::new()
        .set_name(format!("t_{}", table.id))
        .set_columns(&columns)
        .set_style(TableStyle::None)
        .set_alt_text(alternative(&table.caption));
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.worksheet.add_table(header, 0, last, last_column, &excel)?;
    sheet.worksheet.set_row_height(header, 32)?;
    sheet.worksheet.set_freeze_panes(header + 1, 1)?;
    sheet.worksheet.set_repeat_rows(header, header)?;
    sheet.row = header + 1;
    for row in &table.rows {
        sheet.cells(row)?;
    }
    sheet.row = last + 1;
    if let Some(source) = &table.source {
        sheet.line(source, &style::source())?;
    }
    Ok(Placed { header, last })
}
