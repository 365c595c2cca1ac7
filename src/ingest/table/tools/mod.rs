//! The tools whose exports are told apart, one file each behind one trait.

mod demarches;
mod framaforms;
mod google_forms;
mod kobo;
mod limesurvey;
mod microsoft_forms;
mod nextcloud;
mod plain;
mod qualtrics;
mod surveymonkey;
mod typeform;

use super::origin::{Origin, Separator};
use crate::codebook::match_key;
use crate::ingest::grid::{Sheet, Value};

/// What is known of a tool's exports. Source: design/inputs.md.
pub(super) trait Tool: Sync {
    /// What in the first rows speaks for the tool.
    fn evidence(&self, sample: &Sample) -> Evidence;

    /// What it puts between the answers of one cell, the likeliest first.
    fn separators(&self) -> &'static [Separator];

    /// Whether a column is the tool's own and not an answer.
    fn writes(&self, header: &Header<'_>) -> bool;

    /// From which column on all are the tool's own, by the folded headers.
    fn own_from(&self, keys: &[String]) -> Option<usize> {
        let _ = keys;
        None
    }
}

/// The tool behind an origin.
pub(super) fn tool(origin: Origin) -> &'static dyn Tool {
    match origin {
        Origin::Qualtrics => &qualtrics::Qualtrics,
        Origin::Kobo => &kobo::Kobo,
        Origin::Framaforms => &framaforms::Framaforms,
        Origin::Demarches => &demarches::Demarches,
        Origin::Nextcloud => &nextcloud::Nextcloud,
        Origin::MicrosoftForms => &microsoft_forms::MicrosoftForms,
        Origin::Typeform => &typeform::Typeform,
        Origin::SurveyMonkey => &surveymonkey::SurveyMonkey,
        Origin::LimeSurvey => &limesurvey::LimeSurvey,
        Origin::GoogleForms => &google_forms::GoogleForms,
        Origin::Plain => &plain::Plain,
    }
}

/// A column's header among the others.
pub(super) struct Header<'h> {
    /// Its place, from 0.
    pub(super) at: usize,
    /// Its text.
    pub(super) title: &'h str,
    /// Its text, folded.
    pub(super) key: &'h str,
    /// Every header, folded.
    pub(super) keys: &'h [String],
    /// What stands in each of its header rows.
    pub(super) texts: &'h [String],
}

impl Header<'_> {
    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.key)
    }
}

/// What speaks for a tool: reasons with their weights.
#[derive(Debug, Default)]
pub(super) struct Evidence(Vec<(&'static str, u32)>);

impl Evidence {
    fn when(mut self, holds: bool, reason: &'static str, weight: u32) -> Self {
        if holds {
            self.0.push((reason, weight));
        }
        self
    }

    /// The sum of the weights.
    pub(super) fn score(&self) -> u32 {
        self.0.iter().map(|(_, weight)| weight).sum()
    }

    /// The reasons.
    pub(super) fn reasons(&self) -> Vec<&'static str> {
        self.0.iter().map(|(reason, _)| *reason).collect()
    }
}

/// Rows looked at.
const SAMPLE_ROWS: u32 = 4;
/// Cells looked at.
const SAMPLE_CELLS: usize = 4000;
/// Characters of a cell looked at.
const SAMPLE_TEXT: usize = 300;

/// The first rows: column, folded text and text of each cell.
pub(super) struct Sample {
    rows: Vec<Vec<(u32, String, String)>>,
}

impl Sample {
    /// The first rows of a sheet.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut rows = vec![Vec::new(); SAMPLE_ROWS as usize];
        let first = sheet.cells().take_while(|(cell, _)| cell.row < SAMPLE_ROWS);
        for (cell, value) in first.take(SAMPLE_CELLS) {
            let text: String = match value {
                Value::Text(text) => text.chars().take(SAMPLE_TEXT).collect(),
                other => other.text(),
            };
            if let Some(row) = rows.get_mut(cell.row as usize) {
                row.push((cell.column, match_key(&text), text));
            }
        }
        Self { rows }
    }

    fn row(&self, row: usize) -> &[(u32, String, String)] {
        self.rows.get(row).map(Vec::as_slice).unwrap_or_default()
    }

    fn key(&self, row: usize, column: u32) -> &str {
        let found = self.row(row).iter().find(|(index, _, _)| *index == column);
        found.map_or("", |(_, key, _)| key)
    }

    /// Whether a header is one of these, folded.
    fn header_has(&self, keys: &[&str]) -> bool {
        self.row(0).iter().any(|(_, key, _)| keys.contains(&key.as_str()))
    }

    /// Whether a header is one of these, as written.
    fn header_is(&self, names: &[&str]) -> bool {
        self.row(0).iter().any(|(_, _, text)| names.contains(&text.trim()))
    }
}
