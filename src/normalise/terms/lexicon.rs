//! Which terms each word of an answer may speak for.
//!
//! A word is looked up once, whatever the number of options tried on it: exactly, else as the beginning of a
//! known word (« péda », « orga. »), else as a known word with a slip of the keyboard. The limits are those of
//! design/normalisation.md: short words must be right, because « usagers » is not « usages ».

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::distance;
use crate::codebook::keys::{Word, stem, words};
use crate::codebook::negation::{is_hedge, is_negation};
use crate::codebook::{Term, Vocabulary};

/// Shortest beginning of a word that counts, without and with a full stop.
const PREFIX_LENGTH: usize = 4;
const DOTTED_PREFIX_LENGTH: usize = 3;
/// Shortest stem of a merely tolerated word that is recognised in spite of a slip.
const LONG_TOLERATED: usize = 8;

/// The known words of a vocabulary.
#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    entries: Vec<Entry>,
    by_stem: BTreeMap<String, usize>,
    /// Known spellings, sorted, for beginnings of words.
    spellings: Vec<(String, usize)>,
    /// Entries by the length of their stem, for slips.
    by_length: Vec<Vec<usize>>,
    synonyms: BTreeMap<String, String>,
    stop: BTreeSet<String>,
    /// A negation and the word after it (or before it, at the end) in a term's own text.
    denials: BTreeSet<(usize, String, String)>,
}

/// A known word.
#[derive(Clone, Debug, Default)]
struct Entry {
    letters: Vec<char>,
    /// Terms whose label, alias or gloss holds it.
    owners: BTreeSet<usize>,
    /// Terms that may carry it without changing meaning.
    tolerated: BTreeSet<usize>,
}

/// A word of an answer with all that the lexicon knows of it.
#[derive(Clone, Debug)]
pub(super) struct Sense {
    /// The folded word.
    pub(super) text: String,
    /// Its light stem, after synonyms.
    pub(super) stem: String,
    /// Where it stands in the segment.
    pub(super) span: Range<usize>,
    /// What kind of word it is.
    pub(super) kind: WordKind,
    /// Entries that it may stand for.
    pub(super) readings: Vec<usize>,
    /// How surely.
    pub(super) certainty: f64,
}

/// What kind of word stands in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// Left out of comparisons.
    Stop,
    /// Denies or ends something.
    Negation,
    /// Puts off or weakens something.
    Hedge,
    /// Any other.
    Content,
}

