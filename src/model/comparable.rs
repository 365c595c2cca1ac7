//! Whether a number can be set beside that of another year.

/// How far two editions' numbers can be compared; the order is from freely to not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the published values")]
pub enum Comparable {
    #[default]
    Yes,
    Partly,
    No,
}

impl Comparable {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }

    /// Reads the value of a table.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Yes, Self::Partly, Self::No].into_iter().find(|one| one.as_str() == text)
    }
}
