//! Why a figure is what it is: the labs it counts with what each wrote, those of its base that it does
//! not count, and the shares that the same count would have on other bases.
//!
//! Nothing is counted here: it is the registry and the editions, read side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{Figure, Trace};
use super::registry::Registry;
use super::trends::heir;
use crate::census::{AnswerRef, Lab, Series};
use crate::codebook::{Codebook, Crosswalk, Question, Register};
use crate::model::{AcademyCode, Base, BaseKind, CensusYear, Origin, Share, TermId};
use crate::normalise::Answer;

/// A figure with what stands behind it.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Every base that the count could be put on, its own first.
    pub bases: Vec<OtherBase>,
    /// The labs that it counts.
    pub counted: Vec<Evidence<'a>>,
    /// The labs in its base that it does not count.
    pub not_counted: Vec<AcademyCode>,
    /// Labs that answered, but not this question.
    pub without_answer: Vec<AcademyCode>,
}

/// A base, and the share of the count in it.
#[derive(Clone, Copy, Debug)]
pub struct OtherBase {
    /// The base.
    pub base: Base,
    /// The share; `None` where the count is no part of it.
    pub share: Option<Share>,
}

/// A lab that a figure counts.
#[derive(Debug)]
pub struct Evidence<'a> {
    /// Its académie.
    pub academy: AcademyCode,
    /// The cells that say so, each with the answer read in it.
    pub cells: Vec<Source<'a>>,
}

/// A cell, and the answer read in it; none for a whole file.
#[derive(Debug)]
pub struct Source<'a> {
    /// Where it stands.
    pub origin: Origin,
    /// What was understood.
    pub answer: Option<&'a Answer>,
}

/// When a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    /// In the edition of the report.
    Own,
    /// In an earlier edition.
    Earlier(CensusYear),
    /// Over several editions: what bodies did between them.
    Across,
}

/// Indicators that count one edition after the other; their categories start with its year.
const YEAR_BY_YEAR: [&str; 3] = ["_by_year", "_bounds", "response_same_members"];

fn span(figure: &Figure) -> Span {
    let first = figure.category.split('.').next().unwrap_or_default();
    let indicator = figure.indicator.as_str();
    let of_two = first.split_once('-').is_some_and(|(from, to)| {
        CensusYear::parse(from).is_some() && CensusYear::parse(to).is_some()
    });
    if of_two || indicator.ends_with("_stay") || indicator.starts_with("launch_to_") {
        return Span::Across;
    }
    let by_year = YEAR_BY_YEAR.iter().any(|name| indicator.ends_with(name));
    match CensusYear::parse(first).filter(|year| by_year && *year != figure.year) {
        Some(year) => Span::Earlier(year),
        None => Span::Own,
    }
}

/// Explains a figure of the last edition of a series.
pub fn explain<'a>(
    series: &'a Series,
    codebook: &Codebook,
    registry: &'a Registry,
    figure: &'a Figure,
) -> Explanation<'a> {
    let span = span(figure);
    let respondents = match span {
        Span::Earlier(year) => codes(registry.get("response_by_year", &format!("{year}.received"))),
        Span::Own | Span::Across => codes(registry.get("base", "respondents")),
    };
    let answered = answered(registry, figure);
    let mut evidence = Evidences::new(series, codebook, figure);
    let counted: Vec<Evidence<'a>> = figure.trace.iter().map(|trace| evidence.of(&trace)).collect();
    let members = match figure.base.map(|base| base.kind) {
        Some(BaseKind::RespondentsToQuestion) => codes(answered),
        Some(BaseKind::Respondents) => respondents.clone(),
        Some(BaseKind::Academies) if span == Span::Own => codes(registry.get("base", "academies")),
        // Labs that are known but not named cannot be listed, and rows of a register are no labs.
        _ => Vec::new(),
    };
    let counted_codes: BTreeSet<&AcademyCode> = counted.iter().map(|one| &one.academy).collect();
    let is_counted = |code: &AcademyCode| counted_codes.contains(code);
    let not_counted = members.iter().filter(|code| !is_counted(code)).cloned().collect();
    let has_question = figure.base.map(|base| base.kind) == Some(BaseKind::RespondentsToQuestion)
        && answered.is_some()
        && span != Span::Across;
    let without_answer = if has_question {
        let members: BTreeSet<&AcademyCode> = members.iter().collect();
        respondents.into_iter().filter(|code| !members.contains(code)).collect()
    } else {
        Vec::new()
    };
    let bases = bases(registry, figure, span);
    Explanation { figure, bases, counted, not_counted, without_answer }
}

/// The labs in the base of a figure that is counted out of those that answered the question.
fn answered<'a>(registry: &'a Registry, figure: &Figure) -> Option<&'a Figure> {
    let indicator = figure.indicator.as_str();
    let (first, _) = figure.category.split_once('.').unwrap_or_default();
    if indicator.ends_with("_same_labs") {
        return registry.get(indicator, &format!("{first}.labs"));
    }
    let own = registry.get(indicator, "respondents");
    own.or_else(|| registry.get(indicator, &format!("{first}.respondents")))
}

fn codes(figure: Option<&Figure>) -> Vec<AcademyCode> {
    figure.iter().flat_map(|figure| figure.trace.academies()).cloned().collect()
}

