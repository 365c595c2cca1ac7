//! The case files: tab-separated, one answer a line, `\n` for a line break; add lines freely.

use labcensus::codebook::keys::{decision_key, match_key, stem};
use labcensus::normalise::split;

use super::{crate_folder, ids, normalisers, read, undecided, ways};

fn cases(file: &str) -> Vec<Vec<String>> {
    let text = read(&crate_folder().join("tests/cases/terms").join(file));
    let lines = text.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(|cell| cell.replace("\\n", "\n")).collect()).collect()
}

/// Columns: question, answer, status, terms, how each segment was settled.
fn check_answers(file: &str) {
    let normalisers = normalisers();
    let mut failures = Vec::new();
    for case in cases(file) {
        let [question, text, expected @ ..] = case.as_slice() else { panic!("{file}: {case:?}") };
        let outcome = normalisers[question.as_str()].normalise(text, &undecided);
        let got = [format!("{:?}", outcome.status), ids(&outcome).join("|"), ways(&outcome)];
        if got != expected {
            failures.push(format!("{question}\t{}\t{}", text.replace('\n', "\\n"), got.join("\t")));
        }
    }
    assert!(failures.is_empty(), "{file}, got instead:\n{}", failures.join("\n"));
}

macro_rules! answers {
    ($($name:ident => $file:literal,)*) => {$(
        #[test]
        fn $name() {
            check_answers($file);
        }
    )*};
}

answers! {
    words_that_say_nothing_are_missing => "guard.tsv",
    labels_and_aliases_are_exact => "exact.tsv",
    cut_and_joined_labels_are_recognised => "prefix.tsv",
    the_same_words_are_the_same_option => "token_key.tsv",
    loose_wordings_are_explained_word_by_word => "explained.tsv",
    lists_are_cut_around_the_options => "lists.tsv",
    denials_and_doubts_are_asked => "doubts.tsv",
    own_ideas_are_free_text => "free_text.tsv",
    one_answer_is_one_term => "single.tsv",
    lines_are_put_together => "lines.tsv",
}

#[test]
fn keys_fold_what_does_not_matter() {
    for case in cases("keys.tsv") {
        let [text, key, decision] = case.as_slice() else { panic!("{case:?}") };
        assert_eq!((&match_key(text), &decision_key(text)), (key, decision), "{text:?}");
        assert_eq!(match_key(key), *key, "a key is its own key");
    }
}

#[test]
fn stems_drop_the_endings_that_do_not_matter() {
    for case in cases("stems.tsv") {
        let [word, expected] = case.as_slice() else { panic!("{case:?}") };
        assert_eq!(stem(&match_key(word)), *expected, "{word}");
    }
}

#[test]
fn answers_are_cut_where_their_writer_cut_them() {
    for case in cases("split.tsv") {
        let [text, expected] = case.as_slice() else { panic!("{case:?}") };
        let segments: Vec<&str> =
            split::segments(text).iter().map(|segment| segment.text).collect();
        assert_eq!(segments.join(" ⏐ "), *expected, "{text:?}");
    }
}

#[test]
fn remarks_below_an_option_are_its_note() {
    let normalisers = normalisers();
    for case in cases("notes.tsv") {
        let [question, text, expected] = case.as_slice() else { panic!("{case:?}") };
        let outcome = normalisers[question.as_str()].normalise(text, &undecided);
        let shown = outcome.segments.iter().map(|segment| match &segment.note {
            Some(note) => format!("{} [{note}]", segment.text),
            None => segment.text.clone(),
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" ⏐ "), *expected, "{text:?}");
    }
}
