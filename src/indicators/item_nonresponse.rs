//! Item non-response: the respondents that left a question without an answer.
//!
//! « ? », « néant » and an empty cell are non-response; an answer that waits for a person's decision is
//! not. A question that no form received asks has no non-response: nobody could answer it. Source: AAPOR, *Standard Definitions*, item nonresponse.

use super::figure::Comparable;
use super::frames::Frames;
use super::registry::{Entry, Registry};
use super::remark::Remark;
use crate::census::Edition;
use crate::codebook::{Codebook, Kind};
use crate::model::{Base, BaseKind};

/// Adds `item_nonresponse.<question>` for each question but the académie, out of the respondents; without a value
/// where no form asks the question.
pub(super) fn add(
    registry: &mut Registry,
    frames: &Frames<'_>,
    (edition, codebook): (&Edition, &Codebook),
) {
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
        let all = silent.len() == frames.respondents as usize;
        if all && frames.respondents > 0 && !edition.asked.contains(&question.id) {
            registry.add(Entry {
                comparable: Comparable::No,
                notes: vec![Remark::Message("remark-in-no-form", Vec::new())],
                ..Entry::of("item_nonresponse", question.id.as_str())
            });
            continue;
        }
        registry.count("item_nonresponse", question.id.as_str(), base, silent);
    }
}
