//! `labcensus inspect`: what the reader understands of a file, without any codebook.

use std::fmt::Write;
use std::path::PathBuf;

use clap::ArgMatches;
use serde::Serialize;

use super::{Ending, talk};
use crate::error::{Error, Result};
use crate::ingest::table::{RecordState, Table, TableQuestion};
use crate::ingest::{InspectedSheet, Inspection, inspect};
use crate::locale::{Arg, Locale};
use crate::model::CellRef;

/// Prints what is in each file, as text or as JSON; several files make a JSON list.
pub(super) fn run(matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let paths: Vec<PathBuf> =
        matches.get_many::<PathBuf>("file").into_iter().flatten().cloned().collect();
    let mut looked_at = Vec::new();
    for path in &paths {
        let bytes = std::fs::read(path).map_err(|source| Error::reading(path, source))?;
        looked_at.push(inspect(&path.display().to_string(), &bytes));
    }
    if matches.get_flag("json") {
        let files: Vec<File<'_>> = looked_at.iter().map(|one| File::of(one, locale)).collect();
        let json = match files.as_slice() {
            [only] => serde_json::to_string_pretty(only),
            several => serde_json::to_string_pretty(several),
        };
        talk::out(&json.unwrap_or_default());
    } else {
        for one in &looked_at {
            talk::out(&told(one, locale));
        }
    }
    let refused = looked_at.iter().any(|one| one.sheets.is_err());
    Ok(if refused { Ending::WithErrors } else { Ending::Clean })
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "file")]
    name: &'a str,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Refused>,
    sheets: Vec<Sheet<'a>>,
}

#[derive(Serialize)]
struct Refused {
    code: &'static str,
    message: String,
    hint: String,
}

#[derive(Serialize)]
struct Sheet<'a> {
    name: &'a str,
    origin: &'static str,
    reasons: &'a [&'static str],
    hidden: bool,
    cells: usize,
    header_rows: Vec<u32>,
    records: usize,
    incomplete: usize,
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    title: &'a str,
    kind: &'static str,
    columns: Vec<String>,
    answered: usize,
    options: Vec<Choice<'a>>,
    other: usize,
}

#[derive(Serialize)]
struct Choice<'a> {
    label: &'a str,
    count: usize,
}

impl<'a> File<'a> {
    fn of(one: &'a Inspection, locale: &Locale) -> Self {
        let error = one.sheets.as_ref().err().map(|remark| Refused {
            code: remark.code.as_str(),
            message: locale.message(remark),
            hint: locale.hint(remark),
        });
        let sheets = one.sheets.as_ref().map(|sheets| sheets.iter().map(Sheet::of).collect());
        Self {
            name: &one.name,
            sha256: one.sha256.to_string(),
            error,
            sheets: sheets.unwrap_or_default(),
        }
    }
}

impl<'a> Sheet<'a> {
    fn of(sheet: &'a InspectedSheet) -> Self {
        let table = sheet.table.as_deref();
        Self {
            name: &sheet.name,
            origin: table.map_or("form", |table| table.origin.as_str()),
            reasons: table.map(|table| table.reasons.as_slice()).unwrap_or_default(),
            hidden: sheet.hidden,
            cells: sheet.cells,
            header_rows: table
                .into_iter()
                .flat_map(|table| &table.header_rows)
                .map(|row| row + 1)
                .collect(),
            records: table.map_or(0, |table| table.records.len()),
            incomplete: table.map_or(0, incomplete),
            questions: table
                .into_iter()
                .flat_map(|table| &table.questions)
                .map(Question::of)
                .collect(),
        }
    }
}

impl<'a> Question<'a> {
    fn of(question: &'a TableQuestion) -> Self {
        let choice = |(label, count): &'a (String, usize)| Choice { label, count: *count };
        Self {
            title: &question.title,
            kind: question.kind.as_str(),
            columns: question.columns.iter().map(|column| letters(column.index)).collect(),
            answered: question.answered,
            options: question.options.iter().map(choice).collect(),
            other: question.other,
        }
    }
}

fn incomplete(table: &Table) -> usize {
    table.records.iter().filter(|record| record.state == RecordState::Incomplete).count()
}

/// A column's name, such as `AB`.
fn letters(index: u32) -> String {
    CellRef::new(0, index).to_string().trim_end_matches('1').to_owned()
}

/// A file in words.
fn told(one: &Inspection, locale: &Locale) -> String {
    let mut text = format!("{}\n  SHA-256 {}\n", one.name, one.sha256);
    match &one.sheets {
        Ok(sheets) => {
            for sheet in sheets {
                text.push('\n');
                text.push_str(&sheet_told(sheet, locale));
            }
        }
        Err(remark) => text.push_str(&talk::diagnostic(remark, locale)),
    }
    text.push('\n');
    text
}

fn sheet_told(sheet: &InspectedSheet, locale: &Locale) -> String {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX)).into();
    let name =
        if sheet.name.is_empty() { locale.text("inspect-no-sheet") } else { sheet.name.clone() };
    let Some(table) = &sheet.table else {
        let args = [("sheet", name.into()), ("cells", number(sheet.cells))];
        return format!("{}\n", locale.with("inspect-form", &args));
    };
    let reasons: Vec<String> = table
        .reasons
        .iter()
        .map(|reason| locale.text(&format!("inspect-reason-{reason}")))
        .collect();
    let rows: Vec<String> = table.header_rows.iter().map(|row| (row + 1).to_string()).collect();
    let args: [Arg<'_>; 7] = [
        ("sheet", name.into()),
        ("origin", locale.text(&format!("inspect-origin-{}", table.origin.as_str())).into()),
        ("reasons", reasons.join(", ").into()),
        ("lines", number(rows.len())),
        ("rows", rows.join(", ").into()),
        ("records", number(table.records.len())),
        ("incomplete", number(incomplete(table))),
    ];
    let mut text = format!("{}\n", locale.with("inspect-table", &args));
    for question in &table.questions {
        text.push_str(&question_told(question, locale));
    }
    text
}

fn question_told(question: &TableQuestion, locale: &Locale) -> String {
    let columns: Vec<String> =
        question.columns.iter().map(|column| letters(column.index)).collect();
    let place = match columns.as_slice() {
        [first, .., last] => format!("{first}–{last}"),
        other => other.concat(),
    };
    let kind = locale.text(&format!("inspect-kind-{}", question.kind.as_str()));
    let title = if question.title.is_empty() {
        locale.text("inspect-no-title")
    } else {
        question.title.clone()
    };
    let mut text = format!("  {place:<7} {kind:<18} {:>6}  {title}\n", question.answered);
    for (label, count) in &question.options {
        let _ = writeln!(text, "  {:<26} {count:>6}  · {label}", "");
    }
    if question.other > 0 {
        let _ = writeln!(
            text,
            "  {:<26} {:>6}  · {}",
            "",
            question.other,
            locale.text("inspect-other")
        );
    }
    text
}
