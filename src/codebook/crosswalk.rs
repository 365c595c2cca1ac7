//! The crosswalk of a question: what each option of the latest edition was called in the earlier ones.
//!
//! An option is followed back through the passages. What became one is the union of what it was; what was split is
//! followed as the whole of its parts, since a part alone was never asked; what was born later was « non demandé »
//! before, which is not zero. Comparability adds up along the way: the least comparable passage decides.

use std::collections::BTreeSet;

use super::{Bilingual, Codebook, Passage, PassageKind, Question, Term, Vocabulary};
use crate::model::{CensusYear, Comparable, QuestionId, TermId};

/// A question over several editions.
#[derive(Clone, Debug)]
pub struct Crosswalk {
    /// The question in the last edition.
    pub question: QuestionId,
    /// The editions, the earliest first.
    pub years: Vec<CensusYear>,
    /// The question itself in each edition.
    pub whole: Vec<WholePoint>,
    /// The options, in the order of the vocabulary; then the wholes of those that were split; then those that are no
    /// longer offered.
    pub lines: Vec<Line>,
}

/// The question as a whole in one edition.
#[derive(Clone, Debug, Default)]
pub struct WholePoint {
    /// What it was called then; `None` when it was not asked.
    pub question: Option<QuestionId>,
    /// How its answers compare with those of the last edition.
    pub comparable: Comparable,
    /// Why not freely, at the passage to the next edition.
    pub notes: Vec<Bilingual>,
}

/// What a line follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// An option of the last edition.
    Option,
    /// All that one option was split into, taken together.
    Together,
    /// An option that the last edition no longer offers.
    Retired,
}

/// One option over several editions.
#[derive(Clone, Debug)]
pub struct Line {
    /// The option's id; those of several joined by `+`.
    pub id: String,
    /// The options that it unites, in the last edition that offers them.
    pub terms: Vec<TermId>,
    /// What it follows.
    pub kind: LineKind,
    /// One point for each edition.
    pub points: Vec<Point>,
}

/// An option in one edition.
#[derive(Clone, Debug, Default)]
pub struct Point {
    /// What it was called then: a lab that named any of these is counted once. Empty when it was not asked.
    pub sources: BTreeSet<TermId>,
    /// How it compares with the last edition.
    pub comparable: Comparable,
    /// How it compares with the next edition.
    pub step: Comparable,
    /// Why not freely, at the passage to the next edition.
    pub notes: Vec<Bilingual>,
}

impl Point {
    /// Whether the option could be answered in that edition.
    pub fn is_asked(&self) -> bool {
        !self.sources.is_empty()
    }
}

impl Crosswalk {
    /// Follows a question back over some editions, the earliest first.
    pub fn build(codebook: &Codebook, question: &Question, years: &[CensusYear]) -> Self {
        let walker = Walker { codebook, years };
        let whole = walker.whole(&question.id);
        let vocabulary = codebook.vocabulary(&question.id);
        let terms: Vec<&Term> = vocabulary.into_iter().flat_map(Vocabulary::known).collect();
        let last = years.len().saturating_sub(1);
        let asked = |term: &TermId, at: usize| {
            years.get(at).is_some_and(|year| codebook.asks(&question.id, term, *year))
        };
        let mut lines: Vec<Line> = terms
            .iter()
            .filter(|term| asked(&term.id, last))
            .map(|term| walker.line(&question.id, vec![term.id.clone()], (LineKind::Option, last)))
            .collect();
        for together in walker.split_wholes(question) {
            lines.push(walker.line(&question.id, together, (LineKind::Together, last)));
        }
        for term in &terms {
            let latest = (0..last).rev().find(|at| asked(&term.id, *at));
            let followed =
                |line: &Line| line.points.iter().any(|point| point.sources.contains(&term.id));
            if let Some(at) =
                latest.filter(|_| !asked(&term.id, last) && !lines.iter().any(followed))
            {
                lines.push(walker.line(
                    &question.id,
                    vec![term.id.clone()],
                    (LineKind::Retired, at),
                ));
            }
        }
        Self { question: question.id.clone(), years: years.to_vec(), whole, lines }
    }

