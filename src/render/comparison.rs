//! A comparison in the form asked for: text for a terminal, Markdown, CSV or a workbook.

use super::pictures::Pictures;
use super::{markdown, terminal, workbook};
use crate::error::{Error, Result};
use crate::report::{Block, Cell, Report, Table};

/// A form of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Aligned columns.
    Text,
    /// Markdown with tables.
    Markdown,
    /// One row a value.
    Csv,
    /// A workbook, a sheet a table.
    Workbook,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Csv, Self::Workbook];

    /// The name by which it is asked for, which is the extension of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Workbook => "xlsx",
        }
    }
}

/// Renders a comparison.
///
/// # Errors
/// What the CSV or workbook writer says.
pub fn comparison(report: &Report, form: Form) -> Result<Vec<u8>> {
    match form {
        Form::Text => Ok(terminal::render(report).into_bytes()),
        Form::Markdown => Ok(markdown::report(report).into_bytes()),
        Form::Workbook => workbook::render(report, &Pictures::of(report)),
        Form::Csv => csv(report)
            .map_err(|error| Error::Render { what: "csv".to_owned(), detail: error.to_string() }),
    }
}

/// `table`, `row`, `column`, `value`, `figure`: as the published tables are written.
fn csv(report: &Report) -> csv::Result<Vec<u8>> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(["table", "row", "column", "value", "figure"])?;
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    for table in tables {
        rows(&mut writer, table)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn rows(writer: &mut csv::Writer<Vec<u8>>, table: &Table) -> csv::Result<()> {
    for row in &table.rows {
        let (label, _) = row.first().map(value).unwrap_or_default();
        for (column, cell) in table.columns.iter().zip(row).skip(1) {
            let (value, figure) = value(cell);
            if !value.is_empty() {
                writer.write_record([&table.caption, &label, &column.title, &value, &figure])?;
            }
        }
    }
    Ok(())
}

/// A cell as data: the number itself, with the figure that it is.
fn value(cell: &Cell) -> (String, String) {
    match cell {
        Cell::Empty => (String::new(), String::new()),
        Cell::Text(text) | Cell::Link { text, .. } => (text.clone(), String::new()),
        Cell::Number(shown) => (
            shown.value.map(|value| value.to_string()).unwrap_or_default(),
            shown.figure.to_string(),
        ),
        Cell::Ordinal(number) => (number.to_string(), String::new()),
        Cell::Origin(origin) => (origin.to_string(), String::new()),
    }
}
