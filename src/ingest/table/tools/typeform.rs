//! Typeform: one column per option, headed by the option alone.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct Typeform;

impl Tool for Typeform {
    fn evidence(&self, sample: &Sample) -> Evidence {
        let hash = sample.row(0).first().is_some_and(|(_, _, text)| text.trim() == "#");
        Evidence::default().when(hash, "hash-first", 6).when(
            sample.header_has(&["submit date utc"]),
            "submit-date",
            6,
        )
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::between(", ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        const NAMES: [&str; 5] =
            ["start date utc", "submit date utc", "stage date utc", "network id", "response type"];
        let after = || header.keys.iter().take(header.at).any(|key| key == "submit date utc");
        header.title == "#"
            || header.is(&NAMES)
            || (header.is(&["tags", "ending", "score"]) && after())
    }
}
