//! A table in parts, so that one of millions of rows is never held whole.

use polars_io::parquet::write::{BatchedWriter, ParquetCompression, ParquetWriter};

use super::columns::Table;
use crate::error::{Error, Result};
use crate::render::Files;

/// A table, some of its rows at a time.
pub(super) struct Parts<'a> {
    count: usize,
    part: Box<dyn Fn(usize) -> Table + 'a>,
    /// Whether it is too long for a spreadsheet to open as CSV.
    pub(super) parquet_only: bool,
}

impl<'a> Parts<'a> {
    /// A table in so many parts; the first one, which may be empty, tells its columns.
    pub(super) fn new(count: usize, part: impl Fn(usize) -> Table + 'a) -> Self {
        Self { count: count.max(1), part: Box::new(part), parquet_only: false }
    }

    /// A table whole.
    pub(super) fn whole(part: impl Fn() -> Table + 'a) -> Self {
        Self::new(1, move |_| part())
    }

    /// The table without its CSV, if it is long.
    pub(super) fn without_csv(mut self, long: bool) -> Self {
        self.parquet_only = long;
        self
    }

    /// Renders the table's files; gives the table without its rows, for its description.
    ///
    /// # Errors
    /// What the CSV or Parquet writer says.
    pub(super) fn render(&self) -> Result<(Files, Table)> {
        let mut table = (self.part)(0);
        let name = table.name.to_string();
        let failed = |detail: String| Error::Render { what: name.clone(), detail };
        let mut files = Files::new();
        let mut csv = if self.parquet_only {
            None
        } else {
            Some(table.csv(true).map_err(|error| failed(error.to_string()))?)
        };
        let parquet = if self.count == 1 {
            table.parquet().map_err(|error| failed(error.to_string()))?
        } else {
            let mut parquet = Vec::new();
            let mut writer = begin(&table, &mut parquet).map_err(&failed)?;
            for at in 0..self.count {
                if at > 0 {
                    table = (self.part)(at);
                    if let Some(csv) = &mut csv {
                        csv.extend(table.csv(false).map_err(|error| failed(error.to_string()))?);
                    }
                }
                let frame = table.frame().map_err(|error| failed(error.to_string()))?;
                writer.write_batch(&frame).map_err(|error| failed(error.to_string()))?;
            }
            writer.finish().map_err(|error| failed(error.to_string()))?;
            drop(writer);
            parquet
        };
        files.extend(csv.map(|csv| (format!("data/{name}.csv"), csv)));
        files.insert(format!("data/{name}.parquet"), parquet);
        table.empty();
        Ok((files, table))
    }
}

/// A Parquet file to which parts of a table are added.
fn begin<'w>(
    table: &Table,
    bytes: &'w mut Vec<u8>,
) -> std::result::Result<BatchedWriter<&'w mut Vec<u8>>, String> {
    let frame = table.frame().map_err(|error| error.to_string())?;
    ParquetWriter::new(bytes)
        .with_compression(ParquetCompression::Uncompressed)
        .batched(frame.schema())
        .map_err(|error| error.to_string())
}

/// Cuts places into runs whose weights add up to about so much; at least one run, which may be empty.
pub(super) fn runs(
    weights: impl Iterator<Item = usize>,
    most: usize,
) -> Vec<std::ops::Range<usize>> {
    let (mut runs, mut start, mut weight, mut end) = (Vec::new(), 0, 0, 0);
    for (at, own) in weights.enumerate() {
        if weight > 0 && weight + own > most {
            runs.push(start..at);
            (start, weight) = (at, 0);
        }
        weight += own;
        end = at + 1;
    }
    runs.push(start..end);
    runs
}

#[cfg(test)]
mod tests {
    use super::super::columns::Column;
    use super::*;

    fn table(rows: std::ops::Range<usize>) -> Table {
        let text = |at: usize| if at == 3 { String::new() } else { format!("é;\"{at}\"") };
        let columns = vec![
            Column::text("text", rows.clone().map(text)),
            Column::integer("number", rows.map(|at| i64::try_from(at).ok())),
        ];
        Table { name: "t".into(), title: None, key: &[], columns }
    }

    #[test]
    fn a_table_in_parts_is_the_same_table() {
        use polars::prelude::SerReader;
        let (whole, _) = Parts::whole(|| table(0..10)).render().unwrap();
        let cuts = runs((0..10).map(|_| 1), 4);
        assert_eq!(cuts, [0..4, 4..8, 8..10]);
        let (parts, _) = Parts::new(cuts.len(), |at| table(cuts[at].clone())).render().unwrap();
        assert_eq!(whole["data/t.csv"], parts["data/t.csv"]);
        let read = |files: &Files| {
            let bytes = std::io::Cursor::new(files["data/t.parquet"].clone());
            polars_io::parquet::read::ParquetReader::new(bytes).finish().unwrap()
        };
        assert!(read(&whole).equals_missing(&read(&parts)));
        assert_eq!(read(&parts).height(), 10);
    }

    #[test]
    fn a_long_table_has_no_csv() {
        let (files, _) = Parts::whole(|| table(0..2)).without_csv(true).render().unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["data/t.parquet"]);
    }
}
