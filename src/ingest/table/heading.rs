//! What a header says: the question, and the option or line that its tool adds to it.

use super::origin::Origin;
use crate::codebook::match_key;
use crate::ingest::html_table::entities;

/// A header, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heading {
    /// The question, or its code when nothing else is written.
    pub(super) title: String,
    /// The option or line.
    pub(super) sub: Option<String>,
}

/// Takes a column's headers apart.
pub(super) fn parse(texts: &[String], origin: Origin) -> Heading {
    let cleaned: Vec<String> = texts.iter().map(|text| clean(text)).collect();
    match (origin, cleaned.as_slice()) {
        (Origin::Qualtrics, [_, text, ..]) | (Origin::SurveyMonkey, [text]) => dashed(text),
        (Origin::Framaforms | Origin::SurveyMonkey | Origin::Plain, [.., upper, lower]) => {
            layered(upper, lower)
        }
        (Origin::LimeSurvey, [.., text]) => coded(text),
        (Origin::GoogleForms | Origin::Plain, [.., text]) => bracketed(text),
        (_, [.., text]) => Heading { title: text.clone(), sub: None },
        (_, []) => Heading::default(),
    }
}

/// A text without HTML, with single spaces.
pub(super) fn clean(text: &str) -> String {
    let plain =
        if text.contains('<') && text.contains('>') { without_tags(text) } else { text.to_owned() };
    let plain = if plain.contains('&') { entities(&plain) } else { plain };
    plain
        .split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let tag = after
            .split_once('>')
            .filter(|(tag, _)| tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
        if let Some((_, after)) = tag {
            rest = after;
        } else {
            plain.push('<');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// An upper and a lower header.
fn layered(upper: &str, lower: &str) -> Heading {
    const WHOLE: [&str; 5] = ["response", "reponse", "open ended response", "reponse ouverte", ""];
    match (upper.is_empty(), WHOLE.contains(&match_key(lower).as_str())) {
        (true, _) => bracketed(lower),
        (false, true) => Heading { title: upper.to_owned(), sub: None },
        (false, false) => Heading { title: upper.to_owned(), sub: Some(lower.to_owned()) },
    }
}

/// `Question - Option`.
fn dashed(text: &str) -> Heading {
    match text.rsplit_once(" - ") {
        Some((title, sub)) if !title.is_empty() && !sub.is_empty() => {
            Heading { title: title.trim().to_owned(), sub: Some(sub.trim().to_owned()) }
        }
        _ => Heading { title: text.to_owned(), sub: None },
    }
}

/// `Question [Option]`, the last bracket that closes at the end.
fn bracketed(text: &str) -> Heading {
    let whole = || Heading { title: text.to_owned(), sub: None };
    if !text.ends_with(']') {
        return whole();
    }
    let mut depth = 0_u32;
    for (at, letter) in text.char_indices().rev() {
        match letter {
            ']' => depth += 1,
            '[' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let (title, sub) = text.split_at(at);
            let sub = sub.trim_matches(['[', ']']).trim();
            let sub = if sub.is_empty() { None } else { Some(sub.to_owned()) };
            return Heading { title: title.trim().to_owned(), sub };
        }
    }
    whole()
}

/// `code[sub]. Question [Option]` and its shorter forms.
fn coded(text: &str) -> Heading {
    let code: String =
        text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let rest = text.get(code.len()..).unwrap_or_default();
    let (sub, rest) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((sub, rest)) => (Some(sub.to_owned()), rest),
        None => (None, rest),
    };
    let is_code = !code.is_empty() && !code.contains(' ');
    let after = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(" - "));
    match (is_code, after, rest.trim().is_empty()) {
        (true, Some(full), _)
            if code.chars().any(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) =>
        {
            let full = bracketed(full.trim());
            let title = if full.title.is_empty() { code } else { full.title };
            Heading { title, sub: full.sub.or_else(|| sub.filter(|sub| is_other(sub))) }
        }
        (true, _, true) if sub.is_some() => Heading { title: code, sub },
        _ => bracketed(text),
    }
}

/// Whether an option is the one that lets respondents write their own.
pub(super) fn is_other(sub: &str) -> bool {
    let key = match_key(sub);
    let known = [
        "autre",
        "autres",
        "other",
        "others",
        "autre precisez",
        "autre preciser",
        "autre a preciser",
        "other please specify",
        "other text",
        "autre champ libre",
        "autre reponse",
    ];
    known.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(text: &str) -> (String, String) {
        let Heading { title, sub } = coded(&clean(text));
        (title, sub.unwrap_or_default())
    }

    #[test]
    fn limesurvey_headings_are_taken_apart() {
        let cases = [
            ("themes[SQ001]. Sur quels thèmes ? [sociale]", "Sur quels thèmes ?", "sociale"),
            ("themes[SQ001] - Sur quels thèmes ? [sociale]", "Sur quels thèmes ?", "sociale"),
            ("Sur quels thèmes ? [sociale]", "Sur quels thèmes ?", "sociale"),
            ("themes[SQ001]", "themes", "SQ001"),
            ("likert0[a]. [How [much] ?]", "likert0", "How [much] ?"),
            ("rse3[SQ001]. Who? []", "Who?", ""),
            ("q1. Nom du lab", "Nom du lab", ""),
            ("<b>Date</b>  de&nbsp;lancement", "Date de lancement", ""),
        ];
        for (text, title, sub) in cases {
            assert_eq!(heading(text), (title.to_owned(), sub.to_owned()), "{text}");
        }
    }
}
