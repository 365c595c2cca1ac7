//! The panel: every lab of every edition, under the body that it belongs to at the report's date.
//!
//! Four frames, whose rows are distinct:
//! - `ticks`: a lab and a line that it names; `answered`: a lab and a question that it answered, in any words;
//! - `body_ticks` and `body_answered`: the same for bodies. Of labs that have merged since, an option is named if one
//!   of them names it; on a scale, the highest of their answers counts.
//!
//! Columns, all u32: `year` (place of the edition in the series), `line` or `question` (place in
//! [`Panel::questions`] and their lines), `lab` or `body` (row of [`Panel::labs`], of [`Panel::bodies`]).

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;

use super::super::figure::Trace;
use crate::census::{Edition, Lab, ResponseState, Series};
use crate::codebook::{Codebook, Crosswalk, Kind, Line, Question, Register};
use crate::model::{AcademyCode, CensusYear, Origin, QuestionId, TermId};

/// Above so many bodies a figure no longer lists its labs one by one.
pub(in super::super) const TRACED_BODIES: usize = 10_000;

/// A question that is followed over the years.
pub(super) struct Followed<'a> {
    pub(super) question: &'a Question,
    pub(super) crosswalk: Crosswalk,
    /// Place of its first line among all lines.
    pub(super) first_line: u32,
}

impl Followed<'_> {
    /// Its lines with their places.
    pub(super) fn lines(&self) -> impl Iterator<Item = (u32, &Line)> {
        (self.first_line..).zip(&self.crosswalk.lines)
    }
}

/// A lab in an edition.
pub(super) struct PanelLab<'a> {
    pub(super) year: usize,
    pub(super) lab: &'a Lab,
    pub(super) body: u32,
}

/// A body at the report's date, or the last that it was.
pub(super) struct PanelBody {
    pub(super) code: AcademyCode,
    /// Whether it still exists at the report's date, itself or as a part of another.
    pub(super) lasts: bool,
    /// In how many editions it is a member, itself or through those that became it.
    pub(super) editions: usize,
}

/// Every lab of every edition, and what it named.
pub(super) struct Panel<'a> {
    pub(super) codebook: &'a Codebook,
    pub(super) editions: Vec<&'a Edition>,
    pub(super) years: Vec<CensusYear>,
    pub(super) labs: Vec<PanelLab<'a>>,
    pub(super) bodies: Vec<PanelBody>,
    pub(super) questions: Vec<Followed<'a>>,
    pub(super) ticks: DataFrame,
    pub(super) answered: DataFrame,
    pub(super) body_ticks: DataFrame,
    pub(super) body_answered: DataFrame,
    /// The labs of each edition and body.
    pub(super) by_body: BTreeMap<(usize, u32), Vec<u32>>,
}

/// The labs behind each count: those that named a line, and those that answered a question, by edition.
pub(super) struct Named {
    pub(super) ticks: BTreeMap<(u32, u32), Vec<u32>>,
    pub(super) answered: BTreeMap<(u32, u32), Vec<u32>>,
}

impl<'a> Panel<'a> {
    pub(super) fn build(series: &'a Series, codebook: &'a Codebook) -> PolarsResult<Self> {
        let editions: Vec<&Edition> = series.iter().map(AsRef::as_ref).collect();
        let years = series.years();
        let mut first_line = 0;
        let coded = codebook.questionnaire.questions.iter().filter(|question| {
            matches!(question.kind, Kind::Single | Kind::Multiple) && question.vocabulary.is_some()
        });
        let questions: Vec<Followed<'a>> = coded
            .map(|question| {
                let crosswalk = Crosswalk::build(codebook, question, &years);
                let lines = u32::try_from(crosswalk.lines.len()).unwrap_or(u32::MAX);
                let followed = Followed { question, crosswalk, first_line };
                first_line += lines;
                followed
            })
            .collect();
        let (labs, bodies) = members(&editions, codebook);
        let mut by_body: BTreeMap<(usize, u32), Vec<u32>> = BTreeMap::new();
        for (row, lab) in (0_u32..).zip(&labs) {
            by_body.entry((lab.year, lab.body)).or_default().push(row);
        }
        let reader = Reader { labs: &labs, index: index(&questions), codebook };
        let [ticks, answered, body_ticks, body_answered] = reader.frames(&questions, &by_body)?;
        Ok(Self {
            codebook,
            editions,
            years,
            labs,
            bodies,
            questions,
            ticks,
            answered,
            body_ticks,
            body_answered,
            by_body,
        })
    }

