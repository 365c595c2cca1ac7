//! What became of the cells of a sheet, held beside them: a byte a cell, so that four million cost four megabytes.

use super::accounting::{CellFate, CellRun, Fate, Reason};
use super::answer::Place;
use super::grid::{Sheet, SheetRow};
use crate::model::CellRef;

/// Cells of a sheet from which its fates are told by runs.
const LARGE: usize = 200_000;

/// The fates of a sheet's cells, by their places among them.
#[derive(Clone, Debug, Default)]
pub(super) struct Fates {
    codes: Codes,
    /// What each code means, from 1 on; 0 is a cell that nobody looked at.
    kinds: Vec<(Fate, Reason)>,
}

#[derive(Clone, Debug)]
enum Codes {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Fates {
    /// So many cells that nobody looked at.
    pub(super) fn new(cells: usize) -> Self {
        Self { codes: Codes::Narrow(vec![0; cells]), kinds: Vec::new() }
    }

    /// The code of a fate and its reason.
    pub(super) fn code(&mut self, fate: Fate, reason: &Reason) -> u16 {
        let known = self.kinds.iter().position(|(known, why)| *known == fate && why == reason);
        let at = known.unwrap_or_else(|| {
            self.kinds.push((fate, reason.clone()));
            self.kinds.len() - 1
        });
        u16::try_from(at + 1).unwrap_or(u16::MAX)
    }

    /// Gives a cell its fate.
    pub(super) fn set(&mut self, at: usize, code: u16) {
        if let Codes::Narrow(codes) = &self.codes
            && u8::try_from(code).is_err()
        {
            self.codes = Codes::Wide(codes.iter().map(|code| u16::from(*code)).collect());
        }
        match &mut self.codes {
            Codes::Narrow(codes) => {
                if let (Some(place), Ok(code)) = (codes.get_mut(at), u8::try_from(code)) {
                    *place = code;
                }
            }
            Codes::Wide(codes) => {
                if let Some(place) = codes.get_mut(at) {
                    *place = code;
                }
            }
        }
    }

    /// A cell's fate; `None` when nobody looked at it.
    pub(super) fn get(&self, at: usize) -> Option<&(Fate, Reason)> {
        self.kinds.get(usize::from(self.code_at(at).checked_sub(1)?))
    }

    /// The cells that nobody looked at, by their places.
    pub(super) fn unseen(&self) -> Vec<usize> {
        let zeros = |is_zero: &mut dyn Iterator<Item = bool>| {
            is_zero.enumerate().filter_map(|(at, zero)| zero.then_some(at)).collect()
        };
        match &self.codes {
            Codes::Narrow(codes) => zeros(&mut codes.iter().map(|code| *code == 0)),
            Codes::Wide(codes) => zeros(&mut codes.iter().map(|code| *code == 0)),
        }
    }

    fn code_at(&self, at: usize) -> u16 {
        match &self.codes {
            Codes::Narrow(codes) => codes.get(at).copied().map_or(0, u16::from),
            Codes::Wide(codes) => codes.get(at).copied().unwrap_or_default(),
        }
    }
}

/// What became of every cell of a sheet that holds something.
#[derive(Clone, Debug)]
pub struct SheetCells {
    /// The sheet; empty for CSV.
    pub sheet: String,
    rows: Vec<SheetRow>,
    columns: Vec<u16>,
    fates: Fates,
    /// What merged cells hide.
    hidden: Vec<CellRef>,
}

const UNREAD: (Fate, Reason) = (Fate::Unread, Reason::Stray);
const UNDER_MERGE: (Fate, Reason) = (Fate::Ignored, Reason::UnderMerge);

impl SheetCells {
    /// The cells of a sheet with their fates; its values are let go.
    pub(super) fn new(sheet: Sheet, fates: Fates) -> Self {
        let hidden = sheet.covered().map(|(cell, _)| cell).collect();
        let Sheet { name, rows, columns, .. } = sheet;
        Self { sheet: name, rows, columns, fates, hidden }
    }

