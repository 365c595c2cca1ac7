//! What is to be checked before publication: what counts as a jump, what acknowledges it, and « provisoire » until then.

use calamine::{Reader, Xlsx, open_workbook};

use crate::support::{Census, field, rows, run, said};

const HEADER: &str =
    "Académie,État d'avancement,Date de lancement,Membres de l'équipe,Thématiques\n";

const BEFORE: &str = "\
Académie de Nice,\"Actif, fonctionnel\",mars 2019,2 personnes,innovation pédagogique; innovation sociale
Académie de Lyon,En préfiguration,septembre 2020,4 personnes,innovation pédagogique
Académie de Lille,En cours de réalisation,2020,12 personnes,innovation pédagogique
Académie de Rennes,\"Actif, fonctionnel\",,3 personnes,innovation d'usages
";

const AFTER: &str = "\
Académie de Nice,En préfiguration,mars 2019,6 personnes,innovation pédagogique
Académie de Lyon,\"Actif, fonctionnel\",novembre 2020,5 personnes,innovation pédagogique
Académie de Lille,\"Actif, fonctionnel\",septembre 2020,11 personnes,innovation pédagogique
Académie de Rennes,\"Actif, fonctionnel\",,3 personnes,innovation pédagogique
";

/// Nothing changed between the questionnaires.
const NO_PASSAGE: &str = "from_year,from_question,from_term,to_year,to_question,to_term,kind,comparable,note_fr,note_en\n";

const EDITION: &str = "year = 2020\nclosing_date = 2020-12-15\nknown_labs = 5\n";

/// Worked out by hand: active 2/4 then 3/4, pédagogique 3/4 then 4/4, and so on.
const EXPECTED: [&str; 9] = [
    "headline.labs",
    "share.maturity.active",
    "share.maturity.in_progress",
    "share.themes.pedagogical",
    "vanished.themes.social",
    "vanished.themes.usage",
    "back.23",
    "team.23",
    "launch.10",
];

fn census(name: &str) -> Census {
    Census::new(name)
        .survey_file("2019/responses/labs.csv", &format!("{HEADER}{BEFORE}"))
        .file("labs.csv", format!("{HEADER}{AFTER}").as_bytes())
        .survey_file("codebook/passages.csv", NO_PASSAGE)
        .survey_file("2020/edition.toml", EDITION)
}

/// The edition file with some jumps acknowledged.
fn acknowledging(ids: &[&str], reason: &str) -> String {
    let line = |id: &&str| {
        format!("\n[[acknowledged]]\nid = \"{id}\"\nreason = \"{reason}\"\nby = \"test\"\n")
    };
    format!("{EDITION}{}", ids.iter().map(line).collect::<String>())
}

