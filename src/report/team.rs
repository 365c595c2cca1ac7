//! The section of teams: people and full-time equivalents, apart.

use super::build::reading_note;
use super::document::{Block, Cell, Section, Table};
use super::words::Desk;
use crate::locale::Gender;

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>) -> Section {
    let labs = desk.registry.get("team", "people_labs");
    let count = labs.map_or(0, crate::indicators::Figure::count);
    let mut args = desk.counted(("n", "n_words"), count, Gender::Masculine).to_vec();
    args.push(("count", desk.digits(labs)));
    args.push((
        "base",
        labs.and_then(|figure| figure.base).map_or(0, |base| base.size).to_string().into(),
    ));
    for (name, category) in [
        ("total", "people_total"),
        ("median", "people_median"),
        ("min", "people_min"),
        ("max", "people_max"),
    ] {
        args.push((name, desk.digits(desk.registry.get("team", category))));
    }
    // A threshold withholds the smallest team, and may withhold the sum.
    let given = |category: &str| {
        desk.registry.get("team", category).is_some_and(|figure| figure.value.is_some())
    };
    let key = match (given("people_total"), given("people_min")) {
        (true, false) => "team-sentence-total",
        (false, _) if count > 0 => "team-sentence-withheld",
        _ => "team-sentence",
    };
    let blocks = vec![
        Block::Paragraph(desk.with(key, &args)),
        Block::Table(table(desk)),
        reading_note(desk.text("reading-team")),
    ];
    Section {
        id: "team".to_owned(),
        title: desk.text("section-team"),
        sheet: desk.text("sheet-team"),
        blocks,
    }
}

fn table(desk: &Desk<'_>) -> Table {
    let row = |measure: &str| {
        let figure = |statistic: &str| {
            desk.number(desk.registry.get("team", &format!("{measure}_{statistic}")))
        };
        let name = desk.text(&format!("team-{measure}"));
        vec![
            Cell::Text(name),
            figure("labs"),
            figure("total"),
            figure("median"),
            figure("min"),
            figure("max"),
        ]
    };
    Table {
        id: "team".to_owned(),
        caption: desk.text("table-team"),
        columns: vec![
            desk.words("column-measure"),
            desk.numbers("column-labs"),
            desk.numbers("column-total"),
            desk.numbers("column-median"),
            desk.numbers("column-min"),
            desk.numbers("column-max"),
        ],
        rows: vec![row("people"), row("fte")],
        source: Some(desk.source()),
    }
}
