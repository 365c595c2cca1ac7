//! The annex of paths: one row per académie, one square per year.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::bounds::{self, MOST_SHEET_ROWS};
use super::build::reading_note;
use super::document::{Align, Block, Cell, ChartBlock, Column, Section, Table};
use super::levels::{Levels, Standing};
use super::words::Desk;
use crate::census::{Edition, Series};
use crate::chart::{ChartKind, ChartSpec, Square, SquareRow, Squares};
use crate::codebook::{Body, Kind, match_key};

const TABLE: &str = "paths";

/// A strip of more bodies than this is a table, not a chart.
const MOST: usize = 120;

/// Builds the section; none without a ladder or an earlier edition.
pub(super) fn section(desk: &Desk<'_>, series: &Series) -> Option<Section> {
    first(desk, series, desk.bounds.rows)
}

/// The same with more rows, for the workbook of a large edition.
pub(super) fn sheet(desk: &Desk<'_>, series: &Series) -> Option<Section> {
    series.last().is_large().then(|| first(desk, series, MOST_SHEET_ROWS)).flatten()
}

/// The section with so many rows at most.
fn first(desk: &Desk<'_>, series: &Series, most: usize) -> Option<Section> {
    let question = desk.codebook.questionnaire.of_kind(Kind::Single).next()?;
    if series.earlier().is_empty() {
        return None;
    }
    let editions: Vec<&Edition> = series.iter().map(AsRef::as_ref).collect();
    let levels = Levels::of(desk, question, &editions);
    let (bodies, all) = bodies(series, most);
    let rows: Vec<Row> = bodies
        .into_iter()
        .map(|body| {
            let standing = |edition: &Edition| {
                let lab = edition.lab(&body.code)?;
                Some(Standing::of(lab, question))
            };
            let years = series.iter().map(|edition| standing(edition)).collect();
            (body, years)
        })
        .collect();
    let mut blocks = Vec::new();
    if all <= MOST {
        blocks.push(chart(desk, series, &levels, &rows));
    }
    let table = table(desk, series, &levels, &rows);
    blocks.extend(bounds::said(desk, (TABLE, &table), all));
    blocks.push(Block::Table(table));
    blocks.push(reading_note(desk.text("reading-paths")));
    Some(Section {
        id: "paths".to_owned(),
        title: desk.text("section-paths"),
        sheet: desk.text("sheet-paths"),
        blocks,
    })
}

/// The bodies of every edition, each once, by name, and how many there are; when there are more than asked for, the
/// first by their codes.
fn bodies(series: &Series, most: usize) -> (Vec<Arc<Body>>, usize) {
    let mut seen = BTreeSet::new();
    let mut bodies: Vec<&Arc<Body>> = Vec::new();
    for lab in series.iter().rev().flat_map(|edition| &edition.labs) {
        if seen.insert(&lab.body.code) {
            bodies.push(&lab.body);
        }
    }
    let all = bodies.len();
    if all > most {
        bodies.sort_by_key(|body| &body.code);
        bodies.truncate(most);
    }
    bodies.sort_by_cached_key(|body| match_key(&body.short_name));
    (bodies.into_iter().map(Arc::clone).collect(), all)
}

type Row = (Arc<Body>, Vec<Option<Standing>>);

fn chart(desk: &Desk<'_>, series: &Series, levels: &Levels<'_>, rows: &[Row]) -> Block {
    let square = |standing: &Option<Standing>| match standing {
        Some(standing) => Square::Level(levels.index(standing)),
        None => Square::Absent,
    };
    let row = |(body, years): &Row| SquareRow {
        label: body.short_name.clone(),
        squares: years.iter().map(square).collect(),
    };
    let years = series.years();
    let (first, last) = (years.first(), years.last());
    let year = |year: Option<&crate::model::CensusYear>| {
        year.map(ToString::to_string).unwrap_or_default().into()
    };
    let args = [("first", year(first)), ("last", year(last))];
    let spec = ChartSpec {
        id: "paths".to_owned(),
        lang: desk.locale.lang.tag().to_owned(),
        title: desk.with("paths-title", &args),
        subtitle: desk.with("paths-subtitle", &args),
        source: desk.source(),
        description: desk.with("paths-description", &args),
        kind: ChartKind::Squares(Squares {
            years: years.iter().map(ToString::to_string).collect(),
            levels: levels.levels(),
            rows: rows.iter().map(row).collect(),
        }),
    };
    let (table, series) = (TABLE.to_owned(), Vec::new());
    Block::Chart(Box::new(ChartBlock { spec, table, categories: 0, series }))
}

fn table(desk: &Desk<'_>, series: &Series, levels: &Levels<'_>, rows: &[Row]) -> Table {
    let year =
        |year: crate::model::CensusYear| Column { title: year.to_string(), align: Align::Left };
    let mut columns = vec![desk.words("column-academy")];
    columns.extend(series.years().into_iter().map(year));
    let cell = |standing: &Option<Standing>| {
        let text = standing.as_ref().map(|standing| levels.label(standing));
        Cell::Text(text.unwrap_or_else(|| desk.text("standing-absent")))
    };
    let row = |(body, years): &Row| {
        std::iter::once(Cell::Text(body.short_name.clone())).chain(years.iter().map(cell)).collect()
    };
    Table {
        id: TABLE.to_owned(),
        caption: desk.text("table-paths"),
        columns,
        rows: rows.iter().map(row).collect(),
        source: Some(desk.source()),
    }
}
