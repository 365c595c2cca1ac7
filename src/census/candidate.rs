//! A response with its respondent, ready to be compared with others of the same académie.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::lab::Source;
use super::respondent::Respondent;
use crate::ingest::{Place, RawAnswer, RecordTable, Response};
use crate::model::{CellRef, Origin};

/// A table and its place.
pub(super) struct TableAt<'a> {
    pub(super) origin: Origin,
    pub(super) records: &'a Arc<RecordTable>,
    pub(super) source: Arc<Source>,
    /// The place of its file among all.
    pub(super) file: usize,
}

/// A response that may count.
pub(super) struct Candidate<'a> {
    pub(super) said: Said<'a>,
    /// Its sheet.
    pub(super) origin: Arc<Origin>,
    pub(super) source: Arc<Source>,
    pub(super) respondent: Arc<Respondent>,
    /// When the workbook was last changed, for a fiche.
    pub(super) modified: Option<NaiveDateTime>,
    /// The place of its file among all, for what reading order decides.
    pub(super) file: usize,
}

/// What a response says.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// A fiche.
    Own(&'a Response),
    /// A table's place among the tables, and a record of it.
    Record(usize, usize),
}

impl<'a> Candidate<'a> {
    /// Its table's place and its own there, when it is a record.
    pub(super) fn record(&self) -> Option<(usize, usize)> {
        match self.said {
            Said::Record(table, record) => Some((table, record)),
            Said::Own(_) => None,
        }
    }

    /// Where it stands on its sheet.
    pub(super) fn on_sheet(&self, tables: &[TableAt<'_>]) -> Place {
        match self.said {
            Said::Own(response) => response.place,
            Said::Record(table, record) => {
                tables.get(table).map_or(Place::Sheet, |table| table.records.place(record))
            }
        }
    }

    /// Where it stands: its sheet, or the first cell of its record.
    pub(super) fn place(&self, tables: &[TableAt<'_>]) -> Origin {
        match self.on_sheet(tables) {
            Place::Sheet => (*self.origin).clone(),
            Place::Row(row) | Place::Rows(row, _) => self.origin.at(CellRef::new(row, 0)),
            Place::Column(column) | Place::Columns(column, _) => {
                self.origin.at(CellRef::new(0, column))
            }
        }
    }

    /// How many questions it answers.
    pub(super) fn answered(&self, tables: &[TableAt<'_>]) -> usize {
        match self.said {
            Said::Own(response) => response.answered(),
            Said::Record(table, record) => {
                tables.get(table).map_or(0, |table| table.records.answered(record))
            }
        }
    }

    /// What it answers.
    pub(super) fn answers(&self, tables: &[TableAt<'_>]) -> Cow<'a, [RawAnswer]> {
        match self.said {
            Said::Own(response) => Cow::Borrowed(&response.answers),
            Said::Record(table, record) => {
                let table = tables.get(table);
                table.map(|table| table.records.answers(record)).unwrap_or_default().into()
            }
        }
    }
}
