//! Labs by year of launch, those that were launched and those that are planned apart.

use polars::prelude::*;

use super::figure::Trace;
use super::frames::{Frames, with_labs};
use super::registry::Registry;
use crate::model::{AcademyCode, Base, BaseKind};

/// Adds `launches.<year>`, `launches.<year>_planned` (base: labs that gave a date), `launches.dated`
/// and `launches.undated` (base: respondents).
pub(super) fn add(registry: &mut Registry, frames: &Frames) -> PolarsResult<()> {
    let origins = frames
        .answers
        .clone()
        .lazy()
        .filter(col("question").eq(lit("launch")).and(col("status").eq(lit("mapped"))))
        .select([col("academy"), col("origin")]);
    let labs = frames.labs.clone().lazy().filter(col("launch_year").is_not_null());
    let dated =
        labs.join(origins, [col("academy")], [col("academy")], JoinArgs::new(JoinType::Inner));
    let by_year = with_labs(dated.clone(), &["launch_year", "launch_kind"]).collect()?;
    let all = with_labs(dated.with_column(lit(1).alias("all")), &["all"]).collect()?;
    let dated = if all.height() == 0 { Vec::new() } else { frames.trace(&all, 0)? };
    let base = Base {
        kind: BaseKind::RespondentsToQuestion,
        size: u32::try_from(dated.len()).unwrap_or(u32::MAX),
    };
    add_zeros(registry, &by_year, base)?;
    let years = by_year.column("launch_year")?.i32()?;
    let kinds = by_year.column("launch_kind")?.str()?;
    for row in 0..by_year.height() {
        let (Some(year), Some(kind)) = (years.get(row), kinds.get(row)) else { continue };
        let category = if kind == "planned" { format!("{year}_planned") } else { year.to_string() };
        registry.count("launches", &category, base, frames.trace(&by_year, row)?);
    }
    let respondents = Base { kind: BaseKind::Respondents, size: frames.respondents };
    registry.count("launches", "undated", respondents, undated(frames, &dated)?);
    registry.count("launches", "dated", respondents, dated);
    Ok(())
}

/// Every year from the first launch to the last, so that a year without one is a zero and not a gap.
fn add_zeros(registry: &mut Registry, by_year: &DataFrame, base: Base) -> PolarsResult<()> {
    let years = by_year.column("launch_year")?.i32()?;
    let planned = by_year.column("launch_kind")?.str()?.iter().any(|kind| kind == Some("planned"));
    let (Some(first), Some(last)) = (years.min(), years.max()) else { return Ok(()) };
    for year in first..=last {
        registry.count("launches", &year.to_string(), base, Vec::new());
        if planned {
            registry.count("launches", &format!("{year}_planned"), base, Vec::new());
        }
    }
    Ok(())
}

fn undated(frames: &Frames, dated: &[Trace]) -> PolarsResult<Vec<Trace>> {
    let academies = frames.labs.column("academy")?.str()?;
    let without = academies
        .iter()
        .flatten()
        .filter(|code| dated.iter().all(|trace| trace.academy.as_str() != *code));
    Ok(without.map(|code| Trace { academy: AcademyCode::new(code), origins: Vec::new() }).collect())
}
