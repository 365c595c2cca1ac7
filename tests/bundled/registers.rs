//! Writes the registers of the sample census from the CSV files in `registers/`, so that they can be read as text.
//!
//! The workbook is the program's own template, filled: what is written is what a team would have. A year's folder
//! that is not there is passed over.
//!
//! `cargo run --example bundled-registers -- surveys`

#![expect(clippy::disallowed_methods, reason = "a generator writes its files where it is told")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use labcensus::codebook::Codebook;
use labcensus::input;
use labcensus::locale::{Lang, Locale};
use labcensus::model::CensusYear;
use labcensus::render::{FilledRows, template};

fn main() -> Result<(), Box<dyn Error>> {
    let surveys = std::env::args_os().nth(1).map(PathBuf::from);
    let Some(surveys) = surveys else { return Err("usage: bundled-registers <surveys>".into()) };
    let codebook = Codebook::read(&surveys.join("codebook"))?;
    let locale = Locale::new(Lang::Fr);
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bundled/registers");
    for name in input::list(&sources)? {
        let folder = surveys.join(&name);
        let Some(year) = CensusYear::parse(&name).filter(|_| folder.is_dir()) else { continue };
        let rows = rows(&sources.join(&name))?;
        std::fs::write(folder.join("activity.xlsx"), template(&codebook, year, &locale, &rows)?)?;
    }
    Ok(())
}

/// The rows of each register: a CSV file each, whose header holds the ids of the columns.
fn rows(folder: &Path) -> Result<FilledRows, Box<dyn Error>> {
    let mut registers = FilledRows::new();
    for name in input::list(folder)? {
        let Some(register) = name.strip_suffix(".csv") else { continue };
        let mut reader = csv::Reader::from_path(folder.join(&name))?;
        let rows: Result<Vec<BTreeMap<String, String>>, _> = reader.deserialize().collect();
        registers.insert(register.to_owned(), rows.map_err(|error| format!("{name}: {error}"))?);
    }
    Ok(registers)
}