impl Lexicon {
    /// Gathers the words of a vocabulary.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut lexicon = Self {
            entries: Vec::new(),
            by_stem: BTreeMap::new(),
            spellings: Vec::new(),
            by_length: Vec::new(),
            synonyms: synonyms(vocabulary),
            stop: vocabulary
                .stop
                .iter()
                .flat_map(|text| words(text))
                .map(|word| word.text)
                .collect(),
            denials: BTreeSet::new(),
        };
        for (term, texts) in vocabulary.terms.iter().enumerate() {
            lexicon.add_term(term, texts);
        }
        for term in 0..vocabulary.terms.len() {
            let own =
                vocabulary.terms.get(term).map(|texts| texts.optional.iter()).into_iter().flatten();
            for text in own.chain(&vocabulary.optional) {
                lexicon.add_words(text, |entry| {
                    entry.tolerated.insert(term);
                });
            }
        }
        lexicon.spellings.sort();
        lexicon.spellings.dedup();
        lexicon.index_lengths();
        lexicon
    }

    /// The words of a text with what is known of each.
    pub(super) fn senses(&self, text: &str) -> Vec<Sense> {
        let plural = |word: &Word| {
            matches!(word.text.as_str(), "s" | "x" | "e" | "es")
                && text.get(..word.span.start).is_some_and(|before| {
                    before.strip_suffix('(').is_some_and(|word| word.ends_with(char::is_alphabetic))
                })
                && text.get(word.span.end..).is_some_and(|after| after.starts_with(')'))
        };
        // « communauté(s) » is one word.
        let words = words(text).into_iter().filter(|word| !plural(word));
        words.map(|word| self.sense(word)).collect()
    }

    /// The entry of each word of a phrase that is not a stop word; `None` when one is unknown.
    pub(super) fn entries_of(&self, phrase: &str) -> Option<Vec<usize>> {
        self.content_stems(phrase).iter().map(|stem| self.by_stem.get(stem).copied()).collect()
    }

    /// The content words of a phrase: stems, with their entries where they are known.
    pub(super) fn phrase(&self, phrase: &str) -> Vec<(String, Option<usize>)> {
        let stems = self.content_stems(phrase).into_iter();
        stems.map(|stem| (stem.clone(), self.by_stem.get(&stem).copied())).collect()
    }

    /// The stems of a phrase without its stop words.
    pub(super) fn content_stems(&self, phrase: &str) -> Vec<String> {
        words(phrase)
            .into_iter()
            .filter(|word| !self.stop.contains(&word.text))
            .map(|word| self.stem_of(&word.text))
            .collect()
    }

    /// Whether a term's label, alias or gloss holds one of these entries.
    pub(super) fn is_owned(&self, readings: &[usize], term: usize) -> bool {
        readings
            .iter()
            .filter_map(|&entry| self.entries.get(entry))
            .any(|entry| entry.owners.contains(&term))
    }

    /// Whether a term may carry one of these entries.
    pub(super) fn is_tolerated(&self, readings: &[usize], term: usize) -> bool {
        readings
            .iter()
            .filter_map(|&entry| self.entries.get(entry))
            .any(|entry| entry.tolerated.contains(&term))
    }

    /// Whether a negation stands beside the same word as in the term's own text.
    pub(super) fn is_own_denial(&self, senses: &[Sense], at: usize, term: usize) -> bool {
        let Some(sense) = senses.get(at) else { return false };
        let neighbour =
            senses.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| senses.get(before)));
        neighbour.is_some_and(|other| {
            self.denials.contains(&(term, sense.stem.clone(), other.stem.clone()))
        })
    }

    fn add_term(&mut self, term: usize, texts: &Term) {
        let explained = format!("{} {}", texts.label.fr, texts.gloss.fr);
        for text in std::iter::once(&explained).chain(&texts.aliases) {
            self.add_words(text, |entry| {
                entry.owners.insert(term);
            });
            self.add_denials(term, text);
        }
    }

    fn add_denials(&mut self, term: usize, text: &str) {
        let stems: Vec<String> = words(text).iter().map(|word| self.stem_of(&word.text)).collect();
        for (at, word) in words(text).iter().enumerate() {
            let Some(own) = stems.get(at) else { continue };
            if is_negation(&word.text, own) {
                let before = at.checked_sub(1).and_then(|before| stems.get(before));
                for neighbour in before.into_iter().chain(stems.get(at + 1)) {
                    self.denials.insert((term, own.clone(), neighbour.clone()));
                }
            }
        }
    }

    fn add_words(&mut self, text: &str, mut note: impl FnMut(&mut Entry)) {
        for word in words(text) {
            let stem = self.stem_of(&word.text);
            if self.stop.contains(&word.text) || is_negation(&word.text, &stem) {
                continue;
            }
            let place = *self.by_stem.entry(stem.clone()).or_insert_with(|| {
                self.entries.push(Entry { letters: stem.chars().collect(), ..Entry::default() });
                self.entries.len() - 1
            });
            if let Some(entry) = self.entries.get_mut(place) {
                note(entry);
                self.spellings.push((word.text, place));
            }
        }
    }

    fn index_lengths(&mut self) {
        for (place, entry) in self.entries.iter().enumerate() {
            let length = entry.letters.len();
            if self.by_length.len() <= length {
                self.by_length.resize(length + 1, Vec::new());
            }
            if let Some(places) = self.by_length.get_mut(length) {
                places.push(place);
            }
        }
    }

    fn stem_of(&self, word: &str) -> String {
        let plain = stem(word);
        let synonym = self.synonyms.get(word).or_else(|| self.synonyms.get(&plain));
        synonym.cloned().unwrap_or(plain)
    }

    fn sense(&self, word: Word) -> Sense {
        let stem = self.stem_of(&word.text);
        let kind = if self.stop.contains(&word.text) {
            WordKind::Stop
        } else if is_negation(&word.text, &stem) {
            WordKind::Negation
        } else if is_hedge(&word.text, &stem) {
            WordKind::Hedge
        } else {
            WordKind::Content
        };
        let (readings, certainty) = match kind {
            WordKind::Content | WordKind::Hedge => self.readings(&word, &stem),
            WordKind::Stop | WordKind::Negation => (Vec::new(), 1.0),
        };
        Sense { text: word.text, stem, span: word.span, kind, readings, certainty }
    }

    fn readings(&self, word: &Word, stem: &str) -> (Vec<usize>, f64) {
        if let Some(&place) = self.by_stem.get(stem) {
            return (vec![place], 1.0);
        }
        let begun = self.begun(word);
        if !begun.is_empty() {
            return (begun, 0.9);
        }
        (self.misspelt(stem), 0.9)
    }

    /// The words that this one begins, when they have a term in common.
    fn begun(&self, word: &Word) -> Vec<usize> {
        let least = if word.dotted { DOTTED_PREFIX_LENGTH } else { PREFIX_LENGTH };
        if word.text.chars().count() < least {
            return Vec::new();
        }
        let from =
            self.spellings.partition_point(|(spelling, _)| spelling.as_str() < word.text.as_str());
        let begun = self
            .spellings
            .iter()
            .skip(from)
            .take_while(|(spelling, _)| spelling.starts_with(&word.text));
        let places: BTreeSet<usize> = begun.map(|(_, place)| *place).collect();
        if self.share_a_term(&places) { places.into_iter().collect() } else { Vec::new() }
    }

    fn share_a_term(&self, places: &BTreeSet<usize>) -> bool {
        let mut shared: Option<BTreeSet<usize>> = None;
        for entry in places.iter().filter_map(|&place| self.entries.get(place)) {
            let terms: BTreeSet<usize> = entry.owners.union(&entry.tolerated).copied().collect();
            shared =
                Some(shared.map_or(terms.clone(), |shared| {
                    shared.intersection(&terms).copied().collect()
                }));
        }
        shared.is_some_and(|shared| !shared.is_empty())
    }

    /// The known words nearest to a misspelt one.
    fn misspelt(&self, stem: &str) -> Vec<usize> {
        let letters: Vec<char> = stem.chars().collect();
        let mut best = usize::MAX;
        let mut places = Vec::new();
        for length in letters.len().saturating_sub(2)..=letters.len() + 2 {
            for &place in self.by_length.get(length).into_iter().flatten() {
                let Some(entry) = self.entries.get(place) else { continue };
                // « demain » is not « domaine »: words that only tag along must be long to be mended.
                if entry.owners.is_empty() && entry.letters.len() < LONG_TOLERATED {
                    continue;
                }
                let Some(edits) = distance::slip(&letters, &entry.letters) else { continue };
                if edits < best {
                    best = edits;
                    places.clear();
                }
                if edits == best {
                    places.push(place);
                }
            }
        }
        places
    }
}

fn synonyms(vocabulary: &Vocabulary) -> BTreeMap<String, String> {
    let mut synonyms = BTreeMap::new();
    for (from, to) in &vocabulary.synonyms {
        for (from, to) in words(from).into_iter().zip(words(to)) {
            let to = stem(&to.text);
            // « laboratoires » as well as « laboratoire ».
            synonyms.insert(stem(&from.text), to.clone());
            synonyms.insert(from.text, to);
        }
    }
    synonyms
}
