//! What the fuzz targets start from and what they found: replayed in every run (see `fuzz/README.md`).

use std::collections::BTreeSet;

use labcensus::ingest::table::{Origin, Separator, pieces};
use labcensus::ingest::{inspect, read_file};

use super::codebook;
use crate::support::{contents, repository};

#[test]
fn each_file_of_the_corpus_is_read_or_refused_and_every_cell_has_its_fate() {
    let codebook = codebook();
    let files = contents(&repository().join("tests/corpus/grid"));
    assert!(files.len() > 10);
    let mut read = 0;
    for (name, bytes) in files {
        let file = read_file(&name, &bytes, &codebook);
        assert_eq!(file.cells().count(), file.non_empty, "{name}: a cell without its fate");
        read += usize::from(inspect(&name, &bytes).sheets.is_ok());
    }
    assert!(read > 10, "{read} read");
}

#[test]
fn the_splitter_loses_no_letter_and_makes_none_up() {
    let separators: Vec<Separator> =
        Origin::ALL.iter().flat_map(|origin| origin.separators()).copied().collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let files = contents(&repository().join("tests/corpus/splitter"));
    assert!(files.len() > 3);
    for (name, bytes) in files {
        let (first, rest) = bytes.split_first().unwrap();
        let text = std::str::from_utf8(rest).unwrap();
        let mut lines: Vec<&str> = text.split('\u{1e}').collect();
        let answer = lines.pop().unwrap();
        let known: BTreeSet<String> = lines.into_iter().map(str::to_owned).collect();
        for separator in [separators[usize::from(*first) % separators.len()], separators[0]] {
            let cut = pieces(answer, &known, separator);
            assert!(cut.iter().all(|piece| !piece.trim().is_empty()), "{name}: an empty answer");
            assert_eq!(letters(&cut.concat()), letters(answer), "{name} {separator:?}");
        }
    }
}
