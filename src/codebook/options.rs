//! The options of the questions, word for word: what tells a list of options from answers in a fiche.

use std::collections::{BTreeMap, BTreeSet};

use super::keys::match_key;
use super::question::Questionnaire;
use super::vocabulary::Vocabulary;
use crate::model::QuestionId;

/// The keys of the labels and aliases of each question.
#[derive(Clone, Debug)]
pub(super) struct OptionIndex(BTreeMap<QuestionId, BTreeSet<String>>);

impl OptionIndex {
    /// Indexes the vocabularies.
    pub(super) fn build(
        questionnaire: &Questionnaire,
        vocabularies: &BTreeMap<String, Vocabulary>,
    ) -> Self {
        let keys = |vocabulary: &Vocabulary| {
            let terms = vocabulary.known();
            terms
                .flat_map(|term| term.aliases.iter().chain([&term.label.fr]))
                .map(|text| match_key(text))
                .collect()
        };
        let of = |name: &String| vocabularies.get(name).map(keys);
        let index = questionnaire
            .questions
            .iter()
            .filter_map(|question| {
                Some((question.id.clone(), question.vocabulary.as_ref().and_then(of)?))
            })
            .collect();
        Self(index)
    }

    /// Whether a text is an option, with or without a gloss in parentheses at its end.
    pub(super) fn holds(&self, question: &QuestionId, text: &str) -> bool {
        let Some(keys) = self.0.get(question) else { return false };
        let bare = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once("(="));
        keys.contains(&match_key(text))
            || bare.is_some_and(|(label, _)| keys.contains(&match_key(label)))
    }
}
