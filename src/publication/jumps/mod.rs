//! What is to be checked before an edition is published: each figure or lab that jumps from an earlier edition to
//! this one, until somebody says in `edition.toml` why it is right.
//!
//! A jump is no error. It is what a reader will ask about, and what a mistake in reading would look like.

mod labs;
mod options;

use std::collections::BTreeMap;

use crate::census::Series;
use crate::codebook::{Acknowledged, Codebook, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::indicators::Registry;
use crate::model::{AcademyCode, CensusYear, Launch, Origin, QuestionId, Team, TermId};

/// Labs of one kind of jump above which they are checked together and not one by one.
const MOST_LABS: usize = 200;

/// Something to check before publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Jump {
    /// Its stable id, such as `share.themes.social`.
    pub id: String,
    /// What kind of jump.
    pub kind: JumpKind,
    /// The question that it concerns.
    pub question: Option<QuestionId>,
    /// The options that it concerns: several where an option was split, taken together.
    pub terms: Vec<TermId>,
    /// The bodies whose labs it concerns; empty for a jump of a share.
    pub academies: Vec<AcademyCode>,
    /// The edition that this one is compared with.
    pub from: Option<CensusYear>,
    /// What it was.
    pub before: Said,
    /// What it is.
    pub after: Said,
    /// Why it is right, once somebody has said so.
    pub acknowledged: Option<Acknowledged>,
}

/// The kinds of jumps, in the order of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JumpKind {
    /// Labs announced in the headline that no list of the report names.
    Headline,
    /// A share that moves by more than the threshold.
    Share,
    /// An option that labs named, and that none names any more.
    Vanished,
    /// A lab lower on the ladder than it was.
    Back,
    /// A team several times larger or smaller.
    Team,
    /// A launch date that cannot be the one given before.
    Launch,
}

impl JumpKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Headline, Self::Share, Self::Vanished, Self::Back, Self::Team, Self::Launch];

    /// The beginning of its ids, and its value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Share => "share",
            Self::Vanished => "vanished",
            Self::Back => "back",
            Self::Team => "team",
            Self::Launch => "launch",
        }
    }
}

/// One side of a jump.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Labs out of a base.
    Count {
        /// The labs.
        count: u32,
        /// Out of how many.
        base: u32,
    },
    /// A place on the ladder.
    Stage(TermId),
    /// A team.
    Team(Team),
    /// A launch.
    Launch(Launch),
    /// Nothing by itself: the jump is one of many labs.
    Many,
}

/// What the jumps are sought in.
struct Sight<'a> {
    series: &'a Series,
    codebook: &'a Codebook,
    registry: &'a Registry,
}

/// Every jump of the last edition of a series, in the order of the kinds.
pub fn jumps(series: &Series, codebook: &Codebook, registry: &Registry) -> Vec<Jump> {
    let sight = Sight { series, codebook, registry };
    let mut jumps: Vec<Jump> = headline(&sight).into_iter().collect();
    jumps.extend(options::find(&sight));
    for of_kind in labs::find(&sight) {
        jumps.extend(if of_kind.len() > MOST_LABS { together(of_kind) } else { of_kind });
    }
    let signed: BTreeMap<&str, &Acknowledged> = series
        .last()
        .file
        .acknowledged
        .iter()
        .filter(|one| one.is_signed())
        .map(|one| (one.id.as_str(), one))
        .collect();
    for jump in &mut jumps {
        jump.acknowledged = signed.get(jump.id.as_str()).map(|one| (*one).clone());
    }
    jumps
}

/// The jumps that nobody has checked yet.
pub fn unchecked(jumps: &[Jump]) -> impl Iterator<Item = &Jump> {
    jumps.iter().filter(|jump| jump.acknowledged.is_none())
}

/// Says which acknowledgements of the edition file acknowledge nothing.
///
/// *Diagnostics*: `acknowledgement-unused`.
pub fn check_acknowledgements(series: &Series, jumps: &[Jump]) -> Vec<Diagnostic> {
    let known = |id: &str| jumps.iter().any(|jump| jump.id == id);
    let unused = series.last().file.acknowledged.iter().filter(|one| !known(&one.id));
    let remark = |one: &Acknowledged| {
        // One that is acknowledged already is no likely slip.
        let open = jumps.iter().filter(|jump| jump.acknowledged.is_none());
        let near = nearest(&one.id, open.map(|jump| jump.id.as_str()));
        Diagnostic::new(Code::AcknowledgementUnused)
            .at(Origin::file("edition.toml"))
            .quoting(&one.id)
            .fact("line", one.line)
            .fact("near", near.unwrap_or("none"))
    };
    unused.map(remark).collect()
}

/// Labs that the headline counts and that the report names nowhere: neither by their answers nor as silent.
fn headline(sight: &Sight<'_>) -> Option<Jump> {
    let edition = sight.series.last();
    let known = edition.known_labs();
    let received = edition.respondents().count();
    let silent = edition
        .labs
        .iter()
        .filter(|lab| lab.response == crate::census::ResponseState::KnownSilent)
        .count();
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (known > received + silent).then(|| Jump {
        before: Said::Count { count: size(known), base: size(known) },
        after: Said::Count { count: size(received + silent), base: size(known) },
        ..Jump::new(JumpKind::Headline, "labs")
    })
}

/// So many labs that nobody would read them one by one.
fn together(of_kind: Vec<Jump>) -> Vec<Jump> {
    let Some(first) = of_kind.first() else { return of_kind };
    let all = Jump {
        question: first.question.clone(),
        academies: of_kind.iter().flat_map(|jump| jump.academies.clone()).collect(),
        ..Jump::new(first.kind, "all")
    };
    vec![all]
}

impl Jump {
    fn new(kind: JumpKind, rest: &str) -> Self {
        Self {
            id: format!("{}.{rest}", kind.as_str()),
            kind,
            question: None,
            terms: Vec::new(),
            academies: Vec::new(),
            from: None,
            before: Said::Many,
            after: Said::Many,
            acknowledged: None,
        }
    }
}
