//! What some format cannot show as it was written: where it stands, what the reader sees, where the whole of it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::narrative::FOLDER;
use crate::census::{Edition, Lab};
use crate::chart;
use crate::diagnostic::{Code, Diagnostic, Tally};
use crate::model::{Origin, QuestionId};
use crate::normalise::Answer;

/// UTF-16 units from which a text may not fit a cell of the workbook with the words that stand around it: Excel's
/// own limit is 32,767.
const NEARLY_A_CELL: usize = 32_000;
/// Characters that a remark names.
const MOST_NAMED: usize = 5;

/// Finds them in the answers, the registers and the team's own texts.
///
/// The answers of a large edition are printed nowhere in its PDF, so that their characters are not looked at.
///
/// *Diagnostics*: `text-too-long`, `glyph-missing`.
pub fn check(edition: &Edition) -> Vec<Diagnostic> {
    let mut found = Found::default();
    for lab in edition.respondents() {
        found.answers(lab, !edition.is_large());
    }
    for (register, rows) in edition.activity.tables() {
        for (column, cell) in rows.iter().flat_map(|row| &row.cells) {
            let question = QuestionId::from(format!("{register}.{column}"));
            let place = Place { origin: &cell.origin, question: Some(&question), table: register };
            found.length(&place, units(&cell.text));
            found.characters(&place, &cell.text);
        }
    }
    for (file, text) in &edition.narrative {
        let origin = Origin::file(&format!("{FOLDER}/{file}"));
        let place = Place { origin: &origin, question: None, table: "none" };
        let longest = text.split("\n\n").map(units).max().unwrap_or(0);
        found.length(&place, longest);
        found.characters(&place, text);
    }
    found.0.finish()
}

/// Where a text stands, and the published table that holds it whole.
struct Place<'a> {
    origin: &'a Origin,
    question: Option<&'a QuestionId>,
    table: &'a str,
}

#[derive(Default)]
struct Found(Tally);

impl Found {
    /// The answers of a lab; those to one question may share a cell.
    fn answers(&mut self, lab: &Lab, characters: bool) {
        // Bytes are at least as many as units: what is short need not be counted twice.
        let bytes = |answer: &Answer| answer.text.len() + 1;
        let others = |text: &Arc<str>| characters && !chart::shown_otherwise(text).is_empty();
        let long = lab.answers.said().map(bytes).sum::<usize>() > NEARLY_A_CELL;
        if !long && !lab.answers.said().any(|answer| others(&answer.text)) {
            return;
        }
        let mut lengths: BTreeMap<&QuestionId, usize> = BTreeMap::new();
        for answer in lab.answers.said().filter(|_| long) {
            *lengths.entry(&answer.question).or_default() += bytes(answer);
        }
        for (question, _) in lengths.into_iter().filter(|(_, length)| *length > NEARLY_A_CELL) {
            let length = lab.answers_to(question).map(|answer| units(&answer.text) + 1).sum();
            let Some(first) = lab.answers_to(question).next() else { continue };
            let place = Place { origin: &first.origin, question: Some(question), table: "answers" };
            self.length(&place, length);
        }
        for answer in lab.answers.iter().filter(|answer| others(&answer.text)) {
            let question = Some(&answer.question);
            let place = Place { origin: &answer.origin, question, table: "answers" };
            self.characters(&place, &answer.text);
        }
    }

    fn length(&mut self, place: &Place<'_>, length: usize) {
        if length > NEARLY_A_CELL {
            self.add(Code::TextTooLong, place, |remark| {
                remark.fact("length", length).fact("table", place.table)
            });
        }
    }

    fn characters(&mut self, place: &Place<'_>, text: &str) {
        let others = chart::shown_otherwise(text);
        if others.is_empty() {
            return;
        }
        let named: Vec<String> = others.iter().take(MOST_NAMED).map(named).collect();
        let more = if others.len() > MOST_NAMED { ", …" } else { "" };
        self.add(Code::GlyphMissing, place, |remark| {
            remark
                .fact("count", others.len())
                .fact("shown", named.join(", ") + more)
                .fact("table", place.table)
        });
    }

    fn add(&mut self, code: Code, place: &Place<'_>, with: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.0.add((code, &place.origin.file, place.question), || {
            let remark = Diagnostic::new(code).at(place.origin.clone());
            with(match place.question {
                Some(question) => remark.about(question),
                None => remark,
            })
        });
    }
}

fn units(text: &str) -> usize {
    // Never less than a quarter of the bytes, never more than all of them.
    if text.len() < NEARLY_A_CELL { text.len() } else { text.encode_utf16().count() }
}

/// A character with its number, which stays when the character itself cannot be shown here either, and what stands
/// for it.
fn named((character, shown): (&char, &String)) -> String {
    let hidden = chart::shown_otherwise(&character.to_string()).is_empty()
        || character.is_control()
        || matches!(character, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}');
    let number = format!("U+{:04X}", u32::from(*character));
    if hidden {
        format!("{number} → {shown}")
    } else {
        format!("{character} ({number}) → {shown}")
    }
}
