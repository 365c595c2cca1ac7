//! What changed in a question from one edition to the next, in the team's words.

use std::collections::{BTreeMap, BTreeSet};

use super::words::Desk;
use crate::codebook::{Crosswalk, Passage};
use crate::model::{CensusYear, QuestionId};

/// The notes of the passages of a question between the first and the last year shown, one line for each pair of
/// editions, the latest first. Free passages are told too: a reader who finds an answer under another name looks for
/// where it came from.
pub(super) fn told(desk: &Desk<'_>, crosswalk: &Crosswalk, shown: &[CensusYear]) -> Vec<String> {
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return Vec::new() };
    let known: BTreeSet<&QuestionId> =
        crosswalk.whole.iter().filter_map(|point| point.question.as_ref()).collect();
    let concerns = |passage: &&Passage| {
        let ends = [&passage.from_question, &passage.to_question];
        ends.into_iter().flatten().any(|question| known.contains(question))
    };
    let mut by_pair: BTreeMap<(CensusYear, CensusYear), Vec<&str>> = BTreeMap::new();
    for passage in desk.codebook.passages.between(*first, *last).into_iter().filter(concerns) {
        let note = desk.pick(&passage.note);
        let notes = by_pair.entry((passage.to_year, passage.from_year)).or_default();
        if !note.is_empty() && !notes.contains(&note) {
            notes.push(note);
        }
    }
    by_pair.retain(|_, notes| !notes.is_empty());
    let line = |((to, from), notes): (&(CensusYear, CensusYear), &Vec<&str>)| {
        let args = [
            ("before", from.to_string().into()),
            ("year", to.to_string().into()),
            ("notes", notes.join(" ").into()),
        ];
        desk.with("passages-between", &args)
    };
    by_pair.iter().rev().map(line).collect()
}
