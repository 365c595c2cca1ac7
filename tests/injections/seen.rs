//! What each format shows, read by parsers that are not ours, and what in it would be an order to the reader's program.

use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx};
use comrak::nodes::NodeValue;
use polars_io::SerReader as _;
use polars_io::parquet::read::ParquetReader;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A text as one reads it: a cell, a paragraph, an attribute that is spoken.
pub(super) struct Seen {
    pub(super) text: String,
    pub(super) place: String,
}

/// A file's texts, and what in it is no text of a respondent but would do something.
#[derive(Default)]
pub(super) struct Page {
    pub(super) texts: Vec<Seen>,
    pub(super) orders: Vec<String>,
}

impl Page {
    fn text(&mut self, place: &str, text: &str) {
        if !text.trim().is_empty() {
            self.texts.push(Seen { text: text.to_owned(), place: place.to_owned() });
        }
    }

    fn order(&mut self, what: impl Into<String>) {
        self.orders.push(what.into().chars().take(120).collect());
    }
}

/// Fields that the report counts and does not print: their words are in the tables.
pub(super) const ONLY_IN_TABLES: &[&str] =
    &["academies.note", "sessions.title", "sessions.topic", "support.description"];

/// What the team says of the whole report.
pub(super) const ONLY_ON_PAGES: &[&str] = &["title", "notice"];

