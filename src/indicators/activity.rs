//! The registers of activity, each counted by its own indicator; an empty register adds nothing.

use super::figure::Unit;
use super::register_counts::Rows;
use super::registry::Registry;
use super::{
    commitments, contact, declared, events, local_labs, obstacles, projects, sessions, support,
};
use crate::census::Series;
use crate::codebook::Codebook;

/// Adds the figures of every register, and those that the edition file declares.
pub(super) fn add(registry: &mut Registry, series: &Series, codebook: &Codebook) {
    let edition = series.last();
    declared::add(registry, edition);
    let academies = edition.labs.len();
    let rows = |register: &'static str, unit| {
        let lines: Vec<_> = edition.activity.rows(register).iter().collect();
        (!lines.is_empty()).then_some(Rows {
            register,
            registers: &codebook.registers,
            lines,
            unit,
        })
    };
    if let Some(rows) = rows("sessions", Unit::Sessions) {
        sessions::add(registry, &rows, academies);
    }
    if let Some(rows) = rows("projects", Unit::Projects) {
        projects::add(registry, &rows, series.previous().map(|edition| &edition.activity));
    }
    if let Some(rows) = rows("events", Unit::Events) {
        events::add(registry, &rows);
    }
    if let Some(rows) = rows("commitments", Unit::Commitments) {
        commitments::add(registry, &rows, academies);
    }
    if let Some(rows) = rows("local_labs", Unit::LocalLabs) {
        local_labs::add(registry, &rows, academies);
    }
    if let Some(rows) = rows("support", Unit::Supports) {
        support::add(registry, &rows, academies);
    }
    if let Some(rows) = rows("obstacles", Unit::Obstacles) {
        obstacles::add(registry, &rows, academies);
    }
    contact::add(registry, &edition.activity, (&codebook.registers, academies));
}
