//! `labcensus template`: the workbook in which the registers of a year are kept.

use clap::ArgMatches;

use super::{Ending, new, talk};
use crate::codebook::Codebook;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::output;
use crate::pipeline::Places;
use crate::render::{self, FilledRows};

/// The registers of a year, beside its responses.
pub(super) const REGISTERS_FILE: &str = "activity.xlsx";

/// Writes the template where it is looked for; a file that is there is never touched.
pub(super) fn run(places: &Places, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let year = matches.get_one::<CensusYear>("year").copied().unwrap_or_else(new::this_year);
    let codebook = Codebook::read(&places.codebook())?;
    let path = places.surveys.join(year.to_string()).join(REGISTERS_FILE);
    if path.exists() {
        return Err(Error::FileExists { path });
    }
    let bytes = render::template(&codebook, year, locale, &FilledRows::new())?;
    output::replace_file(&path, &bytes)?;
    let args = [("path", path.display().to_string().into())];
    talk::err(&locale.with("cli-template-written", &args));
    Ok(Ending::Clean)
}
