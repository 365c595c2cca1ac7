//! The section of item non-response: who left which question without an answer.

use super::build::reading_note;
use super::document::{Block, Cell, Section, Table};
use super::words::Desk;
use crate::codebook::Question;
use crate::indicators::Figure;
use crate::locale::{Arg, Gender, capitalised};

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>) -> Section {
    let (mut asked, absent): (Vec<_>, Vec<_>) =
        questions(desk).partition(|(_, figure)| figure.value.is_some());
    asked.sort_by_key(|(_, figure)| figure.count());
    let mut blocks = vec![
        Block::Paragraph(desk.text("nonresponse-sentence")),
        Block::Table(table(desk, &asked)),
    ];
    if !absent.is_empty() {
        let names: Vec<String> =
            absent.iter().map(|(question, _)| desk.pick(&question.label).to_owned()).collect();
        let count = u32::try_from(absent.len()).unwrap_or(u32::MAX);
        let mut args: Vec<Arg<'_>> =
            desk.counted(("n", "n_words"), count, Gender::Feminine).to_vec();
        args.push(("list", names.join(&desk.text("trend-list")).into()));
        blocks.push(Block::Paragraph(capitalised(&desk.with("nonresponse-not-asked", &args))));
    }
    blocks.push(reading_note(desk.text("reading-nonresponse")));
    Section {
        id: "nonresponse".to_owned(),
        title: desk.text("section-nonresponse"),
        sheet: desk.text("sheet-nonresponse"),
        blocks,
    }
}

/// The questions whose non-response is a figure.
fn questions<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = (&'a Question, &'a Figure)> {
    desk.codebook.questionnaire.questions.iter().filter_map(|question| {
        Some((question, desk.registry.get("item_nonresponse", question.id.as_str())?))
    })
}

fn table(desk: &Desk<'_>, rows: &[(&Question, &Figure)]) -> Table {
    let row = |(question, figure): &(&Question, &Figure)| {
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
