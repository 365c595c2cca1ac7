//! Which options go together in one edition: themes with services, and each of them with the stage of the lab.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::super::figure::Trace;
use super::super::frames::{Frames, with_labs};
use super::super::registry::Registry;
use super::by_year::size;
use crate::codebook::{Codebook, Kind, Question, Term};
use crate::model::{Base, BaseKind};

/// Adds `<first>_x_<second>.<option>.<option>` for the first two questions of several answers (base: labs that
/// answered both), and `<question>_by_<ladder>.<option>.<stage>` for each question of several answers (base: labs at
/// the stage that answered the question).
pub(super) fn add(
    registry: &mut Registry,
    frames: &Frames,
    codebook: &Codebook,
) -> PolarsResult<()> {
    let multiple: Vec<&Question> = codebook.questionnaire.of_kind(Kind::Multiple).collect();
    let crosser = Crosser { frames, codebook };
    if let [first, second, ..] = multiple.as_slice() {
        let crossed = crosser.crossed(first, second)?;
        let both = crosser.answered(first, second)?;
        let base = Base { kind: BaseKind::RespondentsToQuestion, size: both };
        let name = format!("{}_x_{}", first.id, second.id);
        for one in crosser.asked(first, registry) {
            for other in crosser.asked(second, registry) {
                let key = (one.id.to_string(), other.id.to_string());
                let category = format!("{}.{}", key.0, key.1);
                registry.count(&name, &category, base, found(&crossed, &key));
            }
        }
    }
    let Some(ladder) = codebook.questionnaire.of_kind(Kind::Single).next() else { return Ok(()) };
    for question in multiple {
        let crossed = crosser.crossed(question, ladder)?;
        let stages = crosser.stages(question, ladder)?;
        let name = format!("{}_by_{}", question.id, ladder.id);
        let ranked = crosser.asked(ladder, registry).into_iter().filter(|term| term.rank.is_some());
        for stage in ranked {
            let base = Base {
                kind: BaseKind::RespondentsToQuestion,
                size: stages.get(stage.id.as_str()).copied().unwrap_or(0),
            };
            for option in crosser.asked(question, registry) {
                let key = (option.id.to_string(), stage.id.to_string());
                let category = format!("{}.{}", key.0, key.1);
                registry.count(&name, &category, base, found(&crossed, &key));
            }
        }
    }
    Ok(())
}

type Crossed = BTreeMap<(String, String), Vec<Trace>>;

fn found(crossed: &Crossed, key: &(String, String)) -> Vec<Trace> {
    crossed.get(key).cloned().unwrap_or_default()
}

struct Crosser<'a> {
    frames: &'a Frames,
    codebook: &'a Codebook,
}

impl<'a> Crosser<'a> {
    /// The options that the edition offers.
    fn asked(&self, question: &Question, registry: &Registry) -> Vec<&'a Term> {
        let terms = self.codebook.vocabulary(&question.id).into_iter().flat_map(|one| &one.terms);
        terms.filter(|term| self.codebook.asks(&question.id, &term.id, registry.year())).collect()
    }

    /// Labs and terms of a question, each pair once: `academy`, the term under `name`, and the row of an `origin`.
    fn named(&self, question: &Question, name: &str) -> LazyFrame {
        let answers = self.frames.answers.clone().lazy();
        answers
            .filter(col("question").eq(lit(question.id.as_str())).and(col("term").is_not_null()))
            .group_by([col("academy"), col("term").alias(name)])
            .agg([col("origin").min()])
    }

    /// The labs that answered a question, in any words.
    fn said(&self, question: &Question) -> LazyFrame {
        let answers = self.frames.answers.clone().lazy();
        let of_question = col("question").eq(lit(question.id.as_str()));
        answers
            .filter(of_question.and(col("status").neq(lit("missing"))))
            .group_by([col("academy")])
            .agg([col("origin").min()])
    }

    fn crossed(&self, one: &Question, other: &Question) -> PolarsResult<Crossed> {
        let second = self.named(other, "second").select([col("academy"), col("second")]);
        let academy = [col("academy")];
        let pairs = self.named(one, "first").join(
            second,
            academy.clone(),
            academy,
            JoinArgs::new(JoinType::Inner),
        );
        let grouped = with_labs(pairs, &["first", "second"]).collect()?;
        let (first, second) = (grouped.column("first")?.str()?, grouped.column("second")?.str()?);
        let mut crossed = Crossed::new();
        for row in 0..grouped.height() {
            let (Some(first), Some(second)) = (first.get(row), second.get(row)) else { continue };
            let trace = self.frames.trace(&grouped, row)?;
            crossed.insert((first.to_owned(), second.to_owned()), trace);
        }
        Ok(crossed)
    }

    /// How many labs answered both questions.
    fn answered(&self, one: &Question, other: &Question) -> PolarsResult<u32> {
        let academy = [col("academy")];
        let other = self.said(other).select([col("academy")]);
        let both =
            self.said(one).join(other, academy.clone(), academy, JoinArgs::new(JoinType::Inner));
        Ok(size(both.collect()?.height()))
    }

    /// How many labs of each stage answered a question.
    fn stages(
        &self,
        question: &Question,
        ladder: &Question,
    ) -> PolarsResult<BTreeMap<String, u32>> {
        let academy = [col("academy")];
        let said = self.said(question).select([col("academy")]);
        let stages = self
            .named(ladder, "stage")
            .join(said, academy.clone(), academy, JoinArgs::new(JoinType::Inner))
            .group_by([col("stage")])
            .agg([col("academy").count().cast(DataType::UInt32).alias("labs")])
            .collect()?;
        let (names, labs) = (stages.column("stage")?.str()?, stages.column("labs")?.u32()?);
        let pairs = names.iter().zip(labs.iter());
        Ok(pairs.filter_map(|(name, labs)| Some((name?.to_owned(), labs?))).collect())
    }
}
