//! What the reader understands of a file without any codebook: for the user whom a file surprises.

use std::sync::Arc;

use super::table::{self, Table};
use super::workbook;
use crate::diagnostic::Diagnostic;
use crate::model::{Origin, Sha256Hex};

/// A file, looked at.
#[derive(Debug)]
pub struct Inspection {
    /// Its name, as given.
    pub name: String,
    /// The fingerprint of its bytes.
    pub sha256: Sha256Hex,
    /// Its sheets, or why it was refused.
    pub sheets: Result<Vec<InspectedSheet>, Diagnostic>,
}

/// A sheet, looked at.
#[derive(Debug)]
pub struct InspectedSheet {
    /// Its name; empty for CSV.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Cells that hold something.
    pub cells: usize,
    /// The table that it holds; `None` for a form or loose texts.
    pub table: Option<Arc<Table>>,
}

/// Looks at a file's bytes.
pub fn inspect(name: &str, bytes: &[u8]) -> Inspection {
    let sheets = workbook::open(bytes)
        .map(|read| {
            let looked_at = read.sheets.iter().map(|sheet| InspectedSheet {
                name: sheet.name.clone(),
                hidden: sheet.hidden,
                cells: sheet.len(),
                table: table::understand(sheet),
            });
            looked_at.collect()
        })
        .map_err(|refusal| refusal.diagnostic().at(Origin::file(name)));
    Inspection { name: name.to_owned(), sha256: Sha256Hex::of(bytes), sheets }
}
