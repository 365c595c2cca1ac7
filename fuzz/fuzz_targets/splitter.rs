//! Any joined answer through the splitter: no letter is lost, none is made up, and it ends.
//!
//! The first byte chooses the separator; the lines before the last are the known options.
#![no_main]

use std::collections::BTreeSet;

use labcensus_fuzz::ingest::table::{Origin, Separator, pieces};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let separators: Vec<Separator> =
        Origin::ALL.iter().flat_map(|origin| origin.separators()).copied().collect();
    let separator = separators[usize::from(*first) % separators.len()];
    let mut lines: Vec<&str> = text.split('\u{1e}').collect();
    let answer = lines.pop().unwrap_or_default();
    let known: BTreeSet<String> = lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let cut = pieces(answer, &known, separator);
    assert!(cut.iter().all(|piece| !piece.trim().is_empty()), "an empty answer");
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    assert_eq!(letters(&cut.concat()), letters(answer), "{answer:?} {known:?} {separator:?}");
});
