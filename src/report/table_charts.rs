//! Charts of tables that other sections build: the numbers are the table's own cells, so that both say the same.

use super::document::{Block, Cell, ChartBlock, Section, Series, Table};
use super::words::Desk;
use crate::chart::{Bar, ChartKind, ChartSpec, Level, RankedBars, Role, StackedYears, YearColumn};
use crate::indicators::Figure;
use crate::locale::{Gender, capitalised};

/// How the rows of a table are drawn.
#[derive(Clone, Copy)]
enum Form {
    /// The highest count first.
    Ranked,
    /// As the rows stand, from the least to the most advanced.
    Ladder,
    /// The first row is an answer, the others are its absence.
    Presence,
}

/// The tables that have a chart, by their ids.
const CHARTS: [(&str, Form); 9] = [
    ("response", Form::Presence),
    ("sessions_nature", Form::Ranked),
    ("sessions_level", Form::Ladder),
    ("projects_stage", Form::Ranked),
    ("projects_move", Form::Ranked),
    ("positioning", Form::Ranked),
    ("support_kind", Form::Ranked),
    ("obstacles_topic", Form::Ranked),
    ("obstacles_state", Form::Ranked),
];

/// Puts before each table that has a chart its chart, and after the portfolio what became of last year's.
pub(super) fn insert(desk: &Desk<'_>, sections: &mut [Section]) {
    for section in sections {
        let mut blocks = Vec::with_capacity(section.blocks.len());
        for block in std::mem::take(&mut section.blocks) {
            let moves = match &block {
                Block::Table(table) if table.id == "projects_stage" => moves(desk),
                _ => None,
            };
            for block in [Some(block), moves].into_iter().flatten() {
                if let Block::Table(table) = &block {
                    blocks.extend(chart(desk, table));
                }
                blocks.push(block);
            }
        }
        section.blocks = blocks;
    }
}

/// What became of last year's projects, as a table.
fn moves(desk: &Desk<'_>) -> Option<Block> {
    let row = |name: &&str| {
        let figure = desk.registry.get("projects_move", name)?;
        let label = desk.text(&format!("project-move-{name}"));
        Some(vec![Cell::Text(label), desk.number(Some(figure)), desk.base(Some(figure))])
    };
    let rows: Vec<Vec<Cell>> = crate::indicators::PROJECT_MOVES.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            id: "projects_move".to_owned(),
            caption: desk.text("table-projects-move"),
            columns: vec![
                desk.words("column-project-move"),
                desk.numbers("column-projects-count"),
                desk.numbers("column-projects-either"),
            ],
            rows,
            source: Some(desk.with("source-register", &[])),
        })
    })
}

/// A row: its label, its count and its base.
struct Row {
    label: String,
    count: u32,
    base: u32,
}

fn rows(desk: &Desk<'_>, table: &Table) -> Vec<Row> {
    let figure = |cell: &Cell| match cell {
        Cell::Number(shown) => desk.registry.figures().find(|figure| figure.id == shown.figure),
        _ => None,
    };
    let row = |cells: &Vec<Cell>| {
        let Some(Cell::Text(label)) = cells.first() else { return None };
        let figure = cells.get(1).and_then(figure)?;
        figure.value?;
        let base = figure.base.map_or(0, |base| base.size);
        Some(Row { label: label.clone(), count: Figure::count(figure), base })
    };
    table.rows.iter().filter_map(row).collect()
}

fn chart(desk: &Desk<'_>, table: &Table) -> Option<Block> {
    let (_, form) = CHARTS.iter().find(|(id, _)| *id == table.id)?;
    let rows = rows(desk, table);
    let base = rows.iter().map(|row| row.base).max()?;
    // The finding is on the answer, or on the most frequent row.
    let found = match form {
        Form::Presence => rows.first(),
        _ => rows.iter().rev().max_by_key(|row| row.count),
    };
    let found = found.filter(|row| row.count > 0)?;
    let mut args = desk.counted(("n", "n_words"), found.count, Gender::Feminine).to_vec();
    args.extend([
        ("base", found.base.to_string().into()),
        ("answer", found.label.clone().into()),
        ("table", table.caption.clone().into()),
    ]);
    let own = desk.locale.find(&format!("table-chart-{}", table.id), &args);
    let title = own.unwrap_or_else(|| desk.with("table-chart", &args));
    let part = |row: &Row| {
        let args = [("answer", row.label.clone().into()), ("count", row.count.to_string().into())];
        desk.with("finding-part", &args)
    };
    let list: Vec<String> = rows.iter().map(part).collect();
    args.push(("list", list.join(&desk.text("list-separator")).into()));
    let spec = ChartSpec {
        id: table.id.clone(),
        lang: desk.locale.lang.tag().to_owned(),
        title: capitalised(&title),
        subtitle: table.caption.clone(),
        source: table.source.clone().unwrap_or_else(|| desk.source()),
        description: desk.with("table-chart-description", &args),
        kind: kind(*form, rows, base),
    };
    let name = table.columns.get(1).map(|column| column.title.clone()).unwrap_or_default();
    let series = vec![Series { column: 1, name, outlined: false }];
    let table = table.id.clone();
    Some(Block::Chart(Box::new(ChartBlock { spec, table, categories: 0, series })))
}

fn kind(form: Form, rows: Vec<Row>, base: u32) -> ChartKind {
    if matches!(form, Form::Ranked) {
        let bar =
            |row: Row| Bar { label: row.label, count: row.count, note: None, role: Role::Answer };
        return ChartKind::RankedBars(RankedBars {
            bars: rows.into_iter().map(bar).collect(),
            base,
        });
    }
    let counts = rows.iter().map(|row| row.count).collect();
    let level = |(index, row): (usize, Row)| Level {
        label: row.label,
        role: if index > 0 && matches!(form, Form::Presence) { Role::Silent } else { Role::Answer },
        sign: String::new(),
    };
    ChartKind::StackedYears(StackedYears {
        levels: rows.into_iter().enumerate().map(level).collect(),
        years: vec![YearColumn { label: String::new(), counts, base }],
    })
}
