//! One pass over the XML of a part: what must not be there, and what the library does not tell.
//!
//! Tags are cut by hand and not parsed: the pass must cost less than the reading, hold nothing, and go on
//! over XML that a parser would refuse. A text is only measured.

use std::io::{BufRead, Read};

use super::cell_name;
use super::pace::Pace;
use crate::ingest::limits::LIMITS;
use crate::ingest::refusal::{Refusal, Why};
use crate::model::CellRef;

/// Longest tag.
const LONGEST_TAG: u64 = 1 << 20;
/// Cells between two words to whoever reads behind.
const PACE: usize = 1024;
/// Most cells without a value that are listed.
const MOST_LISTED: usize = 1000;

/// What a worksheet's part holds.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::ingest) struct SheetFacts {
    /// Cells, empty ones included.
    pub(in crate::ingest) cells: usize,
    /// Formulas whose result was never written: the program that wrote the file did not compute.
    pub(in crate::ingest) uncomputed: Vec<CellRef>,
    /// Merged ranges.
    pub(in crate::ingest) merges: Vec<(CellRef, CellRef)>,
}

/// Walks a part of `size` bytes; gives what it holds if it is a worksheet.
///
/// # Errors
/// A document type declaration, a text or tag too long, a false count, a bad reference, a broken stream.
pub(super) fn walk(
    reader: &mut impl BufRead,
    (size, name): (u64, &str),
    pace: &Pace,
) -> Result<Option<SheetFacts>, Refusal> {
    let mut walk = Walk {
        size,
        name,
        pace,
        root: None,
        sheet: SheetFacts::default(),
        cell: None,
        row: 0,
        column: 0,
    };
    let mut tag = Vec::new();
    loop {
        walk_buffered(reader, &mut walk)?;
        let text = skip_text(reader, name)?;
        walk.text(text);
        tag.clear();
        if !read_tag(reader, &mut tag, name)? {
            break;
        }
        walk.tag(&tag)?;
    }
    if walk.root.as_deref() == Some(b"worksheet") { Ok(Some(walk.sheet)) } else { Ok(None) }
}

/// Walks through the texts and plain tags that lie whole in the reader's buffer, without copying them; the first one that
/// does not, or that is a comment or holds a quoted `>`, is left.
fn walk_buffered(reader: &mut impl BufRead, walk: &mut Walk<'_>) -> Result<(), Refusal> {
    let buffer = reader.fill_buf().map_err(|_| super::damaged(walk.name))?;
    let mut rest = buffer;
    while let Some(text) = rest.iter().position(|byte| *byte == b'<') {
        let after = rest.get(text + 1..).unwrap_or_default();
        let mut quotes = 0_usize;
        let end = after.iter().position(|byte| {
            quotes += usize::from(*byte == b'"');
            *byte == b'>'
        });
        let Some(tag) = end.and_then(|end| after.get(..end)) else { break };
        let long = text as u64 + 1 >= LIMITS.text || tag.len() as u64 >= LONGEST_TAG;
        if long || quotes % 2 == 1 || tag.first() == Some(&b'!') {
            break;
        }
        walk.text(text as u64 + 1);
        walk.tag(tag)?;
        rest = after.get(tag.len() + 1..).unwrap_or_default();
    }
    let passed = buffer.len() - rest.len();
    reader.consume(passed);
    Ok(())
}

/// Passes over a text up to the next tag, which stays unread but for its `<`; gives the text's length.
fn skip_text(reader: &mut impl BufRead, name: &str) -> Result<u64, Refusal> {
    let skipped =
        reader.by_ref().take(LIMITS.text).skip_until(b'<').map_err(|_| super::damaged(name))?
            as u64;
    if skipped >= LIMITS.text { Err(Refusal::with(Why::LongText, name)) } else { Ok(skipped) }
}

/// Reads a tag without its angle brackets, whole even when a quote or a comment holds a `>`.
fn read_tag(reader: &mut impl BufRead, tag: &mut Vec<u8>, name: &str) -> Result<bool, Refusal> {
    loop {
        let before = tag.len();
        reader
            .by_ref()
            .take(LONGEST_TAG)
            .read_until(b'>', tag)
            .map_err(|_| super::damaged(name))?;
        if tag.len() == before {
            return Ok(!tag.is_empty());
        }
        if tag.len() as u64 >= LONGEST_TAG {
            return Err(Refusal::with(Why::LongText, name));
        }
        let closed = if tag.starts_with(b"!--") {
            tag.ends_with(b"-->")
        } else if tag.starts_with(b"![CDATA[") {
            tag.ends_with(b"]]>")
        } else {
            tag.split(|byte| *byte == b'"').count() % 2 == 1
        };
        if closed {
            tag.pop();
            return Ok(true);
        }
    }
}

