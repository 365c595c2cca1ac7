//! Words for numbers, and for groups of so many people.

use super::nouns::singular;

const NUMBERS: [(&str, u32); 33] = [
    ("zero", 0),
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("cent", 100),
    ("aucun", 0),
    ("aucune", 0),
    ("binome", 2),
    ("duo", 2),
    ("tandem", 2),
    ("trio", 3),
    ("trinome", 3),
    ("quatuor", 4),
    ("quintette", 5),
];

const ROUND: [(&str, u32); 10] = [
    ("huitaine", 8),
    ("dizaine", 10),
    ("douzaine", 12),
    ("quinzaine", 15),
    ("vingtaine", 20),
    ("trentaine", 30),
    ("quarantaine", 40),
    ("cinquantaine", 50),
    ("soixantaine", 60),
    ("centaine", 100),
];

/// The value of a number word.
pub(super) fn number(word: &str) -> Option<u32> {
    NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The value of a round number word, such as « dizaine ».
pub(super) fn round_number(word: &str) -> Option<u32> {
    ROUND.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// Words for a group of so many people: « un binôme DANE/CARDIE ».
pub(super) fn is_group(word: &str) -> bool {
    matches!(word, "binome" | "duo" | "tandem" | "trio" | "trinome" | "quatuor" | "quintette")
}

/// Places of which there are many, so that « un référent par établissement » is no size.
pub(super) fn is_many(word: &str) -> bool {
    const MANY: [&str; 9] = [
        "academie",
        "bassin",
        "circonscription",
        "college",
        "departement",
        "ecole",
        "etablissement",
        "lycee",
        "site",
    ];
    MANY.contains(&singular(word))
}
