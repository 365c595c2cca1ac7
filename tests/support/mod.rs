//! A census built for a test, on disk, and the real binary run on it.

mod census;
mod tables;

pub(crate) use census::{Census, Fiche};

pub(crate) use crate::shared::shared;
pub(crate) use tables::{Row, field, rows};

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The repository.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of the test's own, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The command, ready for arguments, run from `folder`.
pub(crate) fn labcensus(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_labcensus"));
    command.current_dir(folder);
    command
}

/// Runs the command to its end.
pub(crate) fn run(folder: &Path, args: &[&str]) -> Output {
    labcensus(folder).args(args).output().unwrap()
}

/// What the command said on standard error.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Copies a folder and what is below it.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for name in labcensus::input::walk(from).unwrap() {
        let target = labcensus::input::join(to, &name);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(labcensus::input::join(from, &name), target).unwrap();
    }
}

/// Every file below a folder, by name, with its bytes.
pub(crate) fn contents(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let names = labcensus::input::walk(folder).unwrap();
    names
        .into_iter()
        .map(|name| {
            let bytes = std::fs::read(labcensus::input::join(folder, &name)).unwrap();
            (name, bytes)
        })
        .collect()
}
