//! `mapping.toml`: a file that the reader cannot understand is read as a person says.

use labcensus::ingest::Mapping;

use super::codebook;
use crate::support::{Census, field, folder, run, said};

const ODD: &str = "\
Suivi 2020;;;;;;
édité le;;12/11/2020;;;;
n°;où;stade;q1;q2;q3;mots
1;Dijon;En préfiguration;x;;design fiction;
2;Lille;Actif, fonctionnel;;x;;
3;Total;;1;1;;
";

const MAPPING: &str = "\
[[sheet]]
file = \"suivi*.csv\"
header_rows = [3]
skip_rows = [\"1-2\", \"6\"]
skip_columns = [\"A\"]
columns = { B = \"academy\", C = \"maturity\" }
options = { D = \"themes/social\", E = \"themes/pedagogical\", F = \"themes/other\" }

[[sheet]]
file = \"nulle-part.xlsx\"
skip = true
";

#[test]
fn a_file_is_read_as_the_mapping_says_and_what_was_overridden_is_told() {
    let census = Census::new("mapping").file("suivi-2020.csv", ODD.as_bytes());
    let (code, _) = census.run();
    assert_eq!(code, 2, "without a mapping nothing can be read");
    let census = census.survey_file("2020/mapping.toml", MAPPING);
    let (code, talk) = census.run();
    assert_ne!(code, 2, "{talk}");
    let labs = census.table("labs");
    let received: Vec<&str> = labs
        .iter()
        .filter(|lab| field(lab, "response") == "received")
        .map(|lab| field(lab, "academy"))
        .collect();
    assert_eq!(received.len(), 2, "{received:?}");
    let answers = census.table("answers");
    let of = |question: &str| -> Vec<(&str, &str)> {
        let rows = answers.iter().filter(|row| field(row, "question") == question);
        rows.map(|row| (field(row, "term"), field(row, "cell"))).collect()
    };
    assert_eq!(of("themes"), [("social", "D4"), ("pedagogical", "E5")]);
    assert_eq!(of("themes_other").first().map(|(_, cell)| *cell), Some("F4"));
    let diagnostics = census.table("diagnostics");
    let told = |code: &str| diagnostics.iter().filter(|row| field(row, "code") == code).count();
    assert_eq!((told("sheet-mapped"), told("mapping-unused")), (1, 1));
    let cells = census.table("cells");
    let skipped = cells.iter().filter(|row| field(row, "reason").contains("mapping.toml")).count();
    assert_eq!(skipped, 3 + 4 + 3, "title lines, total line, first column below");
}

const TURNED: &str = "\
Suivi 2020;;;
;n°;1;2
a;où;Dijon;Lille
b;stade;En préfiguration;Actif, fonctionnel
c;q1;x;
d;q2;;x
e;q3;design fiction;
";

const TURNED_MAPPING: &str = "\
[[sheet]]
file = \"suivi*.csv\"
layout = \"columns\"
header_columns = [\"B\"]
skip_rows = [\"1-2\"]
skip_columns = [\"A\"]
rows = { 3 = \"academy\", 4 = \"maturity\" }
options = { 5 = \"themes/social\", 6 = \"themes/pedagogical\", 7 = \"themes/other\" }
";

#[test]
fn a_lab_per_column_is_mapped_by_its_rows() {
    let census = Census::new("mapping-turned")
        .file("suivi-2020.csv", TURNED.as_bytes())
        .survey_file("2020/mapping.toml", TURNED_MAPPING);
    let (code, talk) = census.run();
    assert_ne!(code, 2, "{talk}");
    let answers = census.table("answers");
    let of = |question: &str| -> Vec<(&str, &str, &str)> {
        let rows = answers.iter().filter(|row| field(row, "question") == question);
        rows.map(|row| (field(row, "academy_code"), field(row, "term"), field(row, "cell")))
            .collect()
    };
    assert_eq!(of("themes"), [("07", "social", "C5"), ("09", "pedagogical", "D6")]);
    assert_eq!(of("maturity").len(), 2);
    assert_eq!(of("themes_other").first().map(|(_, _, cell)| *cell), Some("C7"));
    let told = census.table("diagnostics");
    let mapped = told.iter().find(|row| field(row, "code") == "sheet-mapped").unwrap();
    assert!(field(mapped, "message").contains("header_columns"), "{mapped:?}");
}

#[test]
fn what_is_wrong_in_the_mapping_stops_the_year_with_its_line_and_the_nearest_name() {
    let wrong = MAPPING.replace("\"maturity\"", "\"maturty\"");
    let census = Census::new("mapping-wrong")
        .file("suivi-2020.csv", ODD.as_bytes())
        .survey_file("2020/mapping.toml", &wrong);
    let (code, talk) = census.run();
    assert_eq!(code, 2, "{talk}");
    assert!(
        talk.contains("mapping.toml") && talk.contains('6') && talk.contains("maturity\u{a0}»"),
        "{talk}"
    );
}

#[test]
fn the_template_that_new_writes_is_right_once_its_marks_are_removed() {
    for language in ["fr", "en"] {
        let home = folder("mapping-template");
        let output = run(&home, &["new", "recensement", "--year", "2031", "--lang", language]);
        assert!(output.status.success(), "{}", said(&output));
        let path = home.join("recensement/surveys/2031/mapping.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        let codebook = codebook();
        assert!(Mapping::read(&path, &codebook).is_ok());
        let setting = |line: &str| {
            line.strip_prefix("# ")
                .filter(|rest| {
                    rest.starts_with("[[")
                        || rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '))
                })
                .map(str::to_owned)
        };
        let settings: Vec<String> = text.lines().filter_map(setting).collect();
        assert_eq!(settings.len(), 18, "{settings:?}");
        std::fs::write(&path, settings.join("\n")).unwrap();
        Mapping::read(&path, &codebook).unwrap();
    }
}
