//! `--threshold`: numbers of few people are in no file for everyone, nor can they be worked out; the team's own
//! edition has them all.

use std::collections::BTreeMap;
use std::path::Path;

use crate::canaries::seen;
use crate::support::{
    Census, Fiche, Row, contents, copy, field, folder, repository, rows, run, said,
};

const TEAM: &str = "MEMBRES DE L'ÉQUIPE PROJET";

fn census(name: &str) -> Census {
    let teams = [
        ("nice", "3 personnes (zibeline)"),
        ("lyon", "7 personnes (ocelot)"),
        ("dijon", "12 personnes (caracal)"),
        ("lille", "2 à 3 personnes (fennec)"),
        // A number of people that nobody has settled yet, and a small one beside a large.
        ("rennes", "3 élèves et trois voisins du lab belette"),
        ("reims", "20 personnes, dont 2 à mi-temps (hermine)"),
    ];
    let census = teams.iter().fold(Census::new(name), |census, (academy, team)| {
        let fiche = Fiche::of(&academy.to_uppercase()).active().row(&[TEAM, team]);
        census.fiche(&format!("{academy}.xlsx"), &fiche)
    });
    let sessions = "Date;Intitulé;Nature;Participants\n\
        2020-03-02;Petite;acculturation;3\n\
        2020-04-02;Moyenne;acculturation;14\n\
        2020-05-02;Grande;projet;30\n";
    let events = "Date;Événement;Type;Participants;Nouveaux venus\n\
        2020-11-02;Rencontre;journée des labs d'académie;31;29\n\
        2020-11-20;Concours;hackathon;30;30\n\
        2020-12-02;Suite;hackathon;20;17\n";
    let local = "Lab local ou réseau;Académie;Membres\nLab d'un collège;Nice;4\n";
    census
        .survey_file("2020/activity/sessions.csv", sessions)
        .survey_file("2020/activity/events.csv", events)
        .survey_file("2020/activity/local_labs.csv", local)
}

fn with_threshold(home: &Path) {
    let output = run(home, &["run", "--edition", "diffusion,interne", "--threshold", "5"]);
    assert!(output.status.code() != Some(2), "{}", said(&output));
}

/// The values of a column by that of another; an empty one is withheld, or was never there.
fn column(report: &Path, table: &str, (key, value): (&str, &str)) -> BTreeMap<String, String> {
    let rows = rows(&report.join(format!("data/{table}.csv")));
    rows.iter().map(|row| (field(row, key).to_owned(), field(row, value).to_owned())).collect()
}

fn figures(report: &Path) -> BTreeMap<String, Row> {
    let rows = rows(&report.join("data/figures.csv"));
    rows.into_iter().map(|row| (field(&row, "figure").to_owned(), row)).collect()
}

