//! Item non-response: the respondents that left a question without an answer.
//!
//! « ? », « néant » and an empty cell are non-response; an answer that waits for a person's decision is
//! not. Source: AAPOR, *Standard Definitions*, item nonresponse.

use polars::prelude::*;

use super::figure::Trace;
use super::frames::{Frames, with_labs};
use super::registry::Registry;
use crate::codebook::{Codebook, Kind};
use crate::model::{AcademyCode, Base, BaseKind};

/// Adds `item_nonresponse.<question>` for each question but the académie, out of the respondents.
pub(super) fn add(
    registry: &mut Registry,
    frames: &Frames,
    codebook: &Codebook,
) -> PolarsResult<()> {
    let base = Base { kind: BaseKind::Respondents, size: frames.respondents };
    let said = frames.answers.clone().lazy().filter(col("status").neq(lit("missing")));
    let answered = with_labs(said, &["question"]).collect()?;
    let asked = answered.column("question")?.str()?;
    let respondents = frames.labs.column("academy")?.str()?;
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
        let row = asked.iter().position(|id| id == Some(question.id.as_str()));
        let answering =
            row.map(|row| frames.trace(&answered, row)).transpose()?.unwrap_or_default();
        let answers = |code: &&str| answering.iter().any(|trace| trace.academy.as_str() == *code);
        let silent = respondents.iter().flatten().filter(|code| !answers(code));
        let trace = silent
            .map(|code| Trace { academy: AcademyCode::new(code), origins: Vec::new() })
            .collect();
        registry.count("item_nonresponse", question.id.as_str(), base, trace);
    }
    Ok(())
}
