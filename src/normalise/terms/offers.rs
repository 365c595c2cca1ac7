//! Which terms the edition offers: a text may name one that has ended, or that begins later.
//!
//! Such a term is recognised by the same rules as any other, and then asked instead of counted: what was meant is
//! known, whether it still means the same thing is not. The term that took its place is suggested first.

use super::suggest::Suggester;
use super::{ReviewReason, Suggestion};
use crate::codebook::{Ruling, Standing, Vocabulary};
use crate::model::{CensusYear, TermId};

/// How many terms are suggested.
const TOP: usize = 3;

/// The terms of a vocabulary as seen from an edition.
#[derive(Clone, Debug)]
pub(super) struct Offers {
    terms: Vec<Offer>,
    year: Option<CensusYear>,
}

#[derive(Clone, Debug)]
struct Offer {
    id: TermId,
    /// Why a text that names it is asked.
    refusal: Option<ReviewReason>,
    /// Places of the terms that the edition offers in its stead.
    instead: Vec<usize>,
}

impl Offers {
    /// Looks at each term of a vocabulary as its edition asks them, in the order of [`Vocabulary::everything`].
    pub(super) fn new(asked: &Vocabulary) -> Self {
        let ids: Vec<&TermId> = asked.everything().map(|term| &term.id).collect();
        let offer = |id: &TermId| {
            let refusal = match asked.standing(id) {
                None | Some(Standing::Asked) => None,
                Some(Standing::NotYet) => Some(ReviewReason::NotYet),
                Some(Standing::Retired) => Some(ReviewReason::Retired),
            };
            let instead = asked.instead(id).into_iter();
            let instead = instead.filter_map(|term| ids.iter().position(|id| **id == term.id));
            Offer { id: id.clone(), refusal, instead: instead.collect() }
        };
        Self { terms: ids.iter().map(|id| offer(id)).collect(), year: asked.year }
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The id of a term.
    pub(super) fn id(&self, term: usize) -> Option<&TermId> {
        self.terms.get(term).map(|offer| &offer.id)
    }

    /// The place of a term.
    pub(super) fn place(&self, id: &TermId) -> Option<usize> {
        self.terms.iter().position(|offer| offer.id == *id)
    }

    /// Why a text that names a term is asked; `None` when the edition offers it.
    pub(super) fn refusal(&self, term: usize) -> Option<ReviewReason> {
        self.terms.get(term)?.refusal
    }

    /// What a decision means in the edition: its terms that are offered there.
    ///
    /// A text may be decided once for the editions before a change and once for those after.
    ///
    /// # Errors
    /// Why it is asked again: a term is gone from the vocabulary, or none of them is offered.
    pub(super) fn decided(&self, ruling: &Ruling) -> Result<Vec<TermId>, ReviewReason> {
        let mut refused = None;
        let mut offered = Vec::new();
        for (term, from) in ruling.dated() {
            if from.is_some_and(|from| self.year.is_some_and(|year| year < from)) {
                continue;
            }
            let place = self.place(&term).ok_or(ReviewReason::BrokenDecision)?;
            match self.refusal(place) {
                None => offered.push(term),
                refusal => refused = refused.or(refusal),
            }
        }
        match refused {
            Some(reason) if offered.is_empty() => Err(reason),
            _ => Ok(offered),
        }
    }

    /// The likeliest offered terms, the best first: those given, then those whose wording is like the text.
    ///
    /// A term that is not offered gives its place to those offered in its stead.
    pub(super) fn suggestions(
        &self,
        sure: &[(usize, f64)],
        suggester: &Suggester,
        text: &str,
    ) -> Vec<Suggestion> {
        let mut suggested: Vec<Suggestion> = Vec::new();
        for (term, score) in sure.iter().copied().chain(suggester.suggest(text)) {
            let Some(offer) = self.terms.get(term) else { continue };
            let own = [term];
            let places =
                if offer.refusal.is_some() { offer.instead.as_slice() } else { own.as_slice() };
            for id in places.iter().filter_map(|place| self.id(*place)) {
                if !suggested.iter().any(|one| one.term == *id) {
                    suggested.push(Suggestion { term: id.clone(), score });
                }
            }
        }
        suggested.truncate(TOP);
        suggested
    }
}
