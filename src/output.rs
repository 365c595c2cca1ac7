//! The only place that writes to disk: a whole set of files appears at once, or not at all.
//!
//! The files are written and synced in a hidden folder beside the report, which then takes the report's
//! place by renaming. On Linux both folders are exchanged in one step, so that no moment is without a
//! report; elsewhere the old one steps aside first, and the next start puts it back if the run was killed
//! between the two. What somebody else put in the report's folder is carried over.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};
use crate::input;
use crate::model::CensusYear;
use crate::render::Files;

mod swap;
mod writers;

use writers::Writers;

const LOCK: &str = ".labcensus.lock";
const NEW: &str = ".labcensus-new-";
const OLD: &str = ".labcensus-old-";
/// What the set holds, one name a line: what is not in it is somebody else's.
const MANIFEST: &str = "data/manifest.txt";
/// End of the name of a file that is being written; one left by a killed run is overwritten by the next.
const FILE_NEW: &str = ".labcensus-new";

/// The reports folder, held by this run alone.
#[derive(Debug)]
pub struct Reports {
    folder: PathBuf,
    _lock: Hold,
}

/// A folder held by this run alone; released when dropped, or by the system if the run is killed.
#[derive(Debug)]
pub struct Hold(#[expect(dead_code, reason = "held, not read")] File);

/// Holds a folder, making it if needed, until the result is dropped.
///
/// # Errors
/// The folder cannot be made or written, or another run holds it.
pub fn hold(folder: &Path) -> Result<Hold> {
    fs::create_dir_all(folder).map_err(|source| Error::writing(folder, source))?;
    let path = folder.join(LOCK);
    let lock = File::create(&path).map_err(|source| Error::writing(&path, source))?;
    match lock.try_lock() {
        // A file system without locks must not keep anyone from working.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Hold(lock)),
        Err(TryLockError::WouldBlock) => Err(Error::Busy { path: folder.to_path_buf() }),
    }
}

impl Reports {
    /// Opens the folder, making it if needed, and puts right what a killed run left.
    ///
    /// # Errors
    /// The folder cannot be made or written, or another run holds it.
    pub fn open(folder: &Path) -> Result<Self> {
        let reports = Self { folder: folder.to_path_buf(), _lock: hold(folder)? };
        reports.recover()?;
        Ok(reports)
    }

    /// Begins a new report of a year, in a folder that nobody sees yet.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn begin(&self, year: CensusYear) -> Result<Staging<'_>> {
        let place = self.folder.join(year.to_string());
        let new = self.folder.join(format!("{NEW}{year}"));
        let old = self.folder.join(format!("{OLD}{year}"));
        let _ = fs::remove_dir_all(&new);
        fs::create_dir_all(&new).map_err(|source| Error::writing(&new, source))?;
        let (names, writers) = (Mutex::new(BTreeSet::new()), Writers::start(&new));
        Ok(Staging { reports: &self.folder, place, new, old, names, writers })
    }

    /// Puts back a report that stepped aside and whose successor never came; removes what else is left.
    fn recover(&self) -> Result<()> {
        for name in input::list(&self.folder)? {
            let path = self.folder.join(&name);
            if let Some(year) = name.strip_prefix(OLD) {
                let place = self.folder.join(year);
                if !place.exists() {
                    fs::rename(&path, &place).map_err(|source| Error::writing(&place, source))?;
                    continue;
                }
            }
            if name.starts_with(OLD) || name.starts_with(NEW) {
                let _ = fs::remove_dir_all(&path);
            }
        }
        Ok(())
    }
}

/// A report being written; dropped before it is published, it leaves the previous one as it was.
#[derive(Debug)]
pub struct Staging<'r> {
    reports: &'r Path,
    place: PathBuf,
    new: PathBuf,
    old: PathBuf,
    names: Mutex<BTreeSet<String>>,
    writers: Writers,
}

impl Staging<'_> {
    /// Hands some of the report's files to those who write and sync them. Renderers call it side by side and
    /// go on at once, so that waiting for the disk and computing overlap.
    ///
    /// # Errors
    /// A file handed over before could not be written.
    pub fn write(&self, files: Files) -> Result<()> {
        for (name, bytes) in files {
            self.writers.write(&name, bytes)?;
            self.names().insert(name);
        }
        Ok(())
    }

    /// Keeps files of the report that this run does not write anew.
    ///
    /// # Errors
    /// A file cannot be copied.
    pub fn keep(&self, kept: impl Fn(&str) -> bool) -> Result<()> {
        let ours = input::read_text(&input::join(&self.place, MANIFEST)).unwrap_or_default();
        for name in ours.lines().filter(|name| kept(name)) {
            let from = input::join(&self.place, name);
            if from.is_file() {
                let bytes = fs::read(&from).map_err(|source| Error::writing(&from, source))?;
                self.write(Files::from([(name.to_owned(), bytes)]))?;
            }
        }
        Ok(())
    }

    /// How many files were handed over.
    pub fn len(&self) -> usize {
        self.names().len()
    }

    fn names(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether there is none yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts the new report in the place of the old one, and returns the year's folder.
    ///
    /// # Errors
    /// A file cannot be written, or the report is held by another program; it is then as it was.
    pub fn publish(mut self) -> Result<PathBuf> {
        let names: Vec<String> = self.names().iter().cloned().collect();
        self.writers.write(MANIFEST, (names.join("\n") + "\n").into_bytes())?;
        self.writers.finish()?;
        carry_over(&self.place, &self.new, &names)?;
        for folder in folders(&self.new, &names) {
            sync_folder(&folder);
        }
        swap::replace(&self.new, &self.place, &self.old).map_err(|source| {
            Error::writing(held(&self.place).as_deref().unwrap_or(&self.place), source)
        })?;
        sync_folder(self.reports);
        Ok(self.place.clone())
    }
}