    /// The question itself in each edition, without its options.
    pub fn build_whole(
        codebook: &Codebook,
        question: &Question,
        years: &[CensusYear],
    ) -> Vec<WholePoint> {
        Walker { codebook, years }.whole(&question.id)
    }

    /// A line by its id.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }
}

impl Codebook {
    /// Whether an edition offers an option, by the dates of the vocabulary and by the passages.
    pub fn asks(&self, question: &QuestionId, term: &TermId, year: CensusYear) -> bool {
        let Some(found) = self.term(question, term) else { return false };
        let dated = found.since.is_none_or(|since| since <= year)
            && found.until.is_none_or(|until| year <= until);
        dated && !self.born_after(question, term, year) && !self.ended_before(question, term, year)
    }

    /// Whether a passage says that the option came into being after an edition.
    fn born_after(&self, question: &QuestionId, term: &TermId, year: CensusYear) -> bool {
        let to = |passage: &&Passage| {
            passage.to_question.as_ref() == Some(question) && passage.to_term.as_ref() == Some(term)
        };
        let rows: Vec<&Passage> = self.passages.iter().filter(to).collect();
        let Some(first) = rows.iter().map(|row| row.to_year).min() else { return false };
        let birth: Vec<&&Passage> = rows.iter().filter(|row| row.to_year == first).collect();
        let itself = birth.iter().any(|row| {
            row.from_term.as_ref() == Some(term) && row.from_question.as_ref() == Some(question)
        });
        // One option merged into another that already was: the other needs no row of its own.
        let absorbed = birth.len() == 1 && birth.iter().all(|row| row.kind == PassageKind::Merged);
        first > year && !itself && !absorbed
    }

    /// Whether a passage says that the option had come to its end before an edition.
    fn ended_before(&self, question: &QuestionId, term: &TermId, year: CensusYear) -> bool {
        let from = |passage: &&Passage| {
            passage.from_question.as_ref() == Some(question)
                && passage.from_term.as_ref() == Some(term)
        };
        let rows: Vec<&Passage> = self.passages.iter().filter(from).collect();
        let Some(last) = rows.iter().map(|row| row.to_year).max() else { return false };
        let itself = rows.iter().filter(|row| row.to_year == last).any(|row| {
            row.to_term.as_ref() == Some(term) && row.to_question.as_ref() == Some(question)
        });
        last <= year && !itself
    }
}

struct Walker<'a> {
    codebook: &'a Codebook,
    years: &'a [CensusYear],
}

/// Where a walk back stands: the question and the options there, and what the way was like.
struct Stand {
    question: Option<QuestionId>,
    terms: BTreeSet<TermId>,
    step: Comparable,
    notes: Vec<Bilingual>,
}

impl Stand {
    fn pass(&mut self, passage: &Passage, comparable: Comparable) {
        self.step = self.step.max(comparable);
        if comparable != Comparable::Yes && !self.notes.contains(&passage.note) {
            self.notes.push(passage.note.clone());
        }
    }
}

