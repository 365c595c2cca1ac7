//! The sections of the report and their order, as data: `report.toml`, of the codebook or of a year.

use serde::Deserialize;
use toml::Spanned;

use super::{Bilingual, LineProblem, nearest};
use crate::error::CodebookReason;

/// The file of the layout, in the codebook's folder or in a year's.
pub const REPORT_FILE: &str = "report.toml";

/// Every section that the report knows how to build by itself.
pub const BUILT_IN: [&str; 22] = [
    "key-figures",
    "response",
    "questions",
    "maps",
    "series",
    "crossings",
    "nonresponse",
    "trends",
    "jumps",
    "revisions",
    "sessions",
    "projects",
    "academies",
    "support",
    "events",
    "commitments",
    "local-labs",
    "obstacles",
    "labs",
    "paths",
    "diagnostics",
    "reading",
];

/// The sections of a report, in order.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The file, relative to the year's folder, for messages.
    pub file: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One entry of the layout.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it shows.
    pub shows: Shows,
    /// Its title, in place of its own.
    pub title: Option<Bilingual>,
    /// Texts put before what it shows.
    pub before: Vec<String>,
    /// Texts put after it.
    pub after: Vec<String>,
    /// Whether its texts may be absent.
    pub optional: bool,
    /// 1-based line in the file.
    pub line: usize,
}

/// What an entry of the layout shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A section that the report builds by itself.
    BuiltIn(String),
    /// A question of the census.
    Question(String),
    /// A text of the team, as a section of its own.
    Narrative(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLayout {
    #[serde(default)]
    section: Vec<Spanned<RawEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    show: Option<Spanned<String>>,
    question: Option<Spanned<String>>,
    narrative: Option<Spanned<String>>,
    title: Option<Bilingual>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    optional: bool,
}

impl Layout {
    /// Parses a `report.toml`; `questions` are the ids that an entry may name.
    ///
    /// # Errors
    /// Bad syntax, an unknown section or question with the nearest one, a section shown twice; each with its line.
    pub fn parse(text: &str, file: &str, questions: &[&str]) -> Result<Self, LineProblem> {
        let raw: RawLayout =
            toml::from_str(text).map_err(|error| LineProblem::syntax(text, &error))?;
        let mut layout = Self { file: file.to_owned(), entries: Vec::new() };
        for entry in raw.section {
            let start = entry.span().start;
            let line = super::problem::line_of(text, start);
            let raw = entry.into_inner();
            let (shows, at) = shows(&raw, questions, text).map_err(|problem| LineProblem {
                line: problem.line.max(line),
                reason: problem.reason,
            })?;
            if layout.entries.iter().any(|other| other.shows == shows) {
                let id = shows.name().to_owned();
                return Err(LineProblem::at_offset(text, at, CodebookReason::DuplicateId { id }));
            }
            let RawEntry { title, before, after, optional, .. } = raw;
            let line = super::problem::line_of(text, at);
            layout.entries.push(Entry { shows, title, before, after, optional, line });
        }
        Ok(layout)
    }

    /// The texts that the layout names, each with the line that names it and whether it may be absent.
    pub fn texts(&self) -> impl Iterator<Item = (&str, usize, bool)> {
        self.entries.iter().flat_map(|entry| {
            let own = match &entry.shows {
                Shows::Narrative(name) => Some(name.as_str()),
                _ => None,
            };
            let around = entry.before.iter().chain(&entry.after).map(String::as_str);
            own.into_iter().chain(around).map(|name| (name, entry.line, entry.optional))
        })
    }
}

impl Shows {
    /// The name by which the layout calls it.
    pub fn name(&self) -> &str {
        match self {
            Self::BuiltIn(name) | Self::Question(name) | Self::Narrative(name) => name,
        }
    }
}

fn shows(raw: &RawEntry, questions: &[&str], text: &str) -> Result<(Shows, usize), LineProblem> {
    let known = |what, name: &Spanned<String>, known: &[&str]| {
        let id = name.get_ref();
        if known.contains(&id.as_str()) {
            return Ok((id.clone(), name.span().start));
        }
        let reason = match nearest(id, known.iter().copied()) {
            Some(near) => {
                CodebookReason::UnknownNear { what, id: id.clone(), near: near.to_owned() }
            }
            None => CodebookReason::UnknownId { what, id: id.clone() },
        };
        Err(LineProblem::at_offset(text, name.span().start, reason))
    };
    match (&raw.show, &raw.question, &raw.narrative) {
        (Some(name), None, None) => {
            let (name, at) = known("section", name, &BUILT_IN)?;
            Ok((Shows::BuiltIn(name), at))
        }
        (None, Some(name), None) => {
            let (name, at) = known("question", name, questions)?;
            Ok((Shows::Question(name), at))
        }
        (None, None, Some(name)) => {
            Ok((Shows::Narrative(name.get_ref().clone()), name.span().start))
        }
        _ => {
            let (what, value) = ("section", "show, question, narrative".to_owned());
            Err(LineProblem { line: 0, reason: CodebookReason::BadValue { what, value } })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> (usize, String) {
        let problem = Layout::parse(text, "report.toml", &["themes", "services"]).unwrap_err();
        (problem.line, problem.reason.to_string())
    }

    #[test]
    fn an_unknown_section_is_named_with_its_line_and_its_neighbour() {
        let (line, reason) =
            problem("[[section]]\nshow = \"labs\"\n\n[[section]]\nshow = \"sesions\"\n");
        assert_eq!(line, 5);
        assert!(reason.contains("sesions") && reason.contains("sessions"), "{reason}");
        let (line, reason) = problem("[[section]]\nquestion = \"theme\"\n");
        assert!(line == 2 && reason.contains("themes"), "{reason}");
    }

    #[test]
    fn an_entry_shows_one_thing_once() {
        assert_eq!(problem("\n[[section]]\noptional = true\n").0, 2);
        assert_eq!(problem("[[section]]\nshow = \"labs\"\n[[section]]\nshow = \"labs\"\n").0, 4);
        assert_eq!(problem("[[section]]\nshow = \"labs\"\ntitel = 1\n").0, 3);
    }
}
