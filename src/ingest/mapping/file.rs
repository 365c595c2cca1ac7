//! The syntax of `mapping.toml`, each name checked against the codebook at its line.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::{MappedLayout, MappedOption, Mapping, SheetMapping};
use crate::codebook::{Codebook, nearest};
use crate::error::{CodebookReason, Error};
use crate::ingest::limits::{MOST_COLUMNS, MOST_ROWS};
use crate::ingest::table::{Origin, Separator};
use crate::model::QuestionId;

/// What is wrong at a line.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) line: usize,
    pub(super) reason: CodebookReason,
}

impl Problem {
    pub(super) fn of(self, path: &Path) -> Error {
        Error::Codebook { path: path.to_path_buf(), line: self.line, reason: self.reason }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMapping {
    #[serde(default)]
    sheet: Vec<Spanned<RawSheet>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSheet {
    file: String,
    sheet: Option<String>,
    #[serde(default)]
    skip: bool,
    layout: Option<Spanned<String>>,
    origin: Option<Spanned<String>>,
    #[serde(default)]
    header_rows: Vec<Spanned<u32>>,
    #[serde(default)]
    header_columns: Vec<Spanned<String>>,
    #[serde(default)]
    skip_rows: Vec<Spanned<String>>,
    #[serde(default)]
    skip_columns: Vec<Spanned<String>>,
    separator: Option<Spanned<String>>,
    #[serde(default)]
    columns: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    rows: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    options: BTreeMap<String, Spanned<String>>,
}

/// The separators that can be asked for.
const SEPARATORS: [&str; 12] =
    ["; ", ";", ", ", ",", " - ", "\n", " / ", "/", " | ", "|", " ", "\t"];
/// What stands for the text of « autre » in an option column.
const OTHER: [&str; 2] = ["other", "autre"];

/// Parses the file.
///
/// # Errors
/// Bad syntax, or a name that is not known, at its line.
pub(super) fn parse(text: &str, codebook: &Codebook) -> Result<Mapping, Problem> {
    let raw: RawMapping = toml::from_str(text).map_err(|error| Problem {
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        reason: CodebookReason::Syntax(error.message().to_owned()),
    })?;
    let checker = Checker { text, codebook };
    let sheets = raw.sheet.into_iter().map(|sheet| checker.sheet(sheet));
    Ok(Mapping { sheets: sheets.collect::<Result<_, _>>()? })
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

struct Checker<'c> {
    text: &'c str,
    codebook: &'c Codebook,
}

impl Checker<'_> {
    fn sheet(&self, raw: Spanned<RawSheet>) -> Result<SheetMapping, Problem> {
        let line = line_of(self.text, raw.span().start);
        let raw = raw.into_inner();
        let layout = |name: &Spanned<String>| match name.get_ref().as_str() {
            "fiche" => Ok(MappedLayout::Fiche),
            "rows" => Ok(MappedLayout::Rows),
            "columns" => Ok(MappedLayout::Columns),
            _ => Err(self.unknown("layout", name, ["fiche", "rows", "columns"])),
        };
        let layout = raw.layout.as_ref().map(layout).transpose()?;
        let turned = layout == Some(MappedLayout::Columns);
        self.check_keys(&raw, turned)?;
        // A sheet with a lab in each column is turned before it is read: its rows are then the columns.
        let headers = raw
            .header_rows
            .iter()
            .map(|row| self.row(&row.get_ref().to_string(), row.span().start));
        let turned_headers =
            raw.header_columns.iter().map(|name| self.column(name.get_ref(), name.span().start));
        let place = |name: &str, offset: usize| {
            if turned { self.row(name, offset) } else { self.column(name, offset) }
        };
        let columns = raw.columns.iter().chain(&raw.rows).map(|(name, question)| {
            Ok((place(name, question.span().start)?, self.question(question)?))
        });
        let options = raw
            .options
            .iter()
            .map(|(name, option)| Ok((place(name, option.span().start)?, self.option(option)?)));
        Ok(SheetMapping {
            line,
            file: raw.file,
            sheet: raw.sheet,
            skip: raw.skip,
            layout,
            origin: raw.origin.as_ref().map(|name| self.origin(name)).transpose()?,
            header_rows: headers.chain(turned_headers).collect::<Result<_, _>>()?,
            skip_rows: self.spans(&raw.skip_rows, row)?,
            skip_columns: self.spans(&raw.skip_columns, column)?,
            separator: raw.separator.as_ref().map(|text| self.separator(text)).transpose()?,
            columns: columns.collect::<Result<_, _>>()?,
            options: options.collect::<Result<_, _>>()?,
        })
    }

    /// What is said of columns holds for a lab per row, and what is said of rows for a lab per column.
    fn check_keys(&self, raw: &RawSheet, turned: bool) -> Result<(), Problem> {
        let first = |names: &BTreeMap<String, Spanned<String>>| {
            names.values().map(|name| name.span().start).min()
        };
        let (header_row, header_column) = (raw.header_rows.first(), raw.header_columns.first());
        let wrong = if turned {
            let header = header_row.map(|row| ("header_rows", row.span().start));
            header.or_else(|| first(&raw.columns).map(|offset| ("columns", offset)))
        } else {
            let header = header_column.map(|name| ("header_columns", name.span().start));
            header.or_else(|| first(&raw.rows).map(|offset| ("rows", offset)))
        };
        let what = if turned { "key-of-columns" } else { "key-of-rows" };
        wrong.map_or(Ok(()), |(key, offset)| Err(self.bad(what, offset, key)))
    }

    fn row(&self, text: &str, offset: usize) -> Result<u32, Problem> {
        row(text).ok_or_else(|| self.bad("row", offset, text))
    }

    fn at(&self, offset: usize, reason: CodebookReason) -> Problem {
        Problem { line: line_of(self.text, offset), reason }
    }

    fn bad(&self, what: &'static str, offset: usize, value: &str) -> Problem {
        self.at(offset, CodebookReason::BadValue { what, value: value.to_owned() })
    }

    fn unknown<'n>(
        &self,
        what: &'static str,
        name: &Spanned<String>,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Problem {
        let id = name.get_ref().clone();
        let reason = match nearest(&id, known) {
            Some(near) => CodebookReason::UnknownNear { what, near: near.to_owned(), id },
            None => CodebookReason::UnknownId { what, id },
        };
        self.at(name.span().start, reason)
    }

    fn origin(&self, name: &Spanned<String>) -> Result<Origin, Problem> {
        let known = Origin::ALL.iter().find(|origin| origin.as_str() == name.get_ref());
        known.copied().ok_or_else(|| {
            self.unknown("origin", name, Origin::ALL.iter().map(|origin| origin.as_str()))
        })
    }

    fn question(&self, name: &Spanned<String>) -> Result<QuestionId, Problem> {
        let questions = &self.codebook.questionnaire.questions;
        let known = questions.iter().find(|question| question.id.as_str() == name.get_ref());
        known.map(|question| question.id.clone()).ok_or_else(|| {
            self.unknown("question", name, questions.iter().map(|question| question.id.as_str()))
        })
    }

    /// `question/term`, or `question/other`.
    fn option(&self, text: &Spanned<String>) -> Result<MappedOption, Problem> {
        let (question, term) = text.get_ref().split_once('/').unwrap_or((text.get_ref(), ""));
        let part = |name: &str| Spanned::new(text.span(), name.to_owned());
        let question = self.question(&part(question))?;
        if OTHER.contains(&term) {
            return Ok(MappedOption { question, label: None });
        }
        let terms = self.codebook.vocabulary(&question).map(|vocabulary| &vocabulary.terms);
        let mut terms = terms.into_iter().flatten();
        let label = terms.clone().find(|known| known.id.as_str() == term);
        match label {
            Some(known) => Ok(MappedOption { question, label: Some(known.label.fr.clone()) }),
            None => {
                Err(self.unknown("term", &part(term), terms.by_ref().map(|term| term.id.as_str())))
            }
        }
    }

    fn separator(&self, text: &Spanned<String>) -> Result<Separator, Problem> {
        let known = SEPARATORS.iter().find(|known| *known == text.get_ref());
        known
            .map(|text| Separator { text, trailing: *text == ";", certain: true })
            .ok_or_else(|| self.bad("separator", text.span().start, text.get_ref()))
    }

    fn column(&self, name: &str, offset: usize) -> Result<u32, Problem> {
        column(name).ok_or_else(|| self.bad("column-name", offset, name))
    }

    /// `7`, `12-15`, `A`, `F-H`.
    fn spans(
        &self,
        spans: &[Spanned<String>],
        place: impl Fn(&str) -> Option<u32>,
    ) -> Result<Vec<(u32, u32)>, Problem> {
        let span = |span: &Spanned<String>| {
            let text = span.get_ref();
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let both = place(first.trim()).zip(place(last.trim()));
            both.filter(|(first, last)| first <= last)
                .ok_or_else(|| self.bad("span", span.span().start, text))
        };
        spans.iter().map(span).collect()
    }
}

/// The zero-based row of a number.
fn row(text: &str) -> Option<u32> {
    let row: u32 = text.parse().ok()?;
    (1..=MOST_ROWS).contains(&row).then(|| row - 1)
}

/// The zero-based column of a name such as `AB`.
fn column(name: &str) -> Option<u32> {
    let mut index = 0_u32;
    for letter in name.bytes() {
        if !letter.is_ascii_alphabetic() || name.len() > 3 {
            return None;
        }
        index = index * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    (1..=MOST_COLUMNS).contains(&index).then(|| index - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> (usize, String) {
        let codebook = Codebook::read(Path::new("")).unwrap();
        let problem = parse(text, &codebook).unwrap_err();
        (problem.line, problem.reason.to_string())
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_nearest_name() {
        let of = |line: &str| {
            problem(&format!("# un commentaire\n[[sheet]]\nfile = \"a.csv\"\n{line}\n"))
        };
        let (line, told) = of("columns = { C = \"theme\" }");
        assert!(line == 4 && told.contains("themes"), "{line} {told}");
        let (line, told) = of("options = { D = \"themes/sociale\" }");
        assert!(line == 4 && told.contains("social"), "{line} {told}");
        let (_, told) = of("origin = \"limesurvay\"");
        assert!(told.contains("limesurvey"), "{told}");
        assert_eq!(of("skip_rows = [\"7-3\"]").0, 4);
        assert_eq!(of("skip_columns = [\"A1\"]").0, 4);
        assert_eq!(of("header_rows = [0]").0, 4);
        assert_eq!(of("separator = \"+\"").0, 4);
        assert_eq!(of("colonnes = 3").0, 4);
        let (line, told) = of("layout = \"columns\"\nheader_rows = [2]");
        assert!(line == 5 && told.contains("header_rows"), "{line} {told}");
        let (line, told) = of("layout = \"columns\"\noptions = { D = \"themes/social\" }");
        assert!(line == 5 && told.contains("« D »"), "{line} {told}");
        let (line, told) = of("rows = { 3 = \"themes\" }");
        assert!(line == 4 && told.contains("rows"), "{line} {told}");
    }
}
