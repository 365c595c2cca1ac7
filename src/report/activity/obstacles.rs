//! Obstacles and needs by topic, and who can help whom.

use super::{Order, Register};
use crate::chart::Diagonal;
use crate::codebook::Term;
use crate::indicators::Figure;
use crate::locale::Gender;
use crate::report::build::reading_note;
use crate::report::crossed::Crossed;
use crate::report::document::{Block, Cell, Table};

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
    let mut blocks = vec![Block::Paragraph(text.join(" "))];
    blocks.extend(topics(register));
    blocks.extend(help(register));
    let columns = ["academy", "topic", "state", "voiced_in", "description"];
    let table = ("obstacles", "obstacles", "table-obstacles");
    blocks.extend(register.table(table, &columns, &rows));
    blocks
}

/// Topics down, states across.
fn topics(register: &Register<'_>) -> Vec<Block> {
    let desk = register.desk;
    let states = register.terms("obstacles_state", STATE, Order::Vocabulary);
    let mut topics = register.terms("obstacles_topic", TOPIC, Order::Ranked);
    topics.retain(|(_, figure)| figure.count() > 0);
    let Some((_, first)) = topics.first() else { return Vec::new() };
    let row = |(topic, whole): &(&Term, &Figure)| {
        let in_state = |(state, _): &(&Term, &Figure)| {
            let name = format!("{}_{}", topic.id, state.id);
            register.figure("obstacles_topic_state", &name)
        };
        let counts = states.iter().map(in_state).collect();
        (register.label(topic), counts, Some(desk.number(Some(whole))))
    };
    let leaders = topics.iter().filter(|(_, figure)| figure.count() == first.count());
    let leaders: Vec<String> = leaders.map(|(topic, _)| register.label(topic)).collect();
    let labels: Vec<&str> = leaders.iter().map(String::as_str).collect();
    let mut args = desk.counted(("n", "n_words"), first.count(), Gender::Masculine).to_vec();
    let base = first.base.map_or(0, |base| base.size);
    args.push(("base", desk.locale.spelled(base, Gender::Masculine).into()));
    let title = desk.leading("obstacles_topic", &labels, args);
    let crossed = Crossed {
        id: "obstacles_topic".to_owned(),
        corner: desk.text("column-topic"),
        rows: topics.iter().map(row).collect(),
        columns: states.iter().map(|(state, _)| register.label(state)).collect(),
        totals: Some((String::new(), Vec::new(), desk.text("column-whole"))),
        diagonal: Diagonal::Plain,
        note: None,
        source: register.source(),
        desk,
    };
    let around = ["chart-obstacles-topic", "table-obstacles-topic"].map(|key| desk.with(key, &[]));
    let [subtitle, caption] = around;
    crossed.blocks(title, (subtitle, caption))
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
