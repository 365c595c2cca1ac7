//! Launches over time, and how long it takes from the launch to the top of the ladder.
//!
//! A lab's launch is the date that its latest answer gives, counted from the first day of what was written: « 2019 »
//! starts in January. It is found active by the first edition that says so, at that edition's closing date.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use polars::prelude::*;

use super::super::figure::Unit;
use super::super::registry::{Entry, Registry};
use super::super::remark::Remark;
use super::by_year::{number, size};
use super::duration::stages;
use super::kaplan_meier::{Wait, median};
use super::panel::{Followed, Panel};
use crate::codebook::Kind;
use crate::model::{Base, BaseKind, LaunchKind};

/// Adds `launches_cumulated.<year>` (base: labs whose launch is known), and `launch_to_<stage>.labs`, `.ended` and
/// `.median` in months for the highest stage of the first ladder.
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>) -> PolarsResult<()> {
    let launches = launches(panel);
    cumulated(registry, panel, &launches)?;
    let ladder = panel.questions.iter().find(|one| one.question.kind == Kind::Single);
    match ladder {
        Some(ladder) => to_the_top(registry, panel, ladder, &launches),
        None => Ok(()),
    }
}

/// The launch of each body: the earliest of what its labs say in the latest edition where one says it.
fn launches(panel: &Panel<'_>) -> BTreeMap<u32, NaiveDate> {
    let mut launches: BTreeMap<u32, (usize, NaiveDate)> = BTreeMap::new();
    for lab in &panel.labs {
        let launch = lab.lab.launch().filter(|launch| launch.kind == LaunchKind::Actual);
        let Some(day) = launch.and_then(|launch| launch.period.first_day()) else { continue };
        let known = launches.entry(lab.body).or_insert((lab.year, day));
        *known = match lab.year.cmp(&known.0) {
            std::cmp::Ordering::Greater => (lab.year, day),
            std::cmp::Ordering::Equal => (lab.year, day.min(known.1)),
            std::cmp::Ordering::Less => *known,
        };
    }
    launches.into_iter().map(|(body, (_, day))| (body, day)).collect()
}

fn cumulated(
    registry: &mut Registry,
    panel: &Panel<'_>,
    launches: &BTreeMap<u32, NaiveDate>,
) -> PolarsResult<()> {
    let frame = df!(
        "body" => launches.keys().copied().collect::<Vec<u32>>(),
        "day" => launches.values().map(NaiveDate::num_days_from_ce).collect::<Vec<i32>>()
    )?;
    let base = Base { kind: BaseKind::RespondentsToQuestion, size: size(launches.len()) };
    for edition in &panel.editions {
        let closing = edition.file.closing_date.num_days_from_ce();
        let by_then = frame.clone().lazy().filter(col("day").lt_eq(lit(closing))).collect()?;
        let bodies: Vec<u32> = by_then.column("body")?.u32()?.iter().flatten().collect();
        let all: Vec<usize> = (0..panel.years.len()).collect();
        registry.add(Entry {
            value: number(bodies.len()),
            base: Some(base),
            trace: panel.trace_bodies(&bodies, &all, Some(&"launch".into())).into(),
            ..Entry::of("launches_cumulated", &edition.year().to_string())
        });
    }
    Ok(())
}

fn to_the_top(
    registry: &mut Registry,
    panel: &Panel<'_>,
    ladder: &Followed<'_>,
    launches: &BTreeMap<u32, NaiveDate>,
) -> PolarsResult<()> {
    let rank = |term| panel.codebook.term(&ladder.question.id, term).and_then(|term| term.rank);
    let top = ladder
        .lines()
        .filter(|(_, line)| line.terms.len() == 1)
        .max_by_key(|(_, line)| line.terms.first().and_then(rank));
    let Some((top, line)) = top else { return Ok(()) };
    let mut waits: Vec<(u32, Wait)> = Vec::new();
    let closing = |at: usize| panel.editions.get(at).map(|edition| edition.file.closing_date);
    for (body, seen) in stages(panel, ladder)? {
        let Some(launch) = launches.get(&body) else { continue };
        let found = seen.iter().find(|(_, stage)| *stage == top);
        let last = found.or(seen.last());
        let Some(end) = last.and_then(|(at, _)| closing(*at)) else { continue };
        if found.is_none() && end < *launch {
            continue;
        }
        waits.push((body, Wait { time: months(*launch, end), ended: found.is_some() }));
    }
    let indicator = format!("launch_to_{}", line.id);
    let bodies: Vec<u32> = waits.iter().map(|(body, _)| *body).collect();
    let waits: Vec<Wait> = waits.into_iter().map(|(_, wait)| wait).collect();
    let all: Vec<usize> = (0..panel.years.len()).collect();
    registry.add(Entry {
        value: number(waits.len()),
        trace: panel.trace_bodies(&bodies, &all, Some(&"launch".into())).into(),
        ..Entry::of(&indicator, "labs")
    });
    registry.add(Entry {
        value: number(waits.iter().filter(|wait| wait.ended).count()),
        base: Some(Base { kind: BaseKind::RespondentsToQuestion, size: size(waits.len()) }),
        ..Entry::of(&indicator, "ended")
    });
    let reached = median(&waits);
    let missing = || Remark::Message("remark-median-not-reached", Vec::new());
    registry.add(Entry {
        value: reached.map(f64::from),
        unit: Unit::Months,
        notes: if reached.is_none() { vec![missing()] } else { Vec::new() },
        ..Entry::of(&indicator, "median")
    });
    Ok(())
}

/// Whole calendar months from one date to a later one; none backwards.
fn months(from: NaiveDate, to: NaiveDate) -> u32 {
    let count = |date: NaiveDate| date.year() * 12 + i32::try_from(date.month0()).unwrap_or(0);
    u32::try_from(count(to) - count(from)).unwrap_or(0)
}
