//! Where each number comes from: its figure, the labs that it counts, the cells that say so.
//!
//! The section closes the report rather than standing in pages of its own, so that the report stays one file
//! that can be sent. A figure with more than [`MOST`] places gives their number and the table that lists them.

use std::collections::BTreeMap;

use super::blocks;
use super::markup::{Markup, id, path};
use crate::indicators::{Figure, Trace};
use crate::model::AcademyCode;
use crate::render::Inputs;
use crate::report::{Block, Cell, Fiche, Shown};

/// Id of the section.
pub(super) const SECTION: &str = "origine-des-nombres";

/// Most labs listed under a figure.
const MOST: usize = 200;

/// The id under which a figure is explained.
pub(super) fn anchor(figure: &str) -> String {
    id("n-", figure)
}

/// Writes the section.
pub(super) fn section(page: &mut Markup, inputs: &Inputs<'_>) {
    let shown = shown(inputs);
    let desk = Desk {
        inputs,
        names: inputs
            .edition
            .labs
            .iter()
            .map(|lab| (&lab.body.code, lab.body.short_name.as_str()))
            .collect(),
        pages: inputs.report.fiches.iter().map(|fiche| (fiche.code.as_str(), fiche)).collect(),
    };
    page.open(
        "section",
        &[("id", SECTION), ("aria-labelledby", "titre-origine"), ("class", "traces")],
    );
    page.ours("\n");
    page.line("h2", &[("id", "titre-origine")], &inputs.locale.text("html-traces"));
    page.line("p", &[], &inputs.locale.text("html-traces-sentence"));
    page.open("ul", &[]);
    page.ours("\n");
    for (figure, where_shown) in &shown {
        desk.figure(page, figure, where_shown);
    }
    page.end("ul");
    page.end("section");
}

/// The figures that the report prints, by id, with the words that stand beside each where it first appears.
fn shown(inputs: &Inputs<'_>) -> BTreeMap<String, (String, Option<String>)> {
    let mut all: BTreeMap<String, (String, Option<String>)> = BTreeMap::new();
    let mut add = |shown: &Shown, words: String| {
        all.entry(shown.figure.to_string())
            .or_insert_with(|| (words, shown.value.map(|_| shown.text.clone())));
    };
    for block in inputs.report.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::KeyFigures(figures) => {
                for figure in figures {
                    add(&figure.shown, figure.label.clone());
                }
            }
            Block::Table(table) => {
                for row in &table.rows {
                    for (place, cell) in row.iter().enumerate() {
                        let Cell::Number(shown) = cell else { continue };
                        let column = table.columns.get(place).map_or("", |column| &column.title);
                        add(
                            shown,
                            [table.caption.as_str(), &words(row.first()), column].join(" · "),
                        );
                    }
                }
            }
            Block::Paragraph(_) | Block::Note(..) | Block::Chart(_) => {}
        }
    }
    all
}

fn words(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Text(text) | Cell::Link { text, .. }) => text.clone(),
        Some(Cell::Ordinal(number)) => number.to_string(),
        Some(Cell::Number(shown)) => shown.text.clone(),
        Some(Cell::Origin(origin)) => origin.to_string(),
        Some(Cell::Empty) | None => String::new(),
    }
}

struct Desk<'a> {
    inputs: &'a Inputs<'a>,
    names: BTreeMap<&'a AcademyCode, &'a str>,
    pages: BTreeMap<&'a str, &'a Fiche>,
}

impl Desk<'_> {
    fn figure(&self, page: &mut Markup, id: &str, (words, text): &(String, Option<String>)) {
        let locale = self.inputs.locale;
        let figure = self.inputs.registry.figures().find(|figure| figure.id.as_str() == id);
        page.open("li", &[("id", &anchor(id)), ("tabindex", "-1")]);
        page.open("p", &[]);
        page.text(words);
        page.ours(" ");
        page.element("strong", &[], text.as_deref().unwrap_or(&self.inputs.report.labels.none));
        if let Some(base) = figure.and_then(|figure| figure.base) {
            page.ours(" ");
            page.text(
                &locale.with(
                    "html-out-of",
                    &[("base", locale.number(f64::from(base.size), 0).into())],
                ),
            );
        }
        page.ours(" ");
        page.element("code", &[], id);
        page.close("p");
        self.labs(page, figure);
        page.end("li");
    }

    fn labs(&self, page: &mut Markup, figure: Option<&Figure>) {
        let trace = figure.map(|figure| figure.trace.clone()).unwrap_or_default();
        if trace.len() > MOST {
            let count = self
                .inputs
                .locale
                .number(f64::from(u32::try_from(trace.len()).unwrap_or(u32::MAX)), 0);
            page.element(
                "p",
                &[],
                &self.inputs.locale.with("html-traces-many", &[("count", count.into())]),
            );
            return;
        }
        if trace.is_empty() {
            return;
        }
        page.open("ul", &[]);
        for one in trace.iter() {
            self.lab(page, &one);
        }
        page.close("ul");
    }

    fn lab(&self, page: &mut Markup, trace: &Trace) {
        page.open("li", &[]);
        let code = trace.academy.as_str();
        let name = self.names.get(&trace.academy).copied().unwrap_or(code);
        match self.pages.get(code) {
            Some(fiche) => {
                let target = path(&format!("fiches/{}.html", fiche.name));
                page.element("a", &[("href", &target)], name);
            }
            None => page.text(name),
        }
        let mut origins: Vec<_> = trace.origins.iter().collect();
        origins.dedup();
        for (number, origin) in origins.into_iter().enumerate() {
            page.ours(if number == 0 { " – " } else { ", " });
            blocks::origin(page, self.inputs.report.responses.as_deref(), origin);
        }
        page.close("li");
    }
}
