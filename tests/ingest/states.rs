//! What a record says: ticked, not ticked or not shown; sent or not; the last of several.

use std::collections::BTreeMap;

use labcensus::census::{self, Edition};
use labcensus::codebook::EditionFile;
use labcensus::diagnostic::Code;
use labcensus::ingest::{Folder, read_file};
use labcensus::model::CensusYear;

use super::codebook;

const SURVEY: &str = "\
ID de la réponse,Date de soumission,Dernière page,Académie,Thématiques [innovation sociale],Thématiques [innovation pédagogique],Thématiques [Autre],État d'avancement
8,2020-11-02 10:00:00,4,Dijon,Oui,Non,,En préfiguration
9,2020-11-03 10:00:00,4,Dijon,Oui,Oui,design fiction,\"Actif, fonctionnel\"
10,,2,Lille,Oui,Non,,
11,2020-11-05 10:00:00,4,Reims,N/A,N/A,,En préfiguration
12,2020-11-06 10:00:00,4,Paris,Non,Non,,\"Actif, fonctionnel\"
";

fn edition() -> Edition {
    let codebook = codebook();
    let files = vec![read_file("survey.csv", SURVEY.as_bytes(), &codebook)];
    let file = EditionFile::default_for(CensusYear::new(2020));
    census::build(file, &codebook, &Folder { files, diagnostics: Vec::new() })
}

fn reasons(edition: &Edition) -> BTreeMap<String, &str> {
    let reason = |row: &census::CellRow| (row.cell.cell.to_string(), row.cell.fate.as_str());
    edition.cells.iter().map(reason).collect()
}

#[test]
fn the_last_record_of_an_academy_counts_and_the_others_are_listed_with_what_differs() {
    let edition = edition();
    let names: Vec<&str> = edition.respondents().map(|lab| lab.body.name.as_str()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    let dijon = edition.respondents().find(|lab| lab.body.name.contains("Dijon")).unwrap();
    let terms: Vec<String> =
        dijon.terms(&"themes".into()).iter().map(ToString::to_string).collect();
    assert_eq!(terms, ["pedagogical", "social"]);
    let other: Vec<&str> =
        dijon.answers_to(&"themes_other".into()).map(|answer| answer.text.as_str()).collect();
    assert_eq!(other, ["design fiction"]);
    let duplicate =
        edition.diagnostics.iter().find(|remark| remark.code == Code::DuplicateResponse).unwrap();
    let facts: BTreeMap<&str, &str> =
        duplicate.facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
    assert_eq!(duplicate.origin.as_ref().unwrap().cell_name(), "A2");
    assert!(facts["kept"].ends_with("A3"), "{facts:?}");
    assert!(
        facts["differs"].contains("Thématiques") && facts["differs"].contains("avancement"),
        "{facts:?}"
    );
}

#[test]
fn a_record_that_was_not_sent_is_counted_apart() {
    let edition = edition();
    assert!(!edition.respondents().any(|lab| lab.body.name.contains("Lille")));
    let remark =
        edition.diagnostics.iter().find(|remark| remark.code == Code::IncompleteResponse).unwrap();
    assert_eq!(remark.facts, [("count", "1".to_owned())]);
    assert_eq!(reasons(&edition)["E4"], "ignored");
}

#[test]
fn not_ticked_is_not_the_same_as_not_shown() {
    let edition = edition();
    let reason = |cell: &str| {
        let found = edition.cells.iter().find(|row| row.cell.cell.to_string() == cell);
        found.map(|row| row.cell.reason.key().to_owned()).unwrap()
    };
    assert_eq!([reason("E6"), reason("E5"), reason("E3")], ["not-ticked", "not-shown", "themes"]);
}
