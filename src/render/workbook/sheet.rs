//! A sheet being filled from top to bottom.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

use super::style;
use crate::report::{Cell, Report, Table};

type Done = Result<(), XlsxError>;

/// Most UTF-16 units of a cell, by Excel's own limit.
const LONGEST_TEXT: usize = 32_767;
const CUT: &str = " […]";
const LINE_HEIGHT: f64 = 15.0;
/// More rows than any page has.
const MOST_ROWS: usize = 100;

/// A worksheet, the row that comes next, and how wide its columns are in characters.
pub(super) struct Sheet<'w> {
    pub(super) worksheet: &'w mut Worksheet,
    pub(super) report: &'w Report,
    pub(super) name: String,
    pub(super) row: u32,
    pub(super) widths: Vec<f64>,
    /// Rows that start a printed page.
    pub(super) breaks: Vec<u32>,
    /// Height of a printed page and what its rows take so far, in points of the sheet.
    page: f64,
    used: f64,
}

impl<'w> Sheet<'w> {
    /// A sheet ready to be printed: A4 landscape, one page wide.
    pub(super) fn new(worksheet: &'w mut Worksheet, report: &'w Report, name: &str) -> Self {
        worksheet.set_landscape().set_paper_size(9);
        worksheet.set_footer("&L&F&C&A&R&P / &N").set_screen_gridlines(false);
        if let Some(mark) = &report.provisional {
            worksheet.set_header(format!("&C&B{}", mark.replace('&', "&&")));
        }
        Self {
            worksheet,
            report,
            name: name.to_owned(),
            row: 0,
            widths: Vec::new(),
            breaks: Vec::new(),
            page: f64::INFINITY,
            used: 0.0,
        }
    }

    /// Sets the columns' widths from what the sheet's tables hold.
    pub(super) fn fit(&mut self, tables: &[&Table]) -> Done {
        self.widths = widest(tables);
        for (column, width) in (0_u16..).zip(&self.widths) {
            self.worksheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// Prints one page wide; a short sheet with its chart is one page high too, so that the chart is not cut.
    pub(super) fn print_on(&mut self, tables: &[&Table], drawn: bool) {
        const SHORT: usize = 25;
        let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
        let short = drawn && rows <= SHORT && tables.len() < 2;
        self.worksheet.set_print_fit_to_pages(1, u16::from(short));
        if !short {
            self.page = page_height(self.widths.iter().sum());
        }
    }

    /// Accounts for a row of a height: one that the page has no room for starts the next.
    pub(super) fn take(&mut self, height: f64) {
        self.used = if self.used + height > self.page { height } else { self.used + height };
    }

    /// Starts a printed page at the next row.
    pub(super) fn start_page(&mut self) {
        self.breaks.push(self.row);
        self.used = 0.0;
    }

    /// Starts a printed page when what comes next would be cut, and could stand whole on a page.
    pub(super) fn keep_together(&mut self, height: f64) {
        if self.used > 0.0 && self.used + height > self.page && height <= self.page {
            self.start_page();
        }
    }

    /// Leaves rows free under something that lies on them.
    pub(super) fn skip(&mut self, rows: u32) {
        for _ in 0..rows {
            self.take(LINE_HEIGHT);
        }
        self.row += rows;
    }

    /// The height of a table with its caption and header; no more than its first rows when it is longer than a page.
    pub(super) fn height_of_table(&self, table: &Table) -> f64 {
        const FIRST: usize = 3;
        // A title does not stay alone on a page for a table that then fills the next one.
        const TITLE: f64 = 0.2;
        let around = 5.0 * LINE_HEIGHT;
        let row = |row: &Vec<Cell>| {
            let heights =
                row.iter().zip(&self.widths).map(|(cell, width)| height(&shown(cell), *width));
            heights.fold(LINE_HEIGHT, f64::max)
        };
        let heights: Vec<f64> = table.rows.iter().take(MOST_ROWS).map(row).collect();
        let all = around + heights.iter().sum::<f64>();
        let begun = self.used < TITLE * self.page && self.used + all > self.page;
        if all <= self.page && !begun {
            all
        } else {
            around + heights.iter().take(FIRST).sum::<f64>()
        }
    }

    /// The height of a row of texts, one a column.
    pub(super) fn height_of<'t>(&self, texts: impl Iterator<Item = &'t str>) -> f64 {
        // The arrow of a filter takes the room of three characters.
        let heights = texts.zip(&self.widths).map(|(text, width)| height(text, width - 3.0));
        heights.fold(0.0, f64::max)
    }

    fn last_column(&self) -> u16 {
        u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(0)
    }

    /// A line of text over the width of the table, wrapped, with the height that it needs.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Done {
        let height = height(text, self.widths.iter().sum());
        self.worksheet.set_row_height(self.row, height)?;
        self.take(height);
        if self.last_column() > 0 {
            self.worksheet.merge_range(
                self.row,
                0,
                self.row,
                self.last_column(),
                &fitted(text),
                format,
            )?;
        } else {
            self.worksheet.write_string_with_format(self.row, 0, fitted(text), format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A row of a table.
    pub(super) fn cells(&mut self, cells: &[Cell]) -> Done {
        let mut tallest = LINE_HEIGHT;
        for ((column, cell), width) in (0_u16..).zip(cells).zip(self.widths.clone()) {
            let shown = self.cell(column, cell)?;
            tallest = tallest.max(height(&shown, width));
        }
        self.worksheet.set_row_height(self.row, tallest)?;
        self.take(tallest);
        self.row += 1;
        Ok(())
    }

    /// Writes a cell and returns the text that it shows.
    fn cell(&mut self, column: u16, cell: &Cell) -> Result<String, XlsxError> {
        let row = self.row;
        let sheet = &mut *self.worksheet;
        match cell {
            Cell::Empty => {
                sheet.write_blank(row, column, &style::text())?;
                Ok(String::new())
            }
            Cell::Text(text) => {
                let format = if looks_like_formula(text) { style::quoted() } else { style::text() };
                sheet.write_string_with_format(row, column, fitted(text), &format)?;
                Ok(text.clone())
            }
            Cell::Number(shown) => {
                let format = style::number(shown.format, self.report.lang);
                match shown.value {
                    Some(value) => sheet.write_number_with_format(row, column, value, &format)?,
                    None => sheet.write_string_with_format(row, column, &shown.text, &format)?,
                };
                Ok(shown.text.clone())
            }
            Cell::Ordinal(number) => {
                sheet.write_number_with_format(row, column, *number, &style::ordinal())?;
                Ok(number.to_string())
            }
            Cell::Link { text, target } => {
                let url = Url::new(format!("file:///{target}")).set_text(fitted(text));
                sheet.write_url_with_format(row, column, url, &style::link())?;
                Ok(text.clone())
            }
            Cell::Origin(origin) => {
                let text = origin.to_string();
                match self.report.response_link(origin) {
                    Some(target) => {
                        let url = Url::new(format!("file:///{target}")).set_text(fitted(&text));
                        sheet.write_url_with_format(row, column, url, &style::link())?;
                    }
                    None => {
                        sheet.write_string_with_format(
                            row,
                            column,
                            fitted(&text),
                            &style::text(),
                        )?;
                    }
                }
                Ok(text)
            }
        }
    }
}

/// A text that Excel accepts; what is cut is marked.
pub(super) fn fitted(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut room = LONGEST_TEXT - CUT.encode_utf16().count();
    let kept = text.chars().take_while(|character| {
        let fits = character.len_utf16() <= room;
        room = room.saturating_sub(character.len_utf16());
        fits
    });
    kept.collect::<String>() + CUT
}

/// An alternative text that Excel accepts: at most 255 characters, cut at a word.
pub(super) fn alternative(text: &str) -> String {
    const LONGEST: usize = 255;
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST - CUT.chars().count() - 20).collect();
    let whole_words = kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words);
    format!("{whole_words}{CUT}")
}

/// Whether a program that reads cells as typed might take the text for a formula.
pub(super) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '@', '\t', '\r', '＝', '＋', '＠'])
        || (text.starts_with('-') && !text.starts_with("- "))
}

