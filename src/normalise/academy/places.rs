//! The bodies and regions that an answer names, longest name first.
//!
//! Each place of the answer is read once, in bounded time: an exact name, else what was run together or
//! misspelt, else a word to be explained otherwise.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::lexicon::{is_against, is_around, is_frame, is_link};
use super::pieces::Piece;
use crate::codebook::register::{Body, Register};
use crate::codebook::spelling::{Sense, SpellingKind};
use crate::normalise::edit::is_misspelling;

/// The longest answer in which misspellings are looked for; longer ones are sentences.
const LONGEST_ANSWER: usize = 24;
/// The most words that a misspelt name may have.
const LONGEST_MISSPELT: usize = 5;

/// What a name means at a date.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning<'a> {
    /// One body.
    Body(&'a Body),
    /// Several bodies of the same name.
    Shared,
    /// A region, with its bodies.
    Region(Vec<&'a Body>),
    /// Only the seat of a body.
    Seat,
}

/// A named place: what it means, and how it was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place<'a> {
    /// What it means.
    pub(super) meaning: Meaning<'a>,
    /// The rule and the text that matched.
    pub(super) rule: String,
    /// Whether a word such as « académie » stands before it.
    pub(super) framed: bool,
}

/// What an answer names, and what is left of it.
#[derive(Debug, Default)]
pub(super) struct Places<'a> {
    /// The places, in order.
    pub(super) named: Vec<Place<'a>>,
    /// Numbers.
    pub(super) numbers: Vec<&'a str>,
    /// Whether a word turns the names around.
    pub(super) against: bool,
    /// Whether words are left that nothing explains.
    pub(super) unexplained: bool,
}

/// A reader of names in a register at a date.
#[derive(Clone, Copy)]
pub(super) struct Gazetteer<'a> {
    /// The register.
    pub(super) register: &'a Register,
    /// The date at which names are read.
    pub(super) date: NaiveDate,
    /// Whether a hyphen ties names into longer ones, as it does in sentences but not in file names.
    pub(super) hyphens: Hyphens,
}

/// What a hyphen between two words does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hyphens {
    /// It makes one name of them.
    Tie,
    /// It parts them like a space.
    Part,
}

impl<'a> Gazetteer<'a> {
    /// Reads the places that an answer names.
    pub(super) fn read(self, pieces: &'a [Piece]) -> Places<'a> {
        let mut places = Places::default();
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            if let Some((place, words)) = self.place(pieces, at) {
                places.named.push(place);
                at += words;
                continue;
            }
            if piece.is_number() {
                places.numbers.push(&piece.text);
            } else if is_against(&piece.text) {
                places.against = true;
            } else if !is_around(&piece.text) {
                places.unexplained = true;
            }
            at += 1;
        }
        places
    }

    /// The place named from a word on, and its number of words.
    fn place(self, pieces: &[Piece], at: usize) -> Option<(Place<'a>, usize)> {
        let exact = self.exact(pieces, at);
        let known = exact.as_ref().map_or(0, |(_, _, words)| *words);
        let (meaning, rule, words) = self.misspelt(pieces, at, known).or(exact)?;
        if self.hyphens == Hyphens::Tie && (self.is_tied(pieces, at, words)) {
            return None;
        }
        Some((Place { meaning, rule, framed: is_framed(pieces, at) }, words))
    }

    fn exact(self, pieces: &[Piece], at: usize) -> Option<(Meaning<'a>, String, usize)> {
        let longest = self.register.spellings().longest().min(pieces.len() - at);
        (1..=longest).rev().find_map(|words| {
            let key = key(pieces.get(at..at + words)?, " ");
            let whole = words == pieces.len();
            self.meaning(&key, whole).map(|meaning| (meaning, format!("name:{key}"), words))
        })
    }

    /// A name that was run together or misspelt, over more words than the exact name has.
    fn misspelt(
        self,
        pieces: &[Piece],
        at: usize,
        known: usize,
    ) -> Option<(Meaning<'a>, String, usize)> {
        if pieces.len() > LONGEST_ANSWER {
            return None;
        }
        let longest = LONGEST_MISSPELT.min(pieces.len() - at);
        (known + 1..=longest).rev().find_map(|words| {
            let window = pieces.get(at..at + words)?;
            if !may_be_name(window) {
                return None;
            }
            let typed = key(window, "");
            let alike = |like: &dyn Fn(&str) -> bool| {
                let keys = self.register.spellings().alike(&typed, |name| like(name));
                self.agreed(keys)
            };
            let body = alike(&|name| name == typed)
                .or_else(|| alike(&|name| is_misspelling(&typed, name)))?;
            Some((
                Meaning::Body(body),
                format!("typo:{}={}", key(window, " "), body.short_name),
                words,
            ))
        })
    }

