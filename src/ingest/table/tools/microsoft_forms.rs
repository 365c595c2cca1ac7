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
        const NAMES: [&str; 13] = [
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
        ];
        // A quiz has points and a comment of its own, in all and beside each question.
        const QUIZ: [&str; 4] =
            ["total points", "total de points", "quiz feedback", "commentaires sur le quiz"];
        const BESIDE: [&str; 3] = ["points ", "feedback ", "commentaires "];
        let question = BESIDE.iter().find_map(|start| header.key.strip_prefix(start));
        let beside = question.is_some_and(|question| {
            header.keys.iter().take(header.at).any(|key| key.as_str() == question)
        });
        beside || header.at < 9 && (header.is(&NAMES) || header.is(&QUIZ))
    }
}
