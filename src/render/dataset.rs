//! The published tables: CSV, Parquet and their description, as `datapackage.json`.
//!
//! Names, columns and meaning are a promise to programs that nobody here sees: columns may be added at
//! the end, never renamed. Source: Frictionless Data Package v2, <https://datapackage.org>.

mod columns;
mod jumps;
mod map;
mod package;
mod registers;
mod revisions;
mod tables;
mod trends;

use super::{Files, Inputs};
use crate::error::{Error, Result};

/// Renders every table.
///
/// # Errors
/// What the CSV, Parquet or JSON writer says.
pub(super) fn render(inputs: &Inputs<'_>) -> Result<Files> {
    let tables = tables::build(inputs);
    let failed = |what: &str, detail: String| Error::Render { what: what.to_owned(), detail };
    let mut files = Files::new();
    for table in &tables {
        let csv = table.csv().map_err(|error| failed(&table.name, error.to_string()))?;
        let parquet = table.parquet().map_err(|error| failed(&table.name, error.to_string()))?;
        files.insert(format!("data/{}.csv", table.name), csv);
        files.insert(format!("data/{}.parquet", table.name), parquet);
    }
    let package = package::describe(inputs, &tables)
        .map_err(|error| failed("datapackage.json", error.to_string()))?;
    files.insert("data/datapackage.json".to_owned(), package);
    files.append(&mut map::render(inputs).map_err(|detail| failed("labs.geojson", detail))?);
    Ok(files)
}
