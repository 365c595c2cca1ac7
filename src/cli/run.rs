//! `labcensus run`: the main job.

use std::path::Path;
use std::time::Instant;

use clap::ArgMatches;

use super::{Ending, each_year, talk};
use crate::census::Series;
use crate::codebook::Codebook;
use crate::diagnostic::Severity;
use crate::error::Result;
use crate::ingest::ReadAhead;
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::output::Reports;
use crate::pipeline::{self, Audience, Editions, Places};
use crate::render::Format;

/// What a run writes.
struct Order {
    audiences: Vec<Audience>,
    formats: Vec<Format>,
    /// Whether the labs of a large census get pages of their own.
    fiches: bool,
    open: bool,
    /// The smallest number of people that is published.
    threshold: Option<u32>,
}

impl Order {
    fn of(matches: &ArgMatches) -> Self {
        let named =
            |name: &str| matches.get_many::<String>(name).into_iter().flatten().map(String::as_str);
        let mut formats: Vec<Format> = Format::ALL
            .into_iter()
            .filter(|format| named("only").any(|name| name == format.name()))
            .collect();
        if formats.is_empty() {
            formats = Format::ALL.to_vec();
        }
        let internal = named("edition").any(|name| name == "interne");
        let public = !internal || named("edition").any(|name| name == "diffusion");
        let audiences = [(Audience::Public, public), (Audience::Internal, internal)];
        Self {
            audiences: audiences.into_iter().filter(|one| one.1).map(|one| one.0).collect(),
            formats,
            fiches: matches.get_flag("fiches"),
            open: matches.get_flag("open"),
            threshold: matches.get_one::<u32>("threshold").copied(),
        }
    }
}

/// Reads the years and writes their reports, for each audience.
pub(super) fn run(
    places: &Places,
    years: &[CensusYear],
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<Ending> {
    let ahead = pipeline::read_ahead(places, years);
    let codebook = Codebook::read(&places.codebook())?;
    let order = Order::of(matches);
    let mut ending = Ending::Clean;
    for audience in &order.audiences {
        let places = places.for_audience(*audience);
        if one_audience(&places, years, (&codebook, &ahead, &order), locale)? == Ending::WithErrors
        {
            ending = Ending::WithErrors;
        }
    }
    Ok(ending)
}

fn one_audience(
    places: &Places,
    years: &[CensusYear],
    (codebook, ahead, order): (&Codebook, &ReadAhead, &Order),
    locale: &Locale,
) -> Result<Ending> {
    let reports = Reports::open(&places.reports)?;
    let mut start = Instant::now();
    let mut editions = read(places, years, (codebook, ahead), locale)?;
    let ending = each_year(years, locale, |year| {
        let series = editions.series(year)?;
        let ending = report(places, series, (codebook, &reports, start, order), locale);
        start = Instant::now();
        ending
    })?;
    Ok(talk::lost(&editions, locale).unwrap_or(ending))
}

/// Reads the editions that the years look at, with a progress bar.
fn read(
    places: &Places,
    years: &[CensusYear],
    known: (&Codebook, &ReadAhead),
    locale: &Locale,
) -> Result<Editions> {
    let names: Vec<String> = years.iter().map(CensusYear::to_string).collect();
    let bar = talk::progress(locale.with("cli-reading", &[("year", names.join(", ").into())]));
    let editions = Editions::read_begun(places, years, known, &|done, total| {
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
    (codebook, reports, start, order): (&Codebook, &Reports, Instant, &Order),
    locale: &Locale,
) -> Result<Ending> {
    let year = series.last().year();
    let mut result = pipeline::compute_year(series, codebook)?;
    result.fiches = order.fiches;
    pipeline::compare_with_published(places, &mut result, codebook)?;
    if let Some(threshold) = order.threshold.filter(|_| places.audience == Audience::Public) {
        pipeline::withhold_small(&mut result, codebook, threshold);
    }
    let staging = reports.begin(year)?;
    let emit = |files| staging.write(files);
    pipeline::render_formats(places, &result, (codebook, locale), &order.formats, &emit)?;
    let files = staging.len();
    // What was not asked for stays as the last run left it.
    staging.keep(|name| !order.formats.contains(&Format::of(name)))?;
    let written = staging.publish()?;
    if order.open {
        show(&written, year, order, locale);
    }
    for diagnostic in result.diagnostics.iter().filter(|one| one.severity() == Severity::Error) {
        talk::err(&talk::diagnostic(diagnostic, locale));
    }
    let labs = result.edition.respondents().count();
    let args = [
        ("year", year.to_string().into()),
        ("read", f64::from(u32::try_from(result.edition.files).unwrap_or(u32::MAX)).into()),
        ("labs", f64::from(u32::try_from(labs).unwrap_or(u32::MAX)).into()),
        ("written", f64::from(u32::try_from(files).unwrap_or(u32::MAX)).into()),
        ("folder", written.display().to_string().into()),
        ("time", locale.number(start.elapsed().as_secs_f64(), 2).into()),
        ("attention", talk::summary(&result.diagnostics, locale).into()),
    ];
    talk::err(&locale.with("cli-done", &args));
    talk::unchecked(&result, locale);
    Ok(Ending::of(&result.diagnostics))
}

/// Opens the report in the program that the system has for it.
fn show(folder: &Path, year: CensusYear, order: &Order, locale: &Locale) {
    let openable = [Format::Html, Format::Pdf, Format::Workbook, Format::Markdown];
    let Some(format) = openable.into_iter().find(|format| order.formats.contains(format)) else {
        return;
    };
    let file = folder.join(format!("bilan-{year}.{}", format.name()));
    // The report is written: that nothing can show it is worth a word, not a failure.
    if let Err(error) = opener::open(&file) {
        let args =
            [("file", file.display().to_string().into()), ("message", error.to_string().into())];
        talk::err(&locale.with("cli-not-opened", &args));
    }
}
