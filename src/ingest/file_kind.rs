//! What a file is, by its content: an extension may be wrong, upper-case or missing.

use super::refusal::{Refusal, Why};
use super::text_encoding::{self, Decoded};
use super::{guard, xls};

/// The kinds of file that are read, opened as far as it took to tell.
pub(super) enum FileKind<'a> {
    /// Office Open XML workbook.
    Xlsx(Archive<'a>),
    /// Binary workbook of Excel 2007 and later.
    Xlsb(Archive<'a>),
    /// OpenDocument spreadsheet.
    Ods(Archive<'a>),
    /// Binary workbook of Excel 5 to 2003.
    Xls(xls::Container<'a>),
    /// The single sheet of Excel 2 to 4.
    OldXls,
    /// A web page, which Excel opens when it is named .xls.
    Html(Decoded<'a>),
    /// The XML of Excel 2003.
    SpreadsheetMl(Decoded<'a>),
    /// Text: CSV or the like.
    Text(Decoded<'a>),
}

type Archive<'a> = zip::ZipArchive<std::io::Cursor<&'a [u8]>>;

const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Bytes of a text in which it says what it is.
const BEGINNING: usize = 65_536;

/// First bytes of what is no table, and the end of its message's key.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"{\\rtf", "rtf"),
    (b"\x1F\x8B", "compressed"),
    (b"Rar!", "compressed"),
    (b"7z\xBC\xAF\x27\x1C", "compressed"),
    (b"BZh", "compressed"),
    (b"SQLite format 3", "database"),
    (b"MIME-Version:", "web-archive"),
    (b"From: ", "mail"),
    (b"Return-Path:", "mail"),
    (b"PAR1", "binary"),
];

/// Tells a file's kind.
///
/// # Errors
/// A file that is empty, cut short, or no table.
pub(super) fn of(bytes: &[u8]) -> Result<FileKind<'_>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(Why::Empty));
    }
    if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) {
        return of_archive(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        return of_container(bytes);
    }
    if xls::is_single(bytes) {
        return Ok(FileKind::OldXls);
    }
    let signature = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, kind)) = signature {
        // A text may begin with « BM ».
        if *kind != "image" || bytes.iter().take(512).any(|byte| *byte == 0) {
            return Err(Refusal::new(Why::NotATable(kind)));
        }
    }
    of_text(bytes)
}

fn of_archive(bytes: &[u8]) -> Result<FileKind<'_>, Refusal> {
    let archive = guard::open(bytes)?;
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.replace('\\', "/").to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let ends = |end: &str| names.iter().any(|known| known.ends_with(end));
    if names.is_empty() {
        return Err(Refusal::new(Why::NotATable("zip-empty")));
    }
    if has("word/document.xml") {
        return Err(Refusal::new(Why::NotATable("word")));
    }
    if has("ppt/presentation.xml") {
        return Err(Refusal::new(Why::NotATable("slides")));
    }
    if ends(".iwa") || has("index.zip") || has("index.apxl") {
        return Err(Refusal::new(Why::NotATable("numbers")));
    }
    if ends("workbook.bin") {
        return Ok(FileKind::Xlsb(archive));
    }
    if ends("workbook.xml") || names.iter().any(|name| name.starts_with("xl/worksheets/")) {
        return Ok(FileKind::Xlsx(archive));
    }
    if has("content.xml") {
        return of_open_document(archive);
    }
    let tables = names.iter().filter(|name| {
        [".xlsx", ".xls", ".ods", ".csv", ".tsv"].iter().any(|end| name.ends_with(end))
    });
    let kind = if tables.count() > 0 { "zip-of-tables" } else { "zip" };
    Err(Refusal::new(Why::NotATable(kind)))
}

fn of_open_document(mut archive: Archive<'_>) -> Result<FileKind<'_>, Refusal> {
    use std::io::Read;
    let mut declared = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // A mimetype that cannot be read is found by the guard.
        let _ = part.take(200).read_to_string(&mut declared);
    }
    if declared.contains("opendocument.text") {
        return Err(Refusal::new(Why::NotATable("word")));
    }
    if declared.contains("opendocument.presentation") || declared.contains("opendocument.graphics")
    {
        return Err(Refusal::new(Why::NotATable("slides")));
    }
    Ok(FileKind::Ods(archive))
}

fn of_container(bytes: &[u8]) -> Result<FileKind<'_>, Refusal> {
    let container = xls::Container::open(bytes)?;
    let kind = [
        ("WordDocument", "word"),
        ("PowerPoint Document", "slides"),
        ("__properties_version1.0", "mail"),
        ("VisioDocument", "slides"),
    ];
    if container.has("EncryptedPackage") {
        return Err(Refusal::new(Why::Password));
    }
    if container.has("Workbook") || container.has("Book") {
        return Ok(FileKind::Xls(container));
    }
    let known = kind.iter().find(|(stream, _)| container.has(stream));
    Err(Refusal::new(Why::NotATable(known.map_or("compound", |(_, kind)| kind))))
}

fn of_text(bytes: &[u8]) -> Result<FileKind<'_>, Refusal> {
    let decoded = text_encoding::decode(bytes)?;
    let (start, _) = decoded.text.split_at(decoded.text.floor_char_boundary(BEGINNING));
    let start: String = start.trim_start().chars().take(4096).collect::<String>().to_lowercase();
    if start.starts_with("<?xml") || start.starts_with("<workbook") {
        if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            return Ok(FileKind::SpreadsheetMl(decoded));
        }
        if !start.contains("<html") {
            return Err(Refusal::new(Why::NotATable("xml")));
        }
    }
    let page =
        ["<!doctype html", "<html", "<table", "<head", "<meta", "<body", "<style", "<div", "<?xml"];
    if page.iter().any(|tag| start.starts_with(tag)) {
        return Ok(FileKind::Html(decoded));
    }
    if start.starts_with("<!doctype") {
        return Err(Refusal::new(Why::NotATable("xml")));
    }
    if start.starts_with('{') || start.starts_with("[{") {
        return Err(Refusal::new(Why::NotATable("json")));
    }
    Ok(FileKind::Text(decoded))
}
