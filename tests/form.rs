//! A census of one's own: the empty fiche, filled as a lab would, is read back without a doubt.

use std::collections::BTreeMap;

use calamine::{Reader, open_workbook};
use rust_xlsxwriter::Workbook;

use crate::support::{field, folder, rows, run, said};

/// What a lab writes beside each label or option that starts so.
const ANSWERS: [(&str, &str); 9] = [
    ("Académie", "Corse"),
    ("Nom du lab", "Le Phare"),
    ("ÉTAT D'AVANCEMENT", "Actif, fonctionnel"),
    ("DATE DE LANCEMENT", "septembre 2025"),
    ("MEMBRES", "4 personnes"),
    ("innovation sociale", "x"),
    ("innovation numérique", "x"),
    ("MAIS AUSSI", "innovation frugale\ndesign fiction"),
    ("acculturation", "x"),
];

#[test]
fn a_new_census_is_sent_out_filled_and_read() {
    let home = folder("new").join("mon recensement à moi");
    let created = run(home.parent().unwrap(), &["new", home.to_str().unwrap(), "--year", "2026"]);
    assert!(created.status.success(), "{}", said(&created));
    let readme = std::fs::read_to_string(home.join("README.md")).unwrap();
    assert_eq!(readme.trim_end().lines().count(), 10, "{readme}");
    let form = home.join("surveys/2026/fiche-vierge.xlsx");
    fill(&form, &home.join("surveys/2026/responses/reponse.xlsx"));
    let output = run(&home, &["run"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let table = |name: &str| rows(&home.join(format!("reports/2026/data/{name}.csv")));
    let labs = table("labs");
    let lab = labs.iter().find(|row| field(row, "response") == "received").unwrap();
    let read = ["academy_code", "lab", "maturity", "launch", "team_people"]
        .map(|column| field(lab, column));
    assert_eq!(read, ["27", "Le Phare", "active", "2025-09", "4"]);
    let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in table("answers") {
        let shown = [field(&row, "term"), field(&row, "text")];
        let shown = shown.iter().find(|text| !text.is_empty()).unwrap();
        answers.entry(field(&row, "question").to_owned()).or_default().push((*shown).to_owned());
    }
    assert_eq!(answers["themes"], ["digital", "social"]);
    assert_eq!(answers["themes_other"], ["innovation frugale", "design fiction"]);
    assert_eq!(answers["services"], ["acculturation"]);
    assert!(table("cells").iter().all(|row| field(row, "fate") != "unread"));
    assert!(table("diagnostics").iter().all(|row| field(row, "severity") == "info"));
    let again = run(home.parent().unwrap(), &["new", home.to_str().unwrap()]);
    assert_eq!(again.status.code(), Some(2));
}

/// Writes the form again with its answers, as a spreadsheet program would save it.
fn fill(form: &std::path::Path, filled: &std::path::Path) {
    let mut workbook: calamine::Xlsx<_> = open_workbook(form).unwrap();
    let range = workbook.worksheet_range("Fiche").unwrap();
    let first = range.start().unwrap().0;
    let mut copy = Workbook::new();
    let sheet = copy.add_worksheet();
    sheet.set_name("Fiche").unwrap();
    let mut left: Vec<&str> = ANSWERS.iter().map(|(start, _)| *start).collect();
    for (row, cells) in (first..).zip(range.rows()) {
        let label = cells[0].to_string();
        sheet.write_string(row, 0, &label).unwrap();
        if let Some((start, answer)) = ANSWERS.iter().find(|(start, _)| label.starts_with(start)) {
            sheet.write_string(row, 1, *answer).unwrap();
            left.retain(|other| other != start);
        }
    }
    assert_eq!(left, Vec::<&str>::new(), "labels that the form lacks");
    let lists = copy.add_worksheet();
    lists.set_name("Listes").unwrap().set_hidden(true);
    lists.write_string(0, 0, "Corse").unwrap();
    copy.save(filled).unwrap();
}

/// The form's drop-downs point to its hidden lists.
#[test]
fn the_form_has_drop_downs() {
    let home = folder("form").join("c");
    assert!(
        run(home.parent().unwrap(), &["new", home.to_str().unwrap(), "--year", "2026"])
            .status
            .success()
    );
    let bytes = std::fs::read(home.join("surveys/2026/fiche-vierge.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(
        &mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(),
        &mut sheet,
    )
    .unwrap();
    assert!(sheet.contains("Listes!$A$1:$A$30") && sheet.contains("Listes!$B$1:$B$"), "{sheet}");
}
