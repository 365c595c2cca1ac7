//! Every number, once: a registry of figures, each with its count, its base and the labs behind it.
//!
//! Nothing outside this room counts. One file per indicator; each reads the two frames of
//! `frames` and adds its figures to the registry.

mod activity;
mod claims;
mod coding;
mod commitments;
mod contact;
mod declared;
mod events;
mod explanation;
mod figure;
mod finding;
mod frames;
mod item_nonresponse;
mod launches;
mod local_labs;
mod obstacles;
mod projects;
mod register_counts;
mod registry;
mod remark;
mod response;
mod sessions;
mod small_counts;
mod support;
mod team;
mod terms;
mod traces;
mod trends;

pub use claims::{Reconciliation, reconcile};
pub use coding::{Coding, coding};
pub use explanation::{Evidence, Explanation, OtherBase, Source, explain};
pub use figure::{Comparable, Figure, FigureId, Trace, Unit};
pub use finding::find;
pub use projects::{PROJECT_MOVES, project_move, stages_before};
pub use registry::Registry;
pub use remark::Remark;
pub use small_counts::withhold_small;
pub use traces::Traces;
pub use trends::{Move, Transition, heir, transitions};

use crate::census::Series;
use crate::codebook::Codebook;
use crate::error::{Error, Result};

/// Computes every figure of the last edition of a series.
///
/// # Errors
/// What polars says, which would be a bug.
pub fn compute(series: &Series, codebook: &Codebook) -> Result<Registry> {
    let edition = series.last();
    let mut registry = Registry::new(edition.year());
    let step = || -> polars::prelude::PolarsResult<()> {
        let frames = frames::Frames::build(edition, codebook)?;
        response::add(&mut registry, edition);
        terms::add(&mut registry, &frames, codebook);
        launches::add(&mut registry, &frames)?;
        team::add(&mut registry, &frames)?;
        item_nonresponse::add(&mut registry, &frames, (edition, codebook));
        activity::add(&mut registry, series, codebook);
        trends::add(&mut registry, &frames, series, codebook)
    };
    let mut step = step;
    step()
        .map_err(|error| Error::Render { what: "figures".to_owned(), detail: error.to_string() })?;
    Ok(registry)
}
