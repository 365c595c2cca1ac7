//! The sheets of an old workbook.

use std::sync::Arc;

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::container::{Container, u16_at, u32_at};
use super::number_format;
use super::records::{Record, Records, id};
use super::shared_strings;
use super::text::TextForm;
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::limits::LIMITS;
use crate::ingest::refusal::{Refusal, Why};
use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::xlsx::from_serial;
use crate::model::CellRef;

const BIFF8: u16 = 0x0600;

/// Reads every worksheet.
///
/// # Errors
/// A password, a container or a stream that does not hold together, a code page that nothing decodes.
pub(in crate::ingest) fn read(container: &Container<'_>) -> Result<Vec<Sheet>, Refusal> {
    let name = if container.has("Workbook") { "Workbook" } else { "Book" };
    let stream = container.stream(name)?;
    let globals = Globals::read(&stream)?;
    if globals.sheets.len() > LIMITS.sheets {
        return Err(Refusal::with(Why::TooManySheets, globals.sheets.len()));
    }
    let worksheets = globals.sheets.iter().filter(|sheet| sheet.kind == 0);
    worksheets.map(|sheet| globals.read_sheet(&stream, sheet)).collect()
}

/// What holds for the whole workbook.
struct Globals {
    form: TextForm,
    is_1904: bool,
    formats: Vec<(u16, String)>,
    /// The number format of each cell format.
    cell_formats: Vec<u16>,
    texts: Vec<Arc<str>>,
    sheets: Vec<Described>,
}

struct Described {
    name: String,
    hidden: bool,
    kind: u8,
    at: usize,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, Refusal> {
        let mut records = Records::from(stream, 0);
        let first = records.next().filter(|record| record.id == id::BOF);
        let version = first.and_then(|record| u16_at(record.data, 0));
        let form = match version {
            Some(BIFF8) => TextForm::Flagged,
            Some(_) => TextForm::of_code_page(1252)?,
            None => return Err(Refusal::new(Why::Damaged)),
        };
        let mut globals = Self {
            form,
            is_1904: false,
            formats: Vec::new(),
            cell_formats: Vec::new(),
            texts: Vec::new(),
            sheets: Vec::new(),
        };
        while let Some(record) = records.next() {
            match record.id {
                id::EOF => break,
                id::SST => {
                    let mut pieces = vec![record.data];
                    let mut ahead = records.clone();
                    while let Some(next) = ahead.next().filter(|next| next.id == id::CONTINUE) {
                        pieces.push(next.data);
                        records = ahead.clone();
                    }
                    globals.texts = shared_strings::read(&pieces);
                }
                _ => globals.record(record)?,
            }
        }
        Ok(globals)
    }

    fn record(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        let Record { id, data } = record;
        match id {
            id::FILE_PASS => return Err(Refusal::new(Why::Password)),
            id::CODE_PAGE => {
                if let (TextForm::Bytes(_), Some(page)) = (self.form, u16_at(data, 0)) {
                    self.form = TextForm::of_code_page(page)?;
                }
            }
            id::DATE_1904 => self.is_1904 = u16_at(data, 0) == Some(1),
            id::FORMAT => {
                let text = match self.form {
                    TextForm::Flagged => data.get(2..).and_then(|text| self.form.long(text)),
                    TextForm::Bytes(_) => data.get(2..).and_then(|text| self.form.short(text)),
                };
                self.formats.extend(u16_at(data, 0).zip(text));
            }
            id::XF => self.cell_formats.push(u16_at(data, 2).unwrap_or_default()),
            id::BOUND_SHEET => {
                let described = || {
                    Some(Described {
                        at: u32_at(data, 0)? as usize,
                        hidden: data.get(4)? & 3 != 0,
                        kind: *data.get(5)?,
                        name: self.form.short(data.get(6..)?)?,
                    })
                };
                let described = described().ok_or(Refusal::new(Why::Damaged))?;
                self.sheets.push(described);
            }
            _ => {}
        }
        Ok(())
    }

    fn read_sheet(&self, stream: &[u8], described: &Described) -> Result<Sheet, Refusal> {
        let mut reading = Reading {
            globals: self,
            sheet: SheetBuilder::new(&described.name, described.hidden),
            depth: 0,
            waiting: None,
        };
        for record in Records::from(stream, described.at) {
            reading.record(record)?;
            if reading.depth == 0 {
                break;
            }
        }
        Ok(reading.sheet.finish())
    }

