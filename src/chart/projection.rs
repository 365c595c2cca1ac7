//! From degrees to the plane: Lambert's conic for the mainland, each land overseas by itself.
//!
//! Source: Snyder, *Map Projections: A Working Manual* (1987), chapter 15, on a sphere; parallels 44° and 49°, as the
//! national maps of France. A land that lies elsewhere than the mainland's window is drawn in a box of its own, its
//! degrees of longitude shortened by the cosine of its latitude.

use super::map_spec::{MapArea, Ring};

/// A place on the plane, y downwards.
pub(super) type Plane = (f64, f64);

const NORTH: f64 = 49.0;
const SOUTH: f64 = 44.0;
const ORIGIN: (f64, f64) = (3.0, 46.5);
/// Longitudes and latitudes of the mainland and Corsica.
const WINDOW: ((f64, f64), (f64, f64)) = ((-6.5, 11.0), (40.5, 52.5));

/// The bounds of some places: least x, least y, greatest x, greatest y.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub(super) least: Plane,
    pub(super) most: Plane,
}

impl Extent {
    /// The extent of some places; `None` without any.
    pub(super) fn of(places: impl Iterator<Item = Plane>) -> Option<Self> {
        places.fold(None, |extent: Option<Self>, (x, y)| {
            let Self { least, most } = extent.unwrap_or(Self { least: (x, y), most: (x, y) });
            let least = (least.0.min(x), least.1.min(y));
            Some(Self { least, most: (most.0.max(x), most.1.max(y)) })
        })
    }

    pub(super) fn width(self) -> f64 {
        self.most.0 - self.least.0
    }

    pub(super) fn height(self) -> f64 {
        self.most.1 - self.least.1
    }
}

fn degrees(millionths: i32) -> f64 {
    f64::from(millionths) / 1e6
}

/// Whether most of an area lies on the mainland.
pub(super) fn is_mainland(area: &MapArea) -> bool {
    let ((west, east), (south, north)) = WINDOW;
    let mut balance = 0_i64;
    for (longitude, latitude) in area.polygons.iter().flatten().flatten() {
        let (x, y) = (degrees(*longitude), degrees(*latitude));
        let inside = (west..=east).contains(&x) && (south..=north).contains(&y);
        balance += if inside { 1 } else { -1 };
    }
    balance > 0
}

/// The rings of an area in Lambert's conic.
pub(super) fn conic(area: &MapArea) -> Vec<Vec<Vec<Plane>>> {
    let cone = Cone::new();
    projected(area, |longitude, latitude| cone.place(longitude, latitude))
}

/// The rings of an area seen from straight above.
pub(super) fn local(area: &MapArea) -> Vec<Vec<Vec<Plane>>> {
    let latitudes = area.polygons.iter().flatten().flatten().map(|(_, y)| (0.0, degrees(*y)));
    let middle =
        Extent::of(latitudes).map_or(0.0, |extent| f64::midpoint(extent.least.1, extent.most.1));
    let shortened = middle.to_radians().cos();
    projected(area, |longitude, latitude| (longitude * shortened, -latitude))
}

fn projected(area: &MapArea, place: impl Fn(f64, f64) -> Plane) -> Vec<Vec<Vec<Plane>>> {
    let ring = |ring: &Ring| ring.iter().map(|(x, y)| place(degrees(*x), degrees(*y))).collect();
    area.polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect()
}

/// Lambert's conic with two parallels, on a sphere of radius 1.
struct Cone {
    n: f64,
    f: f64,
    rho: f64,
}

impl Cone {
    fn new() -> Self {
        let (south, north) = (SOUTH.to_radians(), NORTH.to_radians());
        let n = (south.cos() / north.cos()).ln() / (half_way(north) / half_way(south)).ln();
        let f = south.cos() * half_way(south).powf(n) / n;
        Self { n, f, rho: f / half_way(ORIGIN.1.to_radians()).powf(n) }
    }

    fn place(&self, longitude: f64, latitude: f64) -> Plane {
        // The poles are at infinity.
        let latitude = latitude.clamp(-85.0, 85.0).to_radians();
        let rho = self.f / half_way(latitude).powf(self.n);
        let theta = self.n * (longitude - ORIGIN.0).to_radians();
        (rho * theta.sin(), rho * theta.cos() - self.rho)
    }
}

fn half_way(latitude: f64) -> f64 {
    (std::f64::consts::FRAC_PI_4 + latitude / 2.0).tan()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_the_centre_and_the_parallels_are_true() {
        let cone = Cone::new();
        let (x, y) = cone.place(3.0, 46.5);
        assert!(x.abs() < 1e-12 && y.abs() < 1e-12);
        // Along a standard parallel a short arc has its true length.
        for latitude in [44.0_f64, 49.0] {
            let (one, two) = (cone.place(3.0, latitude), cone.place(3.01, latitude));
            let length = (two.0 - one.0).hypot(two.1 - one.1);
            let truth = 0.01_f64.to_radians() * latitude.to_radians().cos();
            assert!((length / truth - 1.0).abs() < 1e-6, "{latitude}: {}", length / truth);
        }
        // North is up, east is right.
        assert!(cone.place(3.0, 48.0).1 < 0.0 && cone.place(5.0, 46.5).0 > 0.0);
    }

    #[test]
    fn lands_overseas_are_told_from_the_mainland() {
        let area = |place: (i32, i32)| MapArea {
            label: String::new(),
            level: None,
            polygons: vec![vec![vec![place; 3]]],
        };
        assert!(is_mainland(&area((2_350_000, 48_850_000))));
        assert!(is_mainland(&area((9_000_000, 42_000_000))));
        assert!(!is_mainland(&area((55_500_000, -21_100_000))));
        assert!(!is_mainland(&area((-61_500_000, 16_200_000))));
    }
}
