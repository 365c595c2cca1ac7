//! The words of teams: number words, people, working time, and what is counted but is not a person.
//!
//! A role is told by its shape: French names whoever does something in -eur, -rice, -ant, -iste, -ien.
//! The few words of that shape that are not people, or not of the team, are listed.

/// What a counted noun is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// People in general: « personnes », « membres ».
    People,
    /// People by what they do: « coordinateur ».
    Role,
    /// Full-time equivalents.
    Fte,
    /// Not people: hours, rooms, allowances.
    Thing,
    /// People who are not the team, such as pupils: their number must be read by a person.
    Public,
}

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

const PEOPLE: [&str; 11] = [
    "personne",
    "pers",
    "membre",
    "agent",
    "agente",
    "collegue",
    "collaborateur",
    "collaboratrice",
    "equipier",
    "equipiere",
    "personnel",
];

const ROLES: [&str; 44] = [
    "adjoint",
    "adjointe",
    "alternant",
    "apprenti",
    "apprentie",
    "architecte",
    "benevole",
    "bibliothecaire",
    "charge",
    "chargee",
    "chef",
    "cheffe",
    "comptable",
    "copilote",
    "cpe",
    "delegue",
    "deleguee",
    "directeur",
    "elu",
    "expert",
    "experte",
    "fonctionnaire",
    "gestionnaire",
    "graphiste",
    "ian",
    "interne",
    "maitre",
    "maitresse",
    "mentor",
    "pilote",
    "principal",
    "principale",
    "prof",
    "proviseur",
    "proviseure",
    "referent",
    "referente",
    "responsable",
    "secretaire",
    "stagiaire",
    "titulaire",
    "vacataire",
    "volontaire",
    "webmestre",
];

const THINGS: [&str; 60] = [
    "an",
    "annee",
    "ans",
    "atelier",
    "bureau",
    "catalogue",
    "chantier",
    "classe",
    "college",
    "demi",
    "departement",
    "dispositif",
    "dossier",
    "ecole",
    "espace",
    "etablissement",
    "etage",
    "euro",
    "h",
    "heure",
    "horaire",
    "hsa",
    "hse",
    "imp",
    "imps",
    "jour",
    "journee",
    "k",
    "lieu",
    "local",
    "lycee",
    "m",
    "machine",
    "matinee",
    "metre",
    "mission",
    "mois",
    "niveau",
    "ordinateur",
    "outil",
    "partie",
    "projet",
    "quartier",
    "questionnaire",
    "rencontre",
    "reunion",
    "rythme",
    "salle",
    "seance",
    "secteur",
    "semaine",
    "seminaire",
    "serveur",
    "session",
    "siecle",
    "site",
    "taux",
    "trimestre",
    "vacation",
    "valeur",
];

const PUBLIC: [&str; 21] = [
    "acteur",
    "adherent",
    "apprenant",
    "auditeur",
    "beneficiaire",
    "eleve",
    "etudiant",
    "etudiante",
    "habitant",
    "inscrit",
    "intervenant",
    "invite",
    "participant",
    "participante",
    "partenaire",
    "usager",
    "utilisateur",
    "utilisatrice",
    "visiteur",
    "candidat",
    "poste",
];

const ROLE_ENDINGS: [&str; 9] =
    ["eur", "eure", "euse", "rice", "iste", "ien", "ienne", "logue", "graphe"];

/// People whose names end as participles and infinitives do, which are left alone: « décrivant », « animer ».
const DOERS: [&str; 26] = [
    "assistant",
    "assistante",
    "consultant",
    "consultante",
    "conseiller",
    "conseillere",
    "correspondant",
    "correspondante",
    "designer",
    "doctorant",
    "doctorante",
    "dirigeant",
    "dirigeante",
    "encadrant",
    "encadrante",
    "enseignant",
    "enseignante",
    "infirmier",
    "infirmiere",
    "manager",
    "officier",
    "owner",
    "remplacant",
    "remplacante",
    "representant",
    "representante",
];

/// Things in -eur, -rice, -ien and -iste.
const MADE: [&str; 40] = [
    "accelerateur",
    "ascenseur",
    "capteur",
    "catalyseur",
    "chaleur",
    "compteur",
    "consiste",
    "couleur",
    "declencheur",
    "dialogue",
    "entretien",
    "erreur",
    "existe",
    "facteur",
    "faveur",
    "fournisseur",
    "grandeur",
    "hauteur",
    "incubateur",
    "indicateur",
    "insiste",
    "largeur",
    "longueur",
    "maintien",
    "matrice",
    "moteur",
    "navigateur",
    "paragraphe",
    "persiste",
    "prologue",
    "projecteur",
    "repetiteur",
    "ressort",
    "simulateur",
    "soutien",
    "traceur",
    "vecteur",
    "videoprojecteur",
    "vigueur",
    "rigueur",
];

