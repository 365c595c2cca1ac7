//! Exports of each tool, written down by rows: `tests/cases/exports/*.txt`, looked at by the real binary.
//!
//! A case is a sentence, the forms in which the rows are saved (`forms:`, each must give the same), the rows
//! as CSV between two lines of dashes, and what `inspect --json` must say of them: a line for the sheet
//! (`origin | header rows | records | incomplete`), then one for each question (`columns kind answered |
//! title | option=count … | other=n`). Several sheets are parted by lines that begin with `== `.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::support::{folder, repository, run};

struct Case {
    name: String,
    forms: Vec<String>,
    sheets: Vec<(String, Vec<Vec<String>>)>,
    expected: String,
}

fn parse(name: &str, text: &str) -> Case {
    let mut parts = text.split("\n----\n");
    let head = parts.next().unwrap();
    let rows = parts.next().unwrap_or_else(|| panic!("{name}: no rows"));
    let expected = parts.next().unwrap_or_else(|| panic!("{name}: nothing expected"));
    let setting = |key: &str, usual: &str| {
        let line = head.lines().find_map(|line| line.strip_prefix(key));
        line.unwrap_or(usual).split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let sheets = sheets(rows).into_iter().map(|(sheet, text)| (sheet, read_rows(&text))).collect();
    Case {
        name: name.to_owned(),
        forms: setting("forms:", "csv"),
        sheets,
        expected: expected.trim().to_owned(),
    }
}

fn sheets(text: &str) -> Vec<(String, String)> {
    let mut sheets = vec![(String::new(), String::new())];
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("== ") {
            sheets.push((name.to_owned(), String::new()));
        } else {
            let (_, rows) = sheets.last_mut().unwrap();
            rows.push_str(line);
            rows.push('\n');
        }
    }
    sheets.retain(|(name, rows)| !name.is_empty() || !rows.trim().is_empty());
    sheets
}

fn read_rows(text: &str) -> Vec<Vec<String>> {
    // The csv crate passes over blank lines: a lone comma stands for one.
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let text = |field: &str| field.replace("\\n", "\n").replace("\\_", "\u{a0}");
    reader.records().map(|record| record.unwrap().iter().map(text).collect()).collect()
}

fn delimited(rows: &[Vec<String>], delimiter: u8, quotes: csv::QuoteStyle) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .quote_style(quotes)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The bytes of a case in one of its forms, with the end of its file's name.
fn save(case: &Case, form: &str) -> (&'static str, Vec<u8>) {
    let rows = &case.sheets.first().unwrap().1;
    let necessary = csv::QuoteStyle::Necessary;
    match form {
        "csv" => ("csv", delimited(rows, b',', necessary).into_bytes()),
        "quoted" => ("csv", delimited(rows, b',', csv::QuoteStyle::Always).into_bytes()),
        "semicolon" => ("csv", delimited(rows, b';', necessary).into_bytes()),
        "tsv" => ("tsv", delimited(rows, b'\t', necessary).into_bytes()),
        "bom" => ("csv", [b"\xEF\xBB\xBF", delimited(rows, b';', necessary).as_bytes()].concat()),
        "cp1252" => {
            let text = delimited(rows, b';', necessary).replace('\n', "\r\n");
            ("csv", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned())
        }
        "utf16" => {
            let text = delimited(rows, b'\t', necessary);
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            ("xls", units.flat_map(u16::to_le_bytes).collect())
        }
        "xlsx" => ("xlsx", xlsx(&case.sheets)),
        "ods" => ("ods", ods(&case.sheets)),
        "html" => ("xls", html(rows)),
        other => panic!("{}: no form {other}", case.name),
    }
}

