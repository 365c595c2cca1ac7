//! Microsoft Forms: five or six columns of its own, each answer of a list ended by `;`.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct MicrosoftForms;

impl Tool for MicrosoftForms {
    fn evidence(&self, sample: &Sample) -> Evidence {
        let second = sample.key(0, 1);
        let ended = sample.header_has(&["heure de fin", "completion time"]);
        Evidence::default()
            .when(sample.key(0, 0) == "id", "id-first", 3)
            .when(matches!(second, "heure de debut" | "start time"), "start-time-second", 5)
            .when(ended, "completion-time", 5)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::after_each(";")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        const NAMES: [&str; 14] = [
            "id",
            "heure de debut",
            "start time",
            "heure de fin",
            "completion time",
            "adresse de messagerie",
            "email",
            "nom",
            "name",
            "heure de la derniere modification",
            "last modified time",
            "langue",
            "language",
            "total points",
        ];
        header.at < 7 && header.is(&NAMES)
    }
}
