//! Every integration test, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::format_collect,
    missing_docs,
    reason = "tests stop at the first surprise, write files of their own, read the environment and talk"
)]

mod activity;
mod bundled_report;
mod canaries;
mod classify;
mod command;
mod compare;
mod english;
mod every_number;
mod explain;
mod figures;
mod form;
mod house;
mod ingest;
mod injections;
mod jumps;
mod killed;
mod layouts;
mod libreoffice;
mod locales;
mod maps;
mod parsers;
mod publish;
mod real_2020;
mod review;
mod same_bytes;
mod shared;
mod support;
mod terms;
mod threshold;
mod trends;
mod watch;
