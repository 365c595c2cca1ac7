//! Every text that a chart paints, whatever its kind.

use super::spec::{Bar, ChartKind, Level, Matrix, SmallMultiples, Timeline};

impl ChartKind {
    /// The texts of the figures, those around them apart.
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Self::RankedBars(chart) => chart.bars.iter().flat_map(bar).collect(),
            Self::StackedYears(chart) => {
                let years = chart.years.iter().map(|year| year.label.as_str());
                levels(&chart.levels).chain(years).collect()
            }
            Self::Timeline(chart) => timeline(chart),
            Self::Matrix(chart) => matrix(chart),
            Self::SmallMultiples(chart) => small_multiples(chart),
            Self::Squares(chart) => {
                let rows = chart.rows.iter().map(|row| row.label.as_str());
                levels(&chart.levels)
                    .chain(chart.years.iter().map(String::as_str))
                    .chain(rows)
                    .collect()
            }
            Self::TileMap(chart) => {
                let tiles = chart.tiles.iter().map(|tile| tile.label.as_str());
                levels(&chart.levels).chain(tiles).collect()
            }
            Self::AreaMap(chart) => {
                let areas = chart.areas.iter().map(|area| area.label.as_str());
                levels(&chart.levels).chain(areas).chain([chart.note.as_str()]).collect()
            }
        }
    }
}

fn bar(bar: &Bar) -> impl Iterator<Item = &str> {
    std::iter::once(bar.label.as_str()).chain(bar.note.as_deref())
}

fn levels(levels: &[Level]) -> impl Iterator<Item = &str> {
    levels.iter().flat_map(|level| [level.label.as_str(), level.sign.as_str()])
}

fn timeline(chart: &Timeline) -> Vec<&str> {
    let periods = chart.periods.iter();
    let periods =
        periods.flat_map(|one| std::iter::once(one.label.as_str()).chain(one.note.as_deref()));
    periods.chain(chart.unknown.iter().flat_map(bar)).collect()
}

fn matrix(chart: &Matrix) -> Vec<&str> {
    let columns = chart.columns.iter().map(String::as_str);
    let rows = chart.rows.iter().map(|row| row.label.as_str());
    let totals = chart.totals.iter().flat_map(|totals| [totals.row.as_str(), &totals.column]);
    let around = std::iter::once(chart.corner.as_str()).chain(chart.note.as_deref());
    columns.chain(rows).chain(totals).chain(around).collect()
}

fn small_multiples(chart: &SmallMultiples) -> Vec<&str> {
    let years = chart.years.iter().flat_map(|year| [year.label.as_str(), &year.note]);
    let panels = chart.panels.iter().map(|panel| panel.label.as_str());
    let around = [chart.missing.as_str(), &chart.absent, &chart.cut, &chart.partly];
    years.chain(panels).chain(around).collect()
}
