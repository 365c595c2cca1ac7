//! What a parser hands back: a value, nothing said, or something that a person must read.
//!
//! The three are kept apart because they are counted apart: a blank is an item non-response, while a
//! sentence that the rules do not fully explain is an answer waiting for its reader. A parser that is
//! not sure never gives a value.

/// The outcome of parsing one answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Parsed<T> {
    /// The answer was understood, whole.
    Value {
        /// What it says.
        value: T,
        /// The rule that read it, such as `month` or `typo:montpelier=montpellier`.
        rule: String,
    },
    /// Nothing was said.
    Missing {
        /// The rule that saw it, such as `blank`.
        rule: String,
    },
    /// Something was said that must not be guessed.
    Review {
        /// Why a person must read it.
        reason: ReviewReason,
    },
}

impl<T> Parsed<T> {
    /// A value read by a rule.
    pub fn value(value: T, rule: impl Into<String>) -> Self {
        Self::Value { value, rule: rule.into() }
    }

    /// Nothing said, as seen by a rule.
    pub fn missing(rule: impl Into<String>) -> Self {
        Self::Missing { rule: rule.into() }
    }

    /// An answer for a person to read.
    pub fn review(reason: ReviewReason) -> Self {
        Self::Review { reason }
    }
}

/// Why an answer is asked and not guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewReason {
    /// A negation or a word such as « abandonné » may turn the answer around.
    Negated,
    /// A hedge: « ? », « peut-être », « à confirmer ».
    Hedged,
    /// A bound and not a value: « avant 2021 », « au moins 3 ».
    Bound,
    /// Words or numbers that no rule explains.
    Unexplained,
    /// A date without its year.
    NoYear,
    /// Words about the launch, and no date.
    NoDate,
    /// A day or month that no calendar has.
    ImpossibleDate,
    /// A year too far from the edition to be the lab's.
    ImplausibleYear,
    /// A date that can be read in two ways.
    AmbiguousDate,
    /// Several dates that do not agree.
    SeveralDates,
    /// Words about the team, and no size or service.
    NoSize,
    /// Numbers whose sum cannot be told from their total.
    UnclearTotal,
    /// A working time that may hold for each person or for all.
    UnclearTime,
    /// Several bodies are named.
    SeveralBodies,
    /// A region that holds several bodies at that date.
    SeveralInRegion,
    /// A name that means several bodies.
    AmbiguousName,
    /// A place that is a body's seat and the name of other places as well.
    SeatOnly,
    /// The département or region written beside the name belongs to another body.
    Contradicted,
    /// A body that the census does not cover.
    OutsideCensus,
    /// No body of the register was recognised.
    UnknownBody,
}

impl ReviewReason {
    /// A stable name, for codes and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Negated => "negated",
            Self::Hedged => "hedged",
            Self::Bound => "bound",
            Self::Unexplained => "unexplained",
            Self::NoYear => "no_year",
            Self::NoDate => "no_date",
            Self::ImpossibleDate => "impossible_date",
            Self::ImplausibleYear => "implausible_year",
            Self::AmbiguousDate => "ambiguous_date",
            Self::SeveralDates => "several_dates",
            Self::NoSize => "no_size",
            Self::UnclearTotal => "unclear_total",
            Self::UnclearTime => "unclear_time",
            Self::SeveralBodies => "several_bodies",
            Self::SeveralInRegion => "several_in_region",
            Self::AmbiguousName => "ambiguous_name",
            Self::SeatOnly => "seat_only",
            Self::Contradicted => "contradicted",
            Self::OutsideCensus => "outside_census",
            Self::UnknownBody => "unknown_body",
        }
    }
}
