//! The parts of a section.

use std::collections::BTreeSet;

use super::markup::{Markup, fragment, path};
use super::{prose, trace};
use crate::chart;
use crate::model::Origin;
use crate::render::Inputs;
use crate::report::{Align, Block, Cell, ChartBlock, KeyFigure, NoteKind, Section, Shown, Table};

/// Writes what a section holds. The table of a chart stands behind a disclosure under it.
pub(super) fn write(page: &mut Markup, inputs: &Inputs<'_>, section: &Section) {
    let drawn: BTreeSet<&str> = section
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Chart(chart) => Some(chart.table.as_str()),
            _ => None,
        })
        .collect();
    for block in &section.blocks {
        match block {
            Block::Prose(block) => prose::write(page, block),
            Block::Paragraph(text) => lines(page, "p", &[], text),
            Block::Note(NoteKind::Reading, text) => lines(page, "p", &[("class", "reading")], text),
            Block::Note(NoteKind::Attention, text) => {
                lines(page, "p", &[("class", "attention")], text);
            }
            Block::KeyFigures(figures) => key_figures(page, figures),
            Block::Chart(chart) => figure(page, chart),
            Block::Table(table) if drawn.contains(table.id.as_str()) => {
                disclosed(page, inputs, table);
            }
            Block::Table(table) => self::table(page, inputs, table),
        }
    }
}

/// A text whose line breaks are kept.
pub(super) fn lines(
    page: &mut Markup,
    tag: &'static str,
    attributes: &[super::markup::Attribute<'_>],
    text: &str,
) {
    page.open(tag, attributes);
    in_lines(page, text);
    page.end(tag);
}

fn in_lines(page: &mut Markup, text: &str) {
    for (number, line) in text.trim().lines().enumerate() {
        if number > 0 {
            page.ours("<br>");
        }
        page.text(line);
    }
}

/// A number, which leads to where it comes from.
pub(super) fn number(page: &mut Markup, shown: &Shown) {
    let target = fragment(&trace::anchor(shown.figure.as_str()));
    page.element("a", &[("class", "n"), ("href", &target)], &shown.text);
}

fn key_figures(page: &mut Markup, figures: &[KeyFigure]) {
    page.open("ul", &[("class", "key")]);
    page.ours("\n");
    for figure in figures {
        page.open("li", &[]);
        number(page, &figure.shown);
        page.ours(" ");
        page.element("span", &[], &figure.label);
        page.end("li");
    }
    page.end("ul");
}

fn figure(page: &mut Markup, chart: &ChartBlock) {
    page.open("figure", &[("id", &format!("figure-{}", chart.spec.id))]);
    page.open("section", &scroll(&chart.spec.title));
    page.ours(&chart::svg(&chart.spec));
    page.end("section");
    page.end("figure");
}

/// What is wider than a narrow screen scrolls by itself, from the keyboard too. WCAG 1.4.10, 2.1.1.
fn scroll(label: &str) -> [super::markup::Attribute<'_>; 3] {
    [("class", "wide"), ("tabindex", "0"), ("aria-label", label)]
}

fn disclosed(page: &mut Markup, inputs: &Inputs<'_>, table: &Table) {
    page.open("details", &[]);
    page.line(
        "summary",
        &[],
        &inputs.locale.with("html-data", &[("table", table.caption.as_str().into())]),
    );
    self::table(page, inputs, table);
    page.end("details");
}

/// Writes a table.
pub(super) fn table(page: &mut Markup, inputs: &Inputs<'_>, table: &Table) {
    // A section may be called as its table is: two landmarks of one name cannot be told apart.
    let label = inputs.locale.with("html-table", &[("table", table.caption.as_str().into())]);
    page.open("section", &scroll(&label));
    page.open("table", &[("id", &format!("table-{}", table.id))]);
    page.ours("\n");
    page.line("caption", &[], &table.caption);
    page.open("thead", &[]);
    page.open("tr", &[]);
    for column in &table.columns {
        page.element("th", &[("scope", "col"), ("class", class(column.align))], &column.title);
    }
    page.close("tr");
    page.end("thead");
    page.open("tbody", &[]);
    page.ours("\n");
    for row in &table.rows {
        page.open("tr", &[]);
        for (place, cell) in row.iter().enumerate() {
            let align = table.columns.get(place).map_or(Align::Left, |column| column.align);
            let tag = if place == 0 { "th" } else { "td" };
            let mut attributes = vec![("class", class(align))];
            if place == 0 {
                attributes.push(("scope", "row"));
            }
            let value = sortable(cell);
            if let Some(value) = &value {
                attributes.push(("data-value", value));
            }
            page.open(tag, &attributes);
            self::cell(page, inputs, cell);
            page.close(tag);
        }
        page.end("tr");
    }
    page.end("tbody");
    page.end("table");
    page.end("section");
    if let Some(source) = &table.source {
        page.line("p", &[("class", "source")], source);
    }
}

fn class(align: Align) -> &'static str {
    match align {
        Align::Left => "words",
        Align::Right => "numbers",
    }
}

/// The number by which a cell is sorted, where its text does not say.
fn sortable(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Number(shown) => shown.value.map(|value| value.to_string()),
        Cell::Ordinal(number) => Some(number.to_string()),
        Cell::Empty | Cell::Text(_) | Cell::Link { .. } | Cell::Origin(_) => None,
    }
}

fn cell(page: &mut Markup, inputs: &Inputs<'_>, cell: &Cell) {
    match cell {
        Cell::Empty => page.element("span", &[("class", "none")], &inputs.report.labels.none),
        Cell::Text(text) => in_lines(page, text),
        Cell::Number(shown) => number(page, shown),
        Cell::Ordinal(number) => page.text(&number.to_string()),
        Cell::Link { text, target } => {
            let target = target
                .strip_suffix(".md")
                .map_or_else(|| target.clone(), |name| format!("{name}.html"));
            page.element("a", &[("href", &path(&target))], text);
        }
        Cell::Origin(origin) => self::origin(page, inputs.report.responses.as_deref(), origin),
    }
}

/// A cell of a response; the file can be opened where the responses lie beside the reports.
pub(super) fn origin(page: &mut Markup, responses: Option<&str>, origin: &Origin) {
    let place = origin.to_string();
    match responses {
        Some(folder) => {
            let file = path(&format!("{folder}/{}", origin.file));
            page.element("a", &[("class", "place"), ("href", &file)], &place);
        }
        None => page.element("span", &[("class", "place")], &place),
    }
}
