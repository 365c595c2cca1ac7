//! `labcensus watch`: runs again whenever a file of the surveys changes, until Ctrl-C.
//!
//! Ctrl-C needs no handler: the report is swapped in whole, and what an interrupted run left is swept by the next one.
//! The page does not reload by itself: without a server only a timer could do it, which would lose the reader's place.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use clap::ArgMatches;
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::{Ending, talk, years};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::pipeline::Places;

/// How long nothing must change before a run: Excel saves in several steps.
const QUIET: Duration = Duration::from_millis(400);

/// Runs, then again after each change.
///
/// # Errors
/// The surveys folder cannot be watched; what goes wrong in a run is said, and the next change tries again.
pub(super) fn run(places: &Places, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let failed = |error: notify::Error| Error::Read {
        path: places.surveys.clone(),
        source: std::io::Error::other(error.to_string()),
    };
    let (sender, changes) = channel();
    // The receiver lives as long as the watcher: a failed send can only come at the very end.
    let told = move |event| drop(sender.send(event));
    let mut watcher = notify::recommended_watcher(told).map_err(failed)?;
    watcher.watch(&places.surveys, RecursiveMode::Recursive).map_err(failed)?;
    loop {
        let ended = years(matches, places)
            .and_then(|years| super::run::run(places, &years, matches, locale));
        if let Err(error) = ended {
            talk::error(&error, locale);
        }
        let folder = places.surveys.display().to_string();
        talk::err(&locale.with("watch-waiting", &[("folder", folder.into())]));
        let Some(changed) = next_change(&changes, places) else { return Ok(Ending::Clean) };
        talk::err(&locale.with("watch-changed", &[("file", changed.into())]));
    }
}

/// Waits for a change, then until nothing changes any more; gives the first file's name.
fn next_change(changes: &Receiver<notify::Result<Event>>, places: &Places) -> Option<String> {
    let first = loop {
        if let Some(name) = relevant(&changes.recv().ok()?, places) {
            break name;
        }
    };
    loop {
        match changes.recv_timeout(QUIET) {
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return Some(first),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

/// The name of a changed file that a run would read.
fn relevant(event: &notify::Result<Event>, places: &Places) -> Option<String> {
    let event = event.as_ref().ok()?;
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    let reports = std::path::absolute(&places.reports).ok();
    let counts = |path: &&std::path::PathBuf| {
        let own = reports.as_ref().is_some_and(|reports| path.starts_with(reports));
        !own && !is_passing(path)
    };
    let path = event.paths.iter().find(counts)?;
    Some(path.file_name()?.to_string_lossy().into_owned())
}

/// A lock or a half-written file of an office program or of an editor.
fn is_passing(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let starts = ["~$", ".~lock.", ".", "~"].iter().any(|start| name.starts_with(start));
    let ends = [".tmp", ".swp", ".part", ".crdownload", "~"].iter().any(|end| name.ends_with(end));
    starts || ends
}
