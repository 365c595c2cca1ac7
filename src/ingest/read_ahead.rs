//! Large files opened before anyone asks for them, on another core, while the codebook is read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

use super::folder::is_litter;
use super::response_file::Opened;
use crate::input;

/// Bytes from which opening a file takes long enough.
const LARGE: u64 = 1_000_000;
/// Most files that are opened ahead: each may take the memory that the guard allows one file.
const MOST: usize = 2;

/// The files being opened, by their paths; each is given away once.
#[derive(Debug, Default)]
pub struct ReadAhead {
    opening: Mutex<BTreeMap<PathBuf, JoinHandle<Opened>>>,
}

impl ReadAhead {
    /// Begins to open the largest files of some folders, if they are large. A folder that cannot be listed has none: whoever
    /// reads it says why.
    pub fn begin<'f>(folders: impl Iterator<Item = &'f Path>) -> Self {
        let mut large: Vec<(u64, PathBuf)> = folders.flat_map(large_files).collect();
        large.sort_by(|(size, path), (other, after)| other.cmp(size).then_with(|| path.cmp(after)));
        large.truncate(MOST);
        let open = |(_, path): (u64, PathBuf)| {
            let bytes = std::fs::read(&path).ok()?;
            Some((path, std::thread::spawn(|| Opened::of(bytes))))
        };
        Self { opening: Mutex::new(large.into_iter().filter_map(open).collect()) }
    }

    /// A file, if it was begun.
    pub(super) fn take(&self, path: &Path) -> Option<Opened> {
        let mut opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        let opened = opening.remove(path)?;
        drop(opening);
        // A thread ends in a panic only by a bug, which then ends the run as it should.
        Some(opened.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug)))
    }
}

fn large_files(folder: &Path) -> Vec<(u64, PathBuf)> {
    let names = input::walk(folder).unwrap_or_default().into_iter();
    let paths = names.filter(|name| !is_litter(name)).map(|name| input::join(folder, &name));
    let sized = paths.filter_map(|path| Some((std::fs::metadata(&path).ok()?.len(), path)));
    sized.filter(|(size, _)| *size >= LARGE).collect()
}
