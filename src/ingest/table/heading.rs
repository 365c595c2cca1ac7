//! What a header says: the question, and the option or line that its tool adds to it.

use std::collections::BTreeMap;

use super::header::Headers;
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

/// Takes the headers of every column apart.
pub(super) fn parse_all(headers: &Headers, origin: Origin) -> Vec<(u32, Heading)> {
    let mut headed: Vec<(u32, Heading)> =
        headers.columns.iter().map(|(index, texts)| (*index, parse(texts, origin))).collect();
    let flat =
        origin == Origin::Qualtrics || (origin == Origin::SurveyMonkey && headers.rows.len() == 1);
    if flat {
        share_titles(&mut headed);
    }
    headed
}

/// `Question - Option`, where both may hold dashes: the question is the longest beginning that most of the
/// headers share.
fn share_titles(headed: &mut [(u32, Heading)]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, heading) in headed.iter() {
        for (title, _) in splits(&heading.title) {
            *counts.entry(title.to_owned()).or_default() += 1;
        }
    }
    // A question whose whole answer stands before the column of its « autre » shares its title too.
    for (_, heading) in headed.iter() {
        if let Some(count) = counts.get_mut(heading.title.as_str()) {
            *count += 1;
        }
    }
    for (_, heading) in headed {
        let text = std::mem::take(&mut heading.title);
        let count = |title: &str| counts.get(title).copied().unwrap_or_default();
        let best = splits(&text)
            .filter(|(title, _)| count(title) > 1)
            .max_by_key(|(title, _)| (count(title), title.len()));
        match best {
            Some((title, sub)) => {
                heading.sub = Some(without_choice(sub));
                heading.title = title.to_owned();
            }
            None => heading.title = text,
        }
    }
}

/// The ways to cut a header at a dash.
fn splits(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let cuts = text.match_indices(" - ").take(MOST_DASHES);
    cuts.filter_map(|(at, dash)| {
        let (title, sub) = (text.get(..at)?.trim(), text.get(at + dash.len()..)?.trim());
        (!title.is_empty() && !sub.is_empty()).then_some((title, sub))
    })
}

/// Dashes looked at in one header.
const MOST_DASHES: usize = 8;

/// An option of Qualtrics without « Selected Choice - » before it and « - Text » after it.
fn without_choice(sub: &str) -> String {
    const CHOICE: [&str; 4] =
        ["Selected Choice - ", "Choix sélectionné - ", "Choix - ", "Ausgewählte Auswahl - "];
    const TEXT: [&str; 2] = [" - Text", " - Texte"];
    let sub = CHOICE.iter().find_map(|start| sub.strip_prefix(start)).unwrap_or(sub);
    TEXT.iter().find_map(|end| sub.strip_suffix(end)).unwrap_or(sub).to_owned()
}

