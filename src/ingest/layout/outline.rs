//! The outline of a fiche: which cells are labels, and which cells each label governs.
//!
//! A label's answer is beside it when its row holds something to the right, else below it. What stands in
//! the label column without being a known label is a question of the respondent's own when it has an
//! answer beside it (in a fiche whose labels do), or when it is a heading in capitals after a blank row.

use std::collections::{BTreeMap, BTreeSet};

use super::tick_list;
use crate::codebook::{Codebook, match_key};
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::mark;
use crate::model::{CellRef, QuestionId};

/// A cell with its text.
pub(super) type TextCell<'a> = (CellRef, &'a Value);

/// Where a label's answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// To its right, and in the rows below to the right.
    Beside,
    /// In the rows below.
    Below,
    /// In the label's own cell, after it.
    Within,
}

/// A label and what it governs.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) question: QuestionId,
    pub(super) label: CellRef,
    pub(super) asked: String,
    pub(super) side: Side,
    /// The answer in the label's own cell, for [`Side::Within`].
    pub(super) within: Option<String>,
    /// Cells of the label's own row.
    pub(super) beside: Vec<TextCell<'a>>,
    /// The rows that follow.
    pub(super) below: Vec<Vec<TextCell<'a>>>,
    /// The same label before each of its options.
    pub(super) again: Vec<CellRef>,
}

/// The outline of a sheet.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    pub(super) label_column: u32,
    pub(super) titles: Vec<TextCell<'a>>,
    pub(super) blocks: Vec<Block<'a>>,
}

const LONGEST_HEADING: usize = 20;
/// Bytes of the longest label; a longer text is not worth folding.
const LONGEST_LABEL: usize = 500;

/// Draws the outline of a sheet; `None` when no label is known.
pub(super) fn draw<'a>(sheet: &'a Sheet, codebook: &Codebook) -> Option<Outline<'a>> {
    draw_in(sheet, codebook, None)
}

/// The same, with the column of the labels where it is known.
pub(super) fn draw_in<'a>(
    sheet: &'a Sheet,
    codebook: &Codebook,
    label_column: Option<u32>,
) -> Option<Outline<'a>> {
    let rows: Vec<Vec<TextCell<'a>>> = sheet.rows().collect();
    let labels = Labels::of(&rows, codebook);
    let cells: Vec<CellRef> = labels.cells(&rows).collect();
    let label_column = label_column.or_else(|| usual_column(&cells))?;
    let last: BTreeMap<u32, u32> =
        rows.iter().flatten().map(|(cell, _)| (cell.row, cell.column)).collect();
    let beside = cells.iter().filter(|cell| last.get(&cell.row) > Some(&cell.column)).count();
    let mut pen = Pen {
        codebook,
        labels,
        outline: Outline { label_column, titles: Vec::new(), blocks: Vec::new() },
        answers_beside: beside * 2 >= cells.len(),
        last_row: None,
    };
    for row in rows {
        pen.row(row);
    }
    let blocks = std::mem::take(&mut pen.outline.blocks);
    pen.outline.blocks = joined(blocks, codebook);
    Some(pen.outline)
}

/// A label that is repeated before each option of a list, of which some have a mark or none is left out, is one label.
fn joined<'a>(blocks: Vec<Block<'a>>, codebook: &Codebook) -> Vec<Block<'a>> {
    let place = |block: &Block<'_>| {
        let (cell, value) = block.beside.first()?;
        let option = tick_list::is_option(value, &block.question, codebook);
        (option && block.side == Side::Beside).then_some((block.question.clone(), cell.column))
    };
    let marked = |block: &Block<'_>| {
        let marks = block.beside.iter().skip(1);
        marks.map(|(_, value)| value.text()).any(|text| mark::parse(&text).is_some())
    };
    let mut runs: Vec<Vec<Block<'a>>> = Vec::new();
    for block in blocks {
        let of_list = place(&block);
        let goes_on = |run: &&mut Vec<Block<'a>>| {
            of_list.is_some() && run.last().is_some_and(|last| place(last) == of_list)
        };
        match runs.last_mut().filter(goes_on) {
            Some(run) => run.push(block),
            None => runs.push(vec![block]),
        }
    }
    let marks = |run: &[Block<'_>]| run.len() > 1 && run.iter().any(marked);
    let whole = |run: &[Block<'_>]| {
        let first = run.first().filter(|_| run.len() > 1);
        first.is_some_and(|first| tick_list::is_whole(run.len(), &first.question, codebook))
    };
    // Without a mark anywhere each row is an answer, unless several questions list all that they have: nobody means that.
    let listed =
        runs.iter().any(|run| marks(run)) || runs.iter().filter(|run| whole(run)).count() > 1;
    let is_list = |run: &[Block<'_>]| marks(run) || (listed && whole(run));
    let join = |run: Vec<Block<'a>>| {
        if !is_list(&run) {
            return run;
        }
        let mut blocks = run.into_iter();
        let first = blocks.next().map(|first| {
            blocks.fold(first, |mut first, block| {
                first.again.push(block.label);
                first.below.push(block.beside);
                first.below.extend(block.below);
                first
            })
        });
        first.into_iter().collect()
    };
    runs.into_iter().flat_map(join).collect()
}

