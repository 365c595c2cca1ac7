//! The records of a workbook's stream.

use super::container::u16_at;

/// A record: what it is, and its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) id: u16,
    pub(super) data: &'a [u8],
}

/// The records from a place in the stream; one cut short by the end of the stream is the last.
#[derive(Clone, Debug)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn from(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let id = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let start = self.at + 4;
        let end = (start + length).min(self.stream.len());
        self.at = end;
        Some(Record { id, data: self.stream.get(start..end)? })
    }
}

/// The records that are read.
pub(super) mod id {
    pub(in crate::ingest::xls) const FORMULA: u16 = 0x0006;
    pub(in crate::ingest::xls) const EOF: u16 = 0x000A;
    pub(in crate::ingest::xls) const DATE_1904: u16 = 0x0022;
    pub(in crate::ingest::xls) const FILE_PASS: u16 = 0x002F;
    pub(in crate::ingest::xls) const CONTINUE: u16 = 0x003C;
    pub(in crate::ingest::xls) const CODE_PAGE: u16 = 0x0042;
    pub(in crate::ingest::xls) const BOUND_SHEET: u16 = 0x0085;
    pub(in crate::ingest::xls) const MUL_RK: u16 = 0x00BD;
    pub(in crate::ingest::xls) const RICH_STRING: u16 = 0x00D6;
    pub(in crate::ingest::xls) const XF: u16 = 0x00E0;
    pub(in crate::ingest::xls) const MERGED: u16 = 0x00E5;
    pub(in crate::ingest::xls) const SST: u16 = 0x00FC;
    pub(in crate::ingest::xls) const LABEL_SST: u16 = 0x00FD;
    pub(in crate::ingest::xls) const NUMBER: u16 = 0x0203;
    pub(in crate::ingest::xls) const LABEL: u16 = 0x0204;
    pub(in crate::ingest::xls) const BOOL_ERR: u16 = 0x0205;
    pub(in crate::ingest::xls) const STRING: u16 = 0x0207;
    pub(in crate::ingest::xls) const RK: u16 = 0x027E;
    pub(in crate::ingest::xls) const FORMAT: u16 = 0x041E;
    pub(in crate::ingest::xls) const BOF: u16 = 0x0809;
}
