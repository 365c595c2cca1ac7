//! The report on paper, and on a screen reader: tagged PDF, by typst as a library.
//!
//! The two standards asked for, PDF/UA-1 and PDF/A-2a, make typst refuse a picture without alternative text, a
//! skipped level of heading, a character without glyph: what it accepts is accessible and can be archived.
//! Source: ISO 14289-1, ISO 19005-2; ISO 32000-1, 14.8 (tagged PDF).

mod blocks;
mod columns;
mod prose;
mod script;
mod world;

use std::collections::BTreeMap;

use chrono::Datelike;
use typst::foundations::{Bytes, Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{Files, Inputs};
use crate::chart;
use crate::error::{Error, Result};
use crate::memo::Memo;
use crate::report::Report;
use script::Script;
use world::Sealed;

/// How many reports are kept.
const MOST_KEPT: usize = 10;

/// Renders the report.
///
/// # Errors
/// [`Error::Render`] when the document cannot be laid out or breaks a standard.
pub(super) fn render(inputs: &Inputs<'_>) -> Result<Files> {
    static PRINTED: Memo = Memo::new(MOST_KEPT);
    let report = inputs.report;
    let mut script = Script::default();
    blocks::write(&mut script, inputs);
    let mut pictures = BTreeMap::new();
    for chart in report.charts() {
        let svg = chart::svg(&chart.spec);
        pictures.insert(blocks::picture_path(chart), Bytes::from_string(svg));
    }
    let script = script.finish();
    let ident = [report.year.to_string(), report.lang.to_owned(), report.date.to_string()];
    let texts = ident.iter().chain([&script]).map(String::as_bytes);
    let charts: Vec<(String, Bytes)> = pictures.clone().into_iter().collect();
    let charts = charts.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes.as_slice()]);
    let bytes = PRINTED.get(texts.chain(charts), || print(report, script.clone(), pictures))?;
    Ok(Files::from([(format!("bilan-{}.pdf", report.year), bytes)]))
}

/// Lays out a script and its pictures.
fn print(report: &Report, script: String, pictures: BTreeMap<String, Bytes>) -> Result<Vec<u8>> {
    let world = Sealed::new(script, pictures);
    let document = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|errors| failed(errors.iter().map(|error| error.message.to_string())))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("labcensus-{}-{}", report.year, report.lang)),
        creator: Smart::Custom(Some("labcensus".to_owned())),
        timestamp: date(report.date).map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| failed([error.message().to_string()]))?,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options)
        .map_err(|errors| failed(errors.iter().map(|error| error.message.to_string())))?;
    drop(document);
    // typst remembers what it laid out, for the next time; another year's report shares nothing with this one.
    comemo::evict(0);
    Ok(bytes)
}

fn date(day: chrono::NaiveDate) -> Option<Datetime> {
    let part = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd_hms(day.year(), part(day.month())?, part(day.day())?, 0, 0, 0)
}

fn failed(messages: impl IntoIterator<Item = String>) -> Error {
    let detail = messages.into_iter().collect::<Vec<_>>().join(" ; ");
    Error::Render { what: "PDF".to_owned(), detail }
}
