//! Bytes of an old code page as text: those that `encoding_rs` knows, and the others from a table.

use encoding_rs::Encoding;

use crate::ingest::refusal::{Refusal, Why};

const OTHERS: &str = include_str!("code_pages.txt");

/// A code page.
#[derive(Clone, Copy, Debug)]
pub(super) enum CodePage {
    /// One that the library decodes.
    Known(&'static Encoding),
    /// The characters from 0x80 on.
    Upper(&'static str),
}

impl CodePage {
    /// The code page of this number.
    ///
    /// # Errors
    /// A number that nothing decodes.
    pub(super) fn of(page: u16) -> Result<Self, Refusal> {
        let label = match page {
            367 | 1252 | 0x8001 | 0 => "windows-1252",
            866 => "ibm866",
            874 => "windows-874",
            932 => "shift_jis",
            936 => "gbk",
            949 => "euc-kr",
            950 => "big5",
            1250 => "windows-1250",
            1251 => "windows-1251",
            1253 => "windows-1253",
            1254 => "windows-1254",
            1255 => "windows-1255",
            1256 => "windows-1256",
            1257 => "windows-1257",
            1258 => "windows-1258",
            10000 | 0x8000 => "macintosh",
            10007 => "x-mac-cyrillic",
            65001 => "utf-8",
            _ => return Self::other(page).ok_or_else(|| Refusal::with(Why::CodePage, page)),
        };
        let encoding = Encoding::for_label(label.as_bytes());
        encoding.map(Self::Known).ok_or_else(|| Refusal::with(Why::CodePage, page))
    }

    fn other(page: u16) -> Option<Self> {
        let number = page.to_string();
        let lines = OTHERS.lines().filter(|line| !line.starts_with('#'));
        let found =
            lines.filter_map(|line| line.split_once(' ')).find(|(known, _)| *known == number);
        found.map(|(_, upper)| Self::Upper(upper))
    }

    /// The text of some bytes.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Known(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Upper(upper) => {
                let character = |byte: &u8| match byte.checked_sub(0x80) {
                    None => char::from(*byte),
                    Some(place) => upper.chars().nth(usize::from(place)).unwrap_or('?'),
                };
                bytes.iter().map(character).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_table_is_whole_and_decodes() {
        for line in OTHERS.lines().filter(|line| !line.starts_with('#')) {
            let (page, upper) = line.split_once(' ').unwrap();
            assert_eq!(upper.chars().count(), 128, "{page}");
        }
        let text = |page, bytes: &[u8]| CodePage::of(page).unwrap().decode(bytes);
        assert_eq!(text(10029, b"\xFC\x97d\x90"), "Łódź");
        assert_eq!(text(850, b"Acad\x82mie"), "Académie");
        assert_eq!(text(437, b"\x90tat"), "État");
        assert_eq!(text(10000, b"\x83tat"), "État");
        assert!(CodePage::of(12345).is_err());
    }
}
