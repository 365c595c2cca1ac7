//! Qualtrics: three header rows, of which the third holds JSON.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct Qualtrics;

impl Tool for Qualtrics {
    fn evidence(&self, sample: &Sample) -> Evidence {
        let ids = sample.row(2).iter().any(|(_, _, text)| text.starts_with("{\"ImportId\""));
        Evidence::default().when(ids, "import-ids-in-third-row", 20)
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
        let id = header.texts.get(2).and_then(|text| text.split('"').nth(3)).unwrap_or_default();
        IDS.contains(&id)
            || header.at < 20
                && header.keys.iter().skip(header.at).any(|key| LANGUAGE.contains(&key.as_str()))
    }
}
