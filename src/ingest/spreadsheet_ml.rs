//! The XML of Excel 2003, in one file. Source: « XML Spreadsheet Reference », Office 2003.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::grid::{Sheet, Value};
use super::limits::{LIMITS, MOST_COLUMNS, MOST_ROWS};
use super::refusal::{Refusal, Why};
use super::sheet_builder::SheetBuilder;
use super::xlsx::from_iso;
use crate::model::CellRef;

/// Reads every worksheet.
///
/// # Errors
/// XML that does not hold together, a document type, too many cells.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, Refusal> {
    // A file cut short need not be read to its end.
    if !text.trim_end_matches([' ', '\r', '\n', '\t', '\0']).ends_with('>') {
        return Err(Refusal::new(Why::Truncated));
    }
    let mut xml = Reader::from_str(text);
    xml.config_mut().expand_empty_elements = true;
    let mut reading = Reading::default();
    loop {
        let event = xml.read_event().map_err(|error| Refusal::with(Why::Damaged, error))?;
        match event {
            Event::Start(start) => reading.start(&start)?,
            Event::End(end) => reading.end(end.local_name().as_ref())?,
            Event::Text(text) => reading.text(&text.xml10_content()),
            Event::CData(text) => reading.text(&text.xml10_content()),
            Event::GeneralRef(reference) => reading.text(&super::ods::entity(&reference)),
            Event::DocType(_) => return Err(Refusal::new(Why::Doctype)),
            Event::Eof if reading.depth > 0 => return Err(Refusal::new(Why::Truncated)),
            Event::Eof => {
                return Ok(reading.sheets.into_iter().map(SheetBuilder::finish).collect());
            }
            _ => {}
        }
    }
}

#[derive(Default)]
struct Reading {
    sheets: Vec<SheetBuilder>,
    depth: u32,
    row: u32,
    column: u32,
    across: u32,
    data: Option<(String, String)>,
}

impl Reading {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        self.depth += 1;
        let number = |name: &str| attribute(start, name).and_then(|text| text.parse::<u32>().ok());
        match start.local_name().as_ref() {
            "Worksheet" => {
                let name = attribute(start, "Name").unwrap_or_default();
                self.sheets.push(SheetBuilder::new(&name, false));
                self.row = 0;
            }
            "Row" => {
                self.row = number("Index").unwrap_or(self.row + 1);
                self.column = 0;
            }
            "Cell" => {
                self.column = number("Index").unwrap_or(self.column + 1);
                self.across = number("MergeAcross").unwrap_or_default();
                let inside = (1..=MOST_ROWS).contains(&self.row)
                    && (1..=MOST_COLUMNS).contains(&self.column);
                if !inside {
                    return Err(Refusal::new(Why::BadReference));
                }
            }
            "Data" => {
                self.data = Some((attribute(start, "Type").unwrap_or_default(), String::new()));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some((_, data)) = &mut self.data {
            data.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        self.depth = self.depth.saturating_sub(1);
        match name {
            "Cell" => self.column = self.column.saturating_add(self.across),
            "Data" => {
                let Some((kind, text)) = self.data.take() else { return Ok(()) };
                let place = CellRef::new(self.row.saturating_sub(1), self.column.saturating_sub(1));
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.put(place, value(&kind, text));
                    if sheet.len() > LIMITS.cells {
                        return Err(Refusal::new(Why::TooManyCells));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn value(kind: &str, text: String) -> Value {
    let number = || text.trim().parse().ok().map(Value::Number);
    match kind {
        "Number" => number().unwrap_or_else(|| Value::Text(text.as_str().into())),
        "DateTime" => from_iso(text.trim()),
        "Boolean" => Value::Bool(text.trim() == "1"),
        "Error" => Value::Error(text),
        _ => Value::Text(text.into()),
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start.attributes().flatten().find_map(|attribute| {
        let key = attribute.key.local_name();
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
        (key.as_ref() == name).then(|| value.into_owned())
    })
}
