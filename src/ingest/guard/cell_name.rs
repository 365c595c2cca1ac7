//! Cell references as workbooks write them: `B5`, `A1:C3`.

use crate::ingest::limits::{MOST_COLUMNS, MOST_ROWS};
use crate::model::CellRef;

/// Parses `B5`; `None` for anything that no sheet holds.
pub(super) fn parse(name: &[u8]) -> Option<CellRef> {
    let (mut column, mut letters, mut row, mut digits) = (0_u32, 0_u32, 0_u32, 0_u32);
    for byte in name.iter().filter(|byte| **byte != b'$') {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if digits == 0 && letters < 3 => {
                column = column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                letters += 1;
            }
            b'0'..=b'9' if letters > 0 && digits < 7 => {
                row = row * 10 + u32::from(byte - b'0');
                digits += 1;
            }
            _ => return None,
        }
    }
    let inside = (1..=MOST_ROWS).contains(&row) && column <= MOST_COLUMNS;
    inside.then(|| CellRef::new(row - 1, column - 1))
}

/// Parses `A1:C3`, or a single cell.
pub(super) fn parse_range(name: &[u8]) -> Option<(CellRef, CellRef)> {
    let mut ends = name.split(|byte| *byte == b':');
    let first = parse(ends.next()?)?;
    let last = ends.next().map_or(Some(first), parse)?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_outside_every_sheet_are_refused() {
        assert_eq!(parse(b"XFD1048576"), Some(CellRef::new(1_048_575, 16_383)));
        for wrong in ["XFE1", "A1048577", "A0", "A", "12", "AAAA1", "A99999999", "B2B"] {
            assert_eq!(parse(wrong.as_bytes()), None, "{wrong}");
        }
        assert_eq!(parse_range(b"A1:$B$2"), Some((CellRef::new(0, 0), CellRef::new(1, 1))));
    }
}
