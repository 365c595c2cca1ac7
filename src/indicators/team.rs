//! The size of teams: people and full-time equivalents, two measures that are never added.
//!
//! Only numbers stated exactly are counted; « une dizaine » and « 3 à 4 » stay in the answers.

use polars::prelude::*;

use super::figure::Unit;
use super::frames::Frames;
use super::registry::{Entry, Registry};
use super::traces::Traces;
use crate::model::{Base, BaseKind, QuestionId};

/// Adds, for people and for FTE, `team.<measure>_labs`, `_total`, `_median`, `_min` and `_max`.
pub(super) fn add(registry: &mut Registry, frames: &Frames<'_>) -> PolarsResult<()> {
    add_measure(registry, frames, "people", Unit::People)?;
    add_measure(registry, frames, "fte", Unit::Fte)
}

fn add_measure(
    registry: &mut Registry,
    frames: &Frames<'_>,
    measure: &str,
    unit: Unit,
) -> PolarsResult<()> {
    let given = frames.measures.clone().lazy().filter(col(measure).is_not_null());
    let number = || col(measure).cast(DataType::Float64);
    let summary = given
        .clone()
        .select([
            number().sum().alias("total"),
            number().median().alias("median"),
            number().min().alias("min"),
            number().max().alias("max"),
        ])
        .collect()?;
    let trace = labs(frames, given)?;
    let respondents = Base { kind: BaseKind::Respondents, size: frames.respondents };
    let base = Base {
        kind: BaseKind::RespondentsToQuestion,
        size: u32::try_from(trace.len()).unwrap_or(u32::MAX),
    };
    registry.count("team", &format!("{measure}_labs"), respondents, trace.clone());
    for statistic in ["total", "median", "min", "max"] {
        let value = summary.column(statistic)?.f64()?.get(0).filter(|_| !trace.is_empty());
        let category = format!("{measure}_{statistic}");
        let entry = Entry::of("team", &category);
        registry.add(Entry { value, unit, base: Some(base), trace: trace.clone(), ..entry });
    }
    Ok(())
}

/// The labs of a frame of measures.
fn labs(frames: &Frames<'_>, given: LazyFrame) -> PolarsResult<Traces> {
    let given = given.sort(["lab"], SortMultipleOptions::default()).collect()?;
    let labs: Vec<u32> = given.column("lab")?.u32()?.iter().flatten().collect();
    Ok(frames.mapped(&QuestionId::from("team"), &labs))
}
