//! The compound file around an old workbook: a small file system of sectors and chains.
//!
//! A last sector cut short is read as far as it goes, as Excel does; a chain that leaves the file or goes
//! on for longer than the file has sectors is refused.

use crate::ingest::refusal::{Refusal, Why};

const FREE: u32 = 0xFFFF_FFFA;
const MINI_CUTOFF: usize = 4096;
const MINI_SECTOR: usize = 64;

/// A compound file.
#[derive(Debug)]
pub(in crate::ingest) struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

impl<'a> Container<'a> {
    /// Opens a compound file.
    ///
    /// # Errors
    /// A header, table or directory that does not hold together.
    pub(in crate::ingest) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let shift = u16_at(bytes, 30).ok_or(Refusal::new(Why::Truncated))?;
        if !matches!(shift, 9 | 12) {
            return Err(Refusal::new(Why::Damaged));
        }
        let mut container = Self {
            bytes,
            sector: 1 << shift,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        container.table = container.read_table()?;
        let directory = container.chain(header(bytes, 48)?)?;
        container.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let mini_start = header(bytes, 60)?;
        if mini_start < FREE {
            container.mini_table = numbers(&container.chain(mini_start)?);
            let root = container.entries.iter().find(|entry| entry.kind == 5);
            let start = root.map(|entry| entry.start).filter(|start| *start < FREE);
            if let Some(start) = start {
                container.mini_stream = container.chain(start)?;
            }
        }
        Ok(container)
    }

    /// Whether a stream has this name.
    pub(in crate::ingest) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream.
    ///
    /// # Errors
    /// No such stream, or a chain that leaves the file or loops.
    pub(in crate::ingest) fn stream(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))
            .ok_or_else(|| Refusal::with(Why::Damaged, name))?;
        let mut bytes = if entry.size < MINI_CUTOFF && !self.mini_stream.is_empty() {
            self.mini_chain(entry.start)?
        } else {
            self.chain(entry.start)?
        };
        bytes.truncate(entry.size);
        Ok(bytes)
    }

    /// The sector table, from the header and the chain of its own sectors.
    fn read_table(&self) -> Result<Vec<u32>, Refusal> {
        let mut places: Vec<u32> = (0..109)
            .filter_map(|index| u32_at(self.bytes, 76 + index * 4))
            .filter(|place| *place < FREE)
            .collect();
        let mut next = header(self.bytes, 68)?;
        let mut steps = 0;
        while next < FREE {
            steps += 1;
            if steps > self.sectors() {
                return Err(Refusal::new(Why::Damaged));
            }
            let mut more = numbers(self.at(next)?);
            next = more.pop().unwrap_or(u32::MAX);
            places.extend(more.into_iter().filter(|place| *place < FREE));
        }
        if places.len() > self.sectors() {
            return Err(Refusal::new(Why::Damaged));
        }
        let mut table = Vec::new();
        for place in places {
            table.extend(numbers(self.at(place)?));
        }
        Ok(table)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    /// A sector; the last one may be short.
    fn at(&self, sector: u32) -> Result<&'a [u8], Refusal> {
        let start = (sector as usize + 1).saturating_mul(self.sector);
        let end = (start + self.sector).min(self.bytes.len());
        self.bytes
            .get(start..end)
            .filter(|bytes| !bytes.is_empty())
            .ok_or(Refusal::new(Why::Truncated))
    }

    fn chain(&self, start: u32) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        let mut next = start;
        let mut steps = 0;
        while next < FREE {
            steps += 1;
            if steps > self.sectors() {
                return Err(Refusal::new(Why::Damaged));
            }
            bytes.extend_from_slice(self.at(next)?);
            next = self.table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        Ok(bytes)
    }

    fn mini_chain(&self, start: u32) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        let mut next = start;
        let mut steps = 0;
        while next < FREE {
            steps += 1;
            if steps > self.mini_table.len() + 1 {
                return Err(Refusal::new(Why::Damaged));
            }
            let begin = (next as usize).saturating_mul(MINI_SECTOR);
            let end = (begin + MINI_SECTOR).min(self.mini_stream.len());
            let piece = self.mini_stream.get(begin..end).ok_or(Refusal::new(Why::Truncated))?;
            bytes.extend_from_slice(piece);
            next = self.mini_table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        Ok(bytes)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).min(64);
    let units: Vec<u16> = bytes
        .get(..length.saturating_sub(2))?
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let kind = *bytes.get(66)?;
    (kind != 0).then_some(Entry {
        name: String::from_utf16_lossy(&units),
        kind,
        start: u32_at(bytes, 116)?,
        size: u32_at(bytes, 120)? as usize,
    })
}

fn header(bytes: &[u8], at: usize) -> Result<u32, Refusal> {
    u32_at(bytes, at).ok_or(Refusal::new(Why::Truncated))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .collect()
}

/// Two bytes, little-endian.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

/// Four bytes, little-endian.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
