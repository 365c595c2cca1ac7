//! Personal data in what respondents wrote: mail addresses, telephone numbers, names of people.
//!
//! A name is told by what stands before it: « Mme Martin », « Jeanne Martin » after a usual given name, or a column
//! that asks for one. Names of places are left alone (« lycée Jean Moulin »). What is found is masked in everything
//! that is published; a name that no rule sees remains, which is why the form asks not to name anyone.
//! Source of the definition: GDPR, article 4(1).

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::codebook::keys::match_key;

/// What kind of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalKind {
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A person's name.
    Name,
    /// The answer to a question about a person, whatever it says.
    Contact,
}

impl PersonalKind {
    /// The kind as a stable word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Name => "name",
            Self::Contact => "contact",
        }
    }

    /// What stands in place of it.
    pub fn mask(self) -> &'static str {
        match self {
            Self::Mail => "[courriel masqué]",
            Self::Phone => "[téléphone masqué]",
            Self::Name => "[nom masqué]",
            Self::Contact => "[contact masqué]",
        }
    }
}

/// A stretch of a text that is personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: PersonalKind,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// The personal data of a text, in order, without overlap.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = mails(text);
    found.extend(phones(text));
    found.extend(names(text));
    found.sort_by_key(|one| (one.span.start, one.kind));
    let mut end = 0;
    found.retain(|one| {
        let free = one.span.start >= end;
        if free {
            end = one.span.end;
        }
        free
    });
    found
}

/// The text with its personal data masked; `None` when there is none.
pub fn masked(text: &str) -> Option<String> {
    let found = find(text);
    (!found.is_empty()).then(|| mask(text, &found))
}

/// The text with what was found in it masked.
pub fn mask(text: &str, found: &[Found]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for one in found {
        masked.push_str(text.get(from..one.span.start).unwrap_or_default());
        masked.push_str(one.kind.mask());
        from = one.span.end;
    }
    masked.push_str(text.get(from..).unwrap_or_default());
    masked
}

/// Whether a label asks for a person: « Nom du référent », « Courriel », but not « Nom du lab ».
pub fn asks_for_person(label: &str) -> bool {
    const PERSON: [&str; 22] = [
        "mail",
        "mails",
        "email",
        "courriel",
        "mel",
        "telephone",
        "tel",
        "portable",
        "mobile",
        "prenom",
        "contact",
        "contacts",
        "coordonnees",
        "repondant",
        "repondante",
        "referent",
        "referente",
        "responsable",
        "correspondant",
        "interlocuteur",
        "redacteur",
        "username",
    ];
    const THING: [&str; 8] = [
        "lab",
        "labo",
        "laboratoire",
        "academie",
        "projet",
        "structure",
        "etablissement",
        "service",
    ];
    let key = match_key(label);
    let has = |words: &[&str]| key.split(' ').any(|word| words.contains(&word));
    has(&PERSON) || (has(&["nom", "noms"]) && !has(&THING))
}

fn mails(text: &str) -> Vec<Found> {
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let signs = ["@", "＠", "(at)", "[at]", " (at) ", " [at] "];
    let at = signs.iter().flat_map(|sign| text.match_indices(sign));
    let mail = |(at, sign): (usize, &str)| {
        let before = text.get(..at)?;
        let after = text.get(at + sign.len()..)?;
        let name = before.len() - before.trim_end_matches(local).len();
        let host = after.len() - after.trim_start_matches(domain).len();
        let host = after.get(..host)?.trim_end_matches(['.', '-']);
        let (_, ending) = host.rsplit_once('.')?;
        let is_host = ending.len() >= 2 && ending.chars().all(char::is_alphabetic);
        let span = at - name..at + sign.len() + host.len();
        (name > 0 && is_host).then_some(Found { kind: PersonalKind::Mail, span })
    };
    at.filter_map(mail).collect()
}

/// Telephone numbers as France writes them; the groups tell them from dates and codes.
fn phones(text: &str) -> Vec<Found> {
    let starts = text.char_indices().filter(|(at, letter)| {
        let inside = text
            .get(..*at)
            .and_then(|before| before.chars().next_back())
            .is_some_and(|c| c.is_alphanumeric() || c == '+');
        matches!(letter, '0' | '+') && !inside
    });
    starts.filter_map(|(at, _)| phone(text, at)).collect()
}

fn phone(text: &str, start: usize) -> Option<Found> {
    const LONGEST: usize = 24;
    let mut groups: Vec<usize> = vec![0];
    let mut digits = String::new();
    let mut end = start;
    for (at, letter) in text.get(start..)?.char_indices().take(LONGEST) {
        match letter {
            '+' if at == 0 => {}
            '0'..='9' => {
                digits.push(letter);
                *groups.last_mut()? += 1;
                end = start + at + 1;
            }
            ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '(' | ')' => {
                if groups.last() != Some(&0) {
                    groups.push(0);
                }
            }
            _ => break,
        }
    }
    groups.retain(|group| *group > 0);
    let abroad = text.get(start..)?.starts_with('+') || digits.starts_with("00");
    let national = digits.len() == 10
        && !digits.starts_with("00")
        && matches!(groups[..], [10] | [2, 2, 2, 2, 2] | [4, 2, 2, 2] | [4, 6] | [2, 4, 4]);
    let international = abroad && (10..=14).contains(&digits.len());
    let span = start..end;
    (national || international).then_some(Found { kind: PersonalKind::Phone, span })
}

