//! `mapping.toml`: what a person says of a file that the reader takes for something else.
//!
//! One `[[sheet]]` for each sheet or group of sheets; the first that names a sheet holds. What is not said
//! there is decided as usual, so that a line or two mend a file.

mod apply;
mod file;

pub(super) use apply::{Mapped, apply};

use std::collections::BTreeMap;
use std::path::Path;

use super::table::{Origin, Separator};
use crate::codebook::Codebook;
use crate::error::Result;
use crate::input;
use crate::model::{CellRef, QuestionId};

/// The file in which a team says how some files are to be read.
pub const MAPPING_FILE: &str = "mapping.toml";

/// Everything that `mapping.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    sheets: Vec<SheetMapping>,
}

/// What is said of some sheets.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetMapping {
    /// 1-based line in the file.
    pub(super) line: usize,
    file: String,
    sheet: Option<String>,
    /// The sheet is not to be read.
    pub(super) skip: bool,
    /// The layout to read it in.
    pub(super) layout: Option<MappedLayout>,
    origin: Option<Origin>,
    /// Zero-based; with a lab per column, the columns of the headers, and below the rows in place of the columns.
    header_rows: Vec<u32>,
    /// Zero-based, first and last.
    skip_rows: Vec<(u32, u32)>,
    skip_columns: Vec<(u32, u32)>,
    separator: Option<Separator>,
    columns: BTreeMap<u32, QuestionId>,
    options: BTreeMap<u32, MappedOption>,
}

/// The layouts that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MappedLayout {
    /// One lab on the sheet.
    Fiche,
    /// One lab per row.
    Rows,
    /// One lab per column.
    Columns,
}

/// What a column of options stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MappedOption {
    question: QuestionId,
    /// The option's label; `None` for the text of « autre ».
    label: Option<String>,
}

impl Mapping {
    /// Reads the file, which may be absent.
    ///
    /// # Errors
    /// [`crate::error::Error::Codebook`] with the line of what is wrong and the nearest name.
    pub fn read(path: &Path, codebook: &Codebook) -> Result<Self> {
        if !path.exists() {
            return Ok(Self::default());
        }
        file::parse(&input::read_text(path)?, codebook).map_err(|problem| problem.of(path))
    }

    /// What is said of a sheet, with its place in the file.
    pub(super) fn of(&self, file: &str, sheet: &str) -> Option<(usize, &SheetMapping)> {
        let named = |mapping: &SheetMapping| {
            matches(&mapping.file, file)
                && mapping.sheet.as_ref().is_none_or(|pattern| matches(pattern, sheet))
        };
        self.sheets.iter().enumerate().find(|(_, mapping)| named(mapping))
    }

    /// The lines of what named no sheet.
    pub(super) fn unused<'m>(
        &'m self,
        used: &'m [usize],
    ) -> impl Iterator<Item = &'m SheetMapping> {
        let sheets = self.sheets.iter().enumerate();
        sheets.filter(|(place, _)| !used.contains(place)).map(|(_, mapping)| mapping)
    }
}

impl SheetMapping {
    /// Whether it says how a table is to be read.
    pub(super) fn is_table(&self) -> bool {
        self.layout == Some(MappedLayout::Rows)
            || self.origin.is_some()
            || !self.header_rows.is_empty()
            || self.separator.is_some()
            || !self.columns.is_empty()
            || !self.options.is_empty()
    }

    /// Whether a cell is to be passed over.
    pub(super) fn skips(&self, cell: CellRef) -> bool {
        let within = |spans: &[(u32, u32)], place: u32| {
            spans.iter().any(|(first, last)| (*first..=*last).contains(&place))
        };
        within(&self.skip_rows, cell.row) || within(&self.skip_columns, cell.column)
    }

    /// What it names, as it stands in the file.
    pub(super) fn named(&self) -> String {
        match &self.sheet {
            Some(sheet) => format!("{}!{sheet}", self.file),
            None => self.file.clone(),
        }
    }

    /// The names of what it overrides.
    pub(super) fn says(&self) -> String {
        let turned = self.layout == Some(MappedLayout::Columns);
        let (headers, places) =
            if turned { ("header_columns", "rows") } else { ("header_rows", "columns") };
        let says = [
            (self.skip, "skip"),
            (self.layout.is_some(), "layout"),
            (self.origin.is_some(), "origin"),
            (!self.header_rows.is_empty(), headers),
            (!self.skip_rows.is_empty(), "skip_rows"),
            (!self.skip_columns.is_empty(), "skip_columns"),
            (self.separator.is_some(), "separator"),
            (!self.columns.is_empty(), places),
            (!self.options.is_empty(), "options"),
        ];
        says.iter().filter(|(said, _)| *said).map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a name fits a pattern, where `*` stands for any text and `?` for one character; case apart.
fn matches(pattern: &str, name: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().chars().collect::<Vec<char>>();
    let (pattern, name) = (letters(pattern), letters(name));
    let (mut at, mut place, mut star) = (0, 0, None);
    while place < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, place));
                at += 1;
            }
            Some(letter) if *letter == '?' || name.get(place) == Some(letter) => {
                at += 1;
                place += 1;
            }
            _ => match &mut star {
                Some((begin, taken)) => {
                    *taken += 1;
                    (at, place) = (*begin + 1, *taken);
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(at).all(|letter| *letter == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_files_case_apart() {
        for (pattern, name) in
            [("*.csv", "a/B.CSV"), ("lille.xlsx", "Lille.xlsx"), ("r?f*2*", "Réf 2020"), ("*", "")]
        {
            assert!(matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [("*.csv", "a.csv.xlsx"), ("?", ""), ("a*b", "ac")] {
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }
}
