//! What a chart of bodies says: a level for each of them, in a strip, on a tile or on its outline.

use super::spec::Level;
pub use crate::codebook::Ring;

/// One row per body, one square per year: the whole census at a glance, for the annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// The years, as printed, in the order of time.
    pub years: Vec<String>,
    /// From the least to the most advanced, then those who are not on the scale.
    pub levels: Vec<Level>,
    /// One row per body.
    pub rows: Vec<SquareRow>,
}

/// The years of one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SquareRow {
    /// The body's name.
    pub label: String,
    /// One square per year.
    pub squares: Vec<Square>,
}

/// A body in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Square {
    /// At this level, by its place in the list.
    Level(usize),
    /// The body did not exist, or the year had no census of it.
    Absent,
}

/// One tile per body, all of one size, so that a small académie is seen as well as a large one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileMap {
    /// From the least to the most advanced, then those who are not on the scale.
    pub levels: Vec<Level>,
    /// The tiles; two on one place would cover each other.
    pub tiles: Vec<Tile>,
}

/// The tile of one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The body's name.
    pub label: String,
    /// Column, from 0.
    pub column: u32,
    /// Row, from 0.
    pub row: u32,
    /// Its level, by its place in the list.
    pub level: usize,
}

/// The bodies' true outlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaMap {
    /// From the least to the most advanced, then those who are not on the scale.
    pub levels: Vec<Level>,
    /// The bodies, in any order.
    pub areas: Vec<MapArea>,
    /// What the map can't show (« Hors de la carte : … »); may be empty.
    pub note: String,
}

/// One body on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapArea {
    /// The body's name.
    pub label: String,
    /// Its level, by its place in the list; `None` for a land that the year does not know.
    pub level: Option<usize>,
    /// Its polygons: the outer ring first, then the holes.
    pub polygons: Vec<Vec<Ring>>,
}
