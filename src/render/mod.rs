//! From the report to bytes, one file per format; each format escapes for itself.

mod dataset;
mod form;
mod markdown;
mod sheet_names;
mod workbook;

use std::collections::BTreeMap;

use crate::census::{Edition, Series};
use crate::chart;
use crate::codebook::Codebook;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::indicators::Registry;
use crate::locale::Locale;
use crate::report::{Fiche, Report};

pub use form::form;
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
    /// Messages of the tables.
    pub locale: &'a Locale,
}

/// What receives files as they are rendered, from several threads.
pub type Emit<'a> = dyn Fn(Files) -> Result<()> + Sync + 'a;

/// Renders every format, side by side on the machine's cores, and hands each over as soon as it is ready.
///
/// # Errors
/// What a format's library says, or what receives the files.
pub fn all(inputs: &Inputs<'_>, emit: &Emit<'_>) -> Result<()> {
    let report = inputs.report;
    std::thread::scope(|scope| {
        let charts = report.charts().map(|block| scope.spawn(move || emit(picture(block)?)));
        let mut threads: Vec<_> = charts.collect();
        threads.push(scope.spawn(move || emit(workbook(report)?)));
        threads.push(scope.spawn(move || emit(pages(report))));
        let tables = dataset::render(inputs).and_then(emit);
        threads.into_iter().map(join).chain([tables]).collect()
    })
}

fn workbook(report: &Report) -> Result<Files> {
    Ok(Files::from([(format!("bilan-{}.xlsx", report.year), workbook::render(report)?)]))
}

/// The report and the labs' pages as Markdown.
fn pages(report: &Report) -> Files {
    let page = |fiche: &Fiche| {
        (format!("fiches/{}.md", fiche.name), markdown::fiche(report, fiche).into_bytes())
    };
    let mut files: Files = report.fiches.iter().map(page).collect();
    files.insert(format!("bilan-{}.md", report.year), markdown::report(report).into_bytes());
    files
}

fn join<T>(handle: std::thread::ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    handle.join().unwrap_or_else(|_| {
        Err(Error::Render { what: "thread".to_owned(), detail: "panic".to_owned() })
    })
}

/// A chart as SVG, and as PNG drawn from that SVG.
fn picture(block: &crate::report::ChartBlock) -> Result<Files> {
    let svg = chart::svg(&block.spec);
    let name = &block.spec.id;
    let png = chart::png(&svg)
        .map_err(|error| Error::Render { what: name.clone(), detail: error.to_string() })?;
    Ok(Files::from([
        (format!("charts/{name}.png"), png),
        (format!("charts/{name}.svg"), svg.into_bytes()),
    ]))
}
