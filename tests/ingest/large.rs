//! Above 10,000 bodies the reports print the beginning of what is long, say so, and lose nothing: all is in `data/`.

use std::fmt::Write as _;

use crate::support::{Census, field};

const BODIES: usize = 10_001;
const HEADER: &str = "code,name,short_name,region,valid_from,valid_to,merged_into,seat,lat,lon,departements,aliases,kind,region_insee\n";

/// A census of so many bodies: all but the last answered, in one table.
fn census(name: &str, bodies: usize) -> Census {
    let mut register = HEADER.to_owned();
    let mut table = "Académie;État d'avancement du lab;Thématiques\n".to_owned();
    for body in 0..bodies {
        writeln!(register, "E{body:05}X,Établissement {body:05},Étab. {body:05},Région,,,,Ville,,,,,établissement,1").unwrap();
        if body + 1 < bodies {
            let stage = ["Actif, fonctionnel", "En préfiguration"][body % 2];
            writeln!(table, "E{body:05}X;{stage};innovation pédagogique").unwrap();
        }
    }
    Census::new(name)
        .survey_file("codebook/academies.csv", &register)
        .file("réponses.csv", table.as_bytes())
}

/// The rows of the first table below a heading that contains a title.
fn rows_below(report: &str, title: &str) -> usize {
    let section = report.split("\n## ").find(|section| section.starts_with(title)).unwrap();
    let lines = section.lines().skip_while(|line| !line.starts_with("| "));
    lines.take_while(|line| line.starts_with("| ")).count().saturating_sub(2)
}

#[test]
fn a_large_census_is_bounded_and_says_so() {
    let census = census("grand", BODIES);
    let (code, said) = census.run();
    assert_eq!(code, 0, "{said}");
    let report = std::fs::read_to_string(census.report("bilan-2020.md")).unwrap();

    // Names: ten of them, and how many others, in a table and in a sentence.
    assert!(report.contains("Étab. 00016, Étab. 00018 et 4990 autres"));
    assert!(!report.contains("10000 répondants"), "large numbers are written in groups");
    assert!(!report.contains("Étab. 05000"));
    assert!(report.contains("Étab. 10000"), "the only one that did not answer");

    // A row for each lab: a hundred, and where the others are.
    assert_eq!(rows_below(&report, "Les labs"), 100);
    let cut = "Seules les 100 premières lignes sur 10\u{202f}000 sont ici\u{a0}: toutes sont dans data/labs.csv.";
    assert!(report.contains(cut), "{cut}");

    // No page of a lab, no link to one, and all that is said.
    assert!(!census.report("fiches").exists());
    assert!(!report.contains("fiches/"));
    let diagnostics = census.table("diagnostics");
    let large = diagnostics.iter().find(|row| field(row, "code") == "census-large").unwrap();
    assert!(field(large, "message").contains("10\u{202f}001 organismes"));
    assert!(field(large, "hint").contains("--fiches"));
    assert!(report.contains(field(large, "hint")));

    // Nothing is lost: every lab and every answer are in the tables.
    assert_eq!(census.table("labs").len(), BODIES);
    assert_eq!(census.table("answers").len(), (BODIES - 1) * 3);
    for name in ["cells", "trace"] {
        assert!(census.report(&format!("data/{name}.parquet")).is_file());
        assert!(!census.report(&format!("data/{name}.csv")).exists());
    }
    let package = std::fs::read_to_string(census.report("data/datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        assert!(census.report(&format!("data/{path}")).is_file(), "{path}");
    }

    // The pages come when they are asked for.
    let output = crate::support::run(census.home(), &["run", "--only", "md", "--fiches"]);
    assert_eq!(output.status.code(), Some(0));
    let pages = std::fs::read_dir(census.report("fiches")).unwrap().count();
    assert_eq!(pages, BODIES - 1);
}

/// One body fewer than the bound, and nothing is cut.
#[test]
fn at_the_bound_nothing_is_cut() {
    let census = census("borne", 1_001);
    let (code, said) = census.run();
    assert_eq!(code, 0, "{said}");
    let report = std::fs::read_to_string(census.report("bilan-2020.md")).unwrap();
    assert_eq!(rows_below(&report, "Les labs"), 1_000);
    assert!(report.contains("Étab. 00500"));
    assert!(census.report("data/trace.csv").is_file());
    assert!(census.table("diagnostics").iter().all(|row| field(row, "code") != "census-large"));
}