    /// The place of the report's edition.
    pub(super) fn last(&self) -> usize {
        self.years.len().saturating_sub(1)
    }

    /// Whether figures list their labs.
    pub(super) fn is_traced(&self) -> bool {
        self.bodies.len() <= TRACED_BODIES
    }

    /// The labs behind each count.
    pub(super) fn named(&self) -> PolarsResult<Named> {
        let list = |frame: &DataFrame, key: &str| -> PolarsResult<BTreeMap<(u32, u32), Vec<u32>>> {
            let grouped = frame
                .clone()
                .lazy()
                .group_by([col("year"), col(key)])
                .agg([col("lab").sort(SortOptions::default())])
                .collect()?;
            let (years, keys) = (grouped.column("year")?.u32()?, grouped.column(key)?.u32()?);
            let labs = grouped.column("lab")?.list()?;
            let mut named = BTreeMap::new();
            for row in 0..grouped.height() {
                let (Some(year), Some(key)) = (years.get(row), keys.get(row)) else { continue };
                let labs = labs.get_as_series(row);
                let labs =
                    labs.map(|labs| Ok::<_, PolarsError>(labs.u32()?.iter().flatten().collect()));
                named.insert((year, key), labs.transpose()?.unwrap_or_default());
            }
            Ok(named)
        };
        Ok(Named { ticks: list(&self.ticks, "line")?, answered: list(&self.answered, "question")? })
    }

    /// The labs of some rows, with the cells in which they answered a question.
    pub(super) fn trace(
        &self,
        labs: &[u32],
        question: Option<&QuestionId>,
        terms: Option<&BTreeSet<TermId>>,
    ) -> Vec<Trace> {
        if !self.is_traced() {
            return Vec::new();
        }
        let lab = |at: &u32| self.labs.get(*at as usize);
        labs.iter()
            .filter_map(lab)
            .map(|lab| Trace {
                academy: lab.lab.body.code.clone(),
                origins: self.origins(lab, question, terms),
            })
            .collect()
    }

    /// The bodies of some rows, with the cells in which their labs answered a question in two editions.
    pub(super) fn trace_bodies(
        &self,
        bodies: &[u32],
        years: &[usize],
        question: Option<&QuestionId>,
    ) -> Vec<Trace> {
        if !self.is_traced() {
            return Vec::new();
        }
        let trace = |body: &u32| {
            let rows = years.iter().filter_map(|year| self.by_body.get(&(*year, *body))).flatten();
            let labs = rows.filter_map(|row| self.labs.get(*row as usize));
            let origins = labs.flat_map(|lab| self.origins(lab, question, None)).collect();
            Some(Trace { academy: self.bodies.get(*body as usize)?.code.clone(), origins })
        };
        bodies.iter().filter_map(trace).collect()
    }

