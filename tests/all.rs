//! Every integration test, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "tests stop at the first surprise"
)]

mod ingest;
mod parsers;
mod shared;
mod terms;
