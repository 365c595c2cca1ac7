//! Which numbers can be the year of a launch, seen from the edition.
//!
//! A lab is a matter of decades: four digits may say 1980 to twenty years after closing, two digits only
//! ten years before to five after, so that « mars 31 » stays a day without a year.

use chrono::{Datelike, NaiveDate};

use crate::normalise::tokens::Token;

const FIRST_YEAR: i32 = 1980;
const YEARS_AHEAD: i32 = 20;
const SHORT_BACK: i32 = 10;
const SHORT_AHEAD: i32 = 5;

/// The years that an edition's answers may name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Years {
    closing: i32,
}

impl Years {
    /// The years seen from a closing date.
    pub(super) fn around(closing: NaiveDate) -> Self {
        Self { closing: closing.year() }
    }

    /// A year in full.
    pub(super) fn full(self, number: u32) -> Option<i32> {
        let year = i32::try_from(number).ok()?;
        (FIRST_YEAR..=self.closing + YEARS_AHEAD).contains(&year).then_some(year)
    }

    /// A year in two digits.
    pub(super) fn short(self, number: u32) -> Option<i32> {
        let year = 2000 + i32::try_from(number).ok().filter(|number| *number < 100)?;
        (self.closing - SHORT_BACK..=self.closing + SHORT_AHEAD).contains(&year).then_some(year)
    }

    /// A token of four digits.
    pub(super) fn full_token(self, token: &Token) -> Option<i32> {
        (token.text.len() == 4)
            .then(|| token.number().and_then(|number| self.full(number)))
            .flatten()
    }

    /// A token of two digits.
    pub(super) fn short_token(self, token: &Token) -> Option<i32> {
        (token.text.len() == 2)
            .then(|| token.number().and_then(|number| self.short(number)))
            .flatten()
    }
}
