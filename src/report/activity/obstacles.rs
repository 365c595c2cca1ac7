//! Obstacles and needs by topic, and who can help whom.

use super::{Order, Register};
use crate::locale::Gender;
use crate::report::build::reading_note;
use crate::report::document::{Align, Block, Cell, Column, Table};

const TOPIC: (&str, &str) = ("obstacles", "topic");
const STATE: (&str, &str) = ("obstacles", "state");

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    let rows: Vec<_> = register.rows("obstacles").iter().collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let desk = register.desk;
    let figure = |category| register.figure("obstacles", category);
    let mut text: Vec<String> = Vec::new();
    text.extend(register.sentence("obstacles-sentence", figure("total"), Gender::Masculine));
    text.extend(register.sentence("obstacles-academies", figure("academies"), Gender::Feminine));
    let states = register.listed("obstacles_state", STATE, Order::Vocabulary);
    if !states.is_empty() {
        text.push(desk.with("obstacles-states", &[("list", states.into())]));
    }
    let mut blocks = vec![Block::Paragraph(text.join(" ")), topics(register)];
    blocks.extend(help(register));
    let columns = ["academy", "topic", "state", "voiced_in", "description"];
    let table = ("obstacles", "obstacles", "table-obstacles");
    blocks.extend(register.table(table, &columns, &rows));
    blocks
}

/// Topics down, states across.
fn topics(register: &Register<'_>) -> Block {
    let desk = register.desk;
    let states = register.terms("obstacles_state", STATE, Order::Vocabulary);
    let topics = register.terms("obstacles_topic", TOPIC, Order::Ranked);
    let mut columns = vec![desk.words("column-topic")];
    let number = |title| Column { title, align: Align::Right };
    columns.extend(states.iter().map(|(state, _)| number(register.label(state))));
    columns.push(desk.numbers("column-whole"));
    let named = topics.iter().filter(|(_, figure)| figure.count() > 0);
    let rows = named.map(|(topic, whole)| {
        let mut row = vec![Cell::Text(register.label(topic))];
        row.extend(states.iter().map(|(state, _)| {
            let name = format!("{}_{}", topic.id, state.id);
            desk.number(register.figure("obstacles_topic_state", &name))
        }));
        row.push(desk.number(Some(whole)));
        row
    });
    Block::Table(Table {
        id: "obstacles_topic".to_owned(),
        caption: desk.with("table-obstacles-topic", &[]),
        columns,
        rows: rows.collect(),
        source: Some(register.source()),
    })
}

/// Who lifted an obstacle, beside who is blocked by it or asks for help.
fn help(register: &Register<'_>) -> Vec<Block> {
    let desk = register.desk;
    let topics = register.terms("obstacles_topic", TOPIC, Order::Ranked);
    let rows: Vec<Vec<Cell>> = topics
        .iter()
        .filter_map(|(topic, _)| {
            let in_state = |state: &str| {
                let name = format!("{}_{state}", topic.id);
                register.figure("obstacles_topic_state", &name).filter(|figure| figure.count() > 0)
            };
            let helpers = in_state("lifted")?;
            let (wanted, blocked) = (in_state("help_wanted"), in_state("blocked"));
            wanted.or(blocked)?;
            Some(vec![
                Cell::Text(register.label(topic)),
                register.names(Some(helpers)),
                register.names(wanted),
                register.names(blocked),
            ])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table {
        id: "help".to_owned(),
        caption: desk.with("table-help", &[]),
        columns: vec![
            desk.words("column-topic"),
            desk.words("column-helpers"),
            desk.words("column-help-wanted"),
            desk.words("column-blocked"),
        ],
        rows,
        source: Some(register.source()),
    };
    vec![Block::Table(table), reading_note(desk.text("reading-help"))]
}
