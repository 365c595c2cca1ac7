//! The folder of a year's responses.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::mapping::{Mapping, SheetMapping};
use super::read_ahead::ReadAhead;
use super::refusal::{Refusal, Why};
use super::response_file::{self, Opened, ResponseFile};
use crate::codebook::Codebook;
use crate::cores;
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
/// *Diagnostics*: `file-unreadable`, `litter-ignored`, and those of [`super::read_file`].
///
/// # Errors
/// The folder itself cannot be listed.
pub fn read_folder(folder: &Path, codebook: &Codebook, tick: &Tick<'_>) -> Result<Folder> {
    read_mapped_folder(folder, (codebook, &Mapping::default()), &ReadAhead::default(), tick)
}

/// Reads every file below a folder as `mapping.toml` says; some may have been opened ahead.
///
/// *Diagnostics*: those of [`read_folder`], `sheet-mapped` and `mapping-unused`.
///
/// # Errors
/// The folder itself cannot be listed.
pub fn read_mapped_folder(
    folder: &Path,
    known: (&Codebook, &Mapping),
    ahead: &ReadAhead,
    tick: &Tick<'_>,
) -> Result<Folder> {
    let (litter, names): (Vec<_>, Vec<_>) =
        input::walk(folder)?.into_iter().partition(|name| is_litter(name));
    let done = AtomicUsize::new(0);
    let files = cores::each(&names, READERS, |name| {
        let file = read_path((folder, name), known, ahead);
        tick(done.fetch_add(1, Ordering::Relaxed) + 1, names.len());
        file
    });
    let remark =
        Diagnostic::new(Code::LitterIgnored).fact("count", litter.len()).quoting(litter.join(", "));
    let mut diagnostics = if litter.is_empty() { Vec::new() } else { vec![remark] };
    let used: Vec<usize> = files.iter().flat_map(|file| file.mapped.iter().copied()).collect();
    let unused = |said: &SheetMapping| {
        Diagnostic::new(Code::MappingUnused).fact("line", said.line).quoting(said.named())
    };
    diagnostics.extend(known.1.unused(&used).map(unused));
    Ok(Folder { files, diagnostics })
}

/// What follows the reading: called after each file with the files done and in all, from any thread.
pub type Tick<'a> = dyn Fn(usize, usize) + Sync + 'a;

/// Most files that are read at once: each may take the memory that the guard allows one file.
const READERS: usize = 4;

fn read_path(
    (folder, name): (&Path, &str),
    known: (&Codebook, &Mapping),
    ahead: &ReadAhead,
) -> ResponseFile {
    let path = input::join(folder, name);
    if let Some(opened) = ahead.take(&path) {
        return opened.read(name, known);
    }
    match std::fs::read(&path) {
        Ok(bytes) => Opened::of(bytes).read(name, known),
        Err(source) => {
            let detail = Error::reading(&path, source).to_string();
            let remark = Refusal::with(Why::NotOpened, detail).diagnostic().at(Origin::file(name));
            let nothing = response_file::empty(name, Sha256Hex::of(&[]));
            ResponseFile { diagnostics: vec![remark], ..nothing }
        }
    }
}

/// Lock files of Excel and LibreOffice, and what systems leave behind.
pub(super) fn is_litter(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    let lower = name.to_lowercase();
    name.starts_with("~$")
        || name.starts_with(".~lock.")
        || name.starts_with("._")
        || name.starts_with('.')
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "ehthumbs.db")
}
