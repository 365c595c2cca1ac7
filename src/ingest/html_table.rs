//! The tables of a web page: what many applications export under the name of .xls.
//!
//! Only rows, cells, spans and line breaks are looked at, as in the page of no particular program: a full
//! parser would bring nothing. All tables of the page run on one sheet, as Excel shows them.

use super::grid::{Sheet, Value};
use super::limits::{LIMITS, MOST_COLUMNS, MOST_ROWS};
use super::refusal::{Refusal, Why};
use super::sheet_builder::SheetBuilder;
use crate::model::CellRef;

/// Reads the tables of a page.
///
/// # Errors
/// A page without a table, or too many cells.
pub(super) fn read(page: &str) -> Result<Sheet, Refusal> {
    let mut reading = Reading {
        sheet: SheetBuilder::new("", false),
        row: 0,
        column: 0,
        cell: None,
        rows: 0,
        taken: Vec::new(),
    };
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        reading.text(text);
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let Some((tag, after)) = after.split_once('>') else { break };
        rest = reading.tag(tag, after)?;
    }
    if reading.rows == 0 {
        return Err(Refusal::new(Why::NotATable("html")));
    }
    Ok(reading.sheet.finish())
}

struct Reading {
    sheet: SheetBuilder,
    row: u32,
    column: u32,
    cell: Option<Cell>,
    rows: u32,
    /// Columns that a cell of an earlier row reaches down into: column and first free row.
    taken: Vec<(u32, u32)>,
}

struct Cell {
    text: String,
    across: u32,
    down: u32,
}

impl Reading {
    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            // Line ends of the source are spaces; those of the cell are `<br>`.
            let mut last_blank = cell.text.ends_with([' ', '\n']) || cell.text.is_empty();
            for letter in text.chars() {
                let blank = letter.is_ascii_whitespace();
                if !(blank && last_blank) {
                    cell.text.push(if blank { ' ' } else { letter });
                }
                last_blank = blank;
            }
        }
    }

    fn tag<'p>(&mut self, tag: &str, after: &'p str) -> Result<&'p str, Refusal> {
        let name: String = tag
            .chars()
            .take_while(|letter| !letter.is_whitespace())
            .collect::<String>()
            .trim_end_matches('/')
            .to_lowercase();
        match name.as_str() {
            "script" | "style" | "head" if !tag.ends_with('/') => {
                return Ok(past_end_tag(after, &name));
            }
            "tr" => {
                self.end_cell()?;
                self.row = self.rows;
                self.rows += 1;
                self.column = 0;
                if self.rows > MOST_ROWS {
                    return Err(Refusal::new(Why::TooManyCells));
                }
            }
            "td" | "th" => {
                self.end_cell()?;
                let span =
                    |name| attribute(tag, name).and_then(|span| span.parse().ok()).unwrap_or(1);
                let (across, down) =
                    (span("colspan").clamp(1, 1000), span("rowspan").clamp(1, 10_000));
                self.cell = Some(Cell { text: String::new(), across, down });
            }
            "/td" | "/th" | "/tr" | "/table" => self.end_cell()?,
            "br" | "/p" | "/div" | "/li" => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
        Ok(after)
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        while let Some(at) = self.taken.iter().position(|(column, _)| *column == self.column) {
            if self.taken.get(at).is_some_and(|(_, free)| *free <= self.row) {
                self.taken.swap_remove(at);
                break;
            }
            self.column += 1;
        }
        let place = CellRef::new(self.row, self.column);
        if place.column >= MOST_COLUMNS || self.sheet.len() > LIMITS.cells {
            return Err(Refusal::new(Why::TooManyCells));
        }
        self.sheet.put(place, Value::Text(entities(cell.text.trim()).into()));
        if cell.down > 1 {
            let columns = self.column..self.column.saturating_add(cell.across);
            self.taken.extend(columns.map(|column| (column, self.row + cell.down)));
        }
        self.column = self.column.saturating_add(cell.across);
        Ok(())
    }
}

/// What follows the end tag of an element whose content is no text.
fn past_end_tag<'p>(after: &'p str, name: &str) -> &'p str {
    let mut rest = after;
    while let Some((_, tail)) = rest.split_once("</") {
        if tail.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return tail.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = tail;
    }
    ""
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let value = tag.get(at..)?;
    let value = value.trim_start_matches(['"', '\'']);
    Some(value.split(['"', '\'', ' ', '>']).next().unwrap_or_default())
}

/// The characters that a page writes by name or by number.
pub(super) fn entities(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let end = after.find(';').filter(|end| *end <= 10);
        let known = end.and_then(|end| Some((entity(after.get(..end)?)?, after.get(end + 1..)?)));
        if let Some((letter, after)) = known {
            decoded.push(letter);
            rest = after;
        } else {
            decoded.push('&');
            rest = after;
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The names that exports in French write.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("ccedil", 'ç'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ocirc", 'ô'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("Eacute", 'É'),
    ("Egrave", 'È'),
    ("Agrave", 'À'),
    ("Ccedil", 'Ç'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("euro", '€'),
    ("bull", '•'),
    ("deg", '°'),
];

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal =
            number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        return char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?);
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_spans_breaks_and_entities_are_read() {
        let page = "<html><head><style>td{x}</style></head><TABLE><tr><td rowspan=2>a<td colspan=\"2\">b &eacute;\n c</tr>\
                    <tr><td>d<br>e</td><!-- <td>no</td> --><th>&#x2713;</th></tr></table>";
        let sheet = read(page).unwrap();
        let cells: Vec<(String, String)> =
            sheet.cells().map(|(cell, value)| (cell.to_string(), value.text())).collect();
        let expected = [("A1", "a"), ("B1", "b é c"), ("B2", "d\ne"), ("C2", "✓")];
        assert_eq!(cells, expected.map(|(cell, text)| (cell.to_owned(), text.to_owned())));
        assert!(read("<html><p>Bonjour</p></html>").is_err());
    }
}
