//! `labcensus check`: reads and normalises, writes nothing.

use super::{Ending, talk};
use crate::codebook::Codebook;
use crate::diagnostic::Severity;
use crate::error::Result;
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::pipeline::{self, Places};

/// Prints every diagnostic of the years on standard output.
pub(super) fn run(places: &Places, years: &[CensusYear], locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let mut ending = Ending::Clean;
    for year in years {
        let result = pipeline::read_year(places, *year, &codebook, &|_, _| {})?;
        for diagnostic in &result.diagnostics {
            talk::out(&talk::diagnostic(diagnostic, locale));
            if diagnostic.severity() == Severity::Error {
                ending = Ending::WithErrors;
            }
        }
        let attention = talk::summary(&result.diagnostics, locale);
        let labs = u32::try_from(result.edition.respondents().count()).unwrap_or(u32::MAX);
        let args = [
            ("year", year.to_string().into()),
            ("read", f64::from(u32::try_from(result.edition.files).unwrap_or(u32::MAX)).into()),
            ("labs", f64::from(labs).into()),
            ("attention", attention.into()),
        ];
        talk::err(&locale.with("cli-checked", &args));
    }
    Ok(ending)
}
