//! First stage: the text is a label, an alias, or a label with its gloss.

use std::collections::BTreeMap;

use super::wording::{Found, Wording};

/// Wordings by match key.
#[derive(Clone, Debug)]
pub(super) struct ExactIndex(BTreeMap<String, Found>);

impl ExactIndex {
    /// Indexes the wordings; a label wins over an alias of the same term.
    pub(super) fn new(wordings: &[Wording]) -> Self {
        let mut index = BTreeMap::new();
        for wording in wordings {
            index.entry(wording.key.clone()).or_insert_with(|| wording.found(wording.method));
        }
        Self(index)
    }

    /// The term written exactly so.
    pub(super) fn find(&self, key: &str) -> Option<Found> {
        self.0.get(key).cloned()
    }

    /// Every key with its term, in order.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&String, &Found)> {
        self.0.iter()
    }
}