/// Words of that shape that only describe a noun: « les 2 premiers mois ».
const ADJECTIVES: [&str; 34] = [
    "ancien",
    "ancienne",
    "anterieur",
    "avant",
    "constant",
    "courant",
    "dependant",
    "dernier",
    "devant",
    "durant",
    "entier",
    "existant",
    "exterieur",
    "financier",
    "important",
    "independant",
    "inferieur",
    "interessant",
    "interieur",
    "leger",
    "majeur",
    "meilleur",
    "mineur",
    "particulier",
    "pendant",
    "permanent",
    "plusieur",
    "premier",
    "quotidien",
    "regulier",
    "restant",
    "suivant",
    "superieur",
    "ulterieur",
];

/// Adjectives that may stand between « un » and its noun.
const LIGHT: [&str; 9] =
    ["ancien", "ancienne", "autre", "jeune", "nouveau", "nouvel", "nouvelle", "seul", "seule"];

/// Words before which a number only labels something: « taux 3 », « phase 2 ».
const LABELS: [&str; 23] = [
    "axe", "chapitre", "page", "partie", "point", "volet", "annexe", "batiment", "bat", "cycle",
    "echelon", "etape", "etage", "lab", "labo", "lot", "n", "niveau", "phase", "porte", "salle",
    "taux", "version",
];

/// The value of a number word.
pub(super) fn number(word: &str) -> Option<u32> {
    NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The value of a round number word, such as « dizaine ».
pub(super) fn round_number(word: &str) -> Option<u32> {
    ROUND.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// What a noun counts, if it is known.
pub(super) fn noun(word: &str) -> Option<Noun> {
    let singular = singular(word);
    if matches!(word, "etp" | "etps" | "etpt" | "etpts" | "fte") {
        return Some(Noun::Fte);
    }
    let lists: [(&[&str], Noun); 4] = [
        (&PEOPLE, Noun::People),
        (&ROLES, Noun::Role),
        (&THINGS, Noun::Thing),
        (&PUBLIC, Noun::Public),
    ];
    let listed =
        lists.into_iter().find(|(words, _)| words.contains(&singular)).map(|(_, noun)| noun);
    listed.or_else(|| has_role_shape(singular).then_some(Noun::Role))
}

fn has_role_shape(word: &str) -> bool {
    let shaped = ROLE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    let doer = DOERS.contains(&word) || (word.len() >= 6 && shaped);
    doer && !ADJECTIVES.contains(&word) && !MADE.contains(&word)
}

/// Words for a group of so many people: « un binôme DANE/CARDIE ».
pub(super) fn is_group(word: &str) -> bool {
    matches!(word, "binome" | "duo" | "tandem" | "trio" | "trinome" | "quatuor" | "quintette")
}

/// Words for people by their status, nouns only right after their number: « 3 permanents ».
pub(super) fn is_status(word: &str) -> bool {
    const STATUS: [&str; 12] = [
        "administratif",
        "administrative",
        "associe",
        "associee",
        "contractuel",
        "contractuelle",
        "detache",
        "detachee",
        "permanent",
        "permanente",
        "salarie",
        "salariee",
    ];
    STATUS.contains(&singular(word))
}

/// Words for a circle of people around the team, whose number is not the team's.
pub(super) fn is_circle(word: &str) -> bool {
    const CIRCLE: [&str; 9] = [
        "aupres",
        "cercle",
        "cohorte",
        "comite",
        "communaute",
        "copil",
        "panel",
        "reseau",
        "vivier",
    ];
    CIRCLE.contains(&singular(word))
}

/// Whether people so described are those whom a team served: « 30 enseignants formés ».
pub(super) fn is_served(word: &str) -> bool {
    ["accompagnes", "accompagnees", "formes", "formees", "sensibilises", "sensibilisees", "touches"]
        .contains(&word)
}

/// Whether a noun is in the plural.
pub(super) fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s')
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word)
}

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

/// Words that say that there is no team yet.
pub(super) fn is_building(word: &str) -> bool {
    [
        "construct",
        "constitu",
        "recrut",
        "format",
        "definition",
        "composition",
        "reflexion",
        "elaborat",
        "structurat",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
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
