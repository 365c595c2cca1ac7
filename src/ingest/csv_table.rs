//! CSV files, once decoded: `;`, `,`, tab or `|`.
//!
//! The delimiter is the one that gives the steadiest number of fields, at least two, over the records of
//! a bounded sample; quotes are honoured while counting, so that a comma in a sentence does not win.

use std::borrow::Cow;

use super::grid::Sheet;
use super::limits::LIMITS;
use super::refusal::{Refusal, Why};
use super::sheet_builder::SheetBuilder;
use crate::model::CellRef;

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
const SAMPLE_RECORDS: usize = 200;
/// Bytes looked at to find the delimiter.
const SAMPLE_BYTES: usize = 1_000_000;

/// Reads a CSV file.
///
/// # Errors
/// A record that cannot be read, too many cells.
pub(super) fn read(text: &str) -> Result<Sheet, Refusal> {
    let blank_rows = super::csv_bounds::check(text)?;
    // An old Mac ends its lines with a carriage return alone.
    let text =
        if text.contains('\n') { Cow::Borrowed(text) } else { Cow::from(text.replace('\r', "\n")) };
    let text = &*text;
    let (text, declared) = declared_delimiter(text);
    let delimiter = declared.unwrap_or_else(|| delimiter(text));
    let text = if blank_rows { Cow::from(with_blank_rows(text, delimiter)) } else { text.into() };
    let mut sheet = SheetBuilder::new("", false);
    let first_row = u32::from(declared.is_some());
    for (row, record) in (first_row..).zip(reader(&text, delimiter).into_records()) {
        let record = record.map_err(|error| Refusal::with(Why::Damaged, error))?;
        for (column, field) in (0..).zip(&record) {
            sheet.put_text(CellRef::new(row, column), field);
        }
        if sheet.len() > LIMITS.cells || record.len() > usize::from(u16::MAX) {
            return Err(Refusal::new(Why::TooManyCells));
        }
    }
    Ok(sheet.finish())
}

/// Excel's `sep=;` first line.
fn declared_delimiter(text: &str) -> (&str, Option<u8>) {
    let declared = text.split_once('\n').and_then(|(first, rest)| {
        let delimiter = first.trim_end_matches('\r').strip_prefix("sep=")?.bytes().next()?;
        Some((rest, Some(delimiter)))
    });
    declared.unwrap_or((text, None))
}

/// Gives each blank line one delimiter: the csv crate passes over blank lines, which would shift the rows
/// away from those that a spreadsheet shows.
fn with_blank_rows(text: &str, delimiter: u8) -> String {
    let mut quoted = false;
    let mut rows = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        if !quoted && line.trim_end_matches(['\r', '\n']).is_empty() {
            rows.push(char::from(delimiter));
        }
        quoted ^= line.matches('"').count() % 2 == 1;
        rows.push_str(line);
    }
    rows
}

fn delimiter(text: &str) -> u8 {
    let (text, _) = text.split_at(text.floor_char_boundary(SAMPLE_BYTES));
    let score = |delimiter: &u8| {
        let widths: Vec<usize> = reader(text, *delimiter)
            .into_records()
            .take(SAMPLE_RECORDS)
            .map(|record| record.map_or(0, |record| record.len()))
            .collect();
        let wide = widths.iter().filter(|width| **width > 1).count();
        let mut sorted = widths.clone();
        sorted.sort_unstable();
        let usual = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
        let steady = widths.iter().filter(|width| **width == usual && usual > 1).count();
        (steady, wide)
    };
    // `max_by_key` keeps the last of equals: reversed, the first delimiter wins a tie.
    DELIMITERS.iter().rev().copied().max_by_key(score).unwrap_or(b';')
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(table: &Sheet, row: u32, column: u32) -> String {
        let found = table.cells().find(|(cell, _)| *cell == CellRef::new(row, column));
        found.map(|(_, value)| value.text()).unwrap_or_default()
    }

    #[test]
    fn semicolons_are_told_from_commas() {
        let semicolons = read("ÉTAT;\"a, b\"\r\nDATE;?\r\n").unwrap();
        assert_eq!(
            (cell(&semicolons, 0, 0), cell(&semicolons, 0, 1)),
            ("ÉTAT".into(), "a, b".into())
        );
        let commas = read("État,\"a; b\"\nDate,?\n").unwrap();
        assert_eq!((cell(&commas, 0, 0), cell(&commas, 0, 1)), ("État".into(), "a; b".into()));
    }

    #[test]
    fn blank_lines_are_rows_and_line_breaks_in_quotes_are_not() {
        let table = read("a;\"b\n\nb\"\r\n\r\nc;d\n").unwrap();
        assert_eq!((cell(&table, 0, 1), cell(&table, 2, 0)), ("b\n\nb".into(), "c".into()));
    }

    #[test]
    fn a_declared_delimiter_keeps_the_rows_where_excel_shows_them() {
        let table = read("sep=|\na|b\n").unwrap();
        assert_eq!(cell(&table, 1, 1), "b");
    }

    #[test]
    fn the_lines_of_an_old_mac_are_rows() {
        let table = read("a;b\r\r1;\"2\r3\"\r").unwrap();
        assert_eq!((cell(&table, 2, 0), cell(&table, 2, 1)), ("1".into(), "2\n3".into()));
    }
}
