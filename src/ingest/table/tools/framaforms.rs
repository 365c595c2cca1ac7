//! Framaforms, that is Drupal Webform: three header rows, `X` or empty for each option.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct Framaforms;

impl Tool for Framaforms {
    fn evidence(&self, sample: &Sample) -> Evidence {
        const DETAILS: [&str; 3] =
            ["submission details", "details de soumission", "details de la soumission"];
        let columns =
            sample.header_has(&["numero de serie", "serial"]) && sample.header_has(&["sid"]);
        Evidence::default()
            .when(DETAILS.contains(&sample.key(1, 0)), "submission-details-in-second-row", 20)
            .when(columns, "submission-columns", 12)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::between(","), Separator::between(", ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        header.is(&[
            "numero de serie",
            "serial number",
            "serial",
            "sid",
            "heure de soumission",
            "submitted time",
            "time",
            "heure d achevement",
            "completed time",
            "completed",
            "heure de modification",
            "modified time",
            "modified",
            "brouillon",
            "draft",
            "is draft",
            "adresse ip",
            "ip address",
            "uid",
            "nom d utilisateur",
            "username",
        ])
    }
}
