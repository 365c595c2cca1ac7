//! How much of a file is taken in: each cap in one place.
//!
//! A table of 100,000 rows by 40 columns (16 MB, 130 MB inflated) must pass; what is above is not a census.

/// The caps of the reader.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes of a file.
    pub(crate) file: usize,
    /// Bytes of one part, inflated.
    pub(crate) part: u64,
    /// Bytes of all parts, inflated.
    pub(crate) all_parts: u64,
    /// Parts of an archive.
    pub(crate) parts: usize,
    /// Sheets of a workbook.
    pub(crate) sheets: usize,
    /// Non-empty cells of a file.
    pub(crate) cells: usize,
    /// Bytes of one text; Excel's cells hold 32,767 characters.
    pub(crate) text: u64,
    /// Times that a large part may inflate.
    pub(crate) ratio: u64,
    /// Bytes from which a part is large.
    pub(crate) large: u64,
}

/// The caps in force.
pub(crate) const LIMITS: Limits = Limits {
    file: 100_000_000,
    part: 500_000_000,
    all_parts: 1_000_000_000,
    parts: 2_000,
    sheets: 200,
    cells: 5_000_000,
    text: 1_200_000,
    ratio: 250,
    large: 20_000_000,
};

/// Rows of a sheet.
pub(crate) const MOST_ROWS: u32 = 1_048_576;
/// Columns of a sheet.
pub(crate) const MOST_COLUMNS: u32 = 16_384;
