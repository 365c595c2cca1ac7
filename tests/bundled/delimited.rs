//! A fiche as a French Excel saves it in « CSV (séparateur : point-virgule) »: `;`, CRLF, Windows-1252.
//!
//! A character that Windows-1252 lacks stops the run, where Excel would write « ? » in its place.

use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::Path;

use csv::{Terminator, WriterBuilder};
use encoding_rs::WINDOWS_1252;

use crate::fiche::{Cell, Fiche};

/// Writes the fiche to `path`.
///
/// # Errors
///
/// When a character has no place in Windows-1252, or the file cannot be written.
pub(crate) fn write(fiche: &Fiche, path: &Path) -> Result<(), Box<dyn Error>> {
    let text = String::from_utf8(render(&fiche.cells())?)?;
    let (bytes, _, unmappable) = WINDOWS_1252.encode(&text);
    if unmappable {
        return Err("a character has no place in Windows-1252".into());
    }
    File::create(path)?.write_all(&bytes)?;
    Ok(())
}

/// The rows down to the last filled one, each as wide as the widest.
fn render(cells: &[Cell<'_>]) -> Result<Vec<u8>, Box<dyn Error>> {
    let width = cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
    let height = cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in 0..height {
        writer.write_record((0..width).map(|column| {
            let filled = cells.iter().find(|cell| cell.row == row && cell.column == column);
            filled.map_or("", |cell| cell.text)
        }))?;
    }
    Ok(writer.into_inner()?)
}
