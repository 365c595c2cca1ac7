//! The year of a census.

use std::fmt;

/// Year of an edition of the census, such as 2020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(transparent)]
pub struct CensusYear(u16);

impl CensusYear {
    /// Wraps a calendar year.
    pub fn new(year: u16) -> Self {
        Self(year)
    }

    /// Parses a folder's name; four digits only, so that `2020 (copie)` is not taken for a year.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The calendar year.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for CensusYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
