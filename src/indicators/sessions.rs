//! Sessions of collaborative work: how many, of what nature, with how much support, where and when.

use super::figure::Unit;
use super::register_counts::Rows;
use super::registry::Registry;
use crate::model::Period;

/// Adds `sessions.total`, `sessions.participants`, `sessions.academies`, `sessions_nature.*`,
/// `sessions_level.*`, `sessions_mode.*`, `sessions_format.*`, `sessions_month.01` … `12`, and
/// `sessions_nature_level.<nature>_<level>`.
pub(super) fn add(registry: &mut Registry, sessions: &Rows<'_>, academies: usize) {
    sessions.total(registry, "sessions", "title");
    sessions.by_term(registry, "sessions_nature", "nature");
    sessions.by_term(registry, "sessions_level", "level");
    sessions.by_term(registry, "sessions_mode", "mode");
    sessions.by_term(registry, "sessions_format", "format");
    let participants = ("participants", Unit::People);
    sessions.sum(registry, ("sessions", "participants"), participants, &|_| true);
    sessions.academies(registry, ("sessions", "academies"), (academies, &|_| true));
    sessions.each(registry, "participants", Unit::People);
    months(registry, sessions);
    cross(registry, sessions);
}

fn months(registry: &mut Registry, sessions: &Rows<'_>) {
    let month = |row: &crate::normalise::registers::RegisterRow| match row.date("date")? {
        Period::Day(day) => Some(chrono::Datelike::month(&day)),
        Period::Month(_, month) => Some(month),
        _ => None,
    };
    let dated = sessions.lines.iter().filter(|row| month(row).is_some()).count();
    for number in 1..=12 {
        let is_then = |row: &_| month(row) == Some(number);
        let name = format!("{number:02}");
        sessions.count(registry, ("sessions_month", &name), "date", (Some(dated), &is_then));
    }
}

fn cross(registry: &mut Registry, sessions: &Rows<'_>) {
    let natures = sessions.vocabulary("nature").map(|known| known.terms.as_slice());
    let levels = sessions.vocabulary("level").map(|known| known.terms.as_slice());
    for nature in natures.unwrap_or_default() {
        let of_nature =
            |row: &crate::normalise::registers::RegisterRow| row.term("nature") == Some(&nature.id);
        let known =
            sessions.lines.iter().filter(|row| of_nature(row) && row.term("level").is_some());
        let base = Some(known.count());
        for level in levels.unwrap_or_default() {
            let name = format!("{}_{}", nature.id, level.id);
            let is_both = |row: &_| of_nature(row) && row.term("level") == Some(&level.id);
            sessions.count(registry, ("sessions_nature_level", &name), "level", (base, &is_both));
        }
    }
}
