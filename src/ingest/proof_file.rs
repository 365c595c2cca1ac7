//! A proof sheet as a lab sends it back: only what the lab corrected is an answer.

use std::collections::BTreeMap;

use super::accounting::{Fate, Reason};
use super::answer::{RawAnswer, RawPart};
use super::grid::Sheet;
use crate::model::{AcademyCode, CellRef, CensusYear, QuestionId};

/// The mark in the first cell of a proof sheet.
const MARK: &str = "labcensus-proof";

/// What a lab corrected.
#[derive(Clone, Debug)]
pub struct ReturnedProof {
    /// The edition that the sheet was made for.
    pub year: CensusYear,
    /// The body.
    pub code: AcademyCode,
    /// The sheet.
    pub sheet: String,
    /// The corrected answers.
    pub answers: Vec<RawAnswer>,
}

type Fates = BTreeMap<CellRef, (Fate, Reason)>;

/// Reads a sheet that carries the mark; `None` for any other.
pub(super) fn read(sheet: &Sheet) -> Option<(ReturnedProof, Fates)> {
    let text = |row: u32| sheet.get(CellRef::new(row, 0)).map(super::grid::Value::text);
    if text(0)? != MARK {
        return None;
    }
    let (year, code) = (CensusYear::parse(&text(1)?)?, AcademyCode::new(text(2)?));
    let rows: Vec<_> = sheet.rows().collect();
    let names = rows.iter().find(|row| {
        row.first().is_some_and(|(cell, value)| cell.column == 0 && value.text() == "question")
    })?;
    let header = names.first()?.0.row;
    let is_correction = |column: u32| {
        names.iter().any(|(cell, value)| cell.column == column && value.text() == "correction")
    };
    let mut answers: Vec<RawAnswer> = Vec::new();
    let mut fates: Fates =
        sheet.cells().map(|(cell, _)| (cell, (Fate::Ignored, Reason::ProofText))).collect();
    for row in rows.iter().filter(|row| row.first().is_some_and(|(cell, _)| cell.row > header + 1))
    {
        let Some((_, id)) = row.first().filter(|(cell, _)| cell.column == 0) else { continue };
        let question = QuestionId::from(id.text());
        let corrected = row.iter().filter(|(cell, _)| is_correction(cell.column));
        let parts: Vec<RawPart> = corrected
            .map(|(cell, value)| RawPart { text: value.shared(), date: value.date(), cell: *cell })
            .collect();
        if parts.is_empty() {
            continue;
        }
        for part in &parts {
            fates.insert(part.cell, (Fate::Answer, Reason::Question(question.clone())));
        }
        match answers.iter_mut().find(|answer| answer.question == question) {
            Some(answer) => answer.parts.extend(parts),
            None => answers.push(RawAnswer { asked: question.to_string(), question, parts }),
        }
    }
    Some((ReturnedProof { year, code, sheet: sheet.name.clone(), answers }, fates))
}
