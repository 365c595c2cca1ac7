//! From the report to bytes, one file per format; each format escapes for itself.

mod comparison;
mod dataset;
mod form;
mod hidden;
mod html;
mod markdown;
mod pdf;
mod pictures;
mod sheet_names;
mod template;
mod terminal;
mod workbook;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::census::{Edition, Series};
use crate::codebook::Codebook;
use crate::cores;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::indicators::Registry;
use crate::locale::Locale;
use crate::publication::Publication;
use crate::report::{Fiche, Report};

use pictures::{Picture, Pictures};

pub use comparison::{Form, comparison};
pub use form::form;
pub use template::{FilledRows, template};
pub use workbook::{PROOF_MARK, REVIEW_MARK, ReviewInputs, proof, review};

/// The files of a report: path relative to the year's folder, with `/`, and content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Everything that the formats are rendered from.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The report.
    pub report: &'a Report,
    /// The edition, for the tables.
    pub edition: &'a Edition,
    /// The edition with those before it.
    pub series: &'a Series,
    /// The codebook, for the tables' labels and enumerations.
    pub codebook: &'a Codebook,
    /// Every number.
    pub registry: &'a Registry,
    /// Everything that was noticed.
    pub diagnostics: &'a [Diagnostic],
    /// What was published, and what is computed otherwise now.
    pub publication: &'a Publication,
    /// Messages of the tables.
    pub locale: &'a Locale,
}

/// What receives files as they are rendered, from several threads.
pub type Emit<'a> = dyn Fn(Files) -> Result<()> + Sync + 'a;

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The report and the labs' pages as Markdown.
    Markdown,
    /// The workbook.
    Workbook,
    /// The report and the labs' pages as HTML.
    Html,
    /// The report as PDF.
    Pdf,
    /// The charts, as SVG and PNG.
    Charts,
    /// The tables.
    Data,
}

impl Format {
    /// Every format, those that people open first.
    pub const ALL: [Self; 6] =
        [Self::Html, Self::Pdf, Self::Workbook, Self::Markdown, Self::Charts, Self::Data];

    /// The name by which it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Workbook => "xlsx",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Charts => "charts",
            Self::Data => "data",
        }
    }

    /// The format of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format to which a file of a report belongs.
    pub fn of(file: &str) -> Self {
        match file.split_once('/') {
            Some(("charts", _)) => Self::Charts,
            Some(("data", _)) => Self::Data,
            _ => file
                .rsplit_once('.')
                .and_then(|(_, extension)| Self::parse(extension))
                .unwrap_or(Self::Data),
        }
    }
}

/// A piece of the work, for one core.
enum Job<'a> {
    Format(Format),
    Chart(&'a str),
}

/// Renders the formats, one job on each of the machine's cores, and hands each file over as soon as it is ready.
///
/// More threads than cores would gain no time and take more memory: a picture being drawn weighs ten megabytes, and
/// what a thread has freed is kept for that thread.
///
/// # Errors
/// What a format's library says, or what receives the files.
pub fn all(inputs: &Inputs<'_>, formats: &[Format], emit: &Emit<'_>) -> Result<()> {
    let pictures = Pictures::of(inputs.report);
    // The longest first; the charts, which are short, fill what is left.
    let order = [
        Format::Pdf,
        Format::Workbook,
        Format::Data,
        Format::Html,
        Format::Markdown,
        Format::Charts,
    ];
    let jobs = order.into_iter().filter(|format| formats.contains(format)).flat_map(|format| {
        if format == Format::Charts {
            pictures.names().map(Job::Chart).collect()
        } else {
            vec![Job::Format(format)]
        }
    });
    let jobs: Vec<Job<'_>> = jobs.collect();
    let (pictures, next) = (&pictures, AtomicUsize::new(0));
    let worker = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            job.run(inputs, pictures, emit)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let cores = cores::count();
        let others: Vec<_> = (1..cores.min(jobs.len())).map(|_| scope.spawn(worker)).collect();
        let own = worker();
        others.into_iter().map(join).chain([own]).collect()
    })
}

impl Job<'_> {
    fn run(&self, inputs: &Inputs<'_>, pictures: &Pictures<'_>, emit: &Emit<'_>) -> Result<()> {
        match *self {
            Self::Chart(name) => emit(chart(name, pictures)?),
            Self::Format(Format::Workbook) => emit(workbook(inputs.report, pictures)?),
            Self::Format(Format::Markdown) => pages(inputs.report, emit),
            Self::Format(Format::Html) => html::render(inputs, emit),
            Self::Format(Format::Pdf) => emit(paper(inputs)?),
            Self::Format(Format::Data) => dataset::render(inputs, emit),
            // Its charts are jobs of their own.
            Self::Format(Format::Charts) => Ok(()),
        }
    }
}

/// The PDF; the labs' pages are its annex unless there are too many for one.
fn paper(inputs: &Inputs<'_>) -> Result<Files> {
    if inputs.edition.is_large() && !inputs.report.fiches.is_empty() {
        let report = &inputs.report.without_fiches();
        return pdf::render(&Inputs { report, ..*inputs });
    }
    pdf::render(inputs)
}

fn workbook(report: &Report, pictures: &Pictures<'_>) -> Result<Files> {
    let bytes = workbook::render(report, pictures)?;
    Ok(Files::from([(format!("bilan-{}.xlsx", report.year), bytes)]))
}

/// The report and the labs' pages as Markdown.
fn pages(report: &Report, emit: &Emit<'_>) -> Result<()> {
    let page = |fiche: &Fiche| {
        (format!("fiches/{}.md", fiche.name), markdown::fiche(report, fiche).into_bytes())
    };
    let whole = (format!("bilan-{}.md", report.year), markdown::report(report).into_bytes());
    some_at_a_time(&report.fiches, page, whole, emit)
}

/// Pages handed over at once: a large census may have a hundred thousand.
const PAGES: usize = 1_000;

/// Hands over the labs' pages, some at a time, and then the report.
fn some_at_a_time(
    fiches: &[Fiche],
    page: impl Fn(&Fiche) -> (String, Vec<u8>),
    report: (String, Vec<u8>),
    emit: &Emit<'_>,
) -> Result<()> {
    let (some, last) = fiches.split_at(fiches.len() - fiches.len() % PAGES);
    for some in some.chunks(PAGES) {
        emit(some.iter().map(&page).collect())?;
    }
    emit(last.iter().map(&page).chain([report]).collect())
}

fn join<T>(handle: std::thread::ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    handle.join().unwrap_or_else(|_| {
        Err(Error::Render { what: "thread".to_owned(), detail: "panic".to_owned() })
    })
}

/// A chart's two files.
fn chart(name: &str, pictures: &Pictures<'_>) -> Result<Files> {
    let Picture { svg, png } = pictures.get(name)?;
    Ok(Files::from([
        (format!("charts/{name}.png"), png.clone()),
        (format!("charts/{name}.svg"), svg.clone().into_bytes()),
    ]))
}
