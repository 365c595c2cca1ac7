//! What surrounds the figures of every chart: title and subtitle above, source below.
//!
//! The width is fixed, the height follows from the words and the figures, so that nothing is squeezed; it is
//! a whole number of pixels, for the ground to reach the last one.

use super::lines::{Room, wrap};
use super::palette::WHITE;
use super::scene::{Anchor, Area, Mark, Scene, px};
use super::spec::{ChartKind, ChartSpec};
use super::typeface::{Lettering, SOURCE, SUBTITLE, TITLE};
use super::{
    area_map, horizontal_bars, matrix, small_multiples, squares, stacked_years, tile_map, timeline,
};

/// Width of every picture.
pub(super) const WIDTH: i32 = px(860);
/// White on each side.
pub(super) const MARGIN: i32 = px(16);

/// Lays a chart out.
pub(super) fn build(spec: &ChartSpec) -> Scene {
    let mut scene = Scene { width: WIDTH, ..Scene::default() };
    let top = paragraph(&mut scene, &spec.title, TITLE, px(12));
    let top = paragraph(&mut scene, &spec.subtitle, SUBTITLE, top + px(3));
    let bottom = figures(&mut scene, &spec.kind, top + px(18));
    let bottom = paragraph(&mut scene, &spec.source, SOURCE, bottom + px(14)) + px(12);
    scene.height = bottom + (px(1) - bottom % px(1)) % px(1);
    let whole = Area { left: 0, top: 0, right: scene.width, bottom: scene.height };
    scene.marks.insert(0, Mark::Fill { area: whole, colour: WHITE });
    scene
}

fn paragraph(scene: &mut Scene, text: &str, lettering: Lettering, top: i32) -> i32 {
    let room = Room { width: WIDTH - 2 * MARGIN, lines: 4 };
    scene.stack(&wrap(text, lettering, room), (MARGIN, top), Anchor::Start, lettering)
}

/// Draws the figures from a height downwards; gives where they end.
fn figures(scene: &mut Scene, kind: &ChartKind, top: i32) -> i32 {
    match kind {
        ChartKind::RankedBars(chart) => {
            horizontal_bars::build(scene, &horizontal_bars::ranked(chart), chart.base, top)
        }
        ChartKind::StackedYears(chart) => match chart.years.as_slice() {
            [] => top,
            [year] => {
                horizontal_bars::build(scene, &horizontal_bars::levels(chart, year), year.base, top)
            }
            _ => stacked_years::build(scene, chart, top),
        },
        ChartKind::Timeline(chart) => timeline::build(scene, chart, top),
        ChartKind::Matrix(chart) => matrix::build(scene, chart, top),
        ChartKind::SmallMultiples(chart) => small_multiples::build(scene, chart, top),
        ChartKind::Squares(chart) => squares::build(scene, chart, top),
        ChartKind::TileMap(chart) => tile_map::build(scene, chart, top),
        ChartKind::AreaMap(chart) => area_map::build(scene, chart, top),
    }
}
