//! The words of launch dates: months, seasons, parts of a year, and what may stand around a date.
//!
//! Every word of an answer must be explained here or by a date, else the answer is reviewed: « appel à
//! projets en mars 2021 » holds one clear date, which is not the lab's launch.

use crate::model::{Part, Season};
use crate::normalise::edit::is_one_edit;

/// Month names with their number; any unambiguous prefix of three letters stands for its month.
const MONTHS: [(&str, u32); 23] = [
    ("janvier", 1),
    ("january", 1),
    ("fevrier", 2),
    ("february", 2),
    ("mars", 3),
    ("march", 3),
    ("avril", 4),
    ("april", 4),
    ("mai", 5),
    ("may", 5),
    ("juin", 6),
    ("june", 6),
    ("juillet", 7),
    ("july", 7),
    ("aout", 8),
    ("august", 8),
    ("septembre", 9),
    ("september", 9),
    ("octobre", 10),
    ("october", 10),
    ("novembre", 11),
    ("november", 11),
    ("decembre", 12),
];

const SEASONS: [(&str, Season); 4] = [
    ("printemps", Season::Spring),
    ("ete", Season::Summer),
    ("automne", Season::Autumn),
    ("hiver", Season::Winter),
];

const ORDINALS: [(&str, u32); 10] = [
    ("premier", 1),
    ("premiere", 1),
    ("deuxieme", 2),
    ("second", 2),
    ("seconde", 2),
    ("troisieme", 3),
    ("quatrieme", 4),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
];

/// The shortest word in which one edit is forgiven.
const SHORTEST_MISSPELT: usize = 6;

/// What a word outside the dates does to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Says nothing against the date.
    Optional,
    /// Says that the launch was still to come.
    Planned,
    /// Says that the launch had happened.
    Past,
    /// May turn the answer around.
    Negation,
    /// Doubts it.
    Hedge,
    /// Makes it a bound.
    Bound,
    /// Not known to the rules.
    Unknown,
}

/// Which stretch of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// One of its parts: « fin 2021 ».
    Part(Part),
    /// All of it: « courant 2021 ».
    Whole,
}

/// Beginnings of words by role; the first that fits wins.
const STEMS: [(Role, &[&str]); 5] = [
    (
        Role::Negation,
        &[
            "abandon",
            "annul",
            "arret",
            "cess",
            "clos",
            "decal",
            "differ",
            "ferm",
            "interromp",
            "interrup",
            "redemarr",
            "relanc",
            "reouv",
            "repouss",
            "report",
            "repris",
            "repren",
            "retard",
            "rouv",
            "stopp",
            "suspen",
            "termin",
        ],
    ),
    (
        Role::Hedge,
        &[
            "approximat",
            "eventuel",
            "incertain",
            "possib",
            "potentiel",
            "probab",
            "theori",
            "hypothe",
        ],
    ),
    (
        Role::Planned,
        &[
            "annonc",
            "attendu",
            "demarrera",
            "debutera",
            "devrait",
            "devra",
            "envisag",
            "esper",
            "lancera",
            "ouvrira",
            "planifi",
            "previ",
            "prevo",
            "prevu",
            "programm",
            "projete",
            "sera",
            "souhait",
            "vise",
        ],
    ),
    (Role::Past, &["etabli", "fonde", "implante", "inaugure", "instaure", "officialise"]),
    (
        Role::Optional,
        &[
            "academi",
            "activit",
            "commenc",
            "creation",
            "debut",
            "demarrag",
            "deploi",
            "effecti",
            "fonctionn",
            "inauguration",
            "install",
            "laborat",
            "lancement",
            "naissance",
            "offici",
            "operationn",
            "ouverture",
            "rectora",
        ],
    ),
];

/// Whole words by role.
const WORDS: [(Role, &[&str]); 6] = [
    (Role::Negation, &["non", "pas", "ni", "n", "ne", "sans", "aucun", "aucune", "jamais", "zero"]),
    (
        Role::Hedge,
        &[
            "environ",
            "vers",
            "peut",
            "confirmer",
            "preciser",
            "valider",
            "doute",
            "ou",
            "voire",
            "si",
        ],
    ),
    (Role::Bound, &["avant", "apres", "plus", "moins", "tard", "tot", "ici", "jusqu", "jusque"]),
    (
        Role::Planned,
        &["venir", "futur", "future", "prochain", "prochaine", "objectif", "horizon", "cible"],
    ),
    (
        Role::Past,
        &[
            "depuis", "lance", "lancee", "lances", "ouvert", "ouverte", "cree", "creee", "demarre",
            "debute", "commence", "installe", "realise", "realisee", "existe", "actif", "active",
            "fait", "mis", "nee",
        ],
    ),
    (
        Role::Optional,
        &[
            "a", "ai", "annee", "au", "aux", "ce", "cet", "cette", "civile", "courant", "cours",
            "d", "dans", "date", "de", "des", "du", "elle", "en", "entre", "compter", "est", "et",
            "ete", "etait", "fut", "il", "jour", "journee", "l", "la", "lab", "labo", "labs", "le",
            "les", "mise", "mois", "ne", "notre", "nous", "oeuvre", "on", "par", "partir", "place",
            "pour", "rentree", "route", "scolaire", "service", "soit", "son", "sur", "tout",
            "toute", "un", "une", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
            "dimanche", "ses", "nos", "avons", "ont", "avait", "sommes", "lun", "mer", "jeu",
            "ven", "sam", "dim",
        ],
    ),
];