    /// Where a lab answered a question, as seen from the report's edition.
    fn origins(
        &self,
        lab: &PanelLab<'_>,
        question: Option<&QuestionId>,
        terms: Option<&BTreeSet<TermId>>,
    ) -> Vec<Origin> {
        let Some(question) = question else {
            let source = lab.lab.source.iter();
            return source.map(|source| self.seen(lab.year, &Origin::file(&source.file))).collect();
        };
        let counted = |answer: &crate::census::AnswerRef<'_>| match terms {
            Some(terms) => answer.term().is_some_and(|term| terms.contains(term)),
            None => answer.says_something(),
        };
        let answers = lab.lab.answers_to(question).filter(counted);
        answers.map(|answer| self.seen(lab.year, &answer.origin)).collect()
    }

    /// A file of another edition is named from the folder of this one's responses.
    fn seen(&self, year: usize, origin: &Origin) -> Origin {
        if year == self.last() {
            return origin.clone();
        }
        let file =
            self.years.get(year).map(|year| format!("../../{year}/responses/{}", origin.file));
        Origin { file: file.unwrap_or_default().into(), ..origin.clone() }
    }

    /// The bodies that several labs of an edition belong to, which have merged since, with the names of the labs.
    pub(super) fn merged(&self, year: usize) -> BTreeMap<u32, Vec<&'a str>> {
        let names = |rows: &Vec<u32>| {
            let labs = rows.iter().filter_map(|row| self.labs.get(*row as usize));
            labs.map(|lab| lab.lab.body.short_name.as_str()).collect()
        };
        let of_year = self.by_body.range((year, 0)..(year + 1, 0));
        let several = of_year.filter(|(_, rows)| rows.len() > 1);
        several.map(|((_, body), rows)| (*body, names(rows))).collect()
    }

    /// Whether a body's lab is gone by the report's date: its body is no more, or it closed.
    pub(super) fn is_gone(&self, body: u32) -> bool {
        let Some(found) = self.bodies.get(body as usize) else { return false };
        let date = self.editions.last().map(|edition| edition.file.closing_date);
        let closed = |date| self.codebook.lab_events.ended_by(&found.code, date);
        !found.lasts || date.is_some_and(closed)
    }
}

/// The code that a body has at a later date, and whether it still exists then.
pub fn heir(register: &Register, lab: &Lab, date: chrono::NaiveDate) -> (AcademyCode, bool) {
    let body = &lab.body;
    if body.validity().holds(date) {
        return (body.code.clone(), true);
    }
    let heir = register.successor(body, date).or_else(|| register.body(&body.code, date));
    heir.map_or_else(|| (body.code.clone(), false), |heir| (heir.code.clone(), true))
}

fn members<'a>(
    editions: &[&'a Edition],
    codebook: &Codebook,
) -> (Vec<PanelLab<'a>>, Vec<PanelBody>) {
    let date = editions.last().map(|edition| edition.file.closing_date).unwrap_or_default();
    let mut places: BTreeMap<(AcademyCode, bool), u32> = BTreeMap::new();
    let (mut labs, mut bodies) = (Vec::new(), Vec::<PanelBody>::new());
    for (year, edition) in editions.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for lab in &edition.labs {
            let (code, lasts) = heir(&codebook.register, lab, date);
            let next = u32::try_from(bodies.len()).unwrap_or(u32::MAX);
            let body = *places.entry((code.clone(), lasts)).or_insert(next);
            if body == next {
                bodies.push(PanelBody { code, lasts, editions: 0 });
            }
            if let Some(found) = bodies.get_mut(body as usize).filter(|_| seen.insert(body)) {
                found.editions += 1;
            }
            labs.push(PanelLab { year, lab, body });
        }
    }
    (labs, bodies)
}

/// Which lines a term of an edition belongs to, by edition, question of that time and term.
type Index<'c> = BTreeMap<(usize, &'c QuestionId, &'c TermId), Vec<u32>>;

fn index<'c>(questions: &'c [Followed<'_>]) -> Index<'c> {
    let mut index: Index<'c> = BTreeMap::new();
    for followed in questions {
        for (place, line) in followed.lines() {
            for (year, (point, whole)) in
                line.points.iter().zip(&followed.crosswalk.whole).enumerate()
            {
                let Some(question) = &whole.question else { continue };
                for term in &point.sources {
                    index.entry((year, question, term)).or_default().push(place);
                }
            }
        }
    }
    index
}

#[derive(Default)]
struct Rows {
    year: Vec<u32>,
    key: Vec<u32>,
    who: Vec<u32>,
}

impl Rows {
    fn push(&mut self, year: usize, key: u32, who: u32) {
        self.year.push(u32::try_from(year).unwrap_or(u32::MAX));
        self.key.push(key);
        self.who.push(who);
    }

    fn frame(self, key: &str, who: &str) -> PolarsResult<DataFrame> {
        df!("year" => self.year, key => self.key, who => self.who)
    }
}

struct Reader<'a, 'c> {
    labs: &'c [PanelLab<'a>],
    index: Index<'c>,
    codebook: &'a Codebook,
}

