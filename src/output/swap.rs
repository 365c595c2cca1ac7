//! Putting a new folder in the place of another.

use std::fs;
use std::io;
use std::path::Path;

/// Puts `new` in the place of `place`; afterwards the old folder is at `new` or at `old`.
///
/// # Errors
/// The system refuses, most often because a program holds a file in the folder; `place` is as it was.
pub(super) fn replace(new: &Path, place: &Path, old: &Path) -> io::Result<()> {
    if !place.exists() {
        return fs::rename(new, place);
    }
    if exchange(new, place) {
        return Ok(());
    }
    step_aside(new, place, old)
}

/// Exchanges both in one step, where the system and its file system can.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, place: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, place, RenameFlags::EXCHANGE).is_ok()
}

/// Windows and others have no such call.
#[cfg(not(target_os = "linux"))]
fn exchange(_new: &Path, _place: &Path) -> bool {
    false
}

/// Moves the old folder aside, then the new one in; a failure in between is undone.
fn step_aside(new: &Path, place: &Path, old: &Path) -> io::Result<()> {
    if old.exists() {
        fs::remove_dir_all(old)?;
    }
    fs::rename(place, old)?;
    fs::rename(new, place).inspect_err(|_| {
        // Nothing better can be done if even this fails: the next start tries again.
        let _ = fs::rename(old, place);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_steps_aside_for_its_successor_and_comes_back_when_it_cannot_be_replaced() {
        let home = std::env::temp_dir().join(format!("labcensus-swap-{}", std::process::id()));
        let [new, place, old] = ["new", "place", "old"].map(|name| home.join(name));
        fs::create_dir_all(&home).unwrap();
        for (folder, text) in [(&new, "2"), (&place, "1")] {
            fs::create_dir(folder).unwrap();
            fs::File::create(folder.join(text)).unwrap();
        }
        step_aside(&new, &place, &old).unwrap();
        assert!(place.join("2").exists() && old.join("1").exists());
        assert!(step_aside(&new, &place, &old).is_err());
        assert!(place.join("2").exists());
        fs::remove_dir_all(&home).unwrap();
    }
}
