//! The house: imports point one way, and nothing is tied to one system.

use crate::support::repository;

/// The rooms, each of which may import those before it.
const ROOMS: [&str; 18] = [
    "cores",
    "model",
    "diagnostic",
    "error",
    "input",
    "memo",
    "locale",
    "codebook",
    "ingest",
    "normalise",
    "census",
    "indicators",
    "publication",
    "chart",
    "report",
    "render",
    "output",
    "pipeline",
];

fn sources() -> Vec<(String, String)> {
    let folder = repository().join("src");
    let files = labcensus::input::walk(&folder).unwrap();
    let rust = files.into_iter().filter(|name| name.ends_with(".rs"));
    rust.map(|name| {
        let text = std::fs::read_to_string(labcensus::input::join(&folder, &name)).unwrap();
        (name, text)
    })
    .collect()
}

fn room(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap()
}

/// The rooms that a text names after `crate::`.
fn named(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let after = code.flat_map(|line| line.split("crate::").skip(1));
    after
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
        .collect()
}

fn wrong_way(file: &str, text: &str) -> Vec<String> {
    let place = |name: &str| ROOMS.iter().position(|room| *room == name);
    let Some(own) = place(room(file)) else { return Vec::new() };
    let imported =
        named(text).into_iter().filter(|name| place(name).is_none_or(|other| other > own));
    imported.map(|name| format!("{file} imports {name}")).collect()
}

#[test]
fn imports_follow_the_direction_of_the_house() {
    // A test of a room may drive the whole house to get something to look at.
    let rooms = sources().into_iter().filter(|(file, _)| !file.ends_with("_tests.rs"));
    let wrong: Vec<String> = rooms.flat_map(|(file, text)| wrong_way(&file, &text)).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn an_import_against_the_direction_is_seen() {
    assert_eq!(
        wrong_way("codebook/source.rs", "use crate::ingest::Sheet;"),
        ["codebook/source.rs imports ingest"]
    );
    assert_eq!(wrong_way("model/mod.rs", "let x = crate::cli::run();").len(), 1);
    assert_eq!(wrong_way("report/build.rs", "use crate::census::Edition;").len(), 0);
}

#[test]
fn nothing_is_tied_to_unix() {
    for (file, text) in sources() {
        assert!(!text.contains("std::os::unix"), "{file}");
        assert!(!text.contains("cfg(unix)"), "{file}");
    }
}

/// The one call of Linux's own has its portable way beside it.
#[test]
fn what_only_linux_has_is_optional() {
    let linux: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| text.contains("target_os"))
        .map(|(file, text)| {
            assert!(text.contains("cfg(not(target_os = \"linux\"))"), "{file} has no other way");
            file
        })
        .collect();
    assert_eq!(linux, ["output/swap.rs"]);
}
