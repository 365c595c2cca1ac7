//! The size of a lab's team: people and full-time equivalents, two measures that are never added.

/// A team as answered; each part is `None` when the answer does not say it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// Number of people; a true zero is `Exactly(0)`.
    pub people: Option<People>,
    /// Full-time equivalents (« ETP »).
    pub fte: Option<f64>,
    /// Services that the answer names, as canonical acronyms in the order of mention.
    pub services: Vec<String>,
}

/// How many people, as precisely as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// « 4 membres ».
    Exactly(u32),
    /// « une dizaine de personnes ».
    About(u32),
    /// « 3 à 4 personnes ».
    Between(u32, u32),
}

impl People {
    /// The number, only when it was stated exactly.
    pub fn exact(self) -> Option<u32> {
        match self {
            Self::Exactly(people) => Some(people),
            Self::About(_) | Self::Between(..) => None,
        }
    }
}
