//! The parsers on cases that a colleague of the census team can add: `tests/cases/{launch,team,academy}.tsv`.

use chrono::NaiveDate;
use labcensus::codebook::register::Register;
use labcensus::codebook::service_register::ServiceRegister;
use labcensus::model::{People, Team};
use labcensus::normalise::{Parsed, academy, launch, team};

/// The lines of a case file, cut at tabs; `\n` stands for a line break.
fn cases(text: &str, columns: usize) -> Vec<Vec<String>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let cells =
        |line: &str| line.split('\t').map(|cell| cell.replace("\\n", "\n")).collect::<Vec<_>>();
    let cases: Vec<Vec<String>> = lines.map(cells).collect();
    assert!(cases.iter().all(|case| case.len() == columns), "every case has {columns} columns");
    cases
}

fn outcome<T>(parsed: &Parsed<T>, show: impl Fn(&T) -> String) -> String {
    match parsed {
        Parsed::Value { value, .. } => show(value),
        Parsed::Missing { .. } => "missing".to_owned(),
        Parsed::Review { reason } => format!("review:{}", reason.as_str()),
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date as 2020-12-31")
}

fn team_text(team: &Team) -> String {
    let people = team.people.map(|people| match people {
        People::Exactly(people) => format!("n={people}"),
        People::About(people) => format!("n~{people}"),
        People::Between(low, high) => format!("n={low}..{high}"),
    });
    let fte = team.fte.map(|fte| format!("fte={fte}"));
    let services = (!team.services.is_empty()).then(|| format!("svc={}", team.services.join("|")));
    [people, fte, services].into_iter().flatten().collect::<Vec<_>>().join(";")
}

fn assert_none(misses: &[String]) {
    assert!(misses.is_empty(), "{} misses:\n{}", misses.len(), misses.join("\n"));
}

fn miss(text: &str, expected: &str, found: &str) -> Option<String> {
    (expected != found).then(|| format!("« {text} »: expected {expected}, found {found}"))
}

fn register() -> Register {
    Register::parse(include_str!("../../surveys/codebook/academies.csv"))
        .expect("our own register stands")
}

fn services() -> ServiceRegister {
    ServiceRegister::parse(include_str!("../../surveys/codebook/services.csv"))
        .expect("our own services stand")
}

#[test]
fn launches_are_read_as_the_cases_say() {
    let misses = cases(include_str!("../cases/launch.tsv"), 3).into_iter().filter_map(|case| {
        let parsed = launch::parse(&case[0], date(&case[1]));
        let found =
            outcome(&parsed, |launch| format!("{} {}", launch.period, launch.kind.as_str()));
        miss(&case[0], &case[2], &found)
    });
    assert_none(&misses.collect::<Vec<_>>());
}

#[test]
fn teams_are_read_as_the_cases_say() {
    let services = services();
    let misses = cases(include_str!("../cases/team.tsv"), 2).into_iter().filter_map(|case| {
        miss(&case[0], &case[1], &outcome(&team::parse(&case[0], &services), team_text))
    });
    assert_none(&misses.collect::<Vec<_>>());
}

#[test]
fn academies_are_read_as_the_cases_say() {
    let register = register();
    let misses = cases(include_str!("../cases/academy.tsv"), 4).into_iter().filter_map(|case| {
        let parsed = match case[0].as_str() {
            "cell" => academy::parse(&case[1], &register, date(&case[2])),
            _ => academy::find_in_file_name(&case[1], &register, date(&case[2])),
        };
        miss(&case[1], &case[3], &outcome(&parsed, ToString::to_string))
    });
    assert_none(&misses.collect::<Vec<_>>());
}

#[test]
fn the_register_has_thirty_academies_before_and_after_the_merger() {
    let register = register();
    for day in ["2019-12-31", "2020-01-01", "2026-01-01"] {
        assert_eq!(register.members(date(day)).count(), 30, "{day}");
    }
}

#[test]
fn every_body_is_found_by_its_own_names() {
    let register = register();
    for day in ["2019-06-01", "2021-06-01"].map(date) {
        for body in register.members(day) {
            for name in [&body.name, &body.short_name] {
                let found = outcome(&academy::parse(name, &register, day), ToString::to_string);
                assert_eq!(found, body.code.as_str(), "{name} on {day}");
            }
        }
    }
}

#[test]
fn typed_dates_are_planned_after_the_closing_date_only() {
    let closing = date("2020-12-15");
    assert_eq!(launch::from_date(closing, closing).kind.as_str(), "actual");
    assert_eq!(launch::from_date(date("2020-12-16"), closing).kind.as_str(), "planned");
}
