//! What a file is, by its first bytes: an extension may be wrong, upper-case or missing.

/// The kinds of file that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Office Open XML workbook.
    Xlsx,
    /// OpenDocument spreadsheet.
    Ods,
    /// Binary workbook of Excel 97–2003, or anything else in that container.
    Xls,
    /// Text: CSV or the like.
    Text,
    /// Something else, by its usual name.
    Other(&'static str),
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

impl FileKind {
    /// Tells a file's kind from its bytes.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(ZIP) {
            return Self::of_archive(bytes);
        }
        if bytes.starts_with(COMPOUND) {
            return Self::Xls;
        }
        if bytes.starts_with(b"%PDF") {
            return Self::Other("PDF");
        }
        let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
        let text = String::from_utf8_lossy(start)
            .trim_start_matches('\u{feff}')
            .trim_start()
            .to_lowercase();
        if text.starts_with("<!doctype") || text.starts_with("<html") || text.starts_with("<table")
        {
            return Self::Other("HTML");
        }
        if text.starts_with("<?xml") {
            return Self::Other("XML");
        }
        let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
        if start.contains(&0) && !utf16 { Self::Other("binaire") } else { Self::Text }
    }

    fn of_archive(bytes: &[u8]) -> Self {
        let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
            return Self::Other("ZIP");
        };
        let has = |archive: &mut zip::ZipArchive<_>, name: &str| archive.by_name(name).is_ok();
        if has(&mut archive, "xl/workbook.xml") {
            Self::Xlsx
        } else if has(&mut archive, "word/document.xml") {
            Self::Other("Word")
        } else if has(&mut archive, "content.xml") {
            Self::Ods
        } else {
            Self::Other("ZIP")
        }
    }
}
