//! `KoboToolbox` and other ODK servers: one column per option beside a summary column.

use super::{Evidence, Header, Sample, Separator, Tool};

/// Their exports.
pub(super) struct Kobo;

impl Tool for Kobo {
    fn evidence(&self, sample: &Sample) -> Evidence {
        let both = ["_submission_time", "_submission__submission_time"];
        let instance = [
            "meta/instanceID",
            "meta.instanceID",
            "meta:instanceID",
            "meta-instanceID",
            "instanceID",
        ];
        let central = sample.header_is(&["KEY"]) && sample.header_is(&["SubmissionDate"]);
        Evidence::default()
            .when(sample.header_is(&["_uuid", "_submission__uuid"]), "uuid-column", 8)
            .when(sample.header_is(&both), "submission-time-column", 8)
            .when(sample.header_is(&instance), "instance-id-column", 12)
            .when(central, "central-columns", 12)
            .when(sample.header_is(&["_parent_index"]), "repeat-sheet", 10)
    }

    fn separators(&self) -> &'static [Separator] {
        const { &[Separator::between(" ")] }
    }

    fn writes(&self, header: &Header<'_>) -> bool {
        const NAMES: [&str; 14] = [
            "start",
            "end",
            "today",
            "deviceid",
            "subscriberid",
            "simserial",
            "phonenumber",
            "username",
            "formhub uuid",
            "version",
            "submissiondate",
            "key",
            "instanceid",
            "instancename",
        ];
        header.title.starts_with('_') || header.title.starts_with("meta") || header.is(&NAMES)
    }

    /// After the key, ODK Central writes what it knows of the submission.
    fn own_from(&self, keys: &[String]) -> Option<usize> {
        let place = |name: &str| keys.iter().position(|key| key == name);
        place("submitterid").and(place("key")).map(|key| key + 1)
    }
}
