//! The whole way from a year's folder to its files, for the commands, the tests and the benches alike.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::census::{self, Edition, Series};
use crate::codebook::{self, Codebook};
use crate::cores;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::{Error, Result};
use crate::indicators::{self, Reconciliation, Registry};
use crate::ingest::{self, ReadAhead, Tick};
use crate::input;
use crate::locale::Locale;
use crate::model::{CensusYear, Origin};
use crate::publication::{self, Jump, JumpKind, LOCK_FILE, Lock, Publication};
use crate::render::{self, Emit, Format};
use crate::report;

/// Where a census lies.
#[derive(Clone, Debug)]
pub struct Places {
    /// The folder of the codebook and of the years.
    pub surveys: PathBuf,
    /// The folder of the reports.
    pub reports: PathBuf,
    /// Who will read them.
    pub audience: Audience,
}

/// Who a report is for, which decides what it may say of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Anyone: personal data is masked before anything is computed. The default.
    #[default]
    Public,
    /// The team itself: everything is shown. These reports lie in a folder of their own, [`INTERNAL`], so that
    /// publishing `reports/<year>` cannot take them along.
    Internal,
}

/// The folder of the team's own reports, in the reports' folder.
pub const INTERNAL: &str = "interne";

/// A year, read and computed.
#[derive(Debug)]
pub struct YearResult {
    /// The edition.
    pub edition: Arc<Edition>,
    /// The edition with those before it.
    pub series: Series,
    /// Every number.
    pub registry: Registry,
    /// What was announced beside what is computed.
    pub reconciliations: Vec<Reconciliation>,
    /// Everything that was noticed, the heaviest first.
    pub diagnostics: Vec<Diagnostic>,
    /// What was published of it, and whether that still holds.
    pub publication: Publication,
    /// Whether each lab of a large edition gets a page of its own.
    pub fiches: bool,
}

impl Places {
    /// The same census, for an audience: the team's own reports lie apart.
    #[must_use]
    pub fn for_audience(&self, audience: Audience) -> Self {
        let reports = match audience {
            Audience::Public => self.reports.clone(),
            Audience::Internal => self.reports.join(INTERNAL),
        };
        Self { surveys: self.surveys.clone(), reports, audience }
    }

    /// The codebook's folder.
    pub fn codebook(&self) -> PathBuf {
        self.surveys.join("codebook")
    }

    /// The responses of a year.
    pub fn responses(&self, year: CensusYear) -> PathBuf {
        self.surveys.join(year.to_string()).join("responses")
    }

    /// The lock of a year.
    pub fn lock(&self, year: CensusYear) -> PathBuf {
        self.surveys.join(year.to_string()).join(LOCK_FILE)
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
        let (reports, up) = match self.audience {
            Audience::Public => (self.reports.as_path(), "../.."),
            Audience::Internal => (self.reports.parent()?, "../../.."),
        };
        let side_by_side = parent(&self.surveys)? == parent(reports)?;
        side_by_side.then(|| format!("{up}/{name}/{year}/responses"))
    }
}

/// The editions that some reports look at, each read once.
#[derive(Debug)]
pub struct Editions {
    read: BTreeMap<CensusYear, Result<Arc<Edition>>>,
}

impl Editions {
    /// Reads the editions of the years asked for and all those before them, side by side.
    ///
    /// `tick` follows the files of all years together.
    ///
    /// # Errors
    /// The surveys folder cannot be listed; what is wrong with one edition is kept for [`Editions::series`].
    pub fn read(
        places: &Places,
        asked: &[CensusYear],
        codebook: &Codebook,
        tick: &Tick<'_>,
    ) -> Result<Self> {
        Self::read_begun(places, asked, (codebook, &ReadAhead::default()), tick)
    }

