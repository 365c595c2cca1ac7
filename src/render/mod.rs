//! From the report to bytes, one file per format; each format escapes for itself.

mod dataset;
mod form;
mod markdown;
mod sheet_names;
mod workbook;

use std::collections::BTreeMap;

use crate::census::Edition;
use crate::chart;
use crate::codebook::Codebook;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::indicators::Registry;
use crate::locale::Locale;
use crate::report::Report;

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
    /// The codebook, for the tables' labels and enumerations.
    pub codebook: &'a Codebook,
    /// Every number.
    pub registry: &'a Registry,
    /// Everything that was noticed.
    pub diagnostics: &'a [Diagnostic],
    /// Messages of the tables.
    pub locale: &'a Locale,
}

/// Renders every format, the charts and the workbook beside the tables on the machine's other cores.
///
/// # Errors
/// What a format's library says.
pub fn all(inputs: &Inputs<'_>) -> Result<Files> {
    let report = inputs.report;
    let mut files = Files::new();
    let year = report.year;
    let (charts, workbook, tables) = std::thread::scope(|scope| {
        let charts: Vec<_> =
            report.charts().map(|block| scope.spawn(move || picture(block))).collect();
        let workbook = scope.spawn(move || workbook::render(report));
        let tables = dataset::render(inputs);
        let charts: Vec<_> = charts.into_iter().map(join).collect();
        (charts, join(workbook), tables)
    });
    for chart in charts {
        files.extend(chart?);
    }
    files.insert(format!("bilan-{year}.xlsx"), workbook?);
    files.extend(tables?);
    files.insert(format!("bilan-{year}.md"), markdown::report(report).into_bytes());
    for fiche in &report.fiches {
        files.insert(
            format!("fiches/{}.md", fiche.name),
            markdown::fiche(report, fiche).into_bytes(),
        );
    }
    Ok(files)
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
