//! Why a figure is what it is: the labs it counts with what each wrote, those of its base that it does
//! not count, and the shares that the same count would have on other bases.
//!
//! Nothing is counted here: it is the registry and the edition, read side by side.

use std::collections::BTreeSet;

use super::figure::{Figure, FigureId, Trace};
use super::registry::Registry;
use crate::census::{Edition, Lab};
use crate::model::{AcademyCode, Base, BaseKind, Origin, Share};
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

/// Explains a figure of the edition.
pub fn explain<'a>(
    edition: &'a Edition,
    registry: &'a Registry,
    figure: &'a Figure,
) -> Explanation<'a> {
    let respondents = codes(registry.get("base", "respondents"));
    let answered = registry.get(&figure.indicator, "respondents");
    let counted: Vec<Evidence<'a>> =
        figure.trace.iter().map(|trace| evidence(edition, figure, &trace)).collect();
    let members = match figure.base.map(|base| base.kind) {
        Some(BaseKind::RespondentsToQuestion) => codes(answered),
        Some(BaseKind::Respondents) => respondents.clone(),
        Some(BaseKind::Academies) => codes(registry.get("base", "academies")),
        // Labs that are known but not named cannot be listed, and rows of a register are no labs.
        Some(BaseKind::KnownLabs | BaseKind::RegisterRows) | None => Vec::new(),
    };
    let counted_codes: BTreeSet<&AcademyCode> = counted.iter().map(|one| &one.academy).collect();
    let is_counted = |code: &AcademyCode| counted_codes.contains(code);
    let not_counted = members.iter().filter(|code| !is_counted(code)).cloned().collect();
    let has_question = figure.base.map(|base| base.kind) == Some(BaseKind::RespondentsToQuestion)
        && answered.is_some();
    let without_answer = if has_question {
        let members: BTreeSet<&AcademyCode> = members.iter().collect();
        respondents.into_iter().filter(|code| !members.contains(code)).collect()
    } else {
        Vec::new()
    };
    Explanation { figure, bases: bases(registry, figure), counted, not_counted, without_answer }
}

fn codes(figure: Option<&Figure>) -> Vec<AcademyCode> {
    figure.iter().flat_map(|figure| figure.trace.academies()).cloned().collect()
}

/// Its own base, then the wider ones.
fn bases(registry: &Registry, figure: &Figure) -> Vec<OtherBase> {
    let Some(own) = figure.base else { return Vec::new() };
    let is_part = figure.unit.is_part() && figure.value.is_some();
    let with_share = |base: Base| OtherBase {
        base,
        share: if is_part { Share::of(figure.count(), base.size) } else { None },
    };
    if own.kind == BaseKind::RegisterRows {
        return vec![with_share(own)];
    }
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
        .filter_map(|(_, name)| registry.get("base", name)?.base);
    std::iter::once(own).chain(wider).map(with_share).collect()
}

fn evidence<'a>(edition: &'a Edition, figure: &Figure, trace: &Trace) -> Evidence<'a> {
    let lab = edition.lab(&trace.academy);
    let mut cells = Vec::new();
    for origin in &trace.origins {
        let mut found = answers(lab, figure, origin);
        // A cell that says the same twice is traced twice, and quoted once a time.
        found.retain(|answer| {
            !cells.iter().any(|cell: &Source<'_>| {
                cell.answer.is_some_and(|known| std::ptr::eq(known, *answer))
            })
        });
        match found.first() {
            Some(answer) => cells.push(Source { origin: origin.clone(), answer: Some(*answer) }),
            None if cells.iter().any(|cell| cell.origin == *origin) => {}
            None => cells.push(Source { origin: origin.clone(), answer: None }),
        }
    }
    Evidence { academy: trace.academy.clone(), cells }
}

/// What a lab wrote in a cell, about the figure's term when it counts one.
fn answers<'a>(lab: Option<&'a Lab>, figure: &Figure, origin: &Origin) -> Vec<&'a Answer> {
    let here = lab.iter().flat_map(|lab| lab.answers.iter());
    let here: Vec<&Answer> =
        here.filter(|answer| answer.origin == *origin).map(|answer| answer.said()).collect();
    let says =
        |answer: &&&Answer| answer.term().is_some_and(|term| term.as_str() == figure.category);
    let about: Vec<&Answer> = here.iter().filter(says).copied().collect();
    if about.is_empty() { here } else { about }
}

/// The figures whose id or words come nearest to what was asked, the best first.
///
/// `words` gives the words by which a figure can be found; an exact id is alone.
pub fn find<'a>(
    figures: impl Iterator<Item = &'a Figure>,
    asked: &[String],
    words: impl Fn(&Figure) -> Vec<String>,
) -> Vec<&'a FigureId> {
    let score = |figure: &Figure| {
        let words = words(figure);
        let fits = |asked: &String| {
            let exact = words.iter().any(|word| word == asked);
            let begins = || {
                words.iter().any(|word| {
                    let (long, short) =
                        if word.len() >= asked.len() { (word, asked) } else { (asked, word) };
                    short.len() >= SHORTEST_BEGINNING && long.starts_with(short.as_str())
                })
            };
            let resembles =
                || words.iter().any(|word| strsim::jaro_winkler(word, asked) >= LEAST_LIKENESS);
            if exact {
                3
            } else if begins() {
                2
            } else {
                usize::from(resembles())
            }
        };
        let scores: Vec<usize> = asked.iter().map(fits).collect();
        let found = scores.iter().filter(|score| **score > 0).count();
        (found, scores.iter().sum::<usize>(), std::cmp::Reverse(words.len()))
    };
    let mut ranked: Vec<_> = figures
        .map(|figure| (score(figure), &figure.id))
        .filter(|((found, ..), _)| *found > 0)
        .collect();
    ranked.sort_by(|(a, a_id), (b, b_id)| b.cmp(a).then_with(|| a_id.cmp(b_id)));
    let Some(((found, sum, _), _)) = ranked.first().copied() else { return Vec::new() };
    let is_best = |score: &(usize, usize, _)| score.0 == found && score.1 == sum;
    let best: Vec<&FigureId> =
        ranked.into_iter().filter(|(score, _)| is_best(score)).map(|(_, id)| id).collect();
    // The figure itself comes before those that cross it with another question or another year.
    let parts = |id: &FigureId| id.as_str().matches('.').count();
    let fewest = best.iter().map(|id| parts(id)).min();
    best.into_iter().filter(|id| Some(parts(id)) == fewest).collect()
}

/// Likeness (Jaro-Winkler) from which a word is taken for a misspelling of another: it only finds, it never counts.
const LEAST_LIKENESS: f64 = 0.9;

/// Letters that make a beginning of a word telling: « théma », « péda ».
const SHORTEST_BEGINNING: usize = 4;
