//! One file, from its bytes to its responses.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::accounting::{CellFate, Fate, Reason};
use super::answer::Response;
use super::fates::{Fates, SheetCells};
use super::grid::Sheet;
use super::layout::{self, Layout, SheetReading, TableReading};
use super::mapping::Mapping;
use super::proof_file::{self, ReturnedProof};
use super::record_table::{PersonCell, RecordTable};
use super::refusal::Refusal;
use super::workbook::{self, Workbook};
use crate::codebook::{Codebook, match_key};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{CellRef, Origin, Sha256Hex};

/// A file as read.
#[derive(Debug)]
pub struct ResponseFile {
    /// Name, relative to the responses folder, with `/`.
    pub name: String,
    /// Fingerprint of its bytes.
    pub sha256: Sha256Hex,
    /// When it was last changed, as it says itself.
    pub modified: Option<NaiveDateTime>,
    /// Which entries of `mapping.toml` named a sheet of it.
    pub mapped: Vec<usize>,
    /// The responses that it holds.
    pub responses: Vec<Response>,
    /// The proof sheets that it holds, as their labs sent them back.
    pub proofs: Vec<ReturnedProof>,
    /// The tables that it holds, with what their records answer.
    pub tables: Vec<Table>,
    /// What the columns that a tool writes say of people, by sheet.
    pub people: Vec<(String, Vec<PersonCell>)>,
    /// What became of every non-empty cell, by sheet.
    pub sheets: Vec<SheetCells>,
    /// How many cells are not empty, counted by the reader of the file and not from the fates.
    pub non_empty: usize,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

/// A sheet that is a table.
#[derive(Debug)]
pub struct Table {
    /// Its name; empty for CSV.
    pub sheet: String,
    /// What its records answer.
    pub records: Arc<RecordTable>,
}

/// Reads a file's bytes.
///
/// *Diagnostics*: `file-unreadable`, `file-unsupported`, `file-not-census`, `legacy-encoding`,
/// `encoding-repaired`, `sheet-ignored`, `hidden-cell`, `uncomputed-cell`, `unknown-question`,
/// `unread-cell`, `error-cell`.
pub fn read_file(name: &str, bytes: &[u8], codebook: &Codebook) -> ResponseFile {
    read_mapped(name, bytes, (codebook, &Mapping::default()))
}

/// Reads a file's bytes as `mapping.toml` says.
///
/// *Diagnostics*: those of [`read_file`], and `sheet-mapped`.
pub fn read_mapped(name: &str, bytes: &[u8], known: (&Codebook, &Mapping)) -> ResponseFile {
    Opened { sha256: Sha256Hex::of(bytes), workbook: workbook::open(bytes) }.read(name, known)
}

/// A file of which the sheets are read, and not yet understood.
#[derive(Debug)]
pub(super) struct Opened {
    sha256: Sha256Hex,
    workbook: Result<Workbook, Refusal>,
}

impl Opened {
    /// Opens a file, and lets its bytes go.
    pub(super) fn of(bytes: Vec<u8>) -> Self {
        let opened = Self { sha256: Sha256Hex::of(&bytes), workbook: workbook::open(&bytes) };
        drop(bytes);
        opened
    }

    /// Understands the sheets.
    pub(super) fn read(self, name: &str, known: (&Codebook, &Mapping)) -> ResponseFile {
        take_in(empty(name, self.sha256), self.workbook, known)
    }
}

/// A file of which nothing is read.
pub(super) fn empty(name: &str, sha256: Sha256Hex) -> ResponseFile {
    ResponseFile {
        name: name.to_owned(),
        sha256,
        modified: None,
        mapped: Vec::new(),
        responses: Vec::new(),
        proofs: Vec::new(),
        tables: Vec::new(),
        people: Vec::new(),
        sheets: Vec::new(),
        non_empty: 0,
        diagnostics: Vec::new(),
    }
}

/// Understands the sheets of a file.
fn take_in(
    mut file: ResponseFile,
    opened: Result<Workbook, Refusal>,
    (codebook, mapping): (&Codebook, &Mapping),
) -> ResponseFile {
    match opened {
        Ok(Workbook { sheets, modified, legacy_encoding, repaired }) => {
            file.modified = modified;
            if legacy_encoding {
                file.remark(Code::LegacyEncoding, "", None);
            }
            if repaired {
                file.remark(Code::EncodingRepaired, "", None);
            }
            let sheets = file.take_mapped(sheets, (codebook, mapping));
            file.read_sheets(sheets, codebook);
        }
        Err(refusal) => {
            let remark = refusal.diagnostic().at(Origin::file(&file.name));
            file.diagnostics.push(remark);
        }
    }
    file
}

impl ResponseFile {
    fn remark(&mut self, code: Code, sheet: &str, question: Option<&str>) {
        let origin = Origin { sheet: sheet.into(), ..Origin::file(&self.name) };
        let remark = Diagnostic::new(code).at(origin).quoting(question.unwrap_or_default());
        self.diagnostics.push(remark);
    }

