//! Text of unknown origin made safe to paint and to speak.
//!
//! Labels can come from a questionnaire: pasted control characters, text that turns the line round, emoji. Nothing
//! of it may break the picture, and nothing vanishes in silence: what can't be painted becomes a plain equivalent,
//! or U+FFFD, which the embedded font has. The title and description of the SVG keep their emoji, since they are
//! read aloud. Source: XML 1.0, production Char; Unicode UAX #9 (explicit controls) and UAX #15.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::spec::ChartSpec;
use super::typeface::covers;

/// Longest text looked at: no place of a chart holds as much.
const LONGEST: usize = 600;

/// Stands for what can't be shown.
const UNKNOWN: char = '\u{FFFD}';

/// Look-alikes, in the embedded font, of characters that it lacks and that people paste.
const EQUIVALENTS: [(&str, char); 7] = [
    ("\u{2010}\u{2011}\u{2043}", '-'),
    ("⇒⟹⟶➔➜➝➞➤►▶↳", '→'),
    ("⇐⟸⟵◀◄", '←'),
    ("✓✔☑✅", '√'),
    ("✗✘☒❌✖", '×'),
    ("☐❏❑", '□'),
    ("‣◆❖★☆➢➣✦", '•'),
];

/// The text as it is painted: one line, only characters that the embedded font has.
pub(super) fn painted(text: &str) -> String {
    let mut clean = Tidy::default();
    for character in text.nfc().take(LONGEST) {
        match harmless(character) {
            None => {}
            Some(safe) if covers(safe) => clean.push(safe),
            Some(safe) => equivalent(safe).for_each(|part| clean.push(part)),
        }
    }
    clean.line.trim().to_owned()
}

/// The text as assistive technologies read it: every visible character stays.
pub(super) fn spoken(text: &str) -> String {
    let mut clean = Tidy::default();
    text.nfc().filter_map(harmless).for_each(|character| clean.push(character));
    clean.line.trim().to_owned()
}

/// A text of any length in characters that the embedded font has, its line breaks kept.
///
/// For what is printed with the same font outside a chart.
pub fn legible(text: &str) -> String {
    const MARKS: usize = 4;
    let mut clean = String::with_capacity(text.len());
    let mut marks = 0;
    for character in text.nfc() {
        marks = if is_combining_mark(character) { marks + 1 } else { 0 };
        if character == '\n' {
            clean.push('\n');
            continue;
        }
        // A tower of accents would cover the lines above.
        let Some(safe) = harmless(character).filter(|_| marks <= MARKS) else { continue };
        if covers(safe) {
            clean.push(safe);
        } else {
            clean.extend(equivalent(safe));
        }
    }
    clean
}

/// The characters of a text that [`legible`] shows as others, with what it shows, in their order in Unicode.
///
/// What is invisible and what is a space changes nothing that is read, and is not among them.
pub fn shown_otherwise(text: &str) -> BTreeMap<char, String> {
    // The font has all of these; most texts hold nothing else.
    let plain = |character: char| matches!(character, '\n' | '\r' | '\t' | ' '..='~' | '\u{A0}'..='\u{17F}' | '‘'..='”' | '–' | '—' | '…' | '•');
    if text.chars().all(plain) {
        return BTreeMap::new();
    }
    let other = |character: char| {
        let safe = harmless(character)?;
        let shown: String =
            if covers(safe) { safe.to_string() } else { equivalent(safe).collect() };
        (!shown.chars().eq([character]) && !character.is_whitespace()).then_some((character, shown))
    };
    text.nfc().filter_map(other).collect()
}

/// The characters of a chart that the embedded font lacks, and that are therefore painted as others.
///
/// For the caller's diagnostics: a replacement is visible, but only a person can judge it.
pub fn missing_glyphs(spec: &ChartSpec) -> BTreeSet<char> {
    let texts = painted_texts(spec).into_iter();
    texts
        .flat_map(|text| text.nfc().take(LONGEST).filter_map(harmless).collect::<Vec<_>>())
        .filter(|character| !covers(*character))
        .collect()
}

fn painted_texts(spec: &ChartSpec) -> Vec<&str> {
    let mut texts = vec![spec.title.as_str(), &spec.subtitle, &spec.source];
    texts.extend(spec.kind.texts());
    texts
}

/// What a character may do in a line of text: stay, become a space, be marked as lost, or (`None`) go, being
/// invisible and without effect on what is read.
fn harmless(character: char) -> Option<char> {
    match character {
        '\u{A0}' | '\u{202F}' => Some(character),
        '\u{2007}' | '\u{2009}' | '\u{200A}' => Some('\u{202F}'),
        _ if character.is_whitespace() => Some(' '),
        _ if is_invisible(character) => None,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => Some(UNKNOWN),
        _ if character.is_control() || is_noncharacter(character) => Some(UNKNOWN),
        _ => Some(character),
    }
}

/// Soft hyphens, marks of width 0, variation selectors and tags.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{61C}' | '\u{2060}'..='\u{2064}')
        || matches!(character, '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

/// A character that the font lacks, in characters that it has.
fn equivalent(character: char) -> impl Iterator<Item = char> {
    let alike = EQUIVALENTS.iter().find(|(those, _)| those.contains(character));
    let parts: Vec<char> = match alike {
        Some((_, alike)) => vec![*alike],
        None => std::iter::once(character).nfkd().filter(|part| covers(*part)).collect(),
    };
    let lost = parts.is_empty().then_some(UNKNOWN);
    parts.into_iter().chain(lost)
}

/// A line that takes one space at a time, one accent on a letter, one mark for a run of lost characters.
#[derive(Default)]
struct Tidy {
    line: String,
}

impl Tidy {
    fn push(&mut self, character: char) {
        let last = self.line.chars().next_back();
        let superfluous = match character {
            ' ' => last.is_none_or(|last| last == ' '),
            UNKNOWN => last == Some(UNKNOWN),
            _ => is_combining_mark(character) && last.is_none_or(is_combining_mark),
        };
        if !superfluous {
            self.line.push(character);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::cases::{lines, unescape};

    /// `text → painted`, escapes as in Rust, so that a case can be added without programming.
    const CASES: &str = include_str!("legible_cases.txt");

    #[test]
    fn what_is_shown_otherwise_is_named_with_what_stands_there() {
        let other =
            shown_otherwise("Été : « œuvre » ⇒ 𝔘, 👩\u{200b}\u{202e}\u{a0}\u{2009}\u{7} ½ →");
        let other: Vec<(char, &str)> =
            other.iter().map(|(one, as_)| (*one, as_.as_str())).collect();
        let lost = "\u{fffd}";
        let wanted = [('\u{7}', lost), ('\u{202e}', lost), ('⇒', "→"), ('𝔘', "U"), ('👩', lost)];
        assert_eq!(other, wanted);
    }

    #[test]
    fn texts_are_painted_as_the_cases_say() {
        for case in lines(CASES) {
            let (text, expected) = case.split_once(" → ").expect("a case has an arrow");
            assert_eq!(painted(&unescape(text)), unescape(expected), "{case}");
        }
    }

    #[test]
    fn accents_do_not_pile_up() {
        let tower = format!("e{}", "\u{301}".repeat(500));
        assert_eq!(painted(&tower).chars().count(), 2);
    }

    #[test]
    fn what_is_read_aloud_keeps_its_emoji() {
        assert_eq!(spoken("Lab 😀\u{202E}\u{1}\n fin"), "Lab 😀\u{FFFD} fin");
    }
}
