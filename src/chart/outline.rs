//! Outlines on the grid: simplified, filled, edged, and where a mark has room in them.

use std::collections::BTreeSet;

use super::projection::Plane;
use super::scene::{Area, GRID, Point, snap};

/// Two points nearer than this are drawn as one.
const NEAREST: i32 = GRID / 2;

/// A body's polygons on the grid, each ring without its closing point.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// The outer ring first, then the holes.
    pub(super) polygons: Vec<Vec<Vec<Point>>>,
}

pub(super) type Edge = (Point, Point);

impl Outline {
    /// Puts polygons on the grid.
    pub(super) fn placed(polygons: &[Vec<Vec<Plane>>], place: impl Fn(Plane) -> Plane) -> Self {
        let ring = |ring: &Vec<Plane>| {
            let points = ring.iter().map(|point| place(*point));
            simplified(points.map(|(x, y)| (snap(x), snap(y))))
        };
        let polygon = |rings: &Vec<Vec<Plane>>| {
            rings.iter().map(ring).filter(|ring| ring.len() > 2).collect::<Vec<_>>()
        };
        let polygons = polygons.iter().map(polygon).filter(|rings| !rings.is_empty());
        Self { polygons: polygons.collect() }
    }

    fn rings(&self) -> impl Iterator<Item = &Vec<Point>> {
        self.polygons.iter().flatten()
    }

    /// Every edge.
    pub(super) fn edges(&self) -> impl Iterator<Item = Edge> {
        self.rings().flat_map(|ring| {
            ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)).take(ring.len())
        })
    }

    /// The bounds of the outline; `None` for one that vanished.
    pub(super) fn bounds(&self) -> Option<Area> {
        bounds(self.rings().flatten())
    }

    /// Twice the surface of the outer rings.
    pub(super) fn surface(&self) -> i64 {
        self.polygons.iter().filter_map(|rings| rings.first()).map(|ring| surface(ring)).sum()
    }

    /// The lines to draw: edges that two polygons of the body share are inside it.
    pub(super) fn borders(&self) -> Vec<Vec<Point>> {
        let mut once: BTreeSet<Edge> = BTreeSet::new();
        for edge in self.edges().map(ordered) {
            if !once.remove(&edge) {
                once.insert(edge);
            }
        }
        let mut lines: Vec<Vec<Point>> = Vec::new();
        for (from, to) in self.edges().filter(|edge| once.contains(&ordered(*edge))) {
            match lines.last_mut().filter(|line| line.last() == Some(&from)) {
                Some(line) => line.push(to),
                None => lines.push(vec![from, to]),
            }
        }
        lines
    }

    /// Whether a place lies in the outline.
    pub(super) fn holds(&self, place: Point) -> bool {
        self.rings().filter(|ring| winds_round(ring, place)).count() % 2 == 1
    }

    /// The roomiest place for a rectangle whose edges none of the lines may cross, if there is one.
    ///
    /// `hidden` tells places that another outline covers.
    pub(super) fn room(
        &self,
        (width, height): (i32, i32),
        lines: &[Edge],
        hidden: impl Fn(Point) -> bool,
    ) -> Option<Point> {
        const STEPS: i32 = 36;
        let largest = self.polygons.iter().filter_map(|rings| rings.first());
        let largest = largest.max_by_key(|ring| surface(ring))?;
        let bounds = bounds(largest.iter())?;
        let near: Vec<Edge> =
            lines.iter().copied().filter(|edge| meets(*edge, bounds.shrunk(-GRID))).collect();
        let spots = (1..STEPS).flat_map(|row| (1..STEPS).map(move |column| (column, row)));
        let place = |(column, row): (i32, i32)| {
            let x = bounds.left + bounds.width() * column / STEPS;
            (x, bounds.top + bounds.height() * row / STEPS)
        };
        let mut spots: Vec<(i64, Point)> = spots
            .map(place)
            .filter(|spot| self.holds(*spot) && !hidden(*spot))
            .map(|spot| (clearance(spot, (width, height), &near), spot))
            .collect();
        let (x, y) = bounds.centre();
        // Of places about as free, the most central.
        let away = |(at, under): Point| (at - x).abs().max((under - y).abs());
        spots.sort_by_key(|(clearance, spot)| (std::cmp::Reverse(*clearance / 100), away(*spot)));
        spots.into_iter().map(|(_, spot)| spot).find(|(x, y)| {
            let area = Area {
                left: x - width / 2,
                top: y - height / 2,
                right: x + width / 2,
                bottom: y + height / 2,
            };
            !near.iter().any(|edge| crosses(*edge, area))
        })
    }
}

fn ordered((from, to): Edge) -> Edge {
    (from.min(to), from.max(to))
}

