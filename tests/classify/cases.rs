//! The cases against which a new alias is tried hold for the bundled vocabularies.

use labcensus::normalise::Normaliser;

use super::{closing, codebook};

#[test]
fn every_case_of_the_gate_holds() {
    let codebook = codebook();
    let normaliser = Normaliser::new(&codebook, closing());
    assert!(codebook.cases.len() > 100, "{}", codebook.cases.len());
    for case in &codebook.cases {
        let question = codebook.questionnaire.get(&case.question).expect("a question");
        let found = normaliser.classify(question, &case.text).terms;
        assert_eq!(found, case.terms, "« {} »", case.text);
    }
}
