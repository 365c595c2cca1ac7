//! Who moved on the scale between two years: the transition matrix, lab by lab.
//!
//! Bodies that merged are one, at the highest place that one of them gave. A scale that changed is compared on what
//! both years can say: an option and the parts that it was split into are one place.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figure::Trace;
use super::super::registry::{Entry, Registry};
use super::super::remark::Remark;
use super::by_year::{number, size, whole_reasons};
use super::change::merged;
use super::panel::{Panel, heir};
use crate::census::{Edition, ResponseState, Series};
use crate::codebook::{Codebook, Crosswalk, Kind, LineKind, Question};
use crate::model::{AcademyCode, Base, BaseKind, CensusYear, Comparable, TermId};

/// The states that mean that there is no lab, or no longer one.
const NO_LAB: [&str; 3] = ["no_lab", "abandoned", "closed"];

/// What a lab did between two years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// It climbed.
    Forward,
    /// It is where it was.
    Same,
    /// It went down, or paused.
    Back,
    /// It is there, and was not.
    Entered,
    /// It closed, was given up, or its body is no more.
    Left,
    /// It did not say where it is.
    Silent,
}

impl Move {
    /// Every move, in the order of the reports.
    pub const ALL: [Self; 6] =
        [Self::Forward, Self::Same, Self::Back, Self::Entered, Self::Left, Self::Silent];

    /// The value in the published tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Same => "same",
            Self::Back => "back",
            Self::Entered => "entered",
            Self::Left => "left",
            Self::Silent => "silent",
        }
    }
}

/// A body in two years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The earlier year.
    pub from_year: CensusYear,
    /// The later year.
    pub to_year: CensusYear,
    /// The body, as of the later year.
    pub academy: AcademyCode,
    /// Its short name.
    pub name: String,
    /// What it answered then; the highest of those that have merged since.
    pub from: Option<TermId>,
    /// What it answered now.
    pub to: Option<TermId>,
    /// Its place then, on the scale that both years can say.
    pub from_place: Option<String>,
    /// Its place now, on the same scale.
    pub to_place: Option<String>,
    /// What it did; `None` when the two scales do not compare.
    pub moved: Option<Move>,
    /// The bodies that it was then, when they were several.
    pub merged: Vec<String>,
}

/// What is known of a body in one year.
#[derive(Default)]
struct Presence {
    name: String,
    best: Option<(Option<u32>, TermId)>,
    received: bool,
    known: bool,
    answering: Vec<String>,
    ended: bool,
}

/// The moves of a question of one answer between two editions of a series, by body; bodies of which neither year
/// knows a lab are left out.
pub fn transitions(
    series: &Series,
    codebook: &Codebook,
    question: &Question,
    (from, to): (CensusYear, CensusYear),
) -> Vec<Transition> {
    let years: Vec<CensusYear> =
        series.years().into_iter().filter(|year| *year >= from && *year <= to).collect();
    let crosswalk = Crosswalk::build(codebook, question, &years);
    between(series, codebook, &crosswalk, (from, to))
}

