//! A map of true outlines: the mainland in Lambert's conic, each land overseas in its box, larger shapes first.
//!
//! Pips repeat in each shape what its colour says; a name is written where the shape has room for it. A shape too
//! small for its pips is drawn again, larger, in a box of its own.

use super::frame::{MARGIN, WIDTH};
use super::key::{self, Tone};
use super::lines::{Room, widest, wrap};
use super::map_spec::{AreaMap, MapArea};
use super::outline::Outline;
use super::palette::{Colour, GREY, INK, MARK_CONTRAST, WHITE};
use super::projection::{Extent, Plane, conic, is_mainland, local};
use super::scene::{Anchor, Area, Mark, Point, Scene, px, snap, times};
use super::typeface::{LABEL, Lettering, NOTE};

/// Width of the boxes, on the left.
const BOX: i32 = px(118);
/// Height of a box, its name apart.
const BOX_HEIGHT: i32 = px(86);
/// Greatest height of the mainland.
const HEIGHT: i32 = px(660);
/// Name of a body.
const NAME: Lettering = Lettering { size: px(12), ..LABEL };
/// What a land that the year does not know is filled with.
const UNKNOWN: Colour = WHITE;

/// Draws the key and the map from a height downwards; gives where it ends.
pub(super) fn build(scene: &mut Scene, chart: &AreaMap, top: i32) -> i32 {
    let tones = key::tones(&chart.levels);
    let top = key::build(scene, &chart.levels, &tones, top) + px(14);
    let atlas = Atlas { tones: &tones, mark: key::mark_width(&tones).max(px(8)) };
    let (mainland, mut boxed): (Vec<&MapArea>, Vec<&MapArea>) =
        chart.areas.iter().partition(|area| is_mainland(area));
    let (small, middle) = atlas.mainland(scene, &mainland, top);
    boxed.extend(small);
    let left = atlas.boxes(scene, &boxed, top);
    let lines = wrap(&chart.note, NOTE, Room { width: WIDTH - 2 * MARGIN, lines: 4 });
    let bottom = middle.max(left);
    if lines.is_empty() {
        return bottom;
    }
    scene.stack(&lines, (MARGIN, bottom + px(8)), Anchor::Start, NOTE)
}

/// What every shape is drawn with.
struct Atlas<'a> {
    tones: &'a [Tone],
    mark: i32,
}

impl Atlas<'_> {
    fn fill(&self, area: &MapArea) -> Colour {
        self.tone(area).map_or(UNKNOWN, |tone| tone.fill)
    }

    fn tone(&self, area: &MapArea) -> Option<&Tone> {
        self.tones.get(area.level?)
    }

    /// Draws the mainland; gives the areas that are too small for their mark, and where it ends.
    fn mainland<'m>(
        &self,
        scene: &mut Scene,
        areas: &[&'m MapArea],
        top: i32,
    ) -> (Vec<&'m MapArea>, i32) {
        let frame =
            Area { left: MARGIN + BOX + px(20), top, right: WIDTH - MARGIN, bottom: top + HEIGHT };
        let planes: Vec<Vec<Vec<Vec<Plane>>>> = areas.iter().map(|area| conic(area)).collect();
        let places = planes.iter().flatten().flatten().flatten().copied();
        let Some(extent) = Extent::of(places) else { return (Vec::new(), top) };
        let fit = Fit::of(extent, frame);
        let mut shapes: Vec<(&'m MapArea, Outline)> = areas
            .iter()
            .zip(&planes)
            .map(|(area, plane)| (*area, Outline::placed(plane, |place| fit.place(place))))
            .collect();
        // Larger shapes first, so that an enclave lies on what surrounds it.
        shapes.sort_by_key(|(area, outline)| {
            (std::cmp::Reverse(outline.surface()), area.label.clone())
        });
        for (area, outline) in &shapes {
            paint(scene, outline, self.fill(area));
        }
        let small = self.label(scene, &shapes);
        (small, top + fit.height())
    }

    /// Writes names and pips where the shapes have room; gives the areas that have not.
    fn label<'m>(&self, scene: &mut Scene, shapes: &[(&'m MapArea, Outline)]) -> Vec<&'m MapArea> {
        let lines: Vec<(Point, Point)> =
            shapes.iter().flat_map(|(_, outline)| outline.edges()).collect();
        let mut small = Vec::new();
        for (index, (area, outline)) in shapes.iter().enumerate() {
            let hidden =
                |at: Point| shapes.iter().skip(index + 1).any(|(_, other)| other.holds(at));
            let ground = self.fill(area);
            let mark = self.tone(area).map_or(0, Tone::width);
            let placed = named(area, mark, |room| outline.room(room, &lines, hidden));
            if let Some((name, (x, y))) = placed {
                let height = times(name.len()) * NAME.leading();
                let under = if mark > 0 { px(13) } else { 0 };
                let top = y - i32::midpoint(height, under);
                let lettering = NAME.coloured(ground.ink());
                let end = scene.stack(&name, (x, top), Anchor::Middle, lettering);
                self.sign(scene, area, (x, end + px(7)));
            } else if mark == 0 {
                // Blank shapes say as much without a name.
            } else if let Some(place) = outline.room((mark + px(6), px(16)), &lines, hidden) {
                self.sign(scene, area, place);
            } else {
                small.push(*area);
            }
        }
        small
    }

    fn sign(&self, scene: &mut Scene, area: &MapArea, at: Point) {
        if let Some(tone) = self.tone(area) {
            tone.mark(scene, at, self.mark, tone.fill);
        }
    }

    /// Draws each land overseas in its box, from the top downwards.
    fn boxes(&self, scene: &mut Scene, areas: &[&MapArea], top: i32) -> i32 {
        let mut bottom = top;
        for area in areas {
            let name = wrap(&area.label, NAME, Room { width: BOX, lines: 2 });
            let head = scene.stack(&name, (MARGIN, bottom), Anchor::Start, NAME.coloured(INK));
            let mark = self.tone(area).map_or(0, Tone::width);
            if let Some(tone) = self.tone(area).filter(|_| mark > 0) {
                tone.mark(scene, (MARGIN + mark / 2 + px(1), head + px(8)), BOX, WHITE);
            }
            let frame = Area {
                left: MARGIN + px(4),
                top: head + px(18),
                right: MARGIN + BOX,
                bottom: head + px(18) + BOX_HEIGHT - NAME.leading(),
            };
            let planes = local(area);
            if let Some(extent) = Extent::of(planes.iter().flatten().flatten().copied()) {
                let fit = Fit::of(extent, frame);
                paint(scene, &Outline::placed(&planes, |place| fit.place(place)), self.fill(area));
            }
            bottom = frame.bottom + px(10);
        }
        bottom
    }
}

