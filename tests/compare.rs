//! `labcensus compare`: the reports' own figures, year beside year, and the path of some labs.

use std::collections::BTreeMap;
use std::process::Output;

use crate::support::{Census, field, folder, repository, rows, run, said};

/// The bundled census of four years, with its report of 2022.
fn bundled(name: &str) -> std::path::PathBuf {
    let home = folder(name);
    crate::support::copy(&repository().join("surveys"), &home.join("surveys"));
    home
}

fn shown(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", said(output));
    String::from_utf8_lossy(&output.stdout).replace('\u{a0}', " ")
}

#[test]
fn every_number_is_that_of_the_report() {
    let home = bundled("compare-figures");
    assert_eq!(run(&home, &["run", "2022", "--only", "data"]).status.code(), Some(0));
    let figures: BTreeMap<String, [String; 3]> = rows(&home.join("reports/2022/data/figures.csv"))
        .iter()
        .map(|row| {
            let own = ["count", "base", "share"].map(|name| field(row, name).to_owned());
            (field(row, "figure").to_owned(), own)
        })
        .collect();
    let csv = home.join("tout.csv");
    let output = run(&home, &["compare", "--output", "tout.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let table = rows(&csv);
    let numbers: Vec<_> = table.iter().filter(|row| !field(row, "figure").is_empty()).collect();
    for row in &numbers {
        let own = &figures[field(row, "figure")];
        let value = field(row, "value").to_owned();
        assert!(own.contains(&value), "{row:?} is none of {own:?}");
    }
    assert!(numbers.len() > 200, "{}", numbers.len());
    for name in
        ["themes_by_year.2019.social", "team_by_year.2021.people_total", "launches_cumulated.2020"]
    {
        let id = format!("2022.{name}");
        assert!(numbers.iter().any(|row| field(row, "figure") == id), "{id} is not compared");
    }
}

#[test]
fn a_terminal_gets_aligned_columns() {
    let home = bundled("compare-terminal");
    let text =
        shown(&run(&home, &["compare", "--question", "thématiques", "--years", "2020-2022"]));
    assert!(text.starts_with("Comparaison 2020–2022\n"), "{text}");
    assert!(!text.contains("2019 "), "a year that was not asked:\n{text}");
    let lines: Vec<&str> = text.lines().collect();
    let rule = lines.iter().position(|line| line.starts_with('─')).unwrap();
    // Where the rules have a gap, no line of the table has a character.
    let gaps: Vec<usize> = lines[rule]
        .chars()
        .enumerate()
        .filter(|(_, character)| *character == ' ')
        .map(|(column, _)| column)
        .collect();
    let table = lines.iter().skip(rule + 1).take_while(|line| !line.starts_with("Source"));
    for line in table {
        let crossed = gaps.iter().find(|gap| line.chars().nth(**gap).is_some_and(|c| c != ' '));
        assert_eq!(crossed, None, "{line}");
    }
    assert!(lines.iter().all(|line| line.chars().count() <= 120), "{text}");
    for told in ["non demandé", "en partie : 2020", "innovation pédagogique", "dans quels domaines"]
    {
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.to_lowercase().contains(told), "{told} not in\n{text}");
    }
}

#[test]
fn a_lab_s_path_has_its_years_and_the_national_reference() {
    let home = bundled("compare-labs");
    let by_name = shown(&run(&home, &["compare", "--labs", "nice, Créteil"]));
    let by_code = shown(&run(&home, &["compare", "--labs", "23,24"]));
    assert_eq!(by_name, by_code);
    let flat = by_name.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in ["Nice (23)", "Créteil (24)", "Repère 2022", "En préfiguration", "Au plan national"]
    {
        assert!(flat.contains(told), "{told} not in\n{by_name}");
    }
    // One year by itself is seen beside the one before it.
    let one = shown(&run(
        &home,
        &["compare", "--labs", "23", "--question", "maturity", "--years", "2022"],
    ));
    assert!(one.starts_with("Comparaison 2021–2022"), "{one}");
    assert!(one.contains("Nice") && one.contains("Actif, fonctionnel  En préfiguration"), "{one}");
    // Before the merger, the path is that of both bodies; asked under either name, it is the same.
    let merged = shown(&run(&home, &["compare", "--labs", "Normandie", "--years", "2019..2022"]));
    assert!(merged.contains("Caen : ") && merged.contains("Rouen : "), "{merged}");
    assert_eq!(
        merged,
        shown(&run(&home, &["compare", "--labs", "caen,rouen", "--years", "2019..2022"]))
    );
}

#[test]
fn each_form_is_written_where_it_is_asked() {
    use calamine::Reader;
    let home = bundled("compare-forms");
    let base = ["compare", "--question", "maturity"];
    let markdown = shown(&run(&home, &[&base[..], &["--format", "md"]].concat()));
    assert!(
        markdown.starts_with("# Comparaison 2019–2022") && markdown.contains("| "),
        "{markdown}"
    );
    let csv = shown(&run(&home, &[&base[..], &["--format", "csv"]].concat()));
    assert!(csv.starts_with("table,row,column,value,figure\n"), "{csv}");
    let output = run(&home, &[&base[..], &["--output", "dossier/comparaison été.xlsx"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let mut workbook: calamine::Xlsx<_> =
        calamine::open_workbook(home.join("dossier/comparaison été.xlsx")).unwrap();
    let range = workbook.worksheet_range("État d'avancement").unwrap();
    let active = range
        .rows()
        .find(|row| row[0] == calamine::Data::String("Actif, fonctionnel".to_owned()))
        .unwrap();
    assert_eq!(active[7], calamine::Data::Float(12.0), "{active:?}");
    // A workbook is never thrown at a terminal.
    assert_eq!(run(&home, &[&base[..], &["--format", "xlsx"]].concat()).status.code(), Some(0));
    assert!(home.join("comparaison.xlsx").exists());
    let english = shown(&run(&home, &[&base[..], &["--lang", "en"]].concat()));
    assert!(english.starts_with("Comparison 2019–2022"), "{english}");
}

#[test]
fn what_is_not_known_is_told_with_the_nearest() {
    let home = bundled("compare-unknown");
    for (args, told) in [
        (["--labs", "Nise"], "Vouliez-vous dire « Nice »"),
        (["--question", "theme"], "Vouliez-vous dire « themes »"),
        (["--years", "2031..2033"], "2031"),
        (["--years", "hier"], "--years <A..B>"),
        (["--format", "docx"], "docx"),
    ] {
        let output = run(&home, &[&["compare"][..], &args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let said = said(&output).replace('\u{a0}', " ");
        assert!(said.contains(told), "{told} not in\n{said}");
    }
}

#[test]
fn a_census_of_one_year_is_compared_with_nothing() {
    let census = Census::new("compare-one").file(
        "labs.csv",
        "Académie,État d'avancement\nAcadémie de Nice,En préfiguration\n".as_bytes(),
    );
    let text = shown(&run(census.home(), &["compare", "--question", "maturity"]));
    assert!(text.contains("En préfiguration") && text.contains("100 %"), "{text}");
}
