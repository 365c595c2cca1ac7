//! Last stage for one option: every word of the text is explained by the same term.
//!
//! Loose wordings are many, so this looks at what is *not* explained rather than at what is alike: one foreign
//! word, one unexplained negation or an incomplete anchor, and a person is asked. No score decides; the score
//! only tells two fully explaining terms apart.

use super::Method;
use super::lexicon::{Lexicon, Sense, WordKind};
use super::wording::Found;
use crate::codebook::{Reach, Term, Vocabulary};

/// How far ahead of the second the best explanation must be.
const MARGIN: f64 = 0.05;
/// Weight of a word that the field merely tolerates.
const TOLERATED: f64 = 0.5;

/// What each term asks of a loose wording.
#[derive(Clone, Debug)]
pub(super) struct Explainer {
    terms: Vec<TermRules>,
}

#[derive(Clone, Debug)]
struct TermRules {
    reach: Reach,
    /// Sets of entries, with the words as the vocabulary writes them.
    anchors: Vec<(Vec<usize>, String)>,
    /// Phrases that mean something else.
    never: Vec<Phrase>,
    /// Phrases that a person must judge.
    ask: Vec<Phrase>,
}

/// The content words of a phrase: their stems, and their entries where the vocabulary knows them.
type Phrase = Vec<(String, Option<usize>)>;

/// What the stage says of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Explanation {
    /// One term explains it.
    One(Found),
    /// Several do, equally well.
    Tie(Vec<usize>),
    /// None does.
    None,
}

/// How well one term covers a text that is not fully explained.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coverage {
    /// Share of the content words that are the term's own.
    pub(super) own: f64,
    /// Whether one of its anchors is complete.
    pub(super) anchored: bool,
    /// What one of its phrases says of the text.
    pub(super) stance: Stance,
}

/// What a term's own list of phrases says of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    /// Nothing.
    Open,
    /// That a person must judge.
    Ask,
    /// That it means something else.
    Refused,
}

impl Explainer {
    /// Prepares the terms' anchors and refused phrases.
    pub(super) fn new(vocabulary: &Vocabulary, lexicon: &Lexicon) -> Self {
        Self {
            terms: vocabulary
                .terms
                .iter()
                .map(|term| TermRules::new(term, &vocabulary.ask, lexicon))
                .collect(),
        }
    }

    /// The term that explains every word.
    pub(super) fn explain(&self, senses: &[Sense], lexicon: &Lexicon) -> Explanation {
        let mut candidates = Vec::new();
        for (term, rules) in self.terms.iter().enumerate() {
            if rules.reach == Reach::Decision || rules.stance(senses) != Stance::Open {
                continue;
            }
            let Some(anchor) = rules.anchor(senses) else { continue };
            if let Some(score) = score(term, senses, lexicon) {
                candidates.push((term, score, anchor));
            }
        }
        candidates.sort_by(|one, other| other.1.total_cmp(&one.1));
        match candidates.as_slice() {
            [] => Explanation::None,
            [(_, best, _), (_, second, _), ..] if best - second < MARGIN => {
                let tied = candidates.iter().filter(|candidate| best - candidate.1 < MARGIN);
                Explanation::Tie(tied.map(|candidate| candidate.0).collect())
            }
            [(term, _, anchor), ..] => Explanation::One(Found {
                term: *term,
                method: Method::Explained,
                rule: (*anchor).to_owned(),
            }),
        }
    }

    /// Whether no phrase of a term's lists stands in a text.
    pub(super) fn is_open(&self, term: usize, senses: &[Sense]) -> bool {
        self.terms.get(term).is_some_and(|rules| rules.stance(senses) == Stance::Open)
    }

    /// How well each term covers a text.
    pub(super) fn coverage(&self, senses: &[Sense], lexicon: &Lexicon) -> Vec<Coverage> {
        let content: Vec<&Sense> =
            senses.iter().filter(|sense| sense.kind != WordKind::Stop).collect();
        let all = content.iter().fold(0.0, |sum, _| sum + 1.0);
        let cover = |(term, rules): (usize, &TermRules)| {
            let own = content
                .iter()
                .filter(|sense| lexicon.is_owned(&sense.readings, term))
                .fold(0.0, |sum, _| sum + 1.0);
            Coverage {
                own: if all > 0.0 { own / all } else { 0.0 },
                anchored: rules.anchor(senses).is_some(),
                stance: rules.stance(senses),
            }
        };
        self.terms.iter().enumerate().map(cover).collect()
    }
}

impl TermRules {
    fn new(term: &Term, ask: &[String], lexicon: &Lexicon) -> Self {
        let anchors = term.anchors.iter().filter_map(|set| {
            let entries: Option<Vec<Vec<usize>>> =
                set.iter().map(|phrase| lexicon.entries_of(phrase)).collect();
            // A set of stop words only would always be complete.
            let entries =
                entries.map(|entries| entries.concat()).filter(|entries| !entries.is_empty());
            entries.map(|entries| (entries, set.join(" + ")))
        });
        Self {
            reach: term.reach,
            anchors: anchors.collect(),
            never: term.never.iter().map(|phrase| lexicon.phrase(phrase)).collect(),
            ask: term.ask.iter().chain(ask).map(|phrase| lexicon.phrase(phrase)).collect(),
        }
    }

    /// The first anchor whose words all stand in the text.
    fn anchor(&self, senses: &[Sense]) -> Option<&str> {
        let holds = |entry: &usize| senses.iter().any(|sense| sense.readings.contains(entry));
        self.anchors
            .iter()
            .find(|(entries, _)| entries.iter().all(holds))
            .map(|(_, words)| words.as_str())
    }

    fn stance(&self, senses: &[Sense]) -> Stance {
        let content: Vec<&Sense> =
            senses.iter().filter(|sense| sense.kind != WordKind::Stop).collect();
        let is = |sense: &Sense, (stem, entry): &(String, Option<usize>)| {
            sense.stem == *stem || entry.is_some_and(|entry| sense.readings.contains(&entry))
        };
        let stands = |phrase: &Phrase| {
            let mut windows = content.windows(phrase.len().max(1));
            !phrase.is_empty()
                && windows
                    .any(|window| window.iter().zip(phrase).all(|(sense, word)| is(sense, word)))
        };
        if self.never.iter().any(stands) {
            Stance::Refused
        } else if self.ask.iter().any(stands) {
            Stance::Ask
        } else {
            Stance::Open
        }
    }
}

/// Mean weight of the words, or `None` when the term leaves one unexplained.
fn score(term: usize, senses: &[Sense], lexicon: &Lexicon) -> Option<f64> {
    let mut sum = 0.0;
    let mut all = 0.0;
    for (at, sense) in senses.iter().enumerate() {
        if sense.kind == WordKind::Stop {
            continue;
        }
        let weight = if sense.kind == WordKind::Negation {
            f64::from(u8::from(lexicon.is_own_denial(senses, at, term)))
        } else if lexicon.is_owned(&sense.readings, term) {
            sense.certainty
        } else if lexicon.is_tolerated(&sense.readings, term) {
            sense.certainty * TOLERATED
        } else {
            0.0
        };
        if weight <= 0.0 {
            return None;
        }
        sum += weight;
        all += 1.0;
    }
    (all > 0.0).then(|| sum / all)
}