/// A word of a text with its place.
struct Token<'a> {
    text: &'a str,
    start: usize,
    /// Whether only blanks stand between it and the word before.
    joined: bool,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut end = 0;
    for piece in text.split(|c: char| !is_part(c)).filter(|piece| !piece.is_empty()) {
        let start = piece.as_ptr().addr() - text.as_ptr().addr();
        let gap = text.get(end..start).unwrap_or_default();
        // « M. » and « Mme. » may carry a dot.
        let joined = gap.chars().all(|c| c == ' ' || c == '\u{a0}' || c == '.');
        tokens.push(Token { text: piece, start, joined: joined && !tokens.is_empty() });
        end = start + piece.len();
    }
    tokens
}

fn names(text: &str) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let dotted =
            text.get(token.start + token.text.len()..).is_some_and(|rest| rest.starts_with('.'));
        let titled = is_title(token.text, dotted);
        let given = is_given_name(token.text) && !before.is_some_and(|word| is_place(word.text));
        let surname = surname(&tokens, at + 1);
        if (titled || given) && surname > at + 1 {
            let last = tokens.get(surname - 1).unwrap_or(token);
            let span = token.start..last.start + last.text.len();
            found.push(Found { kind: PersonalKind::Name, span });
            at = surname;
        } else {
            at += 1;
        }
    }
    found
}

/// The token after a name that begins at `from`: up to three capitalised words, particles between them.
fn surname(tokens: &[Token<'_>], from: usize) -> usize {
    const LONGEST: usize = 3;
    let mut end = from;
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|token| token.joined && at < from + LONGEST + 1) {
        let particle = matches!(
            token.text,
            "de" | "du" | "des" | "le" | "la" | "d" | "da" | "di" | "van" | "von"
        );
        if is_capitalised(token.text) {
            end = at + 1;
        } else if !particle {
            break;
        }
        at += 1;
    }
    end
}

fn is_capitalised(word: &str) -> bool {
    let word = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’")).unwrap_or(word);
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 1
}

fn is_title(word: &str, dotted: bool) -> bool {
    matches!(word, "Mr" | "Mme" | "Mmes" | "Mlle" | "Monsieur" | "Madame" | "Mademoiselle" | "Dr")
        || (dotted && matches!(word, "M" | "MM"))
}

/// Words after which a person's name is the name of a place or a prize.
fn is_place(word: &str) -> bool {
    const PLACES: [&str; 34] = [
        "lycee",
        "lycees",
        "college",
        "colleges",
        "ecole",
        "ecoles",
        "rue",
        "place",
        "avenue",
        "boulevard",
        "espace",
        "salle",
        "site",
        "campus",
        "universite",
        "institut",
        "lab",
        "labo",
        "prix",
        "fondation",
        "cite",
        "centre",
        "saint",
        "sainte",
        "maternelle",
        "primaire",
        "elementaire",
        "polyvalent",
        "professionnel",
        "general",
        "technologique",
        "amphi",
        "amphitheatre",
        "maison",
    ];
    PLACES.contains(&match_key(word).as_str())
}

/// Usual given names in France; « Jean-Pierre » is two of them.
fn is_given_name(word: &str) -> bool {
    const GIVEN: &str = include_str!("given_names.txt");
    static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| GIVEN.lines().collect());
    if !is_capitalised(word) {
        return false;
    }
    let key = match_key(word);
    let is_one = |name: &str| NAMES.contains(name);
    !key.is_empty() && key.split(' ').all(is_one)
}

#[cfg(test)]
mod tests {
    use super::{asks_for_person, masked};

    #[test]
    fn personal_data_is_masked_and_the_rest_is_not() {
        let cases = include_str!("../../tests/cases/personal.tsv");
        for line in cases.lines().filter(|line| !line.starts_with('#')) {
            let (text, expected) = line.split_once('\t').expect("two columns");
            let found = masked(text).unwrap_or_else(|| text.to_owned());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn labels_that_ask_for_a_person_are_told_from_those_that_name_a_thing() {
        for label in ["Courriel", "Nom du référent", "NOM", "Adresse e-mail", "Votre contact"] {
            assert!(asks_for_person(label), "{label}");
        }
        for label in ["Nom du lab", "Nom de la structure", "Budget", "Thématiques"] {
            assert!(!asks_for_person(label), "{label}");
        }
    }
}
