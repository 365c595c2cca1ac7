//! Every integration test, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests stop at the first surprise"
)]

mod ingest;
mod layouts;
mod parsers;
mod shared;
mod terms;
