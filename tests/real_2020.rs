//! The twelve fiches of 2020 as they really came back, against what a person read in them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{Row, copy, field, folder, repository, rows, run, said, shared};

struct Report {
    labs: Vec<Row>,
    answers: Vec<Row>,
    cells: Vec<Row>,
    figures: Vec<Row>,
}

/// Runs the binary on a copy of some responses, with the bundled edition file of the year.
fn report_on(responses: &std::path::Path, name: &str, year: u16) -> Report {
    let home = folder(name);
    copy(responses, &home.join(format!("surveys/{year}/responses")));
    std::fs::copy(
        repository().join(format!("surveys/{year}/edition.toml")),
        home.join(format!("surveys/{year}/edition.toml")),
    )
    .unwrap();
    let output = run(&home, &["run", &year.to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let table = |name: &str| rows(&home.join(format!("reports/{year}/data/{name}.csv")));
    Report {
        labs: table("labs"),
        answers: table("answers"),
        cells: table("cells"),
        figures: table("figures"),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(text).collect()
}

fn check_lab(report: &Report, expected: &Value) {
    let code = text(&expected["academy_code"]);
    let lab = report.labs.iter().find(|lab| field(lab, "academy_code") == code).unwrap();
    for column in [
        "academy",
        "maturity",
        "launch",
        "launch_precision",
        "launch_kind",
        "team_people",
        "team_fte",
    ] {
        assert_eq!(field(lab, column), text(&expected[column]), "{code} {column}");
    }
    let answers = |question: &str| {
        let asked =
            |row: &&Row| field(row, "academy_code") == code && field(row, "question") == question;
        report.answers.iter().filter(asked).collect::<Vec<_>>()
    };
    for question in ["themes", "services"] {
        let terms: BTreeSet<String> =
            answers(question).iter().map(|row| field(row, "term").to_owned()).collect();
        let wanted: BTreeSet<String> = texts(&expected[question]).into_iter().collect();
        assert_eq!(terms, wanted, "{code} {question}");
    }
    for question in ["themes_other", "services_other"] {
        let written: Vec<String> =
            answers(question).iter().map(|row| field(row, "text").to_owned()).collect();
        assert_eq!(written, texts(&expected[question]), "{code} {question}");
        assert!(answers(question).iter().all(|row| field(row, "status") == "free_text"));
    }
    let team = answers("team").first().map_or("", |row| field(row, "text")).to_owned();
    assert_eq!(team, text(&expected["team_text"]), "{code}");
    let named = expected.get("lab").map(text);
    assert!(named.is_none_or(|named| field(lab, "lab") == named), "{code}: {lab:?}");
    assert_eq!(field(answers("academy")[0], "term"), code);
}

fn check(report: &Report, expected: &str, respondents: usize) {
    let expected: Vec<Value> = serde_json::from_str(expected).unwrap();
    assert_eq!(expected.len(), respondents);
    for lab in &expected {
        check_lab(report, lab);
    }
    assert_eq!(
        report.labs.iter().filter(|lab| field(lab, "response") == "received").count(),
        respondents
    );
    assert_eq!(report.labs.len(), 30);
    assert!(report.answers.iter().all(|row| field(row, "status") != "to_review"));
}

/// A term and how many labs name it.
type Count = (&'static str, u32);

/// The figures at the foot of the contract: question, base, counts.
const FIGURES: [(&str, u32, &[Count]); 3] = [
    ("maturity", 12, &[("active", 5), ("in_progress", 4), ("prefiguration", 3)]),
    (
        "themes",
        11,
        &[
            ("pedagogical", 11),
            ("usage", 8),
            ("organisational", 8),
            ("technological", 5),
            ("social", 2),
            ("digital", 1),
        ],
    ),
    (
        "services",
        9,
        &[
            ("sessions", 8),
            ("community", 8),
            ("acculturation", 7),
            ("connection", 7),
            ("promotion", 7),
            ("coaching", 7),
            ("local_labs", 4),
            ("incubation", 3),
            ("funding", 2),
        ],
    ),
];

fn check_figures(report: &Report) {
    let figures: BTreeMap<&str, &Row> =
        report.figures.iter().map(|row| (field(row, "figure"), row)).collect();
    for (question, base, terms) in FIGURES {
        for (term, count) in terms {
            let figure = figures[format!("2020.{question}.{term}").as_str()];
            assert_eq!(field(figure, "count"), count.to_string(), "{question}.{term}");
            assert_eq!(field(figure, "base"), base.to_string(), "{question}.{term}");
            assert_eq!(field(figure, "base_kind"), "respondents_to_question");
        }
    }
    for (figure, count, base, kind) in [
        ("2020.response.received", "12", "30", "academies"),
        ("2020.response.known_silent", "2", "30", "academies"),
        ("2020.response_known.received", "12", "14", "known_labs"),
        ("2020.themes.respondents", "11", "12", "respondents"),
        ("2020.services.respondents", "9", "12", "respondents"),
        ("2020.base.known_labs", "14", "14", "known_labs"),
        ("2020.base.academies", "30", "30", "academies"),
    ] {
        let row = figures[figure];
        let found = (field(row, "count"), field(row, "base"), field(row, "base_kind"));
        assert_eq!(found, (count, base, kind), "{figure}");
    }
}

/// Each non-empty cell of each file has exactly one fate, counted by another reader of the files.
fn check_fates(report: &Report, responses: &std::path::Path) {
    for name in labcensus::input::walk(responses).unwrap() {
        let fates = report.cells.iter().filter(|row| field(row, "file") == name);
        let places: BTreeSet<(&str, &str)> =
            fates.clone().map(|row| (field(row, "sheet"), field(row, "cell"))).collect();
        assert_eq!(places.len(), fates.count(), "{name}: a cell with two fates");
        assert_eq!(places.len(), non_empty(&responses.join(&name)), "{name}");
    }
    let known = ["answer", "label", "title", "ignored", "unread"];
    assert!(report.cells.iter().all(|row| known.contains(&field(row, "fate"))));
    let answered: BTreeSet<_> =
        report.cells.iter().filter(|row| field(row, "fate") == "answer").map(place).collect();
    assert!(
        report.answers.iter().all(|row| answered.contains(&place(row))),
        "an answer from a cell of another fate"
    );
}

fn place(row: &Row) -> (&str, &str, &str) {
    (field(row, "file"), field(row, "sheet"), field(row, "cell"))
}

fn non_empty(path: &std::path::Path) -> usize {
    use calamine::Reader;
    if path.extension().is_some_and(|extension| extension == "csv") {
        let bytes = std::fs::read(path).unwrap();
        let text = encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(b';')
            .from_reader(text.as_bytes());
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        return records
            .iter()
            .flat_map(csv::StringRecord::iter)
            .filter(|field| !field.trim().is_empty())
            .count();
    }
    let mut workbook = calamine::open_workbook_auto(path).unwrap();
    let sheets = workbook.worksheets();
    let cells = sheets.iter().flat_map(|(_, range)| range.used_cells());
    cells.filter(|(_, _, data)| !data.to_string().trim().is_empty()).count()
}

#[test]
fn the_real_fiches_are_read_as_a_person_read_them() {
    let Some(responses) = shared("data/2020/responses") else { return };
    let Some(expected) = shared("data/2020/expected.json") else { return };
    let report = report_on(&responses, "real-2020", 2020);
    check(&report, &std::fs::read_to_string(expected).unwrap(), 12);
    check_figures(&report);
    check_fates(&report, &responses);
}

#[test]
fn the_bundled_fiches_say_the_same_facts() {
    let responses = repository().join("surveys/2020/responses");
    let report = report_on(&responses, "bundled-2020", 2020);
    check(&report, include_str!("bundled/expected-2020.json"), 12);
    check_figures(&report);
    check_fates(&report, &responses);
}

/// A year, what is read in it, how many labs answered, and which are known and did not.
type Told<'a> = (u16, &'a str, usize, &'a [&'a str]);

#[test]
fn the_invented_years_are_read_as_they_were_written() {
    let years: [Told<'_>; 3] = [
        (2019, include_str!("bundled/expected-2019.json"), 10, &["21", "25"]),
        (2021, include_str!("bundled/expected-2021.json"), 16, &["07", "16"]),
        (2022, include_str!("bundled/expected-2022.json"), 22, &["06", "11"]),
    ];
    for (year, expected, respondents, silent) in years {
        let responses = repository().join(format!("surveys/{year}/responses"));
        let report = report_on(&responses, &format!("bundled-{year}"), year);
        check(&report, expected, respondents);
        let known = report.labs.iter().filter(|lab| field(lab, "response") == "known_silent");
        let codes: Vec<&str> = known.map(|lab| field(lab, "academy_code")).collect();
        assert_eq!(codes, silent, "{year}");
    }
}
