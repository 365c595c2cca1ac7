//! Trends: the figures of an edition beside those before it.
//!
//! Three footings, never mixed: all respondents of each year; the labs that answered both years; and the change from
//! an earlier year to this one, split by what became of the labs. Bodies that merged are one body in the two latter.

mod by_year;
mod change;
mod cooccurrence;
mod diversity;
mod duration;
mod kaplan_meier;
mod launched;
mod pairs;
mod panel;
mod response;
mod teams;
mod transitions;

pub use panel::heir;
pub use transitions::{Move, Transition, transitions};

use polars::prelude::PolarsResult;

use self::panel::Panel;
use super::frames::Frames;
use super::registry::Registry;
use crate::census::Series;
use crate::codebook::Codebook;

/// Adds every figure that needs more than one question or more than one edition.
pub(super) fn add(
    registry: &mut Registry,
    frames: &Frames,
    series: &Series,
    codebook: &Codebook,
) -> PolarsResult<()> {
    cooccurrence::add(registry, frames, codebook);
    if series.earlier().is_empty() {
        return Ok(());
    }
    let panel = Panel::build(series, codebook)?;
    let named = panel.named()?;
    by_year::add(registry, &panel, &named);
    let pairs = pairs::compare(&panel)?;
    change::add(registry, &panel, &pairs);
    diversity::add(registry, &panel)?;
    transitions::add(registry, &panel, series);
    duration::add(registry, &panel)?;
    launched::add(registry, &panel)?;
    response::add(registry, &panel, &named);
    teams::add(registry, &panel)
}