    /// The cells of a sheet of which the fates were listed one by one.
    pub(crate) fn of(sheet: String, mut cells: Vec<CellFate>) -> Self {
        cells.sort();
        cells.dedup_by_key(|cell| cell.cell);
        let mut own = Self {
            sheet,
            rows: Vec::new(),
            columns: Vec::new(),
            fates: Fates::new(cells.len()),
            hidden: Vec::new(),
        };
        for (at, CellFate { cell, fate, reason, .. }) in cells.into_iter().enumerate() {
            if own.rows.last().is_none_or(|row| row.number != cell.row) {
                let start = u32::try_from(at).unwrap_or(u32::MAX);
                own.rows.push(SheetRow { number: cell.row, start });
            }
            own.columns.push(u16::try_from(cell.column).unwrap_or(u16::MAX));
            let code = own.fates.code(fate, &reason);
            own.fates.set(at, code);
        }
        own
    }

    /// How many cells are accounted for.
    pub fn len(&self) -> usize {
        self.columns.len() + self.hidden.len()
    }

    /// Whether the sheet is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every cell by itself, in reading order.
    pub fn cells(&self) -> impl Iterator<Item = CellFate> + '_ {
        let fate = |cell, (fate, reason): &(Fate, Reason)| CellFate {
            sheet: self.sheet.clone(),
            cell,
            fate: *fate,
            reason: reason.clone(),
        };
        let own = self.places().map(move |(at, cell)| fate(cell, self.fate(at)));
        let hidden = self.hidden.iter().map(move |cell| fate(*cell, &UNDER_MERGE));
        let mut all: Vec<CellFate> =
            if self.hidden.is_empty() { Vec::new() } else { hidden.collect() };
        // Cells under a merge are few, and none of a large table.
        let sorted = !all.is_empty();
        let mut own = own;
        if sorted {
            all.extend(own.by_ref());
            all.sort();
        }
        all.into_iter().chain(own)
    }

    /// The runs of cells with the same fate and reason: each cell by itself, or in a large table the cells of a column
    /// that follow each other without a gap. In reading order of their first cells.
    pub fn runs(&self) -> Vec<CellRun<'_>> {
        let mut runs: Vec<CellRun<'_>> = Vec::new();
        let long = self.columns.len() > LARGE;
        // The open run of each column.
        let mut open: Vec<Option<(CellRun<'_>, u16)>> = Vec::new();
        for (at, cell) in self.places() {
            let (fate, reason) = self.fate(at);
            let own = CellRun { sheet: &self.sheet, first: cell, last: cell, fate: *fate, reason };
            if !long {
                runs.push(own);
                continue;
            }
            let (column, code) = (cell.column as usize, self.fates.code_at(at));
            if open.len() <= column {
                open.resize_with(column + 1, || None);
            }
            let Some(place) = open.get_mut(column) else { continue };
            match place {
                Some((run, known)) if *known == code && run.last.row + 1 == cell.row => {
                    run.last = cell;
                }
                _ => runs.extend(place.replace((own, code)).map(|(run, _)| run)),
            }
        }
        runs.extend(open.into_iter().flatten().map(|(run, _)| run));
        runs.extend(self.hidden.iter().map(|cell| CellRun {
            sheet: &self.sheet,
            first: *cell,
            last: *cell,
            fate: UNDER_MERGE.0,
            reason: &UNDER_MERGE.1,
        }));
        runs.sort_by_key(|run| run.first);
        runs
    }

    /// Passes over the cells of a place, for a reason: all of a fiche, or the answers of a record, whose header belongs
    /// to every record; not what was unread anyway.
    pub(crate) fn set_aside(&mut self, place: Place, reason: &Reason) {
        let code = self.fates.code(Fate::Ignored, reason);
        let numbered = |first: u32, last: u32| {
            let at = self.rows.partition_point(|known| known.number < first);
            at..self.rows.partition_point(|known| known.number <= last)
        };
        let rows = match place {
            Place::Row(row) => numbered(row, row),
            Place::Rows(first, last) => numbered(first, last),
            Place::Sheet | Place::Column(_) | Place::Columns(..) => 0..self.rows.len(),
        };
        let span = |row| self.span(row);
        let cells = rows.start..rows.end;
        let (first, last) = (span(cells.start).start, span(cells.end).start);
        for at in first..last {
            let within = |first: u32, last: u32| {
                let column = self.columns.get(at).map(|column| u32::from(*column));
                column.is_some_and(|column| (first..=last).contains(&column))
            };
            let own = match place {
                Place::Column(column) => within(column, column),
                Place::Columns(first, last) => within(first, last),
                Place::Row(_) | Place::Rows(..) | Place::Sheet => true,
            };
            let (fate, _) = self.fate(at);
            let whole = matches!(place, Place::Sheet | Place::Rows(..) | Place::Columns(..));
            let counts = whole || *fate == Fate::Answer;
            if own && counts && *fate != Fate::Unread {
                self.fates.set(at, code);
            }
        }
    }

