//! How long labs stay at each stage of the ladder.
//!
//! A stay runs from the first edition that finds a lab at a stage to the first that finds it elsewhere; a year in
//! which it said nothing does not end a stay. A lab still there at its last answer is counted as not there yet.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::super::figure::Unit;
use super::super::registry::{Entry, Registry};
use super::super::remark::Remark;
use super::by_year::{number, size};
use super::kaplan_meier::{Wait, median};
use super::panel::{Followed, Panel};
use crate::codebook::{Kind, Line, LineKind};
use crate::model::{Base, BaseKind, Comparable};

/// Adds, for each stage of a ladder: `<question>_stay.<stage>.labs`, `.ended` (base: labs seen at it), and `.median`
/// in years, without a value when more than half are still there.
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>) -> PolarsResult<()> {
    for followed in panel.questions.iter().filter(|one| one.question.kind == Kind::Single) {
        let stays = stays(panel, followed)?;
        let indicator = format!("{}_stay", followed.question.id);
        for (place, line) in followed.lines().filter(|(_, line)| ranked(panel, followed, line)) {
            let empty = Vec::new();
            let of_stage = stays.get(&place).unwrap_or(&empty);
            let waits: Vec<Wait> = of_stage.iter().map(|(_, wait)| *wait).collect();
            let bodies: Vec<u32> = of_stage.iter().map(|(body, _)| *body).collect();
            let all: Vec<usize> = (0..panel.years.len()).collect();
            let trace = panel.trace_bodies(&bodies, &all, Some(&followed.question.id));
            let category = |name: &str| format!("{}.{name}", line.id);
            let base = Base { kind: BaseKind::RespondentsToQuestion, size: size(waits.len()) };
            let ended = waits.iter().filter(|wait| wait.ended).count();
            registry.add(Entry {
                value: number(waits.len()),
                trace: trace.into(),
                ..Entry::of(&indicator, &category("labs"))
            });
            registry.add(Entry {
                value: number(ended),
                base: Some(base),
                ..Entry::of(&indicator, &category("ended"))
            });
            let reached = median(&waits);
            let missing = || Remark::Message("remark-median-not-reached", Vec::new());
            registry.add(Entry {
                value: reached.map(f64::from),
                unit: Unit::Years,
                notes: if reached.is_none() { vec![missing()] } else { Vec::new() },
                ..Entry::of(&indicator, &category("median"))
            });
        }
    }
    Ok(())
}

/// Whether a line is a stage of the ladder, and not a state outside it.
pub(super) fn ranked(panel: &Panel<'_>, followed: &Followed<'_>, line: &Line) -> bool {
    let rank = |term| panel.codebook.term(&followed.question.id, term).and_then(|term| term.rank);
    line.kind != LineKind::Together && line.terms.iter().any(|term| rank(term).is_some())
}

/// The stage of each body by edition, where the scale compares with the last one: body → (edition, line).
pub(super) fn stages(
    panel: &Panel<'_>,
    followed: &Followed<'_>,
) -> PolarsResult<BTreeMap<u32, Vec<(usize, u32)>>> {
    let lines: Vec<u32> = followed
        .lines()
        .filter(|(_, line)| line.kind != LineKind::Together)
        .map(|(place, _)| place)
        .collect();
    let sorted = panel
        .body_ticks
        .clone()
        .lazy()
        .sort(["body", "year", "line"], SortMultipleOptions::default())
        .collect()?;
    let (years, named) = (sorted.column("year")?.u32()?, sorted.column("line")?.u32()?);
    let bodies = sorted.column("body")?.u32()?;
    let mut stages: BTreeMap<u32, Vec<(usize, u32)>> = BTreeMap::new();
    for ((year, line), body) in years.iter().zip(named.iter()).zip(bodies.iter()) {
        let (Some(year), Some(line), Some(body)) = (year, line, body) else { continue };
        let whole = followed.crosswalk.whole.get(year as usize);
        let compares = whole.is_some_and(|whole| whole.comparable != Comparable::No);
        if compares && lines.contains(&line) {
            stages.entry(body).or_default().push((year as usize, line));
        }
    }
    Ok(stages)
}

/// The stays at each stage, with the body of each.
fn stays(
    panel: &Panel<'_>,
    followed: &Followed<'_>,
) -> PolarsResult<BTreeMap<u32, Vec<(u32, Wait)>>> {
    let year = |at: usize| panel.years.get(at).map_or(0, |year| u32::from(year.get()));
    let mut stays: BTreeMap<u32, Vec<(u32, Wait)>> = BTreeMap::new();
    for (body, seen) in stages(panel, followed)? {
        let mut rest = seen.as_slice();
        while let Some((start, stage)) = rest.first().copied() {
            let length = rest.iter().take_while(|(_, line)| *line == stage).count();
            let (here, after) = rest.split_at(length);
            let last = here.last().map_or(start, |(at, _)| *at);
            let (end, ended) = after.first().map_or((last, false), |(at, _)| (*at, true));
            let wait = Wait { time: year(end) - year(start), ended };
            stays.entry(stage).or_default().push((body, wait));
            rest = after;
        }
    }
    Ok(stays)
}
