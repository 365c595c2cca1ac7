//! The parts of a report.

use std::collections::BTreeSet;

use super::prose::Prose;
use crate::chart::ChartSpec;
use crate::indicators::FigureId;
use crate::model::{CensusYear, Origin};

/// A report, ready to be rendered in any format.
#[derive(Clone, Debug)]
pub struct Report {
    /// The edition.
    pub year: CensusYear,
    /// Language tag.
    pub lang: &'static str,
    /// Title.
    pub title: String,
    /// What it is about, in a line.
    pub subtitle: String,
    /// Who publishes it, for document properties.
    pub author: String,
    /// The date that document properties bear: the edition's closing date.
    pub date: chrono::NaiveDate,
    /// That it may not be published yet, on every page; none when it may.
    pub provisional: Option<String>,
    /// Warning repeated on every page.
    pub notice: Option<String>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Sheets that only the workbook has; one with the id of a section takes its place there.
    pub sheets: Vec<Section>,
    /// One page per lab that answered.
    pub fiches: Vec<Fiche>,
    /// The responses folder as seen from the report's, with `/`, when both keep their usual places.
    pub responses: Option<String>,
    /// The files beside that folder, such as the registers, that cells may point to.
    pub year_files: BTreeSet<String>,
    /// Words that renderers need around the blocks.
    pub labels: Labels,
}

/// Words that renderers need around the blocks.
#[derive(Clone, Debug)]
pub struct Labels {
    /// « Sommaire ».
    pub contents: String,
    /// « Retour au bilan ».
    pub back: String,
    /// « Tableau », before its number.
    pub table: String,
    /// « Source ».
    pub source: String,
    /// « Lu dans ».
    pub read_in: String,
    /// « Question ».
    pub question: String,
    /// « Réponse ».
    pub answer: String,
    /// « Compris comme ».
    pub understood: String,
    /// « Parcours du lab ».
    pub path: String,
    /// Shown for an empty value.
    pub none: String,
}

/// A section, which is also a sheet of the workbook.
#[derive(Clone, Debug)]
pub struct Section {
    /// Stable id, for anchors.
    pub id: String,
    /// Title.
    pub title: String,
    /// Name of its sheet: at most 31 characters.
    pub sheet: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// The team's own text.
    Prose(Prose),
    /// A remark set apart.
    Note(NoteKind, String),
    /// The year's numbers in large type.
    KeyFigures(Vec<KeyFigure>),
    /// A table.
    Table(Table),
    /// A chart; its table comes right after it.
    Chart(Box<ChartBlock>),
}

/// How a remark is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// How to read what stands above.
    Reading,
    /// Something to settle before publication.
    Attention,
}

/// A number in large type with what it counts.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    /// The number.
    pub shown: Shown,
    /// What it counts, with its base.
    pub label: String,
}

/// A number as printed, and the figure it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The figure.
    pub figure: FigureId,
    /// The number; `None` prints as not available.
    pub value: Option<f64>,
    /// How it is written.
    pub format: Format,
    /// As written in the report's language.
    pub text: String,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A whole number.
    Count,
    /// At most one decimal.
    Decimal,
    /// A whole percentage of a share between 0 and 1.
    Percent,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Stable id, unique in the report.
    pub id: String,
    /// Caption.
    pub caption: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows, each with one cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// Where the numbers come from.
    pub source: Option<String>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Header.
    pub title: String,
    /// Side on which its cells are aligned.
    pub align: Align,
}

/// Alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Nothing known.
    Empty,
    /// Words.
    Text(String),
    /// A number of the registry.
    Number(Shown),
    /// A number that labels its row, such as a year: not a figure.
    Ordinal(u32),
    /// A file of the report, relative to it.
    Link {
        /// What is shown.
        text: String,
        /// The file, with `/`.
        target: String,
    },
    /// A cell of a response.
    Origin(Origin),
}

/// A chart, with what a workbook needs to draw its own.
#[derive(Clone, Debug)]
pub struct ChartBlock {
    /// What is drawn as SVG and PNG.
    pub spec: ChartSpec,
    /// The table in the same section that holds its numbers.
    pub table: String,
    /// The table's column of labels.
    pub categories: usize,
    /// The table's columns of numbers.
    pub series: Vec<Series>,
}

/// One series of a chart in a workbook.
#[derive(Clone, Debug)]
pub struct Series {
    /// The table's column.
    pub column: usize,
    /// Its name.
    pub name: String,
    /// Whether it is drawn outlined, for what is only planned.
    pub outlined: bool,
}

/// One lab's page.
#[derive(Clone, Debug)]
pub struct Fiche {
    /// File name without extension, valid on Windows.
    pub name: String,
    /// The body's code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Its answers in the order of the questionnaire.
    pub answers: Vec<FicheAnswer>,
    /// The file it was read from.
    pub file: String,
    /// Its years, when there are earlier ones.
    pub path: Option<Table>,
}

/// One question of a fiche.
#[derive(Clone, Debug)]
pub struct FicheAnswer {
    /// The question's label.
    pub question: String,
    /// What was understood, one text an item.
    pub understood: Vec<String>,
    /// What was written, when the words are the respondent's own.
    pub quotes: Vec<String>,
    /// What the lab answered the year before (« En 2019 : … »).
    pub previous: Option<String>,
    /// How many labs say the same, with the base (« Au plan national : … »).
    pub reference: Option<String>,
    /// Where it was read.
    pub origins: Vec<Origin>,
}

impl Report {
    /// The report alone, for a format that does not take the pages of a hundred thousand labs.
    #[must_use]
    pub fn without_fiches(&self) -> Self {
        Self {
            year: self.year,
            lang: self.lang,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            author: self.author.clone(),
            date: self.date,
            provisional: self.provisional.clone(),
            notice: self.notice.clone(),
            sections: self.sections.clone(),
            sheets: Vec::new(),
            fiches: Vec::new(),
            responses: self.responses.clone(),
            year_files: self.year_files.clone(),
            labels: self.labels.clone(),
        }
    }

    /// The tables of a section, by id.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
            Block::Table(table) if table.id == id => Some(table),
            _ => None,
        })
    }

    /// A link to a cell of a response, when the responses can be reached from the report.
    pub fn response_link(&self, origin: &Origin) -> Option<String> {
        let folder = self.responses.as_deref()?;
        let beside = folder.rsplit_once('/').filter(|_| self.year_files.contains(&*origin.file));
        Some(response_link(beside.map_or(folder, |(year, _)| year), origin))
    }

    /// The charts, in order.
    pub fn charts(&self) -> impl Iterator<Item = &ChartBlock> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Chart(chart) => Some(chart.as_ref()),
            _ => None,
        })
    }
}

/// A link to a cell of a response, from a place that sees the responses in `folder`.
pub fn response_link(folder: &str, origin: &Origin) -> String {
    let name = origin.file.replace('%', "%25").replace('#', "%23").replace(' ', "%20");
    let file = format!("{folder}/{name}");
    match (origin.sheet.is_empty(), origin.cell) {
        (false, Some(cell)) => {
            format!("{file}#'{}'!{cell}", origin.sheet.replace('\'', "''"))
        }
        _ => file,
    }
}
