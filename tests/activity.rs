//! The team's own part of a report, as a user meets it: registers with bad cells, texts that quote figures, the layout.

use std::path::{Path, PathBuf};

use crate::support::{Row, copy, field, folder, repository, rows, run, said};

/// A census of 2022 whose team's files can be changed.
fn census(name: &str) -> PathBuf {
    let home = folder(name);
    copy(&repository().join("surveys/codebook"), &home.join("surveys/codebook"));
    copy(&repository().join("surveys/2022"), &home.join("surveys/2022"));
    home
}

fn run_it(home: &Path) -> (Option<i32>, String) {
    let output = run(home, &["run", "2022", "--only", "md,data"]);
    (output.status.code(), said(&output).replace('\u{a0}', " "))
}

fn markdown(home: &Path) -> String {
    std::fs::read_to_string(home.join("reports/2022/bilan-2022.md")).unwrap()
}

fn remarks(home: &Path, file: &str) -> Vec<(String, String)> {
    let rows = rows(&home.join("reports/2022/data/diagnostics.csv"));
    let of = rows.iter().filter(|row| field(row, "file") == file);
    of.map(|row| (field(row, "cell").to_owned(), field(row, "code").to_owned())).collect()
}

fn figure<'a>(figures: &'a [Row], name: &str) -> &'a Row {
    figures.iter().find(|row| field(row, "figure") == name).unwrap_or_else(|| panic!("{name}"))
}

const SESSIONS: &str = "date,titre,nature,niveau,modalité,participants,académie,format,sujet,humeur
32/01/2022,Date impossible,projet,1,à distance,12,Dijon,atelier,,gaie
12/03/2022,Nature inconnue,barbecue,2,sur place,20,Lille,atelier,,
13/03/2022,Négatif,projet,niveau 3,sur place,-4,Lille,atelier,,
14/03/2022,Académie inconnue,projet,3,sur place,8,Atlantide,atelier,,
14/03/2022,Académie inconnue,projet,3,sur place,8,Atlantide,atelier,,
15/03/2021,Hors année,valorisation,1,sur place,=1+1,Paris,atelier,,
,,,,,,,,,
17/03/2022,,séminaire,2,hybride,\"12,5\",Paris,atelier,,
";