fn turns(one: char) -> bool {
    matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// A text on a page: spaces run together, and what would hide or turn is marked.
pub(super) fn on_a_page(text: &str) -> String {
    let mark = |one: char| {
        let hidden = one.is_control() && !one.is_whitespace();
        let lost = hidden || turns(one) || one == '\u{85}' || u32::from(one) & 0xFFFE == 0xFFFE;
        if lost { '\u{fffd}' } else { one }
    };
    let marked: String = text.chars().map(mark).collect();
    marked.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell's text with its spaces run together, as a remark quotes it.
pub(super) fn quoted(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text on paper, without what a line's end adds or takes, what the extractor takes for an accent of its
/// neighbour, and the characters that its face lacks.
pub(super) fn printed(text: &str) -> String {
    let kept = |one: &char| {
        (one.is_ascii_graphic() && !matches!(one, '-' | '`' | '^'))
            || ('\u{c0}'..='\u{17f}').contains(one)
    };
    let all: String = labcensus::chart::legible(text).chars().filter(kept).collect();
    // A long text goes over several pages, each with its header.
    let start = all.char_indices().rev().nth(120).map_or(0, |(at, _)| at);
    if text.contains("zq") { all } else { all[start..].to_owned() }
}

/// The cells of a workbook; formulas, links that leave and scripts are orders.
pub(super) fn workbook(bytes: &[u8]) -> Page {
    let mut page = Page::default();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in workbook.sheet_names() {
        page.text("name", &name);
        for (row, column, formula) in workbook.worksheet_formula(&name).unwrap().used_cells() {
            page.order(format!("formula {formula} in {name} {row} {column}"));
        }
        let range = workbook.worksheet_range(&name).unwrap();
        for (row, column, value) in range.used_cells() {
            if let Data::String(text) = value {
                page.text(&format!("{name} {row} {column}"), text);
            }
        }
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.contains("external") || name.contains("vba") || name.contains("activeX") {
            page.order(name.clone());
        }
        if name.ends_with(".rels") {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            let targets = text.split("Target=\"").skip(1).filter_map(|rest| rest.split('"').next());
            for target in targets.filter(|target| target.contains(':')) {
                if !target.starts_with("file:///") && !target.starts_with("http://schemas") {
                    page.order(format!("{name}: {target}"));
                }
            }
        }
    }
    page
}

/// The fields of a table.
pub(super) fn csv(bytes: &[u8]) -> Vec<Seen> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut texts = Vec::new();
    for (row, record) in reader.records().enumerate() {
        for (column, text) in record.unwrap().iter().enumerate() {
            texts.push(Seen { text: text.to_owned(), place: format!("{row} {column}") });
        }
    }
    texts
}

/// Every text of every column of a table of columns.
pub(super) fn parquet(bytes: &[u8]) -> Vec<Seen> {
    let table = ParquetReader::new(Cursor::new(bytes)).finish().unwrap();
    let mut texts = Vec::new();
    for column in table.columns() {
        let Ok(cells) = column.str() else { continue };
        for (row, text) in cells.iter().enumerate() {
            if let Some(text) = text {
                let place = format!("{} {row}", column.name());
                texts.push(Seen { text: text.to_owned(), place });
            }
        }
    }
    texts
}

/// The properties that our calendars have; any other was made by a text.
const OUR_PROPERTIES: &[&str] = &[
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
];

/// The summaries and descriptions of a calendar, its folded lines made whole. Source: RFC 5545, 3.1 and 3.3.11.
pub(super) fn calendar(source: &str) -> Page {
    let mut page = Page::default();
    for line in source.split("\r\n").filter(|line| line.len() > 75 || line.contains(['\r', '\n'])) {
        page.order(format!("a line that is none: {line}"));
    }
    for (place, line) in source.replace("\r\n ", "").split_terminator("\r\n").enumerate() {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let name = name.split(';').next().unwrap_or_default();
        if !OUR_PROPERTIES.contains(&name)
            || (name == "BEGIN" && !["VCALENDAR", "VEVENT"].contains(&value))
        {
            page.order(line);
        }
        if ["SUMMARY", "DESCRIPTION"].contains(&name) {
            let mut text = String::new();
            let mut letters = value.chars();
            while let Some(letter) = letters.next() {
                text.push(match letter {
                    '\\' => match letters.next() {
                        Some('n' | 'N') => '\n',
                        other => other.unwrap_or('\\'),
                    },
                    other => other,
                });
            }
            page.text(&format!("line {place}"), &text);
        }
    }
    page
}

/// Every text of a JSON file; a link that does not lead to one of our pages is an order.
pub(super) fn json(source: &str) -> Page {
    fn walk(page: &mut Page, place: &str, value: &serde_json::Value) {
        match value {
            serde_json::Value::String(text) => {
                if place == "link" && !is_ours(text) {
                    page.order(text);
                }
                page.text(place, text);
            }
            serde_json::Value::Array(values) => {
                for one in values {
                    walk(page, place, one);
                }
            }
            serde_json::Value::Object(values) => {
                values.iter().for_each(|(name, one)| walk(page, name, one));
            }
            _ => {}
        }
    }
    let mut page = Page::default();
    walk(&mut page, "", &serde_json::from_str(source).unwrap());
    page
}

/// The texts of a Markdown page as a viewer with every usual extension shows them.
pub(super) fn markdown(source: &str) -> Page {
    let mut options = comrak::Options::default();
    let with = &mut options.extension;
    (with.table, with.autolink, with.strikethrough, with.tasklist) = (true, true, true, true);
    (with.footnotes, with.math_dollars) = (true, true);
    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, source, &options);
    let mut page = Page::default();
    if let Some(one) = source.chars().find(|one| turns(*one) || (one.is_control() && *one != '\n'))
    {
        page.order(format!("{one:?}"));
    }
    for node in root.descendants() {
        let line = node.data.borrow().sourcepos.start.line;
        let place = format!("line {line}");
        match &node.data.borrow().value {
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableCell => {
                let mut text = String::new();
                for part in node.descendants() {
                    match &part.data.borrow().value {
                        NodeValue::Text(words) => text.push_str(words),
                        NodeValue::Code(code) => text.push_str(&code.literal),
                        NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::HtmlInline(_) => {
                            text.push('\n');
                        }
                        _ => {}
                    }
                }
                page.text(&place, &text);
            }
            NodeValue::HtmlInline(html) if html == "<br>" => {}
            NodeValue::Link(link) if is_ours(&link.url) => {}
            NodeValue::Image(link) if link.url.starts_with("charts/") => {}
            NodeValue::HtmlInline(html) => page.order(format!("{place}: {html}")),
            NodeValue::Link(link) | NodeValue::Image(link) => {
                page.order(format!("{place}: {}", link.url));
            }
            value @ (NodeValue::HtmlBlock(_)
            | NodeValue::CodeBlock(_)
            | NodeValue::ThematicBreak
            | NodeValue::FootnoteDefinition(_)
            | NodeValue::FootnoteReference(_)
            | NodeValue::Strikethrough
            | NodeValue::Math(_)
            | NodeValue::TaskItem(_)) => page.order(format!("{place}: {value:?}")),
            _ => {}
        }
    }
    page
}

/// Whether an address stays in the report; the team may link in its own text, and the census's does once.
fn is_ours(address: &str) -> bool {
    address == "http://x.invalid" || !address.contains(':')
}

const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "circle",
    "code",
    "dd",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "li",
    "line",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "polygon",
    "polyline",
    "rect",
    "script",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "tspan",
    "ul",
];

