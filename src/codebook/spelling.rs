//! How the bodies of a register are written: names, aliases, seats and regions, by key.
//!
//! Everything is looked up, never scanned, so that a register of a hundred thousand establishments answers as fast as
//! one of thirty académies, and packed, so that it does not weigh more than its file. An alias is a promise and must
//! mean one body at a date; a name may be shared (many schools are called alike), and is then asked.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

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
    body: u32,
}

impl Sense {
    /// The body's place in the register.
    pub fn row(&self) -> usize {
        self.body as usize
    }
}

/// The keys of a register.
#[derive(Clone, Debug, Default)]
pub struct Spellings {
    /// The keys, one after the other.
    text: String,
    /// Where each key begins in `text`.
    starts: Vec<u32>,
    /// The keys by their hash.
    known: HashTable<u32>,
    hasher: RandomState,
    /// Where the senses of each key begin among `senses`.
    firsts: Vec<u32>,
    senses: Vec<Sense>,
    /// Keys by the first letter and the length of what they are without spaces, for what was run together or misspelt.
    shapes: Vec<Shape>,
    longest: usize,
}

/// First letter, number of letters without spaces, and key.
type Shape = (char, usize, u32);

/// Names of one shape above which a slip in one of them may as well be another: no misspelling is then guessed.
const MOST_ALIKE: usize = 2_000;

impl Spellings {
    /// Indexes the spellings of some bodies.
    pub(super) fn of(bodies: &[Arc<Body>]) -> Self {
        let mut spellings = Self::default();
        let mut senses: Vec<(u32, Sense)> = Vec::with_capacity(bodies.len() * 3);
        // Bodies share few seats and regions: each is folded once.
        let mut places: BTreeMap<&str, Option<u32>> = BTreeMap::new();
        for (at, body) in (0_u32..).zip(bodies) {
            for (text, kind) in written(body) {
                let key = match kind {
                    SpellingKind::Seat | SpellingKind::Region => {
                        *places.entry(text).or_insert_with(|| spellings.key(&match_key(text)))
                    }
                    _ => spellings.key(&match_key(text)),
                };
                senses.extend(key.map(|key| (key, Sense { kind, body: at })));
            }
        }
        senses.sort_unstable();
        senses.dedup();
        spellings.shapes(&senses);
        let keys = u32::try_from(spellings.starts.len()).unwrap_or(u32::MAX);
        let mut next = 0;
        for key in 0..=keys {
            while senses.get(next).is_some_and(|(known, _)| *known < key) {
                next += 1;
            }
            spellings.firsts.push(u32::try_from(next).unwrap_or(u32::MAX));
        }
        spellings.senses = senses.iter().map(|(_, sense)| *sense).collect();
        drop(senses);
        spellings.text.shrink_to_fit();
        spellings.starts.shrink_to_fit();
        spellings.firsts.shrink_to_fit();
        spellings.shapes.shrink_to_fit();
        spellings
    }

    /// The senses of a key.
    pub fn senses(&self, key: &str) -> &[Sense] {
        let hash = self.hasher.hash_one(key);
        let found = self.known.find(hash, |known| self.text_of(*known) == key);
        found.map(|key| self.senses_of(*key)).unwrap_or_default()
    }

    /// The number of words of the longest key.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// The keys that a text without its spaces may have meant, with a test of likeness; none where very many have the
    /// same shape.
    pub fn alike<'a>(
        &'a self,
        joined: &str,
        like: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = &'a str> {
        let length = joined.chars().count();
        let lengths = length.saturating_sub(1)..=length.saturating_add(1);
        let shapes = joined.chars().next().map_or(0..0, |first| {
            let from =
                self.shapes.partition_point(|shape| (shape.0, shape.1) < (first, *lengths.start()));
            let to =
                self.shapes.partition_point(|shape| (shape.0, shape.1) <= (first, *lengths.end()));
            from..to
        });
        let shapes = self.shapes.get(shapes).filter(|shapes| shapes.len() <= MOST_ALIKE);
        let keys = shapes.unwrap_or_default().iter().map(|(_, _, key)| self.text_of(*key));
        keys.filter(move |key| like(&key.replace(' ', "")))
    }

    /// An alias that means two bodies at the same date: the later row, the alias, the earlier row.
    pub(super) fn clash(&self, bodies: &[Arc<Body>]) -> Option<(usize, String, usize)> {
        let keys = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        (0..keys).find_map(|key| {
            let senses = self.senses_of(key).iter();
            let named = senses.filter(|sense| sense.kind <= SpellingKind::WholeOnly);
            let promised = named.clone().any(|sense| sense.kind != SpellingKind::Name);
            if !promised {
                return None;
            }
            let rows: BTreeSet<usize> = named.map(Sense::row).collect();
            let rows = rows.into_iter().filter_map(|at| bodies.get(at).map(|body| (at, body)));
            let (later, earlier) = overlap_of_two(rows)?;
            Some((later, self.text_of(key).to_owned(), earlier))
        })
    }

    /// The place of a key, which is added if it is new; `None` for an empty one.
    fn key(&mut self, key: &str) -> Option<u32> {
        if key.is_empty() {
            return None;
        }
        let hash = self.hasher.hash_one(key);
        let (text, starts) = (&self.text, &self.starts);
        if let Some(known) = self.known.find(hash, |known| text_of(text, starts, *known) == key) {
            return Some(*known);
        }
        self.longest = self.longest.max(key.split(' ').count());
        let at = u32::try_from(self.starts.len()).ok()?;
        self.starts.push(u32::try_from(self.text.len()).ok()?);
        self.text.push_str(key);
        let (text, starts, hasher) = (&self.text, &self.starts, &self.hasher);
        let rehash = |known: &u32| hasher.hash_one(text_of(text, starts, *known));
        self.known.insert_unique(hash, at, rehash);
        Some(at)
    }

    fn shapes(&mut self, senses: &[(u32, Sense)]) {
        let named = senses.iter().filter(|(_, sense)| sense.kind <= SpellingKind::Alias);
        let mut keys: Vec<u32> = named.map(|(key, _)| *key).collect();
        keys.dedup();
        let shape = |key: u32| {
            let mut letters = self.text_of(key).chars().filter(|letter| *letter != ' ');
            let first = letters.next()?;
            Some((first, letters.count() + 1, key))
        };
        self.shapes = keys.into_iter().filter_map(shape).collect();
        self.shapes.sort_unstable();
    }

    fn text_of(&self, key: u32) -> &str {
        text_of(&self.text, &self.starts, key)
    }

    fn senses_of(&self, key: u32) -> &[Sense] {
        let first = |key: usize| self.firsts.get(key).map_or(0, |first| *first as usize);
        self.senses.get(first(key as usize)..first(key as usize + 1)).unwrap_or_default()
    }
}

fn text_of<'t>(text: &'t str, starts: &[u32], key: u32) -> &'t str {
    let start = |key: usize| starts.get(key).map_or(text.len(), |start| *start as usize);
    text.get(start(key as usize)..start(key as usize + 1)).unwrap_or_default()
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
    let places = [(&*body.seat, SpellingKind::Seat), (&*body.region, SpellingKind::Region)];
    names.chain(aliases).chain(places)
}

/// The first two rows that hold at the same time; rows of one code were checked before.
fn overlap_of_two<'a>(
    rows: impl Iterator<Item = (usize, &'a Arc<Body>)>,
) -> Option<(usize, usize)> {
    let rows: Vec<(usize, Validity)> = rows.map(|(at, body)| (at, body.validity())).collect();
    super::register::first_overlap(rows.into_iter())
}
