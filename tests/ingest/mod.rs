//! Reading files: what is hostile is refused for the right reason, what is odd is understood.

mod corpus;
mod export_cases;
mod exports;
mod large;
mod mapping;
mod mixed;
mod mutants;
mod nasty;
mod states;
mod ticks;

use std::path::Path;

use labcensus::codebook::Codebook;
use labcensus::ingest::{ResponseFile, read_file};

fn codebook() -> Codebook {
    Codebook::read(Path::new("")).unwrap()
}

fn read(path: &Path, codebook: &Codebook) -> ResponseFile {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    read_file(&name, &std::fs::read(path).unwrap(), codebook)
}

/// Why the file was refused, or `read`.
fn outcome(file: &ResponseFile) -> String {
    let facts = file.diagnostics.iter().flat_map(|remark| &remark.facts);
    let why = facts.clone().find(|(name, _)| *name == "why").map(|(_, why)| why.clone());
    why.unwrap_or_else(|| "read".to_owned())
}
