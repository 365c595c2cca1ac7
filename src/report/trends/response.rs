//! Who answered over the years, and what those who said nothing could change.

use super::super::build::reading_note;
use super::super::document::{Block, Cell, Section, Table};
use super::Look;
use crate::codebook::{Kind, LineKind};
use crate::model::CensusYear;

/// The response of each year: the members of that date, and those that were members all along.
pub(super) fn section(look: &Look<'_>) -> Section {
    let desk = look.desk;
    let row = |year: CensusYear| {
        let received = look.figure("response_by_year", &format!("{year}.received"));
        let known = look.figure("response_by_year", &format!("{year}.received_known"));
        let same = look.figure("response_same_members", &format!("{year}.received"));
        vec![
            Cell::Ordinal(u32::from(year.get())),
            desk.number(received),
            desk.base(received),
            desk.base(known),
            desk.number(same),
            desk.base(same),
        ]
    };
    let table = Table {
        id: "trend_response".to_owned(),
        caption: desk.text("table-trend-response"),
        columns: vec![
            desk.words("column-year"),
            desk.numbers("column-received"),
            desk.numbers("column-members"),
            desk.numbers("column-known"),
            desk.numbers("column-received-same"),
            desk.numbers("column-same-members"),
        ],
        rows: look.shown().into_iter().map(row).collect(),
        source: Some(desk.source()),
    };
    Section {
        id: "trend-response".to_owned(),
        title: desk.text("section-trend-response"),
        sheet: desk.text("sheet-trend-response"),
        blocks: vec![
            Block::Paragraph(desk.text("trend-response-sentence")),
            Block::Table(table),
            reading_note(desk.text("trend-response-reading")),
        ],
    }
}

/// The bounds of this year's shares.
pub(super) fn bounds(look: &Look<'_>) -> Section {
    let desk = look.desk;
    let mut rows = Vec::new();
    for question in &desk.codebook.questionnaire.questions {
        if !matches!(question.kind, Kind::Single | Kind::Multiple) || question.vocabulary.is_none()
        {
            continue;
        }
        for line in look.crosswalk(question).lines.iter().filter(|one| one.kind == LineKind::Option)
        {
            let figure = look.by_year(question, look.last, &line.id);
            let bound = |end: &str| {
                let category = format!("{}.{}.{end}", look.last, line.id);
                look.figure(&format!("{}_bounds", question.id), &category)
            };
            if figure.is_none_or(|figure| figure.count() == 0) {
                continue;
            }
            rows.push(vec![
                Cell::Text(desk.pick(&question.label).to_owned()),
                Cell::Text(look.label(question, line)),
                desk.number(figure),
                desk.base(figure),
                desk.share(figure),
                desk.share(bound("low")),
                desk.share(bound("high")),
            ]);
        }
    }
    Section {
        id: "bounds".to_owned(),
        title: desk.text("section-bounds"),
        sheet: desk.text("sheet-bounds"),
        blocks: vec![
            Block::Paragraph(desk.text("bounds-sentence")),
            Block::Table(Table {
                id: "bounds".to_owned(),
                caption: desk.text("table-bounds"),
                columns: vec![
                    desk.words("label-question"),
                    desk.words("column-answer"),
                    desk.numbers("column-labs"),
                    desk.numbers("column-base-question"),
                    desk.numbers("column-share"),
                    desk.numbers("column-low"),
                    desk.numbers("column-high"),
                ],
                rows,
                source: Some(desk.source()),
            }),
            reading_note(desk.text("bounds-reading")),
        ],
    }
}
