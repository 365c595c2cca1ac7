//! A map of tiles: every académie has the same weight, and Paris can be read.

use super::frame::{MARGIN, WIDTH};
use super::key;
use super::lines::{Room, wrap};
use super::scene::{Anchor, Area, Scene, px, times};
use super::spec::{Tile, TileMap};
use super::typeface::{COUNTS, LABEL};

/// Widest tile.
const TILE: i32 = px(92);
/// White between two tiles.
const CRACK: i32 = px(4);
/// What a tile's mark needs below its name.
const MARK: i32 = px(18);

/// Draws the key and the tiles from a height downwards; gives where they end.
pub(super) fn build(scene: &mut Scene, chart: &TileMap, top: i32) -> i32 {
    let tones = key::tones(&chart.levels);
    let top = key::build(scene, &chart.levels, &tones, top) + px(16);
    let columns = chart.tiles.iter().map(|tile| tile.column).max().map_or(1, |last| last + 1);
    let columns = i32::try_from(columns).unwrap_or(i32::MAX);
    let step = ((WIDTH - 2 * MARGIN) / columns).min(TILE);
    let room = Room { width: step - CRACK - px(6), lines: 3 };
    let names: Vec<Vec<String>> =
        chart.tiles.iter().map(|tile| wrap(&tile.label, COUNTS, room)).collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or_default();
    let height = (times(lines) * COUNTS.leading() + MARK + px(16)).max(step * 8 / 10);
    let mut bottom = top;
    for (tile, name) in chart.tiles.iter().zip(&names) {
        let Some(tone) = tones.get(tile.level) else { continue };
        let (column, row) = place(tile);
        let (left, upper) = (MARGIN + column * step, top + row * height);
        let area =
            Area { left, top: upper, right: left + step - CRACK, bottom: upper + height - CRACK };
        scene.slab(area, tone.fill);
        let (x, y) = area.centre();
        let lettering = COUNTS.coloured(tone.fill.ink());
        scene.block(name, (x, y - MARK / 2), Anchor::Middle, lettering);
        let mark = area.bottom - px(6) - MARK / 2;
        tone.mark(scene, (x, mark), area.width() - px(4), tone.fill);
        bottom = bottom.max(area.bottom);
    }
    bottom.max(top + LABEL.leading())
}

fn place(tile: &Tile) -> (i32, i32) {
    let whole = |number: u32| i32::try_from(number.min(200)).unwrap_or_default();
    (whole(tile.column), whole(tile.row))
}
