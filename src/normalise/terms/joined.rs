//! Third stage: the text is a wording whose spaces were lost or added, « innovationpédagogique ».

use std::collections::BTreeMap;

use super::Method;
use super::wording::{Found, Wording};

/// Least length of a text without spaces: short ones meet by chance.
const LEAST_LENGTH: usize = 8;

/// Wordings by key without spaces; a key of two terms is left out.
#[derive(Clone, Debug)]
pub(super) struct JoinedIndex(BTreeMap<String, Option<Found>>);

impl JoinedIndex {
    /// Indexes the wordings.
    pub(super) fn new(wordings: &[Wording]) -> Self {
        Self(unambiguous(
            wordings
                .iter()
                .map(|wording| (wording.key.replace(' ', ""), wording.found(Method::Joined))),
        ))
    }

    /// The term written so, spaces apart.
    pub(super) fn find(&self, key: &str) -> Option<Found> {
        let joined = key.replace(' ', "");
        (joined.len() >= LEAST_LENGTH).then(|| self.0.get(&joined).cloned().flatten()).flatten()
    }
}

/// A map from which keys that two terms share are struck out.
pub(super) fn unambiguous(
    pairs: impl Iterator<Item = (String, Found)>,
) -> BTreeMap<String, Option<Found>> {
    let mut map: BTreeMap<String, Option<Found>> = BTreeMap::new();
    for (key, found) in pairs {
        match map.get_mut(&key) {
            None => {
                map.insert(key, Some(found));
            }
            Some(known) if known.as_ref().is_some_and(|known| known.term != found.term) => {
                *known = None;
            }
            Some(_) => {}
        }
    }
    map
}
