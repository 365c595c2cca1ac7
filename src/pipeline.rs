//! The whole way from a year's folder to its files, for the commands, the tests and the benches alike.

use std::path::{Path, PathBuf};

use crate::census::{self, Edition};
use crate::codebook::{self, Codebook};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::{Error, Result};
use crate::indicators::{self, Reconciliation, Registry};
use crate::ingest::{self, Tick};
use crate::input;
use crate::locale::Locale;
use crate::model::{CensusYear, Origin};
use crate::render::{self, Emit};
use crate::report;

/// Where a census lies.
#[derive(Clone, Debug)]
pub struct Places {
    /// The folder of the codebook and of the years.
    pub surveys: PathBuf,
    /// The folder of the reports.
    pub reports: PathBuf,
}

/// A year, read and computed.
#[derive(Debug)]
pub struct YearResult {
    /// The edition.
    pub edition: Edition,
    /// Every number.
    pub registry: Registry,
    /// What was announced beside what is computed.
    pub reconciliations: Vec<Reconciliation>,
    /// Everything that was noticed, the heaviest first.
    pub diagnostics: Vec<Diagnostic>,
}

impl Places {
    /// The codebook's folder.
    pub fn codebook(&self) -> PathBuf {
        self.surveys.join("codebook")
    }

    /// The responses of a year.
    pub fn responses(&self, year: CensusYear) -> PathBuf {
        self.surveys.join(year.to_string()).join("responses")
    }

    /// The years that have a folder, in order.
    ///
    /// # Errors
    /// The surveys folder cannot be listed, or holds no year.
    pub fn years(&self) -> Result<Vec<CensusYear>> {
        let names = input::list(&self.surveys)?;
        let years: Vec<CensusYear> = names
            .iter()
            .filter(|name| self.surveys.join(name).is_dir())
            .filter_map(|name| CensusYear::parse(name))
            .collect();
        if years.is_empty() { Err(Error::NoYear { path: self.surveys.clone() }) } else { Ok(years) }
    }

    /// The responses of a year as seen from its report, when both folders stand side by side.
    pub fn link_to_responses(&self, year: CensusYear) -> Option<String> {
        let parent = |path: &Path| std::path::absolute(path).ok()?.parent().map(Path::to_path_buf);
        let name = self.surveys.file_name()?.to_str()?;
        let side_by_side = parent(&self.surveys)? == parent(&self.reports)?;
        side_by_side.then(|| format!("../../{name}/{year}/responses"))
    }
}

/// Reads, normalises and computes a year; `tick` follows the files.
///
/// # Errors
/// A folder or the edition file cannot be read, or nothing in the responses can be used.
pub fn read_year(
    places: &Places,
    year: CensusYear,
    codebook: &Codebook,
    tick: &Tick<'_>,
) -> Result<YearResult> {
    let folder = places.surveys.join(year.to_string());
    if !folder.is_dir() {
        return Err(Error::UnknownYear { path: folder });
    }
    let edition_file = codebook::read_edition(&folder.join(EDITION_FILE), year)?;
    let responses = places.responses(year);
    if !responses.is_dir() {
        return Err(Error::UnknownYear { path: responses });
    }
    let read = ingest::read_folder(&responses, codebook, tick)?;
    let mut edition = census::build(edition_file, codebook, &read);
    if edition.respondents().next().is_none() {
        return Err(Error::NothingReadable { path: responses });
    }
    let registry = indicators::compute(&edition, codebook)?;
    let (reconciliations, mut remarks) = indicators::reconcile(&edition, &registry);
    let mut diagnostics = std::mem::take(&mut edition.diagnostics);
    diagnostics.append(&mut remarks);
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
    Ok(YearResult { edition, registry, reconciliations, diagnostics })
}

/// The heaviest first, then by place.
fn key(diagnostic: &Diagnostic) -> (Severity, Option<&Origin>, Code, &str) {
    (diagnostic.severity(), diagnostic.origin.as_ref(), diagnostic.code, &diagnostic.text)
}

/// Builds a year's report and renders its files, each handed over as soon as it is ready.
///
/// # Errors
/// What a format's library says, or what receives the files.
pub fn render_year(
    places: &Places,
    result: &YearResult,
    (codebook, locale): (&Codebook, &Locale),
    emit: &Emit<'_>,
) -> Result<()> {
    let YearResult { edition, registry, reconciliations, diagnostics } = result;
    let link = places.link_to_responses(edition.year());
    let responses = link.as_deref();
    let inputs =
        report::Inputs { edition, codebook, registry, reconciliations, diagnostics, responses };
    let report = report::build(&inputs, locale);
    render::all(
        &render::Inputs { report: &report, edition, codebook, registry, diagnostics, locale },
        emit,
    )
}

/// The file in which the team describes a year.
pub const EDITION_FILE: &str = "edition.toml";
