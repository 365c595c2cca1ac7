//! A fiche: one lab on a sheet, labels beside or above their answers, in any mixture; or several such, in [`stack`].

use std::collections::BTreeSet;

use super::outline::{self, Block, Outline, Side, TextCell};
use super::stack::{self, Stack};
use super::tick_list::{Line, Said, TickList};
use super::{Layout, SheetReading};
use crate::codebook::Codebook;
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::accounting::{Fate, Reason};
use crate::ingest::answer::{Place, RawAnswer, RawPart, Response};
use crate::ingest::grid::{Sheet, Value};
use crate::ingest::table;
use crate::model::{CellRef, QuestionId};

/// The layout of a fiche.
#[derive(Debug)]
pub(super) struct Fiche;

/// Most cells of a fiche.
const MOST_CELLS: usize = 200_000;

impl Layout for Fiche {
    fn score(&self, sheet: &Sheet, codebook: &Codebook) -> usize {
        if sheet.len() > MOST_CELLS {
            return 0;
        }
        let Some(outline) = outline::draw(sheet, codebook) else { return 0 };
        let known = outline
            .blocks
            .iter()
            .filter(|block| codebook.questionnaire.get(&block.question).is_some());
        known.map(|block| &block.question).collect::<BTreeSet<_>>().len()
    }

    fn read(&self, sheet: &Sheet, codebook: &Codebook) -> SheetReading {
        let Some(outline) = outline::draw(sheet, codebook) else { return SheetReading::default() };
        let mut reader = Reader {
            codebook,
            label_column: outline.label_column,
            reading: SheetReading::default(),
            written: Vec::new(),
        };
        reader.decision(&outline);
        match stack::of(sheet, &outline, codebook) {
            Stack::One => reader.response(&sheet.name, &outline, Place::Sheet),
            Stack::Several(fiches) => {
                for (rows, part) in fiches.iter().zip(stack::parts(sheet, &fiches)) {
                    let fiche = outline::draw_in(&part, codebook, Some(outline.label_column));
                    if let Some(fiche) = fiche {
                        let place = Place::Rows(*rows.start(), *rows.end());
                        reader.response(&sheet.name, &fiche, place);
                    }
                }
            }
            Stack::Beside(fiches) => {
                for (columns, part) in fiches.iter().zip(stack::columns(sheet, &fiches)) {
                    if let Some(fiche) = outline::draw(&part, codebook) {
                        let place = Place::Columns(*columns.start(), *columns.end());
                        reader.label_column = fiche.label_column;
                        reader.response(&sheet.name, &fiche, place);
                    }
                }
            }
            Stack::Mixed => {
                let place = outline.blocks.first().map_or(CellRef::new(0, 0), |first| first.label);
                let remark = Diagnostic::new(Code::AnswersMixed);
                reader.reading.remarks.push((place, remark));
            }
        }
        reader.reading
    }
}

/// Turns blocks into answers, giving each cell its fate.
struct Reader<'c> {
    codebook: &'c Codebook,
    label_column: u32,
    reading: SheetReading,
    /// What was written beside the « autre » of the block that is read.
    written: Vec<RawPart>,
}

/// Adds parts to the answer to a question.
fn add(answers: &mut Vec<RawAnswer>, question: &QuestionId, asked: &str, parts: Vec<RawPart>) {
    if let Some(answer) = answers.iter_mut().find(|answer| answer.question == *question) {
        answer.parts.extend(parts);
    } else {
        let (question, asked) = (question.clone(), asked.to_owned());
        answers.push(RawAnswer { question, asked, parts });
    }
}

