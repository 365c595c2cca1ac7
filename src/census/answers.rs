//! The answers of a lab: its own list, or a record of a table whose distinct answers are held once.
//!
//! A hundred thousand records that choose among the same options share the answers; a record then knows only which, and
//! where it stands. [`Answers::iter`] gives both kinds alike.

use std::ops::Deref;
use std::sync::Arc;

use crate::ingest::{RecordTable, Slot};
use crate::model::{Origin, QuestionId};
use crate::normalise::Answer;

/// The answers of a lab, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Answers(Kept);

#[derive(Clone, Debug)]
enum Kept {
    Own(Vec<Answer>),
    Record { table: Arc<AnswerTable>, record: usize },
}

impl Default for Kept {
    fn default() -> Self {
        Self::Own(Vec::new())
    }
}

/// An answer of a lab: what it says, its number within its question, and where it was read.
#[derive(Clone, Debug)]
pub struct AnswerRef<'a> {
    answer: &'a Answer,
    /// 1, 2, 3 … within the question.
    pub item: u32,
    /// Where it was read.
    pub origin: Origin,
}

impl<'a> AnswerRef<'a> {
    /// What it says, for as long as the lab lives; its item and origin may be another lab's.
    pub fn said(&self) -> &'a Answer {
        self.answer
    }
}

impl Deref for AnswerRef<'_> {
    type Target = Answer;

    fn deref(&self) -> &Answer {
        self.answer
    }
}

impl Answers {
    /// A lab's own answers, numbered.
    pub(super) fn own(answers: Vec<Answer>) -> Self {
        Self(Kept::Own(answers))
    }

    /// Those of a record.
    pub(super) fn record(table: &Arc<AnswerTable>, record: usize) -> Self {
        Self(Kept::Record { table: Arc::clone(table), record })
    }

    /// The answers, each with its number and its place.
    pub fn iter(&self) -> impl Iterator<Item = AnswerRef<'_>> {
        let mut numbers: Vec<(&QuestionId, u32)> = Vec::new();
        self.said().map(move |answer| {
            let item = match &self.0 {
                Kept::Own(_) => answer.item,
                Kept::Record { .. } => next(&mut numbers, &answer.question),
            };
            AnswerRef { answer, item, origin: self.origin(answer) }
        })
    }

    /// What the answers say, without their places, for those who only count.
    pub fn said(&self) -> impl Iterator<Item = &Answer> {
        let (own, record): (&[Answer], _) = match &self.0 {
            Kept::Own(answers) => (answers, None),
            Kept::Record { table, record } => (&[], Some((table, *record))),
        };
        own.iter().chain(record.into_iter().flat_map(|(table, record)| table.of(record)))
    }

    /// The answers themselves, when they are the lab's own.
    pub(super) fn own_mut(&mut self) -> &mut [Answer] {
        match &mut self.0 {
            Kept::Own(answers) => answers,
            Kept::Record { .. } => &mut [],
        }
    }

    fn origin(&self, answer: &Answer) -> Origin {
        match &self.0 {
            Kept::Own(_) => answer.origin.clone(),
            Kept::Record { table, record } => table.origin(answer, *record),
        }
    }
}

impl<'a> IntoIterator for &'a Answers {
    type Item = AnswerRef<'a>;
    type IntoIter = Box<dyn Iterator<Item = AnswerRef<'a>> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

fn next<'q>(numbers: &mut Vec<(&'q QuestionId, u32)>, question: &'q QuestionId) -> u32 {
    if let Some((_, number)) = numbers.iter_mut().find(|(known, _)| *known == question) {
        *number += 1;
        return *number;
    }
    numbers.push((question, 1));
    1
}

/// The distinct answers of a table, normalised.
#[derive(Debug)]
pub struct AnswerTable {
    records: Arc<RecordTable>,
    /// For each slot and each of its distinct answers, its items among `items`.
    spans: Vec<Vec<Span>>,
    /// The items, each as the first record that gives them.
    pub(super) items: Vec<Answer>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    len: u16,
}

impl AnswerTable {
    /// A table of which nothing is normalised.
    pub(super) fn new(records: &Arc<RecordTable>) -> Self {
        let spans = records.slots.iter().map(|slot| vec![Span::default(); slot.distinct()]);
        // Nearly every distinct answer is one item.
        let distinct = records.slots.iter().map(Slot::distinct).sum();
        let items = Vec::with_capacity(distinct);
        Self { spans: spans.collect(), records: Arc::clone(records), items }
    }

    /// Gives a distinct answer of a slot its items.
    pub(super) fn set(&mut self, (slot, reply): (usize, usize), items: Vec<Answer>) {
        let span = Span {
            start: u32::try_from(self.items.len()).unwrap_or(u32::MAX),
            len: u16::try_from(items.len()).unwrap_or(u16::MAX),
        };
        self.items.extend(items);
        if let Some(place) = self.spans.get_mut(slot).and_then(|slot| slot.get_mut(reply)) {
            *place = span;
        }
    }

    /// The records of the table.
    pub(super) fn records(&self) -> &Arc<RecordTable> {
        &self.records
    }

    /// The items of a record, each with its place among all.
    pub(super) fn numbered(&self, record: usize) -> impl Iterator<Item = (usize, &Answer)> {
        self.records.slots.iter().zip(&self.spans).flat_map(move |(slot, spans)| {
            let span = spans.get(slot.reply(record)).copied().unwrap_or_default();
            (span.start as usize..).zip(self.items_of(spans, slot, record))
        })
    }

    fn of(&self, record: usize) -> impl Iterator<Item = &Answer> {
        self.records
            .slots
            .iter()
            .zip(&self.spans)
            .flat_map(move |(slot, spans)| self.items_of(spans, slot, record))
    }

    fn items_of<'a>(&'a self, spans: &[Span], slot: &Slot, record: usize) -> &'a [Answer] {
        let span = spans.get(slot.reply(record)).copied().unwrap_or_default();
        let start = span.start as usize;
        self.items.get(start..start + usize::from(span.len)).unwrap_or_default()
    }

    fn origin(&self, answer: &Answer, record: usize) -> Origin {
        let cell = answer.origin.cell.map(|cell| self.records.cell_of(cell, record));
        Origin { cell, ..answer.origin.clone() }
    }
}
