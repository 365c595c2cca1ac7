//! The size of teams: people and full-time equivalents, two measures that are never added.
//!
//! Only numbers stated exactly are counted; « une dizaine » and « 3 à 4 » stay in the answers.

use polars::prelude::*;

use super::figure::{Trace, Unit};
use super::frames::{Frames, with_labs};
use super::registry::{Entry, Registry};
use crate::model::{Base, BaseKind};

/// Adds, for people and for FTE, `team.<measure>_labs`, `_total`, `_median`, `_min` and `_max`.
pub(super) fn add(registry: &mut Registry, frames: &Frames) -> PolarsResult<()> {
    add_measure(registry, frames, "people", Unit::People)?;
    add_measure(registry, frames, "fte", Unit::Fte)
}

fn add_measure(
    registry: &mut Registry,
    frames: &Frames,
    measure: &str,
    unit: Unit,
) -> PolarsResult<()> {
    let given = frames.labs.clone().lazy().filter(col(measure).is_not_null());
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

fn labs(frames: &Frames, given: LazyFrame) -> PolarsResult<Vec<Trace>> {
    let origins = frames
        .answers
        .clone()
        .lazy()
        .filter(col("question").eq(lit("team")).and(col("status").eq(lit("mapped"))))
        .select([col("academy"), col("origin")]);
    let joined =
        given.join(origins, [col("academy")], [col("academy")], JoinArgs::new(JoinType::Inner));
    let grouped = with_labs(joined.with_column(lit(1).alias("all")), &["all"]).collect()?;
    if grouped.height() == 0 { Ok(Vec::new()) } else { frames.trace(&grouped, 0) }
}
