//! What bears a person's name without being one: schools, streets, rooms, prizes, and the dead they honour.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::codebook::keys::match_key;

/// Words after which a person's name is the name of a place, a prize or a body; plurals too.
const PLACES: [&str; 84] = [
    "allee",
    "amphi",
    "amphitheatre",
    "antenne",
    "association",
    "atelier",
    "avenue",
    "batiment",
    "bibliotheque",
    "boulevard",
    "bourse",
    "campus",
    "carrefour",
    "centre",
    "cfa",
    "challenge",
    "chaire",
    "chemin",
    "cite",
    "classe",
    "college",
    "concours",
    "cours",
    "creche",
    "dispositif",
    "ecole",
    "edition",
    "editions",
    "elementaire",
    "erea",
    "espace",
    "etablissement",
    "fablab",
    "fondation",
    "general",
    "greta",
    "groupe",
    "gymnase",
    "hall",
    "hopital",
    "hotel",
    "impasse",
    "institut",
    "internat",
    "lab",
    "labo",
    "laboratoire",
    "lgt",
    "loi",
    "lp",
    "lpo",
    "lycee",
    "maison",
    "maternelle",
    "mediatheque",
    "methode",
    "musee",
    "parc",
    "place",
    "plan",
    "plateforme",
    "polyvalent",
    "pont",
    "primaire",
    "prix",
    "professionnel",
    "programme",
    "projet",
    "promotion",
    "quai",
    "rectorat",
    "residence",
    "reseau",
    "rue",
    "salle",
    "segpa",
    "site",
    "square",
    "stade",
    "technologique",
    "theatre",
    "trophee",
    "universite",
    "village",
];
/// Short words that lead to a place's name as well.
const SAINTS: [&str; 5] = ["saint", "sainte", "st", "ste", "notre"];

/// Whether a name after this word is a place's.
pub(super) fn is_place(word: &str) -> bool {
    let key = match_key(word);
    let singular = key.strip_suffix('s').unwrap_or(&key);
    let last = singular.rsplit(' ').next().unwrap_or_default();
    [key.as_str(), singular, last].iter().any(|word| PLACES.contains(word))
        || SAINTS.contains(&key.as_str())
}

/// Whether a place's word is in the plural, so that several names may follow it.
pub(super) fn is_places(word: &str) -> bool {
    word.ends_with('s') && is_place(word)
}

/// Whether a word may stand between a place and its name: « lycée hôtelier Jean Drouant », « collège REP+ ».
pub(super) fn is_quality(word: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "el", "elle", "al", "ale", "ique", "iques", "aire", "aires", "ier", "iere", "ien", "ienne",
        "ant", "ante",
    ];
    const WORDS: [&str; 6] = ["public", "publique", "prive", "privee", "et", "agricole"];
    let key = match_key(word);
    let acronym = word.chars().all(|letter| letter.is_uppercase() || letter.is_numeric());
    acronym || WORDS.contains(&key.as_str()) || ENDINGS.iter().any(|ending| key.ends_with(ending))
}

/// Whether a name is that of somebody long dead or famous after whom places are named.
pub(super) fn is_eponym(name: &str) -> bool {
    const LIST: &str = include_str!("eponyms.txt");
    static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        LIST.lines().filter(|line| !line.starts_with('#')).map(match_key).collect()
    });
    NAMES.contains(&match_key(name))
}

/// Whether a surname is also a common word or the name of a place, so that alone it tells nobody.
pub(super) fn is_common(word: &str) -> bool {
    const LIST: &str = include_str!("common_surnames.txt");
    static WORDS: LazyLock<BTreeSet<&str>> =
        LazyLock::new(|| LIST.split_whitespace().filter(|word| !word.starts_with('#')).collect());
    WORDS.contains(match_key(word).as_str())
}