fn jumps(census: &Census) -> Vec<(String, String)> {
    let output = run(census.home(), &["run", "2020"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let mut found: Vec<(String, String)> = census
        .table("jumps")
        .iter()
        .map(|row| (field(row, "jump").to_owned(), field(row, "status").to_owned()))
        .collect();
    found.sort();
    found
}

fn ids(jumps: &[(String, String)]) -> Vec<&str> {
    jumps.iter().map(|(id, _)| id.as_str()).collect()
}

fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    ids
}

#[test]
fn each_kind_of_jump_is_found_and_nothing_else() {
    let census = census("jumps-kinds");
    assert_eq!(ids(&jumps(&census)), sorted(EXPECTED.to_vec()));
    let told = |id: &str| {
        let table = census.table("jumps");
        let row = table.into_iter().find(|row| field(row, "jump") == id).unwrap();
        format!("{} {} {}", field(&row, "from_year"), field(&row, "before"), field(&row, "after"))
    };
    assert_eq!(told("share.themes.pedagogical"), "2019 3/4 4/4");
    assert_eq!(told("vanished.themes.social"), "2019 1/4 0/4");
    assert_eq!(told("back.23"), "2019 active prefiguration");
    assert_eq!(told("team.23"), "2019 2 6");
    assert_eq!(told("launch.10"), "2019 2020-09 2020-11");
    // The first edition has nothing to jump from, and announces no more labs than it names.
    assert_eq!(run(census.home(), &["run", "2019"]).status.code(), Some(0));
    let first = rows(&census.home().join("reports/2019/data/jumps.csv"));
    assert!(first.is_empty(), "{first:?}");
}

#[test]
fn a_lab_is_compared_with_its_latest_answer_and_bodies_that_merged_are_one() {
    let census = census("jumps-latest")
        .survey_file("2018/responses/labs.csv", &format!("{HEADER}{BEFORE}\
            Académie de Caen,En préfiguration,,2 personnes,innovation sociale\n\
            Académie de Rouen,\"Actif, fonctionnel\",,2 personnes,innovation sociale\n"))
        .survey_file("2019/responses/labs.csv", &format!("{HEADER}\
            Académie de Lyon,En cours de réalisation,septembre 2020,4 personnes,innovation sociale\n"))
        .file("labs.csv", format!("{HEADER}{AFTER}\
            Académie de Normandie,En préfiguration,,4 personnes,innovation sociale\n").as_bytes());
    let found = jumps(&census);
    // Nice was silent in 2019: its answer of 2018 is the one that it moved from. Normandie is lower than Rouen was,
    // and as large as Caen and Rouen together.
    let of_labs = ids(&found);
    for id in ["back.23", "back.70", "team.23", "launch.10"] {
        assert!(of_labs.contains(&id), "{id} not in {of_labs:?}");
    }
    assert!(!of_labs.contains(&"team.70") && !of_labs.contains(&"back.10"), "{of_labs:?}");
    let row = census.table("jumps").into_iter().find(|row| field(row, "jump") == "back.23");
    assert_eq!(row.map(|row| field(&row, "from_year").to_owned()), Some("2018".to_owned()));
}

#[test]
fn thresholds_and_comparability_are_the_codebook_s() {
    let bundled = labcensus_codebook();
    let written = bundled.replace("share_points = 15", "share_points = 25");
    assert_ne!(bundled, written);
    let wider = census("jumps-thresholds").survey_file(
        "codebook/census.toml",
        &written.replace("team_factor = 3", "team_factor = 4"),
    );
    let found = jumps(&wider);
    // Exactly 25 points are not more than 25.
    let kept = |id: &&&str| !id.starts_with("share.") && **id != "team.23";
    assert_eq!(ids(&found), sorted(EXPECTED.iter().filter(kept).copied().collect()));

    let row = "2019,themes,,2020,themes,,reworded,no,question refaite,asked anew";
    let passages = format!("{NO_PASSAGE}{row}\n");
    let cut = census("jumps-cut").survey_file("codebook/passages.csv", &passages);
    let found = jumps(&cut);
    assert!(ids(&found).iter().all(|id| !id.contains(".themes.")), "{found:?}");
    assert!(ids(&found).contains(&"share.maturity.active"));
}

fn labcensus_codebook() -> String {
    let path = crate::support::repository().join("surveys/codebook/census.toml");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn publish_refuses_until_each_jump_has_its_reason() {
    let census = census("jumps-publish");
    let lock = census.home().join("surveys/2020/edition.lock");
    let refused = run(census.home(), &["publish", "2020"]);
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(said(&refused).contains("9 écarts sont à vérifier"), "{}", said(&refused));
    assert!(!lock.exists());
    // What it prints are lines to add; as they are, they acknowledge nothing.
    let lines = String::from_utf8(refused.stdout).unwrap();
    for id in EXPECTED {
        assert!(lines.contains(&format!("[[acknowledged]]\nid = \"{id}\"\n")), "{id}:\n{lines}");
    }
    let census = census.survey_file("2020/edition.toml", &format!("{EDITION}{lines}"));
    assert_eq!(run(census.home(), &["publish", "2020"]).status.code(), Some(1));
    assert!(!lock.exists());
    let signed = lines
        .replace("reason = \"\"", "reason = \"vérifié\"")
        .replace("by = \"\"", "by = \"test\"");
    let census = census.survey_file("2020/edition.toml", &format!("{EDITION}{signed}"));
    let published = run(census.home(), &["publish", "2020"]);
    assert_eq!(published.status.code(), Some(0), "{}", said(&published));
    assert!(lock.exists());
    assert!(jumps(&census).iter().all(|(_, status)| status == "checked"));
}

#[test]
fn check_and_run_say_how_many_remain() {
    let census = census("jumps-count");
    for command in ["check", "run"] {
        let output = run(census.home(), &[command, "2020"]);
        assert!(said(&output).contains("9 écarts restent à vérifier"), "{}", said(&output));
    }
    let one = census.survey_file("2020/edition.toml", &acknowledging(&EXPECTED[1..], "vérifié"));
    let output = run(one.home(), &["check", "2020", "--lang", "en"]);
    assert!(said(&output).contains("one jump is still to be checked"), "{}", said(&output));
}

#[test]
fn an_acknowledgement_of_nothing_is_told_with_the_nearest_id() {
    let census = census("jumps-unused").survey_file(
        "2020/edition.toml",
        &acknowledging(&["back.24", "share.theme.pedagogical"], "vu"),
    );
    let output = run(census.home(), &["check", "2020"]);
    let said = String::from_utf8_lossy(&output.stdout).replace('\u{a0}', " ");
    for told in ["vouliez-vous dire « back.23 »", "vouliez-vous dire « share.themes.pedagogical »"]
    {
        assert!(said.to_lowercase().contains(told), "{told} not in\n{said}");
    }
    let twice =
        census.survey_file("2020/edition.toml", &acknowledging(&["back.23", "back.23"], "vu"));
    let output = run(twice.home(), &["check", "2020"]);
    assert_eq!(output.status.code(), Some(2), "{}", crate::support::said(&output));
}

/// Every page, sheet and table of a report that is not checked says so; none of one that is.
#[test]
fn every_output_bears_the_mark_until_all_is_checked() {
    let census = census("jumps-mark");
    jumps(&census);
    let outputs = outputs(&census);
    assert!(outputs.len() > 20, "{}", outputs.len());
    for (name, text) in &outputs {
        assert!(
            text.to_lowercase().contains("provisoire"),
            "{name} does not say that it is provisional"
        );
    }
    let report = std::fs::read_to_string(census.report("bilan-2020.md")).unwrap();
    let report = report.replace('\u{a0}', " ");
    assert!(report.contains("## À vérifier avant publication"), "{report}");
    assert!(
        report.contains("75 % en 2019 (3 sur 4), 100 % en 2020 (4 sur 4), soit +25 points"),
        "{report}"
    );
    // A layout of the team's own that forgets the section shows it all the same.
    let census = census.survey_file("2020/report.toml", "[[section]]\nshow = \"labs\"\n");
    jumps(&census);
    let report = std::fs::read_to_string(census.report("bilan-2020.md")).unwrap();
    assert!(report.contains("## À vérifier avant publication"), "{report}");

    let checked =
        census.survey_file("2020/edition.toml", &acknowledging(&EXPECTED, "vérifié au téléphone"));
    std::fs::remove_file(checked.home().join("surveys/2020/report.toml")).unwrap();
    jumps(&checked);
    for (name, text) in self::outputs(&checked) {
        assert!(!text.to_lowercase().contains("provisoire"), "{name} is still provisional");
    }
    let report = std::fs::read_to_string(checked.report("bilan-2020.md")).unwrap();
    assert!(
        report.contains("## Écarts vérifiés") && report.contains("vérifié au téléphone"),
        "{report}"
    );
}

/// The text of each page, sheet, chart and description of the report, by name.
fn outputs(census: &Census) -> Vec<(String, String)> {
    let folder = census.report("");
    let mut outputs = Vec::new();
    for name in labcensus::input::walk(&folder).unwrap() {
        let path = labcensus::input::join(&folder, &name);
        match name.rsplit('.').next() {
            Some("md" | "html" | "svg" | "json") => {
                outputs.push((name, std::fs::read_to_string(&path).unwrap()));
            }
            // Its text is compressed, its title is not.
            Some("pdf") => {
                let bytes = std::fs::read(&path).unwrap();
                outputs.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
            Some("xlsx") => {
                let mut workbook: Xlsx<_> = open_workbook(&path).unwrap();
                for sheet in workbook.sheet_names() {
                    let range = workbook.worksheet_range(&sheet).unwrap();
                    let top = range.rows().take(4).flatten().map(ToString::to_string);
                    outputs.push((format!("{name} › {sheet}"), top.collect::<Vec<_>>().join("\n")));
                }
            }
            _ => {}
        }
    }
    outputs
}
