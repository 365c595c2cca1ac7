//! One fiche as `labs-<year>.toml` describes it, and where each of its texts stands on the sheet.
//!
//! Both writers take the same cells, so a layout is decided here once, whatever the file format.

use serde::Deserialize;

use crate::table::Table;

/// When the fiches of 2020 were filled in; those of other years say it themselves.
pub(crate) const CLOSING_DAY: &str = "2020-12-15";

/// The sample census: its fiches, in the order of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Census {
    /// One entry per fiche.
    #[serde(default, rename = "lab")]
    pub(crate) labs: Vec<Fiche>,
    /// One entry per table that a form exported.
    #[serde(default, rename = "table")]
    pub(crate) tables: Vec<Table>,
}

/// What one lab sent back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fiche {
    /// File name; its extension says the format.
    pub(crate) file: String,
    /// Where an answer stands from its label.
    layout: Layout,
    /// Name of the sheet.
    pub(crate) sheet: String,
    /// First column that holds anything.
    #[serde(default)]
    column: Column,
    /// Row of the first label, counted from 1; only for answers beside their labels.
    #[serde(default = "row_after_title")]
    questions_row: u32,
    /// How many columns the title covers.
    #[serde(default = "one_column")]
    pub(crate) title_span: u16,
    /// Title line.
    title: String,
    /// Labels with their answers.
    #[serde(rename = "question")]
    questions: Vec<(String, String)>,
    /// When it was filled in, as its properties say; the closing day of 2020 if nothing is said.
    #[serde(default = "closing_day")]
    pub(crate) written: String,
    /// A sheet of instructions before the fiche.
    pub(crate) instructions: Option<Instructions>,
}

/// A sheet that asks nothing: how to fill the form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instructions {
    /// Name of the sheet.
    pub(crate) sheet: String,
    /// One row each, from the top of the first column.
    pub(crate) lines: Vec<String>,
}

/// Where an answer stands from its label.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Layout {
    /// In the next column, all its lines in one cell.
    Beside,
    /// In the rows below, one row per line, then a blank row.
    Beneath,
}

/// A starting column.
#[derive(Clone, Copy, Default, Deserialize)]
enum Column {
    /// The first one.
    #[default]
    A,
    /// The second one, the first being empty.
    B,
}

impl Column {
    /// Counted from 0.
    fn index(self) -> u16 {
        match self {
            Self::A => 0,
            Self::B => 1,
        }
    }
}

/// What a text of the fiche is, hence how it looks.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// The title line.
    Title,
    /// A question.
    Label,
    /// An answer, or a line of one.
    Answer,
}

/// A text of the fiche and its place, counted from 0.
pub(crate) struct Cell<'a> {
    /// Row.
    pub(crate) row: u32,
    /// Column.
    pub(crate) column: u16,
    /// What it is.
    pub(crate) role: Role,
    /// The text as the lab wrote it.
    pub(crate) text: &'a str,
}

impl Fiche {
    /// Every filled cell, from top to bottom.
    pub(crate) fn cells(&self) -> Vec<Cell<'_>> {
        let title =
            Cell { row: 0, column: self.column.index(), role: Role::Title, text: &self.title };
        let mut cells = vec![title];
        match self.layout {
            Layout::Beside => self.place_beside(&mut cells),
            Layout::Beneath => self.place_beneath(&mut cells),
        }
        cells
    }

    fn place_beside<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        let column = self.column.index();
        for (row, (label, answer)) in (self.questions_row.saturating_sub(1)..).zip(&self.questions)
        {
            cells.push(Cell { row, column, role: Role::Label, text: label });
            cells.push(Cell { row, column: column + 1, role: Role::Answer, text: answer });
        }
    }

    fn place_beneath<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        let column = self.column.index();
        let mut row = 2;
        for (label, answer) in &self.questions {
            cells.push(Cell { row, column, role: Role::Label, text: label });
            row += 1;
            for text in answer.lines() {
                cells.push(Cell { row, column, role: Role::Answer, text });
                row += 1;
            }
            row += 1;
        }
    }
}

/// Without a word on it, the questions follow the title.
fn row_after_title() -> u32 {
    2
}

/// Without a word on it, the fiche is of 2020.
fn closing_day() -> String {
    CLOSING_DAY.to_owned()
}

/// Without a word on it, the title keeps to its own cell.
fn one_column() -> u16 {
    1
}
