//! One file, from its bytes to its responses.

use chrono::NaiveDateTime;

use super::accounting::{CellFate, Fate, Reason};
use super::answer::Response;
use super::grid::Sheet;
use super::layout::{self, Layout, SheetReading};
use super::mapping::{Mapping, SheetMapping};
use super::proof_file::{self, ReturnedProof};
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
    /// What became of every non-empty cell, by sheet and cell.
    pub cells: Vec<CellFate>,
    /// How many cells are not empty, counted by the reader of the file and not from the fates.
    pub non_empty: usize,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
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
pub fn read_mapped(
    name: &str,
    bytes: &[u8],
    (codebook, mapping): (&Codebook, &Mapping),
) -> ResponseFile {
    let mut file = ResponseFile {
        name: name.to_owned(),
        sha256: Sha256Hex::of(bytes),
        modified: None,
        mapped: Vec::new(),
        responses: Vec::new(),
        proofs: Vec::new(),
        cells: Vec::new(),
        non_empty: 0,
        diagnostics: Vec::new(),
    };
    match workbook::open(bytes) {
        Ok(Workbook { sheets, modified, legacy_encoding, repaired }) => {
            file.modified = modified;
            if legacy_encoding {
                file.remark(Code::LegacyEncoding, "", None);
            }
            if repaired {
                file.remark(Code::EncodingRepaired, "", None);
            }
            let sheets = file.take_mapped(sheets, (codebook, mapping));
            file.read_sheets(&sheets, codebook);
        }
        Err(refusal) => file.diagnostics.push(refusal.diagnostic().at(Origin::file(name))),
    }
    file
}

impl ResponseFile {
    fn remark(&mut self, code: Code, sheet: &str, question: Option<&str>) {
        let origin = Origin { sheet: sheet.into(), ..Origin::file(&self.name) };
        let remark = Diagnostic::new(code).at(origin).quoting(question.unwrap_or_default());
        self.diagnostics.push(remark);
    }

    fn read_sheets(&mut self, sheets: &[Sheet], codebook: &Codebook) {
        for sheet in sheets {
            self.tell_hidden(sheet);
        }
        let visible = sheets.iter().filter(|sheet| !sheet.hidden && !sheet.is_empty());
        let others: Vec<&Sheet> = visible.filter(|sheet| !self.read_proof(sheet)).collect();
        let recognised: Vec<_> =
            others.into_iter().map(|sheet| (sheet, layout::recognise(sheet, codebook))).collect();
        let any = !self.proofs.is_empty()
            || !self.mapped.is_empty()
            || recognised.iter().any(|(_, layout)| layout.is_some());
        for (sheet, layout) in recognised {
            match layout {
                Some((layout, _)) => self.read_sheet(sheet, layout, codebook),
                None if !any => self.ignore(sheet, &Reason::NotCensus),
                None if is_instructions(sheet) => self.ignore(sheet, &Reason::Instructions),
                None => self.ignore(sheet, &Reason::OtherSheet),
            }
        }
        for sheet in sheets.iter().filter(|sheet| sheet.hidden && !sheet.is_empty()) {
            self.ignore(sheet, &Reason::HiddenSheet);
        }
        if !any {
            self.diagnostics
                .push(Diagnostic::new(Code::FileNotCensus).at(Origin::file(&self.name)));
        }
        self.cells.sort();
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
            self.cells.extend(out.into_iter().map(fate));
            if said.skip || !self.read_as_said(&rest, said, codebook) {
                others.push(rest);
            }
        }
        others
    }

    /// Reads a sheet in the layout that was asked for; false when it is left to be recognised.
    fn read_as_said(&mut self, sheet: &Sheet, said: &SheetMapping, codebook: &Codebook) -> bool {
        let Some(reading) = layout::read_as(sheet, said, codebook) else { return false };
        self.tell_hidden(sheet);
        self.take(sheet, reading);
        true
    }

    /// Reads a proof sheet; false when the sheet is none.
    fn read_proof(&mut self, sheet: &Sheet) -> bool {
        let Some((proof, fates)) = proof_file::read(sheet) else { return false };
        self.proofs.push(proof);
        self.cells.extend(fates.into_iter().map(|(cell, (fate, reason))| {
            let sheet = sheet.name.clone();
            CellFate { sheet, cell, fate, reason }
        }));
        true
    }

    /// What a sheet holds without showing it: texts under merged cells, formulas without a result.
    fn tell_hidden(&mut self, sheet: &Sheet) {
        let origin = Origin { sheet: sheet.name.as_str().into(), ..Origin::file(&self.name) };
        for (cell, value) in sheet.covered() {
            let (fate, reason) = (Fate::Ignored, Reason::UnderMerge);
            self.cells.push(CellFate { sheet: sheet.name.clone(), cell, fate, reason });
            let remark = Diagnostic::new(Code::HiddenCell).at(origin.at(cell));
            self.diagnostics.push(remark.quoting(value.text()));
        }
        if !sheet.hidden {
            let remark =
                |cell: &CellRef| Diagnostic::new(Code::UncomputedCell).at(origin.at(*cell));
            self.diagnostics.extend(sheet.uncomputed.iter().map(remark));
        }
    }

    fn read_sheet(&mut self, sheet: &Sheet, layout: &dyn Layout, codebook: &Codebook) {
        self.take(sheet, layout.read(sheet, codebook));
    }

    fn take(&mut self, sheet: &Sheet, reading: SheetReading) {
        let SheetReading { responses, fates, remarks } = reading;
        let origin = Origin { sheet: sheet.name.as_str().into(), ..Origin::file(&self.name) };
        self.diagnostics
            .extend(remarks.into_iter().map(|(cell, remark)| remark.at(origin.at(cell))));
        for (cell, value) in sheet.cells() {
            let (fate, reason) = fates.get(&cell).cloned().unwrap_or((Fate::Unread, Reason::Stray));
            if !fates.contains_key(&cell) {
                let remark =
                    Diagnostic::new(Code::UnreadCell).at(origin.at(cell)).quoting(value.text());
                self.diagnostics.push(remark);
            }
            self.cells.push(CellFate { sheet: sheet.name.clone(), cell, fate, reason });
        }
        self.responses.extend(responses);
    }

    fn ignore(&mut self, sheet: &Sheet, reason: &Reason) {
        let fates = sheet.cells().map(|(cell, _)| CellFate {
            sheet: sheet.name.clone(),
            cell,
            fate: Fate::Ignored,
            reason: reason.clone(),
        });
        self.cells.extend(fates);
        if *reason != Reason::NotCensus {
            let origin = Origin { sheet: sheet.name.as_str().into(), ..Origin::file(&self.name) };
            self.diagnostics
                .push(Diagnostic::new(Code::SheetIgnored).at(origin).fact("reason", reason.key()));
        }
    }
}

/// Whether a sheet explains how to fill the fiche, by its name.
pub(super) fn is_instructions(sheet: &Sheet) -> bool {
    const NAMES: [&str; 7] =
        ["mode d emploi", "instructions", "consignes", "notice", "aide", "lisez moi", "guide"];
    let name = match_key(&sheet.name);
    NAMES.iter().any(|known| name.contains(known))
}
