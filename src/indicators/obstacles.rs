//! Obstacles and needs: by topic and state, and who can help whom on a topic.

use super::register_counts::Rows;
use super::registry::Registry;
use crate::normalise::registers::RegisterRow;

/// Adds `obstacles.total`, `.academies`, `obstacles_topic.*`, `obstacles_state.*` and
/// `obstacles_topic_state.<topic>_<state>`.
pub(super) fn add(registry: &mut Registry, rows: &Rows<'_>, academies: usize) {
    rows.total(registry, "obstacles", "topic");
    rows.by_term(registry, "obstacles_topic", "topic");
    rows.by_term(registry, "obstacles_state", "state");
    rows.academies(registry, ("obstacles", "academies"), (academies, &|_| true));
    let terms = |column| rows.vocabulary(column).map(|known| known.terms.as_slice());
    for topic in terms("topic").unwrap_or_default() {
        let on_topic = |row: &RegisterRow| row.term("topic") == Some(&topic.id);
        let base = Some(
            rows.lines.iter().filter(|row| on_topic(row) && row.term("state").is_some()).count(),
        );
        for state in terms("state").unwrap_or_default() {
            let name = format!("{}_{}", topic.id, state.id);
            let is_both = |row: &RegisterRow| on_topic(row) && row.term("state") == Some(&state.id);
            rows.count(registry, ("obstacles_topic_state", &name), "state", (base, &is_both));
        }
    }
}