/// The labels of a sheet, each distinct text recognised once.
struct Labels<'a>(BTreeMap<&'a str, Asked>);

impl<'a> Labels<'a> {
    fn of(rows: &[Vec<TextCell<'a>>], codebook: &Codebook) -> Self {
        let text = |(_, value): &TextCell<'a>| match value {
            Value::Text(text) => Some(&**text),
            _ => None,
        };
        let texts: BTreeSet<&str> = rows.iter().flatten().filter_map(text).collect();
        Self(texts.into_iter().filter_map(|text| Some((text, asked(text, codebook)?))).collect())
    }

    fn get(&self, value: &Value) -> Option<&Asked> {
        match value {
            Value::Text(text) => self.0.get(&**text),
            _ => None,
        }
    }

    fn cells(&self, rows: &[Vec<TextCell<'a>>]) -> impl Iterator<Item = CellRef> {
        rows.iter().flatten().filter_map(|(cell, value)| self.get(value).map(|_| *cell))
    }
}

/// The column with most labels, the leftmost of equals.
fn usual_column(labels: &[CellRef]) -> Option<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for cell in labels {
        *counts.entry(cell.column).or_default() += 1;
    }
    let most =
        counts.into_iter().max_by_key(|(column, count)| (*count, std::cmp::Reverse(*column)));
    most.map(|(column, _)| column)
}

/// A label by itself, or a label with its answer in the same cell.
#[derive(Clone)]
struct Asked {
    question: QuestionId,
    within: Option<String>,
    label: String,
}

fn asked(text: &str, codebook: &Codebook) -> Option<Asked> {
    let recognise = |label: &str| {
        let short = label.len() <= LONGEST_LABEL;
        short.then(|| codebook.questionnaire.recognise(label).cloned()).flatten()
    };
    if let Some(question) = recognise(text) {
        return Some(Asked { question, within: None, label: text.trim().to_owned() });
    }
    // « DATE DE LANCEMENT : mars 2021 », or the answer on the next line of the same cell.
    let (start, _) = text.split_at(text.floor_char_boundary(LONGEST_LABEL));
    let end = start.find('\n').or_else(|| start.find(':'))?;
    let (label, answer) = (text.get(..end)?, text.get(end + 1..)?);
    let answer = answer.trim();
    let question = recognise(label).filter(|_| !answer.is_empty())?;
    Some(Asked { question, within: Some(answer.to_owned()), label: label.trim().to_owned() })
}

/// Walks down the rows.
struct Pen<'a, 'c> {
    codebook: &'c Codebook,
    labels: Labels<'a>,
    outline: Outline<'a>,
    answers_beside: bool,
    last_row: Option<u32>,
}

