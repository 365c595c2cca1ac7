//! Support given to the académies: how often, of which kind, how many hours, to how many académies.

use super::figure::Unit;
use super::register_counts::Rows;
use super::registry::Registry;

/// Adds `support.total`, `.hours`, `.academies`, `support_kind.*`, `support_hours.<kind>` and
/// `support_academies.<kind>`.
pub(super) fn add(registry: &mut Registry, rows: &Rows<'_>, academies: usize) {
    rows.total(registry, "support", "kind");
    rows.by_term(registry, "support_kind", "kind");
    rows.sum(registry, ("support", "hours"), ("hours", Unit::Hours), &|_| true);
    rows.academies(registry, ("support", "academies"), (academies, &|_| true));
    rows.each(registry, "hours", Unit::Hours);
    let kinds = rows.vocabulary("kind").map(|known| known.terms.as_slice());
    for kind in kinds.unwrap_or_default() {
        let is_kind =
            |row: &crate::normalise::registers::RegisterRow| row.term("kind") == Some(&kind.id);
        let id = kind.id.as_str();
        rows.sum(registry, ("support_hours", id), ("hours", Unit::Hours), &is_kind);
        rows.academies(registry, ("support_academies", id), (academies, &is_kind));
    }
}
