//! `labcensus new`: a census of one's own, ready to be sent out.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDate};
use clap::ArgMatches;

use super::{Ending, talk};
use crate::codebook::{BUNDLED, Codebook};
use crate::error::Result;
use crate::ingest::MAPPING_FILE;
use crate::input;
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::output;
use crate::pipeline::EDITION_FILE;
use crate::render::{self, Files, FilledRows};

/// Writes the codebook, a year's folder, an empty fiche and a README.
pub(super) fn run(matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let year = matches.get_one::<CensusYear>("year").copied().unwrap_or_else(this_year);
    let files = files(year, locale)?;
    output::create(&folder, &files)?;
    let place = input::join(&folder, &format!("surveys/{year}"));
    let args = [
        ("folder", folder.display().to_string().into()),
        ("place", place.display().to_string().into()),
    ];
    talk::err(&locale.with("cli-created", &args));
    Ok(Ending::Clean)
}

fn files(year: CensusYear, locale: &Locale) -> Result<Files> {
    let nowhere = Path::new("");
    let codebook = Codebook::read(nowhere)?;
    let args = [
        ("year", year.to_string().into()),
        ("next", (year.get() + 1).to_string().into()),
        ("file", EDITION_FILE.into()),
    ];
    let mut files: Files = BUNDLED
        .iter()
        .map(|(name, text)| (format!("surveys/codebook/{name}"), text.as_bytes().to_vec()))
        .collect();
    let year_folder = format!("surveys/{year}");
    let text = |key: &str| format!("{}\n", locale.with(key, &args)).into_bytes();
    files.insert("README.md".to_owned(), text("new-readme"));
    files.insert(format!("{year_folder}/{EDITION_FILE}"), text("new-edition"));
    files.insert(format!("{year_folder}/{MAPPING_FILE}"), text("new-mapping"));
    files.insert(
        format!("{year_folder}/{}.xlsx", locale.text("form-file")),
        render::form(&codebook, year, locale)?,
    );
    files.insert(
        format!("{year_folder}/{}", super::template::REGISTERS_FILE),
        render::template(&codebook, year, locale, &FilledRows::new())?,
    );
    files.insert(format!("{year_folder}/responses/.gitkeep"), Vec::new());
    Ok(files)
}

/// The year of [`today`].
pub(super) fn this_year() -> CensusYear {
    CensusYear::new(u16::try_from(today().year()).unwrap_or_default())
}

/// The one place where a clock is read: for the year of a new census and the day of a decision.
#[expect(clippy::disallowed_methods, reason = "only the default of an argument depends on it")]
pub(super) fn today() -> NaiveDate {
    DateTime::<chrono::Utc>::from(std::time::SystemTime::now()).date_naive()
}
