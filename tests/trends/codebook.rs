//! `passages.csv` and `lab_events.csv`: what a row may say, and what is told of one that cannot stand.

use labcensus::codebook::{Codebook, LabEvents, Passages};
use labcensus::error::Error;
use labcensus::locale::{Lang, Locale};

use crate::support::{folder, repository};

const PASSAGES: &str = "from_year,from_question,from_term,to_year,to_question,to_term,kind,comparable,note_fr,note_en\n";
fn code(text: &str) -> labcensus::model::AcademyCode {
    labcensus::model::AcademyCode::new(text)
}

const EVENTS: &str = "academy_code,date,precision,event,note_fr,note_en,source\n";

/// The error that a file of the codebook causes, in French.
fn refused(name: &str, text: &str) -> String {
    let home = folder(&format!("refused-{}", labcensus::model::Sha256Hex::of(text.as_bytes())));
    std::fs::write(home.join(name), text).unwrap();
    match Codebook::read(&home) {
        Err(error @ Error::Codebook { .. }) => {
            let said = Locale::new(Lang::Fr).error(&error);
            said.split_once(", ligne ").unwrap().1.replace('\u{a0}', " ")
        }
        other => panic!("{name} was not refused: {:?}", other.map(|_| ())),
    }
}

#[test]
fn a_passage_that_cannot_stand_is_told_with_its_line_and_the_nearest_name() {
    for (row, told) in [
        (
            "2020,themes,usage,2021,themes,usage,renamd,yes,,",
            "2 : « renamd » n'est pas une sorte de passage (renamed, merged, split, scale_changed, added, retired, reworded) ; vouliez-vous dire « renamed » ?",
        ),
        (
            "2020,themes,usage,2021,themes,usage,renamed,oui,,",
            "2 : « oui » n'est pas une comparabilité (yes, partly, no).",
        ),
        (
            "2020,teams,usage,2021,themes,usage,renamed,yes,,",
            "2 : « teams » n'est pas une question connue ; vouliez-vous dire « team » ?",
        ),
        (
            "2020,themes,usages,2021,themes,usage,renamed,yes,,",
            "2 : « usages » n'est pas un terme du vocabulaire ; vouliez-vous dire « usage » ?",
        ),
        (
            "2021,themes,usage,2021,themes,usage,renamed,yes,,",
            "2 : « 2021–2021 » n'est pas une période dans l'ordre.",
        ),
        (
            "20,themes,usage,2021,themes,usage,renamed,yes,,",
            "2 : « 20 » n'est pas l'année d'une édition (AAAA).",
        ),
        (
            "2020,themes,usage,2021,themes,,split,yes,,",
            "2 : « to_term » n'est pas une colonne présente.",
        ),
        (
            "2020,themes,usage,2021,themes,digital,added,no,,",
            "2 : « usage » n'est pas une valeur attendue ici : cette sorte de passage laisse la case vide.",
        ),
        (
            "2020,themes,usage,2021,,digital,renamed,no,,",
            "2 : « digital » n'est pas un terme du vocabulaire.",
        ),
        ("2020,themes,usage,2021,themes", "2 : écriture incorrecte (CSV)."),
        (
            "2020,,,2021,themes,digital,added,no,a,b\n\n2020,,,2021,themes,digital,added,no,c,d",
            "4 : « added digital » est défini deux fois.",
        ),
    ] {
        assert_eq!(refused("passages.csv", &format!("{PASSAGES}{row}\n")), told, "{row}");
    }
}

#[test]
fn an_event_that_cannot_stand_is_told_with_its_line_and_the_nearest_name() {
    for (row, told) in [
        ("99,2020-09,month,operational,,,x", "2 : « 99 » n'est pas un code du registre"),
        (
            "24,2020-09,month,operationel,,,x",
            "2 : « operationel » n'est pas un événement connu (planned, operational, official, closed, paused, abandoned, reopened, renamed) ; vouliez-vous dire « operational » ?",
        ),
        (
            "24,2020-09,mois,operational,,,x",
            "2 : « mois » n'est pas une précision connue (day, month, season, year, unknown)",
        ),
        ("24,09/2020,month,operational,,,x", "2 : « 09/2020 » n'est pas une date (AAAA-MM-JJ)."),
        ("24,,day,operational,,,x", "2 : «  » n'est pas une date (AAAA-MM-JJ)."),
    ] {
        let said = refused("lab_events.csv", &format!("{EVENTS}{row}\n"));
        assert!(said.starts_with(told), "{row}\n{said}");
    }
}

#[test]
fn empty_and_missing_files_hold_nothing() {
    let codebook = Codebook::read(&repository().join("surveys/codebook")).unwrap();
    let passages = Passages::parse("", &codebook.questionnaire, &codebook.vocabularies).unwrap();
    assert_eq!(passages.iter().count(), 0);
    assert_eq!(LabEvents::parse("\u{feff}\n", &codebook.register).unwrap().iter().count(), 0);
    // Another census does not inherit the bundled census's history.
    let home = folder("own-census");
    std::fs::copy(repository().join("surveys/codebook/census.toml"), home.join("census.toml"))
        .unwrap();
    assert_eq!(Codebook::read(&home).unwrap().passages, Passages::default());
}

#[test]
fn a_lab_that_closed_is_gone_until_it_reopens() {
    let codebook = Codebook::read(&repository().join("surveys/codebook")).unwrap();
    let rows = "19,2020-01,month,abandoned,,,x\n19,2022-11-09,day,official,,,x\n24,2020-summer,season,operational,,,x\n24,,unknown,renamed,,,x\n";
    let events = LabEvents::parse(&format!("{EVENTS}{rows}"), &codebook.register).unwrap();
    let gone = |day: &str| events.ended_by(&code("19"), day.parse().unwrap());
    assert_eq!([gone("2019-12-31"), gone("2020-12-15"), gone("2022-12-15")], [false, true, false]);
    let season = events.of(&code("24")).next_back().unwrap().when.unwrap();
    assert_eq!(season.0.to_string(), "2020-06-21");
}
