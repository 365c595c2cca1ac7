//! The reading rooms of labcensus by their sources, so that fuzzing builds neither polars nor typst.
#![allow(missing_docs, unreachable_pub, dead_code, unused_imports, reason = "the rooms left out use what seems unused here")]

#[path = "../../src/codebook/mod.rs"]
pub mod codebook;
#[path = "../../src/diagnostic.rs"]
pub mod diagnostic;
#[path = "../../src/error.rs"]
pub mod error;
#[path = "../../src/ingest/mod.rs"]
pub mod ingest;
#[path = "../../src/input.rs"]
pub mod input;
#[path = "../../src/locale/mod.rs"]
pub mod locale;
#[path = "../../src/model/mod.rs"]
pub mod model;
