//! The section of what was noticed, the heaviest first.

use super::document::{Block, Cell, Section, Table};
use super::words::Desk;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Gender;

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>, diagnostics: &[Diagnostic]) -> Section {
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|diagnostic| diagnostic.severity());
    let count = |severity| {
        u32::try_from(ordered.iter().filter(|one| one.severity() == severity).count())
            .unwrap_or(u32::MAX)
    };
    let args: Vec<_> = [
        ("errors", "errors_words", Severity::Error),
        ("warnings", "warnings_words", Severity::Warning),
    ]
    .into_iter()
    .flat_map(|(number, words, severity)| {
        desk.counted((number, words), count(severity), Gender::Masculine)
    })
    .collect();
    let mut blocks = vec![Block::Paragraph(desk.with("diagnostics-sentence", &args))];
    if !ordered.is_empty() {
        blocks.push(Block::Table(table(desk, &ordered)));
    }
    Section {
        id: "diagnostics".to_owned(),
        title: desk.text("section-diagnostics"),
        sheet: desk.text("sheet-diagnostics"),
        blocks,
    }
}

fn table(desk: &Desk<'_>, diagnostics: &[&Diagnostic]) -> Table {
    let row = |diagnostic: &&Diagnostic| {
        vec![
            Cell::Text(desk.locale.severity(diagnostic.severity())),
            diagnostic.origin.clone().map_or(Cell::Empty, Cell::Origin),
            Cell::Text(desk.locale.message(diagnostic)),
            Cell::Text(desk.locale.hint(diagnostic)),
        ]
    };
    Table {
        id: "diagnostics".to_owned(),
        caption: desk.text("table-diagnostics"),
        columns: vec![
            desk.words("column-severity"),
            desk.words("column-where"),
            desk.words("column-message"),
            desk.words("column-advice"),
        ],
        rows: diagnostics.iter().map(row).collect(),
        source: None,
    }
}
