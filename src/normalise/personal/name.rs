//! Names of people, by what stands before them and by their shape.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::known::KnownNames;
use super::places::{is_eponym, is_place, is_places, is_quality};
use super::{Found, PersonalKind};
use crate::codebook::keys::match_key;

/// How many words may stand between a place and the name that it bears.
const REACH: usize = 3;

/// A word of a text with its place.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    start: usize,
    /// Whether only blanks stand between it and the word before.
    joined: bool,
    /// Whether only blanks, « et » apart, or a comma stand before it.
    listed: bool,
    /// Whether a full stop follows it at once.
    dotted: bool,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The names in a text.
pub(super) fn find(text: &str, known: &KnownNames) -> Vec<Found> {
    if !text.chars().any(char::is_uppercase) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut here = KnownNames::default();
    let mut names = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = named(text, &tokens, at);
        match (tokens.get(at), end.checked_sub(1).and_then(|last| tokens.get(last))) {
            (Some(first), Some(last)) if end > at => {
                let span = first.start..last.end();
                here.learn_surname(text.get(span.clone()).unwrap_or_default());
                names.push(span);
                at = end;
            }
            _ => at += 1,
        }
    }
    names.extend(again(&tokens, known, &here));
    let found = |span| Found { kind: PersonalKind::Name, span };
    names.into_iter().map(found).collect()
}

/// Known surnames that stand alone: those of the edition, and those named in full elsewhere in the text.
fn again(
    tokens: &[Token<'_>],
    known: &KnownNames,
    here: &KnownNames,
) -> Vec<std::ops::Range<usize>> {
    if known.is_empty() && here.is_empty() {
        return Vec::new();
    }
    let mut spans = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let key = match_key(token.text);
        let is_name = known.holds(&key) || here.holds(&key);
        if !is_name || !is_capitalised(token.text) || names_place(tokens, at) {
            continue;
        }
        // « Le Goff », « S. Durand ».
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).filter(|_| token.joined);
        let goes_with = before.is_some_and(|before| {
            let particle = matches!(match_key(before.text).as_str(), "le" | "la" | "de" | "du")
                && is_capitalised(before.text);
            particle || is_initial(before)
        });
        let start = before.filter(|_| goes_with).map_or(token.start, |before| before.start);
        spans.push(start..token.end());
    }
    spans
}

