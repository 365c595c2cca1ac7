//! Personal data is taken out of an edition before anything is computed, built or rendered from it.
//!
//! Every format reads the same edition, so that one place keeps them all clean. What was taken out is listed for
//! the team's own eyes; a year's edition file may decide otherwise (`publish_personal_data`).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lab::Lab;
use crate::codebook::keys::{decision_key, match_key};
use crate::codebook::{Codebook, Kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::{Folder, PersonCell, RawAnswer};
use crate::model::{Origin, QuestionId};
use crate::normalise::Answer;
use crate::normalise::personal::{self, Found, KnownNames, PersonalKind};

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
    pub text: Arc<str>,
}

/// The people whom the columns of a folder's tables, the questions about people and the mail addresses name.
pub(super) fn known_names(folder: &Folder) -> KnownNames {
    let mut known = KnownNames::default();
    for file in &folder.files {
        for person in file.people.iter().flat_map(|(_, people)| people) {
            known.learn(&person.text);
        }
        for answer in file.responses.iter().flat_map(|response| &response.answers) {
            learn(&mut known, answer);
        }
        for table in &file.tables {
            let records = &table.records;
            for slot in &records.slots {
                let asks = asks_for_person(&slot.question);
                for text in records.texts(slot) {
                    if asks {
                        known.learn(text);
                    } else {
                        known.learn_mails(text);
                    }
                }
            }
        }
    }
    known
}

fn learn(known: &mut KnownNames, answer: &RawAnswer) {
    for part in &answer.parts {
        if asks_for_person(&answer.question) {
            known.learn(&part.text);
        } else {
            known.learn_mails(&part.text);
        }
    }
}

fn asks_for_person(question: &QuestionId) -> bool {
    kind_asked(question) == Some(PersonalKind::Contact)
}

/// What kind of personal data a question that the codebook does not know asks for.
fn kind_asked(question: &QuestionId) -> Option<PersonalKind> {
    let label = question.as_str().strip_prefix(UNKNOWN)?;
    if personal::asks_for_identifier(label) {
        Some(PersonalKind::Identifier)
    } else {
        personal::asks_for_person(label).then_some(PersonalKind::Contact)
    }
}

/// What the columns that a tool writes say of people: never published, and listed for the team.
pub(super) fn people(folder: &Folder) -> Vec<PersonalData> {
    let mut all = Vec::new();
    for file in &folder.files {
        for (sheet, people) in &file.people {
            let origin = Origin { sheet: sheet.as_str().into(), ..Origin::file(&file.name) };
            let mut questions: BTreeMap<&str, QuestionId> = BTreeMap::new();
            for PersonCell { cell, label, text } in people {
                let question = questions
                    .entry(label)
                    .or_insert_with(|| QuestionId::from(format!("{UNKNOWN}{}", match_key(label))));
                all.push(PersonalData {
                    origin: origin.at(*cell),
                    question: question.clone(),
                    kind: personal::kind_of(label, text),
                    text: Arc::clone(text),
                });
            }
        }
    }
    all
}

/// Masks the personal data of an edition, and gives back what was there.
///
/// *Diagnostics*: `personal-data`, once for each answer.
pub(super) fn withhold(
    labs: &mut [Lab],
    diagnostics: &mut Vec<Diagnostic>,
    (codebook, known): (&Codebook, &KnownNames),
) -> Vec<PersonalData> {
    for diagnostic in diagnostics.iter_mut() {
        clean(diagnostic, known);
    }
    let mut all = Vec::new();
    for answer in labs.iter_mut().flat_map(|lab| lab.answers.own_mut()) {
        let found = found(answer, codebook, known);
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
            text: answer.text.get(one.span.clone()).unwrap_or_default().into(),
        }));
        mask(answer, &found, known);
    }
    all
}

/// Masks what was found in an answer.
pub(super) fn mask(answer: &mut Answer, found: &[Found], known: &KnownNames) {
    let masked = personal::mask(&answer.text, found);
    if *answer.rule == decision_key(&answer.text) {
        // The key of a decision is the answer itself, folded.
        answer.rule = decision_key(&masked).into();
    } else if let Some(rule) = personal::masked(&answer.rule, known) {
        answer.rule = rule.into();
    }
    answer.text = masked.into();
}

/// The personal data of an answer.
pub(super) fn found(answer: &Answer, codebook: &Codebook, known: &KnownNames) -> Vec<Found> {
    if let Some(kind) = kind_asked(&answer.question).filter(|_| !answer.text.is_empty()) {
        return vec![Found { kind, span: 0..answer.text.len() }];
    }
    let kind = codebook.questionnaire.get(&answer.question).map(|question| question.kind);
    let mut found = personal::find(&answer.text, known);
    // A body or a lab may bear somebody's name.
    if kind == Some(Kind::Academy) || answer.question.as_str() == "lab" {
        found.retain(|one| one.kind != PersonalKind::Name);
    }
    found
}

fn clean(diagnostic: &mut Diagnostic, known: &KnownNames) {
    if diagnostic.question.as_ref().is_some_and(asks_for_person)
        && diagnostic.code != Code::UnknownQuestion
    {
        PersonalKind::Contact.mask().clone_into(&mut diagnostic.text);
    }
    let facts = diagnostic.facts.iter_mut().map(|(_, value)| value);
    for text in std::iter::once(&mut diagnostic.text).chain(facts) {
        if let Some(masked) = personal::masked(text, known) {
            *text = masked;
        }
    }
}
