//! OpenDocument spreadsheets, streamed from `content.xml`.
//!
//! Our own reader, because calamine lays an .ods out as one dense rectangle when it opens it: two far
//! cells in a file of 1.5 kB make it ask for hundreds of gigabytes. Here only what is written is kept,
//! and repeated rows and columns are copied under a cap. Source: OASIS ODF 1.2, part 1, chapters 9 and 19.

use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::grid::{Sheet, Value};
use super::limits::{LIMITS, MOST_COLUMNS};
use super::refusal::{Refusal, Why};
use super::sheet_builder::SheetBuilder;
use super::xlsx::from_iso;
use crate::model::CellRef;

/// Most cells that a repeated row may make.
const MOST_REPEATED: usize = 200_000;

/// Reads every sheet.
///
/// # Errors
/// An archive or XML that is broken, a password, too many cells.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if let Ok(mut manifest) = archive.by_name("META-INF/manifest.xml") {
        let mut text = String::new();
        if manifest.read_to_string(&mut text).is_ok() && text.contains("encryption-data") {
            return Err(Refusal::new(Why::Password));
        }
    }
    let content = archive.by_name("content.xml").map_err(damaged)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let mut reading = Reading::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(start) => reading.start(&start),
            Event::End(end) => reading.end(end.name().as_ref())?,
            Event::Text(text) => reading.text(&text.xml10_content()),
            Event::GeneralRef(reference) => reading.text(&entity(&reference)),
            Event::CData(text) => reading.text(&text.xml10_content()),
            Event::Eof => {
                return Ok(reading.sheets.into_iter().map(SheetBuilder::finish).collect());
            }
            _ => {}
        }
    }
}

fn damaged(error: impl std::fmt::Display) -> Refusal {
    Refusal::with(Why::Damaged, error)
}

/// The state of the pass over `content.xml`.
#[derive(Default)]
struct Reading {
    sheets: Vec<SheetBuilder>,
    style: String,
    hidden_styles: BTreeSet<String>,
    row: u32,
    row_repeat: u32,
    row_cells: Vec<(u32, Value)>,
    column: u32,
    cell: Option<Cell>,
    /// Inside a note: its text is not the cell's.
    annotations: u32,
}

#[derive(Default)]
struct Cell {
    repeat: u32,
    typed: Option<Value>,
    text: String,
    paragraphs: u32,
    error: bool,
    /// Hidden by a merged cell.
    covered: bool,
}

impl Reading {
    fn start(&mut self, start: &BytesStart<'_>) {
        match start.name().as_ref() {
            "style:style" => self.style = attribute(start, "style:name").unwrap_or_default(),
            "style:table-properties"
                if attribute(start, "table:display").as_deref() == Some("false") =>
            {
                self.hidden_styles.insert(self.style.clone());
            }
            "table:table" => {
                let style = attribute(start, "table:style-name").unwrap_or_default();
                let name = attribute(start, "table:name").unwrap_or_default();
                self.sheets.push(SheetBuilder::new(&name, self.hidden_styles.contains(&style)));
                self.row = 0;
            }
            "table:table-row" => {
                self.row_repeat = repeat(start, "table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" => self.cell = Some(Cell::open(start)),
            "table:covered-table-cell" => {
                self.cell = Some(Cell { covered: true, ..Cell::open(start) });
            }
            "office:annotation" => self.annotations += 1,
            "text:p" if self.annotations == 0 => self.paragraph(),
            "text:s" => self.text(&" ".repeat(repeat(start, "text:c").min(1000) as usize)),
            "text:tab" => self.text("\t"),
            "text:line-break" => self.text("\n"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "table:table-row" => self.end_row()?,
            "office:annotation" => self.annotations = self.annotations.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    fn paragraph(&mut self) {
        if let Some(cell) = &mut self.cell {
            if cell.paragraphs > 0 {
                cell.text.push('\n');
            }
            cell.paragraphs += 1;
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) =
            self.cell.as_mut().filter(|cell| self.annotations == 0 && cell.paragraphs > 0)
        {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (repeat, covered) = (cell.repeat, cell.covered);
        if covered {
            let place = CellRef::new(self.row, self.column);
            if let (Some(value), Some(sheet)) = (cell.value(), self.sheets.last_mut()) {
                sheet.cover(place, value);
            }
        } else if let Some(value) = cell.value().filter(|_| self.column < MOST_COLUMNS) {
            // A value repeated over the rest of a row is formatting, not an answer.
            let copies = if repeat > 1000 { 1 } else { repeat };
            self.row_cells
                .extend((0..copies).map(|copy| (self.column.saturating_add(copy), value.clone())));
        }
        self.column = self.column.saturating_add(repeat);
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        let cells = std::mem::take(&mut self.row_cells);
        if let Some(sheet) = self.sheets.last_mut().filter(|_| !cells.is_empty()) {
            let copies = cells.len().saturating_mul(self.row_repeat as usize);
            let repeated = if self.row_repeat > 1 { copies } else { 0 };
            if repeated > MOST_REPEATED || copies.saturating_add(sheet.len()) > LIMITS.cells {
                return Err(Refusal::new(Why::TooManyCells));
            }
            for copy in 0..self.row_repeat {
                for (column, value) in &cells {
                    sheet.put(CellRef::new(self.row.saturating_add(copy), *column), value.clone());
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeat);
        Ok(())
    }
}

impl Cell {
    fn open(start: &BytesStart<'_>) -> Self {
        let number =
            |name| attribute(start, name).and_then(|text| text.parse().ok()).map(Value::Number);
        let typed = match attribute(start, "office:value-type").as_deref() {
            Some("float" | "percentage" | "currency") => number("office:value"),
            Some("date") => attribute(start, "office:date-value").map(|text| from_iso(&text)),
            Some("boolean") => {
                attribute(start, "office:boolean-value").map(|text| Value::Bool(text == "true"))
            }
            Some("string") => {
                attribute(start, "office:string-value").map(|text| Value::Text(text.into()))
            }
            _ => None,
        };
        let error = attribute(start, "calcext:value-type").as_deref() == Some("error");
        Self {
            repeat: repeat(start, "table:number-columns-repeated"),
            typed,
            error,
            ..Self::default()
        }
    }

    fn value(self) -> Option<Value> {
        match self.typed {
            _ if self.error => Some(Value::Error(self.text)),
            Some(value) if !value.is_blank() => Some(value),
            _ => Some(Value::Text(self.text.into())).filter(|value| !value.is_blank()),
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok().flatten()?;
    attribute
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

fn repeat(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

/// `&amp;`, `&#233;` and the like; an unknown entity is kept as written.
pub(super) fn entity(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match reference.as_ref() {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => format!("&{other};"),
    }
}
