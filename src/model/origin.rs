//! Where a piece of text was read.

use std::fmt;
use std::sync::Arc;

/// A cell by its zero-based row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub column: u32,
}

impl CellRef {
    /// The cell at a zero-based row and column.
    pub fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }
}

impl fmt::Display for CellRef {
    /// Writes the cell as a spreadsheet names it, such as `B5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 {
            let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + digit));
            rest = (rest - 1) / 26;
        }
        let column: String = letters.iter().rev().collect();
        write!(f, "{column}{}", u64::from(self.row) + 1)
    }
}

/// File, sheet and cell of an answer; a CSV file has an empty sheet name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// File, relative to the responses folder, with `/` between folders.
    pub file: Arc<str>,
    /// Sheet, as named in the workbook; empty for CSV.
    pub sheet: Arc<str>,
    /// Cell, or `None` for the file or sheet as a whole.
    pub cell: Option<CellRef>,
}

impl Origin {
    /// A file as a whole.
    pub fn file(file: &str) -> Self {
        Self { file: file.into(), sheet: "".into(), cell: None }
    }

    /// The same sheet, at one cell.
    #[must_use]
    pub fn at(&self, cell: CellRef) -> Self {
        Self { cell: Some(cell), ..self.clone() }
    }

    /// The cell's name, or an empty text for a whole file or sheet.
    pub fn cell_name(&self) -> String {
        self.cell.map(|cell| cell.to_string()).unwrap_or_default()
    }
}

impl fmt::Display for Origin {
    /// Writes `file › sheet!cell`, leaving out what is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match (self.sheet.is_empty(), self.cell) {
            (true, None) => Ok(()),
            (true, Some(cell)) => write!(f, " › {cell}"),
            (false, None) => write!(f, " › {}", self.sheet),
            (false, Some(cell)) => write!(f, " › {}!{cell}", self.sheet),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CellRef;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        let name = |column| CellRef::new(0, column).to_string();
        assert_eq!(
            [name(0), name(25), name(26), name(701), name(702), name(16383)],
            ["A1", "Z1", "AA1", "ZZ1", "AAA1", "XFD1"]
        );
    }
}
