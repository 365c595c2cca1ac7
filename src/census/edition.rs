//! One year of the census, as read.

use std::collections::{BTreeMap, BTreeSet};

use super::lab::{Lab, ResponseState};
use super::privacy::PersonalData;
use super::registers::{self, Activity};
use crate::codebook::{Codebook, EditionFile, Layout};
use crate::diagnostic::Diagnostic;
use crate::ingest::{CellFate, CellRun, RegisterFolder, SheetCells};
use crate::model::{AcademyCode, CensusYear, QuestionId};
use crate::normalise::Pending;
use crate::normalise::personal::KnownNames;

/// Bodies above which an edition is large. Source: design/dataset.md.
const LARGE: usize = 10_000;

/// One year of the census.
#[derive(Clone, Debug)]
pub struct Edition {
    /// What the team declares about the year.
    pub file: EditionFile,
    /// Every body of the register at the closing date, in the order of their codes.
    pub labs: Vec<Lab>,
    /// What became of every non-empty cell, by file.
    pub accounts: Vec<FileAccount>,
    /// How many files were read.
    pub files: usize,
    /// The questions that at least one of the files received asks.
    pub asked: BTreeSet<QuestionId>,
    /// What a person has yet to decide, by question and key.
    pub pending: Vec<Pending>,
    /// The personal data that was taken out of the answers: for the team's own eyes.
    pub personal: Vec<PersonalData>,
    /// The people whom its columns name, looked for in whatever is added to it.
    pub known: KnownNames,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// The registers of activity.
    pub activity: Activity,
    /// The sections of the report.
    pub layout: Layout,
    /// The team's own texts, by file name.
    pub narrative: BTreeMap<String, String>,
}

/// What became of the cells of a file.
#[derive(Clone, Debug)]
pub struct FileAccount {
    /// File, relative to the responses folder.
    pub file: String,
    /// Its sheets.
    pub sheets: Vec<SheetCells>,
}

/// A cell of a file and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRow {
    /// File, relative to the responses folder.
    pub file: String,
    /// The cell and its fate.
    pub cell: CellFate,
}

impl Edition {
    /// The year.
    pub fn year(&self) -> CensusYear {
        self.file.year
    }

    /// The edition as later ones look back at it: its answers, without the account of every cell.
    #[must_use]
    pub fn without_cells(mut self) -> Self {
        (self.accounts, self.pending) = (Vec::new(), Vec::new());
        self
    }

    /// What became of every non-empty cell, each by itself, by file, sheet and cell.
    pub fn cells(&self) -> impl Iterator<Item = CellRow> + '_ {
        self.accounts.iter().flat_map(|account| {
            let cells = account.sheets.iter().flat_map(SheetCells::cells);
            cells.map(|cell| CellRow { file: account.file.clone(), cell })
        })
    }

    /// The same by runs: one row for each cell, or for each run of a large table. By file, sheet and first cell.
    pub fn cell_runs(&self) -> impl Iterator<Item = (&str, CellRun<'_>)> {
        self.accounts.iter().flat_map(|account| {
            let runs = account.sheets.iter().flat_map(SheetCells::runs);
            runs.map(|run| (account.file.as_str(), run))
        })
    }

    /// Whether there are more bodies than anyone reads one by one: some tables are then written as Parquet only, and a
    /// body's own page on demand.
    pub fn is_large(&self) -> bool {
        self.labs.len() > LARGE
    }

    /// The lab of a body.
    pub fn lab(&self, code: &AcademyCode) -> Option<&Lab> {
        let at = self.labs.binary_search_by(|lab| lab.body.code.cmp(code)).ok()?;
        self.labs.get(at)
    }

    /// The labs whose response was received.
    pub fn respondents(&self) -> impl Iterator<Item = &Lab> {
        self.labs.iter().filter(|lab| lab.response == ResponseState::Received)
    }

    /// Adds the registers of the year.
    ///
    /// *Diagnostics*: those of the registers' files and cells.
    pub fn add_registers(&mut self, codebook: &Codebook, read: &RegisterFolder) {
        let built = registers::build(&self.file, (codebook, &self.known), read);
        self.activity = built.activity;
        self.accounts.extend(accounts(built.cells));
        self.accounts.sort_by(|one, other| one.file.cmp(&other.file));
        self.personal.extend(built.personal);
        self.diagnostics.extend(built.diagnostics);
    }

    /// How many labs the national team knows of: declared, or those that answered or are named as silent.
    pub fn known_labs(&self) -> usize {
        let seen = self.labs.iter().filter(|lab| lab.response != ResponseState::None).count();
        self.file.known_labs.map_or(seen, |declared| seen.max(declared as usize))
    }
}

/// Cells by file and sheet.
fn accounts(cells: Vec<CellRow>) -> Vec<FileAccount> {
    let mut by_file: BTreeMap<String, BTreeMap<String, Vec<CellFate>>> = BTreeMap::new();
    for CellRow { file, cell } in cells {
        by_file.entry(file).or_default().entry(cell.sheet.clone()).or_default().push(cell);
    }
    let account = |(file, sheets): (String, BTreeMap<String, Vec<CellFate>>)| FileAccount {
        file,
        sheets: sheets.into_iter().map(|(sheet, cells)| SheetCells::of(sheet, cells)).collect(),
    };
    by_file.into_iter().map(account).collect()
}