/// Its own base, then the wider ones of the same edition.
fn bases(registry: &Registry, figure: &Figure, span: Span) -> Vec<OtherBase> {
    let Some(own) = figure.base else { return Vec::new() };
    let is_part = figure.unit.is_part() && figure.value.is_some();
    let with_share = |base: Base| OtherBase {
        base,
        share: if is_part { Share::of(figure.count(), base.size) } else { None },
    };
    if own.kind == BaseKind::RegisterRows || span == Span::Across {
        return vec![with_share(own)];
    }
    let base_of = |kind: BaseKind, name: &str| match span {
        Span::Own | Span::Across => registry.get("base", name)?.base,
        Span::Earlier(year) => {
            let received = registry.get("response_by_year", &format!("{year}.received"))?;
            match kind {
                BaseKind::Academies => received.base,
                BaseKind::KnownLabs => {
                    registry.get("response_by_year", &format!("{year}.received_known"))?.base
                }
                _ => Some(Base { kind, size: received.count() }),
            }
        }
    };
    let wider = [
        (BaseKind::Respondents, "respondents"),
        (BaseKind::KnownLabs, "known_labs"),
        (BaseKind::Academies, "academies"),
    ];
    let wider = wider
        .into_iter()
        .filter(|(kind, _)| {
            // An académie may be without a lab, but a lab that answered is one that is known.
            *kind > own.kind || own.kind == BaseKind::Academies && *kind == BaseKind::KnownLabs
        })
        .filter_map(|(kind, name)| base_of(kind, name));
    std::iter::once(own).chain(wider).map(with_share).collect()
}

/// Looks up what stands in the cells of a figure's trace.
struct Evidences<'a, 'f> {
    series: &'a Series,
    figure: &'f Figure,
    /// The options that the figure counts, in any edition; empty when it counts no option.
    terms: BTreeSet<TermId>,
    register: &'f Register,
    /// The labs of each edition that was looked at, by the codes that their bodies have now.
    labs: BTreeMap<CensusYear, BTreeMap<AcademyCode, Vec<&'a Lab>>>,
}

impl<'a, 'f> Evidences<'a, 'f> {
    fn new(series: &'a Series, codebook: &'f Codebook, figure: &'f Figure) -> Self {
        let terms = terms(series, codebook, figure);
        Self { series, figure, terms, register: &codebook.register, labs: BTreeMap::new() }
    }

    fn of(&mut self, trace: &Trace) -> Evidence<'a> {
        let mut cells: Vec<Source<'a>> = Vec::new();
        for origin in &trace.origins {
            let mut found = self.answers(&trace.academy, origin);
            // A cell that says the same twice is traced twice, and quoted once a time.
            found.retain(|answer| {
                !cells
                    .iter()
                    .any(|cell| cell.answer.is_some_and(|known| std::ptr::eq(known, *answer)))
            });
            match found.first() {
                Some(answer) => {
                    cells.push(Source { origin: origin.clone(), answer: Some(*answer) });
                }
                None if cells.iter().any(|cell| cell.origin == *origin) => {}
                None => cells.push(Source { origin: origin.clone(), answer: None }),
            }
        }
        Evidence { academy: trace.academy.clone(), cells }
    }

    /// What a lab wrote in a cell, of this edition or of the one that the file's path names; about the options that
    /// the figure counts, when it counts some.
    fn answers(&mut self, academy: &AcademyCode, origin: &Origin) -> Vec<&'a Answer> {
        let (year, file) = edition_of(origin).unwrap_or((self.figure.year, &origin.file));
        let Some(edition) = self.series.get(year) else { return Vec::new() };
        let (register, date) = (self.register, self.series.last().file.closing_date);
        let by_code = self.labs.entry(year).or_insert_with(|| {
            let mut by_code: BTreeMap<AcademyCode, Vec<&'a Lab>> = BTreeMap::new();
            for lab in &edition.labs {
                let own = lab.body.code.clone();
                let heir = heir(register, lab, date).0;
                if heir != own {
                    by_code.entry(heir).or_default().push(lab);
                }
                by_code.entry(own).or_default().push(lab);
            }
            by_code
        });
        let here = |answer: &AnswerRef<'a>| {
            *answer.origin.file == *file
                && answer.origin.sheet == origin.sheet
                && answer.origin.cell == origin.cell
        };
        let labs = by_code.get(academy).into_iter().flatten();
        let here: Vec<&'a Answer> = labs
            .flat_map(|lab| lab.answers.iter())
            .filter(here)
            .map(|answer| answer.said())
            .collect();
        let says = |answer: &&&Answer| answer.term().is_some_and(|term| self.terms.contains(term));
        let about: Vec<&'a Answer> = here.iter().filter(says).copied().collect();
        if about.is_empty() { here } else { about }
    }
}

/// The edition that a file of another one's responses belongs to, and its name there.
fn edition_of(origin: &Origin) -> Option<(CensusYear, &str)> {
    let rest = origin.file.strip_prefix("../../")?;
    let (year, file) = rest.split_once("/responses/")?;
    Some((CensusYear::parse(year)?, file))
}

/// The options that a figure counts, under each of their names over the years.
fn terms(series: &Series, codebook: &Codebook, figure: &Figure) -> BTreeSet<TermId> {
    let of = |question: &&Question| {
        let rest = figure.indicator.strip_prefix(question.id.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    let Some(question) = codebook.questionnaire.questions.iter().find(of) else {
        return BTreeSet::new();
    };
    let mut terms: BTreeSet<TermId> = figure.category.split('.').map(TermId::from).collect();
    if figure.indicator != question.id.as_str() {
        let crosswalk = Crosswalk::build(codebook, question, &series.years());
        let lines = crosswalk.lines.iter();
        let counted = lines.filter(|line| figure.category.split('.').any(|part| part == line.id));
        terms.extend(
            counted.flat_map(|line| line.points.iter().flat_map(|point| point.sources.clone())),
        );
    }
    terms
}