/// What a word outside the dates does.
pub(super) fn role(word: &str) -> Role {
    let whole = WORDS.iter().find(|(_, words)| words.contains(&word));
    let stem = || STEMS.iter().find(|(_, stems)| stems.iter().any(|stem| word.starts_with(stem)));
    whole.or_else(stem).map_or(Role::Unknown, |(role, _)| *role)
}

/// Words for the beginning of a lab that are no verbs.
pub(super) fn gives_birth(word: &str) -> bool {
    ["creation", "debut", "demarrag", "inauguration", "lancement", "naissance", "ouverture"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

/// What may be launched or opened without being anything else than the lab.
pub(super) fn is_subject(word: &str) -> bool {
    matches!(word, "projet" | "dispositif" | "structure" | "porte" | "portes" | "public")
}

/// The number of a month, written whole, cut or with one edit.
pub(super) fn month(word: &str) -> Option<u32> {
    if let Some((_, month)) = MONTHS.iter().find(|(name, _)| *name == word) {
        return Some(*month);
    }
    let cut = |name: &str| word.len() >= 3 && name.starts_with(word);
    only(MONTHS.iter().filter(|(name, _)| cut(name)).map(|(_, month)| *month)).or_else(|| {
        only(MONTHS.iter().filter(|(name, _)| is_misspelt(word, name)).map(|(_, month)| *month))
    })
}

/// The season that a word names.
pub(super) fn season(word: &str) -> Option<Season> {
    let found = SEASONS.iter().find(|(name, _)| *name == word || is_misspelt(word, name))?;
    Some(found.1)
}

/// The rank that an ordinal word gives.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    ORDINALS.iter().find(|(name, _)| *name == word).map(|(_, rank)| *rank)
}

/// Whether a word only marks the number before it as an ordinal, as in « 1er ».
pub(super) fn is_ordinal_ending(word: &str) -> bool {
    matches!(word, "er" | "ere" | "re" | "e" | "eme" | "ieme" | "nd" | "nde" | "d" | "st" | "th")
}

/// Whether a word is this longer one, perhaps with one edit.
pub(super) fn is_spelling(word: &str, name: &str) -> bool {
    word == name || is_misspelt(word, name)
}

/// The stretch of a period that a word names.
pub(super) fn stretch(word: &str) -> Option<Stretch> {
    match word {
        "debut" => Some(Stretch::Part(Part::Start)),
        "mi" | "milieu" => Some(Stretch::Part(Part::Middle)),
        "fin" => Some(Stretch::Part(Part::End)),
        "courant" => Some(Stretch::Whole),
        _ => None,
    }
}

fn is_misspelt(word: &str, name: &str) -> bool {
    word.len() >= SHORTEST_MISSPELT && name.len() >= SHORTEST_MISSPELT && is_one_edit(word, name)
}

/// The value that all hits agree on.
fn only(mut hits: impl Iterator<Item = u32>) -> Option<u32> {
    let first = hits.next()?;
    hits.all(|hit| hit == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{Role, month, role};

    #[test]
    fn months_are_cut_and_misspelt_but_never_guessed() {
        for (word, expected) in
            [("sept", 9), ("janv", 1), ("fevr", 2), ("jullet", 7), ("otobre", 10), ("mar", 3)]
        {
            assert_eq!(month(word), Some(expected), "{word}");
        }
        for word in ["jui", "ma", "j", "ete", "marc", "members", "juine"] {
            assert_ne!(month(word), Some(6), "{word}");
        }
        assert_eq!(month("jui"), None);
    }

    #[test]
    fn a_negation_outweighs_its_stem() {
        assert_eq!(role("rouvert"), Role::Negation);
        assert_eq!(role("ouvert"), Role::Past);
        assert_eq!(role("prefiguration"), Role::Unknown);
    }
}
