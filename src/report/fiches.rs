//! One page per lab that answered: what was understood, what was written, where it was read.

use super::document::{Fiche, FicheAnswer};
use super::words::Desk;
use super::{labs, looking_back};
use crate::census::{AnswerRef, Lab, Series};
use crate::codebook::match_key;
use crate::model::QuestionId;
use crate::normalise::{Answer, Status, Value};

/// Builds the pages, in the order of the codes.
pub(super) fn build(desk: &Desk<'_>, series: &Series) -> Vec<Fiche> {
    let wanted = if desk.bounds.fiches { usize::MAX } else { 0 };
    series.last().respondents().take(wanted).map(|lab| fiche(desk, lab, series)).collect()
}

/// The file name of a lab's page: code and folded name, valid on any system.
pub(super) fn file_name(lab: &Lab) -> String {
    format!("{}-{}", match_key(lab.body.code.as_str()), match_key(&lab.body.short_name))
        .replace(' ', "-")
}

fn fiche(desk: &Desk<'_>, lab: &Lab, series: &Series) -> Fiche {
    let known = desk.codebook.questionnaire.questions.iter().map(|question| &question.id);
    let mut questions: Vec<&QuestionId> = known.collect();
    let unknown = lab
        .answers
        .said()
        .map(|answer| &answer.question)
        .filter(|id| desk.codebook.questionnaire.get(id).is_none());
    for question in unknown {
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    let mut answers: Vec<FicheAnswer> = Vec::new();
    for id in questions {
        let Some(mut answer) = answer(desk, lab, id) else { continue };
        let question = desk.codebook.questionnaire.get(id).filter(|one| labs::is_column(one));
        if let Some(question) = question {
            answer.previous = looking_back::previous(desk, lab, series, question);
            answer.reference = looking_back::reference(desk, lab, question);
        }
        answers.push(answer);
    }
    Fiche {
        name: file_name(lab),
        code: lab.body.code.to_string(),
        title: lab.body.name.clone(),
        answers,
        file: lab.source.as_ref().map(|source| source.file.clone()).unwrap_or_default(),
        path: looking_back::path(desk, lab, series),
    }
}

fn answer(desk: &Desk<'_>, lab: &Lab, question: &QuestionId) -> Option<FicheAnswer> {
    let items: Vec<AnswerRef<'_>> = lab.answers_to(question).collect();
    if items.is_empty() {
        return None;
    }
    let label = desk.codebook.questionnaire.get(question).map_or_else(
        || question.as_str().trim_start_matches("unknown:").to_owned(),
        |question| desk.pick(&question.label).to_owned(),
    );
    let understood = items.iter().filter_map(|item| understood(desk, lab, item)).collect();
    let quotes =
        items.iter().filter(|item| is_quoted(item)).map(|item| item.text.to_string()).collect();
    let mut origins: Vec<_> = items.iter().map(|item| item.origin.clone()).collect();
    origins.dedup();
    let (previous, reference) = (None, None);
    Some(FicheAnswer { question: label, understood, quotes, previous, reference, origins })
}

pub(super) fn understood(desk: &Desk<'_>, lab: &Lab, item: &Answer) -> Option<String> {
    match (&item.value, item.status) {
        (_, Status::Missing) => Some(desk.text("answer-missing")),
        (_, Status::ToReview) => Some(desk.text("answer-to-review")),
        (Value::Term(term), _) => {
            desk.codebook.term(&item.question, term).map(|term| desk.pick(&term.label).to_owned())
        }
        (Value::Launch(launch), _) => Some(labs::launch_text(desk, launch)),
        (Value::Team(_), _) => labs::team_text(desk, lab),
        (Value::Academy(_), _) => Some(lab.body.name.clone()),
        (Value::None, _) => None,
    }
}

/// The respondent's words are shown when they say more than the term does.
fn is_quoted(item: &Answer) -> bool {
    match (&item.value, item.status) {
        (Value::Academy(_), _) => false,
        (Value::Term(_), _) => item.text.contains('\n'),
        _ => true,
    }
}
