//! The hostile and odd files of the shared folder, each with what must be said of it.

use std::time::{Duration, Instant};

use super::{codebook, outcome, read};
use crate::shared::shared;

/// The limit is two seconds; an unoptimised build beside other tests is given three times that.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 6 } else { 2 });

const EXPECTED: &str = include_str!("../cases/ingest/nasty.tsv");

#[test]
fn every_nasty_file_is_read_or_refused_for_its_own_reason_within_two_seconds() {
    let Some(folder) = shared("data/nasty") else { return };
    let codebook = codebook();
    let mut wrong = Vec::new();
    for line in EXPECTED.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (name, expected) = line.split_once('\t').unwrap();
        let start = Instant::now();
        let file = read(&folder.join(name), &codebook);
        let found = outcome(&file);
        let counted = file.cells().count();
        if found != expected || counted != file.non_empty || start.elapsed() > LONGEST {
            wrong.push(format!(
                "{name}: {found}, not {expected}; {counted} of {} cells; {:?}; {:?}",
                file.non_empty,
                start.elapsed(),
                file.diagnostics.first().map(|remark| &remark.facts)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
