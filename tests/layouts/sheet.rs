//! A grid of texts, and the files that it can be saved as.

use rust_xlsxwriter::Workbook;

/// A grid of texts, row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    rows: Vec<Vec<String>>,
}

impl Sheet {
    pub(super) fn row<T: Into<String>>(mut self, cells: impl IntoIterator<Item = T>) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }

    pub(super) fn blank(self) -> Self {
        self.row([""; 0])
    }

    /// The columns of another one to the right, after a blank column.
    pub(super) fn abreast(mut self, other: Self) -> Self {
        let widest = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let start = if widest == 0 { 0 } else { widest + 1 };
        for (at, cells) in other.rows.into_iter().enumerate() {
            if self.rows.len() <= at {
                self.rows.push(Vec::new());
            }
            self.rows[at].resize(start, String::new());
            self.rows[at].extend(cells);
        }
        self
    }

    /// The rows of another one below, after a blank row.
    pub(super) fn above(mut self, other: Self) -> Self {
        if !self.rows.is_empty() {
            self = self.blank();
        }
        self.rows.extend(other.rows);
        self
    }

    /// Rows as columns.
    pub(super) fn turned(&self) -> Self {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let column = |at: usize| {
            self.rows.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect()
        };
        Self { rows: (0..width).map(column).collect() }
    }

    pub(super) fn csv(&self, delimiter: u8) -> Vec<u8> {
        let mut writer =
            csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
        for row in &self.rows {
            writer
                .write_record(row.iter().map(String::as_str).chain(row.is_empty().then_some("")))
                .unwrap();
        }
        writer.into_inner().unwrap()
    }

    pub(super) fn utf16_tsv(&self) -> Vec<u8> {
        let text = String::from_utf8(self.csv(b'\t')).unwrap();
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    }

    pub(super) fn xlsx(&self) -> Vec<u8> {
        workbook(&[("Réponses".to_owned(), self.clone())])
    }

    pub(super) fn html(&self) -> Vec<u8> {
        let escape =
            |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>");
        let row = |cells: &Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
            format!("<tr><td>{}</td></tr>\n", cells.join("</td><td>"))
        };
        let rows = self.rows.iter().map(row).collect::<Vec<_>>().concat();
        format!(
            "<html><head><meta charset=\"utf-8\"></head><body><table>\n{rows}</table></body></html>"
        )
        .into_bytes()
    }

    pub(super) fn spreadsheet_ml(&self) -> Vec<u8> {
        let escape =
            |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "&#10;");
        let cell = |(at, text): (usize, &String)| {
            format!(
                "<Cell ss:Index=\"{}\"><Data ss:Type=\"String\">{}</Data></Cell>",
                at + 1,
                escape(text)
            )
        };
        let row = |cells: &Vec<String>| {
            let filled = cells.iter().enumerate().filter(|(_, text)| !text.is_empty());
            format!("<Row>{}</Row>", filled.map(cell).collect::<Vec<_>>().concat())
        };
        let rows = self.rows.iter().map(row).collect::<Vec<_>>().concat();
        format!(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Feuil1\"><Table>{rows}</Table></Worksheet></Workbook>"
        )
        .into_bytes()
    }
}

/// A workbook of several sheets.
pub(super) fn workbook(sheets: &[(String, Sheet)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, sheet) in sheets {
        let written = workbook.add_worksheet();
        written.set_name(name).unwrap();
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                written.write(row, column, text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}
