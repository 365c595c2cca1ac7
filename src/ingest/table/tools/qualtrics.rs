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
        header.at < 20
            && header.keys.iter().skip(header.at).any(|key| LANGUAGE.contains(&key.as_str()))
    }
}
