//! `SurveyMonkey`: two header rows, or one with `Question - Option`.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Its exports.
pub(super) struct SurveyMonkey;

impl Tool for SurveyMonkey {
    fn evidence(&self, sample: &Sample) -> Evidence {
        const FIRST: [&str; 3] = ["respondent id", "respondentid", "id du repondant"];
        Evidence::default().when(FIRST.contains(&sample.key(0, 0)), "respondent-id-first", 12)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::between(", ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        // With two header rows, its own columns have nothing in the second.
        let own = header.texts.len() == 2 && header.at < 12;
        let unnamed = header.texts.get(1).is_some_and(String::is_empty);
        (own && unnamed)
            || header.is(&[
                "respondentid",
                "respondent id",
                "id du repondant",
                "id du collecteur",
                "date de creation",
                "date de modification",
                "adresse e mail",
                "donnees personnalisees 1",
                "custom data",
                "collectorid",
                "collector id",
                "startdate",
                "start date",
                "date de debut",
                "enddate",
                "end date",
                "date de fin",
                "date created",
                "date modified",
                "ip address",
                "adresse ip",
                "email address",
                "adresse email",
                "first name",
                "last name",
                "lastname",
                "custom data 1",
            ])
    }
}
