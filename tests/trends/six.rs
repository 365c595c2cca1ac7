//! Six labs over three years, computed by hand in `six_labs.tsv`: every trend figure equals the hand computation.

use crate::support::{Row, field, folder, repository, rows, run, said};

const CENSUS: &str = include_str!("six_labs.toml");
const EXPECTED: &str = include_str!("six_labs.tsv");

/// Writes the census that the file describes: one table of answers a year, and its codebook.
fn census(name: &str, order: Order) -> std::path::PathBuf {
    let home = folder(name);
    let file: toml::Table = CENSUS.parse().unwrap();
    let write = |path: String, text: &str| {
        let path = home.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    for (path, text) in file["codebook"].as_table().unwrap() {
        write(format!("surveys/codebook/{path}"), text.as_str().unwrap());
    }
    // The questionnaire is the bundled one.
    let bundled = repository().join("surveys/codebook/census.toml");
    write("surveys/codebook/census.toml".into(), &std::fs::read_to_string(bundled).unwrap());
    for (year, edition) in file["editions"].as_table().unwrap() {
        write(format!("surveys/{year}/edition.toml"), edition["file"].as_str().unwrap());
        let mut lines: Vec<&str> = edition["answers"].as_str().unwrap().trim().lines().collect();
        let header = lines.remove(0);
        if order == Order::Reversed {
            lines.reverse();
        }
        let text = format!("{header}\n{}\n", lines.join("\n"));
        write(format!("surveys/{year}/responses/reponses.csv"), &text);
    }
    home
}

/// The ends of the indicators that look across years or questions.
const ACROSS: [&str; 12] = [
    "_by_year",
    "_bounds",
    "_same_labs",
    "_change",
    "_diversity",
    "_transitions",
    "_moves",
    "_stay",
    "_same_members",
    "_cumulated",
    "_by_maturity",
    "_x_services",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    AsWritten,
    Reversed,
}

fn figures(home: &std::path::Path) -> Vec<Row> {
    let output = run(home, &["run", "2021"]);
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", said(&output));
    rows(&home.join("reports/2021/data/figures.csv"))
}

/// figure, count (empty: none), base (empty: none), comparable (empty: not looked at), then the arithmetic.
#[test]
fn every_figure_is_the_one_computed_by_hand() {
    let home = census("six-labs", Order::AsWritten);
    let figures = figures(&home);
    let mut wrong = Vec::new();
    let mut checked = 0;
    for line in EXPECTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let id = format!("2021.{}", cells[0]);
        let Some(row) = figures.iter().find(|row| field(row, "figure") == id) else {
            wrong.push(format!("{id}: no such figure"));
            continue;
        };
        let got = [field(row, "count"), field(row, "base"), field(row, "comparable")];
        let wanted = [cells[1], cells[2], cells[3]];
        let same = got[0] == wanted[0]
            && got[1] == wanted[1]
            && (wanted[2].is_empty() || got[2] == wanted[2]);
        if !same {
            wrong.push(format!("{id}: {got:?}, by hand {wanted:?} ({})", cells.last().unwrap()));
        }
        checked += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked > 120, "{checked}");
    // Every kind of figure that looks across years or questions has its lines.
    let by_hand = |indicator: &str| {
        EXPECTED
            .lines()
            .any(|line| line.strip_prefix(indicator).is_some_and(|rest| rest.starts_with('.')))
    };
    let left_out: Vec<&str> = figures
        .iter()
        .map(|row| field(row, "indicator"))
        .filter(|indicator| {
            ACROSS.iter().any(|end| indicator.ends_with(end)) && !by_hand(indicator)
        })
        .collect();
    assert_eq!(left_out, Vec::<&str>::new());
}

#[test]
fn the_order_of_rows_changes_no_figure() {
    let written = figures(&census("six-labs-written", Order::AsWritten));
    let reversed = figures(&census("six-labs-reversed", Order::Reversed));
    assert_eq!(written, reversed);
}

/// What the report says in words is what the figures say.
#[test]
fn the_report_tells_what_changed() {
    let home = census("six-labs-words", Order::AsWritten);
    figures(&home);
    let text = std::fs::read_to_string(home.join("reports/2021/bilan-2021.md")).unwrap();
    let text = text.replace('\u{a0}', " ");
    for expected in ["Ce qui a changé depuis 2020", "non demandé"] {
        assert!(text.contains(expected), "{expected} not in\n{text}");
    }
    // The first edition has no year before.
    assert!(run(&home, &["run", "2019"]).status.code().is_some_and(|code| code < 2));
    let first = std::fs::read_to_string(home.join("reports/2019/bilan-2019.md")).unwrap();
    assert!(!first.contains("Ce qui a changé"), "{first}");
}
