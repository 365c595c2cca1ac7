//! Events: how many, and who came to the one event of each kind.
//!
//! Académies represented cannot be added from one event to another: where a kind has several, only each row has
//! its numbers.

use super::figure::Unit;
use super::register_counts::{Rows, trace};
use super::registry::{Entry, Registry};

/// The numbers of an event.
const NUMBERS: [(&str, Unit); 3] =
    [("participants", Unit::People), ("academies", Unit::Academies), ("newcomers", Unit::People)];

/// Adds `events.total`, `events_kind.*`, `<kind>.participants`, `<kind>.academies`, `<kind>.newcomers`, such as
/// `labs_day.participants`, and `events_row.<row>_<number>`.
pub(super) fn add(registry: &mut Registry, events: &Rows<'_>) {
    events.total(registry, "events", "name");
    events.by_term(registry, "events_kind", "kind");
    for (column, unit) in NUMBERS {
        events.each(registry, column, unit);
    }
    let kinds = events.vocabulary("kind").map(|known| known.terms.as_slice());
    for kind in kinds.unwrap_or_default() {
        let mut of_kind = events.lines.iter().filter(|row| row.term("kind") == Some(&kind.id));
        let (Some(event), None) = (of_kind.next(), of_kind.next()) else { continue };
        for (column, unit) in NUMBERS {
            registry.add(Entry {
                indicator: kind.id.as_str(),
                category: column,
                value: event.number(column),
                unit,
                base: None,
                trace: trace(&[event], column).into(),
                ..Entry::NEW
            });
        }
    }
}
