//! What the records of a table answer, each distinct answer held once.
//!
//! An answer is the chain of its parts, so that records that tick the same options share one entry, however many columns
//! it took: a record costs four bytes for each question, and the texts are those of the sheet.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use hashbrown::HashTable;

use super::answer::{Place, RawAnswer, RawPart};
use crate::model::{CellRef, QuestionId};

/// What the records of a table answer.
#[derive(Clone, Debug, Default)]
pub struct RecordTable {
    /// Whether a record is a column of its sheet.
    turned: bool,
    /// The row of each record on the sheet, or its column.
    rows: Vec<u32>,
    /// When each was sent, as far as the tool says.
    submitted: Vec<Option<NaiveDateTime>>,
    /// The questions, in the order of the table.
    pub slots: Vec<Slot>,
    /// The parts of the answers.
    parts: Vec<Part>,
}

/// One question of a table, and what its records answer.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The question.
    pub question: QuestionId,
    /// Its label as written.
    pub asked: String,
    /// For each record, its answer's place among `answers`; 0 for none.
    replies: Vec<u32>,
    answers: Vec<Chain>,
    known: HashTable<u32>,
}

/// An answer: another one, and the part that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Chain {
    before: u32,
    part: u32,
}

/// A cell about a person in a column that the tool itself writes.
#[derive(Clone, Debug)]
pub struct PersonCell {
    /// Where.
    pub cell: CellRef,
    /// The column's title.
    pub label: Arc<str>,
    /// What it says.
    pub text: Arc<str>,
}

/// A part of an answer, wherever its record stands.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) text: Arc<str>,
    pub(super) date: Option<NaiveDate>,
    pub(super) column: u32,
}

const NONE: Chain = Chain { before: 0, part: u32::MAX };

impl Slot {
    fn new(question: &QuestionId, asked: &str, records: usize) -> Self {
        Self {
            question: question.clone(),
            asked: asked.to_owned(),
            replies: vec![0; records],
            answers: vec![NONE],
            known: HashTable::new(),
        }
    }

    /// The answer of a record by its place among the distinct ones; 0 when it answers nothing.
    pub fn reply(&self, record: usize) -> usize {
        self.replies.get(record).copied().unwrap_or_default() as usize
    }

    /// How many distinct answers there are, the empty one included.
    pub fn distinct(&self) -> usize {
        self.answers.len()
    }

    /// Adds a part to a record's answer.
    pub(super) fn add(&mut self, record: usize, part: u32) {
        let Some(reply) = self.replies.get_mut(record) else { return };
        let chain = Chain { before: *reply, part };
        let hash = hash(chain);
        let (answers, known) = (&mut self.answers, &mut self.known);
        let same = |at: &u32| answers.get(*at as usize) == Some(&chain);
        if let Some(at) = known.find(hash, same) {
            *reply = *at;
            return;
        }
        let at = u32::try_from(answers.len()).unwrap_or(u32::MAX);
        answers.push(chain);
        let rehash = |at: &u32| answers.get(*at as usize).map_or(0, |chain| self::hash(*chain));
        known.insert_unique(hash, at, rehash);
        *reply = at;
    }

    /// The parts of a distinct answer, in reading order.
    fn chain(&self, reply: usize) -> Vec<u32> {
        let mut parts = Vec::new();
        let mut at = reply;
        while let Some(chain) = self.answers.get(at).filter(|_| at > 0) {
            parts.push(chain.part);
            at = chain.before as usize;
        }
        parts.reverse();
        parts
    }
}

/// Chains are numbered by ourselves: a multiplication spreads them well enough.
fn hash(chain: Chain) -> u64 {
    let both = u64::from(chain.before) << 32 | u64::from(chain.part);
    let spread = both.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    spread ^ spread >> 29
}

impl RecordTable {
    /// The distinct texts of a question's answers.
    pub fn texts<'t>(&'t self, slot: &'t Slot) -> impl Iterator<Item = &'t Arc<str>> {
        let parts = slot.answers.iter().filter_map(|chain| self.parts.get(chain.part as usize));
        parts.map(|part| &part.text)
    }

