//! The twelve labs of the bundled census, rewritten into each tool's layout, give the same answers.

mod labs;
mod sheet;
mod tools;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use labcensus::census::{self, AnswerRef, Answers, Edition};
use labcensus::codebook::{Codebook, EditionFile};
use labcensus::ingest::{Folder, read_file};
use labcensus::model::CensusYear;
use labcensus::normalise::{Status, Value};

use labs::Lab;

/// What a lab answers, whatever the layout: question, value and status. An answer that waits for a person
/// is no option, so a form with options cannot ask it again.
type Said = BTreeSet<(String, String, &'static str)>;

fn codebook() -> Codebook {
    Codebook::read(Path::new("")).unwrap()
}

fn edition_file() -> EditionFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/2020/edition.toml");
    labcensus::codebook::read_edition(&path, CensusYear::new(2020)).unwrap()
}

fn build(files: &[(String, Vec<u8>)], codebook: &Codebook) -> Edition {
    let read = files.iter().map(|(name, bytes)| read_file(name, bytes, codebook)).collect();
    census::build(edition_file(), codebook, Folder { files: read, diagnostics: Vec::new() })
}

fn said(edition: &Edition) -> BTreeMap<String, Said> {
    let value = |answer: &AnswerRef<'_>| match &answer.value {
        Value::Term(term) => term.to_string(),
        Value::Launch(launch) => format!("{launch:?}"),
        Value::Team(team) => format!("{team:?}"),
        Value::Academy(code) => code.to_string(),
        Value::None => String::new(),
    };
    let of = |answers: &Answers| {
        let settled = answers.iter().filter(|answer| answer.status != Status::ToReview);
        settled
            .map(|answer| (answer.question.to_string(), value(&answer), answer.status.as_str()))
            .collect()
    };
    edition.respondents().map(|lab| (lab.body.name.clone(), of(&lab.answers))).collect()
}

fn bundled(codebook: &Codebook) -> Edition {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/2020/responses");
    let read = labcensus::ingest::read_folder(&folder, codebook, &|_, _| {}).unwrap();
    census::build(edition_file(), codebook, read)
}

#[test]
fn every_layout_gives_the_answers_of_the_fiches() {
    let codebook = codebook();
    let base = bundled(&codebook);
    let labs: Vec<Lab> = base.respondents().map(|lab| Lab::of(lab, &codebook)).collect();
    assert_eq!(labs.len(), 12);
    // What the rewritten labs say, read from the plainest fiches: a label beside its answer.
    let expected = said(&base);
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (name, files) in tools::all(&labs, &codebook) {
        tried += 1;
        let edition = build(&files, &codebook);
        let found = said(&edition);
        for (lab, expected) in &expected {
            let nothing = Said::new();
            let found = found.get(lab).unwrap_or(&nothing);
            if found != expected {
                let lost: Vec<_> = expected.difference(found).collect();
                let gained: Vec<_> = found.difference(expected).collect();
                wrong.push(format!("{name}, {lab}: lost {lost:?}, gained {gained:?}"));
            }
        }
        let mut answers = edition.respondents().flat_map(|lab| &lab.answers);
        assert!(
            answers.all(|answer| answer.origin.cell.is_some()),
            "{name}: an answer without its cell"
        );
        let cells = edition.cells().count();
        let counted: usize =
            files.iter().map(|(name, bytes)| read_file(name, bytes, &codebook).non_empty).sum();
        assert_eq!(cells, counted, "{name}: a cell without its fate");
    }
    assert!(tried >= 20);
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}
