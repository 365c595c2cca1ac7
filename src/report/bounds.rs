//! What a report of very many bodies prints of its long lists: their beginning, how many there are, where all of them
//! are. Below the size of a large edition nothing is cut.

use super::document::{Block, NoteKind, Section, Table};
use super::words::Desk;
use crate::census::Edition;

/// How much of a long list is printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Names in a sentence or a cell.
    pub(super) names: usize,
    /// Rows of a table of the report.
    pub(super) rows: usize,
    /// Whether the labs have pages of their own.
    pub(super) fiches: bool,
}

/// Names in a sentence or a cell of a large edition's report.
pub const MOST_NAMES: usize = 10;
/// Rows of a table of a large edition's report.
pub const MOST_ROWS: usize = 100;
/// Rows that a sheet of the workbook still opens well with; the published tables have the others.
pub const MOST_SHEET_ROWS: usize = 20_000;

impl Bounds {
    /// Nothing is cut.
    pub(super) const NONE: Self = Self { names: usize::MAX, rows: usize::MAX, fiches: true };

    /// The bounds of an edition's report; the labs of a large one have pages when they were asked for.
    pub(super) fn of(edition: &Edition, fiches: bool) -> Self {
        if edition.is_large() {
            Self { names: MOST_NAMES, rows: MOST_ROWS, fiches }
        } else {
            Self::NONE
        }
    }

    /// Cuts the tables that are too long for a page; those that the workbook has no sheet for get one.
    pub(super) fn apply(
        self,
        desk: &Desk<'_>,
        sections: &mut [Section],
        sheets: &mut Vec<Section>,
    ) {
        let long =
            |block: &Block| matches!(block, Block::Table(table) if table.rows.len() > self.rows);
        for section in sections.iter_mut().filter(|section| section.blocks.iter().any(long)) {
            if !sheets.iter().any(|sheet| sheet.id == section.id) {
                let mut sheet = section.clone();
                sheet.blocks =
                    cut(desk, &sheet.id, std::mem::take(&mut sheet.blocks), MOST_SHEET_ROWS);
                sheets.push(sheet);
            }
            section.blocks = cut(desk, &section.id, std::mem::take(&mut section.blocks), self.rows);
        }
    }
}

/// The blocks with the first rows of their tables, each cut said above its table.
fn cut(desk: &Desk<'_>, section: &str, blocks: Vec<Block>, most: usize) -> Vec<Block> {
    let mut kept = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        if let Block::Table(table) = &mut block {
            let all = table.rows.len();
            table.rows.truncate(most);
            kept.extend(said(desk, (section, table), all));
        }
        kept.push(block);
    }
    kept
}

/// The note of a table that holds the first of so many rows.
pub(super) fn said(desk: &Desk<'_>, (section, table): (&str, &Table), all: usize) -> Option<Block> {
    let shown = table.rows.len();
    let number = |count: usize| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        desk.locale.number(f64::from(count), 0)
    };
    let args = [
        ("count", number(shown).into()),
        ("all", number(all).into()),
        ("file", file(section, &table.id).into()),
    ];
    (all > shown).then(|| Block::Note(NoteKind::Attention, desk.with("rows-cut", &args)))
}

/// The published table that holds what a table of a section shows.
fn file(section: &str, table: &str) -> String {
    let section = section.replace('-', "_");
    let name = match section.as_str() {
        "paths" => "transitions",
        _ if table.ends_with("_moves") => "transitions",
        "labs" | "diagnostics" | "jumps" | "revisions" => &section,
        own if REGISTERS.contains(&own) => own,
        _ => "figures",
    };
    format!("data/{name}.csv")
}

/// The registers that are published under the names of their sections.
const REGISTERS: [&str; 7] =
    ["sessions", "projects", "events", "commitments", "local_labs", "support", "obstacles"];
