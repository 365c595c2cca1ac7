//! The section of item non-response: who left which question without an answer.

use super::build::reading_note;
use super::document::{Block, Cell, Section, Table};
use super::words::Desk;
use crate::indicators::Figure;

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>) -> Section {
    let blocks = vec![
        Block::Paragraph(desk.text("nonresponse-sentence")),
        Block::Table(table(desk)),
        reading_note(desk.text("reading-nonresponse")),
    ];
    Section {
        id: "nonresponse".to_owned(),
        title: desk.text("section-nonresponse"),
        sheet: desk.text("sheet-nonresponse"),
        blocks,
    }
}

fn table(desk: &Desk<'_>) -> Table {
    let questions = desk.codebook.questionnaire.questions.iter();
    let figure = |question: &crate::codebook::Question| {
        desk.registry.get("item_nonresponse", question.id.as_str())
    };
    let mut rows: Vec<(&crate::codebook::Question, &Figure)> =
        questions.filter_map(|question| Some((question, figure(question)?))).collect();
    rows.sort_by_key(|(_, figure)| figure.count());
    let row = |(question, figure): &(&crate::codebook::Question, &Figure)| {
        let figure = Some(*figure);
        vec![
            Cell::Text(desk.pick(&question.label).to_owned()),
            desk.number(figure),
            desk.base(figure),
            desk.share(figure),
            Cell::Text(desk.names(figure)),
        ]
    };
    Table {
        id: "nonresponse".to_owned(),
        caption: desk.text("table-nonresponse"),
        columns: vec![
            desk.words("column-question"),
            desk.numbers("column-unanswered"),
            desk.numbers("column-base-respondents"),
            desk.numbers("column-share"),
            desk.words("column-academies"),
        ],
        rows: rows.iter().map(row).collect(),
        source: Some(desk.source()),
    }
}
