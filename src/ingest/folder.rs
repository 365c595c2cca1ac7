//! The folder of a year's responses.

use std::path::Path;

use super::refusal::{Refusal, Why};
use super::response_file::{ResponseFile, read_file};
use crate::codebook::Codebook;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Result};
use crate::input;
use crate::model::{Origin, Sha256Hex};

/// Everything that came back in a year.
#[derive(Debug)]
pub struct Folder {
    /// The files, in the order of their names.
    pub files: Vec<ResponseFile>,
    /// What was noticed about the folder itself.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads every file below a folder; `tick` is called after each with the files done and in all.
///
/// *Diagnostics*: `file-unreadable`, `litter-ignored`, and those of [`read_file`].
///
/// # Errors
/// The folder itself cannot be listed.
pub fn read_folder(
    folder: &Path,
    codebook: &Codebook,
    tick: &dyn Fn(usize, usize),
) -> Result<Folder> {
    let (litter, names): (Vec<_>, Vec<_>) =
        input::walk(folder)?.into_iter().partition(|name| is_litter(name));
    let total = names.len();
    let files = (1..)
        .zip(names)
        .map(|(done, name)| {
            let file = read_path(folder, &name, codebook);
            tick(done, total);
            file
        })
        .collect();
    let remark =
        Diagnostic::new(Code::LitterIgnored).fact("count", litter.len()).quoting(litter.join(", "));
    let diagnostics = if litter.is_empty() { Vec::new() } else { vec![remark] };
    Ok(Folder { files, diagnostics })
}

fn read_path(folder: &Path, name: &str, codebook: &Codebook) -> ResponseFile {
    let path = input::join(folder, name);
    match std::fs::read(&path) {
        Ok(bytes) => read_file(name, &bytes, codebook),
        Err(source) => {
            let detail = Error::reading(&path, source).to_string();
            let remark = Refusal::with(Why::NotOpened, detail).diagnostic().at(Origin::file(name));
            ResponseFile {
                name: name.to_owned(),
                sha256: Sha256Hex::of(&[]),
                responses: Vec::new(),
                proofs: Vec::new(),
                cells: Vec::new(),
                non_empty: 0,
                diagnostics: vec![remark],
            }
        }
    }
}

/// Lock files of Excel and LibreOffice, and what systems leave behind.
fn is_litter(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    let lower = name.to_lowercase();
    name.starts_with("~$")
        || name.starts_with(".~lock.")
        || name.starts_with("._")
        || name.starts_with('.')
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "ehthumbs.db")
}
