//! The sample report in the repository is the one that the binary writes today.

use crate::support::{contents, copy, folder, repository, run, said};

const KEPT: [&str; 4] = [".md", ".svg", ".csv", ".json"];

#[test]
fn the_sample_report_is_not_stale() {
    let home = folder("sample");
    copy(&repository().join("surveys"), &home.join("surveys"));
    let output = run(&home, &["run"]);
    assert!(output.status.success(), "{}", said(&output));
    let kept = |name: &String| KEPT.iter().any(|ending| name.ends_with(ending));
    let mut written = contents(&home.join("reports"));
    let mut committed = contents(&repository().join("reports"));
    written.retain(|name, _| kept(name));
    committed.retain(|name, _| kept(name) && !name.starts_with('.'));
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        files.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&written), names(&committed), "run `cargo run -- run` and commit reports/");
    for (name, bytes) in &written {
        let same = String::from_utf8_lossy(bytes)
            == String::from_utf8_lossy(&committed[name]).replace("\r\n", "\n");
        // What a message shows when it was not given what it names.
        assert!(!String::from_utf8_lossy(bytes).contains("{$"), "{name}: a message lacks a value");
        assert!(same, "reports/{name} is stale: run `cargo run -- run` and commit it");
    }
}
