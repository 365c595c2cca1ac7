//! Personal data in what respondents wrote: mail addresses, telephone numbers, names of people.
//!
//! A name is told by what stands before it (« Mme Martin », « Jeanne Martin » after a usual given name, « la rectrice
//! Durand »), by its shape (« J. Durand »), or because a column that asks for people holds it. Names of places and of
//! the dead that schools are named after are left alone (« lycée Jean Moulin », « Marie Curie est notre lab »). What
//! is found is masked in everything that is published; a name that no rule sees remains, which is why the form asks
//! not to name anyone. Source of the definition: GDPR, article 4(1); of the exception for the dead: recital 27.

mod known;
mod mail;
mod name;
mod phone;
mod places;

use std::ops::Range;

pub use crate::codebook::person_label::{asks_for_identifier, asks_for_person};
pub use known::KnownNames;

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
    /// What a tool knows a respondent by: a network address, a token.
    Identifier,
}

impl PersonalKind {
    /// The kind as a stable word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Name => "name",
            Self::Contact => "contact",
            Self::Identifier => "identifier",
        }
    }

    /// What stands in place of it.
    pub fn mask(self) -> &'static str {
        match self {
            Self::Mail => "[courriel masqué]",
            Self::Phone => "[téléphone masqué]",
            Self::Name => "[nom masqué]",
            Self::Contact => "[contact masqué]",
            Self::Identifier => "[identifiant masqué]",
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

/// The personal data of a text, in order, without overlap; `known` are the people of the edition.
pub fn find(text: &str, known: &KnownNames) -> Vec<Found> {
    let mut found = mail::find(text);
    found.extend(phone::find(text));
    found.extend(name::find(text, known));
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
pub fn masked(text: &str, known: &KnownNames) -> Option<String> {
    let found = find(text, known);
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

/// What a whole value of a column about people is: an address, a number, or whatever identifies somebody.
pub fn kind_of(label: &str, value: &str) -> PersonalKind {
    let whole = |found: &[Found]| found.first().is_some_and(|one| one.span.len() * 2 > value.len());
    if asks_for_identifier(label) {
        PersonalKind::Identifier
    } else if whole(&mail::find(value)) {
        PersonalKind::Mail
    } else if whole(&phone::find(value)) {
        PersonalKind::Phone
    } else {
        PersonalKind::Contact
    }
}

#[cfg(test)]
mod tests {
    use super::{KnownNames, masked};

    #[test]
    fn personal_data_is_masked_and_the_rest_is_not() {
        let cases = include_str!("../../../tests/cases/personal.tsv");
        let mut known = KnownNames::default();
        let mut wrong = Vec::new();
        for line in cases.lines() {
            if let Some(person) = line.strip_prefix("# connu : ") {
                known.learn(person);
                continue;
            }
            if line.starts_with('#') {
                continue;
            }
            let (text, expected) = line.split_once('\t').expect("two columns");
            let found = masked(text, &known).unwrap_or_else(|| text.to_owned());
            if found != expected {
                wrong.push(format!("« {text} » → « {found} », not « {expected} »"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
