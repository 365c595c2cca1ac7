//! What every indicator reads: the labs behind each question and term, and one frame of measures.
//!
//! Labs are told by their places in the edition, so that a hundred thousand of them cost four bytes each; the answers
//! are passed over once. An « autre » question counts under the one that it completes.
//!
//! `measures`: one row per lab that answered.
//! - `lab` (u32): its place in the edition;
//! - `launch_year` (i32, null), `launch_kind` (str, null: `actual`, `planned`);
//! - `people` (u32, null): people stated exactly, a true zero is 0; `fte` (f64, null).

use std::collections::BTreeMap;
use std::sync::Arc;

use polars::prelude::*;

use super::traces::{Cells, Traces, Which};
use crate::census::{Edition, Lab, ResponseState};
use crate::codebook::Codebook;
use crate::model::{People, QuestionId, TermId};
use crate::normalise::{Answer, Status, Value};

/// The labs that answered, by what they answered.
pub(super) struct Frames<'e> {
    edition: &'e Arc<Edition>,
    /// The labs that answered, by their places in the edition.
    labs: Vec<u32>,
    pub(super) measures: DataFrame,
    /// How many labs answered.
    pub(super) respondents: u32,
    /// By question, the questions whose answers count under it.
    completed: BTreeMap<QuestionId, Vec<QuestionId>>,
    questions: BTreeMap<&'e QuestionId, Asked<'e>>,
}

/// The labs behind a question.
#[derive(Default)]
struct Asked<'e> {
    said: Vec<u32>,
    undecided: Vec<u32>,
    mapped: Vec<u32>,
    terms: BTreeMap<&'e TermId, Vec<u32>>,
}

impl<'e> Frames<'e> {
    /// Passes over the answers of an edition.
    pub(super) fn build(edition: &'e Arc<Edition>, codebook: &Codebook) -> PolarsResult<Self> {
        let mut completed: BTreeMap<QuestionId, Vec<QuestionId>> = BTreeMap::new();
        for question in &codebook.questionnaire.questions {
            let own = completed.entry(question.id.clone()).or_default();
            own.insert(0, question.id.clone());
            own.extend(question.other.clone());
        }
        let mut frames = Self {
            edition,
            labs: Vec::new(),
            measures: DataFrame::empty(),
            respondents: 0,
            completed,
            questions: BTreeMap::new(),
        };
        let mut measures = Measures::default();
        for (at, lab) in (0_u32..).zip(&edition.labs) {
            if lab.response == ResponseState::Received {
                frames.labs.push(at);
                frames.lab(at, lab, codebook);
                measures.add(at, lab);
            }
        }
        frames.respondents = u32::try_from(frames.labs.len()).unwrap_or(u32::MAX);
        frames.measures = measures.frame()?;
        Ok(frames)
    }

    fn lab(&mut self, at: u32, lab: &'e Lab, codebook: &Codebook) {
        for answer in lab.answers.said() {
            let question = completed(&answer.question, codebook);
            let asked = match question {
                // A question that the codebook does not know is counted nowhere.
                None => continue,
                Some(id) if *id == answer.question => self.questions.entry(&answer.question),
                Some(id) => match self.questions.keys().copied().find(|known| *known == id) {
                    Some(known) => self.questions.entry(known),
                    None => continue,
                },
            };
            asked.or_default().add(at, answer);
        }
    }

    /// The labs that said something to a question.
    pub(super) fn said(&self, question: &QuestionId) -> Traces {
        self.traces(question, |asked| &asked.said, Which::Said)
    }

    /// Those of which an answer waits for a person.
    pub(super) fn undecided(&self, question: &QuestionId) -> Traces {
        self.traces(question, |asked| &asked.undecided, Which::Undecided)
    }

    /// Those that named a term.
    pub(super) fn named(&self, question: &QuestionId, term: &TermId) -> Traces {
        let labs = self.questions.get(question).and_then(|asked| asked.terms.get(term));
        self.counted(labs.cloned().unwrap_or_default(), question, Which::Term(term.clone()))
    }

    /// The places of the labs that said something to a question.
    pub(super) fn labs_that_said(&self, question: &QuestionId) -> &[u32] {
        self.questions.get(question).map(|asked| asked.said.as_slice()).unwrap_or_default()
    }