    /// The same with files that [`read_ahead`] has begun to open.
    ///
    /// # Errors
    /// Those of [`Editions::read`].
    pub fn read_begun(
        places: &Places,
        asked: &[CensusYear],
        (codebook, ahead): (&Codebook, &ReadAhead),
        tick: &Tick<'_>,
    ) -> Result<Self> {
        let years = looked_at(places, asked)?;
        let progress = Mutex::new(BTreeMap::new());
        let edition = |year: CensusYear| {
            let edition = read_begun(places, year, (codebook, ahead), &|done, total| {
                let mut files = progress.lock().unwrap_or_else(PoisonError::into_inner);
                files.insert(year, (done, total));
                let (done, total) =
                    files.values().fold((0, 0), |(done, total), one: &(usize, usize)| {
                        (done + one.0, total + one.1)
                    });
                tick(done, total);
            })?;
            let history_only = !asked.contains(&year);
            Ok(Arc::new(if history_only { edition.without_cells() } else { edition }))
        };
        let read = cores::each(&years, cores::count(), |year| edition(*year));
        Ok(Self { read: years.into_iter().zip(read).collect() })
    }

    /// The edition of a year with the earlier ones that could be read.
    ///
    /// # Errors
    /// What kept the year's own edition from being read.
    pub fn series(&mut self, year: CensusYear) -> Result<Series> {
        let own = match self.read.get(&year) {
            Some(Ok(edition)) => Arc::clone(edition),
            _ => self.read.remove(&year).unwrap_or_else(|| {
                Err(Error::UnknownYear { path: PathBuf::from(year.to_string()) })
            })?,
        };
        let others = self.read.values().filter_map(|edition| edition.as_ref().ok());
        Ok(Series::new(own, others.map(Arc::clone)))
    }

    /// The years that could not be read and that nobody asked about since: they are missing from the trends.
    pub fn lost(&self) -> impl Iterator<Item = (CensusYear, &Error)> {
        self.read.iter().filter_map(|(year, edition)| Some((*year, edition.as_ref().err()?)))
    }
}

/// The years asked for and all those before them.
fn looked_at(places: &Places, asked: &[CensusYear]) -> Result<Vec<CensusYear>> {
    let latest = asked.iter().max().copied();
    let mut years = places.years()?;
    years.retain(|year| Some(*year) <= latest);
    let others: Vec<CensusYear> =
        asked.iter().filter(|year| !years.contains(year)).copied().collect();
    years.extend(others);
    Ok(years)
}

/// Begins to open the largest response files of the years asked for and those before them, so that the codebook can be
/// read at the same time. What is wrong is told by whoever reads them.
pub fn read_ahead(places: &Places, asked: &[CensusYear]) -> ReadAhead {
    let years = looked_at(places, asked).unwrap_or_default();
    let folders: Vec<PathBuf> = years.into_iter().map(|year| places.responses(year)).collect();
    ReadAhead::begin(folders.iter().map(PathBuf::as_path))
}

/// Reads and normalises the edition of a year; `tick` follows the files.
///
/// # Errors
/// A folder or the edition file cannot be read, or nothing in the responses can be used.
pub fn read_edition(
    places: &Places,
    year: CensusYear,
    codebook: &Codebook,
    tick: &Tick<'_>,
) -> Result<Edition> {
    read_begun(places, year, (codebook, &ReadAhead::default()), tick)
}

fn read_begun(
    places: &Places,
    year: CensusYear,
    (codebook, ahead): (&Codebook, &ReadAhead),
    tick: &Tick<'_>,
) -> Result<Edition> {
    let folder = places.surveys.join(year.to_string());
    if !folder.is_dir() {
        return Err(Error::UnknownYear { path: folder });
    }
    let codebook = &codebook.at(year);
    let mut edition_file = codebook::read_edition(&folder.join(EDITION_FILE), year)?;
    edition_file.publish_personal_data |= places.audience == Audience::Internal;
    let responses = places.responses(year);
    if !responses.is_dir() {
        return Err(Error::UnknownYear { path: responses });
    }
    let mapping = ingest::Mapping::read(&folder.join(ingest::MAPPING_FILE), codebook)?;
    let read = ingest::read_mapped_folder(&responses, (codebook, &mapping), ahead, tick)?;
    let mut edition = census::build(edition_file, codebook, read);
    edition.layout = codebook::read_layout(&folder.join(codebook::REPORT_FILE), codebook)?;
    edition.narrative = narrative(&folder.join(report::NARRATIVE_FOLDER))?;
    edition.add_registers(codebook, &ingest::read_registers(&folder, &codebook.registers)?);
    if edition.respondents().next().is_none() {
        return Err(Error::NothingReadable { path: responses });
    }
    Ok(edition)
}

