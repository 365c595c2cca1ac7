//! The section of launches by year.

use super::charts;
use super::document::{Block, Cell, Section, Table};
use super::words::Desk;
use crate::indicators::Figure;
use crate::locale::Gender;

/// A year of launches: those that happened and those announced.
pub(super) struct LaunchYear<'a> {
    pub(super) year: i32,
    pub(super) actual: Option<&'a Figure>,
    pub(super) planned: Option<&'a Figure>,
}

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>) -> Section {
    let years = years(desk);
    let mut blocks = vec![Block::Paragraph(sentence(desk))];
    if !years.is_empty() {
        blocks.push(charts::launches(desk, &years));
        blocks.push(Block::Table(table(desk, &years)));
    }
    if let Some(undated) =
        desk.registry.get("launches", "undated").filter(|figure| figure.count() > 0)
    {
        let mut args = desk.counted(("n", "n_words"), undated.count(), Gender::Masculine).to_vec();
        args.push(("names", desk.names(Some(undated)).into()));
        blocks.push(Block::Paragraph(desk.with("launches-undated", &args)));
    }
    Section {
        id: "launches".to_owned(),
        title: desk.text("section-launches"),
        sheet: desk.text("sheet-launches"),
        blocks,
    }
}

/// Every year from the first launch to the last, those without any included.
pub(super) fn years<'a>(desk: &'a Desk<'_>) -> Vec<LaunchYear<'a>> {
    let year = |figure: &Figure| {
        figure.category.split('_').next().and_then(|year| year.parse::<i32>().ok())
    };
    let given: Vec<i32> = desk.registry.of("launches").filter_map(year).collect();
    let (Some(first), Some(last)) = (given.iter().min().copied(), given.iter().max().copied())
    else {
        return Vec::new();
    };
    (first..=last)
        .map(|year| LaunchYear {
            year,
            actual: desk.registry.get("launches", &year.to_string()),
            planned: desk.registry.get("launches", &format!("{year}_planned")),
        })
        .collect()
}

fn sentence(desk: &Desk<'_>) -> String {
    let dated = desk.registry.get("launches", "dated");
    let count = dated.map_or(0, Figure::count);
    let mut args = desk.counted(("n", "n_words"), count, Gender::Masculine).to_vec();
    args.push(("count", desk.digits(dated)));
    args.push((
        "base",
        dated.and_then(|figure| figure.base).map_or(0, |base| base.size).to_string().into(),
    ));
    desk.with("launches-sentence", &args)
}

fn table(desk: &Desk<'_>, years: &[LaunchYear<'_>]) -> Table {
    let row = |year: &LaunchYear<'_>| {
        let names = [desk.names(year.actual), desk.names(year.planned)];
        let names: Vec<&str> =
            names.iter().map(String::as_str).filter(|names| !names.is_empty()).collect();
        vec![
            Cell::Ordinal(year.year.unsigned_abs()),
            desk.number(year.actual),
            desk.number(year.planned),
            Cell::Text(names.join(", ")),
        ]
    };
    Table {
        id: "launches".to_owned(),
        caption: desk.text("table-launches"),
        columns: vec![
            desk.words("column-year"),
            desk.numbers("column-launched"),
            desk.numbers("column-planned"),
            desk.words("column-academies"),
        ],
        rows: years.iter().map(row).collect(),
        source: Some(desk.source()),
    }
}