/// The same with the crosswalk of the years between.
fn between(
    series: &Series,
    codebook: &Codebook,
    crosswalk: &Crosswalk,
    (from, to): (CensusYear, CensusYear),
) -> Vec<Transition> {
    let (Some(earlier), Some(later)) = (series.get(from), series.get(to)) else {
        return Vec::new();
    };
    let at = crosswalk.years.iter().position(|year| *year == from).unwrap_or_default();
    let (Some(then), Some(now)) = (crosswalk.whole.get(at), crosswalk.whole.last()) else {
        return Vec::new();
    };
    let (Some(asked_then), Some(asked_now)) = (&then.question, &now.question) else {
        return Vec::new();
    };
    let scale = Scale::of(codebook, crosswalk, at);
    let date = later.file.closing_date;
    let reader = Reader { codebook, date };
    let mut before = reader.presences(earlier, asked_then);
    let after = reader.presences(later, asked_now);
    let codes: BTreeSet<AcademyCode> = before.keys().chain(after.keys()).cloned().collect();
    let nothing = Presence::default();
    let one = |code: AcademyCode| {
        let was = before.remove(&code).unwrap_or_default();
        let is = after.get(&code).unwrap_or(&nothing);
        if !(was.received || was.known || is.received || is.known) {
            return None;
        }
        let comparable = then.comparable != Comparable::No;
        let ended = !after.contains_key(&code) || is.ended;
        let place = |presence: &Presence, side: Side| {
            presence.best.as_ref().map(|(_, term)| scale.place(term, side))
        };
        let places = (place(&was, Side::Then), place(is, Side::Now));
        let moved = Scale::moved((&was, is), &places, ended);
        let ranked = matches!(moved, Some(Move::Forward | Move::Same | Move::Back));
        Some(Transition {
            from_year: from,
            to_year: to,
            name: if is.name.is_empty() { was.name.clone() } else { is.name.clone() },
            academy: code,
            from: was.best.map(|(_, term)| term),
            to: is.best.as_ref().map(|(_, term)| term.clone()),
            from_place: places.0.map(|place| place.id),
            to_place: places.1.map(|place| place.id),
            moved: moved.filter(|_| comparable || !ranked),
            merged: if was.answering.len() > 1 { was.answering } else { Vec::new() },
        })
    };
    codes.into_iter().filter_map(one).collect()
}

struct Reader<'a> {
    codebook: &'a Codebook,
    date: chrono::NaiveDate,
}

impl Reader<'_> {
    /// The bodies of an edition as of the later date.
    fn presences(
        &self,
        edition: &Edition,
        question: &crate::model::QuestionId,
    ) -> BTreeMap<AcademyCode, Presence> {
        let mut presences: BTreeMap<AcademyCode, Presence> = BTreeMap::new();
        for lab in &edition.labs {
            let (code, _) = heir(&self.codebook.register, lab, self.date);
            let ended = self.codebook.lab_events.ended_by(&code, self.date);
            let bodies = self.codebook.register.body(&code, self.date);
            let found = presences.entry(code).or_default();
            found.name.clone_from(bodies.map_or(&lab.body.short_name, |body| &body.short_name));
            found.ended = ended;
            found.received |= lab.response == ResponseState::Received;
            found.known |= lab.response == ResponseState::KnownSilent;
            if lab.response == ResponseState::Received {
                found.answering.push(lab.body.short_name.clone());
            }
            if let Some(term) = lab.term(question) {
                let rank = self.codebook.term(question, term).and_then(|term| term.rank);
                if found.best.as_ref().is_none_or(|(best, _)| rank > *best) {
                    found.best = Some((rank, term.clone()));
                }
            }
        }
        presences
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Then,
    Now,
}

/// A place on the scale that two years share.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    id: String,
    /// 0 for a state outside the ladder.
    rank: u32,
    /// Whether it means that there is no lab.
    is_none: bool,
}

/// The places that two years can both say: each unites what one year tells apart and the other does not.
struct Scale {
    places: Vec<(BTreeSet<TermId>, BTreeSet<TermId>, Place)>,
}