/// The token after the name that begins at a token, or the token itself when none does.
fn named(text: &str, tokens: &[Token<'_>], at: usize) -> usize {
    let Some(token) = tokens.get(at) else { return at };
    let part = surname(tokens, at + 1);
    let follows = part > at + 1;
    if is_title(token) {
        return if follows { part } else { official(tokens, at) };
    }
    if is_given_name(token.text) {
        let end = if follows { part } else { shortened(tokens, at) };
        let last = end.checked_sub(1).and_then(|last| tokens.get(last)).unwrap_or(token);
        let name = text.get(token.start..last.end()).unwrap_or_default();
        let spared = end == at || is_eponym(name) || names_place(tokens, at) || is_body(tokens, at);
        return if spared { at } else { end };
    }
    let begins = !token.joined && !token.listed;
    if is_initial(token) && !begins && follows && !is_acronym(tokens, at + 1) {
        return part;
    }
    if is_office(token.text) {
        // « la rectrice Durand »: the office itself is no name.
        return at;
    }
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    if before.is_some_and(|before| is_office(before.text) && token.joined)
        && is_family_name(token.text)
        && !names_place(tokens, at)
    {
        return surname(tokens, at);
    }
    // « DURAND Sophie », but not « la DANE Sophie Durand ».
    let reversed = token.text.len() > 3
        && token.text.chars().all(|letter| letter.is_uppercase() || letter == '-')
        && tokens.get(at + 1).is_some_and(|next| next.joined && is_given_name(next.text))
        && surname(tokens, at + 2) == at + 2
        && !before.is_some_and(|before| token.joined && is_article(before.text));
    if reversed && !is_place(token.text) { at + 2 } else { at }
}

/// « Mme la rectrice Durand », « M. le recteur Jean Durand »: from the title to the name.
fn official(tokens: &[Token<'_>], at: usize) -> usize {
    let article = tokens.get(at + 1).is_some_and(|next| next.joined && is_article(next.text));
    let office = tokens.get(at + 2).is_some_and(|next| next.joined && is_office(next.text));
    let end = surname(tokens, at + 3);
    let named = article && office && end > at + 3;
    let family = tokens.get(at + 3).is_some_and(|next| is_family_name(next.text));
    if named && family { end } else { at }
}

/// « Sophie D. ».
fn shortened(tokens: &[Token<'_>], at: usize) -> usize {
    let initial = tokens.get(at + 1).is_some_and(|next| next.joined && is_initial(next));
    if initial { at + 2 } else { at }
}

/// Whether a name belongs to the place named before it: « lycée polyvalent Jean Moulin », « lycées A et B ».
fn names_place(tokens: &[Token<'_>], at: usize) -> bool {
    let mut place = at;
    let mut passed = 0;
    let mut list = false;
    while let Some(token) = tokens.get(place) {
        let Some(before) = place.checked_sub(1).and_then(|at| tokens.get(at)) else { return false };
        if !token.joined && !token.listed {
            return false;
        }
        if is_place(before.text) {
            return !list || is_places(before.text);
        }
        // Names before it in a list of places do not count as words between.
        list |= token.listed && !token.joined || before.text == "et";
        let own = is_capitalised(before.text) && list;
        if !own && !is_quality(before.text) {
            return false;
        }
        passed += usize::from(!own);
        if passed > REACH {
            return false;
        }
        place -= 1;
    }
    false
}

/// Whether a given name is that of a body: « la Marie », « l'Eva », never « la DANE Sophie Durand ».
fn is_body(tokens: &[Token<'_>], at: usize) -> bool {
    let token = tokens.get(at);
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let article = before.is_some_and(|before| matches!(before.text, "la" | "La" | "le" | "Le"));
    article && token.is_some_and(|token| token.joined)
}

/// The token after a surname that begins at `from`: up to three capitalised words, particles between them.
fn surname(tokens: &[Token<'_>], from: usize) -> usize {
    const LONGEST: usize = 3;
    let mut end = from;
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|token| token.joined && at < from + LONGEST + 1) {
        let particle = matches!(
            token.text,
            "de" | "du" | "des" | "le" | "la" | "d" | "da" | "di" | "van" | "von" | "el" | "ben"
        );
        let acronym = end > from && is_acronym(tokens, at) && !is_all_capitals(tokens, from, at);
        if is_capitalised(token.text) && !acronym {
            end = at + 1;
        } else if !particle || acronym {
            break;
        }
        at += 1;
    }
    end
}

/// « Sophie Durand DANE »: capitals after a name that is not in capitals.
fn is_all_capitals(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    tokens.get(from..to).unwrap_or_default().iter().any(|token| {
        token.text.len() > 1 && token.text.chars().all(|letter| !letter.is_lowercase())
    })
}

fn is_acronym(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.text.len() > 1 && token.text.chars().all(|letter| !letter.is_lowercase())
    })
}

fn is_article(word: &str) -> bool {
    matches!(match_key(word).as_str(), "la" | "le" | "les" | "l" | "au" | "du" | "a" | "de")
}

fn is_capitalised(word: &str) -> bool {
    let word = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’")).unwrap_or(word);
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 1
}

/// A capitalised word in small letters that is no body of the State and no place.
fn is_family_name(word: &str) -> bool {
    let small = word.chars().skip(1).any(char::is_lowercase);
    is_capitalised(word) && small && !super::places::is_common(word)
}

/// « S. », « J.-P. ».
fn is_initial(token: &Token<'_>) -> bool {
    let letters: Vec<char> = token.text.chars().collect();
    token.dotted
        && match letters[..] {
            [one] => one.is_uppercase() && one != 'M',
            _ => false,
        }
}

fn is_title(token: &Token<'_>) -> bool {
    const TITLES: [&str; 10] = [
        "Mr",
        "Mme",
        "Mmes",
        "Mlle",
        "Monsieur",
        "Madame",
        "Mademoiselle",
        "Messieurs",
        "Mesdames",
        "Dr",
    ];
    TITLES.contains(&token.text) || (token.dotted && matches!(token.text, "M" | "MM"))
}

/// Offices whose holder may be named after them: « la rectrice Durand ».
fn is_office(word: &str) -> bool {
    matches!(
        match_key(word).as_str(),
        "recteur"
            | "rectrice"
            | "ministre"
            | "prefet"
            | "prefete"
            | "inspecteur"
            | "inspectrice"
            | "proviseur"
            | "proviseure"
            | "professeur"
            | "professeure"
            | "depute"
            | "deputee"
            | "senateur"
            | "senatrice"
            | "principal"
            | "principale"
            | "collegue"
            | "referente"
            | "referent"
    )
}

/// Usual given names in France; « Jean-Pierre » is two of them.
fn is_given_name(word: &str) -> bool {
    if !is_capitalised(word) {
        return false;
    }
    let key = match_key(word);
    !key.is_empty() && key.split(' ').all(is_given_key)
}

/// Whether a folded word is a usual given name.
pub(super) fn is_given_key(key: &str) -> bool {
    const GIVEN: &str = include_str!("given_names.txt");
    static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| GIVEN.lines().collect());
    NAMES.contains(key)
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut end = 0;
    for piece in text.split(|c: char| !is_part(c)) {
        // « d'Aurélie », « l'Eva »: the elision is no part of the name.
        let trimmed = piece.trim_matches(['-', '\'', '’']);
        if trimmed.is_empty() {
            continue;
        }
        let start = trimmed.as_ptr().addr() - text.as_ptr().addr();
        let gap = text.get(end..start).unwrap_or_default();
        let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\t');
        // « M. » and « J. » may carry a dot, a sentence may not.
        let short = tokens.last().is_some_and(|last| {
            let title = matches!(last.text, "Mme" | "Mlle" | "MM");
            (title || last.text.chars().count() <= 2) && gap.starts_with('.')
        });
        let inner = if short { gap.trim_start_matches(['.', '-']) } else { gap };
        let dotted = text.get(start + trimmed.len()..).is_some_and(|rest| rest.starts_with('.'));
        tokens.push(Token {
            text: trimmed,
            start,
            joined: inner.chars().all(blank) && !tokens.is_empty(),
            listed: gap.chars().all(|c| blank(c) || c == ',' || c == '&') && !tokens.is_empty(),
            dotted,
        });
        end = start + trimmed.len();
    }
    tokens
}
