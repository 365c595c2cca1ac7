//! A table of figures that cross two classifications, and the matrix drawn from it.

use super::document::{Align, Block, Cell, ChartBlock, Column, Series, Table};
use super::words::Desk;
use crate::chart::{ChartKind, ChartSpec, Diagonal, Matrix, MatrixRow, MatrixTotals};
use crate::indicators::Figure;

/// A row: its name, its figures, and its last cell.
pub(super) type Row<'a> = (String, Vec<Option<&'a Figure>>, Option<Cell>);

/// A table of figures and the matrix drawn from it.
pub(super) struct Crossed<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) id: String,
    /// Name of the first column of the table, and corner of the matrix.
    pub(super) corner: String,
    pub(super) rows: Vec<Row<'a>>,
    pub(super) columns: Vec<String>,
    /// Last row and name of the last column.
    pub(super) totals: Option<(String, Vec<Cell>, String)>,
    pub(super) diagonal: Diagonal,
    pub(super) note: Option<String>,
    /// Where the numbers come from.
    pub(super) source: String,
}

impl Crossed<'_> {
    fn is_empty(&self) -> bool {
        let mut figures = self.rows.iter().flat_map(|(_, figures, _)| figures.iter().flatten());
        !figures.any(|figure| figure.count() > 0)
    }

    fn matrix(&self) -> Matrix {
        let row = |(label, figures, total): &Row<'_>| MatrixRow {
            label: label.clone(),
            counts: figures.iter().map(|figure| figure.map(Figure::count)).collect(),
            total: total.as_ref().and_then(number),
        };
        let totals = self.totals.as_ref().map(|(name, cells, column)| MatrixTotals {
            row: name.clone(),
            column: column.clone(),
            counts: cells.iter().take(self.columns.len()).filter_map(number).collect(),
            all: cells.get(self.columns.len()).and_then(number),
        });
        Matrix {
            corner: self.corner.clone(),
            columns: self.columns.clone(),
            rows: self.rows.iter().map(row).collect(),
            totals,
            diagonal: self.diagonal,
            note: self.note.clone(),
        }
    }

    fn table(&self, caption: String) -> Table {
        let right = |title: &String| Column { title: title.clone(), align: Align::Right };
        let mut columns = vec![Column { title: self.corner.clone(), align: Align::Left }];
        columns.extend(self.columns.iter().map(right));
        columns.extend(
            self.totals
                .iter()
                .filter(|(_, _, name)| !name.is_empty())
                .map(|(_, _, name)| right(name)),
        );
        let width = columns.len();
        let row = |(label, figures, total): &Row<'_>| {
            let mut row = vec![Cell::Text(label.clone())];
            row.extend(figures.iter().map(|figure| match figure {
                Some(figure) => self.desk.number(Some(figure)),
                // What cannot be, such as a new lab that says nothing.
                None => Cell::Text(self.desk.text("trend-nothing")),
            }));
            row.extend(total.clone());
            row.resize(width, Cell::Empty);
            row
        };
        let mut rows: Vec<Vec<Cell>> = self.rows.iter().map(row).collect();
        let totals = self.totals.as_ref().filter(|(name, ..)| !name.is_empty());
        if let Some((name, cells, _)) = totals {
            let mut row = vec![Cell::Text(name.clone())];
            row.extend(cells.iter().cloned());
            row.resize(width, Cell::Empty);
            rows.push(row);
        }
        Table { id: self.id.clone(), caption, columns, rows, source: Some(self.source.clone()) }
    }

    /// The matrix and its table; nothing when every count is 0.
    pub(super) fn blocks(self, title: String, (subtitle, caption): (String, String)) -> Vec<Block> {
        if self.is_empty() {
            return Vec::new();
        }
        let series = (1..).zip(&self.columns);
        let series =
            series.map(|(column, name)| Series { column, name: name.clone(), outlined: false });
        let spec = ChartSpec {
            id: self.id.clone(),
            lang: self.desk.locale.lang.tag().to_owned(),
            description: self.desk.with(
                "crossing-description",
                &[("subtitle", subtitle.clone().into()), ("title", title.clone().into())],
            ),
            title,
            subtitle,
            source: self.source.clone(),
            kind: ChartKind::Matrix(self.matrix()),
        };
        let chart =
            ChartBlock { spec, table: self.id.clone(), categories: 0, series: series.collect() };
        vec![Block::Chart(Box::new(chart)), Block::Table(self.table(caption))]
    }
}

fn number(cell: &Cell) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts are small whole numbers"
    )]
    match cell {
        Cell::Number(shown) => shown.value.map(|value| value.round() as u32),
        _ => None,
    }
}
