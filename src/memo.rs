//! What was rendered from some content, kept for whoever asks for the same again in this process: the other edition of
//! a report, the next round of `watch`.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// Bytes by the content that they were made from.
#[derive(Debug)]
pub(crate) struct Memo {
    kept: Mutex<BTreeMap<[u8; 32], Vec<u8>>>,
    most: usize,
}

impl Memo {
    /// Keeps at most so many; one more, and it starts again from nothing.
    pub(crate) const fn new(most: usize) -> Self {
        Self { kept: Mutex::new(BTreeMap::new()), most }
    }

    /// What was made from these parts, made now if it was not yet; a failure is not kept.
    ///
    /// # Errors
    /// Those of `make`.
    pub(crate) fn get<'a, E>(
        &self,
        content: impl IntoIterator<Item = &'a [u8]>,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let mut hash = Sha256::new();
        for part in content {
            // With its length, so that no two lists of parts are one text.
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        let key: [u8; 32] = hash.finalize().into();
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = kept().get(&key) {
            return Ok(bytes.clone());
        }
        let bytes = make()?;
        let mut kept = kept();
        if kept.len() >= self.most {
            kept.clear();
        }
        kept.insert(key, bytes.clone());
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_are_made_once_and_a_failure_is_tried_again() {
        let memo = Memo::new(2);
        let made = std::cell::Cell::new(0);
        let make = |fails: bool| {
            made.set(made.get() + 1);
            if fails { Err("no") } else { Ok(vec![1, 2]) }
        };
        let parts = [&b"ab"[..], b"c"];
        assert_eq!(memo.get(parts, || make(true)), Err("no"));
        assert_eq!(memo.get(parts, || make(false)), Ok(vec![1, 2]));
        assert_eq!(memo.get(parts, || make(true)), Ok(vec![1, 2]));
        assert_eq!(made.get(), 2);
        // The same bytes cut elsewhere are other parts.
        assert_eq!(memo.get([&b"a"[..], b"bc"], || make(true)), Err("no"));
    }
}
