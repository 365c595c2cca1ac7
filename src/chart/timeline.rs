//! Events by period, as vertical columns.
//!
//! What happened is filled and stands on the axis, what is planned is hatched and stands on it; events of unknown
//! date have an axis of their own, because they belong to no period.

use super::frame::{MARGIN, WIDTH};
use super::lines::{Room, wrap};
use super::palette::{BLANK, BLUE, Colour, GREY, INK};
use super::scene::{Anchor, Area, Scene, px, snap, times};
use super::spec::{Bar, Period, Timeline};
use super::typeface::{LABEL, SOURCE, VALUE};

/// Height of the highest column.
const HEIGHT: i32 = px(190);
/// White between the periods and the events of unknown date.
const APART: i32 = px(32);
/// White between two parts of a column.
const CRACK: i32 = px(2);

/// Draws the columns from a height downwards; gives where they end.
pub(super) fn build(scene: &mut Scene, chart: &Timeline, top: i32) -> i32 {
    let plot = Plot::of(chart, top + VALUE.leading() + px(4));
    let mut bottom = plot.axis;
    let mut left = MARGIN;
    for period in &chart.periods {
        bottom = bottom.max(plot.period(scene, period, left));
        left += plot.slot;
    }
    if left > MARGIN {
        scene.hairline(vec![(MARGIN, plot.axis), (left, plot.axis)], INK);
        left += APART;
    }
    if let Some(unknown) = &chart.unknown {
        bottom = bottom.max(plot.unknown(scene, unknown, left));
        scene.hairline(vec![(left, plot.axis), (left + plot.slot, plot.axis)], INK);
    }
    bottom
}

/// Where the columns stand.
struct Plot {
    slot: i32,
    column: i32,
    axis: i32,
    unit: f64,
}

impl Plot {
    fn of(chart: &Timeline, top: i32) -> Self {
        let slots = chart.periods.len() + usize::from(chart.unknown.is_some());
        let room = WIDTH - 2 * MARGIN - APART;
        let slot = (room / times(slots.max(1))).min(px(165));
        let counts =
            chart.periods.iter().map(|period| period.happened.saturating_add(period.planned));
        let highest = counts.chain(chart.unknown.iter().map(|bar| bar.count)).max();
        let unit = f64::from(HEIGHT) / f64::from(highest.unwrap_or_default().max(1));
        Self { slot, column: slot * 60 / 100, axis: top + HEIGHT, unit }
    }

    /// A part of a column, standing on a count.
    fn part(&self, slot: i32, from: u32, to: u32) -> Area {
        let left = slot + (self.slot - self.column) / 2;
        let height = |count: u32| self.axis - snap(f64::from(count) * self.unit);
        Area { left, top: height(to), right: left + self.column, bottom: height(from) }
    }

    fn period(&self, scene: &mut Scene, period: &Period, left: i32) -> i32 {
        let Period { label, happened, planned, note } = period;
        let total = happened.saturating_add(*planned);
        let done = self.part(left, 0, *happened);
        let mut announced = self.part(left, *happened, total);
        if *happened > 0 {
            scene.slab(done, BLUE);
            announced.bottom -= CRACK;
        }
        if *planned > 0 {
            scene.hatch(announced, BLUE);
        }
        self.value(scene, total, self.part(left, 0, total));
        let note = note.as_deref().unwrap_or_default();
        self.words(scene, &[(label, INK), (note, GREY)], left)
    }

    fn unknown(&self, scene: &mut Scene, bar: &Bar, left: i32) -> i32 {
        let area = self.part(left, 0, bar.count);
        if bar.count > 0 {
            scene.slab(area, BLANK);
        }
        self.value(scene, bar.count, area);
        let note = bar.note.as_deref().unwrap_or_default();
        self.words(scene, &[(&bar.label, INK), (note, GREY)], left)
    }

    fn value(&self, scene: &mut Scene, count: u32, area: Area) {
        let at = (area.centre().0, area.top.min(self.axis) - px(6));
        let lettering = if count == 0 { LABEL.coloured(GREY) } else { VALUE };
        scene.write(&count.to_string(), at, Anchor::Middle, lettering);
    }

    /// Writes the label and its note under a column; gives where they end.
    fn words(&self, scene: &mut Scene, texts: &[(&str, Colour)], left: i32) -> i32 {
        let middle = left + self.slot / 2;
        let mut bottom = self.axis + px(6);
        for (text, colour) in texts {
            let base = if *colour == INK { LABEL } else { SOURCE };
            let lettering = base.coloured(*colour);
            let room = Room { width: self.slot - px(8), lines: 4 };
            let lines = wrap(text, lettering, room);
            bottom = scene.stack(&lines, (middle, bottom), Anchor::Middle, lettering);
        }
        bottom
    }
}
