//! The fingerprints of what an edition is computed from.
//!
//! Text files are fingerprinted without their carriage returns and byte-order mark: git and editors change these on
//! Windows, and no figure depends on them. Anything else is fingerprinted byte by byte.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Error, Result};
use crate::input;
use crate::model::{CensusYear, Sha256Hex};

/// Each input by its name, with `/`, seen from the surveys folder.
pub type Fingerprints = BTreeMap<String, Sha256Hex>;

/// Extensions of files that people edit as text.
const TEXTS: [&str; 6] = ["csv", "tsv", "txt", "toml", "md", "geojson"];

/// Fingerprints the codebook and the editions of some years.
///
/// A lock is no input, nor is what the team wrote around the figures, nor what systems leave behind.
///
/// # Errors
/// A folder or file cannot be read.
pub fn fingerprints(surveys: &Path, years: &[CensusYear]) -> Result<Fingerprints> {
    let mut found = Fingerprints::new();
    let folders = years.iter().map(CensusYear::to_string);
    for folder in std::iter::once("codebook".to_owned()).chain(folders) {
        let path = surveys.join(&folder);
        if !path.is_dir() {
            continue;
        }
        for name in input::walk(&path)?.into_iter().filter(|name| is_input(name)) {
            let file = input::join(&path, &name);
            let bytes = std::fs::read(&file).map_err(|source| Error::reading(&file, source))?;
            found.insert(format!("{folder}/{name}"), of(&name, &bytes));
        }
    }
    Ok(found)
}

fn is_input(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let litter = last.starts_with(['.', '~'])
        || ["thumbs.db", "desktop.ini"].contains(&last.to_lowercase().as_str());
    let beside = ["narrative/", "README.md", "report.toml", "cases.csv"];
    !litter && name != super::LOCK_FILE && !beside.iter().any(|other| name.starts_with(other))
}

fn of(name: &str, bytes: &[u8]) -> Sha256Hex {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    let is_text = extension.is_some_and(|extension| TEXTS.contains(&extension.as_str()));
    if !is_text || bytes.contains(&0) {
        return Sha256Hex::of(bytes);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut kept = Vec::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            kept.push(*byte);
        }
    }
    Sha256Hex::of(&kept)
}

#[cfg(test)]
mod tests {
    use super::{is_input, of};

    #[test]
    fn line_ends_and_marks_of_texts_do_not_count() {
        assert_eq!(of("a.csv", b"a,b\r\nc,d\r\n"), of("a.csv", b"a,b\nc,d\n"));
        assert_eq!(of("a.toml", "\u{feff}x = 1\n".as_bytes()), of("a.toml", b"x = 1\n"));
        assert_ne!(of("a.csv", b"a\n"), of("a.csv", b"b\n"));
        assert_ne!(of("a.xlsx", b"PK\r\n"), of("a.xlsx", b"PK\n"));
        assert_ne!(of("utf16.csv", b"a\0\r\n"), of("utf16.csv", b"a\0\n"));
    }

    #[test]
    fn what_no_figure_depends_on_is_no_input() {
        for name in ["edition.lock", "README.md", "narrative/edito.md", "responses/~$a.xlsx"] {
            assert!(!is_input(name), "{name}");
        }
        for name in
            ["edition.toml", "responses/a b.xlsx", "activity.xlsx", "vocabularies/themes.toml"]
        {
            assert!(is_input(name), "{name}");
        }
    }
}
