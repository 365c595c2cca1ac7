//! The command line: arguments, progress, messages and exit codes.
//!
//! Exit codes: 0 clean; 1 done, with errors to look at; 2 wrong usage, or nothing could be done.

mod arguments;
mod check;
mod classify;
mod compare;
mod completions;
mod explain;
mod inspect;
mod new;
mod proofs;
mod publish;
mod review;
mod run;
mod talk;
mod template;
mod usage;
mod watch;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::diagnostic::{Diagnostic, Severity};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::pipeline::{Audience, Places};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Nothing to look at.
    Clean,
    /// Done, with errors to look at.
    WithErrors,
}

impl Ending {
    /// How a year ends, by the weight of what was noticed.
    fn of(diagnostics: &[Diagnostic]) -> Self {
        let errors = diagnostics.iter().any(|one| one.severity() == Severity::Error);
        if errors { Self::WithErrors } else { Self::Clean }
    }
}

/// Runs the command and gives its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = arguments::ordered(args.into_iter().collect());
    let locale = Locale::new(arguments::language(&args));
    let matches = match arguments::command(&locale).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, &locale),
    };
    match dispatch(&matches, &locale) {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::WithErrors) => ExitCode::from(1),
        Err(error) => {
            talk::error(&error, &locale);
            ExitCode::from(2)
        }
    }
}

fn dispatch(matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    match matches.subcommand() {
        Some(("run", matches)) => {
            run::run(&places(matches), &years(matches, &places(matches))?, matches, locale)
        }
        Some(("watch", matches)) => watch::run(&places(matches), matches, locale),
        Some(("check", matches)) => {
            check::run(&places(matches), &years(matches, &places(matches))?, locale)
        }
        Some(("review", matches)) => {
            let places = places(matches);
            // A workbook that comes back names its own year.
            let returned = matches.contains_id("apply");
            let years = if returned { Vec::new() } else { years(matches, &places)? };
            review::run(&places, &years, matches, locale)
        }
        Some(("proofs", matches)) => {
            proofs::run(&places(matches), &years(matches, &places(matches))?, locale)
        }
        Some(("publish", matches)) => {
            publish::run(&places(matches), &years(matches, &places(matches))?, matches, locale)
        }
        Some(("classify", matches)) => classify::run(&places(matches), matches, locale),
        Some(("compare", matches)) => compare::run(&places(matches), matches, locale),
        Some(("explain", matches)) => explain::run(&places(matches), matches, locale),
        Some(("inspect", matches)) => inspect::run(matches, locale),
        Some(("new", matches)) => new::run(matches, locale),
        Some(("completions", matches)) => completions::run(&places(matches), matches, locale),
        Some(("template", matches)) => template::run(&places(matches), matches, locale),
        _ => Ok(Ending::Clean),
    }
}

/// Works on each year; one that cannot be done is said, and costs only itself.
///
/// # Errors
/// The last error, when no year could be done.
fn each_year(
    years: &[CensusYear],
    locale: &Locale,
    mut work: impl FnMut(CensusYear) -> Result<Ending>,
) -> Result<Ending> {
    let mut ending = Ending::Clean;
    let mut failed = Vec::new();
    for year in years {
        match work(*year) {
            Ok(Ending::Clean) => {}
            Ok(Ending::WithErrors) => ending = Ending::WithErrors,
            Err(error) => failed.push(error),
        }
    }
    let last = if failed.len() == years.len() { failed.pop() } else { None };
    for error in &failed {
        talk::error(error, locale);
        ending = Ending::WithErrors;
    }
    last.map_or(Ok(ending), Err)
}

fn places(matches: &ArgMatches) -> Places {
    let path = |name| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let reports = matches.try_get_one::<PathBuf>("reports").ok().flatten().cloned();
    Places {
        surveys: path("surveys"),
        reports: reports.unwrap_or_default(),
        audience: Audience::Public,
    }
}

/// The years asked for, or all that have a folder.
fn years(matches: &ArgMatches, places: &Places) -> Result<Vec<CensusYear>> {
    let mut asked: Vec<CensusYear> =
        matches.get_many::<CensusYear>("year").into_iter().flatten().copied().collect();
    let mut once = BTreeSet::new();
    asked.retain(|year| once.insert(*year));
    if asked.is_empty() {
        return places.years();
    }
    for year in &asked {
        let path = places.surveys.join(year.to_string());
        if !path.is_dir() {
            return Err(Error::UnknownYear { path });
        }
    }
    Ok(asked)
}
