//! The people whom an edition's own columns name, so that they are found again wherever they are spoken of.

use std::collections::BTreeSet;

use super::name::is_given_key;
use super::places::is_common;
use super::{mail, phone};
use crate::codebook::keys::match_key;

/// Shortest surname that is looked for by itself.
const SHORTEST: usize = 3;
/// Most words of one person's name.
const LONGEST: usize = 5;

/// Words of a value that make it something else than a person's name.
const NOT_NAMES: [&str; 62] = [
    "academie",
    "academique",
    "adresse",
    "agent",
    "assistance",
    "accueil",
    "bureau",
    "canope",
    "cardie",
    "cellule",
    "ce",
    "charge",
    "chargee",
    "college",
    "communication",
    "compte",
    "contact",
    "courrier",
    "dafop",
    "dafpen",
    "dan",
    "dane",
    "dasen",
    "delegation",
    "direction",
    "drane",
    "dsden",
    "dsi",
    "eafc",
    "ecole",
    "education",
    "enseignant",
    "equipe",
    "fablab",
    "formation",
    "info",
    "infos",
    "innovation",
    "inspection",
    "lab",
    "labo",
    "labs",
    "laboratoire",
    "lycee",
    "mail",
    "mission",
    "noreply",
    "numerique",
    "pole",
    "projet",
    "public",
    "recteur",
    "rectorat",
    "rectrice",
    "referent",
    "region",
    "reponse",
    "responsable",
    "secretariat",
    "service",
    "webmestre",
    "recherche",
];

/// Surnames that stand in an edition's columns about people, and in its mail addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownNames {
    surnames: BTreeSet<String>,
}

impl KnownNames {
    /// Learns the names in a value of a column that asks for people.
    pub fn learn(&mut self, value: &str) {
        self.learn_mails(value);
        let mut rest = value.to_owned();
        for found in mail::find(value).into_iter().chain(phone::find(value)) {
            // Same length, so that the places of the others stay.
            rest.replace_range(found.span.clone(), &" ".repeat(found.span.len()));
        }
        let people = rest.split([',', ';', '/', '\n', '&', '(', ')', '|', ':']);
        for person in people.flat_map(|people| people.split(" et ")) {
            self.learn_surname(person);
        }
    }

    /// Learns from the addresses of a text: « jeanne.martin@… » names somebody.
    pub fn learn_mails(&mut self, text: &str) {
        if !text.contains(['@', '＠', '[', '(']) && !text.to_lowercase().contains("arobase") {
            return;
        }
        for found in mail::find(text) {
            let address = text.get(found.span).unwrap_or_default();
            let local = mail::local_part(address);
            if local.contains(['.', '_', '-']) {
                self.learn_surname(&local.replace(['.', '_'], " "));
            }
        }
    }

    /// Learns the surname of one person's full name.
    pub(super) fn learn_surname(&mut self, name: &str) {
        let words: Vec<&str> = name
            .split(|letter: char| letter.is_whitespace() || letter == '.')
            .map(|word| word.trim_matches(['-', '\'', '’']))
            .filter(|word| !word.is_empty())
            .collect();
        let keys: Vec<String> = words.iter().map(|word| match_key(word)).collect();
        let plain = words.iter().all(|word| {
            word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’'))
        });
        if words.is_empty() || words.len() > LONGEST || !plain {
            return;
        }
        if keys.iter().any(|key| key.split(' ').any(|word| NOT_NAMES.contains(&word))) {
            return;
        }
        let particle = |key: &str| {
            matches!(
                key,
                "de" | "du"
                    | "des"
                    | "le"
                    | "la"
                    | "d"
                    | "van"
                    | "von"
                    | "el"
                    | "ben"
                    | "m"
                    | "mr"
                    | "mme"
                    | "mlle"
                    | "dr"
                    | "mmes"
                    | "mm"
                    | "monsieur"
                    | "madame"
                    | "saint"
            )
        };
        let given = |key: &str| key.split(' ').all(is_given_key);
        let capitals = words.iter().any(|word| is_capitals(word));
        let own: Vec<&String> = words
            .iter()
            .zip(&keys)
            .filter(|(word, key)| {
                // « Jeanne MARTIN »: the capitals tell which of two given names is the surname.
                let marked = capitals && is_capitals(word);
                !particle(key) && (marked || !given(key)) && (!capitals || marked || !given(key))
            })
            .map(|(_, key)| key)
            .collect();
        let last = keys.iter().rev().find(|key| !particle(key)).filter(|_| keys.len() > 1);
        let surnames: Vec<&String> = if own.is_empty() { last.into_iter().collect() } else { own };
        for surname in surnames {
            if surname.chars().count() >= SHORTEST && !is_common(surname) {
                self.surnames.insert(surname.clone());
            }
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.surnames.is_empty()
    }

    /// Whether a folded word is one of them.
    pub(super) fn holds(&self, key: &str) -> bool {
        self.surnames.contains(key)
    }
}

fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|letter| !letter.is_lowercase())
}
