//! A lab corrects its proof sheet and sends it back: what it corrected counts, and what it wrote first is kept.

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;

use super::{Census, said};

/// Fills corrections by question, as another program would, and puts the sheet among the responses.
fn send_back(census: &Census, name: &str, corrections: &[(&str, &[&str])]) {
    let from = census.path(&format!("reports/2020/bons-a-tirer/{name}"));
    let mut book: Xlsx<_> = open_workbook(&from).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let mut out = Workbook::new();
    let sheet = out.add_worksheet();
    for (row, column, value) in range.used_cells() {
        if *value != Data::Empty {
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            sheet.write_string(row, column, value.to_string()).unwrap();
        }
    }
    for (question, answers) in corrections {
        let row = range
            .rows()
            .position(|row| row[0] == **question)
            .unwrap_or_else(|| panic!("{question} is in the sheet"));
        for (answer, row) in answers.iter().zip(row..) {
            sheet.write_string(u32::try_from(row).unwrap(), 4, *answer).unwrap();
        }
    }
    out.save(census.path(&format!("surveys/2020/responses/{name}"))).unwrap();
}

#[test]
fn a_correction_takes_precedence_and_both_are_kept() {
    let census = Census::new("proofs");
    census.fiche(
        2020,
        "Paris",
        &[
            ("État d'avancement", "ça démarre"),
            ("Date de lancement du lab", "mars 2019"),
            ("Thématiques", "numérique ; art culinaire"),
        ],
    );
    census.fiche(2020, "Lyon", &[("État d'avancement", "Actif"), ("Thématiques", "sociale")]);
    let proofs = census.run(&["proofs", "2020"]);
    assert!(proofs.status.success(), "{}", said(&proofs));
    assert!(census.path("reports/2020/bons-a-tirer/bon-a-tirer-10-lyon.xlsx").exists());
    send_back(
        &census,
        "bon-a-tirer-01-paris.xlsx",
        &[
            ("maturity", &["En pause"]),
            ("launch", &["AUCUN"]),
            ("themes", &["innovation sociale", "innovation numérique"]),
            ("team", &["3 personnes"]),
        ],
    );
    let run = census.run(&["run", "2020"]);
    assert!(run.status.success(), "{}", said(&run));
    let answers = census.read("reports/2020/data/answers.csv");
    for expected in [
        "2020,01,maturity,1,paused,En pause,En pause,mapped,proof,En pause,bon-a-tirer-01-paris.xlsx,",
        "2020,01,launch,1,,,AUCUN,missing,proof,",
        "2020,01,themes,1,social,",
        "2020,01,themes,2,digital,",
        "2020,01,themes_other,1,,,art culinaire,free_text,",
        "2020,10,maturity,1,active,",
    ] {
        assert!(answers.contains(expected), "{expected}\n{answers}");
    }
    assert!(census.read("reports/2020/data/labs.csv").contains("2020,01,Paris,,received,paused,"));
    let diagnostics = census.read("reports/2020/data/diagnostics.csv");
    assert!(diagnostics.contains("answer-corrected") && diagnostics.contains("ça démarre"));
    assert!(!diagnostics.contains("to-review"), "{diagnostics}");
    let cells = census.read("reports/2020/data/cells.csv");
    assert!(cells.contains("Paris.csv,,B2,ignored,corrigé par le lab"), "{cells}");
    assert!(said(&census.run(&["review", "2020"])).contains("Rien à valider"));
}

#[test]
fn an_untouched_sheet_or_one_of_another_year_changes_nothing() {
    let census = Census::new("untouched");
    census.fiche(2020, "Paris", &[("État d'avancement", "Actif"), ("Thématiques", "sociale")]);
    assert!(census.run(&["proofs", "2020"]).status.success());
    census.run(&["run", "2020"]);
    let before = census.read("reports/2020/data/answers.csv");
    send_back(&census, "bon-a-tirer-01-paris.xlsx", &[]);
    assert!(census.run(&["run", "2020"]).status.success());
    assert_eq!(census.read("reports/2020/data/answers.csv"), before);
    census.fiche(2021, "Paris", &[("État d'avancement", "Actif"), ("Thématiques", "sociale")]);
    std::fs::copy(
        census.path("surveys/2020/responses/bon-a-tirer-01-paris.xlsx"),
        census.path("surveys/2021/responses/bat.xlsx"),
    )
    .unwrap();
    assert!(census.run(&["run", "2021"]).status.success());
    assert!(census.read("reports/2021/data/diagnostics.csv").contains("proof-unused"));
}
