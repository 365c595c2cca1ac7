//! What a text table may not be, seen in one pass before it is cut into fields: longer than a sheet, wider,
//! or with a field that no cell holds (a quote that never closes makes one of the rest of the file).

use super::limits::{LIMITS, MOST_COLUMNS, MOST_ROWS};
use super::refusal::{Refusal, Why};

/// Checks a text; gives whether a line of it is blank.
///
/// # Errors
/// Too many rows or columns, or a text too long.
pub(super) fn check(text: &str) -> Result<bool, Refusal> {
    let (mut rows, mut separators, mut blank) = (0_u32, 0_u32, false);
    let (mut quoted, mut begins, mut closed) = (false, 0, usize::MAX - 1);
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().copied().enumerate() {
        match byte {
            // A quote opens at the start of a field only; doubled, it stands for itself.
            b'"' if quoted => (quoted, closed) = (false, at),
            b'"' => quoted = at == begins || closed + 1 == at,
            // An old Mac ends its lines with a carriage return alone.
            b'\r' if !quoted && bytes.get(at + 1) == Some(&b'\n') => {}
            b'\n' | b'\r' | b';' | b',' | b'\t' | b'|' if !quoted => {
                if at - begins > longest() {
                    return Err(long(rows));
                }
                let line = matches!(byte, b'\n' | b'\r');
                let nothing =
                    at == begins || (at == begins + 1 && bytes.get(begins) == Some(&b'\r'));
                blank |= line && separators == 0 && nothing;
                begins = at + 1;
                separators = if line { 0 } else { separators + 1 };
                rows += u32::from(line);
                if rows > MOST_ROWS || separators > 4 * MOST_COLUMNS {
                    return Err(Refusal::new(Why::TooManyCells));
                }
            }
            // A text without end need not be read to the end of the file.
            _ if at.is_multiple_of(65_536) && at - begins > longest() => return Err(long(rows)),
            _ => {}
        }
    }
    if text.len() - begins > longest() { Err(long(rows)) } else { Ok(blank) }
}

fn longest() -> usize {
    usize::try_from(LIMITS.text).unwrap_or(usize::MAX)
}

fn long(rows: u32) -> Refusal {
    Refusal::with(Why::LongText, format_args!("L{}", rows + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_end_is_refused_by_its_line_and_a_table_is_not() {
        let whole = "a;b\n\"x\n;y\";2\n".repeat(1000);
        assert!(check(&whole).is_ok());
        // An inch is no quote.
        assert!(check(&format!("5\" de large;x\n{}", "a;b\n".repeat(400_000))).is_ok());
        let open = format!("a;b\n\"{}", "x;y\n".repeat(400_000));
        let refusal = check(&open).unwrap_err();
        assert_eq!((refusal.why, refusal.detail.as_str()), (Why::LongText, "L2"));
        assert_eq!(check(&";".repeat(70_000)).unwrap_err().why, Why::TooManyCells);
        assert_eq!(check(&"\n".repeat(1_100_000)).unwrap_err().why, Why::TooManyCells);
        assert!(check(&"a;b\r".repeat(400_000)).is_ok());
        assert_eq!(check(&"\r\n".repeat(1_100_000)).unwrap_err().why, Why::TooManyCells);
    }
}