impl Walker<'_> {
    /// The passages that take effect at the edition at `at`, the latest first.
    fn passages(&self, at: usize) -> Vec<&Passage> {
        let (Some(after), Some(before)) = (self.years.get(at), self.years.get(at.wrapping_sub(1)))
        else {
            return Vec::new();
        };
        let here = |passage: &&Passage| passage.to_year > *before && passage.to_year <= *after;
        let mut found: Vec<&Passage> = self.codebook.passages.iter().filter(here).collect();
        found.sort_by_key(|passage| std::cmp::Reverse((passage.to_year, passage.from_year)));
        found
    }

    /// The question as a whole, back from the last edition.
    fn whole(&self, question: &QuestionId) -> Vec<WholePoint> {
        let mut points =
            vec![WholePoint { question: Some(question.clone()), ..WholePoint::default() }];
        if self.codebook.passages.iter().any(|passage| {
            // The last edition no longer asks it.
            passage.kind == PassageKind::Retired
                && passage.is_whole()
                && passage.from_question.as_ref() == Some(question)
                && self.years.last().is_some_and(|last| passage.to_year <= *last)
        }) {
            points.clear();
            points.push(WholePoint { comparable: Comparable::No, ..WholePoint::default() });
        }
        let mut current = Some(question.clone());
        let mut comparable = Comparable::Yes;
        for at in (1..self.years.len()).rev() {
            let mut notes = Vec::new();
            for passage in self.passages(at).into_iter().filter(|passage| passage.is_whole()) {
                if passage.question() != current.as_ref() {
                    continue;
                }
                comparable = comparable.max(passage.comparable);
                if passage.comparable != Comparable::Yes {
                    notes.push(passage.note.clone());
                }
                match passage.kind {
                    PassageKind::Added => current = None,
                    PassageKind::Retired => {}
                    _ => current.clone_from(&passage.from_question),
                }
            }
            let seen = if current.is_none() { Comparable::No } else { comparable };
            points.push(WholePoint { question: current.clone(), comparable: seen, notes });
        }
        points.reverse();
        points
    }

    /// A line that starts from some options in the edition at `start`.
    fn line(
        &self,
        question: &QuestionId,
        terms: Vec<TermId>,
        (kind, start): (LineKind, usize),
    ) -> Line {
        let id = terms.iter().map(TermId::as_str).collect::<Vec<_>>().join("+");
        let mut stand = Stand {
            question: Some(question.clone()),
            terms: terms.iter().cloned().collect(),
            step: Comparable::Yes,
            notes: Vec::new(),
        };
        let mut points = vec![Point::default(); self.years.len()];
        let retired = kind == LineKind::Retired;
        let mut comparable = if retired { Comparable::No } else { Comparable::Yes };
        for point in points.iter_mut().skip(start + 1) {
            (point.comparable, point.step) = (Comparable::No, Comparable::No);
        }
        if let Some(point) = points.get_mut(start) {
            point.sources.clone_from(&stand.terms);
            (point.comparable, point.step) = (comparable, comparable);
            if retired {
                point.notes = self.end_notes(question, &terms, start);
            }
        }
        for at in (1..=start).rev() {
            (stand.step, stand.notes) = (Comparable::Yes, Vec::new());
            self.back(&mut stand, at);
            let gone = stand.terms.is_empty() || stand.question.is_none();
            let step = if gone { Comparable::No } else { stand.step };
            comparable = comparable.max(step);
            if let Some(point) = points.get_mut(at - 1) {
                *point = Point {
                    sources: if gone { BTreeSet::new() } else { stand.terms.clone() },
                    comparable,
                    step,
                    notes: std::mem::take(&mut stand.notes),
                };
            }
        }
        Line { id, terms, kind, points }
    }

    /// Why an option ended after the edition at `at`.
    fn end_notes(&self, question: &QuestionId, terms: &[TermId], at: usize) -> Vec<Bilingual> {
        let ends = |passage: &&&Passage| {
            passage.from_question.as_ref() == Some(question)
                && passage.from_term.as_ref().is_some_and(|term| terms.contains(term))
        };
        let next = self.passages(at + 1);
        next.iter().filter(ends).map(|passage| passage.note.clone()).collect()
    }

    /// Goes back over the passages of one edition.
    fn back(&self, stand: &mut Stand, at: usize) {
        let passages = self.passages(at);
        let mut years: Vec<CensusYear> = passages.iter().map(|passage| passage.to_year).collect();
        years.dedup();
        for year in years {
            let rows: Vec<&Passage> =
                passages.iter().filter(|passage| passage.to_year == year).copied().collect();
            back_over(stand, &rows);
        }
        let Some(before) = self.years.get(at - 1) else { return };
        if let Some(question) = stand.question.clone() {
            self.replaced(stand, &question, at);
            stand.terms.retain(|term| self.codebook.asks(&question, term, *before));
        }
    }

    /// Adds the options that the vocabulary says one of these took the place of.
    fn replaced(&self, stand: &mut Stand, question: &QuestionId, at: usize) {
        let (Some(before), Some(after)) = (self.years.get(at - 1), self.years.get(at)) else {
            return;
        };
        let terms = |vocabulary: &Vocabulary| {
            let replaced = vocabulary.known().filter(|term| {
                term.until.is_some_and(|until| until >= *before && until < *after)
                    && term.replaced_by.as_ref().is_some_and(|heir| stand.terms.contains(heir))
            });
            replaced.map(|term| term.id.clone()).collect::<Vec<_>>()
        };
        let more = self.codebook.vocabulary(question).map(terms).unwrap_or_default();
        stand.terms.extend(more);
    }

    /// For each option that was split on the way, all that it became, as the last edition names it.
    fn split_wholes(&self, question: &Question) -> Vec<Vec<TermId>> {
        let mut wholes: Vec<Vec<TermId>> = Vec::new();
        for at in 1..self.years.len() {
            for passage in self.passages(at) {
                if passage.kind != PassageKind::Split {
                    continue;
                }
                let now = self.forward(passage, at);
                let order = |term: &TermId| {
                    let vocabulary = self.codebook.vocabulary(&question.id)?;
                    vocabulary.known().position(|candidate| candidate.id == *term)
                };
                let mut whole: Vec<TermId> = now.into_iter().collect();
                whole.sort_by_key(order);
                let known = whole.iter().all(|term| order(term).is_some());
                if passage.to_question.as_ref() == Some(&question.id)
                    && whole.len() > 1
                    && known
                    && !wholes.contains(&whole)
                {
                    wholes.push(whole);
                }
            }
        }
        wholes
    }

    /// What a split option had become by the last edition.
    fn forward(&self, split: &Passage, at: usize) -> BTreeSet<TermId> {
        let same = |row: &&Passage| {
            row.kind == PassageKind::Split
                && row.to_year == split.to_year
                && row.from_question == split.from_question
                && row.from_term == split.from_term
        };
        let rows = self.codebook.passages.iter().filter(same);
        let mut terms: BTreeSet<TermId> = rows.filter_map(|row| row.to_term.clone()).collect();
        for later in at + 1..self.years.len() {
            for row in self.passages(later).into_iter().rev() {
                let (Some(from), Some(to)) = (&row.from_term, &row.to_term) else { continue };
                if from != to && terms.contains(from) {
                    terms.insert(to.clone());
                }
            }
            let Some(year) = self.years.get(later) else { break };
            let Some(question) = &split.to_question else { break };
            terms.retain(|term| self.codebook.asks(question, term, *year));
        }
        terms
    }
}

