//! Answers that say nothing: they are missing, which is neither zero nor « non ».
//!
//! Words that deny (« aucune », « non renseigné ») are left to a person: they may mean zero.

use crate::codebook::keys::match_key;

/// Folded answers that say nothing.
const EMPTY_ANSWERS: [&str; 37] = [
    "a completer",
    "a construire",
    "a definir",
    "a determiner",
    "a preciser",
    "a remplir",
    "a renseigner",
    "a suivre",
    "a venir",
    "a voir",
    "en attente",
    "en cours de definition",
    "inconnu",
    "inconnue",
    "n a",
    "n c",
    "n d",
    "n r",
    "na",
    "nc",
    "nd",
    "neant",
    "non communique",
    "non communiquee",
    "nr",
    "nsp",
    "ras",
    "r a s",
    "sans objet",
    "sans reponse",
    "s o",
    "so",
    "tbc",
    "tbd",
    "vide",
    "xx",
    "xxx",
];

/// Whether an answer says nothing: blank, punctuation only, or an agreed empty word.
///
/// « ? » alone is such an answer; so is « (blank) » punctuation, but not a lone unticked box.
pub fn is_empty_answer(text: &str) -> bool {
    let mut key = match_key(text);
    if key.starts_with("encore ") {
        key.drain(..7);
    }
    key.is_empty() || EMPTY_ANSWERS.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_empty_answer;

    #[test]
    fn words_that_say_nothing_are_missing_and_words_that_deny_are_not() {
        for text in [
            "",
            " ",
            "-",
            "/",
            "...",
            "…",
            "?",
            "N/A",
            "N.C.",
            "Néant",
            "à définir",
            "À DÉFINIR…",
            "R.A.S.",
            "« »",
        ] {
            assert!(is_empty_answer(text), "{text}");
        }
        for text in ["aucune", "non", "non renseigné", "0", "en pause"] {
            assert!(!is_empty_answer(text), "{text}");
        }
    }
}
