//! Where each body stands on the ladder of a year, in the levels of a map or of a strip of squares.

use super::words::Desk;
use crate::census::{Edition, Lab, ResponseState};
use crate::chart::{Level, Role};
use crate::codebook::{Question, Term, Vocabulary};
use crate::locale::capitalised;
use crate::model::TermId;

/// What is known of a body in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It answered with a term.
    Term(TermId),
    /// It answered, and its level can't be told.
    Unclear,
    /// Its lab is known, and it did not answer.
    Silent,
    /// Nothing came, and no lab is known.
    Nothing,
}

impl Standing {
    /// The standing of a body of an edition.
    pub(super) fn of(lab: &Lab, question: &Question) -> Self {
        match (lab.response, lab.term(&question.id)) {
            (ResponseState::Received, Some(term)) => Self::Term(term.clone()),
            (ResponseState::Received, None) => Self::Unclear,
            (ResponseState::KnownSilent, _) => Self::Silent,
            (ResponseState::None, _) => Self::Nothing,
        }
    }
}

/// The levels of some editions: the ladder whole, then what else there is.
pub(super) struct Levels<'a> {
    desk: &'a Desk<'a>,
    terms: Vec<Term>,
    standings: Vec<Standing>,
}

/// Signs of the terms outside the ladder, in their order.
const SIGNS: [&str; 4] = ["–", "×", "=", "+"];

impl<'a> Levels<'a> {
    /// The levels that editions need.
    pub(super) fn of(desk: &'a Desk<'a>, question: &'a Question, editions: &[&Edition]) -> Self {
        let mut occurring: Vec<Standing> = Vec::new();
        for lab in editions.iter().flat_map(|edition| &edition.labs) {
            let standing = Standing::of(lab, question);
            if !occurring.contains(&standing) {
                occurring.push(standing);
            }
        }
        let occurs = |standing: &Standing| occurring.contains(standing);
        // An earlier edition may have asked what this one no longer does.
        let asked = desk.codebook.vocabulary(&question.id);
        let known = asked.map(Vocabulary::understood).map(|known| known.terms).unwrap_or_default();
        let on_ladder = |term: &Term| {
            term.rank.is_some()
                && asked.is_some_and(|asked| asked.terms.iter().any(|one| one.id == term.id))
        };
        let mut terms: Vec<Term> = known
            .into_iter()
            .filter(|term| on_ladder(term) || occurs(&Standing::Term(term.id.clone())))
            .collect();
        terms.sort_by_key(|term| (term.rank.is_none(), term.rank));
        let others = [Standing::Unclear, Standing::Silent, Standing::Nothing];
        let mut standings: Vec<Standing> =
            terms.iter().map(|term| Standing::Term(term.id.clone())).collect();
        standings.extend(others.into_iter().filter(|standing| occurs(standing)));
        Self { desk, terms, standings }
    }

    /// The place of a standing in the list.
    pub(super) fn index(&self, standing: &Standing) -> usize {
        self.standings.iter().position(|one| one == standing).unwrap_or(self.standings.len())
    }

    /// The words of a standing.
    pub(super) fn label(&self, standing: &Standing) -> String {
        match standing {
            Standing::Term(id) => {
                let term = self.terms.iter().find(|term| term.id == *id);
                term.map(|term| capitalised(self.desk.pick(&term.label))).unwrap_or_default()
            }
            Standing::Unclear => self.desk.text("standing-unclear"),
            Standing::Silent => self.desk.text("response-known-silent"),
            Standing::Nothing => self.desk.text("standing-nothing"),
        }
    }

    /// The levels of a chart.
    pub(super) fn levels(&self) -> Vec<Level> {
        let mut outside = SIGNS.iter().copied().cycle();
        let ranked =
            |id: &TermId| self.terms.iter().any(|term| term.id == *id && term.rank.is_some());
        let level = |standing: &Standing| {
            let (role, sign) = match standing {
                Standing::Term(id) if ranked(id) => (Role::Answer, ""),
                Standing::Term(_) => (Role::Silent, outside.next().unwrap_or_default()),
                Standing::Unclear => (Role::Silent, "…"),
                Standing::Silent => (Role::Silent, "?"),
                Standing::Nothing => (Role::Silent, ""),
            };
            Level { label: self.label(standing), role, sign: sign.to_owned() }
        };
        self.standings.iter().map(level).collect()
    }

    /// « Actif, fonctionnel : Créteil, Paris ; … », for those who can't see a map.
    pub(super) fn spoken(&self, bodies: &[(String, Standing)]) -> String {
        let parts = self.standings.iter().filter_map(|standing| {
            let names: Vec<&str> = bodies
                .iter()
                .filter(|(_, one)| one == standing)
                .map(|(name, _)| name.as_str())
                .collect();
            let args =
                [("answer", self.label(standing).into()), ("names", names.join(", ").into())];
            (!names.is_empty()).then(|| self.desk.with("map-part", &args))
        });
        parts.collect::<Vec<_>>().join(&self.desk.text("map-separator"))
    }
}
