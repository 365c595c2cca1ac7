//! Answers that were written and labelled before any rule had seen them, beside the figures that were committed.
//!
//! Seen by the edition of 2020 and by that of 2022, which asks other options: neither may give a wrong id.

use std::collections::BTreeMap;

use labcensus::codebook::Codebook;
use labcensus::model::{CensusYear, QuestionId};
use labcensus::normalise::Normaliser;

use super::gold::{Tally, add, committed, holds, table};
use super::{closing, crate_folder};

const SETS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

fn file(name: &str) -> String {
    let path = crate_folder().join("tests/cases/heldout").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The figures of each question, and what came out wrong.
fn measure(set: &str, year: u16) -> (BTreeMap<String, Tally>, Vec<String>) {
    let whole = Codebook::read(&crate_folder().join("surveys/codebook")).expect("it stands");
    let codebook = whole.at(CensusYear::new(year));
    let normaliser = Normaliser::new(&codebook, closing());
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut wrong = Vec::new();
    let rows = file(&format!("{set}.tsv"));
    for line in rows.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [question, text, expected, policy, _kind] = cells[..] else { panic!("{line}") };
        let text = text.replace("\\n", "\n");
        let asked = codebook.questionnaire.get(&QuestionId::from(question)).expect("a question");
        let found = normaliser.classify(asked, &text);
        let tally = tallies.entry(question.to_owned()).or_default();
        wrong.extend(add(tally, &[&text, question, expected, policy], &found));
    }
    (tallies, wrong)
}

#[test]
fn answers_that_no_rule_was_made_for_are_read_as_well_as_committed() {
    for set in SETS {
        let (tallies, wrong) = measure(set, 2020);
        println!("{set}\n{}", table(&tallies));
        assert_eq!(wrong, Vec::<String>::new(), "{set}");
        assert_eq!(measure(set, 2022).1, Vec::<String>::new(), "{set}, as 2022 reads it");
        let known = committed(&file(&format!("{set}-figures.tsv")));
        for (question, tally) in &tallies {
            let known = known.get(question).copied().unwrap_or_default();
            assert!(holds(tally, &known), "{set} {question}: {tally:?}, committed {known:?}");
        }
    }
}