#[test]
fn small_numbers_go_with_what_would_give_them_away() {
    let census = census("threshold");
    with_threshold(census.home());
    let public = census.home().join("reports/2020");
    let internal = census.home().join("reports/interne/2020");
    let teams = column(&public, "labs", ("academy", "team_people"));
    let team = |academy: &str| teams[academy].as_str();
    assert_eq!((team("Nice"), team("Lyon"), team("Dijon"), team("Lille")), ("", "", "12", ""));
    let all = column(&internal, "labs", ("academy", "team_people"));
    assert_eq!(
        (all["Nice"].as_str(), all["Lyon"].as_str(), all["Dijon"].as_str()),
        ("3", "7", "12")
    );

    let (shown, kept) = (figures(&public), figures(&internal));
    for (figure, value, own) in [
        ("team.people_total", "42", "42"),
        ("team.people_min", "", "3"),
        ("team.people_median", "", "9.5"),
        ("sessions.participants", "47", "47"),
        ("sessions_row.2_participants", "", "3"),
        ("sessions_row.3_participants", "", "14"),
        ("sessions_row.4_participants", "30", "30"),
        ("labs_day.participants", "31", "31"),
        ("labs_day.newcomers", "", "29"),
        ("events_row.2_newcomers", "", "29"),
        // Events of one kind are not added: each stands for itself.
        ("events_row.3_newcomers", "30", "30"),
        ("events_row.4_newcomers", "", "17"),
        ("local_labs.members", "", "4"),
        ("local_labs_row.2_members", "", "4"),
    ] {
        let id = format!("2020.{figure}");
        assert_eq!(field(&shown[&id], "count"), value, "{figure}");
        assert_eq!(field(&kept[&id], "count"), own, "{figure}, in the team's own");
        assert_eq!(field(&shown[&id], "note").contains("moins de 5"), value.is_empty(), "{figure}");
    }
    let sessions = column(&public, "sessions", ("title", "participants"));
    assert_eq!((sessions["Petite"].as_str(), sessions["Grande"].as_str()), ("", "30"));
    assert!(!kept.contains_key("2020.withheld.values"));

    let text = std::fs::read_to_string(public.join("bilan-2020.md")).unwrap();
    assert!(text.contains("moins de 5\u{a0}personnes") || text.contains("moins de 5 personnes"));
    let count = field(&shown["2020.withheld.values"], "count");
    assert!(text.contains(&format!("{count} valeurs sont remplacées")), "{count}");
    let team = |report: &Path| column(report, "answers", ("academy_code", "text"));
    assert_eq!(team(&public).len(), team(&internal).len());
}

#[test]
fn the_words_of_a_withheld_number_are_in_no_file() {
    let census = census("threshold-words");
    with_threshold(census.home());
    let found = |folder: &Path, word: &str| {
        let has = |(name, bytes): (&String, &Vec<u8>)| {
            seen(&labcensus::input::join(folder, name), bytes).contains(word).then(|| name.clone())
        };
        contents(folder).iter().filter_map(has).collect::<Vec<String>>()
    };
    let (public, internal) =
        (census.home().join("reports/2020"), census.home().join("reports/interne/2020"));
    for word in ["zibeline", "ocelot", "fennec", "belette", "hermine"] {
        assert_eq!(found(&public, word), Vec::<String>::new(), "{word}");
        assert!(found(&internal, word).len() > 4, "{word}");
    }
    // What may be shown is.
    assert!(found(&public, "caracal").len() > 4);
}

#[test]
fn no_lab_of_the_bundled_census_can_be_worked_out() {
    let home = folder("threshold-bundled");
    copy(&repository().join("surveys"), &home.join("surveys"));
    with_threshold(&home);
    let mut withheld = 0;
    for year in ["2019", "2020", "2021", "2022"] {
        let (public, internal) =
            (home.join("reports").join(year), home.join("reports/interne").join(year));
        for (id, row) in figures(&public) {
            let people = matches!(field(&row, "unit"), "people" | "fte");
            let value = field(&row, "count").parse::<f64>().ok();
            assert!(!people || value.is_none_or(|value| value == 0.0 || value >= 5.0), "{id}");
        }
        for (measure, total) in
            [("team_people", "team.people_total"), ("team_fte", "team.fte_total")]
        {
            let shown = column(&public, "labs", ("academy_code", measure));
            let all = column(&internal, "labs", ("academy_code", measure));
            let hidden: Vec<f64> = all
                .iter()
                .filter(|(lab, value)| !value.is_empty() && shown[*lab].is_empty())
                .map(|(_, value)| value.parse().unwrap())
                .collect();
            withheld += hidden.len();
            let total = &figures(&public)[&format!("{year}.{total}")];
            // With the total, two or more are hidden, and together they are not few.
            if !hidden.is_empty() && !field(total, "count").is_empty() {
                assert!(
                    hidden.len() > 1 && hidden.iter().sum::<f64>() >= 5.0,
                    "{year}: {hidden:?}"
                );
            }
        }
    }
    assert!(withheld > 20, "{withheld}");
}
