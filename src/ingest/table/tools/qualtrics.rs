//! Qualtrics: a row of codes, a row of questions, a row of JSON; the older ones lack the third, and people delete the
//! second and third to work with the file.

use super::{Evidence, Header, Sample, Separator, Tool};
use crate::codebook::match_key;

/// Its exports.
pub(super) struct Qualtrics;

impl Tool for Qualtrics {
    fn evidence(&self, sample: &Sample) -> Evidence {
        const CODES: [&str; 6] =
            ["startdate", "enddate", "progress", "finished", "recordeddate", "responseid"];
        let ids = |row: usize| {
            sample.row(row).iter().any(|(_, _, text)| text.starts_with("{\"ImportId\""))
        };
        let codes = CODES.iter().filter(|code| sample.header_has(&[**code])).count();
        let legacy = sample.key(0, 0) == "v1" && sample.key(1, 0) == "responseid";
        Evidence::default()
            .when(ids(1) || ids(2), "import-ids-in-third-row", 20)
            .when(codes >= 4, "qualtrics-codes", 14)
            .when(legacy, "qualtrics-codes", 14)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::between(","), Separator::between(", ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        // Its own columns come first, the respondent's language last of them.
        const LANGUAGE: [&str; 4] =
            ["userlanguage", "benutzersprache", "user language", "langue de l utilisateur"];
        // What it writes itself has an import id of its own, whatever the language.
        const IDS: [&str; 18] = [
            "startDate",
            "endDate",
            "status",
            "ipAddress",
            "progress",
            "duration",
            "finished",
            "recordedDate",
            "_recordId",
            "recipientLastName",
            "recipientFirstName",
            "recipientEmail",
            "externalDataReference",
            "externalReference",
            "locationLatitude",
            "locationLongitude",
            "distributionChannel",
            "userLanguage",
        ];
        let json = header.texts.iter().find(|text| text.starts_with("{\"ImportId\""));
        if json.is_none() {
            return is_own_code(header);
        }
        let id = json.and_then(|text| text.split('"').nth(3)).unwrap_or_default();
        IDS.contains(&id)
            || header.at < 20
                && header.keys.iter().skip(header.at).any(|key| LANGUAGE.contains(&key.as_str()))
    }
}

/// Whether a column is its own by its code, where no import id says so; the older exports call those `V1` to `V10`.
fn is_own_code(header: &Header<'_>) -> bool {
    const CODES: [&str; 22] = [
        "startdate",
        "enddate",
        "status",
        "ipaddress",
        "progress",
        "duration in seconds",
        "finished",
        "recordeddate",
        "responseid",
        "responseset",
        "recipientlastname",
        "recipientfirstname",
        "recipientemail",
        "externaldatareference",
        "externalreference",
        "emailaddress",
        "locationlatitude",
        "locationlongitude",
        "locationaccuracy",
        "distributionchannel",
        "userlanguage",
        "duration",
    ];
    let code = header.texts.first().map(|text| match_key(text)).unwrap_or_default();
    let numbered = code.strip_prefix('v').is_some_and(|number| number.parse::<u8>().is_ok());
    CODES.contains(&code.as_str()) || (numbered && header.texts.len() > 1)
}
