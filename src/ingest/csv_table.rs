//! CSV files: byte-order mark, UTF-16, UTF-8, else Windows-1252; `;`, `,`, tab or `|`.
//!
//! The delimiter is the one that gives the steadiest number of fields, at least two, over the records of
//! a bounded sample; quotes are honoured while counting, so that a comma in a sentence does not win.

use super::grid::{Sheet, Value};
use crate::model::CellRef;

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
const SAMPLE_RECORDS: usize = 200;

/// A text file as a grid.
#[derive(Debug)]
pub(super) struct TextTable {
    /// The one sheet, without a name.
    pub(super) sheet: Sheet,
    /// Whether the text had to be taken for Windows-1252.
    pub(super) legacy_encoding: bool,
}

/// Reads a CSV file.
///
/// # Errors
/// A record that cannot be read; the position is in the message.
pub(super) fn read(bytes: &[u8]) -> Result<TextTable, csv::Error> {
    let (text, legacy_encoding) = decode(bytes);
    let (text, declared) = declared_delimiter(&text);
    let delimiter = declared.unwrap_or_else(|| delimiter(text));
    let text = with_blank_rows(text, delimiter);
    let mut sheet = Sheet::new("", false);
    let first_row = u32::from(declared.is_some());
    for (row, record) in (first_row..).zip(reader(&text, delimiter).into_records()) {
        for (column, field) in (0..).zip(&record?) {
            sheet.put(CellRef::new(row, column), Value::Text(field.to_owned()));
        }
    }
    Ok(TextTable { sheet, legacy_encoding })
}

/// Decodes by byte-order mark, then strict UTF-8, then Windows-1252, which accepts anything.
fn decode(bytes: &[u8]) -> (String, bool) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return (encoding.decode_without_bom_handling(body).0.into_owned(), false);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => {
            (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), true)
        }
    }
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

    fn cell(table: &TextTable, row: u32, column: u32) -> String {
        let found = table.sheet.cells().find(|(cell, _)| *cell == CellRef::new(row, column));
        found.map(|(_, value)| value.text()).unwrap_or_default()
    }

    #[test]
    fn windows_1252_and_semicolons_are_told_from_utf8_and_commas() {
        let legacy = read(b"\xC9TAT;\"a, b\"\r\nDATE;?\r\n").unwrap();
        assert!(legacy.legacy_encoding);
        assert_eq!((cell(&legacy, 0, 0), cell(&legacy, 0, 1)), ("ÉTAT".into(), "a, b".into()));
        let modern = read("\u{feff}État,\"a; b\"\nDate,?\n".as_bytes()).unwrap();
        assert!(!modern.legacy_encoding);
        assert_eq!((cell(&modern, 0, 0), cell(&modern, 0, 1)), ("État".into(), "a; b".into()));
    }

    #[test]
    fn blank_lines_are_rows_and_line_breaks_in_quotes_are_not() {
        let table = read(b"a;\"b\n\nb\"\r\n\r\nc;d\n").unwrap();
        assert_eq!((cell(&table, 0, 1), cell(&table, 2, 0)), ("b\n\nb".into(), "c".into()));
    }

    #[test]
    fn a_declared_delimiter_keeps_the_rows_where_excel_shows_them() {
        let table = read(b"sep=|\na|b\n").unwrap();
        assert_eq!(cell(&table, 1, 1), "b");
    }
}
