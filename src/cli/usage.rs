//! Wrong usage, explained in the language of the user.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use fluent_bundle::FluentValue;

use super::talk;
use crate::locale::Locale;

/// Prints help, version or what is wrong with the arguments, and gives the exit code.
pub(super) fn explain(error: &clap::Error, locale: &Locale) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        talk::out(&error.render().to_string());
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        talk::err(&error.render().to_string());
        return ExitCode::from(2);
    }
    talk::err(&message(error, locale));
    ExitCode::from(2)
}

fn message(error: &clap::Error, locale: &Locale) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "usage-invalid-command",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::MissingSubcommand => "usage-missing-command",
        _ => "usage-other",
    };
    let suggestion =
        [context(ContextKind::SuggestedSubcommand), context(ContextKind::SuggestedArg)].concat();
    let hint = if suggestion.is_empty() {
        locale.text("usage-help")
    } else {
        locale.with("usage-suggestion", &[("suggestion", suggestion.into())])
    };
    let command = context(ContextKind::InvalidSubcommand);
    let args = [
        ("command", FluentValue::from(command)),
        ("argument", FluentValue::from(context(ContextKind::InvalidArg))),
        ("value", FluentValue::from(context(ContextKind::InvalidValue))),
    ];
    format!("{}\n  {hint}", locale.with(key, &args))
}
