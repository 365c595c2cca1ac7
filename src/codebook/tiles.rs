//! Where each body stands on the map of tiles: `surveys/codebook/tiles.csv`.
//!
//! A layout of tiles is a drawing, so it is data: columns `code`, `column` and `row`, counted from 0. Two bodies may
//! share a tile when they never live at the same time. A body without a tile is given one below the map.

use std::collections::{BTreeMap, BTreeSet};

use super::LineProblem;
use super::csv_table::{CsvRow, CsvTable};
use crate::error::CodebookReason;
use crate::model::AcademyCode;

/// The file of the layout, in the codebook's folder.
pub const TILES: &str = "tiles.csv";

/// Columns and rows beyond which no map is readable.
const MOST: u32 = 30;

/// A place on the map of tiles: column and row, from 0.
pub type TilePlace = (u32, u32);

/// The layout of the tiles.
#[derive(Clone, Debug, Default)]
pub struct TileLayout {
    places: BTreeMap<AcademyCode, TilePlace>,
}

impl TileLayout {
    /// Parses a layout.
    ///
    /// # Errors
    /// A column or a row that is no small whole number, or a code given twice; with its line.
    pub fn parse(text: &str) -> Result<Self, LineProblem> {
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        let table = CsvTable::parse(text, &["code", "column", "row"])?;
        let mut places = BTreeMap::new();
        for row in &table.rows {
            let code = table.cell(row, "code");
            let place = (number(&table, row, "column")?, number(&table, row, "row")?);
            if places.insert(AcademyCode::new(code), place).is_some() {
                let reason = CodebookReason::DuplicateId { id: code.to_owned() };
                return Err(problem(row, reason));
            }
        }
        Ok(Self { places })
    }

    /// A tile for each of some bodies, no two on one place.
    ///
    /// Bodies without a place of their own follow below the others; nothing comes back when none has one, as for a
    /// census of other bodies.
    pub fn place<'a>(
        &self,
        bodies: impl Iterator<Item = &'a AcademyCode>,
    ) -> Vec<(&'a AcademyCode, TilePlace)> {
        let mut taken = BTreeSet::new();
        let mut placed = Vec::new();
        let mut left_over = Vec::new();
        for code in bodies {
            match self.places.get(code).filter(|place| taken.insert(**place)) {
                Some(place) => placed.push((code, *place)),
                None => left_over.push(code),
            }
        }
        let Some(width) = taken.iter().map(|(column, _)| column + 1).max() else {
            return Vec::new();
        };
        let below = taken.iter().map(|(_, row)| row + 1).max().unwrap_or_default();
        let spare = (0_u32..).map(|index| (index % width, below + index / width));
        placed.extend(left_over.into_iter().zip(spare));
        placed
    }
}

fn number(table: &CsvTable, row: &CsvRow, column: &str) -> Result<u32, LineProblem> {
    let text = table.cell(row, column);
    text.parse().ok().filter(|number| *number < MOST).ok_or_else(|| {
        problem(row, CodebookReason::BadValue { what: "tile", value: text.to_owned() })
    })
}

fn problem(row: &CsvRow, reason: CodebookReason) -> LineProblem {
    LineProblem { line: usize::try_from(row.line).unwrap_or(1), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(codes: &[&str]) -> Vec<AcademyCode> {
        codes.iter().map(|code| AcademyCode::new(*code)).collect()
    }

    #[test]
    fn nobody_covers_another_and_nobody_is_left_out() {
        let layout = TileLayout::parse("code,column,row\na,0,0\nb,1,0\nc,1,0\n").unwrap();
        let bodies = codes(&["a", "b", "c", "d", "e"]);
        let places: Vec<TilePlace> =
            layout.place(bodies.iter()).into_iter().map(|(_, place)| place).collect();
        assert_eq!(places, [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2)]);
        assert!(layout.place(codes(&["x"]).iter()).is_empty(), "another census");
    }

    #[test]
    fn the_bundled_layout_has_a_tile_for_every_body_of_every_year() {
        let codebook = crate::codebook::Codebook::read(std::path::Path::new("/nowhere")).unwrap();
        for year in 2015..2030 {
            let day = chrono::NaiveDate::from_ymd_opt(year, 12, 15).unwrap();
            let members: Vec<_> = codebook.register.members(day).map(|body| &body.code).collect();
            let placed = codebook.tiles.place(members.iter().copied());
            assert_eq!(placed.len(), members.len());
            for (code, place) in placed {
                assert_eq!(codebook.tiles.places.get(code), Some(&place), "{code} in {year}");
                assert!(place.0 < 9 && place.1 < 6, "{code} in {year}");
            }
        }
    }

    #[test]
    fn a_wrong_layout_is_told_with_its_line() {
        let fault = |text: &str| TileLayout::parse(text).unwrap_err();
        assert_eq!(fault("code,column,row\na,0,0\na,1,1\n").line, 3);
        assert_eq!(fault("code,column,row\na,-1,0\n").line, 2);
        assert_eq!(fault("code,column\na,1\n").line, 1);
    }
}
