//! Local labs and teachers' networks: scope, cohort, members and relays.

use super::figure::Unit;
use super::register_counts::Rows;
use super::registry::Registry;
use crate::normalise::registers::RegisterRow;

/// Adds `local_labs.total`, `.members`, `.relays`, `.academies`, `local_labs_scope.*`, `local_labs_cohort.*`.
pub(super) fn add(registry: &mut Registry, rows: &Rows<'_>, academies: usize) {
    rows.total(registry, "local_labs", "name");
    rows.by_term(registry, "local_labs_scope", "scope");
    rows.by_term(registry, "local_labs_cohort", "cohort");
    rows.sum(registry, ("local_labs", "members"), ("members", Unit::People), &|_| true);
    rows.each(registry, "members", Unit::People);
    let said = rows.lines.iter().filter(|row| row.yes("relay").is_some()).count();
    let is_relay = |row: &RegisterRow| row.yes("relay") == Some(true);
    rows.count(registry, ("local_labs", "relays"), "relay", (Some(said), &is_relay));
    rows.academies(registry, ("local_labs", "academies"), (academies, &|_| true));
}
