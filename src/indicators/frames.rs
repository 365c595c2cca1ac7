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
use crate::cores;
use crate::model::{Launch, People, QuestionId, Team, TermId};
use crate::normalise::{Answer, Status, Value};

/// Labs above which their answers are passed over on several cores.
const MANY: usize = 5_000;

/// The labs that answered, by what they answered.
pub(super) struct Frames<'e> {
    edition: &'e Arc<Edition>,
    /// The labs that answered, by their places in the edition.
    labs: Arc<[u32]>,
    pub(super) measures: DataFrame,
    /// How many labs answered.
    pub(super) respondents: u32,
    /// By question, the questions whose answers count under it.
    completed: BTreeMap<QuestionId, Vec<QuestionId>>,
    questions: BTreeMap<QuestionId, Named<'e>>,
}

/// The labs behind a question, in lists that the figures share.
struct Named<'e> {
    said: Arc<[u32]>,
    undecided: Arc<[u32]>,
    mapped: Arc<[u32]>,
    terms: Vec<(&'e TermId, Arc<[u32]>)>,
}

impl<'e> Named<'e> {
    /// `all` are the labs that answered: a list of as many is theirs, held once.
    fn of(asked: Asked<'e>, all: &Arc<[u32]>) -> Self {
        let said = shared(asked.said, all);
        let terms = asked.terms.into_iter().map(|(term, labs)| (term, shared(labs, &said)));
        Self {
            undecided: shared(asked.undecided, &said),
            mapped: shared(asked.mapped, &said),
            terms: terms.collect(),
            said,
        }
    }
}

/// Some of the labs of a list; the list itself when they are as many.
fn shared(labs: Vec<u32>, among: &Arc<[u32]>) -> Arc<[u32]> {
    if labs.len() == among.len() { Arc::clone(among) } else { labs.into() }
}

/// The labs behind a question, as they are found.
#[derive(Default)]
struct Asked<'e> {
    said: Vec<u32>,
    undecided: Vec<u32>,
    mapped: Vec<u32>,
    terms: Vec<(&'e TermId, Vec<u32>)>,
}

