//! Any bytes through the guard, into the grid and the layouts: nothing panics, every cell has its fate.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use labcensus_fuzz::codebook::Codebook;
use labcensus_fuzz::ingest::{inspect, read_file};
use libfuzzer_sys::fuzz_target;

static CODEBOOK: LazyLock<Codebook> =
    LazyLock::new(|| Codebook::read(Path::new("")).expect("the bundled codebook is right"));

fuzz_target!(|data: &[u8]| {
    let file = read_file("fuzzed", data, &CODEBOOK);
    assert_eq!(file.cells().count(), file.non_empty, "a cell without its fate");
    let _ = inspect("fuzzed", data);
});
