//! What to do with a segment that no stage resolved: ask a person, or keep it as free text.
//!
//! Asking costs a person's time, and free text is never counted. So a segment is asked when it may be one of the
//! options: it denies something; the vocabulary says to ask; it begins with an option (a foreign tail); an option's
//! anchor stands in it and half of its words are that option's; all of them are (« accompagnement »); or it is
//! spelt nearly alike. Where one answer is taken, an anchor is enough: nobody writes an essay there. Everything else
//! is the respondent's own idea and goes, whole, to the question's « autre » list.

use super::explained::{Coverage, Stance};
use super::lexicon::{Sense, WordKind};
use super::{Arity, ReviewReason};

/// Share of an option's own words from which its anchor makes a near miss.
const NEAR: f64 = 0.5;
/// Similarity from which a spelling is nearly alike.
const ALIKE: f64 = 0.6;

/// What is known of an unresolved segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Remains<'a> {
    /// Its words.
    pub(super) senses: &'a [Sense],
    /// How well each term covers it.
    pub(super) coverages: &'a [Coverage],
    /// Its likeness to the nearest wording.
    pub(super) similarity: f64,
    /// The term with whose wording it begins.
    pub(super) begins: Option<usize>,
    /// Whether a piece of it, between commas or the like, is an option.
    pub(super) holds_option: bool,
}

/// Why a person is asked, or `None` for free text.
pub(super) fn doubt(remains: &Remains<'_>, arity: Arity) -> Option<ReviewReason> {
    if remains.senses.iter().any(|sense| sense.kind == WordKind::Negation) {
        return Some(ReviewReason::Negation);
    }
    let is = |stance: Stance| remains.coverages.iter().any(|coverage| coverage.stance == stance);
    let willing = || remains.coverages.iter().filter(|coverage| coverage.stance != Stance::Refused);
    let refused = |term: usize| {
        remains.coverages.get(term).is_some_and(|coverage| coverage.stance == Stance::Refused)
    };
    let begins = remains.begins.is_some_and(|term| !refused(term));
    let share = if arity == Arity::Single { 0.0 } else { NEAR };
    // « coaching ou incubation »: no option covers half of it, together they do.
    let together: f64 =
        willing().filter(|coverage| coverage.anchored).map(|coverage| coverage.own).sum();
    let anchored = willing().any(|coverage| coverage.anchored);
    if is(Stance::Ask) {
        Some(ReviewReason::Ambiguous)
    } else if remains.holds_option {
        Some(ReviewReason::Mixed)
    } else if begins || (anchored && together >= share) {
        Some(ReviewReason::ForeignWords)
    } else if willing().any(|coverage| coverage.own >= 1.0) {
        Some(ReviewReason::Incomplete)
    } else {
        (!is(Stance::Refused) && remains.similarity >= ALIKE).then_some(ReviewReason::NearMiss)
    }
}
