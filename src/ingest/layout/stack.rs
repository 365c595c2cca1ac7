//! Several fiches on one sheet: one below the other, side by side, or one row for each answer beside the name of its lab.
//!
//! A fiche asks each question once. When several questions come back, the sheet is cut where another fiche begins: where
//! the value of a column that names the fiche changes, else where the first question comes back, with the title above it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::outline::{Block, Outline, Side};
use crate::codebook::Codebook;
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::sheet_builder::SheetBuilder;
use crate::model::{CellRef, QuestionId};

/// Columns looked at for the name of the fiche.
const SAMPLE_COLUMNS: usize = 20;
/// Fewest questions that come back in a sheet of several fiches, and that one of them asks.
const FEWEST: usize = 2;

/// Rows of a fiche, or its columns.
pub(super) type Span = RangeInclusive<u32>;

/// A row with a question that it asks.
type Label<'a> = (u32, &'a QuestionId);

/// What a sheet with questions down its rows holds.
#[derive(Debug, PartialEq)]
pub(super) enum Stack {
    /// One fiche.
    One,
    /// Several, each in rows of its own.
    Several(Vec<Span>),
    /// Several side by side, each in columns of its own.
    Beside(Vec<Span>),
    /// Answers of several labs, question by question: no fiche has rows of its own.
    Mixed,
}

/// How many fiches a sheet holds, and where.
pub(super) fn of(sheet: &Sheet, outline: &Outline<'_>, codebook: &Codebook) -> Stack {
    let known = |block: &&Block<'_>| {
        block.label.column == outline.label_column
            && codebook.questionnaire.get(&block.question).is_some()
    };
    let own = outline.blocks.iter().filter(known);
    let labels: Vec<Label<'_>> = own.map(|block| (block.label.row, &block.question)).collect();
    let mut counts: BTreeMap<&QuestionId, usize> = BTreeMap::new();
    for (_, question) in &labels {
        *counts.entry(question).or_default() += 1;
    }
    if let Some(columns) = side_by_side(outline, codebook) {
        return Stack::Beside(columns);
    }
    if counts.values().filter(|count| **count > 1).count() < FEWEST {
        return Stack::One;
    }
    let starts = named(sheet, outline.label_column, &labels)
        .or_else(|| below_each_other(sheet, outline, &labels));
    let Some(starts) = starts else {
        return if is_mixed(sheet, outline.label_column, &labels) {
            Stack::Mixed
        } else {
            Stack::One
        };
    };
    let last = sheet.row_numbers().next_back().unwrap_or_default();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([last]);
    Stack::Several(starts.iter().zip(ends).map(|(start, end)| *start..=end).collect())
}

/// The columns of fiches that stand side by side: several questions are asked twice in one row.
fn side_by_side(outline: &Outline<'_>, codebook: &Codebook) -> Option<Vec<Span>> {
    let known = |block: &&Block<'_>| codebook.questionnaire.get(&block.question).is_some();
    let mut asked: BTreeSet<(u32, &QuestionId)> = BTreeSet::new();
    let mut again: BTreeSet<&QuestionId> = BTreeSet::new();
    let mut columns: BTreeMap<u32, usize> = BTreeMap::new();
    for block in outline.blocks.iter().filter(known) {
        if !asked.insert((block.label.row, &block.question)) {
            again.insert(&block.question);
        }
        *columns.entry(block.label.column).or_default() += 1;
    }
    let starts: Vec<u32> =
        columns.into_iter().filter(|(_, labels)| *labels >= FEWEST).map(|(at, _)| at).collect();
    if again.len() < FEWEST || starts.len() < 2 {
        return None;
    }
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([u32::MAX]);
    let first = std::iter::once(0).chain(starts.iter().skip(1).copied());
    Some(first.zip(ends).map(|(start, end)| start..=end).collect())
}

/// The parts of a sheet in some columns, which follow one another, its cells in their places.
pub(super) fn columns(sheet: &Sheet, fiches: &[Span]) -> Vec<Sheet> {
    let new = |_: &Span| SheetBuilder::new(&sheet.name, sheet.hidden);
    let mut parts: Vec<SheetBuilder> = fiches.iter().map(new).collect();
    for (cell, value) in sheet.cells() {
        let at = fiches.partition_point(|columns| *columns.end() < cell.column);
        if let Some(part) = parts.get_mut(at) {
            part.put(cell, value.clone());
        }
    }
    parts.into_iter().map(SheetBuilder::finish).collect()
}