    fn is_date(&self, cell_format: u16) -> bool {
        let Some(format) = self.cell_formats.get(usize::from(cell_format)) else { return false };
        match self.formats.iter().find(|(id, _)| id == format) {
            Some((_, text)) => number_format::is_date(text),
            None => number_format::is_built_in_date(*format),
        }
    }
}

/// The state of the pass over a sheet.
struct Reading<'g> {
    globals: &'g Globals,
    sheet: SheetBuilder,
    /// Charts are sheets within the sheet.
    depth: u32,
    /// A formula whose text is in the next record.
    waiting: Option<CellRef>,
}

impl Reading<'_> {
    fn record(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        match record.id {
            id::BOF => self.depth += 1,
            id::EOF => self.depth = self.depth.saturating_sub(1),
            // A stream that does not begin a sheet where the directory says so.
            _ if self.depth == 0 => return Err(Refusal::with(Why::Damaged, self.sheet.name())),
            _ if self.depth > 1 => {}
            // What is cut short holds nothing that could be read.
            _ => {
                let _ = self.cells(record);
            }
        }
        if self.sheet.len() > LIMITS.cells { Err(Refusal::new(Why::TooManyCells)) } else { Ok(()) }
    }

    fn cells(&mut self, Record { id, data }: Record<'_>) -> Option<()> {
        let globals = self.globals;
        match id {
            id::MUL_RK => return self.many(data),
            id::MERGED => return self.merges(data),
            id::STRING => {
                let place = self.waiting.take()?;
                self.sheet.put(place, Value::Text(globals.form.long(data)?.into()));
                return Some(());
            }
            _ => {}
        }
        let place = CellRef::new(u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
        let format = u16_at(data, 4)?;
        let value = match id {
            id::LABEL_SST => Value::Text(globals.texts.get(u32_at(data, 6)? as usize)?.clone()),
            id::LABEL | id::RICH_STRING => Value::Text(globals.form.long(data.get(6..)?)?.into()),
            id::NUMBER => self.number(double(data.get(6..14)?)?, format),
            id::RK => self.number(compressed(u32_at(data, 6)?), format),
            id::BOOL_ERR => logical(*data.get(6)?, *data.get(7)?),
            id::FORMULA => return self.formula(place, format, data.get(6..14)?),
            _ => return None,
        };
        self.sheet.put(place, value);
        Some(())
    }

    fn formula(&mut self, place: CellRef, format: u16, result: &[u8]) -> Option<()> {
        if result.get(6..8)? != [0xFF, 0xFF] {
            let number = self.number(double(result)?, format);
            self.sheet.put(place, number);
            return Some(());
        }
        match result.first()? {
            0 => self.waiting = Some(place),
            1 => self.sheet.put(place, logical(*result.get(2)?, 0)),
            2 => self.sheet.put(place, logical(*result.get(2)?, 1)),
            _ => {}
        }
        Some(())
    }

    fn number(&self, number: f64, format: u16) -> Value {
        if !self.globals.is_date(format) {
            return Value::Number(number);
        }
        from_serial(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.globals.is_1904))
    }

    /// A run of numbers in one row.
    fn many(&mut self, data: &[u8]) -> Option<()> {
        let (row, first) = (u16_at(data, 0)?, u16_at(data, 2)?);
        let body = data.get(4..data.len().checked_sub(2)?)?;
        for (column, six) in (u32::from(first)..).zip(body.chunks_exact(6)) {
            let number = self.number(compressed(u32_at(six, 2)?), u16_at(six, 0)?);
            self.sheet.put(CellRef::new(row.into(), column), number);
        }
        Some(())
    }

    fn merges(&mut self, data: &[u8]) -> Option<()> {
        for range in data.get(2..)?.chunks_exact(8) {
            let at = |index| u16_at(range, index).map(u32::from);
            let first = CellRef::new(at(0)?, at(4)?);
            self.sheet.merge(first, CellRef::new(at(2)?, at(6)?));
        }
        Some(())
    }
}

pub(super) fn double(bytes: &[u8]) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

/// A number in 30 bits: the high half of a double or an integer, perhaps in hundredths.
pub(super) fn compressed(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

pub(super) fn logical(value: u8, is_error: u8) -> Value {
    if is_error == 0 {
        return Value::Bool(value != 0);
    }
    let name = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
    Value::Error(name.to_owned())
}
