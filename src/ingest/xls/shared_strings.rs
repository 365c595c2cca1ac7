//! The table of shared texts, which runs over as many records as it needs.
//!
//! Where a record ends inside a text, the next one begins with a new flag for the rest of it.

use std::sync::Arc;

/// Reads the table from its record and those that continue it.
///
/// A table cut short gives the texts before the cut: the cells that need the others are then unread.
pub(super) fn read(pieces: &[&[u8]]) -> Vec<Arc<str>> {
    let mut cursor = Cursor { pieces, piece: 0, at: 0 };
    let mut texts = Vec::new();
    let Some(count) = cursor.skip(4).and_then(|()| cursor.u32()) else { return texts };
    for _ in 0..count {
        match cursor.text() {
            Some(text) => texts.push(super::text::without_nuls(text).into()),
            None => break,
        }
    }
    texts
}

struct Cursor<'p> {
    pieces: &'p [&'p [u8]],
    piece: usize,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &[u8] {
        self.pieces.get(self.piece).and_then(|piece| piece.get(self.at..)).unwrap_or_default()
    }

    /// Goes to the next record if this one is used up; false after the last.
    fn settle(&mut self) -> bool {
        while self.rest().is_empty() {
            if self.piece + 1 >= self.pieces.len() {
                return false;
            }
            self.piece += 1;
            self.at = 0;
        }
        true
    }

    fn u8(&mut self) -> Option<u8> {
        if !self.settle() {
            return None;
        }
        let byte = *self.rest().first()?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            if !self.settle() {
                return None;
            }
            let step = count.min(self.rest().len());
            self.at += step;
            count -= step;
        }
        Some(())
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::from(self.u16()?);
        let flags = self.u8()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let extra = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let text = self.characters(length, flags)?;
        self.skip(runs * 4)?;
        self.skip(extra)?;
        Some(text)
    }

    fn characters(&mut self, mut length: usize, mut flags: u8) -> Option<String> {
        let mut units: Vec<u16> = Vec::with_capacity(length);
        while length > 0 {
            if self.rest().is_empty() {
                if !self.settle() {
                    return None;
                }
                flags = self.u8()?;
                continue;
            }
            let rest = self.rest();
            let (taken, bytes) = if flags & 1 == 0 {
                let taken = length.min(rest.len());
                units.extend(rest.iter().take(taken).map(|byte| u16::from(*byte)));
                (taken, taken)
            } else {
                let taken = length.min(rest.len() / 2);
                let pairs = rest.chunks_exact(2).take(taken);
                units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
                // An odd byte at the end of a record belongs to nothing.
                (taken, if taken == 0 { rest.len() } else { taken * 2 })
            };
            length -= taken;
            self.at += bytes;
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_runs_over_records_and_an_empty_record_is_passed() {
        let first = [1, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, b'a', b'b'];
        let second: [u8; 0] = [];
        let third = [1, b'c', 0, b'd', 0, 1, 0, 0, b'z'];
        let texts = read(&[&first, &second, &third]);
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        assert_eq!(texts, ["abcd", "z"]);
    }
}
