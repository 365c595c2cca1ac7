//! Answers joined in one cell, taken apart: known options first, the longest first, because they hold
//! commas and brackets of their own; then the separators of the tool, outside brackets.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::{Origin, Separator};
use super::values::Values;
use crate::ingest::grid::Value;

/// Distinct texts on which it is seen whether answers are joined.
const SAMPLE: usize = 1_000;
/// Bytes of the longest cell that joins answers.
const LONGEST: usize = 10_000;

/// The pieces of a joined answer.
pub fn pieces(text: &str, known: &BTreeSet<String>, separator: Separator) -> Vec<String> {
    Splitter::new(known, separator).pieces(text)
}

/// The options of a question that hold its separator, the longest first, and the separator.
struct Splitter<'k> {
    by_length: Vec<&'k String>,
    separator: Separator,
}

impl<'k> Splitter<'k> {
    fn new(known: &'k BTreeSet<String>, separator: Separator) -> Self {
        let mut by_length: Vec<&String> =
            known.iter().filter(|option| option.contains(separator.text.trim_end())).collect();
        by_length.sort_by_key(|option| std::cmp::Reverse(option.len()));
        Self { by_length, separator }
    }

    fn pieces(&self, text: &str) -> Vec<String> {
        cut(text, &self.by_length, self.separator)
    }
}

fn cut(text: &str, by_length: &[&String], separator: Separator) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let whole = by_length.iter().find_map(|option| {
            let after = after_option(rest, option)?;
            (after.is_empty()
                || after.starts_with(separator.text)
                || after == separator.text.trim_end())
            .then_some((rest.len() - after.len(), after))
        });
        let end = whole
            .map_or_else(|| first_cut(rest, separator.text).unwrap_or(rest.len()), |(end, _)| end);
        let (piece, after) = rest.split_at(end);
        let piece = unquoted(piece.trim());
        if !piece.trim().is_empty() {
            pieces.push(piece);
        }
        rest = after
            .strip_prefix(separator.text)
            .unwrap_or_else(|| after.trim_start_matches(separator.text.trim()))
            .trim_start();
    }
    pieces
}

/// What follows an option at the start of a text, its explanation in brackets included; case apart.
fn after_option<'t>(text: &'t str, option: &str) -> Option<&'t str> {
    let (start, after) = text.split_at_checked(option.len())?;
    if start != option && start.to_lowercase() != option.to_lowercase() {
        return None;
    }
    let gloss = after.trim_start();
    if !gloss.starts_with('(') {
        return Some(after);
    }
    let mut depth = 0_u32;
    for (at, letter) in gloss.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return gloss.get(at + 1..);
        }
    }
    Some(after)
}

/// A piece that its tool put in quotes because it holds the separator.
fn unquoted(piece: &str) -> String {
    let inside = piece.strip_prefix('"').and_then(|piece| piece.strip_suffix('"'));
    inside.map_or_else(|| piece.to_owned(), |inside| inside.replace("\"\"", "\""))
}

/// Where the first separator outside brackets and quotes stands; a bracket that never closes protects nothing.
fn first_cut(text: &str, separator: &str) -> Option<usize> {
    let mut depth = 0_u32;
    let mut unprotected = None;
    let mut quoted = false;
    let opens = text.starts_with('"') && text.matches('"').count() > 1;
    for (at, letter) in text.char_indices() {
        quoted ^= opens && letter == '"';
        if quoted {
            continue;
        }
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if at > 0 && text.get(at..).is_some_and(|rest| rest.starts_with(separator)) {
            if depth == 0 {
                return Some(at);
            }
            unprotected = unprotected.or(Some(at));
        }
    }
    unprotected.filter(|_| depth > 0)
}

/// The options of a column whose cells join several answers, with how often each was chosen; `None` when
/// its cells are single answers or sentences.
pub(super) fn options(
    values: &Values<'_>,
    origin: Origin,
) -> Option<(Separator, BTreeMap<String, usize>)> {
    if values.distinct() > SAMPLE {
        // Whether answers are joined is seen on a part of them.
        let texts: Vec<Told> = values.iter().take(SAMPLE).map(told).collect();
        origin.separators().iter().find(|separator| count(&texts, **separator).is_some())?;
    }
    if !values.all(|value| !matches!(value, Value::Text(text) if text.len() > LONGEST)) {
        return None;
    }
    let texts: Vec<Told> = values.iter().map(told).collect();
    let cut = origin.separators().iter().filter_map(|separator| {
        let counts = count(&texts, *separator)?;
        Some((*separator, counts))
    });
    // The true separator gives the fewest different answers; the first of equals.
    cut.min_by_key(|(_, counts)| counts.len())
}

