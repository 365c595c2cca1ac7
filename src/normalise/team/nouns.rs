//! What a counted noun is: people, working time, or what is not a person.
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

/// A noun without the mark of its plural.
pub(super) fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word)
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