/// Takes a column's headers apart.
fn parse(texts: &[String], origin: Origin) -> Heading {
    let cleaned: Vec<String> = texts.iter().map(|text| clean(text)).collect();
    match (origin, cleaned.as_slice()) {
        (Origin::Framaforms | Origin::SurveyMonkey | Origin::Plain, [.., upper, lower]) => {
            layered(upper, lower)
        }
        (Origin::LimeSurvey, [.., text]) => coded(text),
        (Origin::GoogleForms | Origin::Plain, [.., text]) => bracketed(text),
        (Origin::Qualtrics, [_, text, ..]) | (_, [.., text]) => {
            Heading { title: text.clone(), sub: None }
        }
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
    match (upper.is_empty(), lower.is_empty() || is_whole_answer(lower)) {
        (true, _) => bracketed(lower),
        (false, true) => Heading { title: upper.to_owned(), sub: None },
        (false, false) => Heading { title: upper.to_owned(), sub: Some(lower.to_owned()) },
    }
}

/// Whether a lower header only says that the column holds the whole answer.
pub(super) fn is_whole_answer(lower: &str) -> bool {
    const WHOLE: [&str; 6] = [
        "response",
        "reponse",
        "open ended response",
        "reponse ouverte",
        "reponses ouvertes",
        "reponse libre",
    ];
    WHOLE.contains(&match_key(lower).as_str())
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

/// `Question [Line][Column]`: what stands in brackets one after the other is one sub-question.
fn all_brackets(text: &str) -> Heading {
    let last = bracketed(text);
    let Some(sub) = last.sub.clone().filter(|_| last.title.ends_with(']')) else { return last };
    let first = bracketed(&last.title);
    match first.sub {
        Some(line) => Heading { title: first.title, sub: Some(format!("{line}, {sub}")) },
        None => last,
    }
}

/// `code[sub]. Question [Option]` and its shorter forms.
fn coded(text: &str) -> Heading {
    let code: String =
        text.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect();
    let mut rest = text.get(code.len()..).unwrap_or_default();
    let mut subs: Vec<&str> = Vec::new();
    while let Some((sub, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        subs.push(sub);
        rest = after;
    }
    let sub = (!subs.is_empty()).then(|| subs.join(", "));
    let is_code = !code.is_empty() && !code.contains(' ');
    let after = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(" - "));
    match (is_code, after, rest.trim().is_empty()) {
        (true, Some(full), _)
            if code.chars().any(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) =>
        {
            let full = all_brackets(full.trim());
            let title = if full.title.is_empty() { code } else { full.title };
            let special = |sub: &String| is_other(sub) || is_comment(sub);
            Heading { title, sub: sub.filter(special).or(full.sub) }
        }
        (true, _, true) if sub.is_some() => Heading { title: code, sub },
        (true, _, true) => underscored(&code),
        _ => all_brackets(text),
    }
}

/// `code_SQ001`, as the exports to statistical software write it.
fn underscored(code: &str) -> Heading {
    let whole = || Heading { title: code.to_owned(), sub: None };
    let Some((title, sub)) = code.rsplit_once('_') else { return whole() };
    let number = sub.strip_prefix("SQ").unwrap_or_default();
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let special = !title.is_empty() && (numbered || sub == "other");
    if special { Heading { title: title.to_owned(), sub: Some(sub.to_owned()) } } else { whole() }
}

/// Whether an option is the one that lets respondents write their own: « autre », and nothing but words
/// that ask which.
pub(in crate::ingest) fn is_other(sub: &str) -> bool {
    const OTHER: [&str; 6] = ["autre", "autres", "other", "others", "otro", "sonstiges"];
    const ASKING: [&str; 36] = [
        "a",
        "b",
        "champ",
        "cas",
        "ci",
        "de",
        "dessous",
        "en",
        "indiquer",
        "indiquez",
        "la",
        "laquelle",
        "le",
        "lequel",
        "les",
        "lesquels",
        "libre",
        "merci",
        "option",
        "ou",
        "please",
        "preciser",
        "precisez",
        "reponse",
        "reponses",
        "s",
        "si",
        "specify",
        "specifier",
        "specifiez",
        "texte",
        "text",
        "the",
        "veuillez",
        "votre",
        "explain",
    ];
    if sub.len() > LONGEST_OTHER {
        return false;
    }
    let key = match_key(sub);
    let mut words = key.split(' ');
    words.next().is_some_and(|first| OTHER.contains(&first))
        && words.all(|word| ASKING.contains(&word))
}

/// Bytes of the longest way to say « autre ».
const LONGEST_OTHER: usize = 100;

/// Whether a column holds the comment to an option or to a question.
pub(super) fn is_comment(sub: &str) -> bool {
    const COMMENT: [&str; 6] =
        ["commentaire", "commentaires", "comment", "comments", "kommentar", "comentario"];
    // `LimeSurvey` names it after the code of the option.
    let coded = sub.strip_suffix("comment").is_some_and(|code| {
        !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    });
    coded || (sub.len() <= LONGEST_OTHER && COMMENT.contains(&match_key(sub).as_str()))
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
            ("mots5-1. Quels mots ?", "Quels mots ?", ""),
            ("<b>Date</b>  de&nbsp;lancement", "Date de lancement", ""),
            ("q5[a][0]. Twice? [Space][Scale 1]", "Twice?", "Space, Scale 1"),
            ("plan[SQ001][1]", "plan", "SQ001, 1"),
            ("themes_SQ003", "themes", "SQ003"),
            ("th[other] - Thèmes [Autre]", "Thèmes", "other"),
            ("date_lancement", "date_lancement", ""),
        ];
        for (text, title, sub) in cases {
            assert_eq!(heading(text), (title.to_owned(), sub.to_owned()), "{text}");
        }
    }

    #[test]
    fn other_is_told_from_an_option_that_begins_like_it() {
        for other in [
            "Autre",
            "autre :",
            "Autre (veuillez préciser)",
            "Other (please specify)",
            "Autres, précisez",
        ] {
            assert!(is_other(other), "{other}");
        }
        for option in ["Autre service de l'académie", "autrement", "Other schools", ""] {
            assert!(!is_other(option), "{option}");
        }
        assert!(
            is_comment("SQ001comment")
                && is_comment("Commentaire")
                && !is_comment("comment faire ?")
        );
    }
}
