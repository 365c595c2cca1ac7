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

/// The tables that have a chart, by their ids, and the gender of what they count.
const CHARTS: [(&str, Form, Gender); 7] = [
    ("response", Form::Presence, Gender::Feminine),
    ("sessions_nature", Form::Ranked, Gender::Feminine),
    ("sessions_level", Form::Ladder, Gender::Feminine),
    ("projects_stage", Form::Ranked, Gender::Masculine),
    ("projects_move", Form::Ranked, Gender::Masculine),
    ("positioning", Form::Ranked, Gender::Feminine),
    ("support_kind", Form::Ranked, Gender::Masculine),
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
    category: String,
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
        let category = figure.category.clone();
        Some(Row { category, label: label.clone(), count: Figure::count(figure), base })
    };
    table.rows.iter().filter_map(row).collect()
}

fn chart(desk: &Desk<'_>, table: &Table) -> Option<Block> {
    let (_, form, gender) = CHARTS.iter().find(|(id, ..)| *id == table.id)?;
    let rows = rows(desk, table);
    let base = rows.iter().map(|row| row.base).max()?;
    let title = title(desk, table, (*form, *gender), &rows)?;
    let part = |row: &Row| {
        let args = [("answer", row.label.clone().into()), ("count", row.count.to_string().into())];
        desk.with("finding-part", &args)
    };
    let list: Vec<String> = rows.iter().map(part).collect();
    let args = [
        ("table", table.caption.clone().into()),
        ("list", list.join(&desk.text("list-separator")).into()),
    ];
    let spec = ChartSpec {
        id: table.id.clone(),
        lang: desk.locale.lang.tag().to_owned(),
        title,
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

/// The finding: how many answered, or what comes first; none where every count is 0.
fn title(
    desk: &Desk<'_>,
    table: &Table,
    (form, gender): (Form, Gender),
    rows: &[Row],
) -> Option<String> {
    let highest = match form {
        Form::Presence => rows.first()?.count,
        _ => rows.iter().map(|row| row.count).max()?,
    };
    let leaders: Vec<&Row> = rows.iter().filter(|row| row.count == highest).collect();
    let found = leaders.first().filter(|row| row.count > 0)?;
    let labels: Vec<&str> = leaders.iter().map(|row| row.label.as_str()).collect();
    let mut args = vec![
        ("category", found.category.clone().into()),
        ("base", desk.locale.spelled(found.base, gender).into()),
    ];
    args.extend(desk.counted(("n", "n_words"), found.count, gender));
    let own = desk.locale.find(&format!("table-chart-{}", table.id), &args);
    Some(own.map_or_else(|| desk.leading(&table.id, &labels, args), |title| capitalised(&title)))
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
