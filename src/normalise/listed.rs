//! Free text: whole cells, or one item a line for the « autre » questions.

use std::sync::Arc;

use super::guard::is_empty_answer;
use super::{Answer, Status, Value, answer};
use crate::ingest::{RawAnswer, RawPart};
use crate::model::Origin;

/// Bullets that people put before a line.
const BULLETS: [char; 16] =
    ['-', '–', '—', '•', '·', '*', '✓', '✔', '☑', '▪', '■', '►', '➢', '‣', '◦', '↳'];

/// One item a cell.
pub(super) fn cells(raw: &RawAnswer, sheet: &Origin) -> Vec<Answer> {
    raw.parts.iter().map(|part| item(raw, sheet, part, &part.text)).collect()
}

/// One item a line, without its bullet.
pub(super) fn lines(raw: &RawAnswer, sheet: &Origin) -> Vec<Answer> {
    let lines = raw.parts.iter().flat_map(|part| part.text.lines().map(move |line| (part, line)));
    lines
        .map(|(part, line)| (part, unbulleted(line)))
        .filter(|(_, line)| !line.is_empty())
        .map(|(part, line)| item(raw, sheet, part, line))
        .collect()
}

fn item(raw: &RawAnswer, sheet: &Origin, part: &RawPart, text: &str) -> Answer {
    let status = if is_empty_answer(text) { Status::Missing } else { Status::FreeText };
    let mut item =
        answer(&raw.question, Value::None, (text, status), ("text", ""), sheet.at(part.cell));
    if *item.text == *part.text {
        // The text of the sheet is held once.
        item.text = Arc::clone(&part.text);
    }
    item
}

fn unbulleted(line: &str) -> &str {
    let line = line.trim();
    let bare = line.trim_start_matches(BULLETS).trim_start();
    // « -10 % » is a number, not a bullet; a line of dashes is kept as written.
    let is_number = bare.len() != line.len()
        && bare.starts_with(|c: char| c.is_ascii_digit())
        && line.starts_with('-');
    if bare.is_empty() || (is_number && !line.starts_with("- ")) { line } else { bare }
}
