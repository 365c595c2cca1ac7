//! The labelled answers: nothing wrong without asking, nearly everything that may be mapped mapped.

use std::collections::{BTreeMap, BTreeSet};

use labcensus::normalise::terms::{TermStatus, Verdict};

use super::{ids, normalisers, undecided};
use crate::shared::shared;

/// What is counted over some labelled rows.
#[derive(Debug, Default)]
struct Tally {
    wrong: Vec<String>,
    expected: usize,
    found: usize,
    should_have_asked: usize,
    asked: usize,
    suggested: usize,
    ends: BTreeMap<(String, String), usize>,
}

fn tally(rows: impl Iterator<Item = csv::StringRecord>) -> Tally {
    let normalisers = normalisers();
    let mut tally = Tally::default();
    for row in rows {
        let Some(normaliser) = normalisers.get(&row[1]) else { continue };
        let expected: BTreeSet<String> =
            row[2].split('|').filter(|id| *id != "NONE").map(str::to_owned).collect();
        let outcome = normaliser.normalise(&row[0], &undecided);
        let got: BTreeSet<String> = ids(&outcome).into_iter().collect();
        if !got.is_subset(&expected) {
            tally.wrong.push(format!("{} « {} » {got:?}", &row[1], &row[0]));
        }
        let right = got.intersection(&expected).count();
        match &row[3] {
            "auto" => {
                tally.expected += expected.len();
                tally.found += right;
            }
            "review" => tally.should_have_asked += right,
            _ => {}
        }
        *tally.ends.entry((row[3].to_owned(), format!("{:?}", outcome.status))).or_default() += 1;
        let missing: BTreeSet<&String> = expected.difference(&got).collect();
        let suggestions: BTreeSet<String> = outcome
            .segments
            .iter()
            .filter_map(|segment| match &segment.verdict {
                Verdict::Review { suggestions, .. } => Some(suggestions),
                _ => None,
            })
            .flatten()
            .map(|suggestion| suggestion.term.to_string())
            .collect();
        if matches!(outcome.status, TermStatus::ToReview | TermStatus::PartlyMapped) {
            tally.asked += missing.len();
            tally.suggested += missing.iter().filter(|id| suggestions.contains(**id)).count();
        }
    }
    tally
}

#[test]
fn labelled_answers_are_mapped_right_or_asked() {
    let Some(path) = shared("gold/normalise.csv") else { return };
    let rows = || {
        csv::Reader::from_path(&path)
            .expect("the gold file opens")
            .into_records()
            .map(|row| row.expect("a row"))
    };
    for (half, keep) in [("even", 0), ("odd", 1)] {
        let tally = tally(rows().enumerate().filter(|(at, _)| at % 2 == keep).map(|(_, row)| row));
        println!(
            "{half} rows: {} of {} ids, {} wrong",
            tally.found,
            tally.expected,
            tally.wrong.len()
        );
    }
    let tally = tally(rows());
    println!("{tally:#?}");
    assert_eq!(tally.wrong, Vec::<String>::new());
    assert!(tally.found * 100 >= tally.expected * 97, "{} of {}", tally.found, tally.expected);
    assert!(tally.should_have_asked <= 10, "{}", tally.should_have_asked);
    assert!(tally.suggested * 100 >= tally.asked * 94, "{} of {}", tally.suggested, tally.asked);
}
