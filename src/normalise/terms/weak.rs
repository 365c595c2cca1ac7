//! The weak split: « a, b et c », where the options themselves contain commas and « et ».
//!
//! All or nothing, by dynamic programming over the pieces: every stretch of pieces that means one term may be a
//! part; the cheapest cut wins, and on equal cost the one with more distinct terms.

use std::collections::BTreeSet;
use std::ops::Range;

use super::explained::Explanation;
use super::lexicon::Sense;
use super::resolve::{Resolver, cost};
use super::wording::Found;
use crate::normalise::split::{closed_brackets, is_line_break};

/// Most pieces that one option may span: the longest label with its gloss has six.
const WIDEST: usize = 8;
/// Words that separate as a comma does.
const SEPARATING_WORDS: [&str; 2] = ["et", "and"];

/// A part of a list that means one term.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// Its words.
    pub(super) words: Range<usize>,
    /// What they mean.
    pub(super) found: Found,
}

/// The best cut that ends after some number of pieces.
#[derive(Clone, Default)]
struct Cut {
    cost: u32,
    terms: BTreeSet<usize>,
    /// Where its last part begins, and what that part means.
    last: Option<(usize, Found)>,
}

/// Cuts a list into parts that each mean one term, or gives up on all of it.
pub(super) fn cut(text: &str, senses: &[Sense], resolver: &Resolver) -> Option<Vec<Part>> {
    let pieces = pieces(text, senses);
    if pieces.len() < 2 {
        return None;
    }
    let mut cuts: Vec<Option<Cut>> = vec![Some(Cut::default())];
    for end in 1..=pieces.len() {
        let mut best: Option<Cut> = None;
        for start in end.saturating_sub(WIDEST)..end {
            let Some(before) = cuts.get(start).and_then(Option::as_ref) else { continue };
            let words = stretch(&pieces, start, end);
            let Some(Explanation::One(found)) =
                senses.get(words).map(|part| resolver.resolve(part))
            else {
                continue;
            };
            let mut terms = before.terms.clone();
            terms.insert(found.term);
            let cut = Cut { cost: before.cost + cost(&found), terms, last: Some((start, found)) };
            let better = best.as_ref().is_none_or(|best| {
                cut.cost < best.cost
                    || (cut.cost == best.cost && cut.terms.len() > best.terms.len())
            });
            if better {
                best = Some(cut);
            }
        }
        cuts.push(best);
        // Nothing can bridge a gap wider than the widest option.
        if cuts.iter().rev().take(WIDEST).all(Option::is_none) {
            return None;
        }
    }
    parts(&cuts, &pieces)
}

/// Whether at least one piece of a list means a term by itself.
pub(super) fn holds_option(text: &str, senses: &[Sense], resolver: &Resolver) -> bool {
    let pieces = pieces(text, senses);
    let means_one = |words: &Range<usize>| {
        senses
            .get(words.clone())
            .is_some_and(|part| matches!(resolver.resolve(part), Explanation::One(_)))
    };
    pieces.len() > 1 && pieces.iter().any(means_one)
}

fn stretch(pieces: &[Range<usize>], start: usize, end: usize) -> Range<usize> {
    let first = pieces.get(start).map_or(0, |piece| piece.start);
    let last =
        end.checked_sub(1).and_then(|last| pieces.get(last)).map_or(first, |piece| piece.end);
    first..last
}

/// Walks the best cut back from the end.
fn parts(cuts: &[Option<Cut>], pieces: &[Range<usize>]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut end = pieces.len();
    while end > 0 {
        let (start, found) = cuts.get(end)?.as_ref()?.last.clone()?;
        parts.push(Part { words: stretch(pieces, start, end), found });
        end = start;
    }
    parts.reverse();
    Some(parts)
}

/// The stretches of words between separators outside brackets.
fn pieces(text: &str, senses: &[Sense]) -> Vec<Range<usize>> {
    let brackets = closed_brackets(text, &[]);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut brackets = brackets.iter().peekable();
    let mut previous_end = 0;
    for (at, sense) in senses.iter().enumerate() {
        while brackets.peek().is_some_and(|bracket| bracket.end <= sense.span.start) {
            brackets.next();
        }
        let opened = brackets.peek().map_or(text.len(), |bracket| bracket.start);
        let gap = text.get(previous_end..sense.span.start).unwrap_or_default();
        let separated = opened >= previous_end && at > 0 && separates(gap);
        let word = SEPARATING_WORDS.contains(&sense.text.as_str()) || is_as_well_as(senses, at);
        let separating = opened >= sense.span.start && word;
        if (separated || separating) && start < at {
            pieces.push(start..at);
        }
        if separated || separating {
            start = if separating { at + 1 } else { at };
        }
        previous_end = sense.span.end;
    }
    if start < senses.len() {
        pieces.push(start..senses.len());
    }
    pieces
}

/// Whether a word is one of « ainsi que ».
fn is_as_well_as(senses: &[Sense], at: usize) -> bool {
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| senses.get(at)).is_some_and(|sense| words.contains(&sense.text.as_str()))
    };
    let that = ["que", "qu"];
    (is(Some(at), &["ainsi"]) && is(Some(at + 1), &that))
        || (is(Some(at), &that) && is(at.checked_sub(1), &["ainsi"]))
}

/// Whether what stands between two words separates them.
fn separates(gap: &str) -> bool {
    let outside = gap.rfind(')').map_or(gap, |bracket| &gap[bracket + 1..]);
    let outside = outside.find('(').map_or(outside, |bracket| &outside[..bracket]);
    let dash = |letter: char| matches!(letter, '-' | '–' | '—' | '_' | '―' | '~' | '·');
    outside.contains([',', '，', '/', '+', '&', '\\', '﹐', '、', ';', '|'])
        || (outside.starts_with(char::is_whitespace) && outside.contains(dash))
        || (outside.starts_with('.') && outside.len() > 1)
        || outside.contains(is_line_break)
}