struct Walk<'n> {
    size: u64,
    name: &'n str,
    pace: &'n Pace,
    root: Option<Vec<u8>>,
    sheet: SheetFacts,
    cell: Option<OpenCell>,
    row: u32,
    column: u32,
}

/// A cell being walked through.
struct OpenCell {
    place: CellRef,
    formula: bool,
    /// Whether its formula gives a text, which may be empty.
    text: bool,
    value: Value,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Value {
    Absent,
    Open,
    Empty,
    Present,
}

impl Walk<'_> {
    fn text(&mut self, length: u64) {
        // The count includes the `<` that ends the text.
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.value == Value::Open) {
            cell.value = if length > 1 { Value::Present } else { Value::Empty };
        }
    }

    fn tag(&mut self, tag: &[u8]) -> Result<(), Refusal> {
        if tag.len() >= 8 && tag.first() == Some(&b'!') {
            let start: Vec<u8> = tag.iter().take(8).map(u8::to_ascii_uppercase).collect();
            if start == b"!DOCTYPE" {
                return Err(Refusal::with(Why::Doctype, self.name));
            }
        }
        if matches!(tag.first(), Some(b'!' | b'?') | None) {
            return Ok(());
        }
        let closing = tag.first() == Some(&b'/');
        let local = local_name(tag);
        if self.root.is_none() {
            self.root = Some(local.to_vec());
            return self.root_tag(local, tag);
        }
        if self.root.as_deref() != Some(b"worksheet") {
            return Ok(());
        }
        match (local, closing) {
            (b"row", false) => self.row_tag(tag),
            (b"c", false) => self.open_cell(tag),
            (b"c", true) => {
                self.close_cell();
                Ok(())
            }
            (b"f" | b"v" | b"is", false) => {
                self.inside_cell(local, tag.last() == Some(&b'/'));
                Ok(())
            }
            (b"mergeCell", false) => self.merge(tag),
            _ => Ok(()),
        }
    }

    fn root_tag(&self, local: &[u8], tag: &[u8]) -> Result<(), Refusal> {
        if local != b"sst" {
            return Ok(());
        }
        let count =
            attribute(tag, b"uniqueCount").and_then(|count| std::str::from_utf8(count).ok());
        let count: u64 = count.and_then(|count| count.trim().parse().ok()).unwrap_or_default();
        // The shortest entry is `<si/>`.
        let most = self.size / 5;
        if count > most { Err(Refusal::with(Why::FalseCount, self.name)) } else { Ok(()) }
    }

    fn row_tag(&mut self, tag: &[u8]) -> Result<(), Refusal> {
        let number = attribute(tag, b"r")
            .map(|number| std::str::from_utf8(number).unwrap_or_default().trim().parse::<u32>());
        self.row = match number {
            Some(Ok(row)) if (1..=crate::ingest::limits::MOST_ROWS).contains(&row) => row,
            Some(_) => return Err(self.bad_reference("row", tag)),
            None => self.row + 1,
        };
        self.column = 0;
        Ok(())
    }

    fn open_cell(&mut self, tag: &[u8]) -> Result<(), Refusal> {
        let place = match attribute(tag, b"r") {
            Some(name) => cell_name::parse(name).ok_or_else(|| self.bad_reference("c", name))?,
            None => CellRef::new(self.row.saturating_sub(1), self.column),
        };
        if place.column >= crate::ingest::limits::MOST_COLUMNS {
            return Err(self.bad_reference("c", tag));
        }
        self.column = place.column + 1;
        // All before this one are passed.
        if self.sheet.cells.is_multiple_of(PACE) {
            self.pace.passed(self.sheet.cells);
        }
        self.sheet.cells += 1;
        if self.sheet.cells > LIMITS.cells {
            return Err(Refusal::with(Why::TooManyCells, self.name));
        }
        let text = attribute(tag, b"t") == Some(b"str");
        let whole = tag.last() == Some(&b'/');
        self.cell =
            (!whole).then_some(OpenCell { place, formula: false, text, value: Value::Absent });
        Ok(())
    }

    fn inside_cell(&mut self, local: &[u8], whole: bool) {
        let Some(cell) = &mut self.cell else { return };
        if local == b"f" {
            cell.formula = true;
        } else {
            cell.value = if whole { Value::Empty } else { Value::Open };
        }
    }

    fn close_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let computed = cell.value == Value::Present || (cell.text && cell.value == Value::Empty);
        if cell.formula && !computed && self.sheet.uncomputed.len() < MOST_LISTED {
            self.sheet.uncomputed.push(cell.place);
        }
    }

    fn merge(&mut self, tag: &[u8]) -> Result<(), Refusal> {
        let range = attribute(tag, b"ref").unwrap_or_default();
        let range =
            cell_name::parse_range(range).ok_or_else(|| self.bad_reference("mergeCell", range))?;
        self.sheet.merges.push(range);
        Ok(())
    }

    fn bad_reference(&self, tag: &str, value: &[u8]) -> Refusal {
        let value: String = String::from_utf8_lossy(value).chars().take(40).collect();
        Refusal::with(Why::BadReference, format!("{} : {tag} {value}", self.name))
    }
}

