//! A table as typed columns, and how it is written.

use std::borrow::Cow;

use polars::prelude::{Column as PolarsColumn, DataFrame, PolarsResult};
use polars_io::parquet::write::{ParquetCompression, ParquetWriter};

/// A published table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: Cow<'static, str>,
    /// What it holds, when no message says so.
    pub(super) title: Option<String>,
    pub(super) key: &'static [&'static str],
    pub(super) columns: Vec<Column>,
}

/// A column: its name, its values, and the values it may take.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: Cow<'static, str>,
    /// What it means, when no message says so.
    pub(super) title: Option<String>,
    pub(super) values: Values,
    /// Allowed values; empty when any is.
    pub(super) allowed: Vec<String>,
    /// The table and column that it refers to.
    pub(super) refers: Option<(&'static str, &'static str)>,
}

/// The values of a column; `None` is unknown, and written as an empty field.
#[derive(Debug)]
pub(super) enum Values {
    /// Words.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Integer(Vec<Option<i64>>),
    /// Numbers.
    Number(Vec<Option<f64>>),
}

impl Column {
    /// Words; an empty text is unknown.
    pub(super) fn text(
        name: impl Into<Cow<'static, str>>,
        values: impl Iterator<Item = String>,
    ) -> Self {
        let values = values.map(|text| Some(text).filter(|text| !text.is_empty())).collect();
        Self::new(name, Values::Text(values))
    }

    /// Whole numbers.
    pub(super) fn integer(
        name: impl Into<Cow<'static, str>>,
        values: impl Iterator<Item = Option<i64>>,
    ) -> Self {
        Self::new(name, Values::Integer(values.collect()))
    }

    /// Numbers.
    pub(super) fn number(
        name: impl Into<Cow<'static, str>>,
        values: impl Iterator<Item = Option<f64>>,
    ) -> Self {
        Self::new(name, Values::Number(values.collect()))
    }

    fn new(name: impl Into<Cow<'static, str>>, values: Values) -> Self {
        let name = name.into();
        Self { name, title: None, values, allowed: Vec::new(), refers: None }
    }

    /// Adds the values that it may take.
    pub(super) fn among(mut self, allowed: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.allowed = allowed.into_iter().map(Into::into).collect();
        self
    }

    /// Adds what it means, in the language of the report.
    pub(super) fn titled(mut self, title: &str) -> Self {
        self.title = Some(title.to_owned());
        self
    }

    /// Adds what it refers to.
    pub(super) fn refers_to(mut self, table: &'static str, column: &'static str) -> Self {
        self.refers = Some((table, column));
        self
    }
}

impl Values {
    fn len(&self) -> usize {
        match self {
            Self::Text(values) => values.len(),
            Self::Integer(values) => values.len(),
            Self::Number(values) => values.len(),
        }
    }

    fn field(&self, row: usize) -> Cow<'_, str> {
        match self {
            Self::Text(values) => {
                values.get(row).and_then(Option::as_deref).unwrap_or_default().into()
            }
            Self::Integer(values) => {
                values.get(row).copied().flatten().map(|n| n.to_string()).unwrap_or_default().into()
            }
            Self::Number(values) => {
                values.get(row).copied().flatten().map(|n| n.to_string()).unwrap_or_default().into()
            }
        }
    }
}

impl Table {
    /// How many rows it has.
    pub(super) fn height(&self) -> usize {
        self.columns.first().map_or(0, |column| column.values.len())
    }

    /// UTF-8, comma, RFC 4180 quoting, LF; with its header, or as a further part of a table.
    pub(super) fn csv(&self, header: bool) -> csv::Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::Any(b'\n'))
            .from_writer(Vec::new());
        if header {
            writer.write_record(self.columns.iter().map(|column| &*column.name))?;
        }
        for row in 0..self.height() {
            let fields = self.columns.iter().map(|column| column.values.field(row));
            for field in fields {
                writer.write_field(field.as_bytes())?;
            }
            writer.write_record(None::<&[u8]>)?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    /// Takes the rows out.
    pub(super) fn empty(&mut self) {
        for column in &mut self.columns {
            match &mut column.values {
                Values::Text(values) => *values = Vec::new(),
                Values::Integer(values) => *values = Vec::new(),
                Values::Number(values) => *values = Vec::new(),
            }
        }
    }

    /// The same table as a frame.
    pub(super) fn frame(&self) -> PolarsResult<DataFrame> {
        let columns = self.columns.iter().map(|column| {
            let name = (&*column.name).into();
            match &column.values {
                Values::Text(values) => PolarsColumn::new(name, values),
                Values::Integer(values) => PolarsColumn::new(name, values),
                Values::Number(values) => PolarsColumn::new(name, values),
            }
        });
        DataFrame::new(self.height(), columns.collect())
    }

    /// The same table as Parquet.
    pub(super) fn parquet(&self) -> PolarsResult<Vec<u8>> {
        let mut frame = self.frame()?;
        let mut bytes = Vec::new();
        ParquetWriter::new(&mut bytes)
            .with_compression(ParquetCompression::Uncompressed)
            .finish(&mut frame)?;
        Ok(bytes)
    }
}
