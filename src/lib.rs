//! `labcensus` takes the yearly census of innovation labs: messy spreadsheets in, a traceable report out.
//!
//! Data goes one way through the rooms, each turning one type into the next: [`ingest`] → [`normalise`] →
//! [`census`] → [`indicators`] → [`report`] → [`render`], with [`diagnostic`]s accumulated on the way and
//! [`output`] alone writing to disk. See `ARCHITECTURE.md`.

pub mod census;
pub mod chart;
pub mod cli;
pub mod codebook;
mod cores;
pub mod diagnostic;
pub mod error;
pub mod indicators;
pub mod ingest;
pub mod input;
pub mod locale;
mod memo;
pub mod model;
pub mod normalise;
pub mod output;
pub mod pipeline;
pub mod publication;
pub mod render;
pub mod report;
