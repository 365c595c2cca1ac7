//! Sessions by nature and by level of support, where they were held, and the short formats.

use super::{ByTerm, Order, Register};
use crate::locale::Gender;
use crate::report::document::{Block, Cell, Table};

const NATURE: (&str, &str) = ("sessions", "nature");
const LEVEL: (&str, &str) = ("sessions", "level");

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    let rows = register.rows("sessions");
    if rows.is_empty() {
        return Vec::new();
    }
    let total = register.figure("sessions", "total");
    let mut text =
        register.sentence("sessions-sentence", total, Gender::Feminine).unwrap_or_default();
    let mut add = |sentence: Option<String>| {
        if let Some(sentence) = sentence {
            text.push(' ');
            text.push_str(&sentence);
        }
    };
    add(first_nature(register));
    let participants = register.figure("sessions", "participants");
    add(register.sentence("sessions-participants", participants, Gender::Masculine));
    let modes = register.listed("sessions_mode", ("sessions", "mode"), Order::Ranked);
    if !modes.is_empty() {
        add(Some(register.desk.with("sessions-modes", &[("list", modes.into())])));
    }
    let mut blocks = vec![Block::Paragraph(text)];
    blocks.extend(register.by_term(&ByTerm {
        indicator: "sessions_nature",
        register: "sessions",
        column: "nature",
        caption: "table-sessions-nature",
        unit: "column-sessions",
        base: "column-base-sessions-nature",
        order: Order::Ranked,
        names: false,
    }));
    blocks.extend(register.by_term(&ByTerm {
        indicator: "sessions_level",
        register: "sessions",
        column: "level",
        caption: "table-sessions-level",
        unit: "column-sessions",
        base: "column-base-sessions-level",
        order: Order::Vocabulary,
        names: false,
    }));
    blocks.extend(cross(register));
    let short: Vec<_> = rows
        .iter()
        .filter(|row| row.term("format").is_some_and(|term| term.as_str() == "short"))
        .collect();
    if !short.is_empty() {
        let figure = register.figure("sessions_format", "short");
        let sentence = register.sentence("sessions-short", figure, Gender::Masculine);
        blocks.extend(sentence.map(Block::Paragraph));
        let columns = ["date", "title", "topic", "academy", "participants"];
        let table = ("sessions", "sessions_short", "table-sessions-short");
        blocks.extend(register.table(table, &columns, &short));
    }
    blocks
}

fn first_nature(register: &Register<'_>) -> Option<String> {
    let terms = register.terms("sessions_nature", NATURE, Order::Ranked);
    let ((term, figure), second) = (terms.first()?, terms.get(1));
    if figure.count() == 0 || second.is_some_and(|(_, second)| second.count() == figure.count()) {
        return None;
    }
    let nature = [("nature", register.inside(term).to_owned().into())];
    register.sentence_with("sessions-first", Some(figure), Gender::Feminine, &nature)
}

/// Natures down, levels across, the whole of each at the end.
fn cross(register: &Register<'_>) -> Option<Block> {
    let desk = register.desk;
    let levels = register.terms("sessions_level", LEVEL, Order::Vocabulary);
    let natures = register.terms("sessions_nature", NATURE, Order::Ranked);
    if levels.iter().all(|(_, figure)| figure.count() == 0) {
        return None;
    }
    let mut columns = vec![desk.words("column-nature")];
    columns.extend(levels.iter().map(|(term, _)| crate::report::document::Column {
        title: register.label(term),
        align: crate::report::document::Align::Right,
    }));
    columns.push(desk.numbers("column-whole"));
    let mut rows: Vec<Vec<Cell>> = natures
        .iter()
        .map(|(nature, whole)| {
            let mut row = vec![Cell::Text(register.label(nature))];
            row.extend(levels.iter().map(|(level, _)| {
                let name = format!("{}_{}", nature.id, level.id);
                desk.number(register.figure("sessions_nature_level", &name))
            }));
            row.push(desk.number(Some(whole)));
            row
        })
        .collect();
    let mut last = vec![Cell::Text(desk.text("column-whole"))];
    last.extend(levels.iter().map(|(_, figure)| desk.number(Some(figure))));
    last.push(desk.number(register.figure("sessions", "total")));
    rows.push(last);
    Some(Block::Table(Table {
        id: "sessions_nature_level".to_owned(),
        caption: desk.with("table-sessions-cross", &[]),
        columns,
        rows,
        source: Some(register.source()),
    }))
}
