//! The command as a user meets it: exit codes, messages that name the file and the cell, both languages.

use crate::support::{Census, Fiche, field, folder, run, said};

fn shown(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn help_and_usage_are_in_the_language_asked_for() {
    let here = folder("help");
    let help = run(&here, &["--help"]);
    assert!(help.status.success());
    assert!(
        shown(&help).contains("Commandes") && !shown(&help).contains("Usage"),
        "{}",
        shown(&help)
    );
    let english = run(&here, &["run", "--help", "--lang", "en"]);
    assert!(
        shown(&english).contains("Usage:") && shown(&english).contains("Folder of the reports")
    );
    let wrong = run(&here, &["rune"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        said(&wrong).contains("«\u{a0}rune\u{a0}»") && said(&wrong).contains("«\u{a0}run\u{a0}»"),
        "{}",
        said(&wrong)
    );
    let year = run(&here, &["run", "deux-mille"]);
    assert_eq!(year.status.code(), Some(2));
    assert!(said(&year).contains("deux-mille"));
}

#[test]
fn completions_name_the_commands() {
    let here = folder("completions");
    for shell in ["bash", "powershell"] {
        let output = run(&here, &["completions", shell]);
        assert!(output.status.success() && shown(&output).contains("completions"));
    }
}

#[test]
fn nothing_to_read_is_said_with_the_folder() {
    let here = folder("nothing");
    let output = run(&here, &["run"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("surveys"));
    let census = Census::new("nothing-readable").file("notes.txt", b"bonjour");
    let (code, said) = census.run();
    assert_eq!(code, 2);
    assert!(said.contains("responses") && said.contains("labcensus check"), "{said}");
    assert!(!census.home().join("reports/2020").exists());
}

#[test]
fn a_year_that_cannot_be_read_costs_only_itself() {
    let census = Census::new("years")
        .fiche("nice.xlsx", &Fiche::of("NICE").active())
        .survey_file("2019/responses/notes.txt", "bonjour")
        .survey_file("2021/edition.toml", "year = 2021\nclosing_date = 2021-12-31\n");
    let (code, said) = census.run();
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("2019") && said.contains("2021"), "{said}");
    assert!(census.report("bilan-2020.md").exists());
}

#[test]
fn a_bad_file_costs_its_own_lab() {
    let census = Census::new("bad-file")
        .fiche("nice.xlsx", &Fiche::of("NICE").active())
        .file("lyon.xlsx", b"PK\x03\x04 broken")
        .file("scan.xlsx", b"%PDF-1.7")
        .file("~$nice.xlsx", b"lock");
    let (code, said) = census.run();
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("lyon.xlsx") && said.contains("scan.xlsx") && said.contains("PDF"),
        "{said}"
    );
    assert_eq!(
        census
            .table("figures")
            .iter()
            .filter(|row| field(row, "figure") == "2020.base.respondents")
            .count(),
        1
    );
    let codes: Vec<String> =
        census.table("diagnostics").iter().map(|row| field(row, "code").to_owned()).collect();
    assert!(codes.contains(&"litter-ignored".to_owned()), "{codes:?}");
}

#[test]
fn what_is_not_certain_is_asked_with_its_cell() {
    let fiche = Fiche::of("NICE")
        .row(&["ÉTAT D'AVANCEMENT DU LAB", "Actif, non fonctionnel"])
        .row(&["DATE DE LANCEMENT", "Mai 2020 → relancé en 2022"])
        .row(&[
            "LES THÉMATIQUES SUR LESQUELLES LE LAB EST POSITIONNÉ",
            "- innovation pédagogique\n- innovation sociale ?",
        ])
        .row(&["VOTRE COULEUR PRÉFÉRÉE", "le bleu"])
        .row(&["note en bas de page"]);
    let census = Census::new("asked").fiche("nice.xlsx", &fiche);
    let (code, said) = census.run();
    assert_eq!(code, 0, "{said}");
    let places: Vec<(String, String)> = census
        .table("diagnostics")
        .iter()
        .map(|row| (field(row, "code").to_owned(), field(row, "cell").to_owned()))
        .collect();
    for (code, cell) in [
        ("to-review", "B2"),
        ("to-review", "B3"),
        ("to-review", "B4"),
        ("unknown-question", "A5"),
        ("unread-cell", "A6"),
    ] {
        assert!(
            places.contains(&(code.to_owned(), cell.to_owned())),
            "{code} {cell} in {places:?}"
        );
    }
    let lab =
        &census.table("labs").into_iter().find(|row| field(row, "response") == "received").unwrap();
    assert_eq!((field(lab, "maturity"), field(lab, "launch")), ("", ""));
    let unknown: Vec<_> =
        census.table("answers").into_iter().filter(|row| field(row, "text") == "le bleu").collect();
    assert_eq!(field(&unknown[0], "question"), "unknown:votre couleur preferee");
    assert_eq!(field(&unknown[0], "status"), "free_text");
}

#[test]
fn the_fiche_names_its_academy_before_the_file_does() {
    let census = Census::new("academy")
        .fiche("fiche-lyon.xlsx", &Fiche::of("NICE").active())
        .fiche("fiche_lab_rennes_v2 (1).xlsx", &Fiche::default().active())
        .fiche("sans nom.xlsx", &Fiche::default().active());
    let (code, _) = census.run();
    assert_eq!(code, 1);
    let received: Vec<String> = census
        .table("labs")
        .iter()
        .filter(|row| field(row, "response") == "received")
        .map(|row| field(row, "academy").to_owned())
        .collect();
    assert_eq!(received, ["Rennes", "Nice"]);
    let codes: Vec<String> =
        census.table("diagnostics").iter().map(|row| field(row, "code").to_owned()).collect();
    for code in ["academy-conflict", "academy-from-file-name", "academy-unknown"] {
        assert!(codes.contains(&code.to_owned()), "{code}");
    }
}

#[test]
fn two_responses_of_one_academy_count_once() {
    let short = Fiche::of("NICE").active();
    let long = short.clone().row(&["MEMBRES DE L'ÉQUIPE PROJET", "4 personnes"]);
    let census = Census::new("twice").fiche("a.xlsx", &long).fiche("b.xlsx", &short);
    assert_eq!(census.run().0, 0);
    let lab =
        census.table("labs").into_iter().find(|row| field(row, "response") == "received").unwrap();
    assert_eq!((field(&lab, "source_file"), field(&lab, "team_people")), ("a.xlsx", "4"));
    let other = census.table("cells").into_iter().filter(|row| field(row, "file") == "b.xlsx");
    assert!(other.map(|row| field(&row, "fate").to_owned()).all(|fate| fate == "ignored"));
}

#[test]
fn a_codebook_error_names_file_and_line() {
    let themes = include_str!("../surveys/codebook/vocabularies/themes.toml");
    let twice = themes.replace("\"nouveaux usages\",", "\"nouveaux usages\",\n  \"pédagogie\",");
    assert_ne!(twice, themes);
    let line =
        twice.lines().position(|line| line.trim().starts_with("\"pédagogie\",")).unwrap() + 1;
    let fiche = Fiche::of("NICE").active();
    let census = Census::new("codebook")
        .fiche("nice.xlsx", &fiche)
        .survey_file("codebook/vocabularies/themes.toml", &twice)
        .survey_file(
            "codebook/vocabularies/maturity.toml",
            include_str!("../surveys/codebook/vocabularies/maturity.toml"),
        )
        .survey_file(
            "codebook/vocabularies/services.toml",
            include_str!("../surveys/codebook/vocabularies/services.toml"),
        );
    let (code, said) = census.run();
    assert_eq!(code, 2);
    assert!(said.contains("themes.toml") && said.contains(&format!("ligne {line}")), "{said}");
    let academies = include_str!("../surveys/codebook/academies.csv");
    let first = academies.lines().nth(1).unwrap();
    let census = Census::new("register")
        .fiche("nice.xlsx", &fiche)
        .survey_file("codebook/academies.csv", &format!("{academies}{first}\n"));
    let (code, said) = census.run();
    assert_eq!(code, 2);
    let last = academies.lines().count() + 1;
    assert!(said.contains("academies.csv") && said.contains(&format!("ligne {last}")), "{said}");
}

#[test]
fn the_report_says_what_was_announced_until_it_is_explained() {
    let edition = "year = 2020\nclosing_date = 2020-12-15\nknown_labs = 3\n[[claim]]\nfigure = \"response.received\"\nvalue = 3\nsource.fr = \"communiqué\"\nsource.en = \"press release\"\n";
    let census = Census::new("claims")
        .fiche("nice.xlsx", &Fiche::of("NICE").active())
        .survey_file("2020/edition.toml", edition);
    assert_eq!(census.run().0, 0);
    let markdown = || std::fs::read_to_string(census.report("bilan-2020.md")).unwrap();
    assert!(markdown().contains("À rapprocher avant publication"));
    let explained = format!(
        "{edition}reason.fr = \"deux fiches sont en retard.\"\nreason.en = \"two forms are late.\"\n"
    );
    std::fs::write(census.home().join("surveys/2020/edition.toml"), explained).unwrap();
    assert_eq!(census.run().0, 0);
    assert!(
        !markdown().contains("À rapprocher") && markdown().contains("deux fiches sont en retard.")
    );
}

#[test]
fn hostile_text_shows_as_written_and_makes_no_formula() {
    use calamine::{Reader, open_workbook};
    let hostile = [
        "=1+1",
        "+1-1",
        "@SUM(1+1)",
        "<script>alert(1)</script>",
        "](javascript:x)",
        "| a | b |",
        "# Titre",
        "a\u{202e}b",
        "_x000D_",
        "-2+3",
    ];
    let fiche = Fiche::of("NICE")
        .active()
        .row(&["MAIS AUSSI...", &hostile.join("\n")])
        .row(&["NOM DU LAB", "=HYPERLINK(\"http://x.invalid\")"]);
    let census = Census::new("hostile").fiche("nice.xlsx", &fiche);
    assert_eq!(census.run().0, 0);
    let written: Vec<String> = census
        .table("answers")
        .iter()
        .filter(|row| field(row, "question") == "themes_other")
        .map(|row| field(row, "text").to_owned())
        .collect();
    assert_eq!(written, hostile);
    let mut workbook: calamine::Xlsx<_> = open_workbook(census.report("bilan-2020.xlsx")).unwrap();
    for name in workbook.sheet_names() {
        assert_eq!(workbook.worksheet_formula(&name).unwrap().used_cells().count(), 0, "{name}");
    }
    let page = std::fs::read_to_string(census.report("fiches/23-nice.md")).unwrap();
    assert!(!page.contains("\n<script>") && page.contains("\\<script>"), "{page}");
    assert!(!page.contains('\u{202e}'));
}

/// A folder that cannot be written is named; the message is the one that a locked report gets on Windows.
#[test]
fn a_held_report_gets_a_message_that_says_so() {
    use labcensus::error::Error;
    use labcensus::locale::{Lang, Locale};
    let held = std::io::Error::from(std::io::ErrorKind::ResourceBusy);
    let error = Error::writing(std::path::Path::new("reports/2020/bilan-2020.xlsx"), held);
    assert!(matches!(error, Error::Locked { .. }));
    let message = Locale::new(Lang::Fr).error(&error);
    assert!(
        message.contains("bilan-2020.xlsx")
            && message.contains("Excel")
            && message.contains("Fermez-le"),
        "{message}"
    );
}

/// Names of files that we write are valid on Windows.
#[test]
fn file_names_are_valid_on_windows() {
    let census = Census::new("names").fiche("nice.xlsx", &Fiche::of("NICE").active());
    assert_eq!(census.run().0, 0);
    for name in labcensus::input::walk(&census.report("")).unwrap() {
        for part in name.split('/') {
            assert!(!part.contains(['<', '>', ':', '"', '\\', '|', '?', '*']), "{name}");
            assert!(!part.ends_with(['.', ' ']) && part.len() < 100, "{name}");
            let stem = part.split('.').next().unwrap().to_lowercase();
            assert!(!["con", "nul", "prn", "aux"].contains(&stem.as_str()), "{name}");
        }
    }
}