/// A text, and how many cells hold it.
type Told = (String, usize);

fn told((value, count): (&Value, usize)) -> Told {
    (value.text().trim().to_owned(), count)
}

fn count(texts: &[Told], separator: Separator) -> Option<BTreeMap<String, usize>> {
    let inside = |text: &str| {
        let text = if separator.trailing { text.trim_end_matches(separator.text) } else { text };
        text.contains(separator.text) && first_cut(text, separator.text).is_some()
    };
    let cells = |is_such: &dyn Fn(&str) -> bool| -> usize {
        texts.iter().filter(|(text, _)| is_such(text)).map(|(_, count)| count).sum()
    };
    let joined = cells(&inside);
    let ended = cells(&|text| separator.trailing && text.ends_with(separator.text));
    let certain = separator.certain
        && if separator.trailing { ended * 10 >= cells(&|_| true) * 9 } else { joined > 0 };
    let whole: BTreeSet<String> = texts
        .iter()
        .map(|(text, _)| text.trim_end_matches(separator.text.trim()).trim().to_owned())
        .collect();
    // A single cell joins answers if each of its parts is the whole answer of another.
    let found = |text: &str| {
        let pieces = pieces(text, &BTreeSet::new(), separator);
        pieces.len() > 1 && pieces.iter().all(|piece| whole.contains(piece))
    };
    let few = joined == 0 || (joined == 1 && !texts.iter().any(|(text, _)| found(text)));
    if texts.is_empty() || (!certain && few) {
        return None;
    }
    let backwards: BTreeSet<String> =
        whole.iter().map(|text| text.chars().rev().collect()).collect();
    let atoms: BTreeSet<String> = whole
        .iter()
        .filter(|text| is_atom(text, (&whole, &backwards), separator))
        .cloned()
        .collect();
    let splitter = Splitter::new(&atoms, separator);
    let mut counts = BTreeMap::new();
    for (text, count) in texts {
        for piece in splitter.pieces(text) {
            *counts.entry(piece).or_insert(0) += count;
        }
    }
    // The answers of a list come back; the clauses of sentences do not.
    (certain || counts.len() <= whole.len()).then_some(counts)
}

/// Whether a text is one answer, separators and all: it has none, or another cell holds it as a part and
/// none of the parts that it could be cut into stands alone.
fn is_atom(
    text: &str,
    (whole, backwards): (&BTreeSet<String>, &BTreeSet<String>),
    separator: Separator,
) -> bool {
    if !text.contains(separator.text) || first_cut(text, separator.text).is_none() {
        return true;
    }
    let begins = format!("{text}{}", separator.text);
    let ends: String = format!("{}{text}", separator.text).chars().rev().collect();
    let holds = |texts: &BTreeSet<String>, start: &String| {
        texts.range(start.clone()..).next().is_some_and(|next| next.starts_with(start))
    };
    let is_part = holds(whole, &begins) || holds(backwards, &ends);
    is_part && pieces(text, &BTreeSet::new(), separator).iter().all(|piece| !whole.contains(piece))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMA: Separator = Separator { text: ", ", trailing: false, certain: false };

    #[test]
    fn known_options_with_commas_and_brackets_stay_whole() {
        let known =
            BTreeSet::from(["rencontres, ateliers, etc.".to_owned(), "rencontres".to_owned()]);
        let cut = |text| pieces(text, &known, COMMA);
        assert_eq!(
            cut("rencontres, ateliers, etc., coaching"),
            ["rencontres, ateliers, etc.", "coaching"]
        );
        assert_eq!(cut("rencontres, ateliers"), ["rencontres", "ateliers"]);
        assert_eq!(
            cut("formation (= a, b), design (suite, sans fin"),
            ["formation (= a, b)", "design (suite", "sans fin"]
        );
    }

    #[test]
    fn sentences_are_not_taken_for_lists() {
        let texts =
            |texts: &[&str]| texts.iter().map(|text| ((*text).to_owned(), 1)).collect::<Vec<_>>();
        assert!(
            count(&texts(&["oui, mais non", "non, sauf ici", "un lab, deux lieux"]), COMMA)
                .is_none()
        );
        let counts = count(&texts(&["a, b", "a, c", "b", "a", "c, d", "a, d"]), COMMA).unwrap();
        assert_eq!(counts.get("a"), Some(&4));
        assert_eq!(counts.len(), 4);
        assert_eq!(count(&texts(&["a, b", "a", "b"]), COMMA).unwrap().len(), 2);
        assert!(count(&texts(&["a, b", "a", "c"]), COMMA).is_none());
        let trailing = Separator { text: ";", trailing: true, certain: true };
        assert!(count(&[], trailing).is_none());
    }
}