const INLINE: &[&str] = &["a", "abbr", "b", "code", "em", "small", "span", "strong", "tspan"];

/// The texts of a page; an element or an attribute that we do not write is an order.
pub(super) fn html(source: &str) -> Page {
    let mut page = Page::default();
    if let Some(one) = source.chars().find(|one| turns(*one)) {
        page.order(format!("{one:?}"));
    }
    let source = without(&without(source, "style"), "script");
    let mut reader = Reader::from_str(&source);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut text = String::new();
    let mut place = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Text(words) => text.push_str(&words),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                text.push_str(&quick_xml::escape::unescape(&entity).unwrap());
            }
            Event::Start(element) | Event::Empty(element) => {
                let name = element_name(&element);
                if !INLINE.contains(&name.as_str()) {
                    page.text(&place, &std::mem::take(&mut text));
                }
                started(&mut page, &name, &element);
                place = name;
            }
            Event::End(element) => {
                let name = element.name().as_ref().to_owned();
                if !INLINE.contains(&name.as_str()) {
                    page.text(&place, &std::mem::take(&mut text));
                }
            }
            Event::DocType(_) => {}
            other => page.order(format!("{other:?}")),
        }
    }
    page
}

fn element_name(element: &BytesStart<'_>) -> String {
    element.name().as_ref().to_owned()
}

fn started(page: &mut Page, name: &str, element: &BytesStart<'_>) {
    if !ELEMENTS.contains(&name) {
        page.order(format!("<{name}>"));
    }
    for attribute in element.attributes() {
        let attribute = attribute.unwrap();
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.value.clone().into_owned();
        let value = quick_xml::escape::unescape(&value).unwrap().into_owned();
        let sends = ["src", "action", "formaction", "data", "poster", "ping", "srcset"];
        if key.starts_with("on") || sends.contains(&key.as_str()) {
            page.order(format!("<{name} {key}={value}>"));
        }
        if key.ends_with("href") && !is_ours(&value) {
            page.order(format!("<{name} {key}={value}>"));
        }
        page.text(&format!("{name} {key}"), &value);
    }
}

/// The page without what stands in the one element of a name; a second one is left for the parser to find.
fn without(source: &str, element: &str) -> String {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let Some((before, rest)) = source.split_once(&open) else { return source.to_owned() };
    let (_, after) = rest.split_once(&close).unwrap();
    assert!(!after.contains(&format!("<{element}")), "a second <{element}>");
    format!("{before}{after}")
}

/// The whole text of a PDF, without spaces; none when nothing here can read it.
pub(super) fn pdf(path: &Path) -> Option<Vec<Seen>> {
    let output = Command::new("pdftotext").args(["-raw", "-nopgbrk"]).arg(path).arg("-").output();
    let text = String::from_utf8_lossy(&output.ok()?.stdout).into_owned();
    Some(vec![Seen { text, place: "text".to_owned() }])
}
