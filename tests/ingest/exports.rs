//! The real exports of the shared folder: the facts of FACTS.md, one by one.

use labcensus::ingest::table::{Origin, Table, TableQuestion};
use labcensus::ingest::{InspectedSheet, inspect};

use crate::shared::shared;

fn sheets(name: &str) -> Option<Vec<InspectedSheet>> {
    let path = shared(&format!("data/exports/{name}"))?;
    let looked_at = inspect(name, &std::fs::read(path).unwrap());
    Some(looked_at.sheets.unwrap_or_else(|remark| panic!("{name}: {remark:?}")))
}

fn table(name: &str) -> Option<Table> {
    let sheet = sheets(name)?.into_iter().next().unwrap();
    Some(sheet.table.as_deref().unwrap_or_else(|| panic!("{name}: no table")).clone())
}

fn columns(table: &Table) -> usize {
    table.questions.iter().map(|question| question.columns.len()).sum()
}

fn size(table: &Table) -> (usize, usize) {
    (table.records.len(), columns(table))
}

/// The question of a zero-based column.
fn at(table: &Table, index: u32) -> &TableQuestion {
    let holds =
        |question: &&TableQuestion| question.columns.iter().any(|column| column.index == index);
    table.questions.iter().find(holds).unwrap_or_else(|| panic!("no column {index}"))
}

fn asked<'t>(table: &'t Table, title: &str) -> &'t TableQuestion {
    let found = table.questions.iter().find(|question| question.title.contains(title));
    found.unwrap_or_else(|| panic!("no question {title}"))
}

/// How often an option was chosen; it may be named by its beginning.
fn count(question: &TableQuestion, option: &str) -> usize {
    let exact = question.options.iter().find(|(label, _)| label == option);
    let begins = || question.options.iter().find(|(label, _)| label.starts_with(option));
    exact
        .or_else(begins)
        .map_or_else(|| panic!("no option {option} in {question:?}"), |(_, count)| *count)
}

fn counts(question: &TableQuestion, options: &[(&str, usize)]) {
    for (option, expected) in options {
        assert_eq!(count(question, option), *expected, "{option}");
    }
}

fn kind(question: &TableQuestion) -> &'static str {
    question.kind.as_str()
}

#[test]
fn google_forms_in_french_with_grids_and_line_breaks() {
    let Some(table) = table("gforms_fr_rse_iae.csv") else { return };
    assert_eq!((table.origin, size(&table)), (Origin::GoogleForms, (35, 27)));
    let grid = asked(&table, "Diriez-vous que");
    assert_eq!((kind(grid), grid.columns.len()), ("grid", 8));
    let single = at(&table, 22);
    assert_eq!((kind(single), single.answered), ("single", 31));
    let mut found: Vec<usize> = single.options.iter().map(|(_, count)| *count).collect();
    found.sort_unstable();
    assert_eq!(found, [3, 13, 15]);
    counts(single, &[("J'ai un cours / une séance dédiée pour les UE qui s'y prêtent", 3)]);
    // A multiple question whose options hold commas.
    counts(at(&table, 25), &[("Oui, j'aimerais mieux comprendre la démarche RSE.", 15)]);
}

#[test]
fn google_forms_in_english_with_joined_answers_and_three_equal_headers() {
    let Some(table) = table("gforms_en_fair_terms.csv") else { return };
    assert_eq!((table.origin, size(&table)), (Origin::GoogleForms, (15, 30)));
    let roles = at(&table, 4);
    assert_eq!((kind(roles), roles.options.len()), ("multiple", 13));
    counts(
        roles,
        &[
            ("Research Data Manager", 4),
            ("Researcher", 4),
            ("LIbrarian", 4),
            ("Policy developer", 4),
        ],
    );
}

#[test]
fn microsoft_forms_with_trailing_semicolons() {
    let Some(table) = table("msforms_en_bigsss.xlsx") else { return };
    assert_eq!((table.origin, size(&table)), (Origin::MicrosoftForms, (32, 71)));
    let reasons = at(&table, 69);
    assert_eq!((kind(reasons), reasons.answered), ("multiple", 32));
    let expected = [
        ("Structured doctoral curriculum", 16),
        ("Contacts", 11),
        ("Working together in a cohort", 10),
        ("Funding (e.g., scholarship)", 6),
    ];
    let mut found: Vec<usize> = reasons.options.iter().map(|(_, count)| *count).collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!(found.len() + reasons.other, 13, "{:?}", reasons.options);
    assert_eq!(found.get(..11).unwrap(), [16, 11, 10, 9, 7, 7, 7, 6, 6, 6, 5]);
    counts(reasons, &[expected[0], expected[1], expected[3]]);
}

#[test]
fn limesurvey_in_full_text_with_semicolons() {
    let Some(table) = table("limesurvey_en_dt_semicolon.csv") else { return };
    assert_eq!((table.origin, size(&table)), (Origin::LimeSurvey, (96, 317)));
    let background = asked(&table, "professional background");
    assert_eq!((kind(background), background.other), ("multiple", 10));
    counts(
        background,
        &[
            ("Computer science", 55),
            ("Electrical", 24),
            ("Mechanical", 12),
            ("Mechatronics", 7),
            ("Business", 5),
            ("Cybernetics", 1),
        ],
    );
}

