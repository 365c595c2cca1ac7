//! What a chart says, as plain data: every word and every number comes from the caller.
//!
//! The room formats counts and nothing else. It adds no word, so that one spec per language is enough, and it
//! computes no figure: totals and bases arrive with the counts they go with.

pub use super::map_spec::{AreaMap, MapArea, Ring, Square, SquareRow, Squares, Tile, TileMap};

/// A chart to draw, with the words that surround it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartSpec {
    /// Short name, unique in the document: it prefixes the ids inside the SVG.
    pub id: String,
    /// Language of the words (`fr`, `en`).
    pub lang: String,
    /// What the figure shows, in at most fifteen words.
    pub title: String,
    /// Measure, unit, field and year.
    pub subtitle: String,
    /// Where the figures come from, ready to print.
    pub source: String,
    /// Alternative text: what the picture says, for those who can't see it.
    pub description: String,
    /// The figures.
    pub kind: ChartKind,
}

/// The figures of a chart, by the form that suits them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Options of a question, most frequent first.
    RankedBars(RankedBars),
    /// Ordered levels, year after year.
    StackedYears(StackedYears),
    /// Events by period, those that happened and those that are planned.
    Timeline(Timeline),
    /// Two classifications crossed, a count in each cell.
    Matrix(Matrix),
    /// The same columns of years, once for each option.
    SmallMultiples(SmallMultiples),
    /// One row per body, one square per year.
    Squares(Squares),
    /// One tile per body, placed about where it lies.
    TileMap(TileMap),
    /// The bodies' true outlines.
    AreaMap(AreaMap),
}

/// Options of a question, drawn as horizontal bars and sorted by count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedBars {
    /// In any order; equal counts keep theirs.
    pub bars: Vec<Bar>,
    /// What the counts are out of: the pale track goes up to it. 0 draws no track.
    pub base: u32,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The option, in full: it is wrapped, and cut after four lines.
    pub label: String,
    /// How many.
    pub count: u32,
    /// A few words after the count (« dont 2 en projet »).
    pub note: Option<String>,
    /// An answer, or the absence of one.
    pub role: Role,
}

/// Whether a category is an answer or gathers those who gave none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// An answer to the question.
    #[default]
    Answer,
    /// « Sans réponse », « non précisé »: drawn last and in another manner.
    Silent,
}

/// Ordered levels by year: stacked columns, or ordered horizontal bars when there is only one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackedYears {
    /// From the least to the most advanced; a silent one anywhere.
    pub levels: Vec<Level>,
    /// In the order of time.
    pub years: Vec<YearColumn>,
}

/// One level of an ordered scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its name.
    pub label: String,
    /// An answer, or the absence of one.
    pub role: Role,
    /// What stands for it where an answer has its pips: « ? » for a silent body; nothing leaves it blank.
    pub sign: String,
}

/// The counts of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearColumn {
    /// The year, as printed.
    pub label: String,
    /// One count per level, in the order of the levels; a missing one reads 0.
    pub counts: Vec<u32>,
    /// The sum of the counts, printed above the column.
    pub base: u32,
}

/// Events by period, as vertical columns: filled when they happened, hatched when they are planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// In the order of time; a period without event is given with 0, so that time is not shortened.
    pub periods: Vec<Period>,
    /// Events of unknown date, drawn apart.
    pub unknown: Option<Bar>,
}

/// The events of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The period, as printed.
    pub label: String,
    /// Events that happened.
    pub happened: u32,
    /// Events announced for the period.
    pub planned: u32,
    /// Words under the label; they name what the hatching means (« prévus », « dont 1 prévu »).
    pub note: Option<String>,
}

/// Two classifications crossed: a cell is shaded by its count, which is written in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// What rows and columns are (« 2021 ↓  2022 → »).
    pub corner: String,
    /// The columns.
    pub columns: Vec<String>,
    /// The rows, each with one count per column.
    pub rows: Vec<MatrixRow>,
    /// The last row and the name of the last column, when totals make sense.
    pub totals: Option<MatrixTotals>,
    /// Whether the cells whose row and column are the same are framed.
    pub diagonal: Diagonal,
    /// What a frame means, or how to read a cell.
    pub note: Option<String>,
}

/// One row of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Its name.
    pub label: String,
    /// One count per column; `None` for a cell that means nothing.
    pub counts: Vec<Option<u32>>,
    /// What the row's counts are out of or add up to.
    pub total: Option<u32>,
}

/// The totals of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixTotals {
    /// Name of the last column.
    pub column: String,
    /// Name of the last row.
    pub row: String,
    /// One count per column; none when columns have no total.
    pub counts: Vec<u32>,
    /// The total of totals.
    pub all: Option<u32>,
}

/// How the diagonal of a matrix is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diagonal {
    /// As any other cell.
    Plain,
    /// Framed.
    Framed,
}

/// The same columns of years, once for each option, on one scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallMultiples {
    /// In the order of time.
    pub years: Vec<PanelYear>,
    /// One panel per option, in the order of reading.
    pub panels: Vec<Panel>,
    /// What stands for a year without a count (« – »).
    pub missing: String,
    /// What `missing` means; empty when every year has its count.
    pub absent: String,
    /// What a cut means; empty when there is none.
    pub cut: String,
    /// What a dashed cut means; empty when there is none.
    pub partly: String,
}

/// A year of small multiples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelYear {
    /// The year, as printed.
    pub label: String,
    /// What the year's counts are out of: the pale column goes up to it.
    pub base: u32,
    /// The base, as printed under the year (« sur 12 »).
    pub note: String,
}

/// The columns of one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The option.
    pub label: String,
    /// One count per year; `None` when it was not asked or is not known.
    pub counts: Vec<Option<u32>>,
    /// How each year compares with the one before it; the first is not looked at.
    pub links: Vec<Link>,
}

/// Whether a year can be compared with the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// It can.
    #[default]
    Same,
    /// In part: a dashed cut.
    Partly,
    /// It can't: a cut.
    Cut,
}
