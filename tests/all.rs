//! Every integration test, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::format_collect,
    missing_docs,
    reason = "tests stop at the first surprise, read files and print what they measure"
)]

mod classify;
mod parsers;
mod review;
mod terms;
