//! The texts of a workbook: UTF-16 or Latin-1 by a flag in BIFF8, bytes in a code page before.

use super::code_page::CodePage;
use super::container::u16_at;
use crate::ingest::refusal::Refusal;

/// How texts are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextForm {
    /// With a flag that says UTF-16 or Latin-1.
    Flagged,
    /// As bytes of this code page.
    Bytes(CodePage),
}

impl TextForm {
    /// The form of an old workbook with this code page.
    ///
    /// # Errors
    /// A code page that nothing decodes.
    pub(super) fn of_code_page(page: u16) -> Result<Self, Refusal> {
        CodePage::of(page).map(Self::Bytes)
    }

    /// A text that its length precedes on two bytes.
    pub(super) fn long(self, data: &[u8]) -> Option<String> {
        let length = usize::from(u16_at(data, 0)?);
        self.body(data.get(2..)?, length)
    }

    /// A text that its length precedes on one byte.
    pub(super) fn short(self, data: &[u8]) -> Option<String> {
        let length = usize::from(*data.first()?);
        self.body(data.get(1..)?, length)
    }

    fn body(self, data: &[u8], length: usize) -> Option<String> {
        match self {
            Self::Bytes(page) => {
                let bytes = data.get(..length.min(data.len()))?;
                Some(without_nuls(page.decode(bytes)))
            }
            Self::Flagged => {
                let flags = *data.first()?;
                // Runs of formats and phonetic texts announce themselves before the characters.
                let skipped = usize::from(flags & 8 != 0) * 2 + usize::from(flags & 4 != 0) * 4;
                let body = data.get(1 + skipped..)?;
                Some(if flags & 1 == 0 { latin(body, length) } else { wide(body, length) })
            }
        }
    }
}

/// Characters of one byte each; some programs write UTF-16 and leave the flag down.
pub(super) fn latin(bytes: &[u8], length: usize) -> String {
    without_nuls(bytes.iter().take(length).map(|byte| char::from(*byte)).collect())
}

/// Characters of two bytes each.
pub(super) fn wide(bytes: &[u8], length: usize) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .take(length)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    without_nuls(String::from_utf16_lossy(&units))
}

/// A NUL is in no text that a person wrote: what is left of UTF-16 read byte by byte.
pub(super) fn without_nuls(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text }
}