/// The height of a row that holds a text wrapped in a width of so many characters.
pub(super) fn height(text: &str, width: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a cell holds at most 32,767 characters")]
    let lines: f64 =
        text.lines().map(|line| (line.chars().count() as f64 * 1.12 / width).ceil().max(1.0)).sum();
    (lines.max(1.0) * LINE_HEIGHT).min(409.0)
}

/// The height of an A4 page in landscape, in points of a sheet that is printed one page wide.
///
/// Excel's ordinary margins leave 740 × 487 points. Programs measure a column a little differently: a tenth is kept.
fn page_height(characters: f64) -> f64 {
    const WIDTH: f64 = 740.0;
    const HEIGHT: f64 = 487.0;
    const CHARACTER: f64 = 5.4;
    let wanted = characters * CHARACTER;
    HEIGHT * (wanted / WIDTH).max(1.0) * 0.9
}

/// The widths of the columns of tables one above the other; a sheet without any has one wide column.
fn widest(tables: &[&Table]) -> Vec<f64> {
    let mut all: Vec<f64> = Vec::new();
    for table in tables {
        for (column, width) in widths(table).into_iter().enumerate() {
            match all.get_mut(column) {
                Some(widest) => *widest = widest.max(width),
                None => all.push(width),
            }
        }
    }
    if all.is_empty() {
        return vec![100.0];
    }
    // A table of narrow columns would wrap every sentence above it.
    let total: f64 = all.iter().sum();
    if let Some(last) = all.last_mut().filter(|_| total < 90.0) {
        *last += 90.0 - total;
    }
    all
}

/// A width for each column: what its longest cell needs, within bounds, so that a page stays readable.
fn widths(table: &Table) -> Vec<f64> {
    let columns = (0..table.columns.len()).map(|column| {
        let cells = table.rows.iter().filter_map(|row| row.get(column)).map(length);
        let longest = cells.max().unwrap_or(0);
        let header = table.columns.get(column).map_or(0, |column| longest_word(&column.title));
        // Letters are wider than the digit that Excel measures columns with.
        let whole = longest.max(header) * 9 / 8 + 3;
        // A little more room leaves a name on its line; what wraps anyway takes less.
        if whole <= 56 { whole.max(10) } else { 48 }
    });
    #[expect(clippy::cast_precision_loss, reason = "widths are at most 56")]
    columns.map(|width| width as f64).collect()
}

/// What a cell shows.
fn shown(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => "".into(),
        Cell::Text(text) | Cell::Link { text, .. } => text.into(),
        Cell::Number(shown) => (&shown.text).into(),
        Cell::Ordinal(number) => number.to_string().into(),
        Cell::Origin(origin) => origin.to_string().into(),
    }
}

fn length(cell: &Cell) -> usize {
    let text = shown(cell);
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0)
}