impl Drop for Staging<'_> {
    /// What is left of the old report, or of a new one that was not published; what cannot be removed now
    /// is removed at the next start.
    fn drop(&mut self) {
        // What goes wrong here concerns files that are thrown away.
        let _ = self.writers.finish();
        let _ = fs::remove_dir_all(&self.new);
        // Should the old report not have come back to its place, it is all there is.
        if self.place.exists() {
            let _ = fs::remove_dir_all(&self.old);
        }
    }
}

/// The folders that hold some files, the outer one last.
fn folders(root: &Path, names: &[String]) -> BTreeSet<PathBuf> {
    let parents =
        names.iter().filter_map(|name| input::join(root, name).parent().map(Path::to_path_buf));
    parents
        .chain([root.to_path_buf(), input::join(root, MANIFEST)])
        .filter(|path| path.is_dir())
        .collect()
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A folder's entries reach the disk with it where the system can sync a folder; Windows cannot.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Copies into the new set what the old one holds and no run ever wrote.
fn carry_over(place: &Path, new: &Path, names: &[String]) -> Result<()> {
    if !place.is_dir() {
        return Ok(());
    }
    let ours = input::read_text(&input::join(place, MANIFEST)).unwrap_or_default();
    let ours: BTreeSet<&str> = ours.lines().chain([MANIFEST]).collect();
    for name in input::walk(place)? {
        let is_lock = name
            .rsplit('/')
            .next()
            .is_some_and(|name| name.starts_with("~$") || name.starts_with(".~lock."));
        if is_lock || ours.contains(name.as_str()) || names.contains(&name) {
            continue;
        }
        let (from, to) = (input::join(place, &name), input::join(new, &name));
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(|source| Error::writing(parent, source))?;
        }
        fs::copy(&from, &to).map_err(|source| Error::writing(&to, source))?;
    }
    Ok(())
}

/// The file that Excel or LibreOffice holds, told by its lock file beside it.
fn held(place: &Path) -> Option<PathBuf> {
    let names = input::walk(place).ok()?;
    names.iter().find_map(|name| {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let held =
            file.strip_prefix("~$").or_else(|| file.strip_prefix(".~lock.")?.strip_suffix('#'))?;
        Some(input::join(place, folder).join(held))
    })
}

/// Writes a set of files into a folder that must not exist or be empty.
///
/// # Errors
/// [`Error::TargetExists`], or a file that cannot be written.
pub fn create(folder: &Path, files: &Files) -> Result<()> {
    if folder.exists() && !input::list(folder)?.is_empty() {
        return Err(Error::TargetExists { path: folder.to_path_buf() });
    }
    for (name, bytes) in files {
        let path = input::join(folder, name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|source| Error::writing(parent, source))?;
        }
        write_synced(&path, bytes).map_err(|source| Error::writing(&path, source))?;
    }
    Ok(())
}

/// Replaces some files, after making sure that each still holds the text that the new one was made from: what
/// somebody else wrote in between is never lost, even where folders cannot be held. `None` is no file.
///
/// # Errors
/// [`Error::Changed`], before anything is written; else as [`replace_file`], in the order given.
pub fn replace_unchanged(files: &[(PathBuf, Option<String>, Vec<u8>)]) -> Result<()> {
    for (path, before, _) in files {
        let now = if path.exists() { Some(input::read_text(path)?) } else { None };
        if now != *before {
            return Err(Error::Changed { path: path.clone() });
        }
    }
    files.iter().try_for_each(|(path, _, after)| replace_file(path, after))
}

/// Replaces one file: whoever reads it, whenever the run is killed, sees the old one or the new one.
///
/// # Errors
/// The file or its folder cannot be written; the file is then as it was.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|source| Error::writing(folder, source))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let new = folder.join(format!(".{name}{FILE_NEW}"));
    let written = write_synced(&new, bytes).and_then(|()| fs::rename(&new, path));
    if let Err(source) = written {
        let _ = fs::remove_file(&new);
        return Err(Error::writing(path, source));
    }
    sync_folder(folder);
    Ok(())
}
