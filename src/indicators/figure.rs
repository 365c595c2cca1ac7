//! A figure: a number that some output prints, with what it is out of and who is behind it.

use std::fmt;

use super::remark::Remark;
use super::traces::Traces;
pub use crate::model::Comparable;
use crate::model::{AcademyCode, Base, CensusYear, Origin, Share};

/// The stable name of a figure, such as `2022.themes.pedagogical`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureId(String);

impl FigureId {
    /// The id of an indicator's category in a year.
    pub fn new(year: CensusYear, indicator: &str, category: &str) -> Self {
        Self(format!("{year}.{indicator}.{category}"))
    }

    /// The id as the published tables write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for FigureId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the published values")]
pub enum Unit {
    Labs,
    Academies,
    People,
    Fte,
    Questions,
    Sessions,
    Projects,
    Events,
    Workshops,
    Ideas,
    Commitments,
    LocalLabs,
    Supports,
    Hours,
    Obstacles,
    Declared,
    Options,
    Months,
    Years,
    Values,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 20] = [
        Self::Labs,
        Self::Academies,
        Self::People,
        Self::Fte,
        Self::Questions,
        Self::Sessions,
        Self::Projects,
        Self::Events,
        Self::Workshops,
        Self::Ideas,
        Self::Commitments,
        Self::LocalLabs,
        Self::Supports,
        Self::Hours,
        Self::Obstacles,
        Self::Declared,
        Self::Options,
        Self::Months,
        Self::Years,
        Self::Values,
    ];

    /// Whether it counts things of which a base may be the whole, and does not measure them.
    pub fn is_part(self) -> bool {
        let measures = matches!(self, Self::People | Self::Fte | Self::Ideas | Self::Hours)
            || matches!(
                self,
                Self::Options | Self::Months | Self::Years | Self::Declared | Self::Values
            );
        !measures
    }

    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Labs => "labs",
            Self::Academies => "academies",
            Self::People => "people",
            Self::Fte => "fte",
            Self::Questions => "questions",
            Self::Sessions => "sessions",
            Self::Projects => "projects",
            Self::Events => "events",
            Self::Workshops => "workshops",
            Self::Ideas => "ideas",
            Self::Commitments => "commitments",
            Self::LocalLabs => "local_labs",
            Self::Supports => "support",
            Self::Hours => "hours",
            Self::Obstacles => "obstacles",
            Self::Declared => "declared",
            Self::Options => "options",
            Self::Months => "months",
            Self::Years => "years",
            Self::Values => "values",
        }
    }
}

/// A lab that a figure counts, and the cells that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The lab's académie.
    pub academy: AcademyCode,
    /// The cells; none for a silent lab.
    pub origins: Vec<Origin>,
}

/// A number that some output prints.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its stable name.
    pub id: FigureId,
    /// The indicator that computed it.
    pub indicator: String,
    /// The edition.
    pub year: CensusYear,
    /// What is counted within the indicator.
    pub category: String,
    /// The number: a count of labs, or a measure in `unit`; `None` when it cannot be computed.
    pub value: Option<f64>,
    /// What is counted.
    pub unit: Unit,
    /// What it is counted out of, when it is a count of a whole.
    pub base: Option<Base>,
    /// Whether other years can be compared with it.
    pub comparable: Comparable,
    /// Remarks on how to read it.
    pub notes: Vec<Remark>,
    /// The labs that it counts.
    pub trace: Traces,
}

impl Figure {
    /// Its remarks in the language of the report.
    pub fn note(&self, locale: &crate::locale::Locale) -> String {
        let notes: Vec<String> = self.notes.iter().map(|note| note.text(locale)).collect();
        notes.join(" ")
    }

    /// The value as a whole number, for figures that are counts.
    pub fn count(&self) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "counts are small whole numbers"
        )]
        self.value.map_or(0, |value| value.round() as u32)
    }

    /// The share of the base, for a count that is a part of it.
    pub fn share(&self) -> Option<Share> {
        let base = self.base?;
        self.value.filter(|_| self.unit.is_part())?;
        Share::of(self.count(), base.size)
    }
}
