//! A section's sheet: title, first paragraph, table, then what explains it, with each chart after its table.
//!
//! The first table comes high on the sheet so that its header can be frozen; a chart has its own place below.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Table as ExcelTable, TableColumn, TableStyle, Url, XlsxError};

use super::sheet::{Sheet, alternative};
use super::{chart, marks, prose, style};
use crate::render::pictures::Pictures;
use crate::report::{Block, ChartBlock, NoteKind, Section, Table};

type Done = Result<(), XlsxError>;

/// Where a table lies on its sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Row of the header.
    pub(super) header: u32,
    /// Last row of data.
    pub(super) last: u32,
    /// How many columns.
    pub(super) columns: u16,
}

/// Writes a section; `contents` is the sheet that lists the others.
pub(super) fn write(
    sheet: &mut Sheet<'_>,
    section: &Section,
    contents: &str,
    pictures: &Pictures<'_>,
) -> Done {
    let tables: Vec<&Table> = section.blocks.iter().filter_map(as_table).collect();
    sheet.fit(&tables)?;
    let drawn = section.blocks.iter().any(|block| matches!(block, Block::Chart(_)));
    sheet.print_on(&tables, drawn);
    sheet.line(&section.title, &style::title())?;
    sheet.worksheet.set_row_height(0, 24)?;
    if let Some(mark) = &sheet.report.provisional {
        sheet.line(mark, &style::attention())?;
    }
    back(sheet, contents)?;
    let first = section.blocks.iter().position(|block| as_table(block).is_some());
    let lead = section.blocks.iter().position(|block| matches!(block, Block::Paragraph(_)));
    if let Some(Block::Paragraph(text)) = lead.and_then(|index| section.blocks.get(index)) {
        sheet.line(text, &style::paragraph())?;
    }
    let mut page = Page { placed: BTreeMap::new(), waiting: Vec::new(), pictures };
    if let Some(table) = first.and_then(|index| section.blocks.get(index)).and_then(as_table) {
        let placed = self::table(sheet, table)?;
        sheet.worksheet.set_freeze_panes(placed.header + 1, 1)?;
        if tables.len() == 1 {
            sheet.worksheet.set_repeat_rows(placed.header, placed.header)?;
        }
        page.placed.insert(&table.id, placed);
    }
    for (index, block) in section.blocks.iter().enumerate() {
        if Some(index) != first && Some(index) != lead {
            page.block(sheet, block)?;
        }
        if as_table(block).is_some() {
            page.draw(sheet)?;
        }
    }
    if let Some(notice) = &sheet.report.notice {
        sheet.line(notice, &style::source())?;
    }
    if !sheet.breaks.is_empty() {
        let breaks = sheet.breaks.clone();
        sheet.worksheet.set_page_breaks(&breaks)?;
    }
    Ok(())
}

fn as_table(block: &Block) -> Option<&Table> {
    if let Block::Table(table) = block { Some(table) } else { None }
}

/// The tables that stand already, and the charts that wait for theirs.
struct Page<'s> {
    placed: BTreeMap<&'s str, Placed>,
    waiting: Vec<&'s ChartBlock>,
    pictures: &'s Pictures<'s>,
}

impl<'s> Page<'s> {
    fn block(&mut self, sheet: &mut Sheet<'_>, block: &'s Block) -> Done {
        match block {
            Block::Paragraph(text) => sheet.line(text, &style::paragraph()),
            Block::Note(NoteKind::Reading, text) => sheet.line(text, &style::reading()),
            Block::Note(NoteKind::Attention, text) => sheet.line(text, &style::attention()),
            Block::Table(table) => {
                let placed = self::table(sheet, table)?;
                self.placed.insert(&table.id, placed);
                Ok(())
            }
            Block::Chart(chart) => {
                self.waiting.push(chart);
                Ok(())
            }
            Block::Prose(block) => prose::write(sheet, block),
            Block::KeyFigures(_) => Ok(()),
        }
    }

    /// Draws the charts whose table stands.
    fn draw(&mut self, sheet: &mut Sheet<'_>) -> Done {
        let waiting = std::mem::take(&mut self.waiting);
        for chart in waiting {
            match self.placed.get(chart.table.as_str()) {
                Some(placed) => chart::insert(sheet, chart, *placed, self.pictures)?,
                None => self.waiting.push(chart),
            }
        }
        Ok(())
    }
}

/// A link to the sheet that lists the others.
fn back(sheet: &mut Sheet<'_>, contents: &str) -> Done {
    let target = format!("internal:'{}'!A1", contents.replace('\'', "''"));
    let url = Url::new(target).set_text(format!("← {contents}"));
    sheet.worksheet.write_url_with_format(sheet.row, 0, url, &style::back())?;
    sheet.skip(1);
    Ok(())
}

/// Writes a table with its caption above and its source below.
fn table(sheet: &mut Sheet<'_>, table: &Table) -> Result<Placed, XlsxError> {
    sheet.keep_together(sheet.height_of_table(table));
    sheet.skip(1);
    sheet.line(&table.caption, &style::caption())?;
    let header = sheet.row;
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last = header + rows.max(1);
    let mut taken = BTreeSet::new();
    let columns: Vec<TableColumn> = table
        .columns
        .iter()
        .map(|column| {
            // Excel takes no header twice in one table; a space that does not show tells them apart.
            let mut title = column.title.clone();
            while !taken.insert(title.to_lowercase()) {
                title.push('\u{a0}');
            }
            TableColumn::new().set_header(title).set_header_format(style::header(column.align))
        })
        .collect();
    let excel = ExcelTable::new()
        .set_name(name(&table.id))
        .set_columns(&columns)
        .set_style(TableStyle::None)
        .set_alt_text(alternative(&table.caption));
    let width = u16::try_from(table.columns.len()).unwrap_or(1).max(1);
    sheet.worksheet.add_table(header, 0, last, width - 1, &excel)?;
    let titles = table.columns.iter().map(|column| column.title.as_str());
    let height = sheet.height_of(titles).max(32.0);
    sheet.worksheet.set_row_height(header, height)?;
    sheet.take(height);
    sheet.row = header + 1;
    for row in &table.rows {
        sheet.cells(row)?;
    }
    sheet.row = last + 1;
    let placed = Placed { header, last, columns: width };
    marks::mark(sheet, table, placed)?;
    if let Some(source) = &table.source {
        sheet.line(source, &style::source())?;
    }
    Ok(placed)
}

/// A name that Excel takes for a table's: letters, digits and underscores.
fn name(id: &str) -> String {
    let plain = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    format!("t_{}", plain.take(200).collect::<String>())
}
