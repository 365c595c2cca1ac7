//! Answers that say nothing: « - », « NC », « à définir ».
//!
//! Only whole answers count, compared by their key; « en construction » in the middle of a sentence is
//! a fact about the lab. A refusal such as « pas d'équipe dédiée » says something and is not here.

use crate::codebook::keys::match_key;

/// Whole answers that stand for an empty cell.
const BLANK: [&str; 47] = [
    "a completer",
    "a confirmer",
    "a definir",
    "a determiner",
    "a preciser",
    "a renseigner",
    "a suivre",
    "a venir",
    "en attente",
    "en cours",
    "en cours de definition",
    "en cours de reflexion",
    "en reflexion",
    "inconnu",
    "inconnue",
    "ind",
    "indetermine",
    "indeterminee",
    "je ne sais pas",
    "n a",
    "n c",
    "n r",
    "n s p",
    "na",
    "nc",
    "ne sait pas",
    "neant",
    "non communique",
    "non concerne",
    "non connu",
    "non connue",
    "non defini",
    "non definie",
    "non determine",
    "non determinee",
    "non precise",
    "non renseigne",
    "nr",
    "ns",
    "nsp",
    "pas de reponse",
    "rien",
    "s o",
    "sans objet",
    "so",
    "tbc",
    "tbd",
];

/// Whether an answer is empty or a word for it; punctuation alone, « ? » included, is empty.
pub(super) fn is_blank(text: &str) -> bool {
    let key = match_key(text);
    key.is_empty() || BLANK.binary_search(&key.as_str()).is_ok() || is_crosses(&key)
}

/// A cell filled with crosses, as in « XXX ».
fn is_crosses(key: &str) -> bool {
    key.len() >= 2 && key.chars().all(|letter| letter == 'x')
}

#[cfg(test)]
mod tests {
    use super::{BLANK, is_blank};

    #[test]
    fn the_words_are_sorted_so_that_they_are_found() {
        assert!(BLANK.is_sorted());
    }

    #[test]
    fn punctuation_alone_says_nothing() {
        for text in ["", " \u{a0}", "?", "…", "- / -", "N/A", "À définir.", "xxx", "Néant"] {
            assert!(is_blank(text), "{text}");
        }
        for text in ["0", "x", "aucun", "en construction depuis 2019"] {
            assert!(!is_blank(text), "{text}");
        }
    }
}
