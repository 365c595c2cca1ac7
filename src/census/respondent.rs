//! Who answered: the fiche's own words first, the file's name second.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::codebook::{Codebook, Kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::{RawAnswer, RawPart, Response};
use crate::model::{AcademyCode, CellRef, Origin};
use crate::normalise::{Parsed, academy};

/// The académie of a response, and the cell whose words say so.
#[derive(Debug)]
pub(super) struct Respondent {
    pub(super) code: AcademyCode,
    /// The cell, its text and the rule; `None` when the file's name alone said it.
    pub(super) named: Option<Named>,
}

/// The words that name an académie.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) cell: CellRef,
    pub(super) text: Arc<str>,
    pub(super) rule: Arc<str>,
}

/// The académie that a file's name points to.
pub(super) fn in_file_name(
    file: &str,
    codebook: &Codebook,
    date: NaiveDate,
) -> Option<AcademyCode> {
    match academy::find_in_file_name(file, &codebook.register, date) {
        Parsed::Value { value, .. } => Some(value),
        _ => None,
    }
}

/// Finds the académie of a fiche, whose file's name points to `in_name`.
///
/// *Diagnostics*: `academy-unknown`, `academy-conflict`, `academy-from-file-name`.
pub(super) fn find(
    response: &Response,
    (origin, in_name): (&Origin, Option<&AcademyCode>),
    codebook: &Codebook,
    date: NaiveDate,
) -> (Option<Respondent>, Vec<Diagnostic>) {
    let question = codebook.questionnaire.of_kind(Kind::Academy).next();
    let answers =
        response.answers.iter().filter(|answer| Some(&answer.question) == question.map(|q| &q.id));
    let parts = answers.flat_map(|answer| &answer.parts).chain(&response.titles);
    let names = Names {
        origin,
        codebook,
        date,
        in_name: in_name.cloned(),
        in_sheet: in_sheet(&response.sheet, codebook, date),
    };
    names.weigh(parts)
}

/// The académie that a sheet's name points to.
fn in_sheet(sheet: &str, codebook: &Codebook, date: NaiveDate) -> Option<AcademyCode> {
    match academy::parse(sheet, &codebook.register, date) {
        Parsed::Value { value, .. } => Some(value),
        _ => None,
    }
}

/// What finds the académies of the responses of a sheet: the names of the file and the sheet are read once.
pub(super) struct Names<'a> {
    origin: &'a Origin,
    codebook: &'a Codebook,
    date: NaiveDate,
    in_name: Option<AcademyCode>,
    in_sheet: Option<AcademyCode>,
}

/// A respondent that records share, and what was noticed.
pub(super) type Shared = (Option<Arc<Respondent>>, Vec<Diagnostic>);

impl<'a> Names<'a> {
    /// For the records of a table.
    pub(super) fn new(origin: &'a Origin, codebook: &'a Codebook, date: NaiveDate) -> Self {
        let in_name = in_file_name(&origin.file, codebook, date);
        let in_sheet = in_sheet(&origin.sheet, codebook, date);
        Self { origin, codebook, date, in_name, in_sheet }
    }

    /// The académie of the records that answer so.
    ///
    /// *Diagnostics*: `academy-unknown`, `academy-conflict`, `academy-from-file-name`.
    pub(super) fn find(&self, answer: Option<&RawAnswer>) -> Shared {
        let (found, remarks) = self.weigh(answer.into_iter().flat_map(|answer| &answer.parts));
        (found.map(Arc::new), remarks)
    }

    fn weigh<'p>(
        &self,
        parts: impl Iterator<Item = &'p RawPart>,
    ) -> (Option<Respondent>, Vec<Diagnostic>) {
        let in_words = self.in_words(parts);
        match (in_words, &self.in_name) {
            (Some(respondent), Some(other)) if respondent.code != *other => {
                let name = |code: &AcademyCode| {
                    let body = self.codebook.register.body(code, self.date);
                    body.map_or_else(|| code.to_string(), |body| body.name.clone())
                };
                let cell = respondent.named.as_ref().map(|named| named.cell);
                let remark = Diagnostic::new(Code::AcademyConflict)
                    .at(Origin { cell, ..self.origin.clone() })
                    .fact("academy", name(&respondent.code))
                    .fact("other", name(other));
                (Some(respondent), vec![remark])
            }
            (Some(respondent), _) => (Some(respondent), Vec::new()),
            (None, Some(code)) => {
                let remark = Diagnostic::new(Code::AcademyFromFileName)
                    .at(self.origin.clone())
                    .fact("academy", self.codebook.register.short_name(code));
                (Some(Respondent { code: code.clone(), named: None }), vec![remark])
            }
            (None, None) => {
                (None, vec![Diagnostic::new(Code::AcademyUnknown).at(self.origin.clone())])
            }
        }
    }

    /// The answer to the question of the académie, else a title, else the sheet's name.
    fn in_words<'p>(&self, parts: impl Iterator<Item = &'p RawPart>) -> Option<Respondent> {
        let register = &self.codebook.register;
        let mut named =
            parts.filter_map(|part| match academy::parse(&part.text, register, self.date) {
                Parsed::Value { value, rule } => {
                    let (text, rule) = (Arc::clone(&part.text), rule.into());
                    let named = Named { cell: part.cell, text, rule };
                    Some(Respondent { code: value, named: Some(named) })
                }
                _ => None,
            });
        let own = named.next();
        own.or_else(|| Some(Respondent { code: self.in_sheet.clone()?, named: None }))
    }
}
