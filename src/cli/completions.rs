//! `labcensus completions`: the completion script of a shell.
//!
//! The names of the figures are in it when the census can be read from here, so that `explain` completes them;
//! without a census the script completes the rest.

use clap::ArgMatches;
use clap::builder::PossibleValuesParser;
use clap_complete::{Shell, generate};

use super::{Ending, arguments, talk};
use crate::codebook::Codebook;
use crate::error::Result;
use crate::locale::Locale;
use crate::pipeline::{self, Editions, Places};

/// Prints the script.
#[expect(clippy::unnecessary_wraps, reason = "every command has the same shape")]
pub(super) fn run(places: &Places, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let mut script = Vec::new();
    let figures = figures(places).unwrap_or_default();
    let mut command = arguments::command(locale);
    if !figures.is_empty() {
        command = command.mut_subcommand("explain", |explain| {
            explain.mut_arg("figure", |arg| arg.value_parser(PossibleValuesParser::new(figures)))
        });
    }
    if let Some(shell) = matches.get_one::<Shell>("shell") {
        generate(*shell, &mut command, "labcensus", &mut script);
    }
    talk::out(&String::from_utf8_lossy(&script));
    Ok(Ending::Clean)
}

/// The names of every year's figures.
fn figures(places: &Places) -> Result<Vec<String>> {
    let years = places.years()?;
    let codebook = Codebook::read(&places.codebook())?;
    let mut editions = Editions::read(places, &years, &codebook, &|_, _| {})?;
    let mut names = Vec::new();
    for year in years {
        let Ok(series) = editions.series(year) else { continue };
        let registry = pipeline::compute_year(series, &codebook)?.registry;
        names.extend(registry.figures().map(|figure| figure.id.to_string()));
    }
    Ok(names)
}
