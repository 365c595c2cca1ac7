//! How many labs named each term of a vocabulary: maturity, themes, services, and any question alike.
//!
//! A lab counts once for a term, however often it names it. The base is the labs that answered the
//! question, be it with words of their own; what a person has yet to decide is counted apart.

use super::frames::Frames;
use super::registry::Registry;
use crate::codebook::{Codebook, Term, Vocabulary};
use crate::model::{Base, BaseKind};

/// Adds `<question>.<term>` for every term that the edition offers, `<question>.respondents` and
/// `<question>.to_review`.
pub(super) fn add(registry: &mut Registry, frames: &Frames<'_>, codebook: &Codebook) {
    for question in
        codebook.questionnaire.questions.iter().filter(|question| question.vocabulary.is_some())
    {
        let respondents = frames.said(&question.id);
        let size = u32::try_from(respondents.len()).unwrap_or(u32::MAX);
        let base = Base { kind: BaseKind::RespondentsToQuestion, size };
        let of_respondents = Base { kind: BaseKind::Respondents, size: frames.respondents };
        let id = question.id.as_str();
        registry.count(id, "respondents", of_respondents, respondents);
        registry.count(id, "to_review", base, frames.undecided(&question.id));
        let Some(vocabulary) = codebook.vocabulary(&question.id) else { continue };
        for (term, asked) in asked(vocabulary) {
            let labs = frames.named(&question.id, &term.id);
            let asked = asked && codebook.asks(&question.id, &term.id, registry.year());
            if asked || !labs.is_empty() {
                registry.count(id, term.id.as_str(), base, labs);
            }
        }
    }
}

/// The terms, and whether the year's questionnaire asks them: one that it does not ask is no zero.
fn asked(vocabulary: &Vocabulary) -> impl Iterator<Item = (&Term, bool)> {
    let asked = vocabulary.terms.iter().map(|term| (term, true));
    asked.chain(vocabulary.retired.iter().map(|term| (term, false)))
}
