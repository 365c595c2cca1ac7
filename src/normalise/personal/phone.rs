//! Telephone numbers as France writes them: « 06 12 34 56 78 », « +33 (0)6… », « 0262 12 34 56 ».
//!
//! The groups tell them from dates and codes. Source: the national numbering plan of Arcep (ten digits, the first of
//! which is 0 and is dropped after the country's +33, or +262, +508, +590, +594, +596, +687, +689 overseas).

use super::{Found, PersonalKind};
use crate::codebook::keys::match_key;

/// Longest stretch of a number, in characters.
const LONGEST: usize = 30;

/// The telephone numbers of a text.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let inside = before.is_alphanumeric() || before == '+';
        before = letter;
        let begins = (letter.is_ascii_digit() || letter == '+') && !inside;
        if !begins || found.last().is_some_and(|last| last.span.end > at) {
            continue;
        }
        found.extend(phone(text, at));
    }
    found
}

/// The groups of digits that begin at a place, and where the number ends with each.
#[derive(Default)]
struct Groups {
    lengths: Vec<usize>,
    ends: Vec<usize>,
    digits: String,
    /// What stands between the groups.
    between: Vec<char>,
}

fn phone(text: &str, start: usize) -> Option<Found> {
    let rest = text.get(start..)?;
    let groups = groups(rest);
    let abroad = rest.starts_with('+') || groups.digits.starts_with("00");
    let called = || {
        let before = text.get(..start).unwrap_or_default();
        let words = match_key(before.get(before.len().saturating_sub(24)..).unwrap_or_default());
        words.rsplit(' ').next().is_some_and(|word| {
            matches!(word, "tel" | "telephone" | "portable" | "mobile" | "port" | "gsm" | "fixe")
        })
    };
    let mut sum = 0;
    let mut best = None;
    for (at, length) in groups.lengths.iter().enumerate() {
        sum += length;
        let digits = groups.digits.get(..sum).unwrap_or_default();
        let own = groups.lengths.get(..=at).unwrap_or_default();
        let own_between = groups.between.get(..at).unwrap_or_default();
        // A list of two-digit numbers is no telephone number.
        let goes_on = !abroad && *length == 2 && groups.lengths.get(at + 1) == Some(&2);
        let whole = if abroad {
            international(digits)
        } else {
            national(digits, own, own_between) || (sum == 9 && !digits.starts_with('0') && called())
        };
        if whole && !goes_on {
            best = groups.ends.get(at).copied();
        }
    }
    let span = start..start + best?;
    Some(Found { kind: PersonalKind::Phone, span })
}

fn groups(text: &str) -> Groups {
    let mut groups = Groups::default();
    let mut gap = None;
    for (at, letter) in text.char_indices().take(LONGEST) {
        match letter {
            '+' if at == 0 => {}
            '0'..='9' => {
                if groups.lengths.is_empty() || gap.is_some() {
                    if !groups.lengths.is_empty() {
                        groups.between.push(gap.unwrap_or(' '));
                    }
                    groups.lengths.push(0);
                    groups.ends.push(0);
                }
                gap = None;
                groups.digits.push(letter);
                if let (Some(length), Some(end)) =
                    (groups.lengths.last_mut(), groups.ends.last_mut())
                {
                    *length += 1;
                    *end = at + 1;
                }
            }
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '.' | '-' | '\u{2011}' | '–' | '/' | '('
            | ')' | '_' => {
                let stronger = gap.is_none_or(|known: char| known.is_whitespace());
                if stronger {
                    gap = Some(letter);
                }
            }
            _ => break,
        }
    }
    groups
}

/// « +33 6 12 34 56 78 », « 0033 (0)6… », « +262 692 12 34 56 ».
fn international(digits: &str) -> bool {
    let digits = digits.strip_prefix("00").unwrap_or(digits);
    match digits.strip_prefix("33") {
        Some(own) => {
            own.len() == 9 && !own.starts_with('0') || own.len() == 10 && own.starts_with('0')
        }
        None => (9..=14).contains(&digits.len()),
    }
}

fn national(digits: &str, groups: &[usize], between: &[char]) -> bool {
    let french = digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00");
    let shaped = matches!(
        groups,
        [10] | [1, 9]
            | [2, 2, 2, 2, 2]
            | [4, 2, 2, 2]
            | [4, 6]
            | [4, 3, 3]
            | [2, 8]
            | [2, 4, 4]
            | [2, 2, 3, 3]
            | [2, 3, 3, 2]
            | [1, 1, 2, 2, 2, 2]
            | [1, 3, 2, 2, 2]
            | [1, 3, 3, 3]
    );
    // « 01/09/20 10 30 » is a day and an hour.
    let slashes = between.iter().filter(|letter| **letter == '/').count();
    // « 33 6 12 34 56 78 », whose sign a spreadsheet took off.
    let bare = digits.len() == 11 && digits.starts_with("33") && groups == [2, 1, 2, 2, 2, 2];
    (french && shaped && (slashes == 0 || slashes == between.len())) || bare
}
