//! How long it takes: from the launch to the top of the ladder, and at each stage.

use super::super::build::reading_note;
use super::super::document::{Block, Cell, Section, Table};
use super::Look;
use crate::codebook::Question;
use crate::indicators::Figure;

/// Builds the section.
pub(super) fn section(look: &Look<'_>, question: &Question) -> Option<Section> {
    let desk = look.desk;
    let indicator = format!("{}_stay", question.id);
    let mut rows = Vec::new();
    for line in &look.crosswalk(question).lines {
        let figure = |name: &str| look.figure(&indicator, &format!("{}.{name}", line.id));
        if figure("labs").is_none_or(|labs| labs.count() == 0) {
            continue;
        }
        rows.push(vec![
            Cell::Text(look.label(question, line)),
            desk.number(figure("labs")),
            desk.number(figure("ended")),
            median(look, figure("median"), "median-years"),
        ]);
    }
    let top = desk
        .registry
        .figures()
        .find(|figure| figure.indicator.starts_with("launch_to_") && figure.category == "median");
    let launched = top.map(|median_figure| {
        let of = |name: &str| look.figure(&median_figure.indicator, name);
        vec![
            Cell::Text(desk.text("stay-launch")),
            desk.number(of("labs")),
            desk.number(of("ended")),
            median(look, Some(median_figure), "median-months"),
        ]
    });
    rows.extend(launched);
    (!rows.is_empty()).then(|| Section {
        id: "stays".to_owned(),
        title: desk.text("section-stays"),
        sheet: desk.text("sheet-stays"),
        blocks: vec![
            Block::Paragraph(desk.text("stays-sentence")),
            Block::Table(Table {
                id: "stays".to_owned(),
                caption: desk.text("table-stays"),
                columns: vec![
                    desk.words("column-stage"),
                    desk.numbers("column-stays"),
                    desk.numbers("column-ended"),
                    desk.numbers("column-median"),
                ],
                rows,
                source: Some(desk.source()),
            }),
            reading_note(desk.text("stays-reading")),
        ],
    })
}

/// A median with its unit, or that it is not reached.
fn median(look: &Look<'_>, figure: Option<&Figure>, key: &str) -> Cell {
    match figure.and_then(|figure| figure.value) {
        Some(value) => {
            let number = look.desk.locale.number(value, 1);
            let args = [("n", value.into()), ("number", number.into())];
            Cell::Text(look.desk.with(key, &args))
        }
        None => Cell::Text(look.desk.text("median-not-reached")),
    }
}
