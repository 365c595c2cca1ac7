//! The report as calls of the layout's functions.

use chrono::Datelike;

use super::columns;
use super::prose;
use super::script::{Script, Value};
use crate::render::Inputs;
use crate::report::{
    Align, Block, Cell, ChartBlock, Fiche, FicheAnswer, KeyFigure, NoteKind, Section, Table,
};

/// Writes the whole document.
pub(super) fn write(script: &mut Script, inputs: &Inputs<'_>) {
    let (report, locale) = (inputs.report, inputs.locale);
    let date = report.date;
    script.show(
        "report",
        &[
            ("title", Value::text(&report.title)),
            ("subtitle", Value::text(&report.subtitle)),
            ("author", Value::text(&report.author)),
            ("year", Value::text(&date.year().to_string())),
            ("month", Value::text(&date.month().to_string())),
            ("day", Value::text(&date.day().to_string())),
            ("lang", Value::Name(report.lang.to_owned())),
            ("provisional", report.provisional.as_deref().map_or(Value::None, Value::text)),
            ("notice", report.notice.as_deref().map_or(Value::None, Value::text)),
            ("contents", Value::text(&report.labels.contents)),
            ("figure-name", Value::text(&locale.text("pdf-figure"))),
            ("table-name", Value::text(&locale.text("label-table"))),
        ],
    );
    for section in &report.sections {
        self::section(script, inputs, section);
    }
    if !report.fiches.is_empty() {
        script.call("annex", &[("title", Value::text(&locale.text("pdf-annex")))]);
    }
    for fiche in &report.fiches {
        self::fiche(script, inputs, fiche);
    }
}

/// Where a chart's picture lies in the document's world.
pub(super) fn picture_path(chart: &ChartBlock) -> String {
    format!("/charts/{}.svg", chart.spec.id)
}

fn section(script: &mut Script, inputs: &Inputs<'_>, section: &Section) {
    let mut blocks = section.blocks.as_slice();
    if let Some((lead, table, rest)) = turned_start(section) {
        let mut arguments = table_arguments(inputs, table, true);
        arguments.push(("title", Value::text(&section.title)));
        arguments.push(("lead", Value::texts(lead)));
        script.call("data", &arguments);
        blocks = rest;
    } else {
        script.call("section", &[("title", Value::text(&section.title))]);
    }
    for block in blocks {
        match block {
            Block::Prose(block) => prose::write(script, block),
            Block::Paragraph(text) => script.call("para", &[("body", Value::text(text))]),
            Block::Note(NoteKind::Reading, text) => {
                script.call("reading", &[("body", Value::text(text))]);
            }
            Block::Note(NoteKind::Attention, text) => {
                script.call("attention", &[("body", Value::text(text))]);
            }
            Block::KeyFigures(figures) => key_figures(script, figures),
            Block::Chart(chart) => script.call(
                "picture",
                &[
                    ("path", Value::Name(picture_path(chart))),
                    ("alt", Value::Text(alternative(&chart.spec.description))),
                    ("title", Value::text(&chart.spec.title)),
                ],
            ),
            Block::Table(table) => self::table(script, inputs, table),
        }
    }
}

/// The paragraphs and the table that a section begins with, when the table turns the paper: its title and they stand on
/// that page too, not alone on the one before. And the blocks that follow.
fn turned_start<'s>(section: &'s Section) -> Option<(Vec<&'s str>, &'s Table, &'s [Block])> {
    let paragraph = |block: &'s Block| match block {
        Block::Paragraph(text) => Some(text.as_str()),
        _ => None,
    };
    let lead: Vec<&str> = section.blocks.iter().map_while(paragraph).collect();
    let (first, rest) = section.blocks.get(lead.len()..)?.split_first()?;
    let Block::Table(table) = first else { return None };
    columns::lay_out(table, true).turned.then_some((lead, table, rest))
}

fn key_figures(script: &mut Script, figures: &[KeyFigure]) {
    let pair = |figure: &KeyFigure| {
        Value::list([Value::text(&figure.shown.text), Value::text(&figure.label)])
    };
    script.call("key-figures", &[("figures", Value::list(figures.iter().map(pair)))]);
}

