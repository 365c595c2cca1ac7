//! Talking to the terminal. A closed or full stream is not a reason to stop: the report is on disk.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::Ending;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::locale::Locale;
use crate::pipeline::{Editions, YearResult};

/// Prints a line of data.
pub(super) fn out(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{}", text.trim_end());
}

/// Prints a line of talk.
pub(super) fn err(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
}

/// Prints why the work could not be done.
pub(super) fn error(error: &Error, locale: &Locale) {
    err(&locale.with("cli-error", &[("message", locale.error(error).into())]));
}

/// Says which earlier editions could not be read and are missing from the trends.
pub(super) fn lost(editions: &Editions, locale: &Locale) -> Option<Ending> {
    let mut ending = None;
    for (year, lost) in editions.lost() {
        let message = locale.error(lost);
        let args = [("year", year.to_string().into()), ("message", message.into())];
        err(&locale.with("cli-edition-lost", &args));
        ending = Some(Ending::WithErrors);
    }
    ending
}

/// Prints a diagnostic: severity, place, sentence, then the advice on its own line.
pub(super) fn diagnostic(diagnostic: &Diagnostic, locale: &Locale) -> String {
    let place = diagnostic.origin.as_ref().map(|origin| format!("{origin} : ")).unwrap_or_default();
    let line =
        format!("{} {place}{}", locale.severity(diagnostic.severity()), locale.message(diagnostic));
    let hint = locale.hint(diagnostic);
    if hint.is_empty() { line } else { format!("{line}\n  → {hint}") }
}

/// How many diagnostics of each weight, in words.
pub(super) fn summary(diagnostics: &[Diagnostic], locale: &Locale) -> String {
    let count = |severity| diagnostics.iter().filter(|one| one.severity() == severity).count();
    let number = |severity| f64::from(u32::try_from(count(severity)).unwrap_or(u32::MAX));
    locale.with(
        "cli-attention",
        &[
            ("errors", number(Severity::Error).into()),
            ("warnings", number(Severity::Warning).into()),
        ],
    )
}

/// How many jumps are to be checked before a year is published; nothing when none is.
pub(super) fn unchecked(result: &YearResult, locale: &Locale) {
    let open = u32::try_from(result.publication.unchecked()).unwrap_or(u32::MAX);
    if open > 0 {
        let args =
            [("n", f64::from(open).into()), ("year", result.edition.year().to_string().into())];
        err(&locale.with("cli-unchecked", &args));
    }
}

/// A progress bar on a terminal, nothing otherwise.
pub(super) fn progress(label: String) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0).with_message(label);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}
