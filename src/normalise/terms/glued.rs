//! Options that follow each other with nothing between them, as some form exports write them.
//!
//! Only labels and aliases of several words count here: « usages numériques » is not two themes.

use std::collections::BTreeMap;

use super::exact::ExactIndex;
use super::lexicon::Sense;
use super::weak::Part;
use super::wording::Found;

/// Wordings by their first word, longest first.
#[derive(Clone, Debug)]
pub(super) struct GluedIndex(BTreeMap<String, Vec<(Vec<String>, Found)>>);

impl GluedIndex {
    /// Indexes the wordings.
    pub(super) fn new(exact: &ExactIndex) -> Self {
        let mut index: BTreeMap<String, Vec<(Vec<String>, Found)>> = BTreeMap::new();
        for (key, found) in exact.entries() {
            let words: Vec<String> = key.split(' ').map(str::to_owned).collect();
            if let Some(first) = words.first() {
                index.entry(first.clone()).or_default().push((words, found.clone()));
            }
        }
        for wordings in index.values_mut() {
            wordings.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self(index)
    }

    /// Cuts a text that is nothing but known wordings, longest first.
    pub(super) fn cut(&self, senses: &[Sense]) -> Option<Vec<Part>> {
        let mut parts = Vec::new();
        let mut at = 0;
        while at < senses.len() {
            let (length, found) =
                self.first(senses.get(at..)?).filter(|(length, _)| *length > 1)?;
            parts.push(Part { words: at..at + length, found: found.clone() });
            at += length;
        }
        (parts.len() > 1).then_some(parts)
    }

    /// The term with whose wording a text begins.
    pub(super) fn begins(&self, senses: &[Sense]) -> Option<usize> {
        self.first(senses).map(|(_, found)| found.term)
    }

    /// The longest wording that the words begin with, and its length.
    fn first(&self, senses: &[Sense]) -> Option<(usize, &Found)> {
        let known = self.0.get(senses.first()?.text.as_str())?;
        let begins = |words: &Vec<String>| {
            words.len() <= senses.len()
                && words.iter().zip(senses).all(|(word, sense)| *word == sense.text)
        };
        known.iter().find(|(words, _)| begins(words)).map(|(words, found)| (words.len(), found))
    }
}
