//! Sheets that only the workbook has: from each figure to the cells behind it, and the answers as written.

use super::bounds::MOST_SHEET_ROWS;
use super::document::{Block, Cell, NoteKind, Section, Table};
use super::fiches;
use super::words::Desk;
use crate::census::Edition;
use crate::codebook::match_key;

/// Builds the sheets.
pub(super) fn sheets(desk: &Desk<'_>, edition: &Edition) -> Vec<Section> {
    vec![answers(desk, edition), trace(desk, edition.is_large())]
}

/// Every figure, each lab that it counts, and where that lab says so.
fn trace(desk: &Desk<'_>, large: bool) -> Section {
    let name = |code: &crate::model::AcademyCode| {
        let body = desk.codebook.register.latest(code);
        body.map_or_else(|| code.to_string(), |body| body.short_name.clone())
    };
    let rows = desk.registry.figures().flat_map(|figure| {
        let head = vec![Cell::Text(figure.id.to_string()), desk.number(Some(figure))];
        figure.trace.iter().flat_map(move |trace| {
            let head = [head.clone(), vec![Cell::Text(name(&trace.academy))]].concat();
            let silent = trace.origins.is_empty().then_some(Cell::Empty);
            let places = trace.origins.iter().cloned().map(Cell::Origin).chain(silent);
            places.map(move |place| [head.clone(), vec![place]].concat()).collect::<Vec<_>>()
        })
    });
    let table = Table {
        id: "trace".to_owned(),
        caption: desk.with("table-trace", &[]),
        columns: vec![
            desk.words("column-figure"),
            desk.numbers("column-value"),
            desk.words("column-academy"),
            desk.words("column-where"),
        ],
        rows: rows.take(MOST_SHEET_ROWS + 1).collect(),
        source: None,
    };
    sheet(desk, ("trace", if large { "parquet" } else { "csv" }), table)
}

/// Every answer of every lab: as written, as understood, and where.
fn answers(desk: &Desk<'_>, edition: &Edition) -> Section {
    let mut labs: Vec<_> = edition.respondents().take(MOST_SHEET_ROWS).collect();
    labs.sort_by_cached_key(|lab| match_key(&lab.body.short_name));
    let rows = labs.iter().flat_map(|lab| {
        lab.answers.iter().map(move |answer| {
            let question = desk.codebook.questionnaire.get(&answer.question).map_or_else(
                || answer.question.as_str().trim_start_matches("unknown:").to_owned(),
                |question| desk.pick(&question.label).to_owned(),
            );
            let understood = fiches::understood(desk, lab, &answer);
            vec![
                Cell::Text(lab.body.short_name.clone()),
                Cell::Text(question),
                Cell::Text(answer.text.to_string()),
                understood.map_or(Cell::Empty, Cell::Text),
                Cell::Origin(answer.origin.clone()),
            ]
        })
    });
    let table = Table {
        id: "answers".to_owned(),
        caption: desk.with("table-answers", &[]),
        columns: vec![
            desk.words("column-academy"),
            desk.words("column-question"),
            desk.words("column-written"),
            desk.words("column-understood"),
            desk.words("column-where"),
        ],
        rows: rows.take(MOST_SHEET_ROWS + 1).collect(),
        source: None,
    };
    sheet(desk, ("answers", "csv"), table)
}

/// A sheet of one table, cut where Excel would tire of its links, and saying so.
fn sheet(desk: &Desk<'_>, (id, kind): (&str, &str), mut table: Table) -> Section {
    let mut blocks = vec![Block::Paragraph(desk.text(&format!("{id}-sentence")))];
    if table.rows.len() > MOST_SHEET_ROWS {
        table.rows.truncate(MOST_SHEET_ROWS);
        let args = [
            ("count", desk.locale.number(20_000.0, 0).into()),
            ("file", format!("data/{id}.{kind}").into()),
        ];
        blocks.push(Block::Note(NoteKind::Attention, desk.with("sheet-cut", &args)));
    }
    blocks.push(Block::Table(table));
    Section {
        id: id.to_owned(),
        title: desk.text(&format!("section-{id}")),
        sheet: desk.text(&format!("sheet-{id}")),
        blocks,
    }
}
