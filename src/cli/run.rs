//! `labcensus run`: the main job.

use std::time::Instant;

use super::{Ending, each_year, talk};
use crate::codebook::Codebook;
use crate::diagnostic::Severity;
use crate::error::Result;
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::output::Reports;
use crate::pipeline::{self, Places};

/// Reads the years and writes their reports.
pub(super) fn run(places: &Places, years: &[CensusYear], locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let reports = Reports::open(&places.reports)?;
    each_year(years, locale, |year| report(places, year, (&codebook, &reports), locale))
}

/// Writes the report of a year.
fn report(
    places: &Places,
    year: CensusYear,
    (codebook, reports): (&Codebook, &Reports),
    locale: &Locale,
) -> Result<Ending> {
    let start = Instant::now();
    let bar = talk::progress(locale.with("cli-reading", &[("year", year.to_string().into())]));
    let result = pipeline::read_year(places, year, codebook, &|done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
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
