//! Who answered: the fiche's own words first, the file's name second.

use chrono::NaiveDate;

use crate::codebook::{Codebook, Kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::Response;
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
    pub(super) text: String,
    pub(super) rule: String,
}

/// Finds the académie of a response.
///
/// *Diagnostics*: `academy-unknown`, `academy-conflict`, `academy-from-file-name`.
pub(super) fn find(
    response: &Response,
    origin: &Origin,
    codebook: &Codebook,
    date: NaiveDate,
) -> (Option<Respondent>, Vec<Diagnostic>) {
    let in_words = in_fiche(response, codebook, date);
    let in_name = academy::find_in_file_name(&origin.file, &codebook.register, date);
    let file_code = match in_name {
        Parsed::Value { value, .. } => Some(value),
        _ => None,
    };
    match (in_words, file_code) {
        (Some(respondent), Some(other)) if respondent.code != other => {
            let name = |code: &AcademyCode| {
                codebook
                    .register
                    .body(code, date)
                    .map_or_else(|| code.to_string(), |body| body.name.clone())
            };
            let cell = respondent.named.as_ref().map(|named| named.cell);
            let remark = Diagnostic::new(Code::AcademyConflict)
                .at(Origin { cell, ..origin.clone() })
                .fact("academy", name(&respondent.code))
                .fact("other", name(&other));
            (Some(respondent), vec![remark])
        }
        (Some(respondent), _) => (Some(respondent), Vec::new()),
        (None, Some(code)) => {
            let remark = Diagnostic::new(Code::AcademyFromFileName)
                .at(origin.clone())
                .fact("academy", &code);
            (Some(Respondent { code, named: None }), vec![remark])
        }
        (None, None) => (None, vec![Diagnostic::new(Code::AcademyUnknown).at(origin.clone())]),
    }
}

/// The answer to the question of the académie, else a title, else the sheet's name.
fn in_fiche(response: &Response, codebook: &Codebook, date: NaiveDate) -> Option<Respondent> {
    let question = codebook.questionnaire.of_kind(Kind::Academy).next();
    let answers =
        response.answers.iter().filter(|answer| Some(&answer.question) == question.map(|q| &q.id));
    let cells = answers.flat_map(|answer| &answer.parts).chain(&response.titles);
    let named =
        cells.filter_map(|part| match academy::parse(&part.text, &codebook.register, date) {
            Parsed::Value { value, rule } => {
                let named = Named { cell: part.cell, text: part.text.clone(), rule };
                Some(Respondent { code: value, named: Some(named) })
            }
            _ => None,
        });
    let mut named = named;
    named.next().or_else(|| match academy::parse(&response.sheet, &codebook.register, date) {
        Parsed::Value { value, .. } => Some(Respondent { code: value, named: None }),
        _ => None,
    })
}
