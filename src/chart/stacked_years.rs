//! Ordered levels over several years, as stacked columns.
//!
//! The most advanced level stands on the axis. Levels are named once, beside the last column and at the height of
//! their segment; a chip repeats the segment's fill and its pips. A count too tall for its segment goes beside it.

use super::frame::{MARGIN, WIDTH};
use super::lines::{Room, wrap};
use super::palette::{BLANK, Colour, GREY, INK, ramp};
use super::pips::{Rank, ranks};
use super::scene::{Anchor, Area, Point, Scene, px, snap, times};
use super::spec::{StackedYears, YearColumn};
use super::typeface::{COUNTS, LABEL, NOTE, VALUE};

/// Widest name of a level.
const NAMES: i32 = px(170);
/// White between two segments.
const CRACK: i32 = px(2);
/// Height that a count needs inside its segment.
const COUNT: i32 = px(14);
/// Height that a count and its pips need.
const COUNT_AND_PIPS: i32 = px(36);
/// Height of a chip.
const CHIP: i32 = px(16);

/// Draws the columns from a height downwards; gives where they end.
pub(super) fn build(scene: &mut Scene, chart: &StackedYears, top: i32) -> i32 {
    let levels = levels(chart);
    let plot = Plot::of(chart, &levels, top + VALUE.leading() + px(4));
    let mut bottom = plot.axis;
    for (index, year) in chart.years.iter().enumerate() {
        let left = MARGIN + times(index) * plot.slot;
        plot.column(scene, &levels, year, left);
        let room = Room { width: plot.slot - px(8), lines: 4 };
        let lines = wrap(&year.label, LABEL, room);
        let middle = left + plot.slot / 2;
        let end = scene.stack(&lines, (middle, plot.axis + px(6)), Anchor::Middle, LABEL);
        bottom = bottom.max(end);
    }
    let right = MARGIN + times(chart.years.len()) * plot.slot;
    scene.hairline(vec![(MARGIN, plot.axis), (right, plot.axis)], INK);
    if let Some(last) = chart.years.last() {
        plot.names(scene, &levels, last, right);
    }
    bottom
}

/// A level, ready to paint; from the bottom of a column to its top.
struct Tone {
    index: usize,
    name: Vec<String>,
    fill: Colour,
    rank: Option<Rank>,
}

fn levels(chart: &StackedYears) -> Vec<Tone> {
    let tone = |(index, rank): (usize, Option<Rank>)| Tone {
        index,
        name: wrap(&chart.levels[index].label, LABEL, Room { width: NAMES, lines: 4 }),
        fill: rank.map_or(BLANK, |Rank { rank, size }| ramp(rank - 1, size)),
        rank,
    };
    let mut tones: Vec<Tone> = ranks(&chart.levels).into_iter().enumerate().map(tone).collect();
    tones.reverse();
    tones.sort_by_key(|tone| tone.rank.is_none());
    tones
}

fn count(year: &YearColumn, tone: &Tone) -> u32 {
    year.counts.get(tone.index).copied().unwrap_or_default()
}

/// Where the columns stand.
struct Plot {
    slot: i32,
    column: i32,
    top: i32,
    axis: i32,
    unit: f64,
    chip: i32,
}

impl Plot {
    fn of(chart: &StackedYears, levels: &[Tone], top: i32) -> Self {
        let chip = levels.iter().filter_map(|tone| tone.rank).map(Rank::width).max();
        let chip = chip.unwrap_or_default() + px(12);
        let room = WIDTH - 2 * MARGIN - NAMES - chip - px(40);
        let slot = (room / times(chart.years.len().max(1))).min(px(180));
        let highest = chart.years.iter().map(|year| height(year, levels)).max().unwrap_or_default();
        let highest = f64::from(highest.max(1));
        let counts = chart.years.iter().flat_map(|year| year.counts.iter().copied());
        let least = f64::from(counts.filter(|count| *count > 0).min().unwrap_or(1));
        let wanted = snap(f64::from(COUNT + CRACK) / least * highest);
        let names: i32 = levels.iter().map(name_height).sum();
        let axis = top + wanted.clamp(px(260), px(480)).max(names);
        Self {
            slot,
            column: slot * 58 / 100,
            top,
            axis,
            unit: f64::from(axis - top) / highest,
            chip,
        }
    }

    /// Places of the segments of a column, empty ones included, from the axis upwards.
    fn segments(&self, levels: &[Tone], year: &YearColumn, left: i32) -> Vec<Area> {
        let mut total = 0;
        let mut segments = Vec::new();
        for tone in levels {
            let bottom = self.axis - snap(f64::from(total) * self.unit);
            total = count(year, tone).saturating_add(total);
            let top = self.axis - snap(f64::from(total) * self.unit);
            let crack = if bottom == self.axis || top == bottom { 0 } else { CRACK };
            let bottom = (bottom - crack).max(top + px(1)).max(top);
            segments.push(Area { left, top, right: left + self.column, bottom });
        }
        segments
    }

