//! Counts never travel without their base.

/// A part of a whole, between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(f64);

impl Share {
    /// The share of `count` in `base`; `None` on an empty base or when the count exceeds it.
    pub fn of(count: u32, base: u32) -> Option<Self> {
        (base > 0 && count <= base).then(|| Self(f64::from(count) / f64::from(base)))
    }

    /// The share as a number between 0 and 1.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// What a count is counted out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// Who is in it.
    pub kind: BaseKind,
    /// How many.
    pub size: u32,
}

/// The bases of the census and of its registers; which one is meant is always printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BaseKind {
    /// Labs that answered this very question.
    RespondentsToQuestion,
    /// Labs whose response was received.
    Respondents,
    /// Labs that the national team knows of.
    KnownLabs,
    /// Académies of the register at the edition's date.
    Academies,
    /// Rows of a register of activity whose cell was understood.
    RegisterRows,
}

impl BaseKind {
    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RespondentsToQuestion => "respondents_to_question",
            Self::Respondents => "respondents",
            Self::KnownLabs => "known_labs",
            Self::Academies => "academies",
            Self::RegisterRows => "register_rows",
        }
    }
}
