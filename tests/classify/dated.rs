//! Terms that begin or end with an edition: recognised as ever, asked where the edition does not offer them.

use labcensus::codebook::{Codebook, Ledger, Vocabulary};
use labcensus::model::{CensusYear, QuestionId};
use labcensus::normalise::{Classification, Normaliser};

use super::codebook;

const VOCABULARY: &str = r#"
id = "themes"
version = 2
stop = ["de", "l", "et", "la"]
optional = ["innovation"]

[[term]]
id = "digital"
label.fr = "innovation numérique"
label.en = "digital innovation"
aliases = ["numérique"]
anchors = [["numérique"]]
until = 2021
replaced_by = "data"

[[term]]
id = "data"
label.fr = "innovation par les données"
label.en = "data innovation"
aliases = ["données"]
anchors = [["donnée"]]
since = 2022

[[term]]
id = "social"
label.fr = "innovation sociale"
label.en = "social innovation"
aliases = ["sociale"]
anchors = [["sociale"]]
"#;

fn dated(ledger: &str) -> Codebook {
    let mut codebook = codebook();
    let vocabulary = Vocabulary::parse(VOCABULARY).expect("sound");
    codebook.vocabularies.insert("themes".to_owned(), vocabulary);
    let header = "question,decision_key,raw_example,terms,by,on,vocabulary_version,note\n";
    codebook.ledger = Ledger::parse(&format!("{header}{ledger}")).expect("sound");
    codebook
}

fn classify(codebook: &Codebook, year: u16, text: &str) -> Classification {
    let codebook = codebook.at(CensusYear::new(year));
    let question = codebook.questionnaire.get(&QuestionId::from("themes")).expect("asked");
    Normaliser::new(&codebook, super::closing()).classify(question, text)
}

/// Status, terms, reason, segments left and the first suggestion.
fn told(found: &Classification) -> String {
    let terms: Vec<&str> = found.terms.iter().map(labcensus::model::TermId::as_str).collect();
    let first = found.suggestions.first().map_or("", |one| one.term.as_str());
    let (status, left) = (found.status.as_str(), found.left.join(" ; "));
    format!("{status} [{}] {} « {left} » {first}", terms.join("|"), found.rule)
}

#[test]
fn a_term_counts_in_its_years_and_is_asked_in_others() {
    let codebook = dated("");
    for (year, text, expected) in [
        (2021, "innovation numérique", "mapped [digital] innovation numérique «  » "),
        (2022, "innovation numérique", "to_review [] retired « innovation numérique » data"),
        (2022, "numérique", "to_review [] retired « numérique » data"),
        (
            2022,
            "l'innovation numerique !",
            "to_review [] retired « l'innovation numerique ! » data",
        ),
        (2022, "innovations numérques", "to_review [] retired « innovations numérques » data"),
        (2022, "innovation par les données", "mapped [data] innovation par les données «  » "),
        (
            2021,
            "innovation par les données",
            "to_review [] not_yet « innovation par les données » digital",
        ),
        (2021, "numérique, sociale", "mapped [digital|social] numérique | sociale «  » "),
        (2022, "numérique, sociale", "partly_mapped [social] sociale « numérique » data"),
        (
            2022,
            "- numérique\n- données\n- sociale",
            "partly_mapped [data|social] données | sociale « numérique » data",
        ),
    ] {
        assert_eq!(told(&classify(&codebook, year, text)), expected, "{year} {text}");
    }
    // A term that is not offered is never suggested.
    let left = classify(&codebook, 2022, "pas de numérique");
    assert!(left.suggestions.iter().all(|one| one.term.as_str() != "digital"), "{left:?}");
}

#[test]
fn a_decision_means_in_each_year_what_that_year_offers() {
    let codebook =
        dated("themes,data lab,Data lab,digital|data@2022,,,,\nthemes,bits,Bits,digital,,,,\n");
    for (year, text, expected) in [
        (2021, "Data lab", "decided [digital] data lab «  » "),
        (2022, "Data lab", "decided [data] data lab «  » "),
        (2021, "bits", "decided [digital] bits «  » "),
        (2022, "bits", "to_review [] retired « bits » "),
    ] {
        let found = told(&classify(&codebook, year, text));
        assert!(found.starts_with(expected), "{year} {text}: {found}");
    }
}
