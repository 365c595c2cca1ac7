//! The records of a table: who gave them, what they answer, and what of it is personal.
//!
//! Each distinct answer is looked at once, whatever the number of records that give it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::answers::AnswerTable;
use super::builder::Builder;
use super::candidate::{Candidate, Said};
use super::privacy::{self, PersonalData};
use super::respondent::{self, Respondent};
use crate::codebook::Kind;
use crate::cores;
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::{RawAnswer, Reason, RecordTable};
use crate::model::{CellRef, Origin};
use crate::normalise::{PendingKey, personal};

/// A table, the records of it that count, and who gave them.
pub(super) struct TableWork<'w> {
    pub(super) table: usize,
    pub(super) kept: &'w [(usize, &'w Respondent)],
}

/// What a distinct answer brings with it, to be said again for each record.
#[derive(Default)]
struct Noted {
    remarks: Vec<Diagnostic>,
    pending: Vec<(PendingKey, Origin)>,
}

/// Distinct names of bodies above which they are looked up on several cores.
const MANY: usize = 2_000;

impl<'a> Builder<'a> {
    /// The records of a table as candidates, with the body that each names.
    pub(super) fn records(&mut self, table: usize, date: NaiveDate) -> Vec<Candidate<'a>> {
        let Some(at) = self.tables.get(table) else { return Vec::new() };
        let (records, file, source) = (at.records, at.file, at.source.clone());
        let origin = Arc::new(at.origin.clone());
        let question = self.codebook.questionnaire.of_kind(Kind::Academy).next();
        let slot = question
            .and_then(|question| records.slots.iter().find(|slot| slot.question == question.id));
        let replies: Vec<usize> =
            (0..records.len()).map(|record| slot.map_or(0, |slot| slot.reply(record))).collect();
        let mut first: Vec<Option<usize>> =
            vec![None; slot.map_or(1, crate::ingest::Slot::distinct)];
        for (record, reply) in replies.iter().enumerate() {
            if let Some(place) = first.get_mut(*reply) {
                place.get_or_insert(record);
            }
        }
        let raw = |reply: usize, record: usize| slot.map(|slot| records.raw(slot, reply, record));
        let names = respondent::Names::new(&origin, self.codebook, date);
        let found = side_by_side(&first, |reply, record| names.find(raw(reply, record).as_ref()));
        let mut candidates = Vec::with_capacity(records.len());
        for (record, reply) in replies.into_iter().enumerate() {
            let Some(Some((found, remarks))) = found.get(reply) else { continue };
            for remark in remarks {
                let at = place(records, &origin, record, remark);
                self.tally.add((remark.code, &origin.file, None), || remark.clone().at(at));
            }
            match found {
                Some(found) => candidates.push(Candidate {
                    said: Said::Record(table, record),
                    origin: origin.clone(),
                    source: source.clone(),
                    respondent: found.clone(),
                    modified: None,
                    file,
                }),
                None => self.set_aside(&origin, records.place(record), &Reason::NoAcademy),
            }
        }
        candidates
    }

    /// Normalises the distinct answers of the records that count; `None` when none does.
    pub(super) fn normalise_table(&mut self, work: &TableWork<'_>) -> Option<AnswerTable> {
        if work.kept.is_empty() {
            return None;
        }
        let at = self.tables.get(work.table)?;
        let (records, origin) = (at.records, at.origin.clone());
        let mut table = AnswerTable::new(records);
        let academy = self.codebook.questionnaire.of_kind(Kind::Academy).next();
        for (at, slot) in records.slots.iter().enumerate() {
            let names = academy.is_some_and(|academy| academy.id == slot.question);
            let mut done: Vec<bool> = vec![false; slot.distinct()];
            let mut noted: BTreeMap<usize, Noted> = BTreeMap::new();
            for (record, respondent) in work.kept {
                let reply = slot.reply(*record);
                let Some(is_done) = done.get_mut(reply).filter(|_| reply > 0) else { continue };
                if *is_done {
                    if let Some(again) = noted.get(&reply) {
                        self.say(again, (records, *record), Again::Yes);
                    }
                    continue;
                }
                *is_done = true;
                let own = if names {
                    let named = self.named_in(&origin, respondent);
                    (named.into_iter().collect(), Vec::new())
                } else {
                    let raw: RawAnswer = records.raw(slot, reply, *record);
                    self.normaliser.normalise(&raw, &origin)
                };
                let (items, remarks) = own;
                table.set((at, reply), items);
                let pending = if names { Vec::new() } else { self.normaliser.noted() };
                if !remarks.is_empty() || !pending.is_empty() {
                    let first = Noted { remarks, pending };
                    self.say(&first, (records, *record), Again::No);
                    noted.insert(reply, first);
                }
            }
        }
        table.items.shrink_to_fit();
        Some(table)
    }

    /// Says for a record what its answer brings with it.
    fn say(&mut self, noted: &Noted, (records, record): (&RecordTable, usize), again: Again) {
        for remark in &noted.remarks {
            let Some(origin) = &remark.origin else { continue };
            let key = (remark.code, &origin.file, remark.question.as_ref());
            let at = moved(origin, records, record);
            self.tally.add(key, || remark.clone().at(at));
        }
        if again == Again::Yes {
            for (key, origin) in &noted.pending {
                self.normaliser.note_again(key, moved(origin, records, record));
            }
        }
    }

    /// Masks the personal data of a table's answers, and lists it.
    ///
    /// *Diagnostics*: `personal-data`.
    pub(super) fn withhold_in_table(&mut self, work: &TableWork<'_>, table: &mut AnswerTable) {
        let (codebook, known) = (self.codebook, &self.known);
        let all: Vec<Option<usize>> = (0..table.items.len()).map(Some).collect();
        let items = &table.items;
        let found = side_by_side(&all, |_, at| {
            items.get(at).map(|item| privacy::found(item, codebook, known)).unwrap_or_default()
        });
        let found: BTreeMap<usize, Vec<personal::Found>> = found
            .into_iter()
            .enumerate()
            .filter_map(|(at, found)| Some((at, found.filter(|found| !found.is_empty())?)))
            .collect();
        if found.is_empty() {
            return;
        }
        let records = Arc::clone(table.records());
        for (record, _) in work.kept {
            for (at, item) in table.numbered(*record) {
                let (Some(found), Some(first)) =
                    (found.get(&at), found.get(&at).and_then(|found| found.first()))
                else {
                    continue;
                };
                let origin = moved(&item.origin, &records, *record);
                let key = (Code::PersonalData, &origin.file, Some(&item.question));
                self.tally.add(key, || {
                    Diagnostic::new(Code::PersonalData)
                        .at(origin.clone())
                        .about(&item.question)
                        .fact("kind", first.kind.as_str())
                        .fact("count", found.len())
                });
                self.personal.extend(found.iter().map(|one| PersonalData {
                    origin: origin.clone(),
                    question: item.question.clone(),
                    kind: one.kind,
                    text: item.text.get(one.span.clone()).unwrap_or_default().into(),
                }));
            }
        }
        for (at, found) in &found {
            if let Some(item) = table.items.get_mut(*at) {
                privacy::mask(item, found, &self.known);
            }
        }
    }
}

