//! Labs by year of launch, those that were launched and those that are planned apart.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::frames::Frames;
use super::registry::Registry;
use super::traces::Traces;
use crate::model::{Base, BaseKind, QuestionId};

/// Adds `launches.<year>`, `launches.<year>_planned` (base: labs that gave a date), `launches.dated`
/// and `launches.undated` (base: respondents).
pub(super) fn add(registry: &mut Registry, frames: &Frames<'_>) -> PolarsResult<()> {
    let dated = frames.measures.clone().lazy().filter(col("launch_year").is_not_null());
    let dated = dated.sort(["lab"], SortMultipleOptions::default()).collect()?;
    let (labs, years) = (dated.column("lab")?.u32()?, dated.column("launch_year")?.i32()?);
    let kinds = dated.column("launch_kind")?.str()?;
    let mut by_year: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut all = Vec::new();
    for ((lab, year), kind) in labs.iter().zip(years.iter()).zip(kinds.iter()) {
        let (Some(lab), Some(year)) = (lab, year) else { continue };
        let planned = if kind == Some("planned") { "_planned" } else { "" };
        by_year.entry(format!("{year}{planned}")).or_default().push(lab);
        all.push(lab);
    }
    let question = QuestionId::from("launch");
    let given = frames.mapped(&question, &all);
    let base = Base {
        kind: BaseKind::RespondentsToQuestion,
        size: u32::try_from(given.len()).unwrap_or(u32::MAX),
    };
    add_zeros(registry, &dated, base)?;
    for (category, labs) in &by_year {
        registry.count("launches", category, base, frames.mapped(&question, labs));
    }
    let respondents = Base { kind: BaseKind::Respondents, size: frames.respondents };
    registry.count("launches", "undated", respondents, frames.others(&all));
    registry.count("launches", "dated", respondents, given);
    Ok(())
}

/// Every year from the first launch to the last, so that a year without one is a zero and not a gap.
fn add_zeros(registry: &mut Registry, dated: &DataFrame, base: Base) -> PolarsResult<()> {
    let years = dated.column("launch_year")?.i32()?;
    let planned = dated.column("launch_kind")?.str()?.iter().any(|kind| kind == Some("planned"));
    let (Some(first), Some(last)) = (years.min(), years.max()) else { return Ok(()) };
    for year in first..=last {
        registry.count("launches", &year.to_string(), base, Traces::default());
        if planned {
            registry.count("launches", &format!("{year}_planned"), base, Traces::default());
        }
    }
    Ok(())
}
