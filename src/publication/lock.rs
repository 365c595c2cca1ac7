//! `edition.lock`: what an edition was when it was published.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Fingerprints;
use crate::census::Edition;
use crate::codebook::LineProblem;
use crate::error::CodebookReason;
use crate::indicators::{Figure, Registry};
use crate::model::{AcademyCode, CensusYear};

/// The file, in the year's folder.
pub const LOCK_FILE: &str = "edition.lock";

/// The form of the file.
const FORMAT: u32 = 1;

/// Figures that count more labs than this are kept without their names.
const MOST_NAMED: usize = 400;

/// Who published, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Who.
    pub by: String,
    /// When.
    pub on: NaiveDate,
}

/// A later publication of the same edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevisionNote {
    /// When, as `2021-03-01`.
    pub on: String,
    /// Who.
    pub by: String,
    /// Why, in their words.
    pub reason: String,
    /// How many figures changed.
    pub figures: usize,
}

/// A figure as published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedFigure {
    /// The number; absent when it could not be computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The size of its base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<u32>,
    /// The codes of the bodies that it counts, in one text; absent where they are very many.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub labs: String,
}

/// What an edition was when it was published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    format: u32,
    /// The edition.
    pub year: u16,
    /// The version of the tool.
    pub tool: String,
    /// When, as `2021-03-01`.
    pub published: String,
    /// Who.
    pub by: String,
    /// The later publications, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revision: Vec<RevisionNote>,
    /// The inputs by their fingerprints.
    pub inputs: BTreeMap<String, String>,
    /// The file that each body's response was read from.
    pub responses: BTreeMap<String, String>,
    /// Every figure.
    pub figures: BTreeMap<String, PublishedFigure>,
}

impl PublishedFigure {
    /// What is kept of a figure.
    pub fn of(figure: &Figure) -> Self {
        let codes = figure.trace.academies().map(AcademyCode::as_str);
        let mut codes: Vec<&str> =
            if figure.trace.len() > MOST_NAMED { Vec::new() } else { codes.collect() };
        codes.sort_unstable();
        codes.dedup();
        Self { value: figure.value, base: figure.base.map(|base| base.size), labs: codes.join(" ") }
    }

    /// Whether both print the same number on the same base.
    pub fn agrees(&self, other: &Self) -> bool {
        let close = match (self.value, other.value) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-9,
            (one, other) => one == other,
        };
        close && self.base == other.base
    }
}

impl Lock {
    /// The lock of an edition as it is computed now.
    pub fn of(
        edition: &Edition,
        registry: &Registry,
        inputs: &Fingerprints,
        stamp: &Stamp,
    ) -> Self {
        let sources = edition
            .respondents()
            .filter_map(|lab| Some((lab.body.code.to_string(), lab.source.as_ref()?.file.clone())));
        Self {
            format: FORMAT,
            year: edition.year().get(),
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            published: stamp.on.to_string(),
            by: stamp.by.clone(),
            revision: Vec::new(),
            inputs: inputs.iter().map(|(name, sha)| (name.clone(), sha.to_string())).collect(),
            responses: sources.collect(),
            figures: registry
                .figures()
                .map(|figure| (figure.id.to_string(), PublishedFigure::of(figure)))
                .collect(),
        }
    }

    /// Parses the file of a year.
    ///
    /// # Errors
    /// Bad syntax, another form or another year; with its line.
    pub fn parse(text: &str, year: CensusYear) -> Result<Self, LineProblem> {
        let lock: Self = toml::from_str(text).map_err(|error| LineProblem::syntax(text, &error))?;
        let line =
            |key: &str| 1 + text.lines().position(|line| line.starts_with(key)).unwrap_or_default();
        let bad = |key, what, value: String| LineProblem {
            line: line(key),
            reason: CodebookReason::BadValue { what, value },
        };
        if lock.format != FORMAT {
            return Err(bad("format", "lock format", lock.format.to_string()));
        }
        if lock.year != year.get() {
            return Err(bad("year", "year", lock.year.to_string()));
        }
        Ok(lock)
    }

    /// The file's text; `heading` is its first comment.
    ///
    /// # Errors
    /// What the TOML writer says, which would be a bug.
    pub fn render(&self, heading: &str) -> Result<String, toml::ser::Error> {
        let mut text = format!("# {}\n\n", heading.replace('\n', "\n# "));
        let head = Self { figures: BTreeMap::new(), ..self.clone() };
        text.push_str(toml::to_string(&head)?.replace("\n[figures]\n", "\n").trim_end());
        // One line a figure, so that a revision is a readable difference.
        text.push_str("\n\n[figures]\n");
        for (id, figure) in &self.figures {
            let fields = toml::to_string(figure)?;
            let fields: Vec<&str> = fields.lines().collect();
            for part in ["\"", id, "\" = { ", &fields.join(", "), " }\n"] {
                text.push_str(part);
            }
        }
        Ok(text)
    }
}
