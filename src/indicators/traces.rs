//! The labs behind a figure, and the cells that say so.
//!
//! A figure may count a hundred thousand labs: it keeps their places in the edition and what it counted, and finds the
//! cells again when somebody asks for them.

use std::fmt;
use std::sync::Arc;

use super::figure::Trace;
use crate::census::{AnswerRef, Edition, Lab};
use crate::model::{AcademyCode, Origin, QuestionId, TermId};
use crate::normalise::Status;

/// The labs behind a figure, in the order of their codes.
#[derive(Clone, Default)]
pub struct Traces(Kept);

#[derive(Clone, Default)]
enum Kept {
    #[default]
    Nobody,
    Listed(Arc<[Trace]>),
    Counted {
        edition: Arc<Edition>,
        labs: Arc<[u32]>,
        cells: Cells,
    },
}

/// Which cells of a lab a figure counts.
#[derive(Clone, Debug)]
pub(super) enum Cells {
    /// None: the lab is silent.
    None,
    /// The file of its response.
    Source,
    /// Those of its answers to these questions.
    Answers(Vec<QuestionId>, Which),
}

/// Which answers to a question a figure counts.
#[derive(Clone, Debug)]
pub(super) enum Which {
    /// All that say something.
    Said,
    /// Those that a person has yet to decide.
    Undecided,
    /// Those that name a term.
    Term(TermId),
    /// The first that names a term.
    First(TermId),
    /// Those that a rule settled.
    Mapped,
}

impl From<Vec<Trace>> for Traces {
    fn from(traces: Vec<Trace>) -> Self {
        Self(Kept::Listed(traces.into()))
    }
}

impl Traces {
    /// Nobody.
    pub const NONE: Self = Self(Kept::Nobody);

    /// Labs by their places in an edition.
    pub(super) fn counted(
        edition: &Arc<Edition>,
        labs: impl Into<Arc<[u32]>>,
        cells: Cells,
    ) -> Self {
        Self(Kept::Counted { edition: Arc::clone(edition), labs: labs.into(), cells })
    }

    /// How many labs there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kept::Nobody => 0,
            Kept::Listed(traces) => traces.len(),
            Kept::Counted { labs, .. } => labs.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The labs, with their cells.
    pub fn iter(&self) -> impl Iterator<Item = Trace> + '_ {
        (0..self.len()).filter_map(|at| self.at(at))
    }

    /// The labs alone.
    pub fn academies(&self) -> impl Iterator<Item = &AcademyCode> {
        (0..self.len()).filter_map(|at| match &self.0 {
            Kept::Nobody => None,
            Kept::Listed(traces) => traces.get(at).map(|trace| &trace.academy),
            Kept::Counted { edition, labs, .. } => {
                Some(&edition.labs.get(*labs.get(at)? as usize)?.body.code)
            }
        })
    }

    fn at(&self, at: usize) -> Option<Trace> {
        match &self.0 {
            Kept::Nobody => None,
            Kept::Listed(traces) => traces.get(at).cloned(),
            Kept::Counted { edition, labs, cells } => {
                let lab = edition.labs.get(*labs.get(at)? as usize)?;
                Some(Trace { academy: lab.body.code.clone(), origins: cells.of(lab) })
            }
        }
    }
}

impl Cells {
    fn of(&self, lab: &Lab) -> Vec<Origin> {
        match self {
            Self::None => Vec::new(),
            Self::Source => lab.source.iter().map(|source| Origin::file(&source.file)).collect(),
            Self::Answers(questions, which) => {
                let asked = |answer: &AnswerRef<'_>| {
                    questions.contains(&answer.question) && which.holds(answer)
                };
                let most = if matches!(which, Which::First(_)) { 1 } else { usize::MAX };
                let counted = lab.answers.iter().filter(asked).take(most);
                counted.map(|answer| answer.origin).collect()
            }
        }
    }
}

impl Which {
    fn holds(&self, answer: &AnswerRef<'_>) -> bool {
        match self {
            Self::Said => answer.status != Status::Missing,
            Self::Undecided => answer.status == Status::ToReview,
            Self::Term(term) | Self::First(term) => {
                answer.says_something() && answer.term() == Some(term)
            }
            Self::Mapped => answer.status == Status::Mapped,
        }
    }
}

impl PartialEq for Traces {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Traces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
