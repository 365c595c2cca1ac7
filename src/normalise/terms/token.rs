//! Fourth stage: the same words in another order, number, gender or with other small words.
//!
//! A wording of several words that comes down to one stem (« En cours » → « cour ») is left out: that stem
//! alone would be a bare generic word.

use std::collections::BTreeMap;

use super::Method;
use super::joined::unambiguous;
use super::lexicon::{Sense, WordKind};
use super::wording::{Found, Wording, token_key};

/// Wordings by token key.
#[derive(Clone, Debug)]
pub(super) struct TokenIndex(BTreeMap<String, Option<Found>>);

impl TokenIndex {
    /// Indexes the wordings.
    pub(super) fn new(wordings: &[Wording]) -> Self {
        let whole = wordings.iter().filter(|wording| {
            !wording.token_key.is_empty()
                && (wording.token_key.contains(' ') || !wording.key.contains(' '))
        });
        Self(unambiguous(
            whole.map(|wording| (wording.token_key.clone(), wording.found(Method::TokenKey))),
        ))
    }

    /// The term written with these words.
    pub(super) fn find(&self, senses: &[Sense]) -> Option<Found> {
        let content = senses.iter().filter(|sense| sense.kind != WordKind::Stop);
        let stems: Vec<String> = content.map(|sense| sense.stem.clone()).collect();
        self.0.get(&token_key(&stems)).cloned().flatten()
    }
}
