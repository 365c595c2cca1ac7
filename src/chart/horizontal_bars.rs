//! Horizontal bars: options sorted by count, or the levels of one year in their order.
//!
//! The count is written at the end of its bar, over a pale track that goes up to the base. One unit is as long as
//! the tightest row allows, so that no value leaves the picture.

use super::frame::{MARGIN, WIDTH};
use super::lines::{Room, widest, wrap};
use super::palette::{BLANK, BLUE, Colour, GREY, INK, TRACK, ramp};
use super::pips::{Rank, ranks};
use super::scene::{Anchor, Area, Scene, px, snap, times};
use super::spec::{Bar, RankedBars, Role, StackedYears, YearColumn};
use super::typeface::{LABEL, NOTE, VALUE};

/// Thickness of a bar.
const BAR: i32 = px(24);
/// White between two rows, at least.
const GAP: i32 = px(12);
/// Widest label.
const LABELS: i32 = px(330);
/// Widest note.
const NOTES: i32 = px(190);
/// White between a bar and what is written next to it.
const ASIDE: i32 = px(8);

/// One row, ready to lay out.
pub(super) struct Row {
    label: Vec<String>,
    count: u32,
    value: String,
    note: String,
    fill: Colour,
    rank: Option<Rank>,
    role: Role,
}

impl Row {
    fn new(bar: &Bar, fill: Colour) -> Self {
        let note = bar.note.as_deref().unwrap_or_default();
        let role = bar.role;
        Self {
            label: wrap(&bar.label, LABEL, Room { width: LABELS, lines: 4 }),
            count: bar.count,
            value: bar.count.to_string(),
            note: wrap(note, NOTE, Room { width: NOTES, lines: 1 }).concat(),
            fill: if role == Role::Silent { BLANK } else { fill },
            rank: None,
            role,
        }
    }

    /// Height of a row whose label has at least so many lines.
    fn height(&self, lines: usize) -> i32 {
        BAR.max(times(self.label.len().max(lines)) * LABEL.leading()) + GAP
    }

    /// Length of what follows the bar.
    fn aside(&self) -> i32 {
        let note = if self.note.is_empty() { 0 } else { ASIDE + NOTE.width(&self.note) };
        ASIDE + VALUE.width(&self.value) + note
    }
}

/// The rows of a ranking: answers by falling count, then those who gave none.
pub(super) fn ranked(chart: &RankedBars) -> Vec<Row> {
    let mut bars: Vec<&Bar> = chart.bars.iter().collect();
    bars.sort_by_key(|bar| (bar.role == Role::Silent, std::cmp::Reverse(bar.count)));
    bars.into_iter().map(|bar| Row::new(bar, BLUE)).collect()
}

/// The rows of a scale in one year, in the order of the scale.
pub(super) fn levels(chart: &StackedYears, year: &YearColumn) -> Vec<Row> {
    let counts = year.counts.iter().copied().chain(std::iter::repeat(0));
    let row = |((level, rank), count): ((_, Option<Rank>), _)| {
        let level: &super::spec::Level = level;
        let bar = Bar { label: level.label.clone(), count, note: None, role: level.role };
        // A scale of one level has no rank to tell.
        let rank = rank.filter(|rank| rank.size > 1);
        let fill = rank.map_or(BLUE, |Rank { rank, size }| ramp(rank - 1, size));
        Row { rank, ..Row::new(&bar, fill) }
    };
    let mut rows: Vec<Row> =
        chart.levels.iter().zip(ranks(&chart.levels)).zip(counts).map(row).collect();
    rows.sort_by_key(|row| row.role == Role::Silent);
    rows
}

/// Draws rows from a height downwards; gives where they end.
pub(super) fn build(scene: &mut Scene, rows: &[Row], base: u32, top: i32) -> i32 {
    let scale = Scale::of(rows, base);
    let mut bottom = top;
    for (index, row) in rows.iter().enumerate() {
        if row.role == Role::Silent && index > 0 && rows[index - 1].role == Role::Answer {
            bottom += GAP;
        }
        let height = row.height(scale.lines);
        scale.draw(scene, row, bottom + height / 2);
        bottom += height;
    }
    if !rows.is_empty() {
        scene.hairline(vec![(scale.axis, top), (scale.axis, bottom)], INK);
    }
    bottom
}

/// Where the bars start and how long a unit is.
struct Scale {
    /// Lines that every row makes room for, so that bars of one and two lines keep one rhythm.
    lines: usize,
    labels: i32,
    pips: i32,
    axis: i32,
    unit: f64,
    base: u32,
}

impl Scale {
    fn of(rows: &[Row], base: u32) -> Self {
        let labels = rows.iter().map(|row| widest(&row.label, LABEL)).max().unwrap_or_default();
        let pips = rows.iter().filter_map(|row| row.rank).map(Rank::width).max();
        let pips = pips.map_or(0, |width| width + px(10));
        let axis = MARGIN + labels + pips + px(10);
        let room = WIDTH - MARGIN - axis;
        let whole = f64::from(room - px(24)) / f64::from(base.max(1));
        let unit = rows
            .iter()
            .filter(|row| row.count > 0)
            .map(|row| f64::from(room - row.aside()) / f64::from(row.count))
            .fold(whole, f64::min);
        let lines = rows.iter().map(|row| row.label.len().min(2)).max().unwrap_or_default();
        Self { lines, labels: MARGIN + labels, pips, axis, unit, base }
    }

    fn bar(&self, count: u32, middle: i32) -> Area {
        let right = self.axis + snap(f64::from(count) * self.unit);
        Area { left: self.axis, top: middle - BAR / 2, right, bottom: middle + BAR / 2 }
    }

    fn draw(&self, scene: &mut Scene, row: &Row, middle: i32) {
        scene.block(&row.label, (self.labels, middle), Anchor::End, LABEL);
        if let Some(rank) = row.rank {
            rank.draw(scene, (self.labels + self.pips / 2 + px(4), middle), GREY);
        }
        if row.role == Role::Answer && self.base > row.count {
            scene.fill(self.bar(self.base, middle), TRACK);
        }
        let bar = self.bar(row.count, middle);
        if row.count > 0 {
            scene.slab(bar, row.fill);
        }
        let baseline = middle + VALUE.drop();
        let start = bar.right + ASIDE;
        scene.write(&row.value, (start, baseline), Anchor::Start, VALUE);
        let start = start + VALUE.width(&row.value) + ASIDE;
        scene.write(&row.note, (start, baseline), Anchor::Start, NOTE);
    }
}