/// The name of a tag without its prefix.
fn local_name(tag: &[u8]) -> &[u8] {
    let tag = tag.strip_prefix(b"/").unwrap_or(tag);
    let end = tag
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || *byte == b'/')
        .unwrap_or(tag.len());
    let name = tag.get(..end).unwrap_or_default();
    let colon = name.iter().position(|byte| *byte == b':').map_or(0, |at| at + 1);
    name.get(colon..).unwrap_or_default()
}

/// The value of an attribute without a prefix.
fn attribute<'t>(tag: &'t [u8], name: &[u8]) -> Option<&'t [u8]> {
    let mut rest = tag;
    loop {
        let space = rest.iter().position(u8::is_ascii_whitespace)?;
        rest = rest.get(space..)?.trim_ascii_start();
        let Some(value) = rest.strip_prefix(name).map(<[u8]>::trim_ascii_start) else {
            rest = skip_value(rest)?;
            continue;
        };
        let Some(value) = value.strip_prefix(b"=").map(<[u8]>::trim_ascii_start) else {
            rest = skip_value(rest)?;
            continue;
        };
        let quote = *value.first()?;
        let value = value.get(1..)?;
        let end = value.iter().position(|byte| *byte == quote)?;
        return value.get(..end);
    }
}

/// Passes over one attribute with its quoted value.
fn skip_value(rest: &[u8]) -> Option<&[u8]> {
    let quote = rest.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let sign = *rest.get(quote)?;
    let after = rest.get(quote + 1..)?;
    let end = after.iter().position(|byte| *byte == sign)?;
    after.get(end + 1..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(xml: &str) -> Result<Option<SheetFacts>, Why> {
        walk(&mut xml.as_bytes(), (xml.len() as u64, "part"), &Pace::default())
            .map_err(|refusal| refusal.why)
    }

    #[test]
    fn formulas_without_a_result_and_merges_are_found() {
        let xml = r#"<?xml version="1.0"?><x:worksheet><x:sheetData><x:row r="3">
            <x:c r="B3"><x:f>A1&gt;"x"</x:f></x:c><x:c r="C3" t="str"><x:f>1</x:f><x:v></x:v></x:c>
            <x:c><x:f>2</x:f><x:v/></x:c><x:c r="F3"><x:f>2</x:f><x:v>2</x:v></x:c>
            </x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>"#;
        let facts = walked(xml).unwrap().unwrap();
        assert_eq!(facts.uncomputed, [CellRef::new(2, 1), CellRef::new(2, 3)]);
        assert_eq!(facts.merges, [(CellRef::new(0, 0), CellRef::new(1, 1))]);
        assert_eq!(facts.cells, 4);
    }

    #[test]
    fn a_part_is_walked_alike_however_little_is_buffered() {
        let xml = r#"<!-- a > b --><worksheet><row r="1"><c r="A1" x="1>2"><f>A2</f></c><c r='B1' t="str"><f>1</f><v/></c>
            <c r="C1"><f><![CDATA[>"]]></f><v></v></c><c r="D1"><v>12</v></c></row><mergeCell ref="A1:B2"/></worksheet>"#;
        let whole = walked(xml).unwrap().unwrap();
        assert_eq!((whole.cells, whole.merges.len()), (4, 1));
        assert_eq!(whole.uncomputed, [CellRef::new(0, 0), CellRef::new(0, 2)]);
        for capacity in 1..xml.len() {
            let mut reader = std::io::BufReader::with_capacity(capacity, xml.as_bytes());
            let found = walk(&mut reader, (xml.len() as u64, "part"), &Pace::default());
            let found = found.map_err(|refusal| refusal.why).unwrap().unwrap();
            assert_eq!(found, whole, "{capacity}");
        }
    }

    fn element(name: &str, content: &str) -> String {
        format!("<{name}>{content}</{name}>")
    }

    #[test]
    fn what_could_expand_or_lie_is_refused() {
        assert_eq!(walked("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>").unwrap_err(), Why::Doctype);
        assert_eq!(walked("<sst uniqueCount=\"4000000000\"></sst>").unwrap_err(), Why::FalseCount);
        assert_eq!(
            walked(&element("worksheet", "<row r=\"1\"><c r=\"A\"><v>1</v></c></row>"))
                .unwrap_err(),
            Why::BadReference
        );
        assert_eq!(
            walked(&format!("<sst><t>{}</t></sst>", "x".repeat(1_200_001))).unwrap_err(),
            Why::LongText
        );
    }
}