fn table(script: &mut Script, inputs: &Inputs<'_>, table: &Table) {
    script.call("data", &table_arguments(inputs, table, true));
}

fn table_arguments(
    inputs: &Inputs<'_>,
    table: &Table,
    may_turn: bool,
) -> Vec<(&'static str, Value)> {
    let columns = columns::lay_out(table, may_turn);
    let rows: Vec<Vec<Value>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| self::cell(inputs, cell)).collect())
        .collect();
    let align = |column: &crate::report::Column| match column.align {
        Align::Left => Value::Name("left".to_owned()),
        Align::Right => Value::Name("right".to_owned()),
    };
    vec![
        ("caption", Value::text(&table.caption)),
        ("widths", Value::list(columns.ems.into_iter().map(Value::Ems))),
        ("turned", Value::Flag(columns.turned)),
        ("cut", Value::Flag(columns.cut)),
        ("whole", Value::Flag(is_small(table))),
        ("aligns", Value::list(table.columns.iter().map(align))),
        ("head", Value::texts(table.columns.iter().map(|column| column.title.as_str()))),
        ("rows", Value::list(rows.into_iter().map(Value::List))),
        ("source", table.source.as_deref().map_or(Value::None, Value::text)),
    ]
}

/// Whether a table surely fits on less than half a page, and is not to be cut.
fn is_small(table: &Table) -> bool {
    const MOST_ROWS: usize = 8;
    const MOST_LETTERS: usize = 1_500;
    let letters = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Link { text, .. } => text.chars().count(),
        Cell::Empty | Cell::Number(_) | Cell::Ordinal(_) | Cell::Origin(_) => 0,
    };
    let in_all: usize = table.rows.iter().flatten().map(letters).sum();
    table.rows.len() <= MOST_ROWS && in_all <= MOST_LETTERS
}

/// A cell: its text, or its text and the place in the document that it leads to.
fn cell(inputs: &Inputs<'_>, cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::text(&inputs.report.labels.none),
        Cell::Text(text) => Value::text(text),
        Cell::Number(shown) => Value::text(&shown.text),
        Cell::Ordinal(number) => Value::text(&number.to_string()),
        Cell::Link { text, target } => {
            let page = |fiche: &&Fiche| {
                target.strip_prefix("fiches/").and_then(|rest| rest.strip_suffix(".md"))
                    == Some(fiche.name.as_str())
            };
            match inputs.report.fiches.iter().find(page) {
                Some(fiche) => Value::list([Value::text(text), Value::Name(label(fiche))]),
                None => Value::text(text),
            }
        }
        Cell::Origin(origin) => Value::text(&origin.to_string()),
    }
}

/// The name under which a lab's page can be linked to.
fn label(fiche: &Fiche) -> String {
    format!("fiche-{}", fiche.name)
}

fn fiche(script: &mut Script, inputs: &Inputs<'_>, fiche: &Fiche) {
    let answers = fiche.answers.iter().map(|answer| self::answer(inputs, answer));
    script.call(
        "fiche",
        &[
            ("title", Value::text(&fiche.title)),
            ("id", Value::Name(label(fiche))),
            ("answers", Value::list(answers)),
            (
                "path",
                fiche
                    .path
                    .as_ref()
                    .map_or(Value::None, |path| Value::Call(table_arguments(inputs, path, false))),
            ),
        ],
    );
}

fn answer(inputs: &Inputs<'_>, answer: &FicheAnswer) -> Value {
    let places: Vec<String> = answer.origins.iter().map(ToString::to_string).collect();
    let places = if places.is_empty() {
        Value::None
    } else {
        Value::text(&format!("{} {}", inputs.report.labels.read_in, places.join(", ")))
    };
    Value::list([
        Value::text(&answer.question),
        Value::texts(answer.understood.iter().map(String::as_str)),
        Value::texts(answer.quotes.iter().map(String::as_str)),
        Value::texts(
            [&answer.previous, &answer.reference].into_iter().flatten().map(String::as_str),
        ),
        places,
    ])
}

/// An alternative text that a PDF accepts, whose strings end at 32,767 bytes of UTF-16; the names in it stand whole in
/// the chart's table.
fn alternative(text: &str) -> String {
    const LONGEST: usize = 8_000;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} […]", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