impl Reader<'_, '_> {
    fn frames(
        &self,
        questions: &[Followed<'_>],
        by_body: &BTreeMap<(usize, u32), Vec<u32>>,
    ) -> PolarsResult<[DataFrame; 4]> {
        let (mut ticks, mut answered) = (Rows::default(), Rows::default());
        let (mut body_ticks, mut body_answered) = (Rows::default(), Rows::default());
        for ((year, body), rows) in by_body {
            for (place, followed) in (0_u32..).zip(questions) {
                let whole = followed.crosswalk.whole.get(*year);
                let Some(question) = whole.and_then(|whole| whole.question.as_ref()) else {
                    continue;
                };
                let mut named: Vec<(Option<u32>, BTreeSet<u32>)> = Vec::new();
                for row in rows {
                    let Some(lab) = self.labs.get(*row as usize).filter(|lab| received(lab)) else {
                        continue;
                    };
                    if !says(lab.lab, question, self.codebook) {
                        continue;
                    }
                    answered.push(*year, place, *row);
                    let (rank, lines) = self.lines(lab, question, followed.question.kind);
                    for line in &lines {
                        ticks.push(*year, *line, *row);
                    }
                    named.push((rank, lines));
                }
                if named.is_empty() {
                    continue;
                }
                body_answered.push(*year, place, *body);
                for line in united(named, followed.question.kind) {
                    body_ticks.push(*year, line, *body);
                }
            }
        }
        Ok([
            ticks.frame("line", "lab")?,
            answered.frame("question", "lab")?,
            body_ticks.frame("line", "body")?,
            body_answered.frame("question", "body")?,
        ])
    }

    /// The lines that a lab names, with its place on the scale for a question of one answer.
    fn lines(
        &self,
        lab: &PanelLab<'_>,
        question: &QuestionId,
        kind: Kind,
    ) -> (Option<u32>, BTreeSet<u32>) {
        let mut terms: Vec<&TermId> = lab.lab.terms(question).into_iter().collect();
        if kind == Kind::Single {
            terms = lab.lab.term(question).into_iter().collect();
        }
        let rank = terms.first().and_then(|term| self.codebook.term(question, term)?.rank);
        let mut lines = BTreeSet::new();
        for term in terms {
            lines
                .extend(self.index.get(&(lab.year, question, term)).into_iter().flatten().copied());
        }
        (rank, lines)
    }
}

fn received(lab: &PanelLab<'_>) -> bool {
    lab.lab.response == ResponseState::Received
}

/// What the labs of one body name together: all their options, or the highest of their places on a scale.
fn united(named: Vec<(Option<u32>, BTreeSet<u32>)>, kind: Kind) -> BTreeSet<u32> {
    if kind == Kind::Single {
        // An answer that waits for a person names nothing and hides no other.
        let said = named.into_iter().filter(|(_, lines)| !lines.is_empty());
        return said.max_by_key(|(rank, _)| *rank).map(|(_, lines)| lines).unwrap_or_default();
    }
    named.into_iter().flat_map(|(_, lines)| lines).collect()
}

/// Whether a lab answered a question, or the « autre » question that completes it.
pub(super) fn says(lab: &Lab, question: &QuestionId, codebook: &Codebook) -> bool {
    let other = codebook.questionnaire.get(question).and_then(|question| question.other.as_ref());
    let own = |id: &QuestionId| lab.answers_to(id).any(|answer| answer.says_something());
    own(question) || other.is_some_and(own)
}
