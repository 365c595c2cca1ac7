//! The published tables: CSV, Parquet and their description, as `datapackage.json`.
//!
//! Names, columns and meaning are a promise to programs that nobody here sees: columns may be added at
//! the end, never renamed. Source: Frictionless Data Package v2, <https://datapackage.org>.

mod calendar;
mod columns;
mod jumps;
mod map;
mod package;
mod parts;
mod registers;
mod revisions;
mod tables;
mod trends;

use super::{Emit, Files, Inputs};
use crate::error::{Error, Result};

/// Renders every table, each handed over as soon as it is ready.
///
/// # Errors
/// What the CSV, Parquet or JSON writer says, or what receives the files.
pub(super) fn render(inputs: &Inputs<'_>, emit: &Emit<'_>) -> Result<()> {
    let failed = |what: &str, detail: String| Error::Render { what: what.to_owned(), detail };
    let mut described = Vec::new();
    for parts in tables::build(inputs) {
        let (files, table) = parts.render()?;
        described.push((table, parts.parquet_only));
        emit(files)?;
    }
    let package = package::describe(inputs, &described)
        .map_err(|error| failed("datapackage.json", error.to_string()))?;
    let mut files = Files::from([("data/datapackage.json".to_owned(), package)]);
    files.append(&mut map::render(inputs).map_err(|detail| failed("labs.geojson", detail))?);
    files.append(&mut calendar::render(inputs.edition));
    emit(files)
}
