//! What the words around an answer's dates do to them, each seen where it stands.
//!
//! A word alone may mislead: « né en 2016 » folds to the « ne » of a negation, « par le recteur » after an
//! inauguration only says who was there, and a project that was launched is the lab's launch.

use super::lexicon::{Role, gives_birth, is_subject, role};
use super::mention::{Loose, Mentions};
use crate::normalise::tokens::{Token, TokenKind};

/// The role of each token outside the dates.
pub(super) fn roles(mentions: &Mentions) -> Vec<Role> {
    let loose = &mentions.loose;
    let mut roles: Vec<Role> = loose.iter().map(|one| role_of(one.token)).collect();
    for at in 0..loose.len() {
        if is_born(loose, at) {
            set(&mut roles, at, Role::Past);
        }
    }
    let births: Vec<bool> = loose
        .iter()
        .zip(&roles)
        .map(|(one, role)| *role == Role::Past || gives_birth(&one.token.text))
        .collect();
    if births.contains(&true) {
        for (at, one) in loose.iter().enumerate() {
            if is_subject(&one.token.text) {
                set(&mut roles, at, Role::Optional);
            }
        }
    }
    for at in 0..loose.len() {
        let opened = births.get(..at).is_some_and(|before| before.contains(&true));
        if opened && begins_company(loose, at) {
            excuse_clause(loose, at, &mut roles);
        }
    }
    roles
}

fn role_of(token: &Token) -> Role {
    match token.kind {
        TokenKind::Word => role(&token.text),
        TokenKind::Number => Role::Unknown,
        TokenKind::Mark => match token.text.chars().next() {
            Some('?' | '~' | '≈' | '±') => Role::Hedge,
            Some('<' | '>' | '≤' | '≥') => Role::Bound,
            Some('☐' | '✗' | '✘' | '❌' | '□') => Role::Negation,
            _ => Role::Optional,
        },
    }
}

fn set(roles: &mut [Role], at: usize, role: Role) {
    if let Some(place) = roles.get_mut(at) {
        *place = role;
    }
}

/// « né en 2016 »: a « ne » that denies stands before a verb, this one before a date.
fn is_born(loose: &[Loose<'_>], at: usize) -> bool {
    const BEFORE_A_DATE: [&str; 6] = ["en", "le", "au", "a", "l", "des"];
    let Some(one) = loose.get(at).filter(|one| one.token.is_word("ne")) else { return false };
    loose.get(at + 1).is_none_or(|next| {
        next.dates > one.dates || BEFORE_A_DATE.contains(&next.token.text.as_str())
    })
}

/// « par … », « avec … », « en présence de … », after a date.
fn begins_company(loose: &[Loose<'_>], at: usize) -> bool {
    let is =
        |ahead: usize, word: &str| loose.get(at + ahead).is_some_and(|one| one.token.is_word(word));
    let dated = loose.get(at).is_some_and(|one| one.dates > 0);
    dated && (is(0, "par") || is(0, "avec") || (is(0, "en") && is(1, "presence")))
}

/// Who was there is no objection, up to the end of the clause; what denies or doubts stays one.
fn excuse_clause(loose: &[Loose<'_>], from: usize, roles: &mut [Role]) {
    let dates = loose.get(from).map(|one| one.dates);
    for (at, one) in loose.iter().enumerate().skip(from) {
        let ends = [',', ';', '.', ':', '(', '\n'].iter().any(|mark| one.token.is_mark(*mark));
        if ends || Some(one.dates) != dates {
            return;
        }
        if one.token.kind == TokenKind::Word && roles.get(at) == Some(&Role::Unknown) {
            set(roles, at, Role::Optional);
        }
    }
}
