//! `labcensus run`: the main job.

use std::time::Instant;

use super::{Ending, each_year, talk};
use crate::census::Series;
use crate::codebook::Codebook;
use crate::diagnostic::Severity;
use crate::error::Result;
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::output::Reports;
use crate::pipeline::{self, Editions, Places};

/// Reads the years and writes their reports.
pub(super) fn run(places: &Places, years: &[CensusYear], locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let reports = Reports::open(&places.reports)?;
    let mut start = Instant::now();
    let mut editions = read(places, years, &codebook, locale)?;
    let ending = each_year(years, locale, |year| {
        let series = editions.series(year)?;
        let ending = report(places, series, (&codebook, &reports, start), locale);
        start = Instant::now();
        ending
    })?;
    Ok(talk::lost(&editions, locale).unwrap_or(ending))
}

/// Reads the editions that the years look at, with a progress bar.
fn read(
    places: &Places,
    years: &[CensusYear],
    codebook: &Codebook,
    locale: &Locale,
) -> Result<Editions> {
    let names: Vec<String> = years.iter().map(CensusYear::to_string).collect();
    let bar = talk::progress(locale.with("cli-reading", &[("year", names.join(", ").into())]));
    let editions = Editions::read(places, years, codebook, &|done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    editions
}

/// Writes the report of a year.
fn report(
    places: &Places,
    series: Series,
    (codebook, reports, start): (&Codebook, &Reports, Instant),
    locale: &Locale,
) -> Result<Ending> {
    let year = series.last().year();
    let result = pipeline::compute_year(series, codebook)?;
    let staging = reports.begin(year)?;
    pipeline::render_year(places, &result, (codebook, locale), &|files| staging.write(&files))?;
    let files = staging.len();
    let written = staging.publish()?;
    for diagnostic in result.diagnostics.iter().filter(|one| one.severity() == Severity::Error) {
        talk::err(&talk::diagnostic(diagnostic, locale));
    }
    let labs = result.edition.respondents().count();
    let args = [
        ("year", year.to_string().into()),
        ("read", f64::from(u32::try_from(result.edition.files).unwrap_or(u32::MAX)).into()),
        ("labs", f64::from(u32::try_from(labs).unwrap_or(u32::MAX)).into()),
        ("written", files.to_string().into()),
        ("folder", written.display().to_string().into()),
        ("time", locale.number(start.elapsed().as_secs_f64(), 2).into()),
        ("attention", talk::summary(&result.diagnostics, locale).into()),
    ];
    talk::err(&locale.with("cli-done", &args));
    Ok(Ending::of(&result.diagnostics))
}