    fn column(&self, scene: &mut Scene, levels: &[Tone], year: &YearColumn, slot: i32) {
        let left = slot + (self.slot - self.column) / 2;
        let segments = self.segments(levels, year, left);
        let mut outside = Vec::new();
        for (tone, area) in levels.iter().zip(&segments) {
            let count = count(year, tone);
            if count == 0 {
                continue;
            }
            scene.slab(*area, tone.fill);
            if holds(*area, count) {
                inside(scene, tone, *area, count);
            } else {
                outside.push((count, *area));
            }
        }
        self.beside(scene, &outside);
        let top = segments.last().map_or(self.axis, |area| area.top);
        let at = (left + self.column / 2, top - px(6));
        scene.write(&year.base.to_string(), at, Anchor::Middle, VALUE);
    }

    /// Writes the counts that their segments can't hold, at their right.
    fn beside(&self, scene: &mut Scene, counts: &[(u32, Area)]) {
        let wanted: Vec<(i32, i32)> =
            counts.iter().map(|(_, area)| (area.centre().1, NOTE.leading())).collect();
        for ((count, area), middle) in counts.iter().zip(spread(&wanted, self.top, self.axis)) {
            let (from, to) = (area.right + px(1), area.right + px(6));
            scene.hairline(vec![(from, area.centre().1), (to, middle)], GREY);
            let at = (to + px(2), middle + NOTE.drop());
            scene.write(&count.to_string(), at, Anchor::Start, NOTE.coloured(INK));
        }
    }

    /// Names the levels beside the last column.
    fn names(&self, scene: &mut Scene, levels: &[Tone], last: &YearColumn, left: i32) {
        let column = left - (self.slot - self.column) / 2 - self.column;
        let segments = self.segments(levels, last, column);
        let shown = |(tone, area): (&Tone, &Area)| {
            let count = count(last, tone);
            count == 0 || holds(*area, count)
        };
        let free = levels.iter().zip(&segments).all(shown);
        let start = if free { column + self.column + px(3) } else { left };
        let wanted: Vec<(i32, i32)> = levels
            .iter()
            .zip(&segments)
            .map(|(tone, area)| (area.centre().1, name_height(tone)))
            .collect();
        let middles = spread(&wanted, self.top, self.axis);
        for ((tone, area), middle) in levels.iter().zip(&segments).zip(middles) {
            let at = (left + px(20), middle);
            if count(last, tone) > 0 {
                let height = area.centre().1;
                let end = (at.0 - px(4), middle);
                scene.hairline(vec![(start, height), (left, height), end], GREY);
            }
            self.name(scene, tone, at);
        }
    }

    /// Writes a level's chip and its name.
    fn name(&self, scene: &mut Scene, tone: &Tone, (left, middle): Point) {
        let right = left + self.chip;
        let chip = Area { left, top: middle - CHIP / 2, right, bottom: middle + CHIP / 2 };
        scene.slab(chip, tone.fill);
        if let Some(rank) = tone.rank {
            rank.draw(scene, chip.centre(), tone.fill.ink());
        }
        scene.block(&tone.name, (right + px(8), middle), Anchor::Start, LABEL);
    }
}

fn height(year: &YearColumn, levels: &[Tone]) -> u32 {
    levels.iter().map(|tone| count(year, tone)).fold(0, u32::saturating_add)
}

fn name_height(tone: &Tone) -> i32 {
    CHIP.max(times(tone.name.len()) * LABEL.leading()) + px(6)
}

/// Whether a segment holds its count.
fn holds(area: Area, count: u32) -> bool {
    area.height() >= COUNT && COUNTS.width(&count.to_string()) + px(4) <= area.width()
}

fn inside(scene: &mut Scene, tone: &Tone, area: Area, count: u32) {
    let ink = tone.fill.ink();
    let (x, y) = area.centre();
    let rank = tone
        .rank
        .filter(|rank| area.height() >= COUNT_AND_PIPS && rank.width() + px(4) <= area.width());
    let shift = if rank.is_some() { px(7) } else { 0 };
    let at = (x, y - shift + VALUE.drop());
    scene.write(&count.to_string(), at, Anchor::Middle, COUNTS.coloured(ink));
    if let Some(rank) = rank {
        rank.draw(scene, (x, y + px(9)), ink);
    }
}

/// Middles as near as possible to the wanted ones, from the axis upwards, without overlap between two limits.
///
/// Takes (middle, height), lowest first.
fn spread(wanted: &[(i32, i32)], top: i32, bottom: i32) -> Vec<i32> {
    let mut limit = bottom;
    let mut middles: Vec<i32> = Vec::new();
    for (middle, height) in wanted {
        let middle = (*middle).min(limit - height / 2);
        middles.push(middle);
        limit = middle - height / 2;
    }
    let mut limit = top;
    for (middle, (_, height)) in middles.iter_mut().zip(wanted).rev() {
        *middle = (*middle).max(limit + height / 2);
        limit = *middle + height / 2;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spread_without_overlap_and_stay_within() {
        assert_eq!(spread(&[(90, 20), (85, 20), (80, 20)], 0, 100), [90, 70, 50]);
        assert_eq!(spread(&[(12, 20), (8, 20), (4, 20)], 0, 100), [50, 30, 10]);
        assert_eq!(spread(&[(90, 10), (50, 10)], 0, 100), [90, 50]);
    }
}
