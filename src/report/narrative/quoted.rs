//! What a template prints from the registry, kept aside under a mark until the Markdown has been parsed.
//!
//! A mark is three characters of Unicode's private use, which no Markdown rule looks at; those that a text holds
//! itself are taken out first, so that none can be forged.

use std::sync::Mutex;

use crate::report::document::Shown;
use crate::report::prose::Inline;

const OPEN: char = '\u{f0000}';
const CLOSE: char = '\u{f0001}';
const ZERO: u32 = 0xf0100;

/// The values that a text quotes, in the order in which they were printed.
#[derive(Debug, Default)]
pub(super) struct Quoted(Mutex<Vec<Inline>>);

impl Quoted {
    /// Keeps a number and gives its mark.
    pub(super) fn number(&self, shown: Shown) -> String {
        self.keep(Inline::Number(shown))
    }

    /// Keeps words and gives their mark.
    pub(super) fn words(&self, text: &str) -> String {
        self.keep(Inline::Text(text.to_owned()))
    }

    fn keep(&self, inline: Inline) -> String {
        let mut kept = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let place = u32::try_from(kept.len()).unwrap_or(u32::MAX);
        kept.push(inline);
        let digit = char::from_u32(ZERO.saturating_add(place)).unwrap_or(CLOSE);
        [OPEN, digit, CLOSE].iter().collect()
    }

    /// A text cut at its marks, each replaced by what it stands for.
    pub(super) fn restore(&self, text: &str) -> Vec<Inline> {
        let kept = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut inlines = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(OPEN) {
            push_text(&mut inlines, before);
            let mut characters = after.chars();
            let place = characters.next().map(|digit| (digit as u32).wrapping_sub(ZERO) as usize);
            inlines.extend(place.and_then(|place| kept.get(place)).cloned());
            rest = characters.as_str().strip_prefix(CLOSE).unwrap_or(characters.as_str());
        }
        push_text(&mut inlines, rest);
        inlines
    }
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(last)) => last.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}

/// A text without the characters of marks.
pub(super) fn unmarked(text: &str) -> String {
    text.chars().filter(|c| !('\u{f0000}'..='\u{10ffff}').contains(c)).collect()
}
