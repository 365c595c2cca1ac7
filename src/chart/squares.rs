//! One row per body, one square per year, in as many columns as the page holds.

use super::frame::{MARGIN, WIDTH};
use super::key::{self, Tone};
use super::lines::{Room, widest, wrap};
use super::palette::INK;
use super::scene::{Anchor, Area, Scene, px, times};
use super::spec::{Square, SquareRow, Squares};
use super::typeface::{LABEL, SOURCE};

/// Widest name of a body.
const NAMES: i32 = px(180);
/// Least width of a square.
const SQUARE: i32 = px(36);
/// Height of a row.
const ROW: i32 = px(24);
/// White between two squares.
const CRACK: i32 = px(3);
/// White between two columns of rows.
const GAP: i32 = px(36);

/// Draws the key and the rows from a height downwards; gives where they end.
pub(super) fn build(scene: &mut Scene, chart: &Squares, top: i32) -> i32 {
    let tones = key::tones(&chart.levels);
    let top = key::build(scene, &chart.levels, &tones, top) + px(16);
    let plan = Plan::of(chart, key::mark_width(&tones));
    let rows = chart.rows.len().div_ceil(plan.abreast).max(1);
    let mut bottom = top;
    for (index, block) in chart.rows.chunks(rows).enumerate() {
        let left = MARGIN + times(index) * (plan.block + GAP);
        let mut row = plan.head(scene, &chart.years, (left, top));
        for body in block {
            row = plan.row(scene, body, &tones, (left, row));
        }
        bottom = bottom.max(row);
    }
    bottom
}

/// Where rows and squares stand.
struct Plan {
    abreast: usize,
    names: i32,
    square: i32,
    block: i32,
    head: usize,
}

impl Plan {
    fn of(chart: &Squares, mark: i32) -> Self {
        let room = Room { width: NAMES, lines: 2 };
        let names = chart.rows.iter().map(|row| widest(&wrap(&row.label, LABEL, room), LABEL));
        let names = names.max().unwrap_or_default() + px(8);
        let years = times(chart.years.len().max(1));
        let page = WIDTH - 2 * MARGIN;
        let wanted = SQUARE.max(mark + px(8)) + CRACK;
        let square = wanted.min((page - names) / years);
        let block = names + square * years;
        let head = Room { width: square - px(2), lines: 2 };
        let heads = chart.years.iter().map(|year| wrap(year, SOURCE, head).len());
        Self {
            abreast: usize::try_from((page + GAP) / (block + GAP)).unwrap_or(1).clamp(1, 4),
            names,
            square,
            block,
            head: heads.max().unwrap_or_default(),
        }
    }

    fn head(&self, scene: &mut Scene, years: &[String], (left, top): (i32, i32)) -> i32 {
        let bottom = top + times(self.head) * SOURCE.leading();
        for (index, year) in years.iter().enumerate() {
            let lines = wrap(year, SOURCE, Room { width: self.square - px(2), lines: 2 });
            let middle = left + self.names + times(index) * self.square + self.square / 2;
            let start = bottom - times(lines.len()) * SOURCE.leading();
            scene.stack(&lines, (middle, start), Anchor::Middle, SOURCE.coloured(INK));
        }
        bottom + px(4)
    }

    fn row(
        &self,
        scene: &mut Scene,
        body: &SquareRow,
        tones: &[Tone],
        (left, top): (i32, i32),
    ) -> i32 {
        let name = wrap(&body.label, LABEL, Room { width: NAMES, lines: 2 });
        let height = ROW.max(times(name.len()) * LABEL.leading()) + CRACK;
        let middle = top + height / 2;
        scene.block(&name, (left + self.names - px(8), middle), Anchor::End, LABEL);
        for (index, square) in body.squares.iter().enumerate() {
            let Square::Level(level) = square else { continue };
            let Some(tone) = tones.get(*level) else { continue };
            let left = left + self.names + times(index) * self.square;
            let right = left + self.square - CRACK;
            let area = Area { left, top: middle - ROW / 2, right, bottom: middle + ROW / 2 };
            scene.slab(area, tone.fill);
            tone.mark(scene, area.centre(), area.width() - px(4), tone.fill);
        }
        top + height
    }
}