/// The team's own texts of a year, by file name; none when it has written none.
fn narrative(folder: &Path) -> Result<BTreeMap<String, String>> {
    if !folder.is_dir() {
        return Ok(BTreeMap::new());
    }
    let names = input::list(folder)?.into_iter();
    let texts = names.filter(|name| name.to_lowercase().ends_with(".md") && !name.starts_with('.'));
    texts.map(|name| Ok((name.clone(), input::read_text(&folder.join(&name))?))).collect()
}

/// Computes the year of the last edition of a series.
///
/// *Diagnostics*: those of the edition, the claims, the map and the texts, what a format cannot show, `census-large`.
///
/// # Errors
/// What polars says, which would be a bug.
pub fn compute_year(series: Series, codebook: &Codebook) -> Result<YearResult> {
    let mut result = compute_alone(series, codebook)?;
    let mut unused = publication::check_acknowledgements(&result.series, &result.publication.jumps);
    result.diagnostics.append(&mut unused);
    result.diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
    Ok(result)
}

/// The same of a series that may lack its earlier editions, in which an acknowledgement is not sought.
fn compute_alone(series: Series, codebook: &Codebook) -> Result<YearResult> {
    let edition = Arc::clone(series.last());
    let codebook = &codebook.at(edition.year());
    let (mut unfaithful, registry) =
        cores::both(|| report::check_texts(&edition), || indicators::compute(&series, codebook));
    let registry = registry?;
    let (reconciliations, mut remarks) = indicators::reconcile(&edition, &registry);
    let mut diagnostics = edition.diagnostics.clone();
    diagnostics.append(&mut remarks);
    diagnostics.extend(codebook.map_remarks(edition.file.closing_date));
    let inputs = report::Inputs {
        edition: &edition,
        series: &series,
        codebook,
        registry: &registry,
        reconciliations: &reconciliations,
        diagnostics: &[],
        publication: &Publication::default(),
        responses: None,
        fiches: false,
    };
    diagnostics.append(&mut report::check_narrative(&inputs));
    diagnostics.append(&mut unfaithful);
    diagnostics.extend(edition.is_large().then(|| large(&edition)));
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
    let jumps = publication::jumps(&series, codebook, &registry);
    let publication = Publication { jumps, ..Publication::default() };
    let fiches = false;
    Ok(YearResult { edition, series, registry, reconciliations, diagnostics, publication, fiches })
}

/// What the reports of a large edition leave to its published tables.
fn large(edition: &Edition) -> Diagnostic {
    Diagnostic::new(Code::CensusLarge)
        .fact("count", edition.labs.len())
        .fact("names", report::MOST_NAMES)
        .fact("rows", report::MOST_ROWS)
        .fact("sheet_rows", report::MOST_SHEET_ROWS)
}

