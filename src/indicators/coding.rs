//! How far the coding of a year's answers has come, question by question.
//!
//! An item is coded when a rule or a person settled it; « NC » and free text were never to be coded. These are
//! counts of the work, not of the labs: they are shown to the team and never published.

use crate::census::Edition;
use crate::codebook::{Codebook, Kind, Question};
use crate::normalise::Status;

/// The coding of a question.
#[derive(Clone, Copy, Debug)]
pub struct Coding<'a> {
    /// The question.
    pub question: &'a Question,
    /// Items that are settled.
    pub coded: u32,
    /// Items that wait for a person.
    pub to_review: u32,
}

impl Coding<'_> {
    /// The share of the items that are settled; `None` when there is none.
    pub fn share(&self) -> Option<crate::model::Share> {
        crate::model::Share::of(self.coded, self.coded + self.to_review)
    }
}

/// Counts the items of each question that is coded.
pub fn coding<'a>(edition: &Edition, codebook: &'a Codebook) -> Vec<Coding<'a>> {
    let is_coded = |question: &&Question| {
        matches!(question.kind, Kind::Single | Kind::Multiple | Kind::Launch | Kind::Team)
    };
    let of = |question: &'a Question| {
        let mut coding = Coding { question, coded: 0, to_review: 0 };
        for answer in edition.labs.iter().flat_map(|lab| lab.answers_to(&question.id)) {
            match answer.status {
                Status::Mapped | Status::Decided => coding.coded += 1,
                Status::ToReview => coding.to_review += 1,
                Status::FreeText | Status::Missing => {}
            }
        }
        coding
    };
    codebook.questionnaire.questions.iter().filter(is_coded).map(of).collect()
}
