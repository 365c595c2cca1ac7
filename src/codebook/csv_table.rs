//! A codebook table in CSV, read by column name, each row with its line in the file.
//!
//! Comma or semicolon: a French Excel saves with semicolons, and refusing its file would help nobody.
//! Columns may come in any order, and columns that the census does not know are left alone.

use std::collections::BTreeMap;

/// Why a table cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// The header lacks a column.
    MissingColumn(String),
    /// The header names a column twice.
    DuplicateColumn(String),
    /// The row has not as many cells as the header.
    RaggedRow,
    /// The text is not CSV.
    Unreadable,
}

/// One row and the line where it starts.
#[derive(Clone, Debug)]
pub struct CsvRow {
    /// 1-based line in the file.
    pub line: u64,
    record: csv::StringRecord,
}

/// A header and its rows.
#[derive(Clone, Debug)]
pub struct CsvTable {
    columns: BTreeMap<String, usize>,
    /// The rows that hold something, in order.
    pub rows: Vec<CsvRow>,
}

impl CsvTable {
    /// Parses a table that must have some columns.
    ///
    /// # Errors
    /// The line (1-based) and what is wrong with it.
    pub fn parse(text: &str, required: &[&str]) -> Result<Self, (u64, TableFault)> {
        let mut rows = Vec::new();
        let table = Self::each(text, required, |_, row| {
            rows.push(row.clone());
            Ok::<(), (u64, TableFault)>(())
        })?;
        Ok(Self { rows, ..table })
    }

    /// Hands over the rows one by one, without keeping them, with the table that knows its columns; gives that table.
    ///
    /// # Errors
    /// As [`CsvTable::parse`], or the first that `take` gives.
    pub fn each<E: From<(u64, TableFault)>>(
        text: &str,
        required: &[&str],
        mut take: impl FnMut(&Self, &CsvRow) -> Result<(), E>,
    ) -> Result<Self, E> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let header = reader.headers().map_err(|_| (1, TableFault::Unreadable))?.clone();
        let columns = columns(&header, required).map_err(|fault| (1, fault))?;
        let table = Self { columns, rows: Vec::new() };
        let mut row = CsvRow { line: 1, record: csv::StringRecord::new() };
        loop {
            let more = reader.read_record(&mut row.record);
            if !more.map_err(|error| (line_of(error.position()), TableFault::Unreadable))? {
                return Ok(table);
            }
            if row.record.iter().all(str::is_empty) {
                continue;
            }
            row.line = first_line(text, row.record.position());
            if row.record.len() != header.len() {
                return Err((row.line, TableFault::RaggedRow).into());
            }
            take(&table, &row)?;
        }
    }

    /// A cell of a row; empty when the table has no such column.
    pub fn cell<'a>(&self, row: &'a CsvRow, column: &str) -> &'a str {
        self.columns.get(column).and_then(|at| row.record.get(*at)).unwrap_or_default()
    }
}

fn columns(
    header: &csv::StringRecord,
    required: &[&str],
) -> Result<BTreeMap<String, usize>, TableFault> {
    let mut columns = BTreeMap::new();
    for (at, name) in header.iter().enumerate() {
        if !name.is_empty() && columns.insert(name.to_owned(), at).is_some() {
            return Err(TableFault::DuplicateColumn(name.to_owned()));
        }
    }
    match required.iter().find(|name| !columns.contains_key(**name)) {
        Some(missing) => Err(TableFault::MissingColumn((*missing).to_owned())),
        None => Ok(columns),
    }
}

fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    if header.contains(';') && !header.contains(',') { b';' } else { b',' }
}

fn line_of(position: Option<&csv::Position>) -> u64 {
    position.map_or(1, csv::Position::line)
}

/// The line where a record starts; the reader's own position stands before any blank lines.
fn first_line(text: &str, position: Option<&csv::Position>) -> u64 {
    let byte =
        position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
    let rest = text.as_bytes().get(byte..).unwrap_or_default();
    let blank =
        rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n');
    line_of(position) + u64::try_from(blank.count()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{CsvTable, TableFault};

    #[test]
    fn rows_keep_their_line_past_blank_lines_and_long_cells() {
        let table = CsvTable::parse("\u{feff}a;b\n1;\"x\ny\"\n\n\n2;z\n", &["a"]).unwrap();
        let lines: Vec<u64> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 6]);
        assert_eq!(
            table.rows.iter().map(|row| table.cell(row, "b")).collect::<Vec<_>>(),
            ["x\ny", "z"]
        );
    }

    #[test]
    fn a_missing_column_and_a_ragged_row_are_told() {
        assert_eq!(
            CsvTable::parse("a,b\n", &["c"]).err(),
            Some((1, TableFault::MissingColumn("c".into())))
        );
        assert_eq!(
            CsvTable::parse("a,b\n1,2\n1\n", &["a"]).err(),
            Some((3, TableFault::RaggedRow))
        );
    }
}