    /// The places of the labs that named a term.
    pub(super) fn labs_that_named(&self, question: &QuestionId, term: &TermId) -> &[u32] {
        let asked = self.questions.get(question);
        let labs = asked.and_then(|asked| asked.terms.get(term));
        labs.map(Vec::as_slice).unwrap_or_default()
    }

    /// Some labs, with the first cell in which each named a term.
    pub(super) fn naming(&self, labs: Vec<u32>, question: &QuestionId, term: &TermId) -> Traces {
        self.counted(labs, question, Which::First(term.clone()))
    }

    /// Those of some labs of which a rule understood the answer to a question.
    pub(super) fn mapped(&self, question: &QuestionId, labs: &[u32]) -> Traces {
        let mapped = self.questions.get(question).map(|asked| asked.mapped.as_slice());
        let mapped = mapped.unwrap_or_default();
        let labs = labs.iter().filter(|lab| mapped.binary_search(lab).is_ok()).copied().collect();
        self.counted(labs, question, Which::Mapped)
    }

    /// The labs that answered and are not among some others, without a cell.
    pub(super) fn others(&self, labs: &[u32]) -> Traces {
        let labs = self.labs.iter().filter(|lab| labs.binary_search(lab).is_err()).copied();
        Traces::counted(self.edition, labs.collect(), Cells::None)
    }

    /// The labs that said nothing to a question.
    pub(super) fn silent(&self, question: &QuestionId) -> Traces {
        let said = self.questions.get(question).map(|asked| asked.said.as_slice());
        self.others(said.unwrap_or_default())
    }

    fn traces(
        &self,
        question: &QuestionId,
        of: impl for<'a> Fn(&'a Asked<'e>) -> &'a Vec<u32>,
        which: Which,
    ) -> Traces {
        let labs = self.questions.get(question).map(|asked| of(asked).clone());
        self.counted(labs.unwrap_or_default(), question, which)
    }

    fn counted(&self, labs: Vec<u32>, question: &QuestionId, which: Which) -> Traces {
        let questions = self.completed.get(question).cloned().unwrap_or_default();
        Traces::counted(self.edition, labs, Cells::Answers(questions, which))
    }
}

impl<'e> Asked<'e> {
    fn add(&mut self, lab: u32, answer: &'e Answer) {
        if answer.status == Status::Missing {
            return;
        }
        add_once(&mut self.said, lab);
        match answer.status {
            Status::ToReview => add_once(&mut self.undecided, lab),
            Status::Mapped => add_once(&mut self.mapped, lab),
            _ => {}
        }
        if let Some(term) = answer.term() {
            add_once(self.terms.entry(term).or_default(), lab);
        }
    }
}

/// Labs come in order: one that is there already is the last.
fn add_once(labs: &mut Vec<u32>, lab: u32) {
    if labs.last() != Some(&lab) {
        labs.push(lab);
    }
}

/// The question that an « autre » question completes, or the question itself; `None` for one that is not known.
fn completed<'c>(question: &QuestionId, codebook: &'c Codebook) -> Option<&'c QuestionId> {
    let questions = &codebook.questionnaire.questions;
    let completes = |one: &&crate::codebook::Question| one.other.as_ref() == Some(question);
    let own = || questions.iter().find(|one| one.id == *question);
    questions.iter().find(completes).or_else(own).map(|found| &found.id)
}

/// The columns of the frame of measures.
#[derive(Default)]
struct Measures {
    lab: Vec<u32>,
    launch_year: Vec<Option<i32>>,
    launch_kind: Vec<Option<&'static str>>,
    people: Vec<Option<u32>>,
    fte: Vec<Option<f64>>,
}

impl Measures {
    fn add(&mut self, at: u32, lab: &Lab) {
        let (mut launch, mut team) = (None, None);
        for answer in lab.answers.said() {
            match &answer.value {
                Value::Launch(found) if launch.is_none() => launch = Some(found),
                Value::Team(found) if team.is_none() => team = Some(found),
                _ => {}
            }
        }
        self.lab.push(at);
        self.launch_year.push(launch.map(|launch| launch.period.year()));
        self.launch_kind.push(launch.map(|launch| launch.kind.as_str()));
        self.people.push(team.and_then(|team| team.people).and_then(People::exact));
        self.fte.push(team.and_then(|team| team.fte));
    }

    fn frame(self) -> PolarsResult<DataFrame> {
        df!("lab" => self.lab, "launch_year" => self.launch_year, "launch_kind" => self.launch_kind, "people" => self.people, "fte" => self.fte)
    }
}
