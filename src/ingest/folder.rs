//! The folder of a year's responses.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::mapping::{Mapping, SheetMapping};
use super::refusal::{Refusal, Why};
use super::response_file::{self, ResponseFile, read_owned};
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
/// *Diagnostics*: `file-unreadable`, `litter-ignored`, and those of [`super::read_file`].
///
/// # Errors
/// The folder itself cannot be listed.
pub fn read_folder(folder: &Path, codebook: &Codebook, tick: &Tick<'_>) -> Result<Folder> {
    read_mapped_folder(folder, (codebook, &Mapping::default()), tick)
}

/// Reads every file below a folder as `mapping.toml` says.
///
/// *Diagnostics*: those of [`read_folder`], `sheet-mapped` and `mapping-unused`.
///
/// # Errors
/// The folder itself cannot be listed.
pub fn read_mapped_folder(
    folder: &Path,
    known: (&Codebook, &Mapping),
    tick: &Tick<'_>,
) -> Result<Folder> {
    let (litter, names): (Vec<_>, Vec<_>) =
        input::walk(folder)?.into_iter().partition(|name| is_litter(name));
    let files = side_by_side(&names, tick, |name| read_path(folder, name, known));
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

/// Does some work on each name, on the machine's cores, and gives the results in the order of the names.
fn side_by_side<T: Send>(
    names: &[String],
    tick: &Tick<'_>,
    work: impl Fn(&str) -> T + Sync,
) -> Vec<T> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let reader = || {
        let mut results = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(name) = names.get(place) else { break };
            results.push((place, work(name)));
            tick(done.fetch_add(1, Ordering::Relaxed) + 1, names.len());
        }
        results
    };
    let mut results: Vec<(usize, T)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..cores.min(READERS)).map(|_| scope.spawn(reader)).collect();
        let own = reader();
        // A thread ends in a panic only by a bug, which then ends the run as it should.
        let others = others
            .into_iter()
            .flat_map(|other| other.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug)));
        own.into_iter().chain(others).collect()
    });
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}

fn read_path(folder: &Path, name: &str, known: (&Codebook, &Mapping)) -> ResponseFile {
    let path = input::join(folder, name);
    match std::fs::read(&path) {
        Ok(bytes) => read_owned(name, bytes, known),
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