/// Goes back over the passages of one moment.
fn back_over(stand: &mut Stand, rows: &[&Passage]) {
    let current = stand.question.clone();
    for passage in rows.iter().filter(|row| row.is_whole() && row.question() == current.as_ref()) {
        stand.pass(passage, passage.comparable);
        match passage.kind {
            PassageKind::Added => stand.question = None,
            PassageKind::Retired => {}
            _ => stand.question.clone_from(&passage.from_question),
        }
    }
    let of_question = |row: &&&Passage| !row.is_whole() && row.to_question == current;
    let now = std::mem::take(&mut stand.terms);
    for term in &now {
        let own: Vec<&Passage> = rows
            .iter()
            .filter(of_question)
            .filter(|row| row.to_term.as_ref() == Some(term))
            .copied()
            .collect();
        // One option merged into another that already was: the other goes on as itself.
        let absorbs = own.len() == 1 && own.iter().all(|row| row.kind == PassageKind::Merged);
        if own.is_empty() || absorbs {
            stand.terms.insert(term.clone());
        }
        for passage in own {
            let comparable = effective(passage, rows, &now);
            stand.pass(passage, comparable);
            // A part alone was never asked; what is cut for another reason keeps its earlier numbers.
            let part = passage.kind == PassageKind::Split && comparable == Comparable::No;
            if passage.kind != PassageKind::Added && !part {
                stand.terms.extend(passage.from_term.clone());
                stand.question.clone_from(&passage.from_question);
            }
        }
    }
}

/// How a passage compares for these options: all the parts of a split together compare with the whole, one part does
/// not, unless the team says so outright.
fn effective(passage: &Passage, rows: &[&Passage], now: &BTreeSet<TermId>) -> Comparable {
    if passage.kind != PassageKind::Split || passage.comparable == Comparable::Yes {
        return passage.comparable;
    }
    let sibling = |row: &&&Passage| {
        row.kind == PassageKind::Split
            && row.from_question == passage.from_question
            && row.from_term == passage.from_term
    };
    let mut siblings = rows.iter().filter(sibling).filter_map(|row| row.to_term.as_ref());
    if siblings.all(|term| now.contains(term)) { Comparable::Partly } else { Comparable::No }
}
