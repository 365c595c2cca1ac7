//! A table of no tool, by hand or of the ministry's questionnaire: the choice when nothing else speaks.

use super::{Evidence, Header, Sample, Separator, Tool};

/// It.
pub(super) struct Plain;

impl Tool for Plain {
    fn evidence(&self, sample: &Sample) -> Evidence {
        let _ = sample;
        Evidence::default()
    }

    fn separators(&self) -> &'static [Separator] {
        const {
            &[
                Separator::between(" - "),
                Separator::between("; "),
                Separator { trailing: true, ..Separator::between(";") },
                Separator::between(", "),
                Separator::between("\n"),
            ]
        }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        header.is(&["horodateur", "horodatage", "timestamp"])
    }
}
