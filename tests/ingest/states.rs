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
    census::build(file, &codebook, Folder { files, diagnostics: Vec::new() })
}

fn reasons(edition: &Edition) -> BTreeMap<String, &str> {
    let reason = |row: census::CellRow| (row.cell.cell.to_string(), row.cell.fate.as_str());
    edition.cells().map(reason).collect()
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
        dijon.answers_to(&"themes_other".into()).map(|answer| &*answer.said().text).collect();
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
        let found = edition.cells().find(|row| row.cell.cell.to_string() == cell);
        found.map(|row| row.cell.reason.key().to_owned()).unwrap()
    };
    assert_eq!([reason("E6"), reason("E5"), reason("E3")], ["not-ticked", "not-shown", "themes"]);
}

fn built(files: &[(&str, Vec<u8>)]) -> Edition {
    let codebook = codebook();
    let files = files.iter().map(|(name, bytes)| read_file(name, bytes, &codebook)).collect();
    let file = EditionFile::default_for(CensusYear::new(2020));
    census::build(file, &codebook, Folder { files, diagnostics: Vec::new() })
}

/// Where the response of the only lab that answered stands, and why each other one does not count.
fn kept(edition: &Edition) -> (String, Vec<String>) {
    let duplicates: Vec<_> =
        edition.diagnostics.iter().filter(|one| one.code == Code::DuplicateResponse).collect();
    let fact = |remark: &labcensus::diagnostic::Diagnostic, name: &str| {
        remark.facts.iter().find(|(known, _)| *known == name).unwrap().1.clone()
    };
    let kept = fact(duplicates[0], "kept");
    assert!(
        duplicates.iter().all(|one| fact(one, "kept") == kept),
        "each is compared with the one that counts"
    );
    (kept, duplicates.iter().map(|one| fact(one, "because")).collect())
}

#[test]
fn the_latest_record_counts_by_the_time_that_its_tool_wrote_and_not_by_its_row() {
    let google = "Horodateur,Académie,Thématiques,État d'avancement\n\
        25/10/2020 14:55:21,Dijon,innovation sociale,En préfiguration\n\
        03/11/2020 09:00:00,Dijon,innovation pédagogique,\"Actif, fonctionnel\"\n\
        01/11/2020 08:00:00,Dijon,innovation sociale,\"Actif, fonctionnel\"\n";
    let (place, because) = kept(&built(&[("g.csv", google.into())]));
    assert!(place.ends_with("A3"), "{place}");
    assert_eq!(because, ["later", "later"]);
    // Month first: 11/3 is the third of November.
    let english = "Timestamp,Académie,Thématiques,État d'avancement\n\
        11/3/2020 9:00:00,Dijon,innovation pédagogique,En préfiguration\n\
        10/25/2020 14:55:21,Dijon,innovation sociale,En préfiguration\n";
    assert!(kept(&built(&[("g.csv", english.into())])).0.ends_with("A2"));
    // No time: the lower row.
    let plain = "Académie,Thématiques,État d'avancement\nDijon,innovation sociale,En préfiguration\n\
        Dijon,innovation pédagogique,En préfiguration\n";
    let (place, because) = kept(&built(&[("p.csv", plain.into())]));
    assert!(place.ends_with("A3") && because == ["below"], "{place} {because:?}");
}

#[test]
fn a_later_draft_does_not_count_before_a_complete_record() {
    let kobo = "Numéro de série,SID,Heure de soumission,Brouillon,Académie,Thématiques,État d'avancement\n\
        1,11,2020-11-02 10:00:00,0,Dijon,innovation sociale,En préfiguration\n\
        2,12,2020-11-09 10:00:00,1,Dijon,innovation pédagogique,En préfiguration\n";
    let edition = built(&[("f.csv", kobo.into())]);
    assert!(edition.diagnostics.iter().any(|one| one.code == Code::IncompleteResponse));
    assert!(!edition.diagnostics.iter().any(|one| one.code == Code::DuplicateResponse));
    let dijon = edition.respondents().next().unwrap();
    assert_eq!(dijon.terms(&"themes".into()).len(), 1);
}

fn fiche(rows: &[(&str, &str)], changed: &str) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let date = rust_xlsxwriter::ExcelDateTime::parse_from_str(changed).unwrap();
    workbook.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&date));
    let sheet = workbook.add_worksheet();
    for (row, (label, answer)) in (0..).zip(rows) {
        sheet.write(row, 0, *label).unwrap();
        sheet.write(row, 1, *answer).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn between_two_fiches_the_one_that_was_changed_last_counts_unless_it_is_half_empty() {
    let full = [
        ("ACADÉMIE", "Dijon"),
        ("ÉTAT D'AVANCEMENT", "En préfiguration"),
        ("DATE DE LANCEMENT", "Mars 2020"),
        ("THÉMATIQUES", "innovation sociale"),
        ("OFFRE DE SERVICE", "animation de communauté"),
    ];
    let old = fiche(&full, "2020-11-02T10:00:00");
    let new = fiche(&full, "2020-11-09T10:00:00");
    let (place, because) = kept(&built(&[("a.xlsx", new.clone()), ("b.xlsx", old.clone())]));
    assert!(place.starts_with("a.xlsx") && because == ["later"], "{place} {because:?}");
    let (place, because) = kept(&built(&[("a.xlsx", old.clone()), ("b.xlsx", old.clone())]));
    assert!(place.starts_with("b.xlsx") && because == ["name"], "{place} {because:?}");
    let half = fiche(&[full[0], full[1]], "2020-12-01T10:00:00");
    let (place, because) = kept(&built(&[("a.xlsx", old), ("b.xlsx", half)]));
    assert!(place.starts_with("a.xlsx") && because == ["fuller"], "{place} {because:?}");
}
