//! The likeliest terms for a text that a person must read.
//!
//! TF-IDF over runs of two to four characters, compared with each label, alias and gloss. It is fit to suggest
//! and never to decide: « pas d'incubation » is very like « incubation ».

use std::collections::BTreeMap;

use crate::codebook::Vocabulary;
use crate::codebook::keys::match_key;

/// How many characters of a text are compared; more would not change the suggestion.
const LONGEST: usize = 600;

/// Two to four characters packed into one number, sixteen bits each: rare characters may share a run.
type Gram = u64;

/// The wordings of a vocabulary as weighted runs of characters.
#[derive(Clone, Debug)]
pub(super) struct Suggester {
    /// For each run: its rarity, and the weight that it has in each wording.
    grams: BTreeMap<Gram, (f64, Vec<(usize, f64)>)>,
    /// The term of each wording.
    owners: Vec<usize>,
    /// Rarity of a run that no wording holds.
    unknown: f64,
}

impl Suggester {
    /// Weighs the wordings of a vocabulary, of the terms that only a decision reaches too.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut owners = Vec::new();
        let mut counted = Vec::new();
        for (term, texts) in vocabulary.terms.iter().enumerate() {
            let wordings = [&texts.label.fr, &texts.label.en, &texts.gloss.fr]
                .into_iter()
                .chain(&texts.aliases);
            for wording in wordings.filter(|wording| !wording.is_empty()) {
                owners.push(term);
                counted.push(grams(&match_key(wording)));
            }
        }
        let documents = counted.iter().fold(0.0, |sum, _| sum + 1.0);
        let mut held: BTreeMap<Gram, f64> = BTreeMap::new();
        for gram in counted.iter().flatten() {
            *held.entry(gram.0).or_default() += 1.0;
        }
        let rarity = |count: f64| ((1.0 + documents) / (1.0 + count)).ln() + 1.0;
        let mut weighed: BTreeMap<Gram, (f64, Vec<(usize, f64)>)> =
            held.iter().map(|(gram, count)| (*gram, (rarity(*count), Vec::new()))).collect();
        for (wording, grams) in counted.iter().enumerate() {
            let weight =
                |gram: &Gram, count: f64| weighed.get(gram).map_or(0.0, |known| known.0) * count;
            let length =
                grams.iter().map(|(gram, count)| weight(gram, *count).powi(2)).sum::<f64>().sqrt();
            let shares: Vec<(Gram, f64)> =
                grams.iter().map(|(gram, count)| (*gram, weight(gram, *count) / length)).collect();
            for (gram, share) in shares {
                if let Some(known) = weighed.get_mut(&gram) {
                    known.1.push((wording, share));
                }
            }
        }
        Self { grams: weighed, owners, unknown: rarity(0.0) }
    }

    /// The likeliest terms, best first, with their cosine.
    pub(super) fn suggest(&self, text: &str) -> Vec<(usize, f64)> {
        let mut cosines = vec![0.0; self.owners.len()];
        let mut length = 0.0;
        for (gram, count) in grams(&match_key(text)) {
            let Some((rarity, wordings)) = self.grams.get(&gram) else {
                length += (self.unknown * count).powi(2);
                continue;
            };
            length += (rarity * count).powi(2);
            for (wording, share) in wordings {
                if let Some(cosine) = cosines.get_mut(*wording) {
                    *cosine += rarity * count * share;
                }
            }
        }
        let mut best: BTreeMap<usize, f64> = BTreeMap::new();
        for (term, cosine) in self.owners.iter().zip(cosines) {
            let score = best.entry(*term).or_default();
            *score = score.max(cosine / length.sqrt().max(f64::MIN_POSITIVE));
        }
        let mut ranked: Vec<(usize, f64)> =
            best.into_iter().filter(|(_, score)| *score > 0.0).collect();
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        ranked
    }
}

/// The runs of two to four characters of a key, each with its count.
fn grams(key: &str) -> Vec<(Gram, f64)> {
    let mut letters = vec![' '];
    letters.extend(key.chars().take(LONGEST));
    letters.push(' ');
    let mut all: Vec<Gram> = Vec::with_capacity(letters.len() * 3);
    for size in 2..=4 {
        all.extend(letters.windows(size).map(|window| {
            window
                .iter()
                .fold(0, |gram, letter| (gram << 16) | (u64::from(u32::from(*letter)) & 0xFFFF))
        }));
    }
    all.sort_unstable();
    let mut counted: Vec<(Gram, f64)> = Vec::new();
    for gram in all {
        match counted.last_mut() {
            Some(last) if last.0 == gram => last.1 += 1.0,
            _ => counted.push((gram, 1.0)),
        }
    }
    counted
}
