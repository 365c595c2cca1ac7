//! What exports leave in a text that nobody typed: `_x000D_`, `<br>`, `&eacute;`.
//!
//! Office Open XML writes a control character as `_xHHHH_` (ECMA-376, part 1, §22.9.2.19), and a reader that does
//! not decode it hands it on; web forms hand on their markup. Line breaks come back as such, other tags go, and
//! the entities of HTML 4 for Latin letters and French punctuation become the character.

use std::borrow::Cow;

/// Longest tag or entity that is looked for, in bytes.
const LONGEST: usize = 48;

/// The text as it was typed.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") && !text.contains(['<', '&']) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['_', '<', '&']) {
        let (before, mark) = rest.split_at(at);
        cleaned.push_str(before);
        let found = match mark.as_bytes().first() {
            Some(b'_') => escape(mark),
            Some(b'<') => tag(mark),
            _ => entity(mark),
        };
        let (typed, length) = found.unwrap_or((None, 0));
        if length == 0 {
            let sign = mark.chars().next().map_or(0, char::len_utf8);
            cleaned.push_str(mark.get(..sign).unwrap_or_default());
            rest = mark.get(sign..).unwrap_or_default();
        } else {
            cleaned.extend(typed);
            rest = mark.get(length..).unwrap_or_default();
        }
    }
    cleaned.push_str(rest);
    if cleaned == text { Cow::Borrowed(text) } else { Cow::Owned(cleaned) }
}

/// What a mark stands for, and its length.
type Typed = (Option<char>, usize);

/// `_x000D_`.
fn escape(mark: &str) -> Option<Typed> {
    let digits = mark.strip_prefix("_x")?.get(..4)?;
    let closed = mark.as_bytes().get(6) == Some(&b'_');
    let code = u32::from_str_radix(digits, 16).ok().filter(|_| closed)?;
    match char::from_u32(code)? {
        // The line feed that follows a carriage return is in the text itself.
        '\r' => Some((None, 7)),
        typed => Some((Some(typed), 7)),
    }
}

/// `<br />` and the ends of blocks are line breaks; any other tag is nothing.
fn tag(mark: &str) -> Option<Typed> {
    const KNOWN: [&str; 17] = [
        "a", "b", "br", "div", "em", "font", "i", "li", "ol", "p", "span", "strong", "table", "td",
        "tr", "u", "ul",
    ];
    let end = mark.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let inside = mark.get(1..end)?;
    let name = inside.trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?.to_ascii_lowercase();
    if !KNOWN.contains(&name.as_str()) {
        return None;
    }
    let closes = inside.starts_with('/');
    let breaks = name == "br" || (closes && ["p", "li", "div", "tr"].contains(&name.as_str()));
    Some((breaks.then_some('\n'), end + 1))
}

/// `&eacute;`, `&#233;`, `&#xE9;`.
fn entity(mark: &str) -> Option<Typed> {
    let end = mark.bytes().take(12).position(|byte| byte == b';')?;
    let name = mark.get(1..end)?;
    let typed = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = match hexadecimal {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => named(name)?,
    };
    Some((Some(typed), end + 1))
}

fn named(name: &str) -> Option<char> {
    use unicode_normalization::char::compose;
    let typed = match name {
        "nbsp" => '\u{a0}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "rsquo" => '’',
        "lsquo" => '‘',
        "laquo" => '«',
        "raquo" => '»',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "euro" => '€',
        "deg" => '°',
        "oelig" => 'œ',
        "OElig" => 'Œ',
        _ => {
            let mut letters = name.chars();
            let accent = match (letters.next()?, letters.as_str()) {
                (letter, "acute") => (letter, '\u{301}'),
                (letter, "grave") => (letter, '\u{300}'),
                (letter, "circ") => (letter, '\u{302}'),
                (letter, "uml") => (letter, '\u{308}'),
                (letter, "cedil") => (letter, '\u{327}'),
                _ => return None,
            };
            compose(accent.0, accent.1)?
        }
    };
    Some(typed)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn marks_of_exports_go_and_the_rest_stays() {
        for (text, typed) in [
            ("coaching_x000D_\nincubation", "coaching\nincubation"),
            ("a<br/>b<BR>c", "a\nb\nc"),
            ("<p>un</p><p class=\"x\">deux</p>", "un\ndeux\n"),
            (
                "p&eacute;dago &amp; num&#233;rique &#xE0;&nbsp;venir",
                "pédago & numérique à\u{a0}venir",
            ),
            (
                "R&D, a < b, 3 <ans> ; snake_x12, &c ; _x00",
                "R&D, a < b, 3 <ans> ; snake_x12, &c ; _x00",
            ),
        ] {
            assert_eq!(clean(text), typed, "{text}");
        }
    }
}
