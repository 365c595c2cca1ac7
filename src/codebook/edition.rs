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
    /// Key figures that no register counts.
    pub declared: Vec<Declared>,
    /// The jumps that a person has checked.
    pub acknowledged: Vec<Acknowledged>,
}

/// A jump that a person has checked before publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// The jump's id, such as `share.themes.social`.
    pub id: String,
    /// Why it is right; without a word of it nothing is acknowledged.
    pub reason: Text,
    /// Who says so.
    pub by: String,
    /// 1-based line in the file.
    pub line: usize,
}

impl Acknowledged {
    /// Whether it says why and who: the lines that `publish` prints do not, until somebody fills them.
    pub fn is_signed(&self) -> bool {
        let says = |text: &str| text.chars().any(char::is_alphanumeric);
        says(&self.reason.fr) && says(&self.reason.en) && says(&self.by)
    }
}

/// A key figure that no register counts.
#[derive(Clone, Debug)]
pub struct Declared {
    /// Its id within `declared`, such as `team_members`.
    pub figure: String,
    /// The number.
    pub value: f64,
    /// What it counts, as it reads after the number.
    pub label: Text,
    /// Who says so.
    pub source: Text,
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
    #[serde(default)]
    declared: Vec<RawDeclared>,
    #[serde(default)]
    acknowledged: Vec<RawAcknowledged>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAcknowledged {
    id: Spanned<String>,
    reason: Reason,
    by: String,
}

/// A reason in the team's language, or in both.
#[derive(Deserialize)]
#[serde(untagged)]
enum Reason {
    One(String),
    Both(Text),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDeclared {
    figure: Spanned<String>,
    value: Spanned<f64>,
    label: Text,
    source: Text,
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
            declared: Vec::new(),
            acknowledged: Vec::new(),
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
        let declared = declared(raw.declared, text)?;
        let acknowledged = acknowledged(raw.acknowledged, text)?;
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
            declared,
            acknowledged,
        })
    }
}

/// Checks the declared figures: each id once and fit for a figure's name, no number below zero.
fn declared(raw: Vec<RawDeclared>, text: &str) -> Result<Vec<Declared>, LineProblem> {
    let mut declared: Vec<Declared> = Vec::new();
    for one in raw {
        let at = |reason| LineProblem::at_offset(text, one.figure.span().start, reason);
        let figure = one.figure.get_ref().clone();
        let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if figure.is_empty() || !figure.chars().all(is_id) {
            return Err(at(CodebookReason::BadValue { what: "figure", value: figure }));
        }
        if declared.iter().any(|other| other.figure == figure) {
            return Err(at(CodebookReason::DuplicateId { id: figure }));
        }
        let value = *one.value.get_ref();
        if !(value.is_finite() && value >= 0.0) {
            let reason = CodebookReason::BadValue { what: "number", value: value.to_string() };
            return Err(LineProblem::at_offset(text, one.value.span().start, reason));
        }
        declared.push(Declared { figure, value, label: one.label, source: one.source });
    }
    Ok(declared)
}

/// Checks the acknowledgements: each jump once.
fn acknowledged(raw: Vec<RawAcknowledged>, text: &str) -> Result<Vec<Acknowledged>, LineProblem> {
    let mut acknowledged: Vec<Acknowledged> = Vec::new();
    for one in raw {
        let (id, at) = (one.id.get_ref().trim().to_owned(), one.id.span().start);
        let line = super::problem::line_of(text, at);
        if acknowledged.iter().any(|other| other.id == id) {
            return Err(LineProblem { line, reason: CodebookReason::DuplicateId { id } });
        }
        let reason = match one.reason {
            Reason::One(said) => Text { fr: said.clone(), en: said },
            Reason::Both(said) => said,
        };
        acknowledged.push(Acknowledged { id, reason, by: one.by, line });
    }
    Ok(acknowledged)
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
