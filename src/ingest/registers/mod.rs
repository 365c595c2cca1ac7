//! The registers of a year: `activity.xlsx`, or a CSV file for each register, into rows of cells.
//!
//! The same guard and readers as the responses. A file or a sheet is told by its name first and by its header
//! otherwise; each non-empty cell ends with a fate, and a row that repeats another one is set aside.

mod sheet;

use std::collections::BTreeMap;
use std::path::Path;

use super::accounting::{CellFate, Fate, Reason};
use super::folder::is_litter;
use super::grid::{Sheet, Value};
use super::refusal::{Refusal, Why};
use super::workbook::{self, Workbook};
use crate::codebook::{Registers, match_key, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Result};
use crate::input;
use crate::model::{CellRef, Origin};

/// The beginnings of the names of the files that hold registers, folded.
const NAMES: [&str; 2] = ["activity", "activite"];
const ENDINGS: [&str; 8] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

/// The registers of a year, as read.
#[derive(Debug, Default)]
pub struct RegisterFolder {
    /// The files, in the order of their names.
    pub files: Vec<String>,
    /// The rows, in the order of the files, sheets and rows.
    pub rows: Vec<RawRow>,
    /// What became of every non-empty cell, by file.
    pub cells: Vec<(String, CellFate)>,
    /// How many cells are not empty, counted by the reader of the files and not from the fates.
    pub non_empty: usize,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

/// One row of a register.
#[derive(Debug)]
pub struct RawRow {
    /// The register.
    pub register: String,
    /// File and sheet, at the row's first cell.
    pub origin: Origin,
    /// Its cells: the column of the register, where, and what it holds.
    pub cells: Vec<(String, CellRef, Value)>,
}

/// Reads the registers of a year's folder.
///
/// *Diagnostics*: `file-unreadable`, `file-unsupported`, `register-sheet-unknown`, `register-column-unknown`,
/// `register-duplicate-row`, `hidden-cell`, `uncomputed-cell`, `unread-cell`.
///
/// # Errors
/// The folder cannot be listed.
pub fn read_registers(folder: &Path, registers: &Registers) -> Result<RegisterFolder> {
    let mut read = Reader { registers, folder: RegisterFolder::default(), seen: BTreeMap::new() };
    for name in names(folder)? {
        let path = input::join(folder, &name);
        match std::fs::read(&path) {
            Ok(bytes) => read.file(&name, &bytes),
            Err(source) => {
                let detail = Error::reading(&path, source).to_string();
                let remark = Refusal::with(Why::NotOpened, detail).diagnostic();
                read.folder.diagnostics.push(remark.at(Origin::file(&name)));
            }
        }
        read.folder.files.push(name);
    }
    read.folder.cells.sort();
    Ok(read.folder)
}

/// The files that hold registers: `activity…` beside `responses`, and all that is in a folder `activity`.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for name in input::list(folder)? {
        let key = match_key(&name);
        if !NAMES.iter().any(|known| key.starts_with(known)) {
            continue;
        }
        if folder.join(&name).is_dir() {
            let below = input::walk(&folder.join(&name))?;
            names.extend(below.into_iter().map(|file| format!("{name}/{file}")));
        } else {
            names.push(name);
        }
    }
    names.retain(|name| {
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        ENDINGS.contains(&ending.as_str()) && !is_litter(name)
    });
    Ok(names)
}

struct Reader<'a> {
    registers: &'a Registers,
    folder: RegisterFolder,
    /// The rows seen, by register and content.
    seen: BTreeMap<String, Origin>,
}

