//! Support given to the académies, by kind.

use super::{Order, Register};
use crate::locale::Gender;
use crate::report::document::{Block, Cell, Table};

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    if register.rows("support").is_empty() {
        return Vec::new();
    }
    let desk = register.desk;
    let total = register.figure("support", "total");
    let mut text =
        register.sentence("support-sentence", total, Gender::Masculine).unwrap_or_default();
    let academies = register.figure("support", "academies").filter(|figure| figure.count() > 0);
    let hours = register.figure("support", "hours");
    for (key, figure) in [("support-academies", academies), ("support-hours", hours)] {
        if let Some(sentence) = register.sentence(key, figure, Gender::Feminine) {
            text.push(' ');
            text.push_str(&sentence);
        }
    }
    let terms = register.terms("support_kind", ("support", "kind"), Order::Vocabulary);
    let rows = terms.iter().map(|(term, figure)| {
        let id = term.id.as_str();
        let academies = register.figure("support_academies", id);
        vec![
            Cell::Text(register.label(term)),
            desk.number(Some(figure)),
            hours_of(register, id),
            desk.number(academies),
            register.names(academies),
        ]
    });
    let table = Table {
        id: "support_kind".to_owned(),
        caption: desk.with("table-support", &[]),
        columns: vec![
            desk.words("column-support"),
            desk.numbers("column-times"),
            desk.numbers("column-hours"),
            desk.numbers("column-academies-helped"),
            desk.words("column-which"),
        ],
        rows: rows.collect(),
        source: Some(register.source()),
    };
    vec![Block::Paragraph(text), Block::Table(table)]
}

/// The hours of a kind of support; blank when none of its rows gives any.
fn hours_of(register: &Register<'_>, kind: &str) -> Cell {
    let hours = register.figure("support_hours", kind).filter(|hours| hours.value.is_some());
    hours.map_or_else(|| Cell::Text(String::new()), |hours| register.desk.number(Some(hours)))
}
