//! A picture before it is drawn: marks in painting order, on a grid of twentieths of a pixel.
//!
//! Layout fills a scene, `canvas` draws it. The two are apart so that a test can ask where each text lies and on
//! which ground, without reading the SVG back.

use super::palette::{Colour, GREY, MARK_CONTRAST, WHITE};
use super::typeface::Lettering;

/// Grid units in a pixel.
pub(super) const GRID: i32 = 20;

/// Pixels in grid units.
pub(super) const fn px(pixels: i32) -> i32 {
    pixels * GRID
}

/// The grid line nearest to a computed place.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds")]
pub(super) fn snap(value: f64) -> i32 {
    value.round().clamp(-1e9, 1e9) as i32
}

/// A count of things as a factor of lengths.
pub(super) fn times(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A place, from the top left corner.
pub(super) type Point = (i32, i32);

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Area {
    pub(super) fn width(self) -> i32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> i32 {
        self.bottom - self.top
    }

    pub(super) fn centre(self) -> Point {
        (i32::midpoint(self.left, self.right), i32::midpoint(self.top, self.bottom))
    }

    /// The same, smaller by `inset` on each side.
    pub(super) fn shrunk(self, inset: i32) -> Self {
        let Self { left, top, right, bottom } = self;
        Self { left: left + inset, top: top + inset, right: right - inset, bottom: bottom - inset }
    }
}

/// Which end of a text lies at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text, placed by its baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) at: Point,
    pub(super) anchor: Anchor,
    pub(super) lettering: Lettering,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Fill { area: Area, colour: Colour },
    Outline { area: Area, colour: Colour, width: i32 },
    Line { path: Vec<Point>, colour: Colour, width: i32 },
    Shape { ring: Vec<Point>, colour: Colour },
    Dot { centre: Point, radius: i32, colour: Colour },
    Ring { centre: Point, radius: i32, colour: Colour },
    Words(Words),
}

/// Marks in painting order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scene {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) marks: Vec<Mark>,
}

/// Width of an outline or an axis.
const HAIRLINE: i32 = px(1);
/// Distance between two hatches, along an edge.
const HATCH: i32 = px(8);

impl Scene {
    /// Fills an area.
    pub(super) fn fill(&mut self, area: Area, colour: Colour) {
        self.marks.push(Mark::Fill { area, colour });
    }

    /// Fills an area, and outlines it when its colour alone would be lost on white.
    pub(super) fn slab(&mut self, area: Area, colour: Colour) {
        self.fill(area, colour);
        if colour.contrast(WHITE) < MARK_CONTRAST {
            self.outline(area, GREY);
        }
    }

    /// Hatches an area, for what is only planned.
    pub(super) fn hatch(&mut self, area: Area, colour: Colour) {
        let inner = area.shrunk(px(1));
        let (width, height) = (inner.width(), inner.height());
        let mut reach = HATCH;
        while reach < width + height {
            let low = (inner.left + (reach - height).max(0), inner.top + reach.min(height));
            let high = (inner.left + reach.min(width), inner.top + (reach - width).max(0));
            self.line(vec![low, high], colour, px(2));
            reach += HATCH;
        }
        self.outline(area, colour);
    }

    /// Outlines an area, within it.
    fn outline(&mut self, area: Area, colour: Colour) {
        let area = area.shrunk(HAIRLINE / 2);
        self.marks.push(Mark::Outline { area, colour, width: HAIRLINE });
    }

    /// Draws a line through points.
    pub(super) fn line(&mut self, path: Vec<Point>, colour: Colour, width: i32) {
        self.marks.push(Mark::Line { path, colour, width });
    }

    /// Draws an axis or a leader.
    pub(super) fn hairline(&mut self, path: Vec<Point>, colour: Colour) {
        self.line(path, colour, HAIRLINE);
    }

    /// Writes a line of text, its baseline at a place.
    pub(super) fn write(&mut self, text: &str, at: Point, anchor: Anchor, lettering: Lettering) {
        if !text.is_empty() {
            let text = text.to_owned();
            self.marks.push(Mark::Words(Words { text, at, anchor, lettering }));
        }
    }

    /// Writes lines downwards, the first baseline a line below `at`; gives the bottom of the block.
    pub(super) fn stack(
        &mut self,
        lines: &[String],
        at: Point,
        anchor: Anchor,
        lettering: Lettering,
    ) -> i32 {
        let mut bottom = at.1;
        for line in lines {
            let middle = bottom + lettering.leading() / 2;
            self.write(line, (at.0, middle + lettering.drop()), anchor, lettering);
            bottom += lettering.leading();
        }
        bottom
    }

    /// Writes lines centred on the height of `at`.
    pub(super) fn block(
        &mut self,
        lines: &[String],
        at: Point,
        anchor: Anchor,
        lettering: Lettering,
    ) {
        let height = times(lines.len()) * lettering.leading();
        self.stack(lines, (at.0, at.1 - height / 2), anchor, lettering);
    }
}
