//! The stages that find one term, tried in order of certainty.

use super::Method;
use super::exact::ExactIndex;
use super::explained::{Explainer, Explanation};
use super::joined::JoinedIndex;
use super::lexicon::{Lexicon, Sense};
use super::prefix::PrefixIndex;
use super::slip::SlipIndex;
use super::token::TokenIndex;
use super::wording::{Found, Wording};
use crate::codebook::Vocabulary;

/// The stages, indexed for one vocabulary.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    pub(super) lexicon: Lexicon,
    pub(super) exact: ExactIndex,
    pub(super) explainer: Explainer,
    prefix: PrefixIndex,
    joined: JoinedIndex,
    token: TokenIndex,
    slip: SlipIndex,
}

impl Resolver {
    /// Indexes a vocabulary.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let lexicon = Lexicon::new(vocabulary);
        let wordings = Wording::all(vocabulary, &lexicon);
        Self {
            exact: ExactIndex::new(&wordings),
            explainer: Explainer::new(vocabulary, &lexicon),
            prefix: PrefixIndex::new(&wordings),
            joined: JoinedIndex::new(&wordings),
            token: TokenIndex::new(&wordings),
            slip: SlipIndex::new(&wordings),
            lexicon,
        }
    }

    /// The one term that a stretch of words means.
    pub(super) fn resolve(&self, senses: &[Sense]) -> Explanation {
        let words: Vec<&str> = senses.iter().map(|sense| sense.text.as_str()).collect();
        let key = words.join(" ");
        let found = self
            .exact
            .find(&key)
            .or_else(|| self.prefix.find(&key))
            .or_else(|| self.joined.find(&key));
        if let Some(found) = found {
            return Explanation::One(found);
        }
        let open = |found: &Found| self.explainer.is_open(found.term, senses);
        if let Some(found) = self.token.find(senses).filter(open) {
            return Explanation::One(found);
        }
        match self.explainer.explain(senses, &self.lexicon) {
            Explanation::None => {
                self.slip.find(senses).filter(open).map_or(Explanation::None, Explanation::One)
            }
            explanation => explanation,
        }
    }
}

/// What a finding costs when several cuts of a list are possible: the sure ones are cheap.
pub(super) fn cost(found: &Found) -> u32 {
    if found.method == Method::Explained { 4 } else { 1 }
}