    /// A table of records that answer nothing yet.
    pub(super) fn new(rows: Vec<u32>, submitted: Vec<Option<NaiveDateTime>>) -> Self {
        Self { rows, submitted, ..Self::default() }
    }

    /// The place of a question among the slots; it is added if it is new.
    pub(super) fn slot(&mut self, question: &QuestionId, asked: &str) -> usize {
        let known = self.slots.iter().position(|slot| slot.question == *question);
        known.unwrap_or_else(|| {
            self.slots.push(Slot::new(question, asked, self.rows.len()));
            self.slots.len() - 1
        })
    }

    /// Adds a part that answers may hold.
    pub(super) fn part(&mut self, part: Part) -> u32 {
        self.parts.push(part);
        u32::try_from(self.parts.len() - 1).unwrap_or(u32::MAX)
    }

    /// Lets go of what was only needed while answers were added.
    pub(super) fn finish(&mut self) {
        for slot in &mut self.slots {
            slot.known = HashTable::new();
            slot.answers.shrink_to_fit();
        }
        self.parts.shrink_to_fit();
    }

    /// The same records where a record is a column.
    #[must_use]
    pub(super) fn turned(self) -> Self {
        Self { turned: true, ..self }
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Where a record stands.
    pub fn place(&self, record: usize) -> Place {
        let row = self.rows.get(record).copied().unwrap_or_default();
        if self.turned { Place::Column(row) } else { Place::Row(row) }
    }

    /// When a record was sent, as far as the tool that wrote the table says.
    pub fn submitted(&self, record: usize) -> Option<NaiveDateTime> {
        self.submitted.get(record).copied().flatten()
    }

    /// A cell of the same question in another record.
    pub fn cell_of(&self, cell: CellRef, record: usize) -> CellRef {
        let row = self.rows.get(record).copied().unwrap_or_default();
        if self.turned { CellRef::new(cell.row, row) } else { CellRef::new(row, cell.column) }
    }

    /// A distinct answer as the record gives it.
    pub fn raw(&self, slot: &Slot, reply: usize, record: usize) -> RawAnswer {
        let row = self.rows.get(record).copied().unwrap_or_default();
        let part = |part: u32| {
            let Part { text, date, column } = self.parts.get(part as usize)?;
            let cell = CellRef::new(row, *column);
            let cell = if self.turned { CellRef::new(cell.column, cell.row) } else { cell };
            Some(RawPart { text: Arc::clone(text), date: *date, cell })
        };
        RawAnswer {
            question: slot.question.clone(),
            asked: slot.asked.clone(),
            parts: slot.chain(reply).into_iter().filter_map(part).collect(),
        }
    }

    /// What a record answers, in the order of the table.
    pub fn answers(&self, record: usize) -> Vec<RawAnswer> {
        self.slots.iter().map(|slot| self.raw(slot, slot.reply(record), record)).collect()
    }

    /// How many questions a record answers.
    pub fn answered(&self, record: usize) -> usize {
        self.slots.iter().filter(|slot| slot.reply(record) > 0).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_answers_are_held_once_and_found_again_in_each_record() {
        let mut table = RecordTable::new(vec![1, 2, 3], vec![None; 3]);
        let at = table.slot(&QuestionId::from("themes"), "Thèmes");
        let part = |text: &str, column| Part { text: text.into(), date: None, column };
        let (a, b) = (table.part(part("a", 4)), table.part(part("b", 5)));
        for (record, part) in [(0, a), (0, b), (1, b), (2, a), (2, b)] {
            table.slots[at].add(record, part);
        }
        table.finish();
        let slot = &table.slots[at];
        assert_eq!((slot.reply(0), slot.distinct()), (slot.reply(2), 4));
        let told = |record| {
            let answers = table.answers(record);
            answers[0]
                .parts
                .iter()
                .map(|part| format!("{} {}", part.cell, part.text))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            (told(2), told(1)),
            (vec!["E4 a".to_owned(), "F4 b".to_owned()], vec!["F3 b".to_owned()])
        );
        assert_eq!(table.clone().turned().answers(1)[0].parts[0].cell.to_string(), "C6");
    }
}
