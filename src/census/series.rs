//! The editions of a census in the order of time, each read once and shared by the reports that look at it.

use std::sync::Arc;

use super::Edition;
use crate::model::CensusYear;

/// An edition with those before it.
#[derive(Clone, Debug)]
pub struct Series {
    last: Arc<Edition>,
    earlier: Vec<Arc<Edition>>,
}

impl Series {
    /// An edition and any others; those of the same year or later are left out.
    pub fn new(last: Arc<Edition>, others: impl IntoIterator<Item = Arc<Edition>>) -> Self {
        let mut earlier: Vec<Arc<Edition>> =
            others.into_iter().filter(|edition| edition.year() < last.year()).collect();
        earlier.sort_by_key(|edition| edition.year());
        earlier.dedup_by_key(|edition| edition.year());
        Self { last, earlier }
    }

    /// An edition without any before it.
    pub fn of_one(edition: Edition) -> Self {
        Self { last: Arc::new(edition), earlier: Vec::new() }
    }

    /// The edition that the report is of.
    pub fn last(&self) -> &Arc<Edition> {
        &self.last
    }

    /// The editions before it, the earliest first.
    pub fn earlier(&self) -> &[Arc<Edition>] {
        &self.earlier
    }

    /// The edition just before it.
    pub fn previous(&self) -> Option<&Arc<Edition>> {
        self.earlier.last()
    }

    /// Every edition, the earliest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Edition>> {
        self.earlier.iter().chain([&self.last])
    }

    /// The years, the earliest first.
    pub fn years(&self) -> Vec<CensusYear> {
        self.iter().map(|edition| edition.year()).collect()
    }

    /// The edition of a year.
    pub fn get(&self, year: CensusYear) -> Option<&Arc<Edition>> {
        self.iter().find(|edition| edition.year() == year)
    }
}
