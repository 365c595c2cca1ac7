//! `labcensus explain`: from a figure to the words behind it.

use std::process::Output;

use crate::support::{Census, Fiche, run, said};

const THEMES: &str = "LES THÉMATIQUES SUR LESQUELLES LE LAB EST POSITIONNÉ";

/// Three answers, one of them without themes, among five labs known.
fn census(name: &str) -> Census {
    let fiche = |academy, themes| Fiche::of(academy).active().row(&[THEMES, themes]);
    Census::new(name)
        .fiche("nice.xlsx", &fiche("NICE", "- innovation pédagogique\n- innovation sociale"))
        .fiche("lyon.xlsx", &fiche("LYON", "innov. péda."))
        .fiche("rennes.xlsx", &Fiche::of("RENNES").active())
        .survey_file(
            "2020/edition.toml",
            "year = 2020\nclosing_date = 2020-12-15\nknown_labs = 5\n",
        )
}

fn shown(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_figure_shows_its_labs_their_words_and_its_other_bases() {
    let census = census("explain-words");
    let output = run(census.home(), &["explain", "2020.themes.pedagogical"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = shown(&output);
    for expected in [
        "2 labs sur 2 répondants à la question (100\u{a0}%)",
        "sur 3 fiches reçues (67\u{a0}%)",
        "sur 5 labs connus (40\u{a0}%)",
        "sur 30 académies (7\u{a0}%)",
        "nice.xlsx › Sheet1!B4\u{a0}: «\u{a0}innovation pédagogique\u{a0}»",
        "lyon.xlsx › Sheet1!B4\u{a0}: «\u{a0}innov. péda.\u{a0}»",
        "sans réponse à la question\u{a0}: Rennes (14)",
    ] {
        assert!(text.contains(expected), "{expected} not in\n{text}");
    }
    assert!(!text.contains("innovation sociale"), "another term's words:\n{text}");
}

#[test]
fn words_find_the_figure_and_a_slip_is_answered_with_the_nearest() {
    let census = census("explain-found");
    let found = run(census.home(), &["explain", "thématiques", "pédagogique"]);
    assert!(shown(&found).starts_with("2020.themes.pedagogical "), "{}", shown(&found));
    let english = run(census.home(), &["explain", "social themes", "--lang", "en"]);
    assert!(shown(&english).contains("1 lab out of 2 respondents"), "{}", shown(&english));
    let slip = run(census.home(), &["explain", "2020.themes.pedagogicl"]);
    assert_eq!(slip.status.code(), Some(2));
    assert!(said(&slip).contains("2020.themes.pedagogical"), "{}", said(&slip));
    let nothing = run(census.home(), &["explain", "zzzz"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(said(&nothing).contains("figures.csv"), "{}", said(&nothing));
    let year = run(census.home(), &["explain", "1999.themes.social"]);
    assert_eq!(year.status.code(), Some(2));
    assert!(said(&year).contains("1999"), "{}", said(&year));
}

#[test]
fn programs_get_the_same_as_json() {
    let census = census("explain-json");
    let output = run(census.home(), &["explain", "2020.themes.social", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((json["value"].as_f64(), json["base"]["size"].as_u64()), (Some(1.0), Some(2)));
    assert_eq!(json["other_bases"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["labs"][0]["academy_code"], "23");
    assert_eq!(json["labs"][0]["cells"][0]["cell"], "B4");
    assert_eq!(json["labs"][0]["cells"][0]["text"], "innovation sociale");
    assert_eq!(json["not_counted"], serde_json::json!(["10"]));
    assert_eq!(json["without_answer"], serde_json::json!(["14"]));
}

#[test]
fn completions_know_the_figures_of_the_census() {
    let census = census("explain-completions");
    let output = run(census.home(), &["completions", "bash"]);
    assert!(shown(&output).contains("2020.themes.pedagogical"));
}

/// Two editions: an option renamed, and two bodies that merged between them.
fn two_years(name: &str) -> Census {
    let header = "Académie,État d'avancement,Thématiques\n";
    census(name)
        .survey_file(
            "2019/responses/labs.csv",
            &format!(
                "{header}Académie de Nice,En préfiguration,innov. péda.\n\
                 Académie de Caen,En préfiguration,innovation pédagogique; innovation sociale\n\
                 Académie de Rouen,En préfiguration,\n"
            ),
        )
        .file(
            "normandie.csv",
            format!("{header}Académie de Normandie,En préfiguration,innovation pédagogique\n")
                .as_bytes(),
        )
}

#[test]
fn a_figure_over_the_years_quotes_the_other_edition_on_its_own_bases() {
    let census = two_years("explain-years");
    let output = run(census.home(), &["explain", "2020.themes_by_year.2019.pedagogical"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = shown(&output);
    for expected in [
        "Thématiques en 2019\u{a0}: innovation pédagogique",
        "2 labs sur 2 répondants à la question (100\u{a0}%)",
        "sur 3 fiches reçues (67\u{a0}%)",
        "../../2019/responses/labs.csv › C2\u{a0}: «\u{a0}innov. péda.\u{a0}»",
        "../../2019/responses/labs.csv › C3\u{a0}: «\u{a0}innovation pédagogique\u{a0}»",
        "Caen",
        "sans réponse à la question\u{a0}: Rouen",
    ] {
        assert!(text.contains(expected), "{expected} not in\n{text}");
    }
    assert!(!text.contains("innovation sociale"), "another option's words:\n{text}");
    // What bodies did between two editions is quoted from both.
    let both = run(census.home(), &["explain", "2020.themes_same_labs.2019-2020.2019.pedagogical"]);
    let text = shown(&both);
    for expected in
        ["parmi les labs qui ont répondu en 2019 et en 2020", "Normandie (70)", "../../2019"]
    {
        assert!(text.contains(expected), "{expected} not in\n{text}");
    }
}

#[test]
fn figures_over_the_years_are_found_by_words_and_completed() {
    let census = two_years("explain-years-words");
    let found = run(census.home(), &["explain", "2020", "thématiques", "pédagogique", "entrants"]);
    let text = shown(&found);
    assert!(
        text.starts_with("2020.themes_change.2019-2020.pedagogical.entrants "),
        "{text}{}",
        said(&found)
    );
    let script = shown(&run(census.home(), &["completions", "bash"]));
    assert!(script.contains("2020.maturity_transitions.2019-2020.prefiguration.prefiguration"));
}
