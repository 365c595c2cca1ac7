//! Huge, deep and odd answers: no panic, no blow-up, and thousands of answers in a second.

use std::time::{Duration, Instant};

use labcensus::codebook::Ruling;
use labcensus::model::TermId;
use labcensus::normalise::terms::{ReviewReason, TermStatus, Verdict};

use super::{QUESTIONS, ids, normaliser, normalisers, undecided};
use crate::shared::shared;

/// Generous, since tests run unoptimised and beside each other.
const PATIENCE: Duration = Duration::from_secs(5);

#[test]
fn huge_and_odd_answers_end_soon_and_without_panic() {
    let size = 32_767;
    let odd = [
        "(".repeat(size),
        ")".repeat(size),
        "()".repeat(size / 2),
        "(a".repeat(size / 2) + &")".repeat(size / 2),
        ",".repeat(size),
        "a,".repeat(size / 2),
        "coaching,".repeat(size / 9),
        "coaching et ".repeat(size / 12),
        "innovation pédagogique ".repeat(size / 24),
        "a".repeat(size),
        "innovation".repeat(size / 10),
        "- ".repeat(size / 2),
        "- coaching\n".repeat(10_000),
        "ligne sans puce\n".repeat(10_000),
        "- puce\nsuite\n".repeat(5_000),
        "• ↳ note\n".repeat(5_000),
        "1. a 2. b ".repeat(size / 10),
        ": ".repeat(size / 2),
        "autre : ".repeat(size / 8),
        "e\u{301}".repeat(size / 2),
        "\u{200d}\u{fe0f}👩‍💻🏳️‍🌈".repeat(1_000),
        "Ã©".repeat(size / 2),
        "\u{0}\u{1}\u{7f}\u{85}\u{2028}\u{feff}\u{fffd}\u{10ffff}".repeat(1_000),
        "[ ] ☐ ".repeat(5_000),
        "? ".repeat(size / 2),
    ];
    for (question, normaliser) in normalisers() {
        for text in &odd {
            let start = Instant::now();
            let _ = normaliser.normalise(text, &undecided);
            let short: String = text.chars().take(12).collect();
            assert!(start.elapsed() < PATIENCE, "{question} {short:?} took {:?}", start.elapsed());
        }
    }
}

#[test]
fn every_character_may_stand_in_an_answer() {
    let normaliser = normaliser("themes");
    for block in (0..=0x10_FFFF_u32).collect::<Vec<_>>().chunks(64) {
        let text: String = block.iter().filter_map(|code| char::from_u32(*code)).collect();
        let _ = normaliser.normalise(&text, &undecided);
        let _ = normaliser.normalise(&format!("- {text} innovation ({text}, sociale"), &undecided);
    }
}

#[test]
fn a_decision_on_the_very_text_comes_first_and_is_checked() {
    let normaliser = normaliser("maturity");
    let decide = |ids: &'static [&'static str]| {
        move |key: &str| {
            (key == "suspendu#q")
                .then(|| Ruling::Terms(ids.iter().map(|id| TermId::from(*id)).collect()))
        }
    };
    let outcome = normaliser.normalise("Suspendu ?", &decide(&["paused"]));
    assert_eq!((outcome.status, ids(&outcome)), (TermStatus::Decided, vec!["paused".to_owned()]));
    assert_eq!(normaliser.normalise("Suspendu", &decide(&["paused"])).status, TermStatus::ToReview);
    let nothing = normaliser.normalise("suspendu?", &decide(&[]));
    assert_eq!((nothing.status, ids(&nothing)), (TermStatus::Decided, Vec::new()));
    for broken in [&["gone"][..], &["paused", "active"]] {
        let outcome = normaliser.normalise("suspendu ?", &decide(broken));
        assert!(matches!(
            outcome.segments[0].verdict,
            Verdict::Review { reason: ReviewReason::BrokenDecision, .. }
        ));
    }
}

/// Prints the pace; the promise of 30,000 texts in a second is for an optimised build.
#[test]
fn thousands_of_distinct_answers_are_read_in_a_moment() {
    let Some(path) = shared("gold/normalise.csv") else { return };
    let normalisers = normalisers();
    let rows: Vec<csv::StringRecord> = csv::Reader::from_path(path)
        .expect("the gold file opens")
        .into_records()
        .map(|row| row.expect("a row"))
        .collect();
    let texts: Vec<(String, String)> = (0..30_000)
        .map(|at| (&rows[at % rows.len()], at / rows.len()))
        .filter(|(row, _)| QUESTIONS.contains(&&row[1]))
        // Distinct texts of the same kinds: a few carry a foreign word, as answers do.
        .map(|(row, round)| {
            (
                row[1].to_owned(),
                if round % 4 == 3 { format!("{} x{round}", &row[0]) } else { row[0].to_owned() },
            )
        })
        .collect();
    let start = Instant::now();
    let mut mapped = 0;
    for (question, text) in &texts {
        mapped += normalisers[question.as_str()].normalise(text, &undecided).terms().len();
    }
    println!("{} texts, {mapped} terms in {:?}", texts.len(), start.elapsed());
    assert!(start.elapsed() < PATIENCE * 6);
}
