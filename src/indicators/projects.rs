//! The portfolio: projects by stage and kind, and what became of last year's.

use std::collections::BTreeMap;

use super::figure::Unit;
use super::register_counts::{Rows, size_of, trace};
use super::registry::{Entry, Registry};
use crate::census::Activity;
use crate::codebook::{Vocabulary, match_key};
use crate::model::{Base, BaseKind, TermId};
use crate::normalise::registers::RegisterRow;

/// What became of a project from one year to the next.
pub const PROJECT_MOVES: [&str; 8] =
    ["entered", "forward", "same", "back", "paused", "resumed", "finished", "left"];

/// Adds `projects.total`, `projects_stage.*`, `projects_kind.*`, and `projects_move.*` when last year has projects.
pub(super) fn add(registry: &mut Registry, projects: &Rows<'_>, before: Option<&Activity>) {
    projects.total(registry, "projects", "name");
    projects.by_term(registry, "projects_stage", "stage");
    projects.by_term(registry, "projects_kind", "kind");
    let Some(before) = before.filter(|activity| !activity.rows("projects").is_empty()) else {
        return;
    };
    let Some(stages) = projects.vocabulary("stage") else { return };
    let moves = moves(projects, before, stages);
    let base = Base { kind: BaseKind::RegisterRows, size: size_of(moves.len()) };
    for name in PROJECT_MOVES {
        let moved: Vec<&RegisterRow> =
            moves.iter().filter(|(kind, _)| *kind == name).filter_map(|(_, row)| *row).collect();
        let count = moves.iter().filter(|(kind, _)| *kind == name).count();
        registry.add(Entry {
            indicator: "projects_move",
            category: name,
            value: Some(f64::from(size_of(count))),
            unit: Unit::Projects,
            base: Some(base),
            trace: trace(&moved, "stage").into(),
            ..Entry::NEW
        });
    }
}

/// The stage of last year's projects, by the key of their names.
pub fn stages_before(before: &Activity) -> BTreeMap<String, TermId> {
    let stage = |row: &RegisterRow| Some((match_key(row.text("name")), row.term("stage")?.clone()));
    before.rows("projects").iter().filter_map(stage).collect()
}

/// The move of each project of either year; those that left have no row this year.
fn moves<'a>(
    projects: &Rows<'a>,
    before: &Activity,
    stages: &Vocabulary,
) -> Vec<(&'static str, Option<&'a RegisterRow>)> {
    let mut earlier = stages_before(before);
    let mut moves = Vec::new();
    for row in &projects.lines {
        let known = earlier.remove(&match_key(row.text("name")));
        let Some(stage) = row.term("stage") else { continue };
        let kind = known.map_or("entered", |from| project_move(&from, stage, stages));
        moves.push((kind, Some(*row)));
    }
    // A project that was finished has not left: it is done.
    let left = earlier.values().filter(|stage| stage.as_str() != "finished");
    moves.extend(left.map(|_| ("left", None)));
    moves
}

/// The move from one stage to another; stages outside the ladder are a pause or an end.
pub fn project_move(from: &TermId, to: &TermId, stages: &Vocabulary) -> &'static str {
    let rank = |id: &TermId| stages.term(id).and_then(|term| term.rank);
    match (rank(from), rank(to)) {
        _ if from == to => "same",
        (Some(from), Some(to)) if from < to => "forward",
        (Some(_), Some(_)) => "back",
        (None, Some(_)) => "resumed",
        (_, None) if to.as_str() == "finished" => "finished",
        (_, None) => "paused",
    }
}