    /// The one body that all keys mean.
    fn agreed<'k>(self, keys: impl Iterator<Item = &'k str>) -> Option<&'a Body> {
        let mut agreed: Option<&'a Body> = None;
        for key in keys {
            match (self.meaning(key, false)?, agreed) {
                (Meaning::Body(body), None) => agreed = Some(body),
                (Meaning::Body(body), Some(other)) if body.code == other.code => {}
                _ => return None,
            }
        }
        agreed
    }

    /// What a key means at the date: names before regions before seats, then the heirs of former bodies.
    fn meaning(self, key: &str, whole: bool) -> Option<Meaning<'a>> {
        let senses = self.register.spellings().senses(key);
        let bodies = |wanted: &dyn Fn(SpellingKind) -> bool| -> Vec<&'a Body> {
            let rows: BTreeSet<usize> =
                senses.iter().filter(|sense| wanted(sense.kind)).map(Sense::row).collect();
            rows.into_iter().filter_map(|row| Some(&**self.register.bodies().get(row)?)).collect()
        };
        let is_name = |kind| match kind {
            SpellingKind::Name | SpellingKind::Alias => true,
            SpellingKind::WholeOnly => whole,
            SpellingKind::Seat | SpellingKind::Region => false,
        };
        let valid = |bodies: Vec<&'a Body>| -> Vec<&'a Body> {
            bodies.into_iter().filter(|body| body.validity().holds(self.date)).collect()
        };
        let named = bodies(&is_name);
        match valid(named.clone()).as_slice() {
            [body] => return Some(Meaning::Body(body)),
            [_, _, ..] => return Some(Meaning::Shared),
            [] => {}
        }
        let region = valid(bodies(&|kind| kind == SpellingKind::Region));
        let region: Vec<&Body> = region.into_iter().filter(|body| body.is_asked()).collect();
        match region.as_slice() {
            [body] => return Some(Meaning::Body(body)),
            [_, _, ..] => return Some(Meaning::Region(region)),
            [] => {}
        }
        if !valid(bodies(&|kind| kind == SpellingKind::Seat)).is_empty() {
            return Some(Meaning::Seat);
        }
        self.heir(&named)
    }

    /// The body that former bodies of a name became.
    fn heir(self, former: &[&'a Body]) -> Option<Meaning<'a>> {
        let ended = former.iter().filter(|body| body.valid_to.is_some_and(|to| to < self.date));
        let mut heirs = ended.filter_map(|body| self.register.successor(body, self.date));
        let heir = heirs.next()?;
        Some(if heirs.all(|other| other.code == heir.code) {
            Meaning::Body(heir)
        } else {
            Meaning::Shared
        })
    }

    /// Whether a hyphen ties a name to a word that is no name, as in « Reims-la-Brûlée ».
    fn is_tied(self, pieces: &[Piece], at: usize, words: usize) -> bool {
        let stranger = |at: usize| {
            pieces.get(at).is_some_and(|piece| {
                let plain = is_around(&piece.text) && !is_link(&piece.text);
                !plain && !piece.is_number() && self.exact(pieces, at).is_none()
            })
        };
        let tied = |at: usize| pieces.get(at).is_some_and(|piece| piece.tied);
        let after = tied(at + words) && stranger(at + words);
        let before = tied(at)
            && at
                .checked_sub(1)
                .is_some_and(|before| stranger(before) && !self.ends_name(pieces, before));
        after || before
    }

    /// Whether some name ends at a word.
    fn ends_name(self, pieces: &[Piece], last: usize) -> bool {
        let longest = self.register.spellings().longest().min(last + 1);
        (1..=longest).any(|words| {
            let window = pieces.get(last + 1 - words..=last).unwrap_or_default();
            self.meaning(&key(window, " "), false).is_some()
        })
    }
}

fn key(pieces: &[Piece], space: &str) -> String {
    let words: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    words.join(space)
}

/// A name neither starts nor ends with a word that stands around names, and has no figures.
fn may_be_name(window: &[Piece]) -> bool {
    let inside = |piece: Option<&Piece>| {
        piece.is_some_and(|piece| !is_around(&piece.text) && !is_against(&piece.text))
    };
    let letter = window.len() > 1 && window.iter().any(|piece| piece.text.chars().count() < 2);
    inside(window.first())
        && inside(window.last())
        && !letter
        && !window.iter().any(Piece::is_number)
}

/// Whether « académie », « rectorat » or « ac » stands before a name, or begins it.
fn is_framed(pieces: &[Piece], at: usize) -> bool {
    if pieces.get(at).is_some_and(|piece| is_frame(&piece.text)) {
        return true;
    }
    let before = pieces.get(..at).unwrap_or_default();
    before
        .iter()
        .rev()
        .find(|piece| !is_link(&piece.text))
        .is_some_and(|piece| is_frame(&piece.text))
}
