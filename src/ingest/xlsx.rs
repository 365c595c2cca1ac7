//! Office Open XML workbooks, through calamine's streaming reader.

use std::hash::BuildHasher;
use std::io::{Cursor, Read, Seek};
use std::sync::mpsc;

use calamine::{
    Cell, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError,
};
use chrono::{NaiveDateTime, Timelike};
use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::grid::{Sheet, Value};
use super::guard::{Begun, Pace};
use super::quiet;
use super::refusal::{Refusal, Why};
use super::sheet_builder::SheetBuilder;
use crate::model::CellRef;

/// The names of a workbook's worksheets, and whether each is hidden.
pub(super) fn worksheets(listed: &[calamine::Sheet]) -> Vec<(String, bool)> {
    let worksheets = listed.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    worksheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

/// Reads every worksheet, behind a guard that has passed all parts but perhaps one large sheet, which it walks through
/// on another core at the same time, always ahead.
///
/// # Errors
/// What the guard finds, or what calamine says, for a file that it cannot read.
pub(super) fn read(bytes: &[u8], guard: Begun<'_, '_>) -> Result<Vec<Sheet>, Refusal> {
    let pace = Pace::default();
    let ahead = guard.sheet_ahead().map(str::to_owned);
    let (checked, read) = std::thread::scope(|scope| {
        let guarding = scope.spawn(|| {
            let checked = quiet::catch(|| guard.finish(&pace));
            // Whatever happened, the reading must not wait for ever.
            pace.end(matches!(checked, Some(Ok(_))));
            checked.unwrap_or_else(|| Err(Refusal::new(Why::Library)))
        });
        let read = read_sheets(bytes, ahead.as_deref(), &pace);
        (guarding.join().unwrap_or_else(|_| Err(Refusal::new(Why::Library))), read)
    });
    let checked = checked?;
    let finish = |mut sheet: SheetBuilder| {
        if let Some(facts) = checked.sheets.get(sheet.name()) {
            for (first, last) in &facts.merges {
                sheet.merge(*first, *last);
            }
            sheet.uncomputed(&facts.uncomputed);
        }
        sheet.finish()
    };
    Ok(read?.into_iter().map(finish).collect())
}

fn read_sheets(
    bytes: &[u8],
    ahead: Option<&str>,
    pace: &Pace,
) -> Result<Vec<SheetBuilder>, Refusal> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let described = worksheets(workbook.sheets_metadata());
    let mut sheets = Vec::new();
    for (name, hidden) in described {
        let follows = ahead == Some(name.as_str());
        if follows && pace.wait_for(0) == 0 {
            // The guard says why.
            break;
        }
        let reader = match workbook.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A sheet of macros or charts that the workbook lists as a worksheet.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(refusal(error)),
        };
        let cells = Cells { reader, read: 0, free: 0, pace: follows.then_some(pace) };
        sheets.push(build(SheetBuilder::new(&name, hidden), cells)?);
    }
    Ok(sheets)
}

/// Cells that are handed over at once to the thread that puts a large sheet together.
const BATCH: usize = 4096;
/// Batches that may wait for it.
const WAITING: usize = 4;

/// Puts a sheet together; a large one on another core while it is read.
fn build<'w>(
    mut sheet: SheetBuilder,
    mut cells: Cells<'w, impl Read + Seek>,
) -> Result<SheetBuilder, Refusal> {
    let mut texts = Texts::default();
    let first = cells.batch()?;
    for cell in &first {
        texts.put(&mut sheet, cell);
    }
    if first.len() < BATCH {
        return Ok(sheet);
    }
    let (batches, waiting) = mpsc::sync_channel::<Vec<Cell<DataRef<'w>>>>(WAITING);
    std::thread::scope(|scope| {
        let builder = scope.spawn(move || {
            for cell in waiting.into_iter().flatten() {
                texts.put(&mut sheet, &cell);
            }
            sheet
        });
        let mut read = || loop {
            let batch = cells.batch()?;
            let ends = batch.len() < BATCH;
            // The builder is gone only by a bug, which joining it tells.
            if batches.send(batch).is_err() || ends {
                return Ok(());
            }
        };
        let read = read();
        drop(batches);
        let sheet = builder.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug));
        read.map(|()| sheet)
    })
}

