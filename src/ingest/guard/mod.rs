//! What is checked before a library sees a byte of an archive.
//!
//! The directory first (entries, declared sizes, names), then every part inflated to its end as a stream,
//! which verifies its CRC: calamine does not, and a byte-damaged workbook was read with other text. The
//! XML of each part is walked on the way; see [`scan`]. Source: design/inputs.md.

mod cell_name;
mod pace;
mod scan;
mod workbook_map;

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

pub(super) use pace::Pace;
pub(super) use scan::SheetFacts;

use super::limits::LIMITS;
use super::refusal::{Refusal, Why};
use workbook_map::WorkbookMap;

/// What the guard learnt of an archive.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// By sheet name: what the library does not tell.
    pub(super) sheets: BTreeMap<String, SheetFacts>,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens an archive's directory.
///
/// # Errors
/// A directory that is missing (a file cut short) or broken.
pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, Refusal> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
        let has_end = bytes.windows(4).rev().take(70_000).any(|window| window == b"PK\x05\x06");
        Refusal::new(if has_end { Why::Damaged } else { Why::Truncated })
    })
}

/// Checks the directory and every part.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn check(archive: &mut Archive<'_>) -> Result<Checked, Refusal> {
    begin(archive)?.finish(&Pace::default())
}

/// Checks the directory and every part but the largest sheet, if that is large: it may be read while it is checked, as
/// long as the reader stays behind; see [`Pace`].
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn begin<'a, 'b>(archive: &'a mut Archive<'b>) -> Result<Begun<'a, 'b>, Refusal> {
    check_directory(archive)?;
    let large = largest_sheet(archive);
    let mut begun = Begun {
        archive,
        map: WorkbookMap::default(),
        facts: BTreeMap::new(),
        total: 0,
        ahead: None,
    };
    for index in 0..begun.archive.len() {
        if large.as_ref().is_none_or(|(large, _)| *large != index) {
            begun.part(index, &Pace::default())?;
        }
    }
    if let Some((index, part)) = large {
        match begun.map.sheet_of(&part) {
            Some(sheet) => begun.ahead = Some((index, sheet)),
            None => begun.part(index, &Pace::default())?,
        }
    }
    Ok(begun)
}

/// A check that has passed all parts but perhaps one.
pub(super) struct Begun<'a, 'b> {
    archive: &'a mut Archive<'b>,
    map: WorkbookMap,
    facts: BTreeMap<String, SheetFacts>,
    total: u64,
    /// The part that is left, and the sheet that it holds.
    ahead: Option<(usize, String)>,
}

impl Begun<'_, '_> {
    /// The sheet that [`Begun::finish`] will walk through.
    pub(super) fn sheet_ahead(&self) -> Option<&str> {
        self.ahead.as_ref().map(|(_, sheet)| sheet.as_str())
    }

    /// Checks what is left, telling `pace` how far it has come.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub(super) fn finish(mut self, pace: &Pace) -> Result<Checked, Refusal> {
        if let Some((index, _)) = self.ahead.take() {
            self.part(index, pace)?;
        }
        if self.facts.len() > LIMITS.sheets {
            return Err(Refusal::with(Why::TooManySheets, self.facts.len()));
        }
        if self.facts.values().map(|sheet| sheet.cells).sum::<usize>() > LIMITS.cells {
            return Err(Refusal::new(Why::TooManyCells));
        }
        Ok(Checked { sheets: self.map.by_sheet(self.facts) })
    }

    fn part(&mut self, index: usize, pace: &Pace) -> Result<(), Refusal> {
        let (name, inflated, found) = check_part(self.archive, index, (&mut self.map, pace))?;
        self.total += inflated;
        if self.total > LIMITS.all_parts {
            return Err(Refusal::new(Why::Bomb));
        }
        self.facts.extend(found.map(|found| (name, found)));
        Ok(())
    }
}

/// Bytes from which a sheet is read while it is checked.
const LARGE_SHEET: u64 = 4_000_000;

