//! The small words of teams: labels, links, what announces a size, what takes a number back.

use super::nouns::singular;

/// Adjectives that may stand between « un » and its noun.
const LIGHT: [&str; 9] =
    ["ancien", "ancienne", "autre", "jeune", "nouveau", "nouvel", "nouvelle", "seul", "seule"];

/// Words before which a number only labels something: « taux 3 », « phase 2 ».
const LABELS: [&str; 23] = [
    "axe", "chapitre", "page", "partie", "point", "volet", "annexe", "batiment", "bat", "cycle",
    "echelon", "etape", "etage", "lab", "labo", "lot", "n", "niveau", "phase", "porte", "salle",
    "taux", "version",
];

/// Whether a number after this word only labels something.
pub(super) fn is_label(word: &str) -> bool {
    LABELS.contains(&word)
}

/// Words that may part a number from its noun: « 2 autres agents », « 3 à la DANE ».
pub(super) fn is_link(word: &str) -> bool {
    matches!(
        word,
        "a" | "au"
            | "aux"
            | "d"
            | "dans"
            | "de"
            | "des"
            | "du"
            | "en"
            | "issu"
            | "issus"
            | "issue"
            | "issues"
            | "l"
            | "la"
            | "le"
            | "les"
            | "par"
            | "pour"
            | "sein"
            | "sur"
            | "x"
    )
}

/// Whether a full stop after this word only shortens it.
pub(super) fn is_abbreviation(word: &str) -> bool {
    matches!(word, "pers" | "env" | "resp" | "nb" | "coord" | "p" | "dir" | "adj")
}

/// Words after which a bare number is the size of the team.
pub(super) fn announces_size(word: &str) -> bool {
    matches!(
        singular(word),
        "equipe" | "effectif" | "nombre" | "total" | "taille" | "somme" | "membre" | "personne"
    )
}

/// Words of an answer that only names services.
pub(super) fn is_plain(word: &str) -> bool {
    const PLAIN: [&str; 48] = [
        "academie",
        "academique",
        "appui",
        "avec",
        "cellule",
        "co",
        "collaboration",
        "compose",
        "composee",
        "conjointe",
        "conjointement",
        "coordination",
        "copilotage",
        "corps",
        "dedie",
        "dediee",
        "dedies",
        "delegation",
        "direction",
        "equipe",
        "equipes",
        "est",
        "lab",
        "lien",
        "membres",
        "mission",
        "mixte",
        "mobilisee",
        "notre",
        "partenariat",
        "personnels",
        "pilotage",
        "pilote",
        "pilotee",
        "pole",
        "porte",
        "portee",
        "projet",
        "rectorat",
        "regroupant",
        "reseau",
        "service",
        "services",
        "ses",
        "son",
        "soutien",
        "un",
        "une",
    ];
    let stems = [
        "rattach", "adoss", "integr", "heberg", "pilot", "copilot", "anime", "assure", "confie",
        "encadr", "supervis", "coordonn", "techni", "logist",
    ];
    is_link(word)
        || stems.iter().any(|stem| word.starts_with(stem))
        || matches!(word, "et" | "y" | "s" | "compris" | "ainsi" | "que" | "plus" | "moyens")
        || PLAIN.contains(&word)
}

/// Words that put a count in the future: « 2 personnes en cours de recrutement ».
pub(super) fn is_hiring(word: &str) -> bool {
    matches!(singular(word), "recrutement" | "constitution")
}

/// What a word does to the counts around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// Turns them around.
    Negates,
    /// Puts them in doubt or in the future.
    Doubts,
    /// Makes them a bound.
    Bounds,
    /// Makes them round.
    Rounds,
    /// Says that they hold for each of several.
    Shares,
}

/// What a word does to the counts around it, if anything.
pub(super) fn force(word: &str) -> Option<Force> {
    const STEMS: [(&str, Force); 24] = [
        ("probab", Force::Doubts),
        ("eventuel", Force::Doubts),
        ("envisag", Force::Doubts),
        ("prevu", Force::Doubts),
        ("previ", Force::Doubts),
        ("prochain", Force::Doubts),
        ("renfor", Force::Doubts),
        ("potentiel", Force::Doubts),
        ("variab", Force::Doubts),
        ("pressent", Force::Doubts),
        ("souhait", Force::Doubts),
        ("attendu", Force::Doubts),
        ("esper", Force::Doubts),
        ("recherchon", Force::Doubts),
        ("passag", Force::Doubts),
        ("passe", Force::Doubts),
        ("evolu", Force::Doubts),
        ("augment", Force::Doubts),
        ("diminu", Force::Doubts),
        ("minim", Force::Bounds),
        ("maxim", Force::Bounds),
        ("jusqu", Force::Bounds),
        ("approximat", Force::Rounds),
        ("chacun", Force::Shares),
    ];
    match word {
        "pas" | "non" | "ni" | "sans" | "jamais" => Some(Force::Negates),
        "peut" | "terme" | "bientot" | "futur" | "future" | "venir" | "si" | "puis" => {
            Some(Force::Doubts)
        }
        "moins" | "min" | "max" => Some(Force::Bounds),
        "environ" | "env" | "autour" | "pres" | "quelque" => Some(Force::Rounds),
        "chaque" => Some(Force::Shares),
        _ => STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, force)| *force),
    }
}

/// Adjectives that may stand between « un » and the person that it counts.
pub(super) fn is_light(word: &str) -> bool {
    LIGHT.contains(&word)
}

/// Words after which a number no longer looks for its noun.
pub(super) fn ends_count(word: &str) -> bool {
    matches!(
        word,
        "dont"
            | "parmi"
            | "et"
            | "ont"
            | "sont"
            | "avec"
            | "soit"
            | "est"
            | "ou"
            | "chacun"
            | "chacune"
    )
}
