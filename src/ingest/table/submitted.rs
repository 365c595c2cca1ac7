//! The column in which a tool writes when a record was sent.

use super::column::ColumnKind;
use super::group::TableQuestion;
use super::header::Headers;
use super::origin::Origin;
use crate::codebook::match_key;

/// The column of the moment when a record was sent.
pub(super) fn column(
    questions: &[TableQuestion],
    (origin, headers): (Origin, &Headers),
) -> Option<u32> {
    let names: &[&str] = match origin {
        Origin::LimeSurvey => &[
            "submitdate",
            "date de soumission",
            "date submitted",
            "datestamp",
            "date de la derniere action",
        ],
        Origin::GoogleForms => return headers.columns.keys().next().copied(),
        Origin::MicrosoftForms => &["heure de fin", "completion time"],
        Origin::Framaforms => &[
            "heure d achevement",
            "completed time",
            "completed",
            "heure de soumission",
            "submitted time",
            "time",
        ],
        Origin::Kobo => &["submission time", "submissiondate"],
        Origin::SurveyMonkey => &[
            "date modified",
            "date de modification",
            "enddate",
            "end date",
            "date de fin",
            "date created",
            "date de creation",
        ],
        Origin::Qualtrics => {
            &["recordeddate", "date d enregistrement", "erfassungsdatum", "enddate", "end date"]
        }
        Origin::Typeform => &["submit date utc"],
        Origin::Demarches => &["depose le", "mis a jour le", "derniere mise a jour le"],
        Origin::Nextcloud => &["horodatage", "timestamp"],
        Origin::Plain => &["horodateur", "horodatage", "timestamp"],
    };
    named(questions, (origin, headers), names)
}

/// The first of these names that heads a column of the tool's own.
pub(super) fn named(
    questions: &[TableQuestion],
    (origin, headers): (Origin, &Headers),
    names: &[&str],
) -> Option<u32> {
    let own = questions.iter().filter(|question| question.kind == ColumnKind::Metadata);
    let own: Vec<(u32, Vec<String>)> = own
        .filter_map(|question| {
            let index = question.columns.first()?.index;
            let mut keys = vec![match_key(&question.title)];
            if origin == Origin::Qualtrics {
                // Its codes are the same in every language.
                keys.extend(headers.columns.get(&index)?.first().map(|code| match_key(code)));
            }
            Some((index, keys))
        })
        .collect();
    let is = |key: &str, name: &str| key == name || key.starts_with(&format!("{name} "));
    names.iter().find_map(|name| {
        let found = own.iter().find(|(_, keys)| keys.iter().any(|key| is(key, name)));
        found.map(|(index, _)| *index)
    })
}
