//! The frames that every indicator reads.
//!
//! `answers`: one row per item of an answer of a lab that answered.
//! - `academy` (str): code of the body;
//! - `question` (str): the question, an « autre » question under the one it completes;
//! - `term` (str, null): the term, for mapped and decided items;
//! - `status` (str): `mapped`, `decided`, `free_text`, `missing`, `to_review`;
//! - `origin` (u32): row of the origins kept beside the frame.
//!
//! `labs`: one row per lab that answered.
//! - `academy` (str);
//! - `launch_year` (i32, null), `launch_kind` (str, null: `actual`, `planned`);
//! - `people` (u32, null): people stated exactly, a true zero is 0; `fte` (f64, null).

use polars::prelude::*;

use super::figure::Trace;
use crate::census::{Edition, Lab};
use crate::codebook::Codebook;
use crate::model::{AcademyCode, Origin, People, QuestionId};

/// The two frames, and the origins that their rows point to.
pub(super) struct Frames {
    pub(super) answers: DataFrame,
    pub(super) labs: DataFrame,
    /// How many labs answered.
    pub(super) respondents: u32,
    origins: Vec<Origin>,
}

impl Frames {
    /// Lays an edition out in frames.
    pub(super) fn build(edition: &Edition, codebook: &Codebook) -> PolarsResult<Self> {
        let labs: Vec<&Lab> = edition.respondents().collect();
        let mut origins = Vec::new();
        let answers = answers(&labs, codebook, &mut origins)?;
        let respondents = u32::try_from(labs.len()).unwrap_or(u32::MAX);
        Ok(Self { answers, labs: labs_frame(&labs)?, respondents, origins })
    }

    /// The labs of a grouped row: its `academies` and `origins` lists, in step.
    pub(super) fn trace(&self, grouped: &DataFrame, row: usize) -> PolarsResult<Vec<Trace>> {
        let academies = grouped.column("academies")?.list()?.get_as_series(row);
        let rows = grouped.column("origins")?.list()?.get_as_series(row);
        let (Some(academies), Some(rows)) = (academies, rows) else { return Ok(Vec::new()) };
        let mut trace: Vec<Trace> = Vec::new();
        for (academy, origin) in academies.str()?.iter().zip(rows.u32()?.iter()) {
            let (Some(academy), Some(origin)) = (academy, origin) else { continue };
            let origin = self.origins.get(origin as usize).cloned();
            match trace.last_mut().filter(|last| last.academy.as_str() == academy) {
                Some(last) => last.origins.extend(origin),
                None => trace.push(Trace {
                    academy: AcademyCode::new(academy),
                    origins: origin.into_iter().collect(),
                }),
            }
        }
        Ok(trace)
    }
}

/// Groups by some columns and lists, for each group, the labs and origins in the order of the codes.
pub(super) fn with_labs(frame: LazyFrame, by: &[&str]) -> LazyFrame {
    let keys: Vec<Expr> = by.iter().map(|name| col(*name)).collect();
    frame
        .sort(["academy", "origin"], SortMultipleOptions::default())
        .group_by(keys)
        .agg([col("academy").alias("academies"), col("origin").alias("origins")])
        .sort(by.to_vec(), SortMultipleOptions::default())
}

fn answers(
    labs: &[&Lab],
    codebook: &Codebook,
    origins: &mut Vec<Origin>,
) -> PolarsResult<DataFrame> {
    let (mut academy, mut question, mut term) = (Vec::new(), Vec::new(), Vec::new());
    let (mut status, mut origin) = (Vec::new(), Vec::new());
    for lab in labs {
        for answer in &lab.answers {
            academy.push(lab.body.code.as_str());
            question.push(completed(&answer.question, codebook).as_str());
            term.push(answer.term().map(crate::model::TermId::as_str));
            status.push(answer.status.as_str());
            origin.push(u32::try_from(origins.len()).unwrap_or(u32::MAX));
            origins.push(answer.origin.clone());
        }
    }
    df!("academy" => academy, "question" => question, "term" => term, "status" => status, "origin" => origin)
}

/// The question that an « autre » question completes, or the question itself.
fn completed<'a>(question: &'a QuestionId, codebook: &'a Codebook) -> &'a QuestionId {
    let completes =
        |candidate: &&crate::codebook::Question| candidate.other.as_ref() == Some(question);
    codebook.questionnaire.questions.iter().find(completes).map_or(question, |found| &found.id)
}

fn labs_frame(labs: &[&Lab]) -> PolarsResult<DataFrame> {
    let academy: Vec<_> = labs.iter().map(|lab| lab.body.code.as_str()).collect();
    let launch_year: Vec<_> =
        labs.iter().map(|lab| lab.launch().map(|launch| launch.period.year())).collect();
    let launch_kind: Vec<_> =
        labs.iter().map(|lab| lab.launch().map(|launch| launch.kind.as_str())).collect();
    let people: Vec<_> = labs
        .iter()
        .map(|lab| lab.team().and_then(|team| team.people).and_then(People::exact))
        .collect();
    let fte: Vec<_> = labs.iter().map(|lab| lab.team().and_then(|team| team.fte)).collect();
    df!("academy" => academy, "launch_year" => launch_year, "launch_kind" => launch_kind, "people" => people, "fte" => fte)
}