#[test]
fn limesurvey_with_codes_and_full_text() {
    let Some(table) = table("limesurvey_en_rse_nl2017.csv") else { return };
    assert_eq!((table.origin, size(&table)), (Origin::LimeSurvey, (77, 131)));
    let fields = asked(&table, "In which disciplines do you work");
    assert_eq!((kind(fields), fields.options.len()), ("multiple", 65));
    counts(
        fields,
        &[("Computer Science", 41), ("Biological", 22), ("Physics", 20), ("Medicine", 12)],
    );
}

#[test]
fn kobo_with_both_encodings_and_a_repeat_sheet() {
    let Some(sheets) = sheets("kobo_both_repeat.xlsx") else { return };
    let sizes: Vec<(usize, usize)> =
        sheets.iter().filter_map(|sheet| sheet.table.as_deref()).map(size).collect();
    assert_eq!(sizes, [(5, 25), (12, 13)]);
    let table = sheets.first().and_then(|sheet| sheet.table.as_deref()).unwrap();
    assert_eq!(table.origin, Origin::Kobo);
    let reason = asked(table, "profile.reason");
    counts(
        reason,
        &[
            ("education", 4),
            ("accomodation", 2),
            ("employment", 2),
            ("community", 2),
            ("reunification", 2),
            ("safety", 1),
            ("movement", 1),
        ],
    );
}

#[test]
fn surveymonkey_with_two_header_rows_and_odd_bytes() {
    let Some(table) = table("surveymonkey_starwars_2hdr.csv") else { return };
    assert_eq!(
        (table.origin, size(&table), table.header_rows.len()),
        (Origin::SurveyMonkey, (1186, 38), 2)
    );
    let seen: Vec<usize> = at(&table, 3).options.iter().map(|(_, count)| *count).collect();
    assert_eq!(seen, [673, 571, 550, 607, 758, 738]);
}

#[test]
fn qualtrics_with_three_header_rows() {
    let Some(table) = table("qualtrics_3hdr.csv") else { return };
    assert_eq!(
        (table.origin, size(&table), table.header_rows.len()),
        (Origin::Qualtrics, (1, 20), 3)
    );
}

#[test]
fn typeform_with_one_column_for_each_option() {
    let Some(table) = table("typeform_osmi2018.csv") else { return };
    assert_eq!((table.origin, size(&table)), (Origin::Typeform, (417, 123)));
    let self_employed = at(&table, 1);
    assert_eq!(self_employed.title, "Are you self-employed?");
    counts(self_employed, &[("1", 56), ("0", 361)]);
    let diagnosed = at(&table, 76);
    assert_eq!((diagnosed.columns.len(), diagnosed.other), (13, 9));
    counts(diagnosed, &[("Anxiety", 125), ("Mood", 145), ("Attention Deficit", 56)]);
    assert_eq!(kind(at(&table, 122)), "metadata");
}

#[test]
fn the_same_five_labs_in_four_tools() {
    for (name, origin) in [
        ("framaforms_separate.xlsx", Origin::Framaforms),
        ("nextcloud_forms.csv", Origin::Nextcloud),
        ("grist_choicelist.csv", Origin::Plain),
        ("ednat_questionnaire.csv", Origin::Plain),
    ] {
        let Some(table) = table(name) else { return };
        assert_eq!((table.origin, table.records.len()), (origin, 5), "{name}");
        let themes = asked(&table, "Thématiques");
        assert_eq!(kind(themes), "multiple", "{name}");
        counts(
            themes,
            &[
                ("innovation pédagogique", 5),
                ("innovation sociale", 2),
                ("innovation d'usages", 2),
                ("innovation organisationnelle", 2),
                ("innovation technologique", 1),
            ],
        );
        let services = asked(&table, "Offre de service");
        counts(
            services,
            &[
                ("accompagnement méthodologique et coaching", 3),
                ("acculturation voire formation", 2),
                ("animation de communauté", 2),
            ],
        );
        assert_eq!(services.options.len(), 3, "{name}");
    }
}

#[test]
fn a_table_under_title_lines_and_over_notes() {
    let Some(sheets) = sheets("titled_table_deaths.xlsx") else { return };
    assert_eq!(sheets.len(), 2);
    for sheet in &sheets {
        let table = sheet.table.as_deref().unwrap();
        assert_eq!(
            (table.header_rows.as_slice(), table.records.len()),
            (&[4][..], 10),
            "{}",
            sheet.name
        );
        assert_eq!(kind(asked(table, "Date of birth")), "date");
    }
}

#[test]
fn a_ministry_form_workbook_opens_with_its_six_sheets() {
    let Some(sheets) = sheets("excelform_fr_dgcs_annexe3.xls") else { return };
    assert_eq!(sheets.len(), 6);
    assert!(sheets.iter().all(|sheet| !sheet.hidden && sheet.cells > 0));
}