/// Where the answers to a question are counted. Labs answer the same questions in the same order: the place after the
/// last one found is looked at first.
#[derive(Default)]
struct Places<'e> {
    known: Vec<(&'e QuestionId, Option<usize>)>,
    asked: Vec<(QuestionId, Asked<'e>)>,
    next: usize,
}

impl<'e> Places<'e> {
    fn of(&mut self, question: &'e QuestionId, codebook: &Codebook) -> Option<&mut Asked<'e>> {
        let is_it = |(known, _): &(&QuestionId, Option<usize>)| *known == question;
        let at = match self.known.get(self.next).filter(|place| is_it(place)) {
            Some(_) => self.next,
            None => self.known.iter().position(is_it).unwrap_or_else(|| {
                let counted = completed(question, codebook).map(|id| {
                    let known = self.asked.iter().position(|(known, _)| known == id);
                    known.unwrap_or_else(|| {
                        self.asked.push((id.clone(), Asked::default()));
                        self.asked.len() - 1
                    })
                });
                self.known.push((question, counted));
                self.known.len() - 1
            }),
        };
        self.next = at + 1;
        let (_, counted) = self.known.get(at)?;
        self.asked.get_mut((*counted)?).map(|(_, asked)| asked)
    }
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
        let shares = cores::shares(&edition.labs, MANY, |first, labs| {
            let first = u32::try_from(first).unwrap_or(u32::MAX);
            Passed::over((first..).zip(labs), codebook)
        });
        let passed = shares.into_iter().reduce(Passed::and).unwrap_or_default();
        let labs: Arc<[u32]> = passed.measures.lab.as_slice().into();
        let asked = passed.asked.into_iter();
        Ok(Self {
            edition,
            respondents: u32::try_from(labs.len()).unwrap_or(u32::MAX),
            measures: passed.measures.frame()?,
            completed,
            questions: asked.map(|(id, asked)| (id, Named::of(asked, &labs))).collect(),
            labs,
        })
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
        let labs = self.questions.get(question).and_then(|asked| {
            asked.terms.iter().find(|(known, _)| *known == term).map(|(_, labs)| Arc::clone(labs))
        });
        self.counted(labs.unwrap_or_default(), question, Which::Term(term.clone()))
    }

    /// The places of the labs that said something to a question.
    pub(super) fn labs_that_said(&self, question: &QuestionId) -> &[u32] {
        self.questions.get(question).map(|asked| &*asked.said).unwrap_or_default()
    }

    /// The places of the labs that named a term.
    pub(super) fn labs_that_named(&self, question: &QuestionId, term: &TermId) -> &[u32] {
        let asked = self.questions.get(question);
        let labs = asked.and_then(|asked| asked.terms.iter().find(|(known, _)| *known == term));
        labs.map(|(_, labs)| &**labs).unwrap_or_default()
    }

    /// Some labs, with the first cell in which each named a term.
    pub(super) fn naming(&self, labs: Vec<u32>, question: &QuestionId, term: &TermId) -> Traces {
        self.counted(labs, question, Which::First(term.clone()))
    }

    /// Those of some labs of which a rule understood the answer to a question.
    pub(super) fn mapped(&self, question: &QuestionId, labs: &[u32]) -> Traces {
        let mapped = self.questions.get(question).map(|asked| &*asked.mapped);
        let mapped = mapped.unwrap_or_default();
        let labs: Vec<u32> =
            labs.iter().filter(|lab| mapped.binary_search(lab).is_ok()).copied().collect();
        self.counted(labs, question, Which::Mapped)
    }

    /// The labs that answered and are not among some others, without a cell.
    pub(super) fn others(&self, labs: &[u32]) -> Traces {
        let labs = self.labs.iter().filter(|lab| labs.binary_search(lab).is_err()).copied();
        Traces::counted(self.edition, labs.collect::<Vec<u32>>(), Cells::None)
    }

    /// The labs that said nothing to a question.
    pub(super) fn silent(&self, question: &QuestionId) -> Traces {
        let said = self.questions.get(question).map(|asked| &*asked.said);
        self.others(said.unwrap_or_default())
    }

    fn traces(
        &self,
        question: &QuestionId,
        of: impl for<'a> Fn(&'a Named<'e>) -> &'a Arc<[u32]>,
        which: Which,
    ) -> Traces {
        let labs = self.questions.get(question).map(|asked| Arc::clone(of(asked)));
        self.counted(labs.unwrap_or_default(), question, which)
    }

    fn counted(&self, labs: impl Into<Arc<[u32]>>, question: &QuestionId, which: Which) -> Traces {
        let questions = self.completed.get(question).cloned().unwrap_or_default();
        Traces::counted(self.edition, labs, Cells::Answers(questions, which))
    }
}

/// What some labs said.
#[derive(Default)]
struct Passed<'e> {
    measures: Measures,
    asked: Vec<(QuestionId, Asked<'e>)>,
}

impl<'e> Passed<'e> {
    fn over(labs: impl Iterator<Item = (u32, &'e Lab)>, codebook: &Codebook) -> Self {
        let (mut measures, mut places) = (Measures::default(), Places::default());
        for (at, lab) in labs.filter(|(_, lab)| lab.response == ResponseState::Received) {
            let (mut launch, mut team) = (None, None);
            for answer in lab.answers.said() {
                match &answer.value {
                    Value::Launch(found) if launch.is_none() => launch = Some(found),
                    Value::Team(found) if team.is_none() => team = Some(&**found),
                    _ => {}
                }
                if let Some(asked) = places.of(&answer.question, codebook) {
                    asked.add(at, answer);
                }
            }
            measures.add(at, launch, team);
        }
        Self { measures, asked: places.asked }
    }

    /// The same with labs that come after these.
    fn and(mut self, other: Self) -> Self {
        self.measures.append(other.measures);
        for (question, mut asked) in other.asked {
            match self.asked.iter_mut().find(|(known, _)| *known == question) {
                Some((_, known)) => known.append(&mut asked),
                None => self.asked.push((question, asked)),
            }
        }
        self
    }
}

impl<'e> Asked<'e> {
    /// Adds what labs that come after these said.
    fn append(&mut self, other: &mut Self) {
        self.said.append(&mut other.said);
        self.undecided.append(&mut other.undecided);
        self.mapped.append(&mut other.mapped);
        for (term, mut labs) in std::mem::take(&mut other.terms) {
            match self.terms.iter_mut().find(|(known, _)| *known == term) {
                Some((_, known)) => known.append(&mut labs),
                None => self.terms.push((term, labs)),
            }
        }
    }

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
            let known = self.terms.iter().position(|(known, _)| *known == term);
            let at = known.unwrap_or_else(|| {
                self.terms.push((term, Vec::new()));
                self.terms.len() - 1
            });
            if let Some((_, labs)) = self.terms.get_mut(at) {
                add_once(labs, lab);
            }
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
    fn add(&mut self, at: u32, launch: Option<&Launch>, team: Option<&Team>) {
        self.lab.push(at);
        self.launch_year.push(launch.map(|launch| launch.period.year()));
        self.launch_kind.push(launch.map(|launch| launch.kind.as_str()));
        self.people.push(team.and_then(|team| team.people).and_then(People::exact));
        self.fte.push(team.and_then(|team| team.fte));
    }

    fn append(&mut self, mut other: Self) {
        self.lab.append(&mut other.lab);
        self.launch_year.append(&mut other.launch_year);
        self.launch_kind.append(&mut other.launch_kind);
        self.people.append(&mut other.people);
        self.fte.append(&mut other.fte);
    }

    fn frame(self) -> PolarsResult<DataFrame> {
        df!("lab" => self.lab, "launch_year" => self.launch_year, "launch_kind" => self.launch_kind, "people" => self.people, "fte" => self.fte)
    }
}