/// The largest worksheet by its declared size, if that is large.
fn largest_sheet(archive: &mut Archive<'_>) -> Option<(usize, String)> {
    let mut largest: Option<(u64, usize, String)> = None;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index_raw(index) else { continue };
        let (name, size) = (part_name(part.name()), part.size());
        let sheet = name.contains("worksheets/") && is_xml(&name);
        if sheet && size >= LARGE_SHEET && largest.as_ref().is_none_or(|(most, ..)| size > *most) {
            largest = Some((size, index, name));
        }
    }
    largest.map(|(_, index, name)| (index, name))
}

fn check_directory(archive: &mut Archive<'_>) -> Result<(), Refusal> {
    if archive.is_empty() {
        return Err(Refusal::new(Why::NotATable("zip-empty")));
    }
    if archive.len() > LIMITS.parts {
        return Err(Refusal::with(Why::TooManyParts, archive.len()));
    }
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| damaged(""))?;
        let name = part_name(part.name());
        if part.encrypted() {
            return Err(Refusal::with(Why::Password, name));
        }
        let leaves = name.split(['/', '\\']).any(|piece| piece == "..");
        if leaves || name.contains('\0') || name.contains(':') {
            return Err(Refusal::with(Why::UnsafePath, name));
        }
        let size = part.size();
        let ratio = size / part.compressed_size().max(1);
        if size > LIMITS.part || (size > LIMITS.large && ratio > LIMITS.ratio) {
            return Err(Refusal::with(Why::Bomb, name));
        }
        declared = declared.saturating_add(size);
    }
    if declared > LIMITS.all_parts { Err(Refusal::new(Why::Bomb)) } else { Ok(()) }
}

/// Inflates a part to its end; gives its name, its size and, for a worksheet, what it holds.
fn check_part(
    archive: &mut Archive<'_>,
    index: usize,
    (map, pace): (&mut WorkbookMap, &Pace),
) -> Result<(String, u64, Option<SheetFacts>), Refusal> {
    let part = archive.by_index(index).map_err(|_| damaged(""))?;
    let (name, size) = (part_name(part.name()), part.size());
    let is_xml = is_xml(&name);
    let mut counted = Counted { inner: part, read: 0 };
    let found = if workbook_map::is_kept(&name) && size <= LIMITS.large {
        let mut text = Vec::new();
        counted.read_to_end(&mut text).map_err(|_| damaged(&name))?;
        let found = scan::walk(&mut text.as_slice(), (size, &name), pace)?;
        if !map.keep(&name, &String::from_utf8_lossy(&text)) {
            return Err(damaged(&name));
        }
        found
    } else if is_xml {
        let mut reader = BufReader::with_capacity(1 << 16, &mut counted);
        let found = scan::walk(&mut reader, (size, &name), pace)?;
        std::io::copy(&mut reader, &mut std::io::sink()).map_err(|_| damaged(&name))?;
        found
    } else {
        std::io::copy(&mut counted, &mut std::io::sink()).map_err(|_| damaged(&name))?;
        None
    };
    if counted.read != size {
        return Err(Refusal::with(Why::Damaged, name));
    }
    Ok((name, size, found))
}

/// A part's name; one that is no text can be nothing that is read.
fn part_name(name: Result<std::borrow::Cow<'_, str>, ZipError>) -> String {
    name.map(std::borrow::Cow::into_owned).unwrap_or_default()
}

fn is_xml(name: &str) -> bool {
    let name = name.to_lowercase();
    [".xml", ".rels", ".vml"].iter().any(|end| name.ends_with(end))
}

/// A part that cannot be read to its end; the library's English words would say no more to a user.
fn damaged(name: &str) -> Refusal {
    Refusal::with(Why::Damaged, name)
}

/// A reader that counts what it gives, and stops a part that goes on past every cap.
struct Counted<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read += count as u64;
        if self.read > LIMITS.part {
            return Err(std::io::Error::other("too large"));
        }
        Ok(count)
    }
}
