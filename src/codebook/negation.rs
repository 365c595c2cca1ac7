//! French (and a few English) words that deny, exclude or put off what stands near them.
//!
//! They are language, not vocabulary: no question may declare them optional. A similarity score is blind to
//! them, which is why « pas d'incubation » scores 95 against « incubation ».

/// Folded stems that deny or end something.
const NEGATIONS: [&str; 40] = [
    "abandon",
    "abandone",
    "abandonent",
    "anule",
    "anul",
    "aret",
    "arete",
    "aucun",
    "aucunement",
    "aucune",
    "excepte",
    "except",
    "ferme",
    "ferm",
    "fermeture",
    "hormi",
    "hor",
    "inactif",
    "inactiv",
    "interompu",
    "jamai",
    "n",
    "ne",
    "ni",
    "no",
    "non",
    "not",
    "nulement",
    "pa",
    "pas",
    "rien",
    "sauf",
    "san",
    "sans",
    "stope",
    "stop",
    "supendu",
    "suprime",
    "suspendu",
    "suspension",
];

/// Folded stems that put off or weaken something.
const HEDGES: [&str; 28] = [
    "bientot",
    "developer",
    "ebauche",
    "envisage",
    "envisag",
    "etude",
    "etudier",
    "eventuel",
    "eventuelement",
    "futur",
    "imaginer",
    "peut",
    "planifie",
    "planifi",
    "posible",
    "potentiel",
    "prevision",
    "prevoir",
    "prevu",
    "prochain",
    "prochainement",
    "projete",
    "reflexion",
    "souhaite",
    "souhait",
    "souhaiter",
    "term",
    "venir",
];

/// Whether a folded word, or its stem, denies or ends something.
pub fn is_negation(word: &str, stem: &str) -> bool {
    NEGATIONS.contains(&stem) || NEGATIONS.contains(&word)
}

/// Whether a folded word, or its stem, puts something off or weakens it.
pub fn is_hedge(word: &str, stem: &str) -> bool {
    HEDGES.contains(&stem) || HEDGES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{is_hedge, is_negation};
    use crate::codebook::keys::stem;

    #[test]
    fn inflected_forms_deny_as_well() {
        for word in [
            "pas",
            "non",
            "ni",
            "sans",
            "aucune",
            "abandonnee",
            "suspendus",
            "fermes",
            "arretee",
            "arret",
            "hors",
            "annulees",
        ] {
            assert!(is_negation(word, &stem(word)), "{word} -> {}", stem(word));
        }
        for word in ["prevue", "envisages", "futures", "terme", "developper"] {
            assert!(is_hedge(word, &stem(word)), "{word} -> {}", stem(word));
        }
        for word in ["partage", "animation", "passage", "sansonnet"] {
            assert!(!is_negation(word, &stem(word)), "{word}");
        }
    }
}