impl Reader<'_> {
    /// What the sheet was taken for, and why.
    fn decision(&mut self, outline: &Outline<'_>) {
        let Some(first) = outline.blocks.first() else { return };
        let sides = |side| outline.blocks.iter().filter(|block| block.side == side).count();
        let remark = Diagnostic::new(Code::SheetForm)
            .fact("count", outline.blocks.len())
            .fact("beside", sides(Side::Beside))
            .fact("below", sides(Side::Below))
            .fact("within", sides(Side::Within));
        self.reading.remarks.push((first.label, remark));
    }

    /// Reads a fiche.
    fn response(&mut self, sheet: &str, outline: &Outline<'_>, place: Place) {
        let titles = self.titles(outline);
        let mut answers: Vec<RawAnswer> = Vec::new();
        for block in &outline.blocks {
            let parts = self.block(block);
            add(&mut answers, &block.question, &block.asked, parts);
            // What is written beside « autre » is not one of the lines of the answer.
            let other = self.codebook.questionnaire.get(&block.question);
            let other = other.and_then(|question| question.other.as_ref());
            let written = std::mem::take(&mut self.written);
            if !written.is_empty() {
                add(&mut answers, other.unwrap_or(&block.question), &block.asked, written);
            }
        }
        let sheet = sheet.to_owned();
        self.reading.responses.push(Response { sheet, place, submitted: None, titles, answers });
    }

    fn titles(&mut self, outline: &Outline<'_>) -> Vec<RawPart> {
        outline
            .titles
            .iter()
            .map(|cell| {
                self.end(cell.0, Fate::Title, Reason::AboveQuestions);
                part(*cell)
            })
            .collect()
    }

    fn end(&mut self, cell: CellRef, fate: Fate, reason: Reason) {
        self.reading.fates.insert(cell, (fate, reason));
    }

    fn block(&mut self, block: &Block<'_>) -> Vec<RawPart> {
        let reason = Reason::Question(block.question.clone());
        for label in &block.again {
            self.end(*label, Fate::Label, reason.clone());
        }
        if self.codebook.questionnaire.get(&block.question).is_none() {
            let remark = Diagnostic::new(Code::UnknownQuestion).quoting(&block.asked);
            self.reading.remarks.push((block.label, remark));
        }
        if let Some(answer) = &block.within {
            self.end(block.label, Fate::Answer, reason);
            let own = RawPart { text: answer.as_str().into(), date: None, cell: block.label };
            return std::iter::once(own).chain(self.cells(block)).collect();
        }
        self.end(block.label, Fate::Label, reason);
        match TickList::of(block, self.codebook) {
            Some(list) => self.ticked(block, &list),
            None => self.cells(block),
        }
    }

    /// Every cell is a part of the answer, save those of the label column under a label that is
    /// answered beside: they belong to nothing.
    fn cells(&mut self, block: &Block<'_>) -> Vec<RawPart> {
        let mut parts = Vec::new();
        for cell in block.beside.iter().chain(block.below.iter().flatten()) {
            let stray = block.side != Side::Below && cell.0.column == self.label_column;
            if stray {
                self.stray(*cell);
            } else {
                parts.extend(self.answer(block, *cell));
            }
        }
        parts
    }

    fn answer(&mut self, block: &Block<'_>, cell: TextCell<'_>) -> Option<RawPart> {
        if let Value::Error(error) = cell.1 {
            self.end(cell.0, Fate::Unread, Reason::ErrorValue);
            let remark = Diagnostic::new(Code::ErrorCell).about(&block.question).quoting(error);
            self.reading.remarks.push((cell.0, remark));
            return None;
        }
        self.end(cell.0, Fate::Answer, Reason::Question(block.question.clone()));
        Some(part(cell))
    }

    fn stray(&mut self, cell: TextCell<'_>) {
        self.end(cell.0, Fate::Unread, Reason::Stray);
        let remark = Diagnostic::new(Code::UnreadCell).quoting(cell.1.text());
        self.reading.remarks.push((cell.0, remark));
    }

    /// Options in a list with a mark beside those that hold.
    fn ticked(&mut self, block: &Block<'_>, list: &TickList<'_>) -> Vec<RawPart> {
        for cell in &list.heads {
            self.end(cell.0, Fate::Label, Reason::Question(block.question.clone()));
        }
        for cell in &list.rest {
            self.stray(*cell);
        }
        list.lines.iter().flat_map(|line| self.line(block, line, &list.heads)).collect()
    }

    fn line(&mut self, block: &Block<'_>, line: &Line<'_>, heads: &[TextCell<'_>]) -> Vec<RawPart> {
        let question = Reason::Question(block.question.clone());
        let (option, text) = (line.option, line.option.1.text());
        let some = |said| line.beside.iter().any(|(_, one)| *one == said);
        let (ticked, written) = (some(Said::Ticked), some(Said::Text) || some(Said::Unclear));
        let mut parts = Vec::new();
        // An option of the respondent's own counts by its mark or by what stands beside it; « autre » announces a text.
        let own = if table::is_other(&text) { ticked && !written } else { ticked || written };
        if !line.known && own {
            parts.extend(self.answer(block, option));
        } else {
            self.end(option.0, Fate::Label, question.clone());
        }
        for (cell, said) in &line.beside {
            match said {
                Said::NotTicked => self.end(cell.0, Fate::Ignored, Reason::NotTicked),
                Said::Ticked => {
                    self.end(cell.0, Fate::Answer, question.clone());
                    if line.known {
                        let text = text.as_str().into();
                        parts.push(RawPart { text, date: None, cell: cell.0 });
                    }
                }
                Said::Under(head) => {
                    self.end(cell.0, Fate::Answer, question.clone());
                    let head = heads.get(*head).map(|(_, value)| value.text());
                    let text = format!("{text} : {}", head.unwrap_or_default());
                    parts.push(RawPart { text: text.into(), date: None, cell: cell.0 });
                }
                // A remark instead of a mark: the option with a tail, which a person must judge.
                Said::Text | Said::Unclear if line.known && !ticked => {
                    self.end(cell.0, Fate::Answer, question.clone());
                    let text = format!("{text} : {}", cell.1.text());
                    parts.push(RawPart { text: text.into(), date: None, cell: cell.0 });
                }
                // « Autre : … » with its text beside it, or a comment beside the mark.
                Said::Text | Said::Unclear => {
                    let said = self.answer(block, *cell);
                    self.written.extend(said);
                }
            }
        }
        parts
    }
}

fn part((cell, value): TextCell<'_>) -> RawPart {
    RawPart { text: value.shared(), date: value.date(), cell }
}
