//! The sentences of diagnostics and errors.

use fluent_bundle::FluentValue;

use super::{Arg, Locale};
use crate::diagnostic::{Diagnostic, MORE, Severity};
use crate::error::{CodebookReason, Error};

impl Locale {
    /// What a diagnostic says.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let facts = self.facts(diagnostic);
        let message = self.with(&format!("diagnostic-{}", diagnostic.code.as_str()), &facts);
        match diagnostic.facts.iter().find(|(name, _)| *name == MORE) {
            Some((_, count)) => {
                let count: f64 = count.parse().unwrap_or_default();
                let shown = self.number(count, 0);
                let more = [("n", count.into()), ("count", shown.into())];
                format!("{message} {}", self.with("diagnostic-and-more", &more))
            }
            None => message,
        }
    }

    /// What to do about a diagnostic; empty when nothing is to be done.
    pub fn hint(&self, diagnostic: &Diagnostic) -> String {
        self.find(&format!("diagnostic-{}.hint", diagnostic.code.as_str()), &self.facts(diagnostic))
            .unwrap_or_default()
    }

    /// The name of a severity.
    pub fn severity(&self, severity: Severity) -> String {
        self.text(&format!("severity-{}", severity.as_str()))
    }

    fn facts<'a>(&self, diagnostic: &'a Diagnostic) -> Vec<Arg<'a>> {
        let mut args: Vec<Arg<'a>> = diagnostic
            .facts
            .iter()
            .map(|(name, value)| {
                let written = self.find(&format!("fact-{name}-{value}"), &[]);
                let written = written.or_else(|| self.large_count(name, value));
                (*name, written.map_or_else(|| counted(value), FluentValue::from))
            })
            .collect();
        let origin = diagnostic.origin.as_ref();
        args.push((
            "file",
            origin.map_or_else(String::new, |origin| origin.file.to_string()).into(),
        ));
        args.push((
            "sheet",
            origin.map_or_else(String::new, |origin| origin.sheet.to_string()).into(),
        ));
        args.push(("text", FluentValue::from(shortened(&diagnostic.text))));
        args
    }

    /// A count that is read in groups of three digits, as the language writes it.
    fn large_count(&self, name: &str, value: &str) -> Option<String> {
        let counts = matches!(name, "count" | "rows" | "sheet_rows" | "length");
        let count = value.parse::<u32>().ok().filter(|count| counts && *count >= 10_000)?;
        Some(self.number(f64::from(count), 0))
    }

    /// What an error says, and what to do about it.
    pub fn error(&self, error: &Error) -> String {
        let path = |path: &std::path::Path| FluentValue::from(path.display().to_string());
        match error {
            Error::Read { path: at, source } => self
                .with("error-read", &[("path", path(at)), ("detail", source.to_string().into())]),
            Error::Write { path: at, source } => self
                .with("error-write", &[("path", path(at)), ("detail", source.to_string().into())]),
            Error::Locked { path: at, .. } => self.with("error-locked", &[("path", path(at))]),
            Error::Busy { path: at } => self.with("error-busy", &[("path", path(at))]),
            Error::Changed { path: at } => self.with("error-changed", &[("path", path(at))]),
            Error::Codebook { path: at, line, reason } => {
                let line = FluentValue::from(line.to_string());
                self.with(
                    "error-codebook",
                    &[("path", path(at)), ("line", line), ("reason", self.reason(reason).into())],
                )
            }
            Error::NoYear { path: at } => self.with("error-no-year", &[("path", path(at))]),
            Error::UnknownYear { path: at } => {
                self.with("error-unknown-year", &[("path", path(at))])
            }
            Error::NothingReadable { path: at } => {
                self.with("error-nothing-readable", &[("path", path(at))])
            }
            Error::NotReview { path: at } => self.with("error-not-review", &[("path", path(at))]),
            Error::Unapplied { path: at } => self.with("error-unapplied", &[("path", path(at))]),
            Error::Refused { path: at, count } => self
                .with("error-refused", &[("path", path(at)), ("count", count.to_string().into())]),
            Error::UnknownQuestion { question, nearest, known } => self.with(
                if nearest.is_empty() {
                    "error-unknown-question"
                } else {
                    "error-unknown-question-near"
                },
                &[
                    ("question", FluentValue::from(question.as_str())),
                    ("nearest", FluentValue::from(nearest.as_str())),
                    ("known", FluentValue::from(known.as_str())),
                ],
            ),
            Error::UnknownLab { lab, nearest } => self.with(
                if nearest.is_empty() { "error-unknown-lab" } else { "error-unknown-lab-near" },
                &[
                    ("lab", FluentValue::from(lab.as_str())),
                    ("nearest", FluentValue::from(nearest.as_str())),
                ],
            ),
            Error::UnknownFigure { figure, near, count } => self.with(
                if *count == 0 { "error-unknown-figure" } else { "error-which-figure" },
                &[
                    ("figure", FluentValue::from(figure.as_str())),
                    ("near", FluentValue::from(near.as_str())),
                ],
            ),
            Error::FileExists { path: at } => self.with("error-file-exists", &[("path", path(at))]),
            Error::TargetExists { path: at } => {
                self.with("error-target-exists", &[("path", path(at))])
            }
            Error::Render { what, detail } => self.with(
                "error-render",
                &[
                    ("what", FluentValue::from(what.as_str())),
                    ("detail", FluentValue::from(detail.as_str())),
                ],
            ),
        }
    }

    fn reason(&self, reason: &CodebookReason) -> String {
        let text = |text: &str| FluentValue::from(text.to_owned());
        match reason {
            CodebookReason::Syntax(detail) => {
                self.with("codebook-syntax", &[("detail", text(detail))])
            }
            CodebookReason::AliasTwice { alias, first, second } => self.with(
                "codebook-alias-twice",
                &[("alias", text(alias)), ("first", text(first)), ("second", text(second))],
            ),
            CodebookReason::DuplicateId { id } => {
                self.with("codebook-duplicate-id", &[("id", text(id))])
            }
            CodebookReason::UnknownId { what, id } => {
                let what = self.text(&format!("codebook-what-{}", what.replace(' ', "-")));
                self.with("codebook-unknown-id", &[("what", text(&what)), ("id", text(id))])
            }
            CodebookReason::UnknownNear { what, id, near } => {
                let what = self.text(&format!("codebook-what-{}", what.replace(' ', "-")));
                let args = [("what", text(&what)), ("id", text(id)), ("near", text(near))];
                self.with("codebook-unknown-near", &args)
            }
            CodebookReason::OverlappingValidity { code, other } => self.with(
                "codebook-overlap",
                &[("code", text(code)), ("other", text(&other.to_string()))],
            ),
            CodebookReason::DecidedTwice { text: decided, first } => self.with(
                "codebook-decided-twice",
                &[("text", text(&shortened(decided))), ("first", text(&first.to_string()))],
            ),
            CodebookReason::BadValue { what, value } => {
                let what = self.text(&format!("codebook-what-{}", what.replace(' ', "-")));
                self.with("codebook-bad-value", &[("what", text(&what)), ("value", text(value))])
            }
        }
    }
}

/// A quotation on one line, cut at a word: the whole text is in the diagnostics' own column.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let kept: String = line.chars().take(LONGEST).collect();
    let words = kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words);
    format!("{words} …")
}

/// A whole number as one, so that its message can choose a plural; « 01 » and « 1er » stay words.
fn counted(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}
