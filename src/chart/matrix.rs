//! Two classifications crossed: counts in cells, shaded by count, with their totals.
//!
//! A flow diagram can't be read at thirty units; a matrix can, and it prints. Columns whose names have no room are
//! lettered, and the letters are given beside the rows of the same name, or above.

use super::frame::{MARGIN, WIDTH};
use super::lines::{Room, widest, wrap};
use super::palette::{Colour, GREY, INK, ramp};
use super::scene::{Anchor, Area, Mark, Scene, px, snap, times};
use super::spec::{Diagonal, Matrix, MatrixRow};
use super::typeface::{COUNTS, LABEL, Lettering, NOTE, VALUE};

/// Widest name of a row.
const NAMES: i32 = px(270);
/// Lowest row.
const ROW: i32 = px(34);
/// Widest column.
const COLUMN: i32 = px(116);
/// White between two cells: a frame goes there.
const CRACK: i32 = px(6);
/// Width of the column of totals.
const TOTALS: i32 = px(76);
/// Name of a column.
const HEAD: Lettering = Lettering { size: px(13), ..LABEL };

/// Draws the matrix from a height downwards; gives where it ends.
pub(super) fn build(scene: &mut Scene, chart: &Matrix, top: i32) -> i32 {
    let plan = Plan::of(chart);
    let top = plan.letters(scene, chart, top);
    let mut bottom = plan.head(scene, chart, top);
    for (index, row) in chart.rows.iter().enumerate() {
        bottom = plan.row(scene, chart, (index, row), bottom);
    }
    if let Some(totals) = chart.totals.as_ref().filter(|totals| !totals.counts.is_empty()) {
        let lines = wrap(&totals.row, NOTE, Room { width: NAMES, lines: 2 });
        let height = ROW.max(times(lines.len()) * NOTE.leading());
        let middle = bottom + height / 2;
        scene.block(&lines, (plan.left - px(10), middle), Anchor::End, NOTE);
        for (column, count) in totals.counts.iter().take(chart.columns.len()).enumerate() {
            plan.number(scene, plan.column(column), middle, *count);
        }
        if let Some(all) = totals.all {
            plan.number(scene, plan.total(), middle, all);
        }
        bottom += height;
    }
    let note = chart.note.as_deref().unwrap_or_default();
    let note = wrap(note, NOTE, Room { width: WIDTH - 2 * MARGIN, lines: 3 });
    if note.is_empty() {
        return bottom;
    }
    scene.stack(&note, (MARGIN, bottom + px(8)), Anchor::Start, NOTE)
}

/// Where columns stand and what they are called.
struct Plan {
    rows: Vec<Vec<String>>,
    heads: Vec<Vec<String>>,
    lettered: bool,
    /// Whether the letters stand beside the rows, which have the same names.
    beside: bool,
    left: i32,
    width: i32,
    highest: u32,
}

impl Plan {
    fn of(chart: &Matrix) -> Self {
        let same = chart.rows.iter().map(|row| &row.label).eq(&chart.columns);
        let plain = Self::set(chart, |label, _| label.to_owned());
        if plain.heads.iter().zip(&chart.columns).all(|(lines, name)| plain.holds(lines, name)) {
            return plain;
        }
        let named = |label: &str, index: usize| {
            if same { format!("{}  {label}", letter(index)) } else { label.to_owned() }
        };
        let mut plan = Self::set(chart, named);
        plan.heads = (0..chart.columns.len()).map(|index| vec![letter(index)]).collect();
        Self { lettered: true, beside: same, ..plan }
    }

    fn set(chart: &Matrix, name: impl Fn(&str, usize) -> String) -> Self {
        let room = Room { width: NAMES, lines: 3 };
        let rows: Vec<Vec<String>> = chart
            .rows
            .iter()
            .enumerate()
            .map(|(index, row)| wrap(&name(&row.label, index), LABEL, room))
            .collect();
        let names = rows.iter().map(|lines| widest(lines, LABEL)).max().unwrap_or_default();
        let corner = wrap(&chart.corner, NOTE, Room { width: NAMES, lines: 2 });
        let total = chart.totals.as_ref().map_or("", |totals| totals.row.as_str());
        let total = wrap(total, NOTE, Room { width: NAMES, lines: 2 });
        let names = names.max(widest(&corner, NOTE)).max(widest(&total, NOTE));
        let left = MARGIN + names + px(14);
        let totals = if chart.totals.is_some() { TOTALS } else { 0 };
        let room = WIDTH - MARGIN - left - totals;
        let width = (room / times(chart.columns.len().max(1))).min(COLUMN);
        let fit = Room { width: width - px(8), lines: 4 };
        let heads = chart.columns.iter().map(|name| wrap(name, HEAD, fit)).collect();
        let counts = chart.rows.iter().flat_map(|row| row.counts.iter().copied().flatten());
        let highest = counts.max().unwrap_or_default();
        Self { rows, heads, lettered: false, beside: false, left, width, highest }
    }

