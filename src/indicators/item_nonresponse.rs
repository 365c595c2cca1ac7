//! Item non-response: the respondents that left a question without an answer.
//!
//! « ? », « néant » and an empty cell are non-response; an answer that waits for a person's decision is
//! not. Source: AAPOR, *Standard Definitions*, item nonresponse.

use super::frames::Frames;
use super::registry::Registry;
use crate::codebook::{Codebook, Kind};
use crate::model::{Base, BaseKind};

/// Adds `item_nonresponse.<question>` for each question but the académie, out of the respondents.
pub(super) fn add(registry: &mut Registry, frames: &Frames<'_>, codebook: &Codebook) {
    let base = Base { kind: BaseKind::Respondents, size: frames.respondents };
    let others: Vec<_> = codebook
        .questionnaire
        .questions
        .iter()
        .filter_map(|question| question.other.as_ref())
        .collect();
    for question in &codebook.questionnaire.questions {
        if question.kind == Kind::Academy || others.contains(&&question.id) {
            continue;
        }
        let silent = frames.silent(&question.id);
        registry.count("item_nonresponse", question.id.as_str(), base, silent);
    }
}
