//! The published tables, read as a program outside would.

use std::collections::BTreeMap;
use std::path::Path;

/// A row by column name.
pub(crate) type Row = BTreeMap<String, String>;

/// The rows of a CSV table.
pub(crate) fn rows(path: &Path) -> Vec<Row> {
    let mut reader =
        csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    reader.deserialize().map(Result::unwrap).collect()
}

/// A field of a row.
pub(crate) fn field<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).unwrap_or_else(|| panic!("no column {name}"))
}