fn xlsx(sheets: &[(String, Vec<Vec<String>>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        if !name.is_empty() {
            sheet.set_name(name).unwrap();
        }
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                // A number is one in a workbook, unless a zero leads it.
                match text.parse::<f64>().ok().filter(|_| !text.starts_with('0') || text == "0") {
                    Some(number) => sheet.write_number(row, column, number).unwrap(),
                    None => sheet.write_string(row, column, text).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn ods(sheets: &[(String, Vec<Vec<String>>)]) -> Vec<u8> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:body><office:spreadsheet>",
    );
    for (name, rows) in sheets {
        let _ = write!(xml, "<table:table table:name=\"{}\">", escaped(name));
        for row in rows {
            xml.push_str("<table:table-row>");
            for cell in row {
                let lines =
                    cell.split('\n').map(|line| format!("<text:p>{}</text:p>", escaped(line)));
                let _ = write!(
                    xml,
                    "<table:table-cell office:value-type=\"string\">{}</table:table-cell>",
                    lines.collect::<String>()
                );
            }
            xml.push_str("</table:table-row>");
        }
        xml.push_str("</table:table>");
    }
    xml.push_str("</office:spreadsheet></office:body></office:document-content>");
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &xml)]
    {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn html(rows: &[Vec<String>]) -> Vec<u8> {
    let cell = |text: &String| format!("<td>{}</td>", escaped(text).replace('\n', "<br/>"));
    let row = |cells: &Vec<String>| {
        format!("<tr>{}</tr>\r\n", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    format!(
        "<html><head><meta charset=utf-8></head><body><table border=1>{rows}</table></body></html>"
    )
    .into_bytes()
}

/// What the binary said of a file, in the words of the cases.
fn told(file: &Value) -> String {
    let mut told = String::new();
    if let Some(error) = file["error"]["code"].as_str() {
        return format!("refused: {error}");
    }
    let sheets = file["sheets"].as_array().unwrap();
    for sheet in sheets {
        if sheets.len() > 1 {
            let _ = writeln!(told, "== {}", sheet["name"].as_str().unwrap());
        }
        let rows: Vec<String> =
            sheet["header_rows"].as_array().unwrap().iter().map(Value::to_string).collect();
        let _ = writeln!(
            told,
            "{} | {} | {} | {}",
            sheet["origin"].as_str().unwrap(),
            rows.join(","),
            sheet["records"],
            sheet["incomplete"]
        );
        for question in sheet["questions"].as_array().unwrap() {
            told.push_str(&question_told(question));
        }
    }
    told.trim().to_owned()
}

fn question_told(question: &Value) -> String {
    let columns: Vec<&str> =
        question["columns"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let mut told = format!(
        "{} {} {} | {}",
        columns.join(","),
        question["kind"].as_str().unwrap(),
        question["answered"],
        question["title"].as_str().unwrap()
    );
    for option in question["options"].as_array().unwrap() {
        let _ = write!(told, " | {}={}", option["label"].as_str().unwrap(), option["count"]);
    }
    if question["other"] != 0 {
        let _ = write!(told, " | other={}", question["other"]);
    }
    told.push('\n');
    told
}

#[test]
fn exports_of_every_tool_are_understood_in_every_form() {
    let place = repository().join("tests/cases/exports");
    let scratch = folder("export-cases");
    let mut files = Vec::new();
    for name in labcensus::input::walk(&place).unwrap() {
        let case = parse(&name, &std::fs::read_to_string(place.join(&name)).unwrap());
        for form in &case.forms {
            let (end, bytes) = save(&case, form);
            let file = format!("{}-{form}.{end}", Path::new(&name).file_stem().unwrap().display());
            std::fs::write(scratch.join(&file), bytes).unwrap();
            files.push((file, case.expected.clone()));
        }
    }
    let names: Vec<&str> = ["inspect", "--json"]
        .into_iter()
        .chain(files.iter().map(|(name, _)| name.as_str()))
        .collect();
    let output = run(&scratch, &names);
    let looked_at: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(looked_at.len(), files.len());
    let mut wrong = String::new();
    for ((name, expected), file) in files.iter().zip(&looked_at) {
        let found = told(file);
        if found != *expected {
            let _ = write!(wrong, "\n#### {name}\n{found}\n");
            for line in expected.lines().filter(|line| !found.lines().any(|found| found == *line)) {
                let _ = writeln!(wrong, "  expected: {line}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(files.len() > 40, "{} files", files.len());
}
