//! Google Forms: a time stamp first, answers joined by `, `, grids as `Question [line]`.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct GoogleForms;

impl Tool for GoogleForms {
    fn evidence(&self, sample: &Sample) -> Evidence {
        let first = matches!(sample.key(0, 0), "horodateur" | "timestamp");
        Evidence::default().when(first, "timestamp-first", 10)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::between(", ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        const NAMES: [&str; 5] =
            ["adresse e mail", "email address", "username", "nom d utilisateur", "score"];
        header.at == 0 || header.is(&NAMES)
    }
}
