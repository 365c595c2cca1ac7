//! The shapes in which a census comes back, one recogniser per file, tried in this order.

mod fiche;
mod outline;
mod question_match;
mod record_reader;
mod records;
mod stack;
mod tick_list;

use std::collections::BTreeMap;

use super::accounting::{Fate, Reason};
use super::answer::Response;
use super::fates::Fates;
use super::grid::Sheet;
use super::mapping::{MappedLayout, SheetMapping};
use super::record_table::{PersonCell, RecordTable};
use crate::codebook::Codebook;
use crate::diagnostic::Diagnostic;
use crate::model::CellRef;

/// A shape that a sheet can have.
pub(super) trait Layout {
    /// How surely the sheet has this shape: the number of distinct questions found, 0 for not at all.
    fn score(&self, sheet: &Sheet, codebook: &Codebook) -> usize;

    /// Reads the sheet in this shape.
    fn read(&self, sheet: &Sheet, codebook: &Codebook) -> SheetReading;
}

/// Every layout, in the order in which equals are preferred.
pub(super) const LAYOUTS: &[&dyn Layout] = &[&records::Records, &records::Turned, &fiche::Fiche];

/// Fewest distinct questions in a sheet that is a response.
pub(super) const FEWEST_QUESTIONS: usize = 2;

/// A sheet as read.
#[derive(Debug, Default)]
pub(super) struct SheetReading {
    /// The responses that it holds.
    pub(super) responses: Vec<Response>,
    /// Its records, if it is a table; the fates are then those of the records.
    pub(super) table: Option<TableReading>,
    /// What became of each of its cells.
    pub(super) fates: BTreeMap<CellRef, (Fate, Reason)>,
    /// What was noticed; the place names only the cell until the file is known.
    pub(super) remarks: Vec<(CellRef, Diagnostic)>,
}

/// A table as read.
#[derive(Debug)]
pub(super) struct TableReading {
    /// What its records answer.
    pub(super) records: RecordTable,
    /// What became of each of its cells.
    pub(super) fates: Fates,
    /// What the columns that its tool writes say of people.
    pub(super) people: Vec<PersonCell>,
}

/// Reads a sheet in the layout that `mapping.toml` asks for; `None` when it asks for none, or when the sheet
/// cannot be read so.
pub(super) fn read_as(
    sheet: &Sheet,
    said: &SheetMapping,
    codebook: &Codebook,
) -> Option<SheetReading> {
    let reading = match said.layout {
        Some(MappedLayout::Fiche) => fiche::Fiche.read(sheet, codebook),
        Some(MappedLayout::Columns) if said.is_table() => {
            return records::read_turned(sheet, said, codebook);
        }
        Some(MappedLayout::Columns) => records::Turned.read(sheet, codebook),
        _ if said.is_table() => return records::read_mapped(sheet, said, codebook),
        _ => return None,
    };
    let records = reading.table.as_ref().is_some_and(|table| !table.records.is_empty());
    (records || !reading.responses.is_empty()).then_some(reading)
}

/// The layout that recognises a sheet best, with its score.
pub(super) fn recognise(
    sheet: &Sheet,
    codebook: &Codebook,
) -> Option<(&'static dyn Layout, usize)> {
    let mut best: Option<(&'static dyn Layout, usize)> = None;
    for layout in LAYOUTS {
        let score = layout.score(sheet, codebook);
        if score >= FEWEST_QUESTIONS && best.is_none_or(|(_, least)| score > least) {
            best = Some((*layout, score));
        }
    }
    best
}
