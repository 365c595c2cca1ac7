//! The labelled answers, question by question, beside the figures that were committed: `tests/classify/gold.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use labcensus::model::{People, QuestionId};
use labcensus::normalise::{ClassStatus, Classification, Normaliser, Value};

use super::{closing, codebook, crate_folder};

const TABLE: &str = include_str!("gold.tsv");
const HEADER: &str =
    "question\trows\tauto_ids\tfound\twrong\tshould_have_asked\tleft_ids\tin_top_three";

/// What is counted for a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    rows: usize,
    /// Right ids of the rows that a rule may settle, and how many of them were found.
    auto_ids: usize,
    found: usize,
    /// Ids that a person would not have given.
    wrong: usize,
    /// Right ids of the rows that a person should have been asked about.
    should_have_asked: usize,
    /// Right ids missing from answers that are asked, and how many the first three suggestions hold.
    left_ids: usize,
    in_top_three: usize,
}

/// The ids of an outcome as the gold file writes them.
fn ids(found: &Classification) -> BTreeSet<String> {
    match &found.value {
        Value::Launch(launch) => BTreeSet::from([launch.period.to_string()]),
        Value::Academy(code) => BTreeSet::from([code.to_string()]),
        Value::Team(team) => {
            let people = team.people.map(|people| match people {
                People::Exactly(people) => format!("n={people}"),
                People::About(people) => format!("n~{people}"),
                People::Between(low, high) => format!("n={low}..{high}"),
            });
            let services = Some(team.services.join("|")).filter(|list| !list.is_empty());
            let fte = team.fte.map(|fte| format!("fte={fte}"));
            let services = services.map(|list| format!("svc={list}"));
            people.into_iter().chain(fte).chain(services).collect()
        }
        _ => found.terms.iter().map(ToString::to_string).collect(),
    }
}

pub(super) fn add(tally: &mut Tally, row: &[&str], found: &Classification) -> Option<String> {
    let between = if row[1] == "team" { ';' } else { '|' };
    let expected: BTreeSet<String> =
        row[2].split(between).filter(|id| *id != "NONE").map(str::to_owned).collect();
    let got = ids(found);
    let right = got.intersection(&expected).count();
    tally.rows += 1;
    tally.wrong += got.len() - right;
    match row[3] {
        "auto" => {
            tally.auto_ids += expected.len();
            tally.found += right;
        }
        "review" => tally.should_have_asked += right,
        _ => {}
    }
    if matches!(found.status, ClassStatus::ToReview | ClassStatus::PartlyMapped) {
        let top: BTreeSet<String> =
            found.suggestions.iter().take(3).map(|one| one.term.to_string()).collect();
        let missing = expected.difference(&got);
        tally.left_ids += missing.clone().count();
        tally.in_top_three += missing.filter(|id| top.contains(*id)).count();
    }
    (got.len() > right).then(|| format!("{} « {} » {got:?}", row[1], row[0]))
}

pub(super) fn table(tallies: &BTreeMap<String, Tally>) -> String {
    let mut text = format!("{HEADER}\n");
    for (question, t) in tallies {
        let figures =
            [t.rows, t.auto_ids, t.found, t.wrong, t.should_have_asked, t.left_ids, t.in_top_three];
        let _ =
            writeln!(text, "{question}\t{}", figures.map(|figure| figure.to_string()).join("\t"));
    }
    text
}

pub(super) fn committed(text: &str) -> BTreeMap<String, Tally> {
    let row = |line: &str| {
        let (question, figures) = line.split_once('\t').expect("a question");
        let figures: Vec<usize> =
            figures.split('\t').map(|figure| figure.parse().expect("a number")).collect();
        let [rows, auto_ids, found, wrong, should_have_asked, left_ids, in_top_three] = figures[..]
        else {
            panic!("{line}")
        };
        let tally =
            Tally { rows, auto_ids, found, wrong, should_have_asked, left_ids, in_top_three };
        (question.to_owned(), tally)
    };
    text.lines().skip(1).map(row).collect()
}

/// Whether the figures of a question are at least as good as those committed.
pub(super) fn holds(tally: &Tally, known: &Tally) -> bool {
    tally.wrong <= known.wrong
        && tally.found >= known.found
        && tally.should_have_asked <= known.should_have_asked
        && tally.in_top_three * known.left_ids.max(1) >= known.in_top_three * tally.left_ids.max(1)
}

#[test]
fn no_question_does_worse_than_the_committed_table() {
    let folder = std::env::var("LABCENSUS_SHARED")
        .map_or_else(|_| crate_folder().join("../shared"), std::path::PathBuf::from);
    let path = folder.join("gold/normalise.csv");
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return;
    }
    let codebook = codebook();
    let normaliser = Normaliser::new(&codebook, closing());
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in csv::Reader::from_path(path).expect("the gold file opens").into_records() {
        let row = row.expect("a row");
        let question = codebook.questionnaire.get(&QuestionId::from(&row[1])).expect("a question");
        let found = normaliser.classify(question, &row[0]);
        let cells: Vec<&str> = row.iter().collect();
        wrong.extend(add(tallies.entry(row[1].to_owned()).or_default(), &cells, &found));
    }
    println!("{}", table(&tallies));
    assert_eq!(wrong, Vec::<String>::new());
    let total = |of: fn(&Tally) -> usize| tallies.values().map(of).sum::<usize>();
    let (auto, found) = (total(|t| t.auto_ids), total(|t| t.found));
    assert!(found * 100 >= auto * 97, "{found} of {auto}");
    assert!(total(|t| t.should_have_asked) <= 10);
    let known = committed(TABLE);
    for (question, tally) in &tallies {
        let known = known.get(question).copied().unwrap_or_default();
        assert!(holds(tally, &known), "{question}: {tally:?}, committed {known:?}");
    }
}
