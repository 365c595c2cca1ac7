//! The segments of a cell put together: wrapped lines joined, remarks attached to the option before them.
//!
//! Where lines carry bullets, a line without one goes on with the option above it; a sub-bullet (« ↳ ») always
//! does. Such a remark is kept whole and is never an option; when it denies or puts off, the option is asked.

use super::segment::{Reading, SegmentReader, Signs};
use super::{Decisions, ReviewReason, Verdict, wrapped};
use crate::codebook::keys::{stem, words};
use crate::codebook::negation::{is_hedge, is_negation};
use crate::normalise::split::{self, Mark, Place, Segment};

/// Longest text that wrapped lines are joined to, in bytes.
const LONGEST_JOIN: usize = 1_000;
/// From this many words a remark is a sentence of its own and may hold a « ne … pas » about something else.
const SENTENCE: usize = 12;
/// Words by which a remark points back at the option above it.
const POINTING_BACK: [&str; 7] = ["encore", "cette", "cet", "ce", "ces", "ceci", "cela"];

/// A segment while the cell is being read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// What it was read as.
    pub(super) reading: Reading,
    /// What was added below it.
    pub(super) note: Option<String>,
    /// What stands below that may take it back.
    pub(super) doubted: Option<ReviewReason>,
    /// Its text with the lines that follow it, for joining.
    pub(super) whole: String,
    /// Where it began.
    pub(super) place: Place,
}

/// Reads the segments of a cell.
pub(super) fn drafts(text: &str, reader: &SegmentReader, decisions: &Decisions<'_>) -> Vec<Draft> {
    let segments = split::segments(text);
    let bulleted = segments
        .iter()
        .any(|segment| segment.mark != Mark::None && segment.place == Place::LineStart);
    let mut cell = Cell {
        reader,
        decisions,
        bulleted,
        heading: None,
        in_note: false,
        has_option: false,
        drafts: Vec::new(),
    };
    for segment in &segments {
        cell.add(segment);
    }
    let mut drafts = cell.finish();
    if !bulleted {
        wrapped::doubt_phrases(&mut drafts, reader);
    }
    drafts
}

struct Cell<'a> {
    reader: &'a SegmentReader,
    decisions: &'a Decisions<'a>,
    bulleted: bool,
    /// A heading that waits for the option below it.
    heading: Option<String>,
    /// Whether the line that is being read is a remark.
    in_note: bool,
    /// Whether a segment above is not itself a sub-bullet.
    has_option: bool,
    drafts: Vec<Draft>,
}

impl Cell<'_> {
    fn add(&mut self, segment: &Segment<'_>) {
        let mut reading = self.reader.read(segment.text, self.decisions);
        let resolved = reading.signs == Signs::Resolved;
        let within_note =
            self.in_note && segment.place == Place::MidLine && segment.mark == Mark::None;
        if within_note && !resolved {
            return self.note(segment.text);
        }
        self.in_note = false;
        if segment.mark == Mark::SubBullet && self.has_option {
            if !resolved {
                self.in_note = true;
                return self.note(segment.text);
            }
            let verdict = self.reader.review(segment.text, ReviewReason::SubBullet);
            reading.parts = vec![(segment.text.to_owned(), verdict)];
        }
        let goes_on = segment.mark == Mark::None && segment.place == Place::LineStart && !resolved;
        if goes_on && (self.join(segment.text) || self.go_on(segment.text)) {
            return;
        }
        if reading.signs == Signs::Heading {
            self.heading = Some(segment.text.to_owned());
            return;
        }
        if reading.signs == Signs::PutsOff && segment.mark == Mark::None {
            reading.signs = Signs::Blocks;
        }
        // In a bulleted cell, an unresolved line above the first bullet is a heading, colon or not.
        if goes_on && self.bulleted && self.drafts.is_empty() {
            reading.signs = Signs::Blocks;
        }
        self.has_option |= segment.mark != Mark::SubBullet;
        let note = self.heading.take();
        self.drafts.push(Draft {
            reading,
            note,
            doubted: None,
            whole: segment.text.to_owned(),
            place: segment.place,
        });
    }

    /// Joins a wrapped line to the segment above it, when both together mean an option.
    fn join(&mut self, line: &str) -> bool {
        let Some(last) = self.drafts.last_mut() else { return false };
        if last.whole.len() + line.len() > LONGEST_JOIN {
            return false;
        }
        let whole = format!("{} {line}", last.whole);
        let reading = self.reader.read(&whole, self.decisions);
        let fits = last.reading.signs != Signs::Resolved || terms(&last.reading) == terms(&reading);
        if reading.signs != Signs::Resolved || !fits {
            return false;
        }
        last.reading = reading;
        last.whole = whole;
        true
    }

    /// Keeps a line without bullet as a remark on the bulleted segment above it.
    fn go_on(&mut self, line: &str) -> bool {
        if !self.bulleted || self.drafts.is_empty() {
            return false;
        }
        if let Some(last) = self.drafts.last_mut()
            && last.whole.len() + line.len() <= LONGEST_JOIN
        {
            last.whole.push(' ');
            last.whole.push_str(line);
        }
        self.note(line);
        true
    }

    fn note(&mut self, remark: &str) {
        let Some(last) = self.drafts.last_mut() else { return };
        let note = last.note.get_or_insert_default();
        if !note.is_empty() {
            note.push('\n');
        }
        note.push_str(remark);
        if takes_back(remark) {
            last.doubted = Some(ReviewReason::Negation);
        }
    }

    fn finish(mut self) -> Vec<Draft> {
        if let (Some(heading), Some(last)) = (self.heading.take(), self.drafts.last_mut()) {
            let note = last.note.get_or_insert_default();
            if !note.is_empty() {
                note.push('\n');
            }
            note.push_str(&heading);
        }
        self.drafts
    }
}

/// Whether a remark may take back the option that it follows.
fn takes_back(remark: &str) -> bool {
    let words = words(remark);
    let denies = words.iter().any(|word| {
        let stem = stem(&word.text);
        is_negation(&word.text, &stem) || is_hedge(&word.text, &stem)
    });
    let points_back = words.iter().any(|word| POINTING_BACK.contains(&word.text.as_str()));
    denies && (words.len() < SENTENCE || points_back)
}

fn terms(reading: &Reading) -> Vec<&crate::model::TermId> {
    let mut terms = Vec::new();
    for (_, verdict) in &reading.parts {
        if let Verdict::Mapped { terms: mapped, .. } = verdict {
            terms.extend(mapped);
        }
    }
    terms.sort();
    terms.dedup();
    terms
}