/// Whether a column before the questions names a few labs again and again, each once for a question.
fn is_mixed(sheet: &Sheet, label_column: u32, labels: &[Label<'_>]) -> bool {
    let columns = sheet.used_columns().into_iter().take_while(|column| *column < label_column);
    columns.into_iter().any(|column| {
        let value = |row: u32| sheet.get(CellRef::new(row, column)).map(Value::text);
        let pairs: BTreeSet<(String, &QuestionId)> =
            labels.iter().filter_map(|(row, question)| Some((value(*row)?, *question))).collect();
        let labs: BTreeSet<&String> = pairs.iter().map(|(lab, _)| lab).collect();
        pairs.len() == labels.len() && labs.len() > 1 && labs.len() * FEWEST <= labels.len()
    })
}

/// The parts of a sheet in some rows, which follow one another, its cells in their places.
pub(super) fn parts(sheet: &Sheet, fiches: &[Span]) -> Vec<Sheet> {
    let mut cells = sheet.cells().peekable();
    let mut part = |rows: &Span| {
        let mut part = SheetBuilder::new(&sheet.name, sheet.hidden);
        while let Some((cell, value)) = cells.next_if(|(cell, _)| cell.row <= *rows.end()) {
            part.put(cell, value.clone());
        }
        part.finish()
    };
    fiches.iter().map(&mut part).collect()
}

/// Where the value of a column changes that stands beside nearly every question, never comes back, and covers several
/// questions each time.
fn named(sheet: &Sheet, label_column: u32, labels: &[Label<'_>]) -> Option<Vec<u32>> {
    let columns = sheet.used_columns().into_iter().take(SAMPLE_COLUMNS);
    columns.filter(|column| *column != label_column).find_map(|column| {
        let (mut filled, mut starts, mut values) = (0, Vec::new(), BTreeSet::new());
        let mut current = String::new();
        for (row, _) in labels {
            let Some(value) = sheet.get(CellRef::new(*row, column)) else { continue };
            filled += 1;
            let value = value.text();
            if value.trim() != current {
                value.trim().clone_into(&mut current);
                starts.push(*row);
                if !values.insert(current.clone()) {
                    return None;
                }
            }
        }
        // A name may stand once, above the questions that it covers.
        let beside = filled * 10 >= labels.len() * 9 || filled == starts.len();
        let covers = starts.len() > 1 && starts.len() * FEWEST <= labels.len();
        let first = starts.first().is_some_and(|first| Some(first) == labels.first().map(|l| &l.0));
        (beside && covers && first).then(|| from_the_top(starts))
    })
}

/// Where the first question comes back, with the rows of the title above it.
fn below_each_other(
    sheet: &Sheet,
    outline: &Outline<'_>,
    labels: &[Label<'_>],
) -> Option<Vec<u32>> {
    let (_, first) = labels.first()?;
    let again: Vec<usize> = labels
        .iter()
        .enumerate()
        .filter(|(_, label)| label.1 == *first)
        .map(|(at, _)| at)
        .collect();
    let ends = again.iter().skip(1).copied().chain([labels.len()]);
    let asks = |(start, end): (&usize, usize)| {
        let asked = labels.get(*start..end).unwrap_or_default();
        asked.iter().map(|label| label.1).collect::<BTreeSet<_>>().len()
    };
    if again.len() < 2 || again.iter().zip(ends).any(|span| asks(span) < FEWEST) {
        return None;
    }
    let rows: BTreeSet<u32> = sheet.row_numbers().collect();
    let answered_below = outline.blocks.iter().filter(|block| block.side == Side::Below);
    let answered_below: BTreeSet<u32> = answered_below.map(|block| block.label.row).collect();
    let starts = again.iter().map(|at| {
        let before = at.checked_sub(1).and_then(|before| labels.get(before));
        let (Some((row, _)), Some((before, _))) = (labels.get(*at), before) else { return 0 };
        title_above(&rows, (*before, answered_below.contains(before)), *row)
    });
    Some(from_the_top(starts.collect()))
}

/// The first row of the title above a label, among the rows that follow the label before, which may be answered below it.
fn title_above(rows: &BTreeSet<u32>, (before, below): (u32, bool), label: u32) -> u32 {
    let between: Vec<u32> = rows.range(before + 1..label).copied().collect();
    let paragraphs: Vec<&[u32]> = between.chunk_by(|one, next| one + 1 == *next).collect();
    let answers = usize::from(below);
    match paragraphs.as_slice() {
        [] => label,
        // No blank row parts the two fiches: the title is one row, unless it is the answer.
        [only] if only.first() == Some(&(before + 1)) && only.last() == Some(&(label - 1)) => {
            if only.len() > answers {
                label - 1
            } else {
                label
            }
        }
        [only] if below && only.first() == Some(&(before + 1)) => label,
        [.., last] => last.first().copied().unwrap_or(label),
    }
}

/// What stands above the first fiche belongs to it.
fn from_the_top(mut starts: Vec<u32>) -> Vec<u32> {
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_the_next_fiche_is_told_from_the_answer_above_it() {
        let start =
            |rows: &[u32], below| title_above(&rows.iter().copied().collect(), (10, below), 20);
        assert_eq!(start(&[], true), 20);
        // An answer of several rows, a blank one, the title, and the label right below or after another blank one.
        assert_eq!(start(&[11, 12, 13, 19], true), 19);
        assert_eq!(start(&[11, 12, 17, 18], true), 17);
        assert_eq!(start(&[11, 12], true), 20);
        assert_eq!((start(&[15], false), start(&[15], true)), (15, 15));
        let tight: Vec<u32> = (11..20).collect();
        assert_eq!((start(&tight, false), start(&tight, true)), (19, 19));
        let one = |below| title_above(&BTreeSet::from([19]), (18, below), 20);
        assert_eq!((one(false), one(true)), (19, 20));
    }
}
