//! Démarches simplifiées: the state of each file stands beside its answers.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct Demarches;

impl Tool for Demarches {
    fn evidence(&self, sample: &Sample) -> Evidence {
        const FILED: [&str; 3] = ["depose le", "mis a jour le", "derniere mise a jour le"];
        Evidence::default()
            .when(sample.header_has(&["etat du dossier"]), "state-of-the-file", 8)
            .when(sample.header_has(&FILED), "filing-date", 6)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::between(", ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        // Its own columns come first, then what the form asks.
        let before = header.keys.iter().skip(header.at + 1).any(|key| key == "etat du dossier");
        before
            || header.is(&[
                "id",
                "email",
                "archive",
                "etat du dossier",
                "derniere mise a jour le",
                "mis a jour le",
                "depose le",
                "passe en instruction le",
                "traite le",
                "motivation de la decision",
                "instructeurs",
                "groupe instructeur",
                "france connect",
                "civilite",
                "labels",
                "date de derniere mise a jour du dossier",
                "derniere mise a jour du dossier le",
                "instructeur",
                "groupes instructeurs",
                "demandeur",
            ])
    }
}