    /// Whether a column's name stands in it whole, no word broken but at a hyphen.
    fn holds(&self, lines: &[String], name: &str) -> bool {
        let whole = super::legible::painted(name);
        let kept: usize = lines.iter().map(|line| line.replace(' ', "").len()).sum();
        let parts = whole.split([' ', '-', '/']);
        kept == whole.replace(' ', "").len()
            && parts.into_iter().all(|part| HEAD.width(part) <= self.width - px(14))
    }

    fn column(&self, index: usize) -> i32 {
        self.left + times(index) * self.width
    }

    fn total(&self) -> i32 {
        self.column(self.heads.len())
    }

    /// What the letters stand for, above the matrix.
    fn letters(&self, scene: &mut Scene, chart: &Matrix, top: i32) -> i32 {
        if !self.lettered || self.beside {
            return top;
        }
        let mut bottom = top;
        let room = Room { width: WIDTH - 2 * MARGIN - px(30), lines: 2 };
        for (index, name) in chart.columns.iter().enumerate() {
            let at = (MARGIN, bottom);
            scene.stack(&[letter(index)], at, Anchor::Start, NOTE.coloured(INK));
            let lines = wrap(name, NOTE, room);
            bottom = scene.stack(&lines, (MARGIN + px(30), bottom), Anchor::Start, NOTE);
            bottom = bottom.max(at.1 + NOTE.leading());
        }
        bottom + px(10)
    }

    fn head(&self, scene: &mut Scene, chart: &Matrix, top: i32) -> i32 {
        let totals = chart.totals.as_ref().map_or("", |totals| totals.column.as_str());
        let totals = wrap(totals, NOTE, Room { width: TOTALS - px(8), lines: 4 });
        let corner = wrap(&chart.corner, NOTE, Room { width: NAMES, lines: 2 });
        let lines = self.heads.iter().chain([&totals, &corner]).map(Vec::len).max();
        let bottom = top + times(lines.unwrap_or_default()) * HEAD.leading();
        for (index, lines) in self.heads.iter().enumerate() {
            let start = bottom - times(lines.len()) * HEAD.leading();
            let middle = self.column(index) + self.width / 2;
            scene.stack(lines, (middle, start), Anchor::Middle, HEAD);
        }
        let start = bottom - times(totals.len()) * NOTE.leading();
        scene.stack(&totals, (self.total() + TOTALS / 2, start), Anchor::Middle, NOTE);
        let start = bottom - times(corner.len()) * NOTE.leading();
        scene.stack(&corner, (self.left - px(10), start), Anchor::End, NOTE);
        bottom + px(8)
    }

    fn row(
        &self,
        scene: &mut Scene,
        chart: &Matrix,
        (index, row): (usize, &MatrixRow),
        top: i32,
    ) -> i32 {
        let name = self.rows.get(index).map(Vec::as_slice).unwrap_or_default();
        let height = ROW.max(times(name.len()) * LABEL.leading() + px(6)) + CRACK;
        let middle = top + height / 2;
        scene.block(name, (self.left - px(10), middle), Anchor::End, LABEL);
        for (column, count) in row.counts.iter().take(self.heads.len()).enumerate() {
            let left = self.column(column);
            let area = Area { left, top, right: left + self.width, bottom: top + height };
            let area = area.shrunk(CRACK / 2);
            if let Some(count) = count {
                self.cell(scene, area, *count);
            }
            let same = chart.columns.get(column) == Some(&row.label);
            if chart.diagonal == Diagonal::Framed && same {
                let area = area.shrunk(-px(2));
                scene.marks.push(Mark::Outline { area, colour: INK, width: px(2) });
            }
        }
        if let (Some(total), Some(_)) = (row.total, &chart.totals) {
            self.number(scene, self.total(), middle, total);
        }
        top + height
    }

    fn cell(&self, scene: &mut Scene, area: Area, count: u32) {
        let ink = if count == 0 {
            GREY
        } else {
            let fill = self.shade(count);
            scene.slab(area, fill);
            fill.ink()
        };
        let (x, y) = area.centre();
        let lettering = if count == 0 { NOTE } else { COUNTS };
        let at = (x, y + lettering.drop());
        scene.write(&count.to_string(), at, Anchor::Middle, lettering.coloured(ink));
    }

    /// Four shades, by quarter of the highest count.
    fn shade(&self, count: u32) -> Colour {
        let quarter = (f64::from(count) * 4.0 / f64::from(self.highest.max(1))).ceil();
        ramp(usize::try_from(snap(quarter) - 1).unwrap_or_default().min(3), 4)
    }

    /// A total, over the column that starts at a place.
    fn number(&self, scene: &mut Scene, left: i32, middle: i32, count: u32) {
        let width = if left == self.total() { TOTALS } else { self.width };
        let at = (left + width / 2, middle + VALUE.drop());
        scene.write(&count.to_string(), at, Anchor::Middle, LABEL.coloured(GREY));
    }
}

/// A, B … Z, A1, B1 …
fn letter(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => letter.to_string(),
        turn => format!("{letter}{turn}"),
    }
}
