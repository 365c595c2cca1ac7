//! Mail addresses, also as people write them to escape robots: « nom [at] ac-x.fr », « nom arobase ac-x point fr ».

use std::ops::Range;

use super::{Found, PersonalKind};

/// Ways of writing the sign; those of letters need brackets or spaces around them.
const WORDS: [&str; 3] = ["arobase", "at", "chez"];
const DOTS: [&str; 3] = ["point", "dot", "pt"];

/// The addresses of a text.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, letter) in text.char_indices() {
        let Some(sign) = sign(text, at, letter) else { continue };
        if let Some(span) = address(text, &sign) {
            found.push(Found { kind: PersonalKind::Mail, span });
        }
    }
    found
}

/// What stands before the sign of an address.
pub(super) fn local_part(address: &str) -> &str {
    let end = address.char_indices().find(|(_, letter)| !is_local(*letter));
    address.get(..end.map_or(address.len(), |(at, _)| at)).unwrap_or_default()
}

/// The stretch of a sign, blanks and brackets included.
fn sign(text: &str, at: usize, letter: char) -> Option<Range<usize>> {
    let after = text.get(at..)?;
    if matches!(letter, '@' | '＠') {
        return Some(blanks(text, at..at + letter.len_utf8()));
    }
    // « nom at ac-x.fr » and « nom[at]ac-x.fr ».
    let opens = matches!(letter, '(' | '[' | '{' | '<');
    if !opens && !letter.is_whitespace() {
        return None;
    }
    let inside = after.get(letter.len_utf8()..)?;
    let word = WORDS.iter().find(|word| starts_with(inside.trim_start(), word))?;
    let start = at + letter.len_utf8() + (inside.len() - inside.trim_start().len());
    let rest = text.get(start + word.len()..)?;
    let closing = rest.trim_start().chars().next()?;
    if opens {
        let end = start + word.len() + (rest.len() - rest.trim_start().len());
        return matches!(closing, ')' | ']' | '}' | '>')
            .then(|| blanks(text, at..end + closing.len_utf8()));
    }
    rest.starts_with(char::is_whitespace).then(|| blanks(text, start..start + word.len()))
}

/// The stretch with the blanks around it, on its line.
fn blanks(text: &str, span: Range<usize>) -> Range<usize> {
    let is_blank = |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}');
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    before.trim_end_matches(is_blank).len()
        ..span.end + (after.len() - after.trim_start_matches(is_blank).len())
}

fn address(text: &str, sign: &Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..sign.start)?;
    let name = before.len() - before.trim_end_matches(is_local).len();
    let start = sign.start - name;
    let name = before.get(start..)?.trim_start_matches(['.', '-', '_', '\'']);
    let host = host(text.get(sign.end..)?)?;
    let start = sign.start - name.len();
    name.chars().any(char::is_alphanumeric).then_some(start..sign.end + host)
}

fn is_local(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-' | '\'')
}

/// The length of a host's name: labels with dots between them, or one of an académie.
fn host(text: &str) -> Option<usize> {
    let label = |rest: &str| {
        rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '-')).unwrap_or(rest.len())
    };
    let mut end = label(text);
    let first = text.get(..end).filter(|label| !label.is_empty())?;
    let academic = first.to_lowercase().starts_with("ac-");
    let mut last = first;
    let mut labels = 1;
    while let Some(dot) = dot(text.get(end..)?) {
        let rest = text.get(end + dot..)?;
        let length = label(rest);
        let Some(next) = rest.get(..length).filter(|label| !label.is_empty()) else { break };
        last = next;
        labels += 1;
        end += dot + length;
    }
    let is_ending = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    ((labels > 1 && is_ending) || academic).then_some(end)
}

/// The length of a dot between two labels.
fn dot(text: &str) -> Option<usize> {
    if text.starts_with('.') {
        return Some(1);
    }
    let opened = text.trim_start_matches(' ');
    let bracket = opened.starts_with(['(', '[', '{', '<']);
    let inside = if bracket { opened.get(1..)?.trim_start() } else { opened };
    let word = DOTS.iter().find(|word| starts_with(inside, word))?;
    let rest = inside.get(word.len()..)?;
    let closed = rest.trim_start_matches(' ');
    let closed = match closed.chars().next() {
        Some(')' | ']' | '}' | '>') if bracket => closed.get(1..)?.trim_start_matches(' '),
        _ if !bracket && opened.len() < text.len() && closed.len() < rest.len() => closed,
        _ => return None,
    };
    Some(text.len() - closed.len())
}

/// Whether a text begins with a word, in capitals or not.
fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}
