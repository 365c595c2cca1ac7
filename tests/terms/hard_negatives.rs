//! Prose about labs is not an answer: hardly a line of it means an option, and those that do are options.

use std::collections::BTreeSet;

use labcensus::codebook::keys::match_key;

use super::{QUESTIONS, ids, normaliser, undecided, vocabulary};
use crate::shared::shared;

#[test]
fn lines_of_prose_are_not_taken_for_options() {
    let Some(folder) = shared("reference") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder opens")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let mut hits = Vec::new();
    for question in QUESTIONS {
        let labels: Vec<String> =
            vocabulary(question).terms.iter().map(|term| match_key(&term.label.fr)).collect();
        let normaliser = normaliser(question);
        let mut seen = BTreeSet::new();
        for line in files
            .iter()
            .flat_map(|file| super::read(file).lines().map(str::to_owned).collect::<Vec<_>>())
        {
            let got = ids(&normaliser.normalise(&line, &undecided));
            let key = match_key(&line);
            // The report on the real labs lists their options: those lines are rightly recognised.
            let is_option = labels.iter().any(|label| key.starts_with(label.as_str()));
            if !got.is_empty() && !is_option && seen.insert(key) {
                hits.push(format!("{question} {got:?} {line}"));
            }
        }
    }
    println!("lines of prose that were mapped:\n{}", hits.join("\n"));
    assert!(hits.len() <= 5, "{hits:#?}");
}
