//! The only place that lists folders, so that no order of a machine's own leaks into a report.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Names in a folder, sorted by their Unicode code points.
///
/// # Errors
/// The folder cannot be read, or holds a name that is not Unicode.
#[expect(clippy::disallowed_methods, reason = "this is the one place that lists, and it sorts")]
pub fn list(folder: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).map_err(|source| Error::reading(folder, source))?;
    let mut names = entries
        .map(|entry| Ok(entry.map_err(|source| Error::reading(folder, source))?.file_name()))
        .map(|name| Ok(name?.to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// Files below a folder at any depth, as paths relative to it with `/`, sorted.
///
/// # Errors
/// A folder cannot be read.
pub fn walk(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut pending = vec![String::new()];
    while let Some(below) = pending.pop() {
        for name in list(&join(folder, &below))? {
            let relative = if below.is_empty() { name } else { format!("{below}/{name}") };
            if join(folder, &relative).is_dir() {
                pending.push(relative);
            } else {
                files.push(relative);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The path of a relative name with `/` below a folder, in the machine's own separators.
pub fn join(folder: &Path, relative: &str) -> PathBuf {
    relative
        .split('/')
        .filter(|part| !part.is_empty())
        .fold(folder.to_path_buf(), |path, part| path.join(part))
}

/// Reads a text file in UTF-8, without its byte-order mark.
///
/// # Errors
/// The file cannot be read or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path).map_err(|source| Error::reading(path, source))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
