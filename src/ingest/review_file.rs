//! The review workbook as it comes back, from Excel or LibreOffice.
//!
//! Rows may have been sorted and columns moved: everything is found by the hidden names that the workbook carries.

use super::grid::{Sheet, Value};
use super::workbook;
use crate::model::{CellRef, CensusYear, QuestionId};

/// A review workbook, read.
#[derive(Clone, Debug)]
pub struct ReviewFile {
    /// The edition that it was made for.
    pub year: CensusYear,
    /// Who filled it, if they said so.
    pub by: String,
    /// Its rows, in order.
    pub rows: Vec<ReviewRow>,
}

/// A row of a review workbook.
#[derive(Clone, Debug)]
pub struct ReviewRow {
    /// The question.
    pub question: QuestionId,
    /// The key of the text.
    pub key: String,
    /// The text as written.
    pub text: String,
    /// The answers chosen, each with its cell.
    pub answers: Vec<(CellRef, String)>,
    /// What stands in the column « ajouter comme alias », with its cell.
    pub alias: Option<(CellRef, String)>,
    /// The note.
    pub note: String,
    /// Where the text stands.
    pub cell: CellRef,
}

/// Reads a review workbook by the mark in its first cell; `None` for any other file.
pub fn read_review(bytes: &[u8], mark: &str) -> Option<ReviewFile> {
    let sheets = workbook::open(bytes).ok()?.sheets;
    sheets.iter().find_map(|sheet| read_sheet(sheet, mark))
}

fn text_at(sheet: &Sheet, row: u32, column: u32) -> String {
    sheet.get(CellRef::new(row, column)).map(Value::text).unwrap_or_default()
}

fn read_sheet(sheet: &Sheet, mark: &str) -> Option<ReviewFile> {
    if text_at(sheet, 0, 0) != mark {
        return None;
    }
    let year = CensusYear::parse(&text_at(sheet, 0, 1))?;
    let rows: Vec<_> = sheet.rows().collect();
    let is_names = |row: &&Vec<(CellRef, &Value)>| {
        let names = ["question", "decision_key", "text"];
        names.iter().all(|name| row.iter().any(|(_, value)| value.text() == *name))
    };
    let names: Vec<(u32, String)> = rows
        .iter()
        .find(is_names)?
        .iter()
        .map(|(cell, value)| (cell.column, value.text()))
        .collect();
    let header = rows.iter().find(is_names)?.first()?.0.row;
    let by = rows.iter().find(|row| {
        row.first().is_some_and(|(cell, value)| cell.column == 0 && value.text() == "by")
    });
    let by = by.and_then(|row| Some(text_at(sheet, row.first()?.0.row, 3))).unwrap_or_default();
    let read = rows.iter().filter_map(|row| read_row(row, &names, header));
    Some(ReviewFile { year, by: by.trim().to_owned(), rows: read.collect() })
}

fn read_row(row: &[(CellRef, &Value)], names: &[(u32, String)], header: u32) -> Option<ReviewRow> {
    // The row below the hidden names is the header that people see.
    let first = row.first().filter(|(cell, _)| cell.row > header + 1)?;
    let named = |wanted: &str| -> Vec<(CellRef, String)> {
        names
            .iter()
            .filter(|(_, name)| name == wanted)
            .filter_map(|(column, _)| row.iter().find(|(cell, _)| cell.column == *column))
            .map(|(cell, value)| (*cell, value.text().trim().to_owned()))
            .collect()
    };
    let one = |wanted: &str| named(wanted).into_iter().next();
    let text = |wanted: &str| one(wanted).map(|(_, text)| text);
    Some(ReviewRow {
        question: QuestionId::from(text("question")?),
        key: text("decision_key")?,
        text: text("text").unwrap_or_default(),
        answers: named("answer"),
        alias: one("alias"),
        note: text("note").unwrap_or_default(),
        cell: one("text").map_or(first.0, |(cell, _)| cell),
    })
}
