//! The words that may stand around the name of a body without changing it.

/// Words that say nothing about which body is meant.
const AROUND: [&str; 87] = [
    "a",
    "ac",
    "acad",
    "academie",
    "academies",
    "academique",
    "academiques",
    "academy",
    "ancienne",
    "anciennement",
    "annexe",
    "antenne",
    "au",
    "aux",
    "bilan",
    "cardie",
    "census",
    "code",
    "dafop",
    "dafpen",
    "dan",
    "dane",
    "dans",
    "de",
    "des",
    "direction",
    "drane",
    "dsden",
    "dsi",
    "du",
    "d",
    "eafc",
    "education",
    "edu",
    "en",
    "enquete",
    "ensemble",
    "et",
    "etat",
    "fablab",
    "fiche",
    "fiches",
    "fr",
    "gouv",
    "http",
    "https",
    "innovation",
    "innovations",
    "l",
    "la",
    "lab",
    "labo",
    "laboratoire",
    "laboratoires",
    "labs",
    "le",
    "les",
    "lieux",
    "ministere",
    "nationale",
    "nom",
    "notre",
    "numerique",
    "ouvert",
    "pedagogique",
    "pole",
    "pour",
    "projet",
    "questionnaire",
    "recensement",
    "rectorale",
    "rectorat",
    "region",
    "regionale",
    "reponse",
    "reponses",
    "s",
    "siege",
    "site",
    "sites",
    "sur",
    "territoire",
    "the",
    "tiers",
    "un",
    "votre",
    "www",
];

/// Words that turn a name around, or doubt it.
const AGAINST: [&str; 10] =
    ["hors", "sauf", "excepte", "pas", "non", "ni", "sans", "ou", "peut", "futur"];

/// Words after which a name can only be a body's.
const FRAMES: [&str; 12] = [
    "academie",
    "academy",
    "acad",
    "ac",
    "rectorat",
    "rectorale",
    "cardie",
    "dane",
    "drane",
    "dafpen",
    "eafc",
    "dsi",
];

/// Whether a word may stand around a name.
pub(super) fn is_around(word: &str) -> bool {
    AROUND.contains(&word)
}

/// Whether a word turns a name around or doubts it.
pub(super) fn is_against(word: &str) -> bool {
    AGAINST.contains(&word)
}

/// Whether the name after this word is a body's.
pub(super) fn is_frame(word: &str) -> bool {
    FRAMES.contains(&word)
}

/// Whether a word links a frame to its name, as in « académie de la ».
pub(super) fn is_link(word: &str) -> bool {
    matches!(word, "de" | "d" | "du" | "des" | "la" | "le" | "les" | "l")
}
