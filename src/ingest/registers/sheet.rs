//! One sheet of a register: its header, wherever it stands, and the rows below.

use std::collections::{BTreeMap, BTreeSet};

use super::RawRow;
use crate::codebook::{ColumnKind, RegisterSpec, Registers, match_key, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::accounting::{Fate, Reason};
use crate::ingest::grid::{Sheet, Value};
use crate::model::{CellRef, Origin};

/// Rows among which the header is looked for.
const HEADER_WITHIN: usize = 30;

/// The header of a register's sheet.
pub(super) struct Header {
    row: u32,
    /// Column of the sheet → column of the register.
    columns: BTreeMap<u32, String>,
}

/// What a cell is read with.
struct Place<'a> {
    spec: &'a RegisterSpec,
    header: &'a Header,
    origin: &'a Origin,
}

/// What a sheet gives.
pub(super) struct Reading {
    pub(super) rows: Vec<RawRow>,
    /// The fates of the cells that belong to no row.
    pub(super) fates: Vec<(CellRef, Fate, Reason)>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The register that a sheet holds: the one it is named after, else the one that its header fits best.
pub(super) fn recognise<'a>(
    sheet: &Sheet,
    file: &str,
    registers: &'a Registers,
) -> Option<(&'a RegisterSpec, Header)> {
    let named = registers.named(&sheet.name).or_else(|| by_file(file, registers));
    if let Some(spec) = named {
        return header(sheet, spec).map(|header| (spec, header));
    }
    let mut fits: Vec<(usize, &RegisterSpec, Header)> = registers
        .specs
        .iter()
        .filter_map(|spec| {
            let header = header(sheet, spec)?;
            let has = |id: &String| header.columns.values().any(|column| column == id);
            let complete =
                spec.columns.iter().filter(|column| column.required).all(|column| has(&column.id));
            (complete && header.columns.len() >= 2).then_some((header.columns.len(), spec, header))
        })
        .collect();
    fits.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
    let tied = matches!(fits.as_slice(), [(one, ..), (other, ..), ..] if one == other);
    if tied {
        return None;
    }
    fits.into_iter().next().map(|(_, spec, header)| (spec, header))
}

/// `activity-sessions.csv`, `activity/sessions.csv`.
fn by_file<'a>(file: &str, registers: &'a Registers) -> Option<&'a RegisterSpec> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let key = match_key(stem);
    let words: Vec<&str> = key.split(' ').collect();
    let named =
        |word: &&str| super::NAMES.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = words.into_iter().filter(|word| !named(word)).collect();
    registers.named(&rest.join(" "))
}

/// The row that names most columns.
fn header(sheet: &Sheet, spec: &RegisterSpec) -> Option<Header> {
    let rows: Vec<_> = sheet.rows().collect();
    let headers = rows.iter().take(HEADER_WITHIN).map(|row| {
        let mut taken = BTreeSet::new();
        let mut columns = BTreeMap::new();
        for (cell, value) in row {
            let Some(column) = spec.headed(&value.text()) else { continue };
            if taken.insert(&column.id) {
                columns.insert(cell.column, column.id.clone());
            }
        }
        Header { row: row.first().map_or(0, |(cell, _)| cell.row), columns }
    });
    let best = headers.fold(None, |best: Option<Header>, one| match best {
        Some(best) if best.columns.len() >= one.columns.len() => Some(best),
        _ => Some(one),
    });
    best.filter(|header| !header.columns.is_empty())
}

/// Reads a sheet under its header.
pub(super) fn read(
    sheet: &Sheet,
    spec: &RegisterSpec,
    header: &Header,
    origin: &Origin,
) -> Reading {
    let place = Place { spec, header, origin };
    let mut reading = Reading { rows: Vec::new(), fates: Vec::new(), diagnostics: Vec::new() };
    let mut headed = BTreeSet::new();
    for row in sheet.rows() {
        let Some((first, _)) = row.first() else { continue };
        match first.row.cmp(&header.row) {
            std::cmp::Ordering::Less => {
                let above =
                    |(cell, _): &(CellRef, &Value)| (*cell, Fate::Title, Reason::AboveQuestions);
                reading.fates.extend(row.iter().map(above));
            }
            std::cmp::Ordering::Equal => {
                for (cell, value) in &row {
                    headed.insert(cell.column);
                    reading.head(&place, *cell, value);
                }
            }
            std::cmp::Ordering::Greater => reading.row(&place, &headed, &row),
        }
    }
    reading
}

impl Reading {
    fn head(&mut self, place: &Place<'_>, cell: CellRef, value: &Value) {
        let Place { spec, header, origin } = *place;
        if let Some(column) = header.columns.get(&cell.column) {
            let reason = Reason::Question(format!("{}.{column}", spec.id).into());
            return self.fates.push((cell, Fate::Label, reason));
        }
        let labels: Vec<&str> =
            spec.columns.iter().map(|column| column.label.fr.as_str()).collect();
        let free = spec
            .columns
            .iter()
            .filter(|column| !header.columns.values().any(|id| *id == column.id));
        let near = nearest(&value.text(), free.map(|column| column.label.fr.as_str()));
        let remark = Diagnostic::new(Code::RegisterColumnUnknown)
            .at(origin.at(cell))
            .quoting(value.text())
            .fact("near", near.unwrap_or("none"))
            .fact("known", labels.join(", "));
        self.diagnostics.push(remark);
        self.fates.push((cell, Fate::Unread, Reason::Stray));
    }

    fn row(&mut self, place: &Place<'_>, headed: &BTreeSet<u32>, row: &[(CellRef, &Value)]) {
        let Place { spec, header, origin } = *place;
        let mut cells = Vec::new();
        for (cell, value) in row {
            match header.columns.get(&cell.column) {
                Some(column) => cells.push((column.clone(), *cell, (*value).clone())),
                // The header of an unknown column has told of all that is below it.
                None if headed.contains(&cell.column) => {
                    self.fates.push((*cell, Fate::Unread, Reason::Stray));
                }
                None => {
                    let remark = Diagnostic::new(Code::UnreadCell).at(origin.at(*cell));
                    self.diagnostics.push(remark.quoting(value.text()));
                    self.fates.push((*cell, Fate::Unread, Reason::Stray));
                }
            }
        }
        let Some((_, first, _)) = cells.first() else { return };
        if is_total(spec, &cells) {
            let sum =
                |(_, cell, _): &(String, CellRef, Value)| (*cell, Fate::Ignored, Reason::Summary);
            return self.fates.extend(cells.iter().map(sum));
        }
        let origin = origin.at(*first);
        self.rows.push(RawRow { register: spec.id.clone(), origin, cells });
    }
}

/// Whether a row sums up those above: « Total » and nothing but numbers.
fn is_total(spec: &RegisterSpec, cells: &[(String, CellRef, Value)]) -> bool {
    let is_number = |column: &String, value: &Value| {
        let kind = spec.column(column).map(|column| column.kind);
        matches!(value, Value::Number(_) | Value::Error(_))
            || matches!(kind, Some(ColumnKind::Count | ColumnKind::Number))
    };
    let words: Vec<String> = cells
        .iter()
        .filter(|(column, _, value)| !is_number(column, value))
        .map(|(_, _, value)| match_key(&value.text()))
        .collect();
    matches!(words.as_slice(), [only] if ["total", "totaux", "sum", "totals", "total general"].contains(&only.as_str()))
}
