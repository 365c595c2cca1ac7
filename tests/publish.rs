//! `labcensus publish`: the lock of an edition, and what changed since.

use crate::support::{Census, Fiche, field, rows, run, said};

const THEMES: &str = "LES THÉMATIQUES SUR LESQUELLES LE LAB EST POSITIONNÉ";
const PUBLISH: [&str; 4] = ["publish", "2020", "--on", "2021-01-15"];

fn fiche(academy: &str, themes: &str) -> Fiche {
    Fiche::of(academy).active().row(&[THEMES, themes])
}

/// A published census of two labs.
fn published(name: &str) -> Census {
    let census = Census::new(name)
        .fiche("nice.xlsx", &fiche("NICE", "innovation pédagogique"))
        .fiche("lyon.xlsx", &fiche("LYON", "innovation sociale"));
    let output = run(census.home(), &PUBLISH);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    census
}

/// The revision of a figure in the report's table.
fn revision(census: &Census, figure: &str) -> crate::support::Row {
    let table = rows(&census.report("data/revisions.csv"));
    let found = table.into_iter().find(|row| field(row, "figure") == figure);
    found.unwrap_or_else(|| panic!("no revision of {figure}"))
}

#[test]
fn the_same_inputs_give_the_published_figures() {
    let census = published("publish-same");
    let lock = census.home().join("surveys/2020/edition.lock");
    let before = std::fs::read(&lock).unwrap();
    let again = run(census.home(), &["publish", "2020", "--on", "2022-02-02"]);
    assert_eq!(again.status.code(), Some(0));
    assert!(said(&again).contains("2021-01-15"), "{}", said(&again));
    assert_eq!(std::fs::read(&lock).unwrap(), before);
    let (code, said) = census.run();
    assert_eq!(code, 0, "{said}");
    assert!(rows(&census.report("data/revisions.csv")).is_empty());
    assert!(
        !std::fs::read_to_string(census.report("bilan-2020.md")).unwrap().contains("Révisions")
    );
}

#[test]
fn windows_line_ends_change_nothing() {
    let census = Census::new("publish-crlf")
        .file("nice.csv", "LAB D'ACADÉMIE DE NICE;\nÉTAT D'AVANCEMENT DU LAB;\"Actif, fonctionnel\"\nDATE DE LANCEMENT;Mars 2020\n".as_bytes());
    assert_eq!(run(census.home(), &PUBLISH).status.code(), Some(0));
    let census = census
        .file("nice.csv", "LAB D'ACADÉMIE DE NICE;\r\nÉTAT D'AVANCEMENT DU LAB;\"Actif, fonctionnel\"\r\nDATE DE LANCEMENT;Mars 2020\r\n".as_bytes())
        .survey_file("2020/edition.toml", "year = 2020\nclosing_date = 2020-12-31\n");
    let output = run(census.home(), &["publish", "2020"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn a_changed_response_revises_the_figures_that_it_bears_on() {
    let census = published("publish-changed")
        .fiche("lyon.xlsx", &fiche("LYON", "innovation sociale\ninnovation pédagogique"));
    let (code, said) = census.run();
    assert_eq!(code, 1, "{said}");
    let row = revision(&census, "2020.themes.pedagogical");
    assert_eq!((field(&row, "published"), field(&row, "recomputed")), ("1", "2"));
    assert_eq!((field(&row, "entered"), field(&row, "left")), ("10", ""));
    assert_eq!(field(&row, "causes"), "changed 2020/responses/lyon.xlsx");
    let table = rows(&census.report("data/revisions.csv"));
    assert!(table.iter().all(|row| field(row, "figure") != "2020.themes.social"));
    let report = std::fs::read_to_string(census.report("bilan-2020.md")).unwrap();
    assert!(report.contains("2020/responses/lyon.xlsx a changé"), "{report}");
}

#[test]
fn a_new_file_a_lost_one_and_a_decision_are_named_as_the_reason() {
    let census =
        published("publish-causes").fiche("rennes.xlsx", &fiche("RENNES", "innovation sociale"));
    assert_eq!(census.run().0, 1);
    let row = revision(&census, "2020.themes.social");
    assert_eq!(field(&row, "causes"), "added 2020/responses/rennes.xlsx");
    std::fs::remove_file(census.home().join("surveys/2020/responses/rennes.xlsx")).unwrap();
    std::fs::remove_file(census.home().join("surveys/2020/responses/lyon.xlsx")).unwrap();
    assert_eq!(census.run().0, 1);
    let row = revision(&census, "2020.themes.social");
    assert_eq!(field(&row, "causes"), "removed 2020/responses/lyon.xlsx");
    assert_eq!((field(&row, "recomputed"), field(&row, "left")), ("0", "10"));

    let undecided = Census::new("publish-decision")
        .fiche("nice.xlsx", &fiche("NICE", "innovation pédagogique"))
        .fiche("lyon.xlsx", &fiche("LYON", "fabrique de rêves"));
    assert_eq!(run(undecided.home(), &PUBLISH).status.code(), Some(0));
    let decided = undecided.survey_file(
        "codebook/decisions.csv",
        "question,decision_key,raw_example,terms,by,on,vocabulary_version,note\n\
         themes,fabrique de reves,fabrique de rêves,social,test,2021-02-01,1,\n",
    );
    assert_eq!(decided.run().0, 1);
    let row = revision(&decided, "2020.themes.social");
    assert!(field(&row, "causes").contains("codebook/decisions.csv"), "{row:?}");
}

#[test]
fn a_revision_is_published_only_with_its_reason() {
    let census =
        published("publish-revise").fiche("lyon.xlsx", &fiche("LYON", "innovation pédagogique"));
    let lock = census.home().join("surveys/2020/edition.lock");
    let before = std::fs::read(&lock).unwrap();
    let refused = run(census.home(), &["publish", "2020"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(std::fs::read(&lock).unwrap(), before, "written without a reason");
    let line = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(line.contains("lyon.xlsx a changé"), "{line}");
    let args = [
        "publish",
        "2020",
        "--on",
        "2021-03-01",
        "--by",
        "l'équipe",
        "--revise",
        "erreur de saisie",
    ];
    let revised = run(census.home(), &args);
    assert_eq!(revised.status.code(), Some(0), "{}", said(&revised));
    let text = std::fs::read_to_string(&lock).unwrap();
    assert!(
        text.contains("erreur de saisie") && text.contains("published = \"2021-01-15\""),
        "{text}"
    );
    assert_eq!(run(census.home(), &["publish", "2020"]).status.code(), Some(0));
}

#[test]
fn a_broken_lock_is_told_with_its_line() {
    let census =
        published("publish-broken").survey_file("2020/edition.lock", "format = 1\nyear = \n");
    let output = run(census.home(), &["run"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("edition.lock") && said(&output).contains('2'),
        "{}",
        said(&output)
    );
}
