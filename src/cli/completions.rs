//! `labcensus completions`: the completion script of a shell.

use clap::ArgMatches;
use clap_complete::{Shell, generate};

use super::{Ending, arguments, talk};
use crate::error::Result;
use crate::locale::Locale;

/// Prints the script.
#[expect(clippy::unnecessary_wraps, reason = "every command has the same shape")]
pub(super) fn run(matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>("shell") {
        generate(*shell, &mut arguments::command(locale), "labcensus", &mut script);
    }
    talk::out(&String::from_utf8_lossy(&script));
    Ok(Ending::Clean)
}