#[test]
fn a_bad_cell_of_a_register_is_named_and_costs_itself_alone() {
    let home = census("register-cells");
    std::fs::remove_file(home.join("surveys/2022/activity.xlsx")).unwrap();
    std::fs::write(home.join("surveys/2022/activity-sessions.csv"), SESSIONS).unwrap();
    // Texts that quote other registers have nothing to quote.
    for file in labcensus::input::list(&home.join("surveys/2022/narrative")).unwrap() {
        std::fs::remove_file(home.join("surveys/2022/narrative").join(file)).unwrap();
    }
    let (code, words) = run_it(&home);
    assert_eq!(code, Some(0), "{words}");
    let told = remarks(&home, "activity-sessions.csv");
    for (cell, code) in [
        ("J1", "register-column-unknown"),
        ("A2", "register-date-bad"),
        ("C3", "register-term-unknown"),
        ("F4", "register-number-negative"),
        ("G5", "register-academy-unknown"),
        ("A6", "register-duplicate-row"),
        ("A7", "register-date-outside"),
        ("F7", "register-number-bad"),
        ("A9", "register-value-missing"),
        ("F9", "register-number-bad"),
    ] {
        assert!(told.contains(&(cell.to_owned(), code.to_owned())), "{cell} {code}: {told:?}");
    }
    let figures = rows(&home.join("reports/2022/data/figures.csv"));
    let counted = |name: &str| field(figure(&figures, name), "count").to_owned();
    // Seven rows are not repeated; six have a nature that is known; two participants' cells and one more are numbers.
    assert_eq!(counted("2022.sessions.total"), "6");
    assert_eq!(field(figure(&figures, "2022.sessions_nature.project"), "base"), "5");
    assert_eq!(counted("2022.sessions_nature.project"), "3");
    assert_eq!(counted("2022.sessions.participants"), "40");
    // Each cell of the file has its fate.
    let cells = rows(&home.join("reports/2022/data/cells.csv"));
    let read = cells.iter().filter(|row| field(row, "file").ends_with("activity-sessions.csv"));
    let written = SESSIONS.lines().flat_map(|line| {
        line.replace("\"12,5\"", "x").split(',').map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(read.count(), written.filter(|cell| !cell.is_empty()).count());
}

#[test]
fn a_text_that_quotes_wrongly_names_its_line_and_what_was_meant() {
    for (name, text, wanted) in [
        (
            "unknown",
            "Un.\n\nIl y a {{ figure(\"themes.pedagogicl\") }} labs.\n",
            ["narrative/edito.md", "Ligne 3", "themes.pedagogical"],
        ),
        (
            "broken",
            "Un.\n\n\n\nfin {{ figure(\"themes.pedagogical\" }}\n",
            ["narrative/edito.md", "Ligne 5", "accolades"],
        ),
        (
            "function",
            "Un.\n{{ figur(\"themes.pedagogical\") }}\n",
            ["narrative/edito.md", "Ligne 2", "« figure »"],
        ),
    ] {
        let home = census(&format!("narrative-{name}"));
        std::fs::write(home.join("surveys/2022/narrative/edito.md"), text).unwrap();
        let (code, words) = run_it(&home);
        assert_eq!(code, Some(1), "{name}: {words}");
        for part in wanted {
            assert!(words.contains(part), "{name}, {part}: {words}");
        }
        // Nothing else is lost.
        assert!(markdown(&home).contains("## Perspectives"), "{name}");
    }
}

#[test]
fn a_text_quotes_the_registry_and_makes_no_markup() {
    let home = census("narrative-quotes");
    let text = "<script>alert(1)</script> {{ figure(\"themes.pedagogical\") }} labs, {{ figure(\"team.fte_total\") }} ETP.\n";
    std::fs::write(home.join("surveys/2022/narrative/edito.md"), text).unwrap();
    let (code, words) = run_it(&home);
    assert_eq!(code, Some(0), "{words}");
    let figures = rows(&home.join("reports/2022/data/figures.csv"));
    let count = field(figure(&figures, "2022.themes.pedagogical"), "count").to_owned();
    let page = markdown(&home);
    assert!(
        page.contains(&format!("\\<script>alert(1)\\</script> {count} labs, n.d. ETP.")),
        "{page}"
    );
}

#[test]
fn a_text_may_put_a_figure_s_name_together() {
    let home = census("narrative-names");
    let text = "{% for id in [\"pedagogical\", \"social\"] %}[{{ figure(\"themes.\" ~ id) }}]{% endfor %}\n";
    std::fs::write(home.join("surveys/2022/narrative/edito.md"), text).unwrap();
    let (code, words) = run_it(&home);
    assert_eq!(code, Some(0), "{words}");
    let figures = rows(&home.join("reports/2022/data/figures.csv"));
    let count = |id| field(figure(&figures, id), "count").to_owned();
    let quoted =
        format!("\\[{}]\\[{}]", count("2022.themes.pedagogical"), count("2022.themes.social"));
    let page = markdown(&home).replace("\\]", "]");
    assert!(page.contains(&quoted), "{quoted}");
}

#[test]
fn a_missing_or_unplaced_text_is_an_error() {
    let home = census("narrative-unplaced");
    let narrative = home.join("surveys/2022/narrative");
    std::fs::rename(narrative.join("perspectives.md"), narrative.join("perspectve.md")).unwrap();
    std::fs::rename(narrative.join("perspectives.en.md"), narrative.join("perspectve.en.md"))
        .unwrap();
    let layout = home.join("surveys/codebook/report.toml");
    let text = std::fs::read_to_string(&layout).unwrap();
    // The section must now have its text.
    let (before, after) = text.split_once("narrative = \"perspectives\"").unwrap();
    let after = after.replacen("optional = true", "", 1);
    std::fs::write(&layout, format!("{before}narrative = \"perspectives\"{after}")).unwrap();
    let (code, words) = run_it(&home);
    assert_eq!(code, Some(1), "{words}");
    assert!(
        words.contains("narrative/perspectve.md") && words.contains("« perspectives »"),
        "{words}"
    );
    let told = rows(&home.join("reports/2022/data/diagnostics.csv"));
    assert!(told.iter().any(|row| field(row, "code") == "narrative-missing"), "{words}");
}

#[test]
fn sections_are_moved_dropped_and_added_without_a_program() {
    let home = census("layout-own");
    let own = home.join("surveys/2022/report.toml");
    std::fs::write(
        &own,
        "[[section]]\nshow = \"projects\"\n\n[[section]]\nnarrative = \"mot\"\ntitle.fr = \"Un mot\"\ntitle.en = \"A word\"\n\n[[section]]\nshow = \"key-figures\"\n",
    )
    .unwrap();
    let narrative = home.join("surveys/2022/narrative");
    std::fs::remove_dir_all(&narrative).unwrap();
    std::fs::create_dir(&narrative).unwrap();
    std::fs::write(narrative.join("mot.md"), "Bonjour.\n").unwrap();
    let (code, words) = run_it(&home);
    assert_eq!(code, Some(0), "{words}");
    let page = markdown(&home);
    let titles: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("## ")).skip(1).take(3).collect();
    assert_eq!(titles, ["Portefeuille de projets", "Un mot", "Chiffres-clés"]);
    assert!(!page.contains("\n## Lancements\n"));
    std::fs::write(
        &own,
        "[[section]]\nshow = \"key-figures\"\n\n[[section]]\nshow = \"reponse\"\n",
    )
    .unwrap();
    let (code, words) = run_it(&home);
    assert_eq!(code, Some(2), "{words}");
    assert!(words.contains("ligne 5") && words.contains("response"), "{words}");
}

/// What the source documents count, from the sample reports.
#[test]
fn the_sample_reports_count_what_the_sources_count() {
    for (year, wanted) in [
        (
            2020,
            vec![
                ("sessions.total", "54"),
                ("projects.total", "9"),
                ("base.known_labs", "14"),
                ("response.received", "12"),
            ],
        ),
        (
            2022,
            vec![
                ("labs_day.participants", "31"),
                ("labs_day.academies", "22"),
                ("labs_day.newcomers", "10"),
            ],
        ),
    ] {
        let figures = rows(&repository().join(format!("reports/{year}/data/figures.csv")));
        for (name, count) in wanted {
            assert_eq!(
                field(figure(&figures, &format!("{year}.{name}")), "count"),
                count,
                "{name}"
            );
        }
        let of = |indicator: &str| {
            figures.iter().filter(|row| field(row, "indicator") == indicator).count()
        };
        match year {
            2020 => assert_eq!(of("projects_stage"), 5),
            _ => assert_eq!(of("positioning"), 4),
        }
    }
}
