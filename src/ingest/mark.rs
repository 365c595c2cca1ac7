//! The marks that people put beside an option.

/// What a cell beside an option says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// x, ✓, oui, 1 …
    Ticked,
    /// non, 0, ☐ …
    NotTicked,
}

/// Reads a mark; `None` for any other text.
pub(super) fn parse(text: &str) -> Option<Mark> {
    let mark = text.trim().trim_matches(['[', ']', '(', ')', '.']).trim().to_lowercase();
    // The last of each are what the ticked and the empty boxes of Wingdings look like in another font.
    match mark.as_str() {
        "x" | "×" | "✓" | "✔" | "√" | "☑" | "☒" | "✅" | "■" | "●" | "◉" | "oui" | "o" | "ok"
        | "v" | "1" | "true" | "vrai" | "yes" | "þ" | "ý" | "ü" => Some(Mark::Ticked),
        "" | "☐" | "□" | "○" | "◯" | "✗" | "✘" | "❌" | "non" | "n" | "0" | "false" | "faux"
        | "no" | "-" | "¨" | "q" => Some(Mark::NotTicked),
        _ => None,
    }
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
