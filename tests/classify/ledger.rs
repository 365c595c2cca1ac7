//! Decisions of the ledger in the cascade and the parsers, and what is asked when there is none.

use labcensus::codebook::{Codebook, Ledger};
use labcensus::ingest::{RawAnswer, RawPart};
use labcensus::model::{CellRef, Origin, QuestionId};
use labcensus::normalise::{Answer, ClassStatus, Normaliser, Status, Value};

use super::{closing, codebook};

const HEADER: &str = "question,decision_key,raw_example,terms,by,on,vocabulary_version,note\n";

fn decided(rows: &str) -> Codebook {
    let ledger = Ledger::parse(&format!("{HEADER}{rows}")).expect("a sound ledger");
    let mut codebook = codebook();
    codebook.ledger = ledger;
    codebook
}

fn answers(normaliser: &mut Normaliser<'_>, question: &str, text: &str) -> Vec<Answer> {
    let part = RawPart { text: text.into(), date: None, cell: CellRef::new(0, 1) };
    let raw = RawAnswer {
        question: QuestionId::from(question),
        asked: question.to_owned(),
        parts: vec![part],
    };
    normaliser.normalise(&raw, &Origin::file("a.xlsx")).0
}

#[test]
fn decisions_replay_exactly_and_count_as_decided() {
    let codebook = decided(
        "maturity,en pause,En pause,paused,,,,\nmaturity,mystere,Mystère,NONE,,,,\n\
         themes,art,Art,social|usage,,,,\nlaunch,bientot,Bientôt,septembre 2021,,,,\n\
         team,des gens,Des gens,3 personnes,,,,\n",
    );
    let mut normaliser = Normaliser::new(&codebook, closing());
    let mut found = |question: &str, text: &str| -> Vec<(Status, String)> {
        answers(&mut normaliser, question, text)
            .iter()
            .map(|answer| {
                let value = match &answer.value {
                    Value::Term(term) => term.to_string(),
                    Value::Launch(launch) => launch.period.to_string(),
                    Value::Team(team) => format!("{:?}", team.people),
                    _ => String::new(),
                };
                (answer.status, value)
            })
            .collect()
    };
    assert_eq!(found("maturity", "EN PAUSE."), [(Status::Decided, "paused".to_owned())]);
    assert_eq!(found("maturity", "En pause ?")[0].0, Status::ToReview);
    assert_eq!(found("maturity", "Mystère"), [(Status::Decided, String::new())]);
    assert_eq!(
        found("themes", "- art\n- numérique"),
        [
            (Status::Decided, "social".to_owned()),
            (Status::Decided, "usage".to_owned()),
            (Status::Mapped, "digital".to_owned())
        ]
    );
    assert_eq!(found("launch", "Bientôt !"), [(Status::Decided, "2021-09".to_owned())]);
    assert_eq!(found("team", "des gens"), [(Status::Decided, "Some(Exactly(3))".to_owned())]);
    assert_eq!(normaliser.unused().count(), 0);
    // « En pause ? » is another key, and the only text left to decide.
    let left: Vec<&str> = normaliser.pending().map(|pending| pending.key.as_str()).collect();
    assert_eq!(left, ["en pause#q"]);
}

#[test]
fn a_decision_that_the_vocabulary_lost_is_asked_again_and_named() {
    let codebook = decided("maturity,en pause,En pause,gone,,,,\nthemes,art,Art,NONE,,,,\n");
    let mut normaliser = Normaliser::new(&codebook, closing());
    let found = answers(&mut normaliser, "maturity", "en pause");
    assert_eq!(found[0].status, Status::ToReview);
    let stale: Vec<&str> = normaliser.stale().map(|decision| decision.key.as_str()).collect();
    let unused: Vec<&str> = normaliser.unused().map(|decision| decision.key.as_str()).collect();
    assert_eq!((stale, unused), (vec!["en pause"], vec!["en pause", "art"]));
}

#[test]
fn deciding_what_is_asked_always_settles_the_answer() {
    let texts = [
        ("themes", "pas de numérique"),
        ("themes", "numérique ?\nsociale"),
        ("themes", "- innovation sociale\n- pas de numérique"),
        ("themes", "☐ numérique ☑ sociale"),
        ("services", "- coaching\nabandonné depuis\n- incubation"),
        ("services", "• accompagnement\n• coaching"),
        ("services", "À développer : incubation ; coaching"),
        ("maturity", "Actif / en préfiguration"),
        ("maturity", "on verra bien"),
        ("maturity", "En pause"),
        ("launch", "bientôt"),
        ("team", "des gens formidables"),
    ];
    for (question, text) in texts {
        let mut codebook = codebook();
        let asked: Vec<_> = {
            let mut normaliser = Normaliser::new(&codebook, closing());
            let _ = answers(&mut normaliser, question, text);
            normaliser.pending().cloned().collect()
        };
        assert!(!asked.is_empty(), "{text} is asked");
        let rows: String =
            asked.iter().map(|one| format!("{question},{},x,NONE,,,,\n", one.key)).collect();
        codebook.ledger = Ledger::parse(&format!("{HEADER}{rows}")).unwrap();
        let mut normaliser = Normaliser::new(&codebook, closing());
        let again = answers(&mut normaliser, question, text);
        assert!(again.iter().all(|answer| answer.status != Status::ToReview), "{text}: {again:?}");
        assert_eq!(normaliser.pending().count(), 0, "{text}");
        let questions = &codebook.questionnaire;
        let classified =
            normaliser.classify(questions.get(&QuestionId::from(question)).unwrap(), text);
        assert!(classified.left.is_empty() && classified.status != ClassStatus::ToReview);
    }
}

#[test]
fn equal_texts_wait_once_with_all_their_places() {
    let codebook = codebook();
    let mut normaliser = Normaliser::new(&codebook, closing());
    for text in ["pas de numérique", "Pas de numérique !", "PAS DE NUMERIQUE"] {
        let _ = answers(&mut normaliser, "themes", text);
    }
    let pending: Vec<_> = normaliser.pending().collect();
    assert_eq!((pending.len(), pending[0].origins.len()), (1, 3));
    assert_eq!(pending[0].suggestions[0].term.as_str(), "digital");
}
