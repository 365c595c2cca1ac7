//! Numbers as people type them in a register: « 31 », « 1 250 », « 2,5 h », « 1h30 ».

use crate::ingest::Value;

/// The number of a cell with at most so many decimals; `None` for anything that is not plainly one.
pub(super) fn parse(value: &Value, decimals: usize) -> Option<f64> {
    let number = match value {
        Value::Number(number) => *number,
        Value::Text(text) => of_text(text)?,
        // A cell formatted as a time: 2:30 is two hours and a half, and no date at all.
        Value::Date(_) | Value::Bool(_) | Value::Error(_) => return None,
    };
    let whole = number.fract().abs() < f64::EPSILON;
    (number.is_finite() && number.abs() < 1e9 && (whole || decimals > 0)).then_some(number)
}

fn of_text(text: &str) -> Option<f64> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let plain = plain.replace('−', "-");
    if let Some((hours, minutes)) = plain.split_once('h').or_else(|| plain.split_once(':')) {
        let minutes = if ["", "eures", "eure", "ours", "our", "rs"].contains(&minutes) {
            0.0
        } else {
            digits(minutes.trim_end_matches("min")).filter(|minutes| *minutes < 60.0)?
        };
        return Some(digits(hours)? + minutes / 60.0);
    }
    digits(&plain)
}

fn digits(text: &str) -> Option<f64> {
    let is_number = text.trim_start_matches(['-', '+']).starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || "-+.,".contains(c));
    is_number.then(|| text.replace(',', ".").parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_words_are_not() {
        let text = |text: &str| parse(&Value::Text(text.into()), 2);
        for (written, number) in [
            ("31", 31.0),
            ("1 250", 1250.0),
            ("1\u{202f}250", 1250.0),
            ("2,5", 2.5),
            ("2,5 h", 2.5),
            ("1h30", 1.5),
            ("30 heures", 30.0),
            ("30H", 30.0),
            ("-3", -3.0),
            ("0", 0.0),
        ] {
            assert_eq!(text(written), Some(number), "{written}");
        }
        for written in ["une dizaine", "10 à 12", "env. 30", "1h75", "", "?", "12/03", "1e9", "nan"]
        {
            assert_eq!(text(written), None, "{written}");
        }
        assert_eq!(parse(&Value::Number(2.5), 0), None);
        assert_eq!(parse(&Value::Number(54.0), 0), Some(54.0));
    }
}