/// Whether a distinct answer was said before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    Yes,
    No,
}

/// The same place in another record.
fn moved(origin: &Origin, records: &RecordTable, record: usize) -> Origin {
    let cell = origin.cell.map(|cell| records.cell_of(cell, record));
    Origin { cell, ..origin.clone() }
}

/// Where a remark on a record stands: the cell that it is about, or the record's first.
fn place(records: &RecordTable, origin: &Origin, record: usize, remark: &Diagnostic) -> Origin {
    let cell = remark.origin.as_ref().and_then(|origin| origin.cell);
    match cell {
        Some(cell) => origin.at(records.cell_of(cell, record)),
        None if remark.code == Code::AcademyUnknown => {
            origin.at(records.cell_of(CellRef::new(0, 0), record))
        }
        None => origin.clone(),
    }
}

/// Does some work for each place that has an example, on the machine's cores when there are many.
fn side_by_side<T: Send>(
    examples: &[Option<usize>],
    work: impl Fn(usize, usize) -> T + Sync,
) -> Vec<Option<T>> {
    let shares = cores::shares(examples, MANY, |first, share| {
        let numbered = (first..).zip(share);
        numbered.map(|(at, example)| example.map(|example| work(at, example))).collect::<Vec<_>>()
    });
    shares.into_iter().flatten().collect()
}
