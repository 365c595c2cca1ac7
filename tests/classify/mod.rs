//! What would become of an answer, through the same path as `run` and `classify`.

mod cases;
mod command;
mod dated;
mod gold;
mod heldout;
mod ledger;

use std::path::PathBuf;

use chrono::NaiveDate;
use labcensus::codebook::Codebook;
use labcensus::model::CensusYear;

fn crate_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The codebook of the year whose answers were labelled.
fn codebook() -> Codebook {
    let codebook = Codebook::read(&crate_folder().join("surveys/codebook"));
    codebook.expect("the bundled codebook stands").at(CensusYear::new(2020))
}

fn closing() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 12, 15).expect("a day")
}
