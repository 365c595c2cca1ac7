//! The last section: what the bases are, and the same count on each of them.

use super::document::{Block, Cell, Section, Table};
use super::words::Desk;
use crate::locale::Gender;

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>) -> Section {
    let row = |category: &str| {
        let figure = desk.registry.get("base", category);
        let key = category.replace('_', "-");
        vec![
            Cell::Text(desk.text(&format!("base-{key}"))),
            desk.number(figure),
            Cell::Text(desk.text(&format!("base-{key}-meaning"))),
        ]
    };
    let table = Table {
        id: "bases".to_owned(),
        caption: desk.text("table-bases"),
        columns: vec![
            desk.words("column-base"),
            desk.numbers("column-size"),
            desk.words("column-meaning"),
        ],
        rows: vec![row("respondents"), row("known_labs"), row("academies")],
        source: Some(desk.source()),
    };
    let mut blocks = vec![
        Block::Paragraph(desk.text("reading-bases")),
        Block::Table(table),
        Block::Paragraph(desk.text("reading-sources")),
    ];
    blocks.extend(withheld(desk).map(Block::Paragraph));
    Section {
        id: "reading".to_owned(),
        title: desk.text("section-reading"),
        sheet: desk.text("sheet-reading"),
        blocks,
    }
}

/// What a threshold withheld; nothing when none was asked for.
fn withheld(desk: &Desk<'_>) -> Option<String> {
    let threshold = desk.registry.get("withheld", "threshold")?;
    let values = desk.registry.get("withheld", "values")?;
    let mut args = desk.counted(("n", "n_words"), values.count(), Gender::Feminine).to_vec();
    args.push(("threshold", desk.digits(Some(threshold))));
    args.push(("count", desk.digits(Some(values))));
    Some(desk.with("reading-withheld", &args))
}
