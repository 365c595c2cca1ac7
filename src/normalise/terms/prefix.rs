//! Second stage: a label that an export or a column cut short.
//!
//! At least 25 characters and 60 % of the label, and no other term begins so.

use super::Method;
use super::wording::{Found, Wording};

/// Least length of a cut label, in bytes of its key.
const LEAST_LENGTH: usize = 25;

/// Labels, with and without gloss, sorted by key.
#[derive(Clone, Debug)]
pub(super) struct PrefixIndex(Vec<Wording>);

impl PrefixIndex {
    /// Sorts labels by key.
    pub(super) fn new(wordings: &[Wording]) -> Self {
        let labels = wordings.iter().filter(|wording| wording.method != Method::Alias);
        let mut sorted: Vec<Wording> = labels.cloned().collect();
        sorted.sort_by(|one, other| one.key.cmp(&other.key));
        Self(sorted)
    }

    /// The only term whose label begins so.
    pub(super) fn find(&self, key: &str) -> Option<Found> {
        if key.len() < LEAST_LENGTH {
            return None;
        }
        let from = self.0.partition_point(|wording| wording.key.as_str() < key);
        let mut begun = self.0.iter().skip(from).take_while(|wording| wording.key.starts_with(key));
        let first = begun.next()?;
        let long_enough = key.len() * 10 >= first.label_length * 6;
        let alone = begun.all(|wording| wording.term == first.term);
        (long_enough && alone).then(|| first.found(Method::Prefix))
    }
}
