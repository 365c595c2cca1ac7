//! Charts from figures: the title states the finding, the subtitle the measure and its base.

use super::document::{Block, ChartBlock, Series};
use super::launches::LaunchYear;
use super::terms::Ranked;
use super::words::Desk;
use crate::chart::{
    Bar, ChartKind, ChartSpec, Level, Period, RankedBars, Role, StackedYears, Timeline, YearColumn,
};
use crate::codebook::{Kind, Question};
use crate::indicators::Figure;
use crate::locale::{Arg, Gender, capitalised};

/// The chart of a question with a vocabulary.
pub(super) fn terms(
    desk: &Desk<'_>,
    question: &Question,
    rows: &[Ranked<'_>],
    table: &str,
) -> Block {
    let base = rows.first().and_then(|(_, figure)| figure.base).map_or(0, |base| base.size);
    let kind = if question.kind == Kind::Single {
        ladder(desk, rows, base)
    } else {
        ranked_bars(desk, rows, base)
    };
    let list = rows
        .iter()
        .map(|(term, figure)| {
            let args = [
                ("answer", desk.pick(&term.label).to_owned().into()),
                ("count", desk.shown(figure).text.into()),
            ];
            desk.with("finding-part", &args)
        })
        .collect::<Vec<_>>()
        .join(&desk.text("list-separator"));
    let mut args = vec![
        ("question", desk.pick(&question.label).to_owned().into()),
        ("base", base.to_string().into()),
        ("list", list.into()),
    ];
    args.extend(desk.counted(("n", "n_words"), base, Gender::Masculine));
    let subtitle = if question.kind == Kind::Single {
        "chart-single-subtitle"
    } else {
        "chart-multiple-subtitle"
    };
    let spec = ChartSpec {
        id: question.id.to_string(),
        lang: desk.locale.lang.tag().to_owned(),
        title: title(desk, question, rows, base),
        subtitle: desk.with(subtitle, &args),
        source: desk.source(),
        description: desk.with("chart-terms-description", &args),
        kind,
    };
    let series = vec![Series { column: 1, name: desk.text("column-labs"), outlined: false }];
    Block::Chart(Box::new(ChartBlock { spec, table: table.to_owned(), categories: 0, series }))
}

/// The finding: how many are on the highest step, or which answer comes first.
fn title(desk: &Desk<'_>, question: &Question, rows: &[Ranked<'_>], base: u32) -> String {
    let found = if question.kind == Kind::Single {
        rows.iter().max_by_key(|(term, _)| term.rank)
    } else {
        rows.first()
    };
    let Some((term, figure)) = found else { return desk.pick(&question.label).to_owned() };
    let ties = rows.iter().filter(|(_, other)| other.count() == figure.count()).count();
    let mut args: Vec<Arg<'_>> =
        desk.counted(("n", "n_words"), figure.count(), Gender::Masculine).to_vec();
    args.extend(desk.counted(("base", "base_words"), base, Gender::Masculine));
    args.push(("answer", desk.pick(term.short.as_ref().unwrap_or(&term.label)).to_owned().into()));
    let key = match (question.kind, ties) {
        (Kind::Single, _) => format!("chart-title-{}", question.id),
        (_, 1) => "chart-title-first".to_owned(),
        _ => "chart-title-tied".to_owned(),
    };
    if ties == 2
        && question.kind == Kind::Multiple
        && let Some((second, _)) = rows.get(1)
    {
        args.push((
            "second",
            desk.pick(second.short.as_ref().unwrap_or(&second.label)).to_owned().into(),
        ));
        return capitalised(&desk.with("chart-title-two", &args));
    }
    let year = desk.registry.year().to_string();
    let mut with_year = args.clone();
    with_year.push(("year", year.into()));
    let title = desk
        .locale
        .find(&key, &with_year)
        .unwrap_or_else(|| desk.with("chart-title-single", &args));
    capitalised(&title)
}

fn ranked_bars(desk: &Desk<'_>, rows: &[Ranked<'_>], base: u32) -> ChartKind {
    let bar = |(term, figure): &Ranked<'_>| Bar {
        label: capitalised(desk.pick(&term.label)),
        count: figure.count(),
        note: None,
        role: Role::Answer,
    };
    ChartKind::RankedBars(RankedBars { bars: rows.iter().map(bar).collect(), base })
}

fn ladder(desk: &Desk<'_>, rows: &[Ranked<'_>], base: u32) -> ChartKind {
    let level = |(term, _): &Ranked<'_>| Level {
        label: desk.pick(&term.label).to_owned(),
        role: Role::Answer,
        sign: String::new(),
    };
    let counts = rows.iter().map(|(_, figure)| figure.count()).collect();
    let year = YearColumn { label: desk.registry.year().to_string(), counts, base };
    ChartKind::StackedYears(StackedYears {
        levels: rows.iter().map(level).collect(),
        years: vec![year],
    })
}

/// The chart of launches by year.
pub(super) fn launches(desk: &Desk<'_>, years: &[LaunchYear<'_>]) -> Block {
    let count = |figure: Option<&Figure>| figure.map_or(0, Figure::count);
    let period = |year: &LaunchYear<'_>| {
        let planned = count(year.planned);
        let args = desk.counted(("n", "n_words"), planned, Gender::Masculine);
        let note = (planned > 0).then(|| desk.with("chart-planned", &args));
        Period { label: year.year.to_string(), happened: count(year.actual), planned, note }
    };
    let undated = desk.registry.get("launches", "undated").filter(|figure| figure.count() > 0);
    let unknown = undated.map(|figure| Bar {
        label: desk.text("chart-undated"),
        count: figure.count(),
        note: None,
        role: Role::Silent,
    });
    // Of equal years the latest.
    let busiest = years.iter().max_by_key(|year| (count(year.actual), year.year));
    let (n, year) = busiest.map_or((0, 0), |year| (count(year.actual), year.year));
    let mut args: Vec<Arg<'_>> = desk.counted(("n", "n_words"), n, Gender::Masculine).to_vec();
    args.push(("launch_year", year.to_string().into()));
    let dated = desk.registry.get("launches", "dated");
    args.push(("base", count(dated).to_string().into()));
    args.push((
        "respondents",
        dated.and_then(|figure| figure.base).map_or(0, |base| base.size).to_string().into(),
    ));
    let list = years.iter().map(|year| {
        let args = [
            ("launch_year", year.year.to_string().into()),
            ("count", count(year.actual).to_string().into()),
            ("planned", f64::from(count(year.planned)).into()),
            ("planned_count", count(year.planned).to_string().into()),
        ];
        desk.with("chart-launches-part", &args)
    });
    args.push(("list", list.collect::<Vec<_>>().join(&desk.text("list-separator")).into()));
    let spec = ChartSpec {
        id: "launches".to_owned(),
        lang: desk.locale.lang.tag().to_owned(),
        title: capitalised(&desk.with("chart-title-launches", &args)),
        subtitle: desk.with("chart-launches-subtitle", &args),
        source: desk.source(),
        description: desk.with("chart-launches-description", &args),
        kind: ChartKind::Timeline(Timeline {
            periods: years.iter().map(period).collect(),
            unknown,
        }),
    };
    let series = vec![
        Series { column: 1, name: desk.text("column-launched"), outlined: false },
        Series { column: 2, name: desk.text("column-planned"), outlined: true },
    ];
    Block::Chart(Box::new(ChartBlock { spec, table: "launches".to_owned(), categories: 0, series }))
}
