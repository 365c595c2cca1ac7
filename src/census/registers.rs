//! The registers of an edition: what the team wrote down over the year.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::CellRow;
use super::lab::Lab;
use super::privacy::PersonalData;
use crate::codebook::{Codebook, ColumnKind, EditionFile};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::RegisterFolder;
use crate::model::{AcademyCode, Origin, QuestionId, TermId};
use crate::normalise::personal::{self, KnownNames};
use crate::normalise::registers::{RegisterNormaliser, RegisterRow};

/// The register that places each académie.
pub const ACADEMIES: &str = "academies";

/// The registers of one year.
#[derive(Clone, Debug, Default)]
pub struct Activity {
    /// The files that they were read from.
    pub files: BTreeSet<String>,
    /// The rows of each register, in the order of the files and rows.
    tables: BTreeMap<String, Vec<RegisterRow>>,
    /// What the register of académies says of each.
    standings: BTreeMap<AcademyCode, Standing>,
}

/// What the national team notes about an académie.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Its level of contact, and where it is written.
    pub contact_level: Option<(TermId, Origin)>,
    /// Its lab's positioning group, and where it is written.
    pub positioning: Option<(TermId, Origin)>,
}

impl Activity {
    /// The rows of a register; none when nobody filled it.
    pub fn rows(&self, register: &str) -> &[RegisterRow] {
        self.tables.get(register).map(Vec::as_slice).unwrap_or_default()
    }

    /// The rows of every register.
    pub fn tables(&self) -> impl Iterator<Item = (&str, &[RegisterRow])> {
        self.tables.iter().map(|(register, rows)| (register.as_str(), rows.as_slice()))
    }

    /// Replaces cells, by row and column of their register.
    pub(super) fn withhold(&mut self, cells: &BTreeMap<&str, Vec<(u32, &str)>>, by: &str) {
        for (register, places) in cells {
            for row in self.tables.get_mut(*register).into_iter().flatten() {
                let columns = places.iter().filter(|(at, _)| *at == row.row);
                for (_, column) in columns {
                    if let Some(cell) = row.cells.get_mut(*column) {
                        (cell.value, cell.text) = (None, by.to_owned());
                    }
                }
            }
        }
    }

    /// Whether no register holds a row.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// What is noted about an académie.
    pub fn standing(&self, code: &AcademyCode) -> Option<&Standing> {
        self.standings.get(code)
    }

    /// The académies that something is noted about, in the order of their codes.
    pub fn standings(&self) -> impl Iterator<Item = (&AcademyCode, &Standing)> {
        self.standings.iter()
    }
}

/// What building the registers adds to an edition.
pub(super) struct Built {
    pub(super) activity: Activity,
    pub(super) cells: Vec<CellRow>,
    pub(super) personal: Vec<PersonalData>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Builds the registers of a year.
///
/// *Diagnostics*: those of the files and cells, `register-academy-twice`, `personal-data`.
pub(super) fn build(
    file: &EditionFile,
    (codebook, known): (&Codebook, &KnownNames),
    read: &RegisterFolder,
) -> Built {
    let mut normaliser = RegisterNormaliser::new(codebook, file.year, file.closing_date);
    let mut activity =
        Activity { files: read.files.iter().cloned().collect(), ..Activity::default() };
    for raw in &read.rows {
        let taken = activity.rows(&raw.register).last().map_or(0, |row| row.row);
        let own = raw.origin.cell.map_or(0, |cell| cell.row + 1);
        // Rows of a second file or sheet are numbered on, so that year and row stay the key.
        let number = if own > taken { own } else { taken + 1 };
        if let Some(row) = normaliser.row(raw, number) {
            activity.tables.entry(raw.register.clone()).or_default().push(row);
        }
    }
    let mut diagnostics = read.diagnostics.clone();
    diagnostics.extend(normaliser.into_diagnostics());
    let personal = if file.publish_personal_data {
        Vec::new()
    } else {
        withhold(&mut activity, (codebook, known), &mut diagnostics)
    };
    activity.standings = standings(activity.rows(ACADEMIES), codebook, &mut diagnostics);
    let cells = read.cells.iter();
    let cells = cells.map(|(file, cell)| CellRow { file: file.clone(), cell: cell.clone() });
    Built { cells: cells.collect(), activity, personal, diagnostics }
}

/// Each académie's contact and positioning; the first row wins over one that says otherwise.
fn standings(
    rows: &[RegisterRow],
    codebook: &Codebook,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<AcademyCode, Standing> {
    let mut standings: BTreeMap<AcademyCode, Standing> = BTreeMap::new();
    for row in rows {
        let Some(code) = row.academy("academy") else { continue };
        let standing = standings.entry(code.clone()).or_default();
        let slots = [
            ("contact_level", &mut standing.contact_level),
            ("positioning", &mut standing.positioning),
        ];
        for (column, slot) in slots {
            let Some(term) = row.term(column) else { continue };
            match slot {
                Some((known, first)) if known != term => {
                    let remark = Diagnostic::new(Code::RegisterAcademyTwice)
                        .at(row.origin_of(column))
                        .about(&QuestionId::from(format!("{ACADEMIES}.{column}")))
                        .quoting(row.text(column))
                        .fact("academy", codebook.register.short_name(code))
                        .fact("first", first);
                    diagnostics.push(remark);
                }
                Some(_) => {}
                None => *slot = Some((term.clone(), row.origin_of(column))),
            }
        }
    }
    standings
}

/// Masks the personal data of the registers' own words, and gives back what was there.
fn withhold(
    activity: &mut Activity,
    (codebook, known): (&Codebook, &KnownNames),
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PersonalData> {
    for diagnostic in diagnostics.iter_mut() {
        if let Some(masked) = personal::masked(&diagnostic.text, known) {
            diagnostic.text = masked;
        }
    }
    let mut all = Vec::new();
    for (register, rows) in &mut activity.tables {
        let spec = codebook.registers.get(register);
        for (column, cell) in rows.iter_mut().flat_map(|row| row.cells.iter_mut()) {
            let kind = spec.and_then(|spec| spec.column(column)).map(|column| column.kind);
            if !matches!(kind, Some(ColumnKind::Text | ColumnKind::Lines)) {
                continue;
            }
            let found = personal::find(&cell.text, known);
            let Some(first) = found.first() else { continue };
            let question = QuestionId::from(format!("{register}.{column}"));
            let remark = Diagnostic::new(Code::PersonalData)
                .at(cell.origin.clone())
                .about(&question)
                .fact("kind", first.kind.as_str())
                .fact("count", found.len());
            diagnostics.push(remark);
            all.extend(found.iter().map(|one| PersonalData {
                origin: cell.origin.clone(),
                question: question.clone(),
                kind: one.kind,
                text: cell.text.get(one.span.clone()).unwrap_or_default().into(),
            }));
            cell.text = personal::mask(&cell.text, &found);
        }
    }
    all
}

impl Lab {
    /// What the national team notes about this lab's académie.
    pub fn standing<'a>(&self, activity: &'a Activity) -> Option<&'a Standing> {
        activity.standing(&self.body.code)
    }
}