/// Drops points that could not be told from the one before, and the closing one.
fn simplified(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for (x, y) in points {
        let far = |last: &Point| (last.0 - x).abs().max((last.1 - y).abs()) >= NEAREST;
        if kept.last().is_none_or(far) {
            kept.push((x, y));
        }
    }
    while kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    kept
}

fn bounds<'a>(points: impl Iterator<Item = &'a Point>) -> Option<Area> {
    points.fold(None, |bounds: Option<Area>, (x, y)| {
        let Area { left, top, right, bottom } =
            bounds.unwrap_or(Area { left: *x, top: *y, right: *x, bottom: *y });
        Some(Area {
            left: left.min(*x),
            top: top.min(*y),
            right: right.max(*x),
            bottom: bottom.max(*y),
        })
    })
}

/// Twice the surface of a ring, by the shoelace formula.
fn surface(ring: &[Point]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    let cross = |((x1, y1), (x2, y2)): (&Point, &Point)| {
        i64::from(*x1) * i64::from(*y2) - i64::from(*x2) * i64::from(*y1)
    };
    ring.iter().zip(next).map(cross).sum::<i64>().abs()
}

/// Whether a ring goes round a place, by the edges to its right.
pub(super) fn winds_round(ring: &[Point], (x, y): Point) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossed = ring.iter().zip(next).filter(|((x1, y1), (x2, y2))| {
        let spans = (*y1 > y) != (*y2 > y);
        spans && {
            let (dx, dy) = (i64::from(x2 - x1), i64::from(y2 - y1));
            let at = i64::from(*x1) + dx * i64::from(y - y1) / dy;
            at > i64::from(x)
        }
    });
    crossed.count() % 2 == 1
}

fn meets(((x1, y1), (x2, y2)): Edge, area: Area) -> bool {
    x1.min(x2) <= area.right
        && x1.max(x2) >= area.left
        && y1.min(y2) <= area.bottom
        && y1.max(y2) >= area.top
}

/// How far the nearest line is, in thousandths of the rectangle's sides.
fn clearance((x, y): Point, (width, height): (i32, i32), lines: &[Edge]) -> i64 {
    let scaled = |point: Point| {
        let dx = f64::from(point.0 - x) / f64::from(width.max(1));
        (dx, f64::from(point.1 - y) / f64::from(height.max(1)))
    };
    let distance = |(from, to): &Edge| {
        let ((x1, y1), (x2, y2)) = (scaled(*from), scaled(*to));
        let (dx, dy) = (x2 - x1, y2 - y1);
        let length = dx * dx + dy * dy;
        let along =
            if length > 0.0 { (-(x1 * dx + y1 * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
        (x1 + along * dx).hypot(y1 + along * dy)
    };
    let nearest = lines.iter().map(distance).fold(1e6, f64::min);
    i64::from(snap(nearest * 1000.0))
}

/// Whether a line enters a rectangle (Liang and Barsky's clipping).
pub(super) fn crosses(((x1, y1), (x2, y2)): Edge, area: Area) -> bool {
    let (dx, dy) = (f64::from(x2 - x1), f64::from(y2 - y1));
    let sides = [
        (-dx, x1 - area.left),
        (dx, area.right - x1),
        (-dy, y1 - area.top),
        (dy, area.bottom - y1),
    ];
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (slope, room) in sides {
        let room = f64::from(room);
        if slope == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if slope < 0.0 {
            from = from.max(room / slope);
        } else {
            to = to.min(room / slope);
        }
    }
    from <= to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(left: i32, top: i32, side: i32) -> Vec<Point> {
        vec![(left, top), (left + side, top), (left + side, top + side), (left, top + side)]
    }

    #[test]
    fn a_hole_is_outside_and_an_edge_between_two_parts_is_no_border() {
        let ring = vec![square(0, 0, 100), square(40, 40, 20)];
        let outline = Outline { polygons: vec![ring] };
        assert!(outline.holds((10, 10)) && !outline.holds((50, 50)) && !outline.holds((101, 5)));
        let pair = Outline { polygons: vec![vec![square(0, 0, 100)], vec![square(100, 0, 100)]] };
        let lines = pair.borders();
        let shared = |line: &Vec<Point>| {
            line.windows(2).any(|ends| ordered((ends[0], ends[1])) == ((100, 0), (100, 100)))
        };
        assert!(!lines.iter().any(shared));
        assert_eq!(lines.iter().map(|line| line.len() - 1).sum::<usize>(), 6);
    }

    #[test]
    fn a_mark_finds_its_room_or_none() {
        let outline = Outline { polygons: vec![vec![square(0, 0, 1000)]] };
        let edges: Vec<Edge> = outline.edges().collect();
        let (x, y) = outline.room((400, 200), &edges, |_| false).expect("room enough");
        assert!((x - 500).abs() < 60 && (y - 500).abs() < 60, "{x} {y}");
        assert_eq!(outline.room((1100, 200), &edges, |_| false), None);
    }
}
