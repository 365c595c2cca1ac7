//! The edition file of a year: when the census closed, and what was announced about it.
//!
//! A claim is a figure that somebody published or announced. The run compares each with what it
//! computes, and complains until the file gives the reason of a difference.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::{Bilingual as Text, LineProblem};
use crate::error::CodebookReason;
use crate::model::{AcademyCode, CensusYear};

/// What the team declares about a year.
#[derive(Clone, Debug)]
pub struct EditionFile {
    /// The year.
    pub year: CensusYear,
    /// Last day of the census: the register is read at that date, and a later launch is planned.
    pub closing_date: NaiveDate,
    /// Title of the report.
    pub title: Option<Text>,
    /// How many labs the national team knows of; `None` when nobody said.
    pub known_labs: Option<u32>,
    /// Labs known that did not answer, where they are named.
    pub known_silent: Vec<AcademyCode>,
    /// A warning to the reader, repeated on every page made from the edition.
    pub notice: Option<Text>,
    /// Whether names, mail addresses and telephone numbers stay in what is published; no, unless the team says so.
    pub publish_personal_data: bool,
    /// What was announced.
    pub claims: Vec<Claim>,
}

/// An announced figure.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The figure's id without its year, such as `response.received`.
    pub figure: String,
    /// The number announced.
    pub value: u32,
    /// Where it was announced.
    pub source: Text,
    /// Why it differs from what the run computes.
    pub reason: Option<Text>,
    /// 1-based line in the file.
    pub line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEdition {
    year: Spanned<u16>,
    closing_date: Spanned<toml::value::Datetime>,
    title: Option<Text>,
    known_labs: Option<u32>,
    #[serde(default)]
    known_silent: Vec<AcademyCode>,
    notice: Option<Text>,
    #[serde(default)]
    publish_personal_data: bool,
    #[serde(default)]
    claim: Vec<Spanned<RawClaim>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClaim {
    figure: String,
    value: u32,
    source: Text,
    reason: Option<Text>,
}

impl EditionFile {
    /// An edition nobody described: it closes on 31 December, and nothing was announced.
    pub fn default_for(year: CensusYear) -> Self {
        let closing_date =
            NaiveDate::from_ymd_opt(i32::from(year.get()), 12, 31).unwrap_or_default();
        let (known_silent, claims) = (Vec::new(), Vec::new());
        Self {
            year,
            closing_date,
            title: None,
            known_labs: None,
            known_silent,
            notice: None,
            publish_personal_data: false,
            claims,
        }
    }

    /// Parses `edition.toml`.
    ///
    /// # Errors
    /// Bad syntax, a year other than the folder's, a closing date that is no date; each with its line.
    pub fn parse(text: &str, year: CensusYear) -> Result<Self, LineProblem> {
        let raw: RawEdition =
            toml::from_str(text).map_err(|error| LineProblem::syntax(text, &error))?;
        let bad = |offset, what, value: String| {
            LineProblem::at_offset(text, offset, CodebookReason::BadValue { what, value })
        };
        if *raw.year.get_ref() != year.get() {
            return Err(bad(raw.year.span().start, "year", raw.year.get_ref().to_string()));
        }
        let closing = raw.closing_date.get_ref().to_string();
        let closing_date = NaiveDate::parse_from_str(&closing, "%Y-%m-%d")
            .map_err(|_| bad(raw.closing_date.span().start, "date", closing.clone()))?;
        let claims = raw.claim.into_iter().map(|claim| Claim::from_raw(claim, text)).collect();
        Ok(Self {
            year,
            closing_date,
            title: raw.title,
            known_labs: raw.known_labs,
            known_silent: raw.known_silent,
            notice: raw.notice,
            publish_personal_data: raw.publish_personal_data,
            claims,
        })
    }
}

impl Claim {
    fn from_raw(raw: Spanned<RawClaim>, text: &str) -> Self {
        let line =
            LineProblem::at_offset(text, raw.span().start, CodebookReason::Syntax(String::new()))
                .line;
        let RawClaim { figure, value, source, reason } = raw.into_inner();
        Self { figure, value, source, reason, line }
    }
}
