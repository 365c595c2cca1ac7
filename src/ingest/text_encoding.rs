//! From bytes to text: byte-order mark, UTF-16 by its zeros, strict UTF-8, else Windows-1252.
//!
//! Windows-1252 accepts anything, so bytes that no text holds are refused first. A text that was encoded
//! twice (« AcadÃ©mie ») is repaired as a whole, or not at all: line by line, a good file could be bent.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::refusal::{Refusal, Why};

/// A text, and what it took to read it.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    /// The text, without its byte-order mark.
    pub(super) text: Cow<'b, str>,
    /// Whether it had to be taken for Windows-1252.
    pub(super) legacy: bool,
    /// Whether it was encoded twice.
    pub(super) repaired: bool,
}

/// A line of standard input without its ending or byte-order mark: UTF-8, else Windows-1252, as `type` gives it.
pub fn decode_line(line: &[u8]) -> String {
    let text = std::str::from_utf8(line)
        .map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(line).0, Cow::from);
    let text = text.strip_suffix('\n').unwrap_or(&text);
    text.strip_suffix('\r').unwrap_or(text).trim_start_matches('\u{feff}').to_owned()
}

/// Decodes a file's bytes.
///
/// # Errors
/// Bytes that are no text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling(body).0;
        return Ok(repair(Decoded { text, legacy: false, repaired: false }));
    }
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |parity: usize| {
        start.iter().enumerate().filter(|(at, byte)| at % 2 == parity && **byte == 0).count()
    };
    let half = start.len() / 2;
    let wide = if half > 1 && zeros(1) * 2 > half && zeros(0) * 10 < half {
        Some(UTF_16LE)
    } else if half > 1 && zeros(0) * 2 > half && zeros(1) * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    };
    if let Some(encoding) = wide {
        let text = encoding.decode_without_bom_handling(bytes).0;
        return Ok(Decoded { text, legacy: false, repaired: false });
    }
    let controls = start.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31 | 127)).count();
    if start.contains(&0) || controls * 50 > start.len() {
        return Err(Refusal::new(Why::NotATable("binary")));
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => repair(Decoded { text: text.into(), legacy: false, repaired: false }),
        Err(_) => Decoded {
            text: WINDOWS_1252.decode_without_bom_handling(bytes).0,
            legacy: true,
            repaired: false,
        },
    })
}

/// Undoes a second encoding: every letter of the text is a byte of Windows-1252, and together they are UTF-8.
fn repair(decoded: Decoded<'_>) -> Decoded<'_> {
    if decoded.text.is_ascii() || !has_letters_of_twice(decoded.text.as_bytes()) {
        return decoded;
    }
    let (bytes, _, unmappable) = WINDOWS_1252.encode(&decoded.text);
    match std::str::from_utf8(&bytes) {
        Ok(text) if !unmappable => {
            Decoded { text: text.to_owned().into(), repaired: true, ..decoded }
        }
        _ => decoded,
    }
}

/// Whether a text in UTF-8 holds « Ã », « Â » or « â »: byte by byte, as a search for letters takes seconds on long
/// texts.
fn has_letters_of_twice(bytes: &[u8]) -> bool {
    let mut last = 0;
    for byte in bytes {
        if last == 0xC3 && matches!(byte, 0x82 | 0x83 | 0xA2) {
            return true;
        }
        last = *byte;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_told_from_the_others() {
        let text = |bytes: &[u8]| decode(bytes).map(|decoded| decoded.text.into_owned()).unwrap();
        assert_eq!(text(b"\xFF\xFE\xC9\0t\0"), "Ét");
        assert_eq!(text(b"a\0b\0\t\0c\0"), "ab\tc");
        assert_eq!(text("État".as_bytes()), "État");
        assert_eq!(text(b"\xC9tat"), "État");
        let twice = decode("AcadÃ©mie".as_bytes()).unwrap();
        assert_eq!((&*twice.text, twice.repaired), ("Académie", true));
        assert!(!decode("CHÂTEAU".as_bytes()).unwrap().repaired);
        assert!(decode(b"ab\0\x01\x02").is_err());
    }
}