    /// Gives a cell another fate.
    pub(crate) fn set(&mut self, cell: CellRef, fate: Fate, reason: &Reason) {
        let row = self.rows.partition_point(|known| known.number < cell.row);
        if self.rows.get(row).is_none_or(|known| known.number != cell.row) {
            return;
        }
        let span = self.span(row);
        let columns = self.columns.get(span.clone()).unwrap_or_default();
        let at =
            u16::try_from(cell.column).ok().and_then(|column| columns.binary_search(&column).ok());
        if let Some(at) = at {
            let code = self.fates.code(fate, reason);
            self.fates.set(span.start + at, code);
        }
    }

    fn fate(&self, at: usize) -> &(Fate, Reason) {
        self.fates.get(at).unwrap_or(&UNREAD)
    }

    fn span(&self, row: usize) -> std::ops::Range<usize> {
        let start = |row: usize| self.rows.get(row).map(|row| row.start as usize);
        start(row).unwrap_or(self.columns.len())..start(row + 1).unwrap_or(self.columns.len())
    }

    /// Each cell's place and name.
    fn places(&self) -> impl Iterator<Item = (usize, CellRef)> + '_ {
        self.rows.iter().enumerate().flat_map(move |(row, known)| {
            self.span(row).filter_map(move |at| {
                Some((at, CellRef::new(known.number, u32::from(*self.columns.get(at)?))))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::sheet_builder::SheetBuilder;

    /// A sheet of 3 columns with a gap and two changes of fate.
    fn cells(rows: u32) -> SheetCells {
        let mut builder = SheetBuilder::new("s", false);
        for row in 0..rows {
            for column in (0..3).filter(|column| *column != 1 || row != 7) {
                builder.put_text(CellRef::new(row, column), "x");
            }
        }
        let sheet = builder.finish();
        let mut fates = Fates::new(sheet.len());
        let (label, answer) = (
            fates.code(Fate::Label, &Reason::Metadata),
            fates.code(Fate::Answer, &Reason::Summary),
        );
        for at in 0..sheet.len() {
            fates.set(at, if at < 3 { label } else { answer });
        }
        SheetCells::new(sheet, fates)
    }

    #[test]
    fn the_runs_of_a_large_sheet_hold_each_cell_once() {
        let large = cells(80_000);
        let runs = large.runs();
        let told: Vec<String> = runs.iter().map(ToString::to_string).collect();
        let expected = ["A1", "B1", "C1", "A2:A80000", "B2:B7", "C2:C80000", "B9:B80000"];
        assert_eq!(told, expected);
        assert_eq!(runs.iter().map(CellRun::len).sum::<usize>(), large.len());
        let mut touched = large.clone();
        touched.set_aside(Place::Row(9), &Reason::Superseded);
        touched.set(CellRef::new(20, 1), Fate::Unread, &Reason::Stray);
        assert_eq!(touched.runs().iter().map(CellRun::len).sum::<usize>(), large.len());
        assert_eq!(touched.runs().len(), 7 + 6 + 2);
    }

    #[test]
    fn a_small_sheet_tells_each_cell_by_itself() {
        let small = cells(3);
        assert_eq!(small.runs().len(), small.len());
        assert_eq!(small.cells().count(), small.len());
    }

    #[test]
    fn more_reasons_than_a_byte_holds_are_told_apart() {
        let mut fates = Fates::new(400);
        for at in 0..400 {
            let code = fates.code(Fate::Answer, &Reason::Question(format!("q{at}").into()));
            fates.set(at, code);
        }
        let reason = |at| fates.get(at).map(|(_, reason)| reason.key().to_owned());
        assert_eq!((reason(3), reason(399)), (Some("q3".to_owned()), Some("q399".to_owned())));
    }
}
