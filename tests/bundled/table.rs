//! A table of answers as an online form exports it: one record per row, in the layout of its tool.
//!
//! `labs-<year>.toml` holds what each respondent chose and typed; how a tool spreads or joins it is decided here.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::Path;

use csv::{Terminator, WriterBuilder};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde::Deserialize;

/// An exported table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// File name.
    pub(crate) file: String,
    /// The tool that exports it.
    tool: Tool,
    /// The questions, in the order of the form.
    #[serde(rename = "question")]
    questions: Vec<Question>,
    /// The answers, in the order in which they came.
    #[serde(rename = "record")]
    records: Vec<Record>,
}

/// A tool, hence a layout.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Tool {
    /// Comma-separated, several answers joined by « , ».
    GoogleForms,
    /// Semicolons, one column per option with Oui or Non, ISO dates; an unfinished answer has no date.
    Limesurvey,
    /// A workbook, each of several answers followed by « ; ».
    MicrosoftForms,
}

/// A question as the form puts it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    /// Name of its answers in the records.
    id: String,
    /// Its wording.
    title: String,
    /// The options of a question with several answers.
    #[serde(default)]
    options: Vec<String>,
}

/// What one respondent sent.
#[derive(Deserialize)]
struct Record {
    /// When, such as `2021-11-18 09:12:45`; empty when it was never sent.
    sent: String,
    /// The answers by question.
    #[serde(flatten)]
    answers: BTreeMap<String, Answer>,
}

/// What was chosen or typed.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    /// One text.
    One(String),
    /// The options ticked, then any text typed under « autre ».
    Several(Vec<String>),
}

impl Record {
    fn one(&self, question: &Question) -> &str {
        match self.answers.get(&question.id) {
            Some(Answer::One(text)) => text,
            _ => "",
        }
    }

    fn several(&self, question: &Question) -> &[String] {
        match self.answers.get(&question.id) {
            Some(Answer::Several(texts)) => texts,
            _ => &[],
        }
    }
}

/// Writes the table to `path`.
///
/// # Errors
///
/// When a date is none, a record answers a question that was not asked, or the file cannot be written.
pub(crate) fn write(table: &Table, path: &Path) -> Result<(), Box<dyn Error>> {
    for record in &table.records {
        let asked = |id: &&String| table.questions.iter().any(|question| question.id == **id);
        if let Some(id) = record.answers.keys().find(|id| !asked(id)) {
            return Err(format!("no question {id}").into());
        }
    }
    let bytes = match table.tool {
        Tool::GoogleForms => google_forms(table)?,
        Tool::Limesurvey => limesurvey(table)?,
        Tool::MicrosoftForms => microsoft_forms(table)?,
    };
    File::create(path)?.write_all(&bytes)?;
    Ok(())
}

fn google_forms(table: &Table) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let titles = table.questions.iter().map(|question| question.title.as_str());
    writer.write_record(std::iter::once("Horodateur").chain(titles))?;
    for record in &table.records {
        let (day, hour) = record.sent.split_once(' ').ok_or("no date")?;
        let day: Vec<&str> = day.rsplit('-').collect();
        let mut row = vec![format!("{} {hour}", day.join("/"))];
        for question in &table.questions {
            let joined = record.several(question).join(", ");
            row.push(if question.options.is_empty() {
                record.one(question).to_owned()
            } else {
                joined
            });
        }
        writer.write_record(row)?;
    }
    Ok(writer.into_inner()?)
}

fn limesurvey(table: &Table) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".into());
    let mut header: Vec<String> =
        ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ"]
            .map(str::to_owned)
            .to_vec();
    for question in &table.questions {
        if question.options.is_empty() {
            header.push(question.title.clone());
            continue;
        }
        let options = question.options.iter().map(String::as_str).chain(["Autre"]);
        header.extend(options.map(|option| format!("{} [{option}]", question.title)));
    }
    writer.write_record(&header)?;
    for (number, record) in (1..).zip(&table.records) {
        let page = if record.sent.is_empty() { "1" } else { "3" };
        let mut row = vec![format!("{number}"), record.sent.clone(), page.into(), "fr".into()];
        for question in &table.questions {
            if question.options.is_empty() {
                row.push(record.one(question).to_owned());
                continue;
            }
            let chosen = record.several(question);
            let ticked = |option| if chosen.contains(option) { "Oui" } else { "Non" };
            let shown = |option| if chosen.is_empty() { "N/A" } else { ticked(option) };
            row.extend(question.options.iter().map(|option| shown(option).to_owned()));
            let typed = chosen.iter().filter(|text| !question.options.contains(text));
            row.push(typed.map(String::as_str).collect::<Vec<_>>().join(" "));
        }
        writer.write_record(&row)?;
    }
    Ok(writer.into_inner()?)
}

fn microsoft_forms(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::parse_from_str("2022-12-09T12:00:00")?;
    workbook.set_properties(
        &DocProperties::new()
            .set_author("labcensus")
            .set_comment("Recensement d'exemple : réponses inventées.")
            .set_creation_datetime(&created),
    );
    let sheet = workbook.add_worksheet();
    let moment = Format::new().set_num_format("m/d/yy h:mm:ss");
    let own = ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"];
    let titles = table.questions.iter().map(|question| question.title.as_str());
    for (column, title) in (0..).zip(own.into_iter().chain(titles)) {
        sheet.write(0, column, title)?;
    }
    for (row, record) in (1..).zip(&table.records) {
        let sent = ExcelDateTime::parse_from_str(&record.sent.replace(' ', "T"))?;
        sheet.write(row, 0, row)?;
        sheet.write_with_format(row, 1, &sent, &moment)?;
        sheet.write_with_format(row, 2, &sent, &moment)?;
        sheet.write(row, 3, "anonymous")?;
        for (column, question) in (5..).zip(&table.questions) {
            let mut joined = record.several(question).join(";");
            if !joined.is_empty() {
                joined.push(';');
            }
            let text = if question.options.is_empty() { record.one(question) } else { &joined };
            if !text.is_empty() {
                sheet.write(row, column, text)?;
            }
        }
    }
    workbook.save_to_buffer()
}
