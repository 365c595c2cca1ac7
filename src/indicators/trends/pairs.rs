//! An earlier year beside the last one, body by body: who answered both, and what became of the others.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::panel::Panel;

/// The bodies behind a change of one line, by what became of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes {
    /// Answered both years, and named it both times.
    pub(super) kept: Vec<u32>,
    /// Answered both years, and names it only since.
    pub(super) gained: Vec<u32>,
    /// Answered both years, and names it no longer.
    pub(super) lost: Vec<u32>,
    /// Names it, and had not answered the question then.
    pub(super) entrants: Vec<u32>,
    /// Named it then, and is gone.
    pub(super) leavers: Vec<u32>,
    /// Named it then, and did not answer the question now.
    pub(super) silent: Vec<u32>,
}

/// Every earlier year beside the last one.
#[derive(Debug)]
pub(super) struct Pairs {
    /// By earlier year and line.
    pub(super) lines: BTreeMap<(u32, u32), Classes>,
    /// The bodies that answered a question both years, by earlier year and question.
    pub(super) both: BTreeMap<(u32, u32), Vec<u32>>,
}

/// Compares each earlier year with the last one.
pub(super) fn compare(panel: &Panel<'_>) -> PolarsResult<Pairs> {
    let last = u32::try_from(panel.last()).unwrap_or(u32::MAX);
    let status = beside(&panel.body_answered, "question", last, ["was", "is"])?;
    let named = beside(&panel.body_ticks, "line", last, ["then", "now"])?;
    let (mut line, mut question) = (Vec::new(), Vec::new());
    for (place, followed) in (0_u32..).zip(&panel.questions) {
        for (at, _) in followed.lines() {
            line.push(at);
            question.push(place);
        }
    }
    let questions = df!("line" => line, "question" => question)?;
    let gone: Vec<bool> = (0_u32..).zip(&panel.bodies).map(|(at, _)| panel.is_gone(at)).collect();
    let body: Vec<u32> = (0_u32..).zip(&panel.bodies).map(|(at, _)| at).collect();
    let bodies = df!("body" => body, "gone" => gone)?;
    let left = JoinArgs::new(JoinType::Left);
    let answered = [col("year"), col("question"), col("body")];
    let classed = named
        .lazy()
        .join(questions.lazy(), [col("line")], [col("line")], left.clone())
        .join(status.clone().lazy(), answered.clone(), answered, left.clone())
        .join(bodies.lazy(), [col("body")], [col("body")], left)
        .with_column(class().alias("class"))
        .group_by([col("year"), col("line"), col("class")])
        .agg([col("body").sort(SortOptions::default())])
        .collect()?;
    let both = status
        .lazy()
        .filter(col("was").and(col("is")))
        .group_by([col("year"), col("question")])
        .agg([col("body").sort(SortOptions::default())])
        .collect()?;
    Ok(Pairs { lines: lines(&classed)?, both: groups(&both, "question")? })
}

/// What became of a body that named a line in one of two years.
fn class() -> Expr {
    let (was, is) = (|| col("was"), || col("is"));
    when(was().and(is()).and(col("then")).and(col("now")))
        .then(lit(0))
        .when(was().and(is()).and(col("now")))
        .then(lit(1))
        .when(was().and(is()))
        .then(lit(2))
        .when(is())
        .then(lit(3))
        .when(col("gone"))
        .then(lit(4))
        .otherwise(lit(5))
}

/// The rows of every earlier year beside those of the last: one row per year, key and body that is in either.
fn beside(frame: &DataFrame, key: &str, last: u32, flags: [&str; 2]) -> PolarsResult<DataFrame> {
    let [then, now] = flags;
    let on = [col("year"), col(key), col("body")];
    let earlier = frame.clone().lazy().filter(col("year").lt(lit(last)));
    let of_last = frame.clone().lazy().filter(col("year").eq(lit(last))).collect()?;
    let copies: Vec<LazyFrame> = (0..last)
        .map(|year| {
            of_last.clone().lazy().with_column(lit(year).cast(DataType::UInt32).alias("year"))
        })
        .collect();
    let later = concat(copies, UnionArgs::default())?;
    let full = JoinArgs::new(JoinType::Full).with_coalesce(JoinCoalesce::CoalesceColumns);
    earlier
        .with_column(lit(true).alias(then))
        .join(later.with_column(lit(true).alias(now)), on.clone(), on, full)
        .with_columns([col(then).fill_null(lit(false)), col(now).fill_null(lit(false))])
        .collect()
}

fn lines(classed: &DataFrame) -> PolarsResult<BTreeMap<(u32, u32), Classes>> {
    let classes = classed.column("class")?.i32()?;
    let mut lines: BTreeMap<(u32, u32), Classes> = BTreeMap::new();
    for (row, (key, bodies)) in grouped(classed, "line")?.into_iter().enumerate() {
        let found = lines.entry(key).or_default();
        let place = match classes.get(row) {
            Some(0) => &mut found.kept,
            Some(1) => &mut found.gained,
            Some(2) => &mut found.lost,
            Some(3) => &mut found.entrants,
            Some(4) => &mut found.leavers,
            _ => &mut found.silent,
        };
        *place = bodies;
    }
    Ok(lines)
}

fn groups(frame: &DataFrame, key: &str) -> PolarsResult<BTreeMap<(u32, u32), Vec<u32>>> {
    Ok(grouped(frame, key)?.into_iter().collect())
}

type Group = ((u32, u32), Vec<u32>);

/// Year, key and bodies of each row.
fn grouped(frame: &DataFrame, key: &str) -> PolarsResult<Vec<Group>> {
    let (years, keys) = (frame.column("year")?.u32()?, frame.column(key)?.u32()?);
    let bodies = frame.column("body")?.list()?;
    let mut groups = Vec::with_capacity(frame.height());
    for row in 0..frame.height() {
        let (Some(year), Some(key)) = (years.get(row), keys.get(row)) else { continue };
        let listed = bodies.get_as_series(row);
        let listed =
            listed.map(|list| Ok::<_, PolarsError>(list.u32()?.iter().flatten().collect()));
        groups.push(((year, key), listed.transpose()?.unwrap_or_default()));
    }
    Ok(groups)
}