impl<'a> Pen<'a, '_> {
    fn row(&mut self, row: Vec<TextCell<'a>>) {
        let number = row.first().map(|(cell, _)| cell.row);
        let after_blank = number != self.last_row.map(|last| last + 1);
        self.last_row = number;
        let is_label = |(cell, value): &TextCell<'a>| {
            cell.column == self.outline.label_column && self.labels.get(value).is_some()
        };
        if row.iter().any(is_label) {
            self.labelled(row);
        } else if let Some(label) = self.own_question(&row, after_blank) {
            self.open_own(&row, label);
        } else if let Some(block) = self.outline.blocks.last_mut() {
            block.below.push(row);
        } else {
            self.outline.titles.extend(row);
        }
    }

    /// A row with at least one known label: each cell is a label or belongs to the label before it.
    fn labelled(&mut self, row: Vec<TextCell<'a>>) {
        let mut open = false;
        let last = row.last().map(|(cell, _)| cell.column);
        for (cell, value) in row {
            let has_answer =
                self.outline.blocks.last().is_some_and(|block| !block.beside.is_empty());
            let may_be_label = cell.column == self.outline.label_column
                || !open
                || (cell.column > self.outline.label_column
                    && (has_answer || Some(cell.column) != last));
            match self.labels.get(value).filter(|_| may_be_label).cloned() {
                Some(asked) => {
                    open = true;
                    let side = if asked.within.is_some() { Side::Within } else { Side::Below };
                    self.open(Block {
                        question: asked.question,
                        label: cell,
                        asked: asked.label,
                        side,
                        within: asked.within,
                        beside: Vec::new(),
                        below: Vec::new(),
                        again: Vec::new(),
                    });
                }
                None => self.beside((cell, value), open),
            }
        }
    }

    fn beside(&mut self, cell: TextCell<'a>, open: bool) {
        match self.outline.blocks.last_mut().filter(|_| open) {
            Some(block) => {
                if block.side == Side::Below {
                    block.side = Side::Beside;
                }
                block.beside.push(cell);
            }
            None => self.outline.titles.push(cell),
        }
    }

    fn open(&mut self, block: Block<'a>) {
        self.outline.blocks.push(block);
    }

    /// The label of a question that the codebook does not know.
    fn own_question(&self, row: &[TextCell<'a>], after_blank: bool) -> Option<CellRef> {
        let (cell, value) =
            row.iter().find(|(cell, _)| cell.column == self.outline.label_column)?;
        let Value::Text(text) = value else { return None };
        let has_answer = row.iter().any(|(other, _)| other.column > cell.column);
        let Some(block) = self.outline.blocks.last() else {
            return (has_answer && text.trim_end().ends_with(':')).then_some(*cell);
        };
        let is_option = self.is_option(block, value);
        // « Autre : … » with its mark goes on with the list of options above it.
        let listed =
            block.side == Side::Below && self.codebook.vocabulary(&block.question).is_some();
        let marked =
            |(other, value): &TextCell<'a>| other != cell && mark::parse(&value.text()).is_some();
        let ticked = listed && row.iter().any(marked);
        // A mark before its option.
        let is_mark = mark::parse(text).is_some();
        if is_mark && row.iter().any(|(_, value)| self.is_option(block, value)) {
            return None;
        }
        let beside = self.answers_beside && has_answer && !is_option && !ticked;
        let heading = !has_answer && after_blank && is_heading(text);
        (beside || heading).then_some(*cell)
    }

    fn is_option(&self, block: &Block<'_>, value: &Value) -> bool {
        tick_list::is_option(value, &block.question, self.codebook)
    }

    fn open_own(&mut self, row: &[TextCell<'a>], label: CellRef) {
        let asked = row
            .iter()
            .find(|(cell, _)| *cell == label)
            .map(|(_, value)| value.text())
            .unwrap_or_default();
        let beside: Vec<_> = row.iter().filter(|(cell, _)| *cell != label).copied().collect();
        let question = QuestionId::from(format!("unknown:{}", match_key(&asked)));
        let side = if beside.is_empty() { Side::Below } else { Side::Beside };
        let (within, below, again) = (None, Vec::new(), Vec::new());
        self.open(Block { question, label, asked, side, within, beside, below, again });
    }
}

/// A heading: capitals, short, no bullet.
fn is_heading(text: &str) -> bool {
    let starts_with_letter = text.trim_start().chars().next().is_some_and(char::is_alphabetic);
    let capitals = text.chars().filter(|c| c.is_uppercase()).count() >= 4
        && !text.chars().any(char::is_lowercase);
    starts_with_letter && capitals && text.split_whitespace().count() <= LONGEST_HEADING
}
