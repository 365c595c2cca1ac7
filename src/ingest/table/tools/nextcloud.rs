//! Nextcloud Forms: three columns of its own, answers joined by `; `.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct Nextcloud;

impl Tool for Nextcloud {
    fn evidence(&self, sample: &Sample) -> Evidence {
        let first = sample.key(0, 0);
        let stamped = sample.header_has(&["horodatage", "timestamp"]) && first != "timestamp";
        Evidence::default()
            .when(matches!(first, "identifiant utilisateur" | "user id"), "user-id-first", 6)
            .when(stamped, "timestamp-column", 5)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::only("; ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        const NAMES: [&str; 6] = [
            "identifiant utilisateur",
            "user id",
            "nom d affichage de l utilisateur",
            "user display name",
            "horodatage",
            "timestamp",
        ];
        header.at < 3 && header.is(&NAMES)
    }
}
