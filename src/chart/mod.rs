//! A figure → SVG (with its title and description) → PNG.
//!
//! The SVG is the picture; the PNG is rendered from that very text with the embedded font, so that every format
//! shows the same. A chart never relies on colour alone: values are written on the marks, levels carry pips, what
//! is planned is hatched, what is not known is outlined in grey. Source: Insee and ONS guides to charts, RGAA 1 and 3.

mod area_map;
mod backend;
mod canvas;
mod frame;
mod horizontal_bars;
mod key;
mod legible;
mod lines;
mod map_spec;
mod matrix;
mod outline;
mod palette;
mod pips;
mod png;
mod projection;
mod scene;
mod small_multiples;
mod spec;
mod squares;
mod stacked_years;
mod texts;
mod tile_map;
mod timeline;
mod typeface;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod output_tests;

pub use legible::{legible, missing_glyphs, shown_otherwise};
pub use palette::{Shade, shades};
pub use png::{ChartError, png};
pub use spec::{
    AreaMap, Bar, ChartKind, ChartSpec, Diagonal, Level, Link, MapArea, Matrix, MatrixRow,
    MatrixTotals, Panel, PanelYear, Period, RankedBars, Ring, Role, SmallMultiples, Square,
    SquareRow, Squares, StackedYears, Tile, TileMap, Timeline, YearColumn,
};

use backend::Caption;
use legible::spoken;

/// A level as it is painted: its name, its fill and the ink on it, as 0xRRGGBB.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tint {
    /// The level's name.
    pub label: String,
    /// Its fill.
    pub fill: u32,
    /// The colour of a text on the fill.
    pub ink: u32,
}

/// The tints of some levels, for formats that draw their own.
pub fn tints(levels: &[Level]) -> Vec<Tint> {
    let tint = |(level, tone): (&Level, key::Tone)| {
        let Shade { fill, ink } = Shade::from(tone.fill);
        Tint { label: level.label.clone(), fill, ink }
    };
    levels.iter().zip(key::tones(levels)).map(tint).collect()
}

/// Renders a chart as SVG text; the same spec gives the same bytes.
pub fn svg(spec: &ChartSpec) -> String {
    let (title, description) = (spoken(&spec.title), spoken(&spec.description));
    let caption =
        Caption { id: &spec.id, lang: &spec.lang, title: &title, description: &description };
    canvas::render(&frame::build(spec), &caption)
}
