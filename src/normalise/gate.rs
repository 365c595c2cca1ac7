//! The gate of a vocabulary: no known answer may change meaning because an alias was added.
//!
//! Known answers are the codebook's cases, the vocabulary's own labels and aliases, and the texts of earlier
//! decisions. A case that the vocabulary did not get right before is not held against the alias.

use super::normaliser_of;
use super::ruling::{Alias, Refused, RefusedReason};
use super::terms::TermNormaliser;
use crate::codebook::{Codebook, Question, Vocabulary};
use crate::model::TermId;

/// Tries aliases on the known answers.
pub fn try_aliases(
    codebook: &Codebook,
    question: &Question,
    after: &Vocabulary,
    aliases: &[&Alias],
) -> Vec<Refused> {
    let Some(before) = codebook.vocabulary(&question.id) else { return Vec::new() };
    let gate = Gate { old: normaliser_of(question, before), new: normaliser_of(question, after) };
    let useless =
        aliases.iter().filter(|alias| gate.new_terms(&alias.text) != [alias.term.clone()]);
    let mut refused: Vec<Refused> = useless
        .map(|alias| Refused { cell: alias.cell, reason: RefusedReason::AliasWithoutEffect })
        .collect();
    let broken = known(codebook, question, before).into_iter().find(|(text, terms)| {
        let is_alias = aliases.iter().any(|alias| alias.text == *text);
        !is_alias && gate.is_broken(text, terms)
    });
    if let (Some((text, _)), Some(alias)) = (broken, aliases.first()) {
        refused.push(Refused { cell: alias.cell, reason: RefusedReason::ChangesCase(text) });
    }
    refused
}

struct Gate {
    old: TermNormaliser,
    new: TermNormaliser,
}

impl Gate {
    fn new_terms(&self, text: &str) -> Vec<TermId> {
        self.new.normalise(text, &|_| None).terms()
    }

    /// Whether an answer that was right is no longer, or one that was asked now gets a wrong term.
    fn is_broken(&self, text: &str, terms: &[TermId]) -> bool {
        let (old, new) = (self.old.normalise(text, &|_| None).terms(), self.new_terms(text));
        let right = |found: &[TermId]| found.iter().all(|term| terms.contains(term));
        right(&old) && (!right(&new) || new.len() < old.len())
    }
}

/// The known answers to a question, with their terms.
fn known(
    codebook: &Codebook,
    question: &Question,
    vocabulary: &Vocabulary,
) -> Vec<(String, Vec<TermId>)> {
    let cases = codebook.cases.iter().filter(|case| case.question == question.id);
    let cases = cases.map(|case| (case.text.clone(), case.terms.clone()));
    let own = vocabulary.terms.iter().flat_map(|term| {
        let texts = std::iter::once(&term.label.fr).chain(&term.aliases);
        texts.map(|text| (text.clone(), vec![term.id.clone()]))
    });
    let decided = codebook.ledger.iter().filter(|decision| decision.question == question.id);
    let decided = decided.map(|decision| {
        (decision.example.clone(), decision.ruling.dated().map(|(term, _)| term).collect())
    });
    cases.chain(own).chain(decided).collect()
}
