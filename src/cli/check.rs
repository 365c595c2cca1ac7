//! `labcensus check`: reads and normalises, writes nothing.

use super::{Ending, each_year, talk};
use crate::census::Series;
use crate::codebook::Codebook;
use crate::error::Result;
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::pipeline::{self, Editions, Places};

/// Prints every diagnostic of the years on standard output.
pub(super) fn run(places: &Places, years: &[CensusYear], locale: &Locale) -> Result<Ending> {
    let ahead = pipeline::read_ahead(places, years);
    let codebook = Codebook::read(&places.codebook())?;
    let mut editions = Editions::read_begun(places, years, (&codebook, &ahead), &|_, _| {})?;
    let ending = each_year(years, locale, |year| check(editions.series(year)?, &codebook, locale))?;
    Ok(talk::lost(&editions, locale).unwrap_or(ending))
}

fn check(series: Series, codebook: &Codebook, locale: &Locale) -> Result<Ending> {
    let result = pipeline::compute_year(series, codebook)?;
    let year = result.edition.year();
    for diagnostic in &result.diagnostics {
        talk::out(&talk::diagnostic(diagnostic, locale));
    }
    let labs = u32::try_from(result.edition.respondents().count()).unwrap_or(u32::MAX);
    let args = [
        ("year", year.to_string().into()),
        ("read", f64::from(u32::try_from(result.edition.files).unwrap_or(u32::MAX)).into()),
        ("labs", f64::from(labs).into()),
        ("attention", talk::summary(&result.diagnostics, locale).into()),
    ];
    talk::err(&locale.with("cli-checked", &args));
    talk::unchecked(&result, locale);
    Ok(Ending::of(&result.diagnostics))
}
