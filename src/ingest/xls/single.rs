//! Workbooks of Excel 2, 3 and 4 (BIFF2 to BIFF4): one sheet, a stream of records without a container.
//!
//! Source: « OpenOffice.org's Documentation of the Microsoft Excel File Format », D. Rentz, 2008.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::code_page::CodePage;
use super::container::u16_at;
use super::number_format;
use super::records::{Record, Records, id};
use super::workbook::{compressed, double, logical};
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::refusal::{Refusal, Why};
use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::xlsx::from_serial;
use crate::model::CellRef;

/// Whether some bytes begin a workbook of Excel 2, 3 or 4.
pub(in crate::ingest) fn is_one(bytes: &[u8]) -> bool {
    let long = u16_at(bytes, 2).is_some_and(|length| matches!(length, 4 | 6 | 8));
    long && version(bytes).is_some()
}

/// 2, 3 or 4.
fn version(bytes: &[u8]) -> Option<u8> {
    match u16_at(bytes, 0)? {
        0x0009 => Some(2),
        0x0209 => Some(3),
        0x0409 => Some(4),
        _ => None,
    }
}

/// Reads the sheet.
///
/// # Errors
/// A password, a code page that nothing decodes, a workbook of several sheets of Excel 4.
pub(in crate::ingest) fn read(bytes: &[u8]) -> Result<Sheet, Refusal> {
    const WORKSPACE: u16 = 0x0100;
    let version = version(bytes).ok_or(Refusal::new(Why::Damaged))?;
    if u16_at(bytes, 6) == Some(WORKSPACE) {
        return Err(Refusal::new(Why::NotATable("excel-4")));
    }
    let mut reading = Reading {
        version,
        page: CodePage::of(if version == 2 { 437 } else { 1252 })?,
        is_1904: false,
        formats: Vec::new(),
        cell_formats: Vec::new(),
        sheet: SheetBuilder::new("", false),
        waiting: None,
    };
    for record in Records::from(bytes, 0).skip(1) {
        match record.id {
            id::EOF => break,
            id::FILE_PASS => return Err(Refusal::new(Why::Password)),
            id::CODE_PAGE => {
                if let Some(page) = u16_at(record.data, 0) {
                    reading.page = CodePage::of(page)?;
                }
            }
            // What is cut short holds nothing that could be read.
            _ => {
                let _ = reading.record(record);
            }
        }
    }
    Ok(reading.sheet.finish())
}

struct Reading {
    version: u8,
    page: CodePage,
    is_1904: bool,
    formats: Vec<String>,
    /// The number format of each cell format; Excel 2 writes it in the cell.
    cell_formats: Vec<u8>,
    sheet: SheetBuilder,
    /// A formula whose text is in the next record.
    waiting: Option<CellRef>,
}

impl Reading {
    fn record(&mut self, Record { id, data }: Record<'_>) -> Option<()> {
        match id {
            id::DATE_1904 => self.is_1904 = u16_at(data, 0) == Some(1),
            0x001E => self.formats.push(self.short(data)?),
            id::FORMAT => self.formats.push(self.short(data.get(2..)?)?),
            0x0243 | 0x0443 => self.cell_formats.push(*data.get(1)?),
            0x0007 | 0x0207 => {
                let place = self.waiting.take()?;
                let text = if id == 0x0007 { self.short(data) } else { self.long(data) };
                self.sheet.put(place, Value::Text(text?.into()));
            }
            _ => return self.cell(id, data),
        }
        Some(())
    }

