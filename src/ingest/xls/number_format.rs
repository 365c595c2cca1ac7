//! Which number formats show a date.

/// Whether a format that the file does not define shows a date.
pub(super) fn is_built_in_date(id: u16) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a format shows a date: it holds y, m, d, h or s outside quotes, brackets and escapes.
pub(super) fn is_date(format: &str) -> bool {
    let mut letters = format.split(';').next().unwrap_or_default().chars();
    let mut found = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|letter| *letter == '"');
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                found |= !inside.is_empty()
                    && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 's'));
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => found = true,
            '0' | '#' | '?' if !found => return false,
            // « General » and its kin.
            'G' | 'g' | 'E' | 'e' => return false,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_told_from_formats_of_numbers() {
        for date in ["dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "h:mm AM/PM", "[h]:mm:ss", "yyyy\\-mm"] {
            assert!(is_date(date), "{date}");
        }
        for number in ["General", "0.00", "#,##0 \"jours\"", "\"d\"0", "@", "0.00E+00", "[Red]0"] {
            assert!(!is_date(number), "{number}");
        }
    }
}
