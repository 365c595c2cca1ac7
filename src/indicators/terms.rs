//! How many labs named each term of a vocabulary: maturity, themes, services, and any question alike.
//!
//! A lab counts once for a term, however often it names it. The base is the labs that answered the
//! question, be it with words of their own; what a person has yet to decide is counted apart.

use polars::prelude::*;

use super::figure::Trace;
use super::frames::{Frames, with_labs};
use super::registry::Registry;
use crate::codebook::{Codebook, Question, Term, Vocabulary};
use crate::model::{Base, BaseKind};

/// Adds `<question>.<term>` for every term that the edition offers, `<question>.respondents` and
/// `<question>.to_review`.
pub(super) fn add(
    registry: &mut Registry,
    frames: &Frames,
    codebook: &Codebook,
) -> PolarsResult<()> {
    let said = frames.answers.clone().lazy().filter(col("status").neq(lit("missing")));
    let answered = with_labs(said.clone(), &["question"]).collect()?;
    let undecided =
        with_labs(said.clone().filter(col("status").eq(lit("to_review"))), &["question"])
            .collect()?;
    let named =
        with_labs(said.filter(col("term").is_not_null()), &["question", "term"]).collect()?;
    for question in
        codebook.questionnaire.questions.iter().filter(|question| question.vocabulary.is_some())
    {
        let respondents = traced(frames, &answered, question, None)?;
        let size = u32::try_from(respondents.len()).unwrap_or(u32::MAX);
        let base = Base { kind: BaseKind::RespondentsToQuestion, size };
        let of_respondents = Base { kind: BaseKind::Respondents, size: frames.respondents };
        let id = question.id.as_str();
        registry.count(id, "respondents", of_respondents, respondents);
        registry.count(id, "to_review", base, traced(frames, &undecided, question, None)?);
        let Some(vocabulary) = codebook.vocabulary(&question.id) else { continue };
        for (term, asked) in asked(vocabulary) {
            let labs = traced(frames, &named, question, Some(term.id.as_str()))?;
            let asked = asked && codebook.asks(&question.id, &term.id, registry.year());
            if asked || !labs.is_empty() {
                registry.count(id, term.id.as_str(), base, labs);
            }
        }
    }
    Ok(())
}

/// The terms, and whether the year's questionnaire asks them: one that it does not ask is no zero.
fn asked(vocabulary: &Vocabulary) -> impl Iterator<Item = (&Term, bool)> {
    let asked = vocabulary.terms.iter().map(|term| (term, true));
    asked.chain(vocabulary.retired.iter().map(|term| (term, false)))
}

/// The labs of the group of a question, or of a question and term.
fn traced(
    frames: &Frames,
    grouped: &DataFrame,
    question: &Question,
    term: Option<&str>,
) -> PolarsResult<Vec<Trace>> {
    let questions = grouped.column("question")?.str()?;
    let terms = term.map(|_| grouped.column("term")).transpose()?;
    for row in 0..grouped.height() {
        let same_term = match (term, terms) {
            (Some(term), Some(terms)) => terms.str()?.get(row) == Some(term),
            _ => true,
        };
        if same_term && questions.get(row) == Some(question.id.as_str()) {
            return frames.trace(grouped, row);
        }
    }
    Ok(Vec::new())
}
