//! How the bodies of a register are written: names, aliases, seats and regions, by key.
//!
//! Everything is looked up, never scanned, so that a register of tens of thousands of establishments
//! answers as fast as one of thirty académies. An alias is a promise and must mean one body at a date;
//! a name may be shared (many schools are called alike), and is then asked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::register::Body;
use super::validity::Validity;
use crate::codebook::keys::match_key;

/// What kind of spelling a key is, for a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpellingKind {
    /// Its name or short name.
    Name,
    /// An alias.
    Alias,
    /// An alias that counts only as a whole answer, because it is also an everyday word.
    WholeOnly,
    /// The town of its seat.
    Seat,
    /// Its region.
    Region,
}

/// A body that a key may mean: its place in the register, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sense {
    /// How the key means it.
    pub kind: SpellingKind,
    /// Its place in `Register::bodies`.
    pub body: usize,
}

impl Sense {
    /// The body's place in the register.
    pub fn row(&self) -> usize {
        self.body
    }
}

/// The keys of a register.
#[derive(Clone, Debug, Default)]
pub struct Spellings {
    senses: BTreeMap<String, Vec<Sense>>,
    /// Keys without their spaces, by first letter and length, for what was run together or misspelt.
    joined: BTreeMap<(char, usize), BTreeMap<String, BTreeSet<String>>>,
    longest: usize,
}

impl Spellings {
    /// Indexes the spellings of some bodies.
    pub(super) fn of(bodies: &[Arc<Body>]) -> Self {
        let mut spellings = Self::default();
        for (at, body) in bodies.iter().enumerate() {
            for (text, kind) in written(body) {
                spellings.add(match_key(text), Sense { kind, body: at });
            }
        }
        for senses in spellings.senses.values_mut() {
            senses.sort_unstable();
            senses.dedup();
        }
        spellings
    }

    /// The senses of a key.
    pub fn senses(&self, key: &str) -> &[Sense] {
        self.senses.get(key).map_or(&[], Vec::as_slice)
    }

    /// The number of words of the longest key.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// The keys that a text without its spaces may have meant, with a test of likeness.
    pub fn alike<'a>(
        &'a self,
        joined: &str,
        like: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = &'a str> {
        let first = joined.chars().next();
        let length = joined.chars().count();
        let lengths = length.saturating_sub(1)..=length.saturating_add(1);
        lengths
            .filter_map(move |length| self.joined.get(&(first?, length)))
            .flatten()
            .filter(move |(name, _)| like(name))
            .flat_map(|(_, keys)| keys.iter().map(String::as_str))
    }

    /// An alias that means two bodies at the same date: the later row, the alias, the earlier row.
    pub(super) fn clash(&self, bodies: &[Arc<Body>]) -> Option<(usize, String, usize)> {
        self.senses.iter().find_map(|(key, senses)| {
            let named = senses.iter().filter(|sense| sense.kind <= SpellingKind::WholeOnly);
            let promised = named.clone().any(|sense| sense.kind != SpellingKind::Name);
            if !promised {
                return None;
            }
            let rows: BTreeSet<usize> = named.map(|sense| sense.body).collect();
            let rows = rows.into_iter().filter_map(|at| bodies.get(at).map(|body| (at, body)));
            overlap_of_two(rows).map(|(later, earlier)| (later, key.clone(), earlier))
        })
    }

    fn add(&mut self, key: String, sense: Sense) {
        if key.is_empty() {
            return;
        }
        self.longest = self.longest.max(key.split(' ').count());
        if sense.kind <= SpellingKind::Alias {
            let joined = key.replace(' ', "");
            if let Some(first) = joined.chars().next() {
                let shape = (first, joined.chars().count());
                self.joined
                    .entry(shape)
                    .or_default()
                    .entry(joined)
                    .or_default()
                    .insert(key.clone());
            }
        }
        self.senses.entry(key).or_default().push(sense);
    }
}

/// The spellings of a body, each with its kind.
fn written(body: &Body) -> impl Iterator<Item = (&str, SpellingKind)> {
    let names = [body.name.as_str(), body.short_name.as_str()]
        .into_iter()
        .map(|name| (name, SpellingKind::Name));
    let aliases = body.aliases.iter().map(|alias| match alias.strip_prefix('=') {
        Some(whole) => (whole, SpellingKind::WholeOnly),
        None => (alias.as_str(), SpellingKind::Alias),
    });
    let places =
        [(body.seat.as_str(), SpellingKind::Seat), (body.region.as_str(), SpellingKind::Region)];
    names.chain(aliases).chain(places)
}

/// The first two rows that hold at the same time; rows of one code were checked before.
fn overlap_of_two<'a>(
    rows: impl Iterator<Item = (usize, &'a Arc<Body>)>,
) -> Option<(usize, usize)> {
    let rows: Vec<(usize, Validity)> = rows.map(|(at, body)| (at, body.validity())).collect();
    super::register::first_overlap(rows.into_iter())
}