/// The cells of a sheet, never read beyond what the guard has passed.
struct Cells<'w, R: Read + Seek> {
    reader: XlsxCellReader<'w, R>,
    read: usize,
    /// How many may be read.
    free: usize,
    /// Where the guard is, if it walks through this sheet at the same time.
    pace: Option<&'w Pace>,
}

impl<'w, R: Read + Seek> Cells<'w, R> {
    /// The next cells; fewer than a batch at the end.
    fn batch(&mut self) -> Result<Vec<Cell<DataRef<'w>>>, Refusal> {
        let mut batch = Vec::new();
        while batch.len() < BATCH {
            if self.read == self.free {
                self.free = self.pace.map_or(usize::MAX, |pace| pace.wait_for(self.read));
                if self.read == self.free {
                    break;
                }
            }
            let Some(cell) = self.reader.next_cell().map_err(refusal)? else { break };
            self.read += 1;
            if !matches!(cell.get_value(), DataRef::Empty) {
                batch.push(cell);
            }
        }
        Ok(batch)
    }
}

/// What the library's error means for a user.
fn refusal(error: XlsxError) -> Refusal {
    let why = match &error {
        XlsxError::Password => Why::Password,
        XlsxError::Unrecognized { .. } => Why::MacroSheet,
        XlsxError::RelationshipNotFound | XlsxError::FileNotFound(_) => Why::MissingPart,
        XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Zip(_) => Why::Damaged,
        _ => Why::Library,
    };
    // The library's English words would say no more to a user than the name of the part.
    match error {
        XlsxError::Unrecognized { val, .. } => Refusal::with(why, val),
        XlsxError::FileNotFound(part) => Refusal::with(why, part),
        _ => Refusal::new(why),
    }
}

/// Texts seen before, by where the library keeps them: most cells repeat one, which is then not even compared.
#[derive(Default)]
struct Texts {
    known: HashTable<(usize, Option<u32>)>,
    hasher: RandomState,
}

impl Texts {
    fn put(&mut self, sheet: &mut SheetBuilder, cell: &Cell<DataRef<'_>>) {
        let (row, column) = cell.get_position();
        let (cell, data) = (CellRef::new(row, column), cell.get_value());
        match data {
            DataRef::SharedString(text) => {
                if let Some(id) = self.shared(sheet, text) {
                    sheet.put_known(cell, id);
                }
            }
            DataRef::String(text) => sheet.put_text(cell, text),
            other => {
                if let Some(value) = value(other) {
                    sheet.put(cell, value);
                }
            }
        }
    }

    fn shared(&mut self, sheet: &mut SheetBuilder, text: &str) -> Option<u32> {
        let (place, hasher) = (text.as_ptr().addr(), &self.hasher);
        let hash = hasher.hash_one(place);
        if let Some((_, id)) = self.known.find(hash, |(known, _)| *known == place) {
            return *id;
        }
        let id = sheet.intern_text(text);
        self.known.insert_unique(hash, (place, id), |(known, _)| hasher.hash_one(known));
        id
    }
}

/// A cell's value, `None` for an empty one.
pub(super) fn value(data: &DataRef<'_>) -> Option<Value> {
    Some(match data {
        DataRef::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "a workbook's numbers are doubles")]
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Value::Text(text.as_str().into()),
        DataRef::SharedString(text) => Value::Text((*text).into()),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(date) => from_serial(date),
        DataRef::DateTimeIso(text) => from_iso(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
    })
}

/// A date cell; a time without a day is its text, and a serial that is no date stays a number.
pub(super) fn from_serial(date: &ExcelDateTime) -> Value {
    match date.as_datetime() {
        Some(moment) if date.is_datetime() && (0.0..1.0).contains(&date.as_f64()) => {
            let pattern = if moment.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
            Value::Text(moment.format(pattern).to_string().into())
        }
        Some(moment) if date.is_datetime() => Value::Date(moment),
        _ => Value::Number(date.as_f64()),
    }
}

/// An ISO date cell, with or without a time; anything else stays text.
pub(super) fn from_iso(text: &str) -> Value {
    let datetime = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok();
    let datetime =
        datetime.or_else(|| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.fZ").ok());
    let date = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let value = datetime.or_else(|| date.map(|date| date.and_time(chrono::NaiveTime::MIN)));
    value.map_or_else(|| Value::Text(text.into()), Value::Date)
}
