//! The size of teams year by year, people and full-time equivalents apart; and for the labs that said it both years.

use polars::prelude::*;

use super::super::figure::Unit;
use super::super::registry::{Entry, Registry};
use super::super::remark::Remark;
use super::by_year::{number, size};
use super::change::{merged, years_of};
use super::panel::Panel;
use crate::codebook::{Bilingual, Crosswalk, Kind, WholePoint};
use crate::model::{Base, BaseKind, Comparable, People};

/// Adds, for people and for FTE: `team_by_year.<year>.<measure>_labs`, `_total`, `_median`; and for each earlier
/// edition A before the last, L, where the question compares: `team_same_labs.A-L.<measure>_labs`,
/// `.<measure>_from` and `_to` (base: labs that gave the number both years).
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>) -> PolarsResult<()> {
    let Some(question) = panel.codebook.questionnaire.of_kind(Kind::Team).next() else {
        return Ok(());
    };
    let whole = Crosswalk::build_whole(panel.codebook, question, &panel.years);
    let frame = frame(panel)?;
    for (measure, unit) in [("people", Unit::People), ("fte", Unit::Fte)] {
        by_year(registry, panel, (&frame, &whole), (measure, unit))?;
        same_labs(registry, panel, (&frame, &whole), (measure, unit))?;
    }
    Ok(())
}

/// One row per lab that answered: `year`, `body` (u32), `people`, `fte` (f64, null when not stated exactly).
fn frame(panel: &Panel<'_>) -> PolarsResult<DataFrame> {
    let labs = || panel.labs.iter().filter(|lab| lab.lab.team().is_some());
    let people = labs().map(|lab| {
        lab.lab.team().and_then(|team| team.people).and_then(People::exact).map(f64::from)
    });
    df!(
        "year" => labs().map(|lab| size(lab.year)).collect::<Vec<_>>(),
        "body" => labs().map(|lab| lab.body).collect::<Vec<_>>(),
        "people" => people.collect::<Vec<_>>(),
        "fte" => labs().map(|lab| lab.lab.team().and_then(|team| team.fte)).collect::<Vec<_>>()
    )
}

type Read<'r> = (&'r DataFrame, &'r [WholePoint]);

fn by_year(
    registry: &mut Registry,
    panel: &Panel<'_>,
    (frame, whole): Read<'_>,
    (measure, unit): (&str, Unit),
) -> PolarsResult<()> {
    let summed = frame
        .clone()
        .lazy()
        .filter(col(measure).is_not_null())
        .group_by([col("year")])
        .agg([
            col(measure).count().cast(DataType::UInt32).alias("labs"),
            col(measure).sum().alias("total"),
            col(measure).median().alias("median"),
        ])
        .collect()?;
    let years = summed.column("year")?.u32()?;
    let labs = summed.column("labs")?.u32()?;
    let (total, median) = (summed.column("total")?.f64()?, summed.column("median")?.f64()?);
    for (at, edition) in panel.editions.iter().enumerate() {
        let Some(point) = whole.get(at).filter(|point| point.question.is_some()) else { continue };
        let row = years.iter().position(|year| year == Some(size(at)));
        let count = row.and_then(|row| labs.get(row)).unwrap_or(0);
        let base = Base { kind: BaseKind::RespondentsToQuestion, size: count };
        let respondents =
            Base { kind: BaseKind::Respondents, size: size(edition.respondents().count()) };
        let statistics = [
            ("labs", Some(f64::from(count)), Unit::Labs, respondents),
            ("total", row.and_then(|row| total.get(row)), unit, base),
            ("median", row.and_then(|row| median.get(row)), unit, base),
        ];
        for (name, value, unit, base) in statistics {
            registry.add(Entry {
                value,
                unit,
                base: Some(base),
                comparable: point.comparable,
                notes: said(whole, at),
                ..Entry::of("team_by_year", &format!("{}.{measure}_{name}", edition.year()))
            });
        }
    }
    Ok(())
}

fn same_labs(
    registry: &mut Registry,
    panel: &Panel<'_>,
    (frame, whole): Read<'_>,
    (measure, unit): (&str, Unit),
) -> PolarsResult<()> {
    // A body that several labs have become since is as large as all of them.
    let given = frame
        .clone()
        .lazy()
        .filter(col(measure).is_not_null())
        .group_by([col("year"), col("body")])
        .agg([col(measure).sum()])
        .collect()?;
    let last = size(panel.last());
    let of = |year: u32, name: &str| {
        let rows = given.clone().lazy().filter(col("year").eq(lit(year)));
        rows.select([col("body"), col(measure).alias(name)])
    };
    for at in 0..panel.last() {
        let Some(point) = whole
            .get(at)
            .filter(|point| point.question.is_some() && point.comparable != Comparable::No)
        else {
            continue;
        };
        let (Some(from), Some(to)) = (panel.years.get(at), panel.years.last()) else { continue };
        let body = [col("body")];
        let both = of(size(at), "then")
            .join(of(last, "now"), body.clone(), body, JoinArgs::new(JoinType::Inner))
            .sort(["body"], SortMultipleOptions::default())
            .collect()?;
        let bodies: Vec<u32> = both.column("body")?.u32()?.iter().flatten().collect();
        let base = Base { kind: BaseKind::RespondentsToQuestion, size: size(bodies.len()) };
        let sum = |name: &str| -> PolarsResult<Option<f64>> {
            let sum = both.column(name)?.f64()?.sum();
            Ok(sum.filter(|_| !bodies.is_empty()))
        };
        let mut notes = said(whole, at);
        notes.insert(0, Remark::Message("remark-same-labs", years_of((*from, *to))));
        notes.extend(merged(panel, at, (*from, *to)));
        let question = Some("team".into());
        let trace = panel.trace_bodies(&bodies, &[at, panel.last()], question.as_ref());
        let statistics = [
            ("labs", number(bodies.len()), Unit::Labs),
            ("from", sum("then")?, unit),
            ("to", sum("now")?, unit),
        ];
        for (name, value, unit) in statistics {
            registry.add(Entry {
                value,
                unit,
                base: Some(base),
                comparable: point.comparable,
                notes: notes.clone(),
                trace: trace.clone().into(),
                ..Entry::of("team_same_labs", &format!("{from}-{to}.{measure}_{name}"))
            });
        }
    }
    Ok(())
}

fn said(whole: &[WholePoint], from: usize) -> Vec<Remark> {
    let notes: Vec<&Bilingual> = whole.iter().skip(from).flat_map(|point| &point.notes).collect();
    let mut remarks: Vec<Remark> = Vec::new();
    for note in notes {
        let remark = Remark::Said(note.clone());
        if !note.fr.is_empty() && !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
    remarks
}
