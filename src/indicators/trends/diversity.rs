//! Diversity: how many options of a question a lab names, on average.
//!
//! Counted on the options of each year as they were asked: where the list of options changed, the mean compares partly.

use polars::prelude::*;

use super::super::figure::{Comparable, Unit};
use super::super::registry::{Entry, Registry};
use super::by_year::{size, whole_reasons};
use super::panel::Panel;
use crate::codebook::{Crosswalk, Kind, Line, LineKind};
use crate::model::{Base, BaseKind};

/// Adds `<question>_diversity.<year>` for each question of several answers: options per lab that answered it.
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>) -> PolarsResult<()> {
    let summed = named_options(panel)?;
    let (years, questions) = (summed.column("year")?.u32()?, summed.column("question")?.u32()?);
    let (labs, options) = (summed.column("labs")?.u32()?, summed.column("options")?.u32()?);
    for row in 0..summed.height() {
        let (Some(year), Some(question)) = (years.get(row), questions.get(row)) else { continue };
        let followed = panel.questions.get(question as usize);
        let Some(followed) = followed.filter(|one| one.question.kind == Kind::Multiple) else {
            continue;
        };
        let (Some(labs), Some(options)) = (labs.get(row), options.get(row)) else { continue };
        let Some(of_year) = panel.years.get(year as usize) else { continue };
        let id = format!("{}_diversity", followed.question.id);
        registry.add(Entry {
            value: (labs > 0).then(|| f64::from(options) / f64::from(labs)),
            unit: Unit::Options,
            base: Some(Base { kind: BaseKind::RespondentsToQuestion, size: labs }),
            comparable: comparable(&followed.crosswalk, year as usize),
            notes: whole_reasons(&followed.crosswalk, year as usize),
            ..Entry::of(&id, &of_year.to_string())
        });
    }
    Ok(())
}

/// Labs and named options of each year and question. A lab may name one option of its year under several lines (its
/// own, and the whole of a split): only the option itself is counted.
fn named_options(panel: &Panel<'_>) -> PolarsResult<DataFrame> {
    let (mut year, mut question, mut options) = (Vec::new(), Vec::new(), Vec::new());
    let labs = panel.answered.column("lab")?.u32()?;
    let questions = panel.answered.column("question")?.u32()?;
    for (lab, place) in labs.iter().zip(questions.iter()) {
        let (Some(lab), Some(place)) = (lab, place) else { continue };
        let (Some(lab), Some(followed)) =
            (panel.labs.get(lab as usize), panel.questions.get(place as usize))
        else {
            continue;
        };
        let whole = followed.crosswalk.whole.get(lab.year);
        let Some(asked) = whole.and_then(|whole| whole.question.as_ref()) else { continue };
        year.push(size(lab.year));
        question.push(place);
        options.push(size(lab.lab.terms(asked).len()));
    }
    df!("year" => year, "question" => question, "options" => options)?
        .lazy()
        .group_by([col("year"), col("question")])
        .agg([
            col("options").count().cast(DataType::UInt32).alias("labs"),
            col("options").sum().cast(DataType::UInt32),
        ])
        .sort(["year", "question"], SortMultipleOptions::default())
        .collect()
}

/// A mean over other options compares partly.
fn comparable(crosswalk: &Crosswalk, at: usize) -> Comparable {
    let same = |line: &Line| {
        let point = line.points.get(at);
        match line.kind {
            LineKind::Option => point.is_some_and(|point| point.sources.len() == 1),
            LineKind::Retired => point.is_none_or(|point| !point.is_asked()),
            LineKind::Together => true,
        }
    };
    let whole = crosswalk.whole.get(at).map_or(Comparable::No, |whole| whole.comparable);
    let changed = !crosswalk.lines.iter().all(same);
    if changed { whole.max(Comparable::Partly) } else { whole }
}
