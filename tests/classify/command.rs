//! `labcensus classify`, as a person or a program calls it.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::crate_folder;

fn classify(args: &[&str], input: &[u8]) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_labcensus"))
        .arg("classify")
        .args(args)
        .args(["--json", "--year", "2020", "--surveys"])
        .arg(crate_folder().join("surveys"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn an_object_holds_what_was_promised() {
    let found = classify(&["themes", "- numérique\n- pas de sociale ?"], b"");
    let keys: Vec<&String> = found[0].as_object().unwrap().keys().collect();
    let mut promised =
        ["text", "question", "status", "terms", "left", "method", "rule", "suggestions", "value"];
    promised.sort_unstable();
    let mut keys: Vec<&str> = keys.into_iter().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, promised);
}

#[test]
fn each_status_is_reached() {
    let status = |question: &str, text: &str| classify(&[question, text], b"")[0]["status"].clone();
    for (question, text, expected) in [
        ("themes", "numérique", "mapped"),
        ("services", "- coaching\n- accompagnement", "partly_mapped"),
        ("maturity", "En pause", "to_review"),
        ("maturity", "on verra bien", "to_review"),
        ("themes", "néant", "missing"),
        ("themes", "architecture des écoles", "free_text"),
        ("launch", "bientôt", "to_review"),
        ("launch", "mars 2021", "mapped"),
        ("team", "?", "missing"),
        ("academy", "Grand Est", "to_review"),
        ("goals", "Ouvrir un deuxième lieu", "free_text"),
    ] {
        assert_eq!(status(question, text), expected, "{question} « {text} »");
    }
}

#[test]
fn values_are_objects() {
    let value = |question: &str, text: &str| classify(&[question, text], b"")[0]["value"].clone();
    assert_eq!(
        value("launch", "rentrée 2021"),
        json!({"period": "2021-09", "precision": "month", "kind": "planned"})
    );
    assert_eq!(
        value("team", "2,5 ETP répartis sur 4 personnes"),
        json!({"people": 4, "fte": 2.5, "services": []})
    );
    assert_eq!(value("team", "une dizaine de personnes")["people"], json!({"about": 10}));
    assert_eq!(value("team", "3 à 4 personnes")["people"], json!({"from": 3, "to": 4}));
    assert_eq!(value("academy", "Rectorat de Créteil"), json!({"code": "24"}));
    assert_eq!(value("themes", "numérique"), Value::Null);
}

#[test]
fn a_line_is_an_object_in_order_whatever_its_ending_or_encoding() {
    let found = classify(&["themes"], b"sociale\r\n\nnum\xe9rique\nsociale");
    let texts: Vec<&str> = found.iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["sociale", "", "numérique", "sociale"]);
    assert_eq!(found[0], found[3]);
}

#[test]
fn an_unknown_question_is_wrong_usage() {
    let output = Command::new(env!("CARGO_BIN_EXE_labcensus"))
        .args(["classify", "colour", "bleu"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("maturity"));
    for (asked, meant) in [
        ("theme", "themes"),
        ("thématiques", "themes"),
        ("lancement", "launch"),
        ("équipe", "team"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_labcensus"))
            .args(["classify", asked, "bleu"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(&format!("«\u{a0}{meant}\u{a0}»")), "{said}");
    }
}
