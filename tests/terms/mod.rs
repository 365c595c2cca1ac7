//! Answers to the questions with a vocabulary, end to end: bundled vocabularies, texts in, verdicts out.

mod cases;
mod gold;
mod hard_negatives;
mod limits;
mod round_trips;
mod slips;
mod vocabularies;

use std::collections::BTreeMap;
use std::path::PathBuf;

use labcensus::codebook::{Ruling, Vocabulary};
use labcensus::normalise::terms::{Arity, TermNormaliser, TermOutcome, Verdict};

const QUESTIONS: [&str; 3] = ["maturity", "themes", "services"];

fn crate_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &PathBuf) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn vocabulary(question: &str) -> Vocabulary {
    let path = crate_folder().join(format!("surveys/codebook/vocabularies/{question}.toml"));
    Vocabulary::parse(&read(&path)).unwrap_or_else(|problems| panic!("{question}: {problems:?}"))
}

fn normalisers() -> BTreeMap<&'static str, TermNormaliser> {
    QUESTIONS.into_iter().map(|question| (question, normaliser(question))).collect()
}

fn normaliser(question: &str) -> TermNormaliser {
    let arity = if question == "maturity" { Arity::Single } else { Arity::Multiple };
    TermNormaliser::new(&vocabulary(question), arity)
}

fn undecided(_key: &str) -> Option<Ruling> {
    None
}

fn ids(outcome: &TermOutcome) -> Vec<String> {
    outcome.terms().iter().map(ToString::to_string).collect()
}

/// How each segment was settled: a method, a reason in brackets, or `free_text`.
fn ways(outcome: &TermOutcome) -> String {
    let way = |verdict: &Verdict| match verdict {
        Verdict::Mapped { method, .. } => method.as_str().to_owned(),
        Verdict::Review { reason, .. } => format!("[{}]", reason.as_str()),
        Verdict::FreeText => "free_text".to_owned(),
    };
    outcome.segments.iter().map(|segment| way(&segment.verdict)).collect::<Vec<_>>().join(" ")
}
