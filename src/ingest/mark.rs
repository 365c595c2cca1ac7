//! The marks that people put beside an option.

/// What a cell beside an option says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// x, ✓, oui, 1 …
    Ticked,
    /// non, 0, ☐ …
    NotTicked,
}

/// Signs that tick; the last are what the ticked boxes of Wingdings look like in another font.
const TICKED: [&str; 15] =
    ["x", "×", "✓", "✔", "√", "☑", "☒", "✅", "■", "●", "◉", "v", "þ", "ý", "ü"];
/// Signs that do not, with an empty box of Wingdings.
const NOT_TICKED: [&str; 8] = ["☐", "□", "○", "◯", "✗", "✘", "❌", "¨"];

/// Reads a mark; `None` for any other text.
pub(super) fn parse(text: &str) -> Option<Mark> {
    let mark = text.trim().trim_matches(['[', ']', '(', ')', '.']).trim().to_lowercase();
    match mark.as_str() {
        sign if TICKED.contains(&sign) => Some(Mark::Ticked),
        sign if NOT_TICKED.contains(&sign) => Some(Mark::NotTicked),
        "oui" | "o" | "ok" | "1" | "true" | "vrai" | "yes" => Some(Mark::Ticked),
        "" | "non" | "n" | "0" | "false" | "faux" | "no" | "-" | "q" => Some(Mark::NotTicked),
        _ => None,
    }
}

/// Whether a text is a sign that ticks or does not, and no word or number.
pub(super) fn is_sign(text: &str) -> bool {
    let sign = text.trim().to_lowercase();
    TICKED.contains(&sign.as_str()) || NOT_TICKED.contains(&sign.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_and_words_are_not() {
        for ticked in
            ["x", "X", "✓", "√", "þ", "ok", "V", "●", "☑", "oui", "OUI", "1", "TRUE", "VRAI", "[x]"]
        {
            assert_eq!(parse(ticked), Some(Mark::Ticked), "{ticked}");
        }
        for unticked in ["non", "0", "¨", "○", "FAUX", "☐", "[ ]", "-"] {
            assert_eq!(parse(unticked), Some(Mark::NotTicked), "{unticked}");
        }
        assert_eq!(parse("en projet"), None);
    }
}