impl Scale {
    fn of(codebook: &Codebook, crosswalk: &Crosswalk, at: usize) -> Self {
        let mut groups: Vec<(BTreeSet<TermId>, BTreeSet<TermId>)> = Vec::new();
        let lines = crosswalk.lines.iter().filter(|line| line.kind != LineKind::Retired);
        for line in lines {
            let sources =
                line.points.get(at).map(|point| point.sources.clone()).unwrap_or_default();
            let mut group = (sources, line.terms.iter().cloned().collect::<BTreeSet<_>>());
            let touches = |other: &(BTreeSet<TermId>, BTreeSet<TermId>)| {
                !other.0.is_disjoint(&group.0) || !other.1.is_disjoint(&group.1)
            };
            let (joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(touches);
            for (then, now) in joined {
                group.0.extend(then);
                group.1.extend(now);
            }
            groups = apart;
            groups.push(group);
        }
        let question = &crosswalk.question;
        let rank = |term: &TermId| codebook.term(question, term).and_then(|term| term.rank);
        let place = |(then, now): (BTreeSet<TermId>, BTreeSet<TermId>)| {
            let mut terms: Vec<&TermId> = now.iter().collect();
            terms.sort_by_key(|term| rank(term));
            let id = terms.iter().map(|term| term.as_str()).collect::<Vec<_>>().join("+");
            let lowest = now.iter().filter_map(rank).min().unwrap_or(0);
            let is_none = now.iter().all(|term| NO_LAB.contains(&term.as_str()));
            (then, now, Place { id, rank: lowest, is_none })
        };
        Self { places: groups.into_iter().map(place).collect() }
    }

    fn place(&self, term: &TermId, side: Side) -> Place {
        let holds = |(then, now, _): &&(BTreeSet<TermId>, BTreeSet<TermId>, Place)| match side {
            Side::Then => then.contains(term),
            Side::Now => now.contains(term),
        };
        let own =
            || Place { id: term.to_string(), rank: 0, is_none: NO_LAB.contains(&term.as_str()) };
        self.places.iter().find(holds).map_or_else(own, |(_, _, place)| place.clone())
    }

    /// What a body did between two places; `None` when there is nothing to say.
    fn moved(
        (was, is): (&Presence, &Presence),
        places: &(Option<Place>, Option<Place>),
        ended: bool,
    ) -> Option<Move> {
        Some(match places {
            (Some(then), Some(now)) => match (then.is_none, now.is_none) {
                (false, true) => Move::Left,
                (true, false) => Move::Entered,
                (false, false) if now.rank > then.rank => Move::Forward,
                (false, false) if now.rank < then.rank => Move::Back,
                _ => Move::Same,
            },
            (Some(_), None) if ended && !is.received => Move::Left,
            (None, Some(now)) if now.is_none && (was.received || was.known) => Move::Left,
            // There was no lab that we knew of, and there is none.
            (None, Some(now)) if now.is_none => return None,
            (None, Some(_)) => Move::Entered,
            (None, None) if ended && !is.received && !is.known => Move::Left,
            (_, None) => Move::Silent,
        })
    }
}

/// Adds, for each question of one answer and each earlier edition A before the last, L:
/// `<question>_transitions.A-L.<place>.<place>` (base: the labs of the row; `entered` for a row of those that were not
/// there, `silent` and `left` for columns of those that are not), and `<question>_moves.A-L.<move>`.
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>, series: &Series) {
    for followed in panel.questions.iter().filter(|one| one.question.kind == Kind::Single) {
        for at in 0..panel.last() {
            let (Some(from), Some(to)) = (panel.years.get(at), panel.years.last()) else {
                continue;
            };
            let moves = between(series, panel.codebook, &followed.crosswalk, (*from, *to));
            let mut notes = whole_reasons(&followed.crosswalk, at);
            notes.extend(merged(panel, at, (*from, *to)));
            let comparable =
                followed.crosswalk.whole.get(at).map_or(Comparable::No, |whole| whole.comparable);
            let pair =
                Pair { panel, followed: followed.question, at, moves: &moves, notes, comparable };
            pair.add_matrix(registry);
            pair.add_moves(registry);
        }
    }
}

struct Pair<'p> {
    panel: &'p Panel<'p>,
    followed: &'p Question,
    at: usize,
    moves: &'p [Transition],
    notes: Vec<Remark>,
    comparable: Comparable,
}

