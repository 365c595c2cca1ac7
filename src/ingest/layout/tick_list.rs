//! A list of options on a fiche, with marks beside those that hold: after the option or before it, one option in a row or
//! several, or one column for « oui » and one for « non ».

use std::collections::BTreeSet;

use super::outline::{Block, Side, TextCell};
use crate::codebook::{Codebook, match_key};
use crate::ingest::mark::{self, Mark};
use crate::ingest::table;

/// How the options of a block are listed.
pub(super) struct TickList {
    /// Marks stand before their options.
    before: bool,
    /// The columns headed « non ».
    negative: BTreeSet<u32>,
}

/// An option, or what stands in place of one, with the cells beside it: each a mark or a text.
pub(super) struct Line<'a> {
    pub(super) option: Option<TextCell<'a>>,
    pub(super) marks: Vec<(TextCell<'a>, Option<Mark>)>,
}

impl TickList {
    /// How they are listed; `None` unless an option has a mark, or the whole vocabulary is listed and nothing is ticked.
    pub(super) fn of(block: &Block<'_>, codebook: &Codebook) -> Option<Self> {
        let vocabulary = codebook.vocabulary(&block.question)?;
        let heads: Vec<(u32, Option<Mark>)> = block
            .beside
            .iter()
            .map(|(cell, value)| (cell.column, mark::parse(&value.text())))
            .collect();
        let headed = heads.len() > 1 && heads.iter().all(|(_, mark)| mark.is_some());
        if block.side != Side::Below && !headed {
            return None;
        }
        let negative = heads.into_iter().filter(|(_, mark)| *mark == Some(Mark::NotTicked));
        let negative = negative.map(|(column, _)| column).collect();
        let is_option = |text: &str| codebook.is_option(&block.question, text);
        let first_is_mark = |row: &Vec<TextCell<'_>>| {
            row.first().is_some_and(|(_, value)| is_mark(&value.text()))
                && row.iter().any(|(_, value)| is_option(&value.text()))
        };
        let list = Self { before: block.below.iter().any(first_is_mark), negative };
        let mut listed = BTreeSet::new();
        for line in block.below.iter().flat_map(|row| list.lines(row, is_option)) {
            let Some(text) = line.option.map(|(_, value)| value.text()) else { continue };
            if !is_option(&text) {
                continue;
            }
            if line.marks.iter().any(|(_, mark)| mark.is_some()) {
                return Some(list);
            }
            listed.insert(match_key(&text));
        }
        let whole = listed.len() > 1 && listed.len() >= vocabulary.terms.len();
        whole.then_some(list)
    }

    /// The options of a row with what stands beside each.
    pub(super) fn lines<'a>(
        &self,
        row: &[TextCell<'a>],
        is_option: impl Fn(&str) -> bool,
    ) -> Vec<Line<'a>> {
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut waiting = Vec::new();
        for (cell, value) in row {
            let text = value.text();
            let mark = mark::parse(&text).map(|mark| match mark {
                Mark::Ticked if self.negative.contains(&cell.column) => Mark::NotTicked,
                other => other,
            });
            let begins =
                mark.is_none() && (lines.is_empty() || is_option(&text) || table::is_other(&text));
            if begins {
                let marks = std::mem::take(&mut waiting);
                lines.push(Line { option: Some((*cell, value)), marks });
                continue;
            }
            let beside = ((*cell, *value), mark);
            match lines.last_mut().filter(|_| !(self.before && mark.is_some())) {
                Some(line) => line.marks.push(beside),
                None => waiting.push(beside),
            }
        }
        // A mark with nothing behind it.
        if !waiting.is_empty() {
            lines.push(Line { option: None, marks: waiting });
        }
        lines
    }
}

fn is_mark(text: &str) -> bool {
    mark::parse(text).is_some()
}