/// Looks up what was published of a year, and says what is computed otherwise now.
///
/// *Diagnostics*: `figures-revised`.
///
/// # Errors
/// The lock or an input cannot be read.
pub fn compare_with_published(
    places: &Places,
    result: &mut YearResult,
    codebook: &Codebook,
) -> Result<()> {
    let year = result.edition.year();
    let path = places.lock(year);
    if !path.exists() {
        return Ok(());
    }
    let lock =
        Lock::parse(&input::read_text(&path)?, year).map_err(|problem| problem.in_file(&path))?;
    let inputs = publication::fingerprints(&places.surveys, &result.series.years())?;
    let vocabulary = |indicator: &str| {
        let question = codebook.questionnaire.questions.iter().find(|question| {
            let id = question.id.as_str();
            indicator.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        });
        question?.vocabulary.clone()
    };
    let revisions = publication::revisions(&lock, &result.registry, &inputs, vocabulary);
    if !revisions.is_empty() {
        let remark = Diagnostic::new(Code::FiguresRevised).at(Origin::file(LOCK_FILE));
        let remark = remark.fact("count", revisions.len()).fact("published", &lock.published);
        result.diagnostics.insert(0, remark);
    }
    (result.publication.lock, result.publication.revisions) = (Some(lock), revisions);
    Ok(())
}

/// Reads and computes a year by itself, without those before it; `tick` follows the files.
///
/// # Errors
/// A folder or the edition file cannot be read, or nothing in the responses can be used.
pub fn read_year(
    places: &Places,
    year: CensusYear,
    codebook: &Codebook,
    tick: &Tick<'_>,
) -> Result<YearResult> {
    compute_alone(Series::of_one(read_edition(places, year, codebook, tick)?), codebook)
}

/// Withholds the numbers of fewer people than a threshold, and what would give them away.
///
/// Everything stays computed from all that was read; the report says how many numbers it does not show.
pub fn withhold_small(result: &mut YearResult, codebook: &Codebook, threshold: u32) {
    let codebook = &codebook.at(result.edition.year());
    let withheld = indicators::withhold_small(&mut result.registry, &result.series, threshold);
    withheld.clean(&mut result.diagnostics, &result.edition, codebook);
    result.series = withheld.masked(&result.series, codebook);
    result.edition = Arc::clone(result.series.last());
    let year = result.edition.year();
    let hides = |jump: &Jump| {
        let years = [Some(year), jump.from];
        let mut labs = years
            .iter()
            .flatten()
            .flat_map(|year| jump.academies.iter().map(move |code| (*year, code.clone())));
        jump.kind == JumpKind::Team && labs.any(|lab| withheld.labs.contains(&lab))
    };
    result.publication.jumps.retain(|jump| !hides(jump));
    result.publication.revisions.retain(|revision| !withheld.figures.contains(&revision.figure));
}

/// The heaviest first, then by place.
fn key(diagnostic: &Diagnostic) -> (Severity, Option<&Origin>, Code, &str) {
    (diagnostic.severity(), diagnostic.origin.as_ref(), diagnostic.code, &diagnostic.text)
}

/// Builds a year's report.
pub fn build_report(
    places: &Places,
    result: &YearResult,
    (codebook, locale): (&Codebook, &Locale),
) -> report::Report {
    let YearResult { edition, series, registry, reconciliations, diagnostics, publication, fiches } =
        result;
    let codebook = &codebook.at(edition.year());
    let link = places.link_to_responses(edition.year());
    let responses = link.as_deref();
    let inputs = report::Inputs {
        edition,
        series,
        codebook,
        registry,
        reconciliations,
        diagnostics,
        publication,
        responses,
        fiches: *fiches,
    };
    report::build(&inputs, locale)
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
    render_formats(places, result, (codebook, locale), &Format::ALL, emit)
}

/// The same, in some formats only.
///
/// # Errors
/// What a format's library says, or what receives the files.
pub fn render_formats(
    places: &Places,
    result: &YearResult,
    (codebook, locale): (&Codebook, &Locale),
    formats: &[Format],
    emit: &Emit<'_>,
) -> Result<()> {
    let report = build_report(places, result, (codebook, locale));
    let YearResult { edition, series, registry, diagnostics, publication, .. } = result;
    let codebook = &codebook.at(edition.year());
    render::all(
        &render::Inputs {
            report: &report,
            edition,
            series,
            codebook,
            registry,
            diagnostics,
            publication,
            locale,
        },
        formats,
        emit,
    )
}

/// The file in which the team describes a year.
pub const EDITION_FILE: &str = "edition.toml";