impl Pair<'_> {
    fn trace(&self, rows: &[&Transition]) -> Vec<Trace> {
        if !self.panel.is_traced() {
            return Vec::new();
        }
        let body = |row: &&Transition| {
            let found = self.panel.bodies.iter().position(|body| body.code == row.academy)?;
            u32::try_from(found).ok()
        };
        let bodies: Vec<u32> = rows.iter().filter_map(body).collect();
        self.panel.trace_bodies(&bodies, &[self.at, self.panel.last()], Some(&self.followed.id))
    }

    fn years(&self) -> String {
        let year = |at| self.panel.years.get(at).map(CensusYear::to_string).unwrap_or_default();
        format!("{}-{}", year(self.at), year(self.panel.last()))
    }

    fn entry(&self, rows: &[&Transition], base: usize) -> Entry<'static> {
        Entry {
            value: number(rows.len()),
            base: Some(Base { kind: BaseKind::RespondentsToQuestion, size: size(base) }),
            comparable: self.comparable,
            notes: self.notes.clone(),
            trace: self.trace(rows).into(),
            ..Entry::of("", "")
        }
    }

    fn add_matrix(&self, registry: &mut Registry) {
        if self.comparable == Comparable::No {
            return;
        }
        let indicator = format!("{}_transitions", self.followed.id);
        let mut cells: BTreeMap<(String, String), Vec<&Transition>> = BTreeMap::new();
        for place in self.ladder() {
            for other in self.ladder() {
                cells.insert((place.clone(), other), Vec::new());
            }
        }
        for row in self.moves {
            let column = match (&row.to_place, row.moved) {
                (Some(place), _) => place.clone(),
                (None, Some(Move::Left)) => Move::Left.as_str().to_owned(),
                (None, _) => Move::Silent.as_str().to_owned(),
            };
            let from = match (&row.from_place, &row.to_place) {
                (Some(place), _) => place.clone(),
                (None, Some(_)) => Move::Entered.as_str().to_owned(),
                (None, None) => continue,
            };
            cells.entry((from, column)).or_default().push(row);
        }
        // Where a lab of one stage fell silent or left, none of another stage is a zero.
        for gone in [Move::Left, Move::Silent].map(Move::as_str) {
            if cells.keys().any(|(_, column)| column == gone) {
                for place in self.ladder() {
                    cells.entry((place, gone.to_owned())).or_default();
                }
            }
        }
        let mut bases: BTreeMap<&str, usize> = BTreeMap::new();
        for ((from, _), rows) in &cells {
            *bases.entry(from.as_str()).or_default() += rows.len();
        }
        for ((from, to), rows) in &cells {
            let base = bases.get(from.as_str()).copied().unwrap_or_default();
            let category = format!("{}.{from}.{to}", self.years());
            registry.add(Entry {
                indicator: &indicator,
                category: &category,
                ..self.entry(rows, base)
            });
        }
    }

    /// The places of the ladder that either year can say.
    fn ladder(&self) -> Vec<String> {
        let crosswalk = self.panel.questions.iter().find(|one| one.question.id == self.followed.id);
        let Some(crosswalk) = crosswalk.map(|one| &one.crosswalk) else { return Vec::new() };
        let scale = Scale::of(self.panel.codebook, crosswalk, self.at);
        let mut places: Vec<Place> = scale.places.into_iter().map(|(_, _, place)| place).collect();
        places.retain(|place| place.rank > 0);
        places.sort_by_key(|place| place.rank);
        places.into_iter().map(|place| place.id).collect()
    }

    fn add_moves(&self, registry: &mut Registry) {
        let indicator = format!("{}_moves", self.followed.id);
        let count = |holds: &dyn Fn(&&Transition) -> bool| self.moves.iter().filter(holds).count();
        let both = count(&|row| row.from.is_some() && row.to.is_some());
        let (then, now) = (count(&|row| row.from.is_some()), count(&|row| row.to.is_some()));
        for one in Move::ALL {
            let rows: Vec<&Transition> = self
                .moves
                .iter()
                .filter(|row| row.moved == Some(one) && counts(row, one))
                .collect();
            let base = match one {
                Move::Forward | Move::Same | Move::Back => both,
                Move::Entered => now,
                Move::Left | Move::Silent => then,
            };
            if self.comparable == Comparable::No
                && !matches!(one, Move::Entered | Move::Left | Move::Silent)
            {
                continue;
            }
            let category = format!("{}.{}", self.years(), one.as_str());
            registry.add(Entry {
                indicator: &indicator,
                category: &category,
                ..self.entry(&rows, base)
            });
        }
    }
}

/// Whether a row is a lab of the year that the move is counted out of: its answer says where it stood, or stands.
fn counts(row: &Transition, moved: Move) -> bool {
    if moved == Move::Entered { row.to.is_some() } else { row.from.is_some() }
}
