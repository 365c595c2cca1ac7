//! Every exact way of writing every term, gathered once for the stages that look texts up.

use super::{Method, lexicon::Lexicon};
use crate::codebook::keys::match_key;
use crate::codebook::{Reach, Vocabulary};

/// One exact way of writing a term.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// Its match key.
    pub(super) key: String,
    /// Place of the term in the vocabulary.
    pub(super) term: usize,
    /// Label, alias or label with gloss.
    pub(super) method: Method,
    /// As the vocabulary writes it.
    pub(super) text: String,
    /// Its content stems, sorted and joined.
    pub(super) token_key: String,
    /// Length of the label's key, by which a cut label is measured.
    pub(super) label_length: usize,
}

/// What a stage found: never a guess.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Place of the term in the vocabulary.
    pub(super) term: usize,
    /// How.
    pub(super) method: Method,
    /// What exactly matched.
    pub(super) rule: String,
}

impl Wording {
    /// The wordings of the terms that a wording may reach: labels, aliases, labels with their gloss.
    pub(super) fn all(vocabulary: &Vocabulary, lexicon: &Lexicon) -> Vec<Self> {
        let mut all = Vec::new();
        for (term, texts) in vocabulary.terms.iter().enumerate() {
            if texts.reach == Reach::Decision {
                continue;
            }
            let label_length = match_key(&texts.label.fr).len();
            let mut add = |method, text: String| {
                let token_key = token_key(&lexicon.content_stems(&text));
                all.push(Self {
                    key: match_key(&text),
                    term,
                    method,
                    text,
                    token_key,
                    label_length,
                });
            };
            add(Method::Exact, texts.label.fr.clone());
            for alias in &texts.aliases {
                add(Method::Alias, alias.clone());
            }
            if !texts.gloss.fr.is_empty() {
                add(Method::Gloss, format!("{} (= {})", texts.label.fr, texts.gloss.fr));
            }
        }
        all
    }

    /// This wording as what a stage found.
    pub(super) fn found(&self, method: Method) -> Found {
        Found { term: self.term, method, rule: self.text.clone() }
    }
}

/// Content stems, sorted, each once.
pub(super) fn token_key(stems: &[String]) -> String {
    let mut sorted: Vec<&str> = stems.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.join(" ")
}
