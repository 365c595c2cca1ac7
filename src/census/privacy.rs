//! Personal data is taken out of an edition before anything is computed, built or rendered from it.
//!
//! Every format reads the same edition, so that one place keeps them all clean. What was taken out is listed for
//! the team's own eyes; a year's edition file may decide otherwise (`publish_personal_data`).

use super::lab::Lab;
use crate::codebook::{Codebook, Kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Origin, QuestionId};
use crate::normalise::Answer;
use crate::normalise::personal::{self, Found, PersonalKind};

/// The start of the id of a question that the codebook does not know.
const UNKNOWN: &str = "unknown:";

/// Something personal that a respondent wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonalData {
    /// Where.
    pub origin: Origin,
    /// In answer to which question.
    pub question: QuestionId,
    /// What kind.
    pub kind: PersonalKind,
    /// The words.
    pub text: String,
}

/// Masks the personal data of an edition, and gives back what was there.
///
/// *Diagnostics*: `personal-data`, once for each answer.
pub(super) fn withhold(
    labs: &mut [Lab],
    diagnostics: &mut Vec<Diagnostic>,
    codebook: &Codebook,
) -> Vec<PersonalData> {
    for diagnostic in diagnostics.iter_mut() {
        clean(diagnostic);
    }
    let mut all = Vec::new();
    for answer in labs.iter_mut().flat_map(|lab| lab.answers.own_mut()) {
        let found = found(answer, codebook);
        let Some(first) = found.first() else { continue };
        let remark = Diagnostic::new(Code::PersonalData)
            .at(answer.origin.clone())
            .about(&answer.question)
            .fact("kind", first.kind.as_str())
            .fact("count", found.len());
        diagnostics.push(remark);
        all.extend(found.iter().map(|one| PersonalData {
            origin: answer.origin.clone(),
            question: answer.question.clone(),
            kind: one.kind,
            text: answer.text.get(one.span.clone()).unwrap_or_default().to_owned(),
        }));
        mask(answer, &found);
    }
    all
}

/// Masks what was found in an answer.
pub(super) fn mask(answer: &mut Answer, found: &[Found]) {
    answer.text = personal::mask(&answer.text, found).into();
    if let Some(rule) = personal::masked(&answer.rule) {
        answer.rule = rule.into();
    }
}

/// The personal data of an answer.
pub(super) fn found(answer: &Answer, codebook: &Codebook) -> Vec<Found> {
    let label = answer.question.as_str().strip_prefix(UNKNOWN);
    if label.is_some_and(personal::asks_for_person) && !answer.text.is_empty() {
        return vec![Found { kind: PersonalKind::Contact, span: 0..answer.text.len() }];
    }
    let kind = codebook.questionnaire.get(&answer.question).map(|question| question.kind);
    let mut found = personal::find(&answer.text);
    // A body or a lab may bear somebody's name.
    if kind == Some(Kind::Academy) || answer.question.as_str() == "lab" {
        found.retain(|one| one.kind != PersonalKind::Name);
    }
    found
}

fn clean(diagnostic: &mut Diagnostic) {
    let label = diagnostic.question.as_ref().and_then(|id| id.as_str().strip_prefix(UNKNOWN));
    if label.is_some_and(personal::asks_for_person) && diagnostic.code != Code::UnknownQuestion {
        PersonalKind::Contact.mask().clone_into(&mut diagnostic.text);
    }
    let facts = diagnostic.facts.iter_mut().map(|(_, value)| value);
    for text in std::iter::once(&mut diagnostic.text).chain(facts) {
        if let Some(masked) = personal::masked(text) {
            *text = masked;
        }
    }
}
