//! What each lab wrote beside what was understood, for the lab to correct before publication.

use super::bounds::Bounds;
use super::fiches;
use super::words::Desk;
use crate::census::{Edition, Lab};
use crate::codebook::{Codebook, Kind, Question};
use crate::indicators::Registry;
use crate::locale::Locale;
use crate::model::{AcademyCode, CensusYear, QuestionId};

/// One lab's proof sheet.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The edition.
    pub year: CensusYear,
    /// The body.
    pub code: AcademyCode,
    /// The body's name.
    pub title: String,
    /// File name without extension, valid on Windows.
    pub name: String,
    /// The questions, in the order of the questionnaire.
    pub rows: Vec<ProofRow>,
}

/// One question of a proof sheet.
#[derive(Clone, Debug)]
pub struct ProofRow {
    /// The question.
    pub question: QuestionId,
    /// Its label.
    pub label: String,
    /// What the lab wrote.
    pub written: String,
    /// What was understood.
    pub understood: String,
    /// What may be chosen; empty for a question answered in words.
    pub choices: Vec<String>,
    /// How many answers it takes.
    pub corrections: usize,
}

/// Builds the proof sheets of an edition, in the order of the codes.
pub fn proofs(
    edition: &Edition,
    codebook: &Codebook,
    registry: &Registry,
    locale: &Locale,
) -> Vec<Proof> {
    let desk = Desk { locale, codebook, registry, bounds: Bounds::NONE };
    let sheet = |lab: &Lab| Proof {
        year: edition.year(),
        code: lab.body.code.clone(),
        title: lab.body.name.clone(),
        name: fiches::file_name(lab),
        rows: questions(codebook).map(|question| row(&desk, lab, question)).collect(),
    };
    edition.respondents().map(sheet).collect()
}

fn questions(codebook: &Codebook) -> impl Iterator<Item = &Question> {
    codebook.questionnaire.questions.iter().filter(|question| question.kind != Kind::Academy)
}

fn row(desk: &Desk<'_>, lab: &Lab, question: &Question) -> ProofRow {
    let mut written: Vec<&str> =
        lab.answers_to(&question.id).map(|answer| &*answer.said().text).collect();
    written.dedup();
    let understood: Vec<String> = lab
        .answers_to(&question.id)
        .filter_map(|answer| fiches::understood(desk, lab, &answer))
        .collect();
    let terms = desk.codebook.vocabulary(&question.id).map(|vocabulary| &vocabulary.terms);
    let choices: Vec<String> =
        terms.into_iter().flatten().map(|term| desk.pick(&term.label).to_owned()).collect();
    let corrections = if question.kind == Kind::Multiple { choices.len() } else { 1 };
    ProofRow {
        question: question.id.clone(),
        label: desk.pick(&question.label).to_owned(),
        written: written.join("\n"),
        understood: understood.join("\n"),
        choices,
        corrections,
    }
}
