//! Options whose share moved much, or that nobody names any more.

use super::{Jump, JumpKind, Said, Sight};
use crate::codebook::{Kind, Question};
use crate::indicators::{Comparable, Figure};
use crate::model::{CensusYear, TermId};

/// The jumps of every question of a vocabulary: the shares, then what vanished.
pub(super) fn find(sight: &Sight<'_>) -> Vec<Jump> {
    let questions = &sight.codebook.questionnaire.questions;
    let asked = questions.iter().filter(|one| {
        matches!(one.kind, Kind::Single | Kind::Multiple) && one.vocabulary.is_some()
    });
    let mut jumps: Vec<Jump> = asked.flat_map(|question| of_question(sight, question)).collect();
    jumps.sort_by_key(|jump| jump.kind);
    jumps
}

fn of_question(sight: &Sight<'_>, question: &Question) -> Vec<Jump> {
    let indicator = format!("{}_by_year", question.id);
    let year = sight.series.last().year();
    let prefix = format!("{year}.");
    let mut jumps = Vec::new();
    for now in sight.registry.of(&indicator) {
        let Some(line) = now.category.strip_prefix(&prefix).filter(|id| *id != "respondents")
        else {
            continue;
        };
        let Some((from, then)) = latest(sight, &indicator, line) else { continue };
        let Some(kind) = kind(sight, question, then, now) else { continue };
        jumps.push(Jump {
            question: Some(question.id.clone()),
            terms: line.split('+').map(TermId::from).collect(),
            from: Some(from),
            before: said(then),
            after: said(now),
            ..Jump::new(kind, &format!("{}.{line}", question.id))
        });
    }
    jumps
}

/// The option in the latest earlier edition that asked it, if both compare.
fn latest<'a>(sight: &Sight<'a>, indicator: &str, line: &str) -> Option<(CensusYear, &'a Figure)> {
    let found = sight.series.earlier().iter().rev().find_map(|edition| {
        let figure = sight.registry.get(indicator, &format!("{}.{line}", edition.year()))?;
        figure.value.is_some().then(|| (edition.year(), figure))
    });
    found.filter(|(_, figure)| figure.comparable != Comparable::No)
}

fn kind(sight: &Sight<'_>, question: &Question, then: &Figure, now: &Figure) -> Option<JumpKind> {
    let (before, after) = (then.share()?.get(), now.share()?.get());
    if question.kind == Kind::Multiple && then.count() > 0 && now.count() == 0 {
        return Some(JumpKind::Vanished);
    }
    let points = (after - before).abs() * 100.0;
    // Fifteen points exactly are not over fifteen, whatever the last bits of two divisions.
    let over = points > sight.codebook.questionnaire.jumps.share_points + 1e-9;
    over.then_some(JumpKind::Share)
}

fn said(figure: &Figure) -> Said {
    let base = figure.base.map_or(0, |base| base.size);
    Said::Count { count: figure.count(), base }
}