    /// What became of every non-empty cell, each by itself.
    pub fn cells(&self) -> impl Iterator<Item = CellFate> + '_ {
        self.sheets.iter().flat_map(SheetCells::cells)
    }

    /// How many cells are accounted for.
    pub fn accounted(&self) -> usize {
        self.sheets.iter().map(SheetCells::len).sum()
    }

    fn read_sheets(&mut self, sheets: Vec<Sheet>, codebook: &Codebook) {
        for sheet in &sheets {
            self.tell_hidden(sheet);
        }
        let mut fates: BTreeMap<usize, Fates> = BTreeMap::new();
        let visible = |(_, sheet): &(usize, &Sheet)| !sheet.hidden && !sheet.is_empty();
        let mut others = Vec::new();
        for (at, sheet) in sheets.iter().enumerate().filter(visible) {
            match self.read_proof(sheet) {
                Some(found) => {
                    fates.insert(at, found);
                }
                None => others.push((at, sheet, layout::recognise(sheet, codebook))),
            }
        }
        let any = !self.proofs.is_empty()
            || !self.mapped.is_empty()
            || others.iter().any(|(.., layout)| layout.is_some());
        for (at, sheet, layout) in others {
            let found = match layout {
                Some((layout, _)) => self.read_sheet(sheet, layout, codebook),
                None if !any => self.ignore(sheet, &Reason::NotCensus),
                None if is_instructions(sheet) => self.ignore(sheet, &Reason::Instructions),
                None => self.ignore(sheet, &Reason::OtherSheet),
            };
            fates.insert(at, found);
        }
        for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.hidden) {
            if !sheet.is_empty() {
                fates.insert(at, self.ignore(sheet, &Reason::HiddenSheet));
            }
        }
        if !any {
            self.diagnostics
                .push(Diagnostic::new(Code::FileNotCensus).at(Origin::file(&self.name)));
        }
        let accounted = |(at, sheet): (usize, Sheet)| {
            let found = fates.remove(&at).unwrap_or_default();
            SheetCells::new(sheet, found)
        };
        self.sheets.extend(sheets.into_iter().enumerate().map(accounted));
        self.sheets.retain(|sheet| !sheet.is_empty());
        self.sheets.sort_by(|one, other| one.sheet.cmp(&other.sheet));
    }

    /// Takes out what `mapping.toml` passes over, and reads the sheets that it says how to read; gives the others.
    fn take_mapped(
        &mut self,
        sheets: Vec<Sheet>,
        (codebook, mapping): (&Codebook, &Mapping),
    ) -> Vec<Sheet> {
        self.non_empty = sheets.iter().map(|sheet| sheet.len() + sheet.covered().count()).sum();
        let mut others = Vec::new();
        for sheet in sheets {
            let Some((place, said)) = mapping.of(&self.name, &sheet.name) else {
                others.push(sheet);
                continue;
            };
            self.mapped.push(place);
            let remark = Diagnostic::new(Code::SheetMapped)
                .at(Origin { sheet: sheet.name.as_str().into(), ..Origin::file(&self.name) })
                .fact("line", said.line)
                .fact("says", said.says());
            self.diagnostics.push(remark);
            let (rest, out) = sheet.without(|cell| said.skip || said.skips(cell));
            let fate = |cell| CellFate {
                sheet: sheet.name.clone(),
                cell,
                fate: Fate::Ignored,
                reason: Reason::Mapped,
            };
            let out = out.into_iter().map(fate).collect();
            self.sheets.push(SheetCells::of(sheet.name.clone(), out));
            match layout::read_as(&rest, said, codebook).filter(|_| !said.skip) {
                Some(reading) => {
                    self.tell_hidden(&rest);
                    let fates = self.take(&rest, reading);
                    self.sheets.push(SheetCells::new(rest, fates));
                }
                None => others.push(rest),
            }
        }
        others
    }

    /// Reads a proof sheet; `None` when the sheet is none.
    fn read_proof(&mut self, sheet: &Sheet) -> Option<Fates> {
        let (proof, fates) = proof_file::read(sheet)?;
        self.proofs.push(proof);
        Some(beside(sheet, &fates))
    }

    /// What a sheet holds without showing it: texts under merged cells, formulas without a result.
    fn tell_hidden(&mut self, sheet: &Sheet) {
        let origin = Origin { sheet: sheet.name.as_str().into(), ..Origin::file(&self.name) };
        for (cell, value) in sheet.covered() {
            let remark = Diagnostic::new(Code::HiddenCell).at(origin.at(cell));
            self.diagnostics.push(remark.quoting(value.text()));
        }
        if !sheet.hidden {
            let remark =
                |cell: &CellRef| Diagnostic::new(Code::UncomputedCell).at(origin.at(*cell));
            self.diagnostics.extend(sheet.uncomputed.iter().map(remark));
        }
    }

    fn read_sheet(&mut self, sheet: &Sheet, layout: &dyn Layout, codebook: &Codebook) -> Fates {
        self.take(sheet, layout.read(sheet, codebook))
    }

    fn take(&mut self, sheet: &Sheet, reading: SheetReading) -> Fates {
        let SheetReading { responses, table, fates, remarks } = reading;
        let origin = Origin { sheet: sheet.name.as_str().into(), ..Origin::file(&self.name) };
        self.diagnostics
            .extend(remarks.into_iter().map(|(cell, remark)| remark.at(origin.at(cell))));
        self.responses.extend(responses);
        let fates = match table {
            Some(TableReading { records, fates, people }) => {
                if !people.is_empty() {
                    self.people.push((sheet.name.clone(), people));
                }
                let records = Arc::new(records);
                self.tables.push(Table { sheet: sheet.name.clone(), records });
                fates
            }
            None => beside(sheet, &fates),
        };
        let stray = fates.unseen();
        let mut told = stray.iter().take(MOST_STRAY).peekable();
        let cells = sheet.cells().enumerate();
        let cells = cells.take(stray.last().map_or(0, |last| last + 1));
        for (_, (cell, value)) in
            cells.filter(|(at, _)| told.next_if(|next| **next == *at).is_some())
        {
            let remark = Diagnostic::new(Code::UnreadCell).at(origin.at(cell));
            self.diagnostics.push(remark.quoting(value.text()));
        }
        if let Some(last) = self.diagnostics.last_mut().filter(|_| stray.len() > MOST_STRAY) {
            last.facts.push(("more", (stray.len() - MOST_STRAY).to_string()));
        }
        fates
    }

    fn ignore(&mut self, sheet: &Sheet, reason: &Reason) -> Fates {
        let mut fates = Fates::new(sheet.len());
        let code = fates.code(Fate::Ignored, reason);
        (0..sheet.len()).for_each(|at| fates.set(at, code));
        if *reason != Reason::NotCensus {
            let origin = Origin { sheet: sheet.name.as_str().into(), ..Origin::file(&self.name) };
            self.diagnostics
                .push(Diagnostic::new(Code::SheetIgnored).at(origin).fact("reason", reason.key()));
        }
        fates
    }
}

/// Cells without any meaning that are told one by one.
const MOST_STRAY: usize = 1_000;

/// Fates by cell, in the order of a sheet's cells.
fn beside(sheet: &Sheet, by_cell: &BTreeMap<CellRef, (Fate, Reason)>) -> Fates {
    let mut fates = Fates::new(sheet.len());
    for (at, (cell, _)) in sheet.cells().enumerate() {
        if let Some((fate, reason)) = by_cell.get(&cell) {
            let code = fates.code(*fate, reason);
            fates.set(at, code);
        }
    }
    fates
}

/// Whether a sheet explains how to fill the fiche, by its name.
pub(super) fn is_instructions(sheet: &Sheet) -> bool {
    const NAMES: [&str; 7] =
        ["mode d emploi", "instructions", "consignes", "notice", "aide", "lisez moi", "guide"];
    let name = match_key(&sheet.name);
    NAMES.iter().any(|known| name.contains(known))
}
