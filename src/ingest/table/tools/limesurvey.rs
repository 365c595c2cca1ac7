//! `LimeSurvey`: one column per option, headed by codes, by full texts or by both.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct LimeSurvey;

/// Fewest headers of a kind that speak for it.
const FEWEST: usize = 3;

impl Tool for LimeSurvey {
    fn evidence(&self, sample: &Sample) -> Evidence {
        const IDS: [&str; 4] = ["id de la reponse", "response id", "answer id", "id"];
        const DATED: [&str; 6] = [
            "date de soumission",
            "date submitted",
            "submitdate",
            "derniere page",
            "last page",
            "lastpage",
        ];
        let first = sample.key(0, 0);
        let id = IDS.contains(&first)
            || ["id id de la reponse", "id response id"].iter().any(|id| first.starts_with(id));
        let headers = sample.row(0);
        let dated = headers.iter().any(|(_, key, _)| {
            DATED.contains(&key.as_str())
                || key.starts_with("submitdate")
                || key.starts_with("lastpage")
        });
        let coded = headers.iter().filter(|(_, _, text)| is_coded(text)).count() >= FEWEST;
        let named = headers.iter().filter(|(_, _, text)| is_named(text)).count();
        let bracketed = |text: &str| text.trim_end().ends_with(']') && text.contains(" [");
        let options = headers.iter().filter(|(_, _, text)| bracketed(text)).count() >= FEWEST;
        let google = matches!(first, "horodateur" | "timestamp");
        Evidence::default()
            .when(id, "response-id-first", 5)
            .when(dated, "submission-columns", 6)
            .when(coded, "subquestion-codes", 12)
            .when(named * 3 >= headers.len() * 2 && named >= FEWEST, "question-codes", 10)
            .when(options && !google, "options-in-brackets", 6)
    }

    fn separators(&self) -> &'static [Separator] {
        &[]
    }

    /// Its « Date de lancement » is when the respondent began, known by the date of the last action that
    /// follows it.
    fn writes(&self, header: &Header<'_>) -> bool {
        const NAMES: [&str; 27] = [
            "",
            "id",
            "id de la reponse",
            "response id",
            "answer id",
            "submitdate",
            "date de soumission",
            "date submitted",
            "lastpage",
            "derniere page",
            "last page",
            "startlanguage",
            "langue de depart",
            "start language",
            "seed",
            "tete de serie",
            "token",
            "invitation",
            "startdate",
            "date started",
            "datestamp",
            "date de la derniere action",
            "date last action",
            "ipaddr",
            "adresse ip",
            "ip address",
            "url de reference",
        ];
        const CODES: [&str; 8] = [
            "submitdate",
            "lastpage",
            "startlanguage",
            "startdate",
            "datestamp",
            "ipaddr",
            "seed",
            "refurl",
        ];
        let first_word = header.key.split_once(' ').map_or(header.key, |(first, _)| first);
        let next = header.keys.get(header.at + 1).map(String::as_str);
        let began = header.key == "date de lancement" && next == Some("date de la derniere action");
        let file = header.texts.last().is_some_and(|text| text.trim_end().ends_with("[filecount]"));
        file || header.at < 12 && (header.is(&NAMES) || CODES.contains(&first_word) || began)
    }

    /// How long each question took stands after all of them.
    fn own_from(&self, keys: &[String]) -> Option<usize> {
        const TIMED: [&str; 5] =
            ["interviewtime", "temps total", "total time", "duree de l entretien", "gesamtzeit"];
        keys.iter().position(|key| TIMED.iter().any(|name| key.starts_with(name)))
    }
}

/// `code[sub]`, and what may follow.
fn is_coded(text: &str) -> bool {
    let is_code = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let rest = text.trim_start_matches(is_code);
    let sub = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    rest.len() < text.len()
        && sub.is_some_and(|(sub, _)| !sub.is_empty() && sub.chars().all(is_code))
}

/// `code. Question`, where the code is a name and no mere number.
fn is_named(text: &str) -> bool {
    let Some((code, question)) = text.split_once(". ") else { return false };
    let letters = code.chars().filter(char::is_ascii_alphabetic).count();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '[' | ']');
    letters >= 3 && letters < code.len() && code.chars().all(plain) && !question.trim().is_empty()
}
