//! The same columns of years, once for each option, on one scale.
//!
//! A column stands in a pale one that goes up to the year's base, so that a rise of the count is not mistaken for
//! one of the share. A line cuts the years that can't be compared, a dashed one those that can in part.

use super::frame::{MARGIN, WIDTH};
use super::lines::{Room, wrap};
use super::palette::{BLUE, GREY, INK, TRACK};
use super::scene::{Anchor, Area, Scene, px, snap, times};
use super::spec::{Link, Panel, SmallMultiples};
use super::typeface::{LABEL, NOTE, SOURCE, VALUE};

/// White between two panels.
const GAP: i32 = px(30);
/// Least width of a year.
const SLOT: i32 = px(44);
/// Height of the highest base.
const HEIGHT: i32 = px(84);
/// Length of a dash and of the white after it.
const DASH: i32 = px(4);

/// Draws the panels from a height downwards; gives where they end.
pub(super) fn build(scene: &mut Scene, chart: &SmallMultiples, top: i32) -> i32 {
    let plan = Plan::of(chart);
    let mut bottom = top;
    for row in chart.panels.chunks(plan.abreast) {
        let names: Vec<Vec<String>> = row
            .iter()
            .map(|panel| wrap(&panel.label, LABEL, Room { width: plan.width, lines: 4 }))
            .collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or_default();
        let head = bottom + times(lines) * LABEL.leading();
        let mut left = MARGIN;
        let mut end = head;
        for (panel, name) in row.iter().zip(&names) {
            // Names stand on the columns: a short one starts lower.
            let start = head - times(name.len()) * LABEL.leading();
            scene.stack(name, (left, start), Anchor::Start, LABEL);
            end = end.max(plan.panel(scene, chart, panel, (left, head)));
            left += plan.width + GAP;
        }
        bottom = end + px(16);
    }
    let bottom = explained(scene, &chart.absent, bottom);
    let bottom = note(scene, &chart.cut, Link::Cut, bottom);
    note(scene, &chart.partly, Link::Partly, bottom)
}

/// Where panels and columns stand.
struct Plan {
    abreast: usize,
    width: i32,
    slot: i32,
    column: i32,
    unit: f64,
}

impl Plan {
    fn of(chart: &SmallMultiples) -> Self {
        let years = times(chart.years.len().max(1));
        let room = WIDTH - 2 * MARGIN;
        let abreast = ((room + GAP) / (years * SLOT + GAP)).clamp(1, 3);
        let width = (room - GAP * (abreast - 1)) / abreast;
        let slot = (width / years).min(px(70));
        let counts = chart.panels.iter().flat_map(|panel| panel.counts.iter().copied().flatten());
        let highest = chart.years.iter().map(|year| year.base).chain(counts).max();
        Self {
            abreast: usize::try_from(abreast).unwrap_or(1),
            width,
            slot,
            column: slot * 62 / 100,
            unit: f64::from(HEIGHT) / f64::from(highest.unwrap_or_default().max(1)),
        }
    }

    fn panel(
        &self,
        scene: &mut Scene,
        chart: &SmallMultiples,
        panel: &Panel,
        (left, top): (i32, i32),
    ) -> i32 {
        let axis = top + px(4) + VALUE.leading() + HEIGHT;
        let mut bottom = axis;
        for (index, year) in chart.years.iter().enumerate() {
            let slot = left + times(index) * self.slot;
            let middle = slot + self.slot / 2;
            let count = panel.counts.get(index).copied().flatten();
            if let Some(count) = count {
                if year.base > count {
                    scene.fill(self.part(slot, axis, year.base), TRACK);
                }
                let area = self.part(slot, axis, count);
                if count > 0 {
                    scene.slab(area, BLUE);
                }
                let at = (middle, area.top - px(5));
                scene.write(&count.to_string(), at, Anchor::Middle, VALUE);
            } else {
                let room = Room { width: self.slot - px(6), lines: 1 };
                let missing = wrap(&chart.missing, NOTE, room).concat();
                scene.write(&missing, (middle, axis - px(6)), Anchor::Middle, NOTE);
            }
            let room = Room { width: self.slot - px(6), lines: 2 };
            let label = wrap(&year.label, SOURCE, room);
            let lettering = SOURCE.coloured(INK);
            let end = scene.stack(&label, (middle, axis + px(4)), Anchor::Middle, lettering);
            let note = wrap(if count.is_some() { &year.note } else { "" }, SOURCE, room);
            bottom = bottom.max(scene.stack(&note, (middle, end), Anchor::Middle, SOURCE));
            if index > 0 {
                let link = panel.links.get(index).copied().unwrap_or_default();
                cut(scene, link, (slot, top + px(2)), axis);
            }
        }
        let right = left + times(chart.years.len()) * self.slot;
        scene.hairline(vec![(left, axis), (right, axis)], INK);
        bottom
    }

    fn part(&self, slot: i32, axis: i32, count: u32) -> Area {
        let left = slot + (self.slot - self.column) / 2;
        let top = axis - snap(f64::from(count) * self.unit);
        Area { left, top, right: left + self.column, bottom: axis }
    }
}

/// Writes what the mark of a missing count means.
fn explained(scene: &mut Scene, text: &str, top: i32) -> i32 {
    let lines = wrap(text, NOTE, Room { width: WIDTH - 2 * MARGIN, lines: 3 });
    if lines.is_empty() { top } else { scene.stack(&lines, (MARGIN, top), Anchor::Start, NOTE) }
}

/// Writes what a cut means beside one of its kind.
fn note(scene: &mut Scene, text: &str, link: Link, top: i32) -> i32 {
    let lines = wrap(text, NOTE, Room { width: WIDTH - 2 * MARGIN - px(16), lines: 3 });
    if lines.is_empty() {
        return top;
    }
    cut(scene, link, (MARGIN + px(4), top + px(1)), top + NOTE.leading() - px(1));
    scene.stack(&lines, (MARGIN + px(16), top), Anchor::Start, NOTE)
}

/// Draws a cut downwards from a place.
fn cut(scene: &mut Scene, link: Link, (x, top): (i32, i32), bottom: i32) {
    match link {
        Link::Same => {}
        Link::Cut => scene.line(vec![(x, top), (x, bottom)], GREY, px(2)),
        Link::Partly => {
            let mut from = top;
            while from < bottom {
                scene.line(vec![(x, from), (x, (from + DASH).min(bottom))], GREY, px(2));
                from += 2 * DASH;
            }
        }
    }
}
