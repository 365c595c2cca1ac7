//! Commitments: workshops, ideas collected, commitments chosen, what can be measured and what became of them.

use std::collections::BTreeSet;

use super::figure::Unit;
use super::register_counts::{Rows, size_of};
use super::registry::{Entry, Registry};
use crate::codebook::match_key;
use crate::normalise::registers::RegisterRow;

/// Adds `commitments.workshops`, `.ideas`, `.total` (those chosen), `.measurable`, and
/// `commitments_theme.*`, `commitments_ogp_theme.*`, `commitments_follow_up.*` of those chosen.
pub(super) fn add(registry: &mut Registry, rows: &Rows<'_>, academies: usize) {
    let workshops: BTreeSet<String> =
        rows.lines.iter().map(|row| match_key(row.text("workshop"))).collect();
    registry.add(Entry {
        indicator: "commitments",
        category: "workshops",
        value: Some(f64::from(size_of(workshops.len()))),
        unit: Unit::Workshops,
        base: None,
        trace: super::register_counts::trace(&rows.lines, "workshop").into(),
        ..Entry::NEW
    });
    rows.sum(registry, ("commitments", "ideas"), ("ideas", Unit::Ideas), &|_| true);
    rows.each(registry, "ideas", Unit::Ideas);
    let chosen: Vec<&RegisterRow> =
        rows.lines.iter().copied().filter(|row| !row.text("commitment").is_empty()).collect();
    let chosen = Rows { lines: chosen, unit: Unit::Commitments, ..*rows };
    chosen.total(registry, "commitments", "commitment");
    let said = chosen.lines.iter().filter(|row| row.yes("measurable").is_some()).count();
    let measurable = |row: &RegisterRow| row.yes("measurable") == Some(true);
    chosen.count(registry, ("commitments", "measurable"), "measurable", (Some(said), &measurable));
    chosen.by_term(registry, "commitments_theme", "education_theme");
    chosen.by_term(registry, "commitments_ogp_theme", "ogp_theme");
    chosen.by_term(registry, "commitments_follow_up", "follow_up");
    rows.academies(registry, ("commitments", "academies"), (academies, &|_| true));
}