    fn cell(&mut self, id: u16, data: &[u8]) -> Option<()> {
        let place = CellRef::new(u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
        // Excel 2 has three bytes of attributes where its successors have the number of a cell format.
        let body = data.get(if id < 0x0100 && self.version == 2 { 7 } else { 6 }..)?;
        let value = match id {
            0x0002 => self.number(u16_at(body, 0)?.into(), data),
            0x0003 | 0x0203 => self.number(double(body.get(..8)?)?, data),
            0x0004 => Value::Text(self.short(body)?.into()),
            0x0204 | 0x00D6 => Value::Text(self.long(body)?.into()),
            0x0005 | 0x0205 => logical(*body.first()?, *body.get(1)?),
            0x027E => self.number(compressed(super::container::u32_at(body, 0)?), data),
            0x0006 | 0x0206 | 0x0406 => self.formula(place, body.get(..8)?, data)?,
            _ => return None,
        };
        self.sheet.put(place, value);
        Some(())
    }

    /// A formula's result; `None` when it is a text in the next record, or nothing.
    fn formula(&mut self, place: CellRef, result: &[u8], data: &[u8]) -> Option<Value> {
        if result.get(6..8)? != [0xFF, 0xFF] {
            return Some(self.number(double(result)?, data));
        }
        match result.first()? {
            0 => {
                self.waiting = Some(place);
                None
            }
            1 => Some(logical(*result.get(2)?, 0)),
            2 => Some(logical(*result.get(2)?, 1)),
            _ => None,
        }
    }

    fn number(&self, number: f64, data: &[u8]) -> Value {
        let format = if self.version == 2 {
            data.get(5).map(|attributes| attributes & 0x3F)
        } else {
            u16_at(data, 4).and_then(|format| self.cell_formats.get(usize::from(format)).copied())
        };
        let text = format.and_then(|format| self.formats.get(usize::from(format)));
        if !text.is_some_and(|text| number_format::is_date(text)) {
            return Value::Number(number);
        }
        from_serial(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.is_1904))
    }

    /// A text that its length precedes on one byte.
    fn short(&self, data: &[u8]) -> Option<String> {
        let length = usize::from(*data.first()?);
        Some(self.page.decode(data.get(1..)?.get(..length)?))
    }

    /// A text that its length precedes on two bytes.
    fn long(&self, data: &[u8]) -> Option<String> {
        let length = usize::from(u16_at(data, 0)?);
        Some(self.page.decode(data.get(2..)?.get(..length)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&id.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    fn cells(sheet: &Sheet) -> Vec<(String, String)> {
        sheet.cells().map(|(cell, value)| (cell.to_string(), value.text())).collect()
    }

    #[test]
    fn excel_2_and_4_are_read_with_their_dates_and_code_pages() {
        let two = [
            record(0x0009, &[2, 0, 0x10, 0]),
            record(0x0042, &437_u16.to_le_bytes()),
            record(0x001E, b"\x07General"),
            record(0x001E, b"\x08d/m/yyyy"),
            record(0x0004, b"\0\0\0\0\0\0\0\x08Acad\x82mie"),
            record(0x0002, &[0, 0, 1, 0, 0, 0, 0, 7, 0]),
            record(0x0003, &[&[1, 0, 0, 0, 0, 1, 0][..], &43_891_f64.to_le_bytes()].concat()),
            record(0x000A, &[]),
        ]
        .concat();
        assert!(is_one(&two));
        let found = cells(&read(&two).unwrap());
        let expected = [("A1", "Académie"), ("B1", "7"), ("A2", "01/03/2020")];
        assert_eq!(found, expected.map(|(cell, text)| (cell.to_owned(), text.to_owned())));
        let four = [
            record(0x0409, &[4, 0, 0x10, 0, 0, 0]),
            record(0x0204, &[&[0, 0, 0, 0, 0, 0, 4, 0][..], b"\xC9tat"].concat()),
            record(
                0x0406,
                &[&[0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF][..], &[0; 4]].concat(),
            ),
            record(0x0207, &[&[3, 0][..], b"oui"].concat()),
        ]
        .concat();
        let found = cells(&read(&four).unwrap());
        assert_eq!(
            found,
            [("A1", "État"), ("B1", "oui")].map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
        let locked = [record(0x0409, &[4, 0, 0x10, 0, 0, 0]), record(0x002F, &[0; 4])].concat();
        assert_eq!(read(&locked).unwrap_err().why, Why::Password);
    }
}
