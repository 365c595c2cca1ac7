//! Google Forms: a time stamp first, answers joined by `, `, grids as `Question [line]`.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct GoogleForms;

impl Tool for GoogleForms {
    fn evidence(&self, sample: &Sample) -> Evidence {
        const NAMES: [&str; 7] = [
            "horodateur",
            "timestamp",
            "zeitstempel",
            "marca temporal",
            "informazioni cronologiche",
            "carimbo de data hora",
            "tijdstempel",
        ];
        let first = NAMES.contains(&sample.key(0, 0));
        Evidence::default().when(first, "timestamp-first", 10)
    }

    fn separators(&self) -> &'static [Separator] {
        // The form's own download writes semicolons where its spreadsheet has commas.
        const { &[Separator::between(", "), Separator::between(";")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        const NAMES: [&str; 5] =
            ["adresse e mail", "email address", "username", "nom d utilisateur", "score"];
        header.at == 0 || header.is(&NAMES)
    }
}