/// The name of an area on one line or two, and the roomiest place for it with its mark.
fn named(
    area: &MapArea,
    mark: i32,
    room: impl Fn((i32, i32)) -> Option<Point>,
) -> Option<(Vec<String>, Point)> {
    [(px(130), 1), (px(70), 2)].into_iter().find_map(|(width, lines)| {
        let name = wrap(&area.label, NAME, Room { width, lines });
        let under = if mark > 0 { px(13) } else { 0 };
        let size = (
            widest(&name, NAME).max(mark) + px(6),
            times(name.len()) * NAME.leading() + under + px(4),
        );
        let whole = !name.iter().any(|line| line.ends_with('…'));
        room(size).filter(|_| whole).map(|place| (name, place))
    })
}

/// The scale and the place of an extent within a frame, its top left corner in the frame's.
struct Fit {
    extent: Extent,
    frame: Area,
    unit: f64,
}

impl Fit {
    fn of(extent: Extent, frame: Area) -> Self {
        let across = f64::from(frame.width()) / extent.width().max(1e-9);
        let down = f64::from(frame.height()) / extent.height().max(1e-9);
        Self { extent, frame, unit: across.min(down) }
    }

    fn place(&self, (x, y): Plane) -> Plane {
        let x = (x - self.extent.least.0) * self.unit + f64::from(self.frame.left);
        (x, (y - self.extent.least.1) * self.unit + f64::from(self.frame.top))
    }

    fn height(&self) -> i32 {
        snap(self.extent.height() * self.unit)
    }
}

/// Fills an outline and draws its borders; a fill of several parts is edged in its own colour, to leave no crack.
fn paint(scene: &mut Scene, outline: &Outline, fill: Colour) {
    let Some(_) = outline.bounds() else { return };
    for rings in &outline.polygons {
        for (index, ring) in rings.iter().enumerate() {
            let colour = if index == 0 { fill } else { WHITE };
            scene.marks.push(Mark::Shape { ring: ring.clone(), colour });
        }
    }
    if times(outline.polygons.len()) > 1 && fill.contrast(WHITE) >= MARK_CONTRAST {
        for ring in outline.polygons.iter().filter_map(|rings| rings.first()) {
            let closed = ring.iter().chain(ring.first()).copied().collect();
            scene.line(closed, fill, px(1));
        }
    }
    for line in outline.borders() {
        scene.hairline(line, GREY);
    }
}
