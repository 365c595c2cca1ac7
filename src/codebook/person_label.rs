//! Which columns are about people: « Courriel », « Nom du référent », « Name », but not « Nom du lab ».

use super::keys::match_key;

/// Beginnings of words for a person or for how to reach one.
const PERSON: [&str; 34] = [
    "mail",
    "email",
    "courriel",
    "mel",
    "telephone",
    "tel",
    "portable",
    "mobile",
    "gsm",
    "phone",
    "prenom",
    "contact",
    "coordonnees",
    "repondant",
    "respondent",
    "referent",
    "responsable",
    "correspondant",
    "interlocut",
    "redacteur",
    "redactrice",
    "username",
    "signataire",
    "auteur",
    "autrice",
    "animateur",
    "animatrice",
    "directeur",
    "directrice",
    "firstname",
    "lastname",
    "surname",
    "utilisateur",
    "messagerie",
];
/// Words of which only the whole counts.
const WHOLE: [&str; 2] = ["mel", "tel"];
/// What may bear a name without being a person.
const THING: [&str; 24] = [
    "lab",
    "labo",
    "laboratoire",
    "academie",
    "projet",
    "structure",
    "etablissement",
    "service",
    "organisation",
    "organization",
    "school",
    "project",
    "tool",
    "outil",
    "action",
    "dispositif",
    "site",
    "domaine",
    "ville",
    "commune",
    "reseau",
    "partenaire",
    "instance",
    "equipe",
];
/// What « nom » may be followed by when it is a person's.
const OF_PERSON: [&str; 14] = [
    "et",
    "prenom",
    "prenoms",
    "complet",
    "famille",
    "usage",
    "naissance",
    "utilisateur",
    "patronymique",
    "qualite",
    "fonction",
    "personne",
    "ou",
    "vos",
];
/// Words that do not count.
const LINKS: [&str; 10] = ["du", "de", "la", "le", "les", "des", "d", "l", "votre", "vos"];

/// Whether a label asks for a person.
pub fn asks_for_person(label: &str) -> bool {
    let key = match_key(label);
    let words: Vec<&str> = key.split(' ').filter(|word| !LINKS.contains(word)).collect();
    let person =
        |word: &str| {
            PERSON.iter().any(|stem| {
                if WHOLE.contains(stem) { word == *stem } else { word.starts_with(stem) }
            })
        };
    let thing = |word: &&str| THING.contains(&word.strip_suffix('s').unwrap_or(word));
    let reached = words.iter().enumerate().any(|(at, word)| {
        // « Service responsable » is a service.
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        person(word) && !before.is_some_and(thing)
    });
    let named = words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1);
        match *word {
            "nom" | "noms" => next.is_none_or(|next| OF_PERSON.contains(next) || person(next)),
            "name" | "names" => !words.iter().any(&thing),
            _ => false,
        }
    });
    reached || named
}

/// Whether a label is what a tool knows a respondent by.
pub fn asks_for_identifier(label: &str) -> bool {
    const WORDS: [&str; 9] = [
        "ip",
        "ipaddr",
        "ipaddress",
        "token",
        "jeton",
        "invitation",
        "deviceid",
        "subscriberid",
        "simserial",
    ];
    match_key(label).split(' ').any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{asks_for_identifier, asks_for_person};

    #[test]
    fn labels_that_ask_for_a_person_are_told_from_those_that_name_a_thing() {
        for label in [
            "Courriel",
            "Nom du référent",
            "NOM",
            "Adresse e-mail",
            "Votre contact",
            "Nom et prénom",
            "Name",
            "Full name",
            "Email",
            "Adresse de messagerie",
            "Répondant·e",
            "Responsable du lab",
            "Référent(e)",
            "phonenumber",
            "Nom de la personne qui répond",
            "Nom de famille",
            "Tél.",
            "Mél",
            "First name",
            "Nom d'utilisateur",
            "Interlocutrice",
            "Username",
        ] {
            assert!(asks_for_person(label), "{label}");
        }
        for label in [
            "Nom du lab",
            "Nom de la structure",
            "Budget",
            "Thématiques",
            "Nom de l'outil",
            "Lab name",
            "Service responsable",
            "Nom du dispositif",
            "Mélange",
            "Télétravail",
            "Numérique",
            "Name of the project",
            "Nom des partenaires",
        ] {
            assert!(!asks_for_person(label), "{label}");
        }
        assert!(asks_for_identifier("Adresse IP") && !asks_for_identifier("Zip"));
    }
}