impl Reader<'_> {
    fn file(&mut self, name: &str, bytes: &[u8]) {
        let Workbook { sheets, legacy_encoding, repaired, .. } = match workbook::open(bytes) {
            Ok(workbook) => workbook,
            // An empty file is a register that nobody has begun to fill.
            Err(refusal) if refusal.why == Why::NoCell => return,
            Err(refusal) => {
                return self.remark(refusal.diagnostic().at(Origin::file(name)));
            }
        };
        if legacy_encoding {
            self.remark(Diagnostic::new(Code::LegacyEncoding).at(Origin::file(name)));
        }
        if repaired {
            self.remark(Diagnostic::new(Code::EncodingRepaired).at(Origin::file(name)));
        }
        for sheet in sheets.iter().filter(|sheet| sheet.len() + sheet.covered().count() > 0) {
            self.folder.non_empty += sheet.len() + sheet.covered().count();
            let origin = Origin { sheet: sheet.name.as_str().into(), ..Origin::file(name) };
            self.covered(sheet, &origin);
            if sheet.hidden {
                self.fates(sheet, &origin, Fate::Ignored, &Reason::HiddenSheet);
            } else {
                self.sheet(sheet, &origin);
            }
        }
    }

    fn sheet(&mut self, sheet: &Sheet, origin: &Origin) {
        let Some((spec, header)) = sheet::recognise(sheet, &origin.file, self.registers) else {
            if super::response_file::is_instructions(sheet) {
                return self.fates(sheet, origin, Fate::Ignored, &Reason::Instructions);
            }
            let known = self.registers.specs.iter().map(|spec| spec.sheet.fr.as_str());
            let known: Vec<&str> = known.collect();
            let name = if sheet.name.is_empty() { &*origin.file } else { sheet.name.as_str() };
            let near = nearest(name, known.iter().copied()).unwrap_or("none");
            let remark = Diagnostic::new(Code::RegisterSheetUnknown)
                .at(origin.clone())
                .quoting(name)
                .fact("near", near)
                .fact("known", known.join(", "));
            self.remark(remark);
            return self.fates(sheet, origin, Fate::Unread, &Reason::OtherSheet);
        };
        for cell in &sheet.uncomputed {
            self.remark(Diagnostic::new(Code::UncomputedCell).at(origin.at(*cell)));
        }
        let reading = sheet::read(sheet, spec, &header, origin);
        self.folder.diagnostics.extend(reading.diagnostics);
        self.put(origin, reading.fates);
        for row in reading.rows {
            self.row(row);
        }
    }

    /// Keeps a row, unless it repeats one.
    fn row(&mut self, row: RawRow) {
        let cells = row.cells.iter().map(|(column, _, value)| format!("{column}={}", value.text()));
        let key = format!("{}\u{1f}{}", row.register, cells.collect::<Vec<_>>().join("\u{1f}"));
        let fates = |fate: Fate, whole: Option<&Reason>| {
            let fate_of = |(column, cell, _): &(String, CellRef, Value)| {
                let own = || Reason::Question(format!("{}.{column}", row.register).into());
                (*cell, fate, whole.cloned().unwrap_or_else(own))
            };
            row.cells.iter().map(fate_of).collect::<Vec<_>>()
        };
        if let Some(first) = self.seen.get(&key) {
            let remark = Diagnostic::new(Code::RegisterDuplicateRow)
                .at(row.origin.clone())
                .fact("register", &row.register)
                .fact("first", first);
            let set_aside = fates(Fate::Ignored, Some(&Reason::DuplicateRow));
            self.remark(remark);
            return self.put(&row.origin, set_aside);
        }
        self.seen.insert(key, row.origin.clone());
        let kept = fates(Fate::Answer, None);
        self.put(&row.origin, kept);
        self.folder.rows.push(row);
    }

    fn remark(&mut self, diagnostic: Diagnostic) {
        self.folder.diagnostics.push(diagnostic);
    }

    fn put(&mut self, origin: &Origin, fates: Vec<(CellRef, Fate, Reason)>) {
        let of = |(cell, fate, reason)| {
            let sheet = origin.sheet.to_string();
            (origin.file.to_string(), CellFate { sheet, cell, fate, reason })
        };
        self.folder.cells.extend(fates.into_iter().map(of));
    }

    fn fates(&mut self, sheet: &Sheet, origin: &Origin, fate: Fate, reason: &Reason) {
        let all = sheet.cells().map(|(cell, _)| (cell, fate, reason.clone())).collect();
        self.put(origin, all);
    }

    /// Texts that a merged cell hides.
    fn covered(&mut self, sheet: &Sheet, origin: &Origin) {
        for (cell, value) in sheet.covered() {
            self.put(origin, vec![(cell, Fate::Ignored, Reason::UnderMerge)]);
            let remark = Diagnostic::new(Code::HiddenCell).at(origin.at(cell));
            self.remark(remark.quoting(value.text()));
        }
    }
}
