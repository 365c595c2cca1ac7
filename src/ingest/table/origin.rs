//! Which tool wrote a table, by what its export always holds. Source: design/inputs.md.

use crate::codebook::match_key;
use crate::ingest::grid::Sheet;
use crate::model::CellRef;

/// The tools whose exports are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Qualtrics, three header rows.
    Qualtrics,
    /// `KoboToolbox` or another ODK server.
    Kobo,
    /// Framaforms, that is Drupal Webform.
    Framaforms,
    /// Démarches simplifiées.
    Demarches,
    /// Nextcloud Forms.
    Nextcloud,
    /// Microsoft Forms.
    MicrosoftForms,
    /// Typeform.
    Typeform,
    /// `SurveyMonkey`.
    SurveyMonkey,
    /// `LimeSurvey`.
    LimeSurvey,
    /// Google Forms.
    GoogleForms,
    /// A table of no tool's own, or made by hand.
    Plain,
}

/// What stands between the answers joined in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separator {
    /// The text.
    pub text: &'static str,
    /// Whether it stands after the last answer too.
    pub trailing: bool,
    /// Whether the tool writes it nowhere else, so that one is enough to know.
    pub certain: bool,
}

impl Origin {
    /// The tools in the order in which equals are preferred.
    pub const ALL: [Self; 11] = [
        Self::Qualtrics,
        Self::Kobo,
        Self::Framaforms,
        Self::Demarches,
        Self::Nextcloud,
        Self::MicrosoftForms,
        Self::Typeform,
        Self::SurveyMonkey,
        Self::LimeSurvey,
        Self::GoogleForms,
        Self::Plain,
    ];

    /// A stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Qualtrics => "qualtrics",
            Self::Kobo => "kobotoolbox",
            Self::Framaforms => "framaforms",
            Self::Demarches => "demarches_simplifiees",
            Self::Nextcloud => "nextcloud_forms",
            Self::MicrosoftForms => "microsoft_forms",
            Self::Typeform => "typeform",
            Self::SurveyMonkey => "surveymonkey",
            Self::LimeSurvey => "limesurvey",
            Self::GoogleForms => "google_forms",
            Self::Plain => "table",
        }
    }

    /// The separators of its joined answers, the likeliest first.
    pub fn separators(self) -> &'static [Separator] {
        const fn separator(text: &'static str, trailing: bool, certain: bool) -> Separator {
            Separator { text, trailing, certain }
        }
        const COMMA: Separator = separator(", ", false, false);
        match self {
            Self::MicrosoftForms => &[const { separator(";", true, true) }],
            Self::Nextcloud => &[const { separator("; ", false, true) }],
            Self::Framaforms | Self::Qualtrics => {
                &[const { separator(",", false, false) }, const { separator(", ", false, false) }]
            }
            Self::GoogleForms | Self::Demarches | Self::Typeform | Self::SurveyMonkey => &[COMMA],
            Self::Kobo => &[const { separator(" ", false, false) }],
            Self::LimeSurvey => &[],
            Self::Plain => &[
                const { separator(" - ", false, false) },
                const { separator("; ", false, false) },
                const { separator(";", true, false) },
                COMMA,
                const { separator("\n", false, false) },
            ],
        }
    }
}

/// Rows looked at.
const SAMPLE_ROWS: u32 = 4;

/// The best score, the first of equals, with what spoke for it.
pub(super) fn recognise(sheet: &Sheet) -> (Origin, Vec<&'static str>) {
    let sample = Sample::of(sheet);
    let mut best = (Origin::Plain, 0, vec!["no-tool"]);
    for origin in Origin::ALL {
        let evidence = sample.evidence(origin);
        let score: u32 = evidence.iter().map(|(_, weight)| weight).sum();
        if score >= ENOUGH && score > best.1 {
            best = (origin, score, evidence.into_iter().map(|(reason, _)| reason).collect());
        }
    }
    (best.0, best.2)
}

/// Weight from which a tool is believed.
const ENOUGH: u32 = 10;

/// The first rows, folded.
struct Sample {
    rows: Vec<Vec<(u32, String, String)>>,
}

type Evidence = Vec<(&'static str, u32)>;

impl Sample {
    fn of(sheet: &Sheet) -> Self {
        let mut rows: Vec<Vec<(u32, String, String)>> = Vec::new();
        for (cell, value) in sheet.cells().take_while(|(cell, _)| cell.row < SAMPLE_ROWS) {
            let row = cell.row as usize;
            while rows.len() <= row {
                rows.push(Vec::new());
            }
            let text: String = value.text().chars().take(300).collect();
            if let Some(row) = rows.get_mut(row) {
                row.push((cell.column, match_key(&text), text));
            }
        }
        Self { rows }
    }

    fn row(&self, row: usize) -> &[(u32, String, String)] {
        self.rows.get(row).map(Vec::as_slice).unwrap_or_default()
    }

    fn key(&self, cell: CellRef) -> &str {
        let found =
            self.row(cell.row as usize).iter().find(|(column, _, _)| *column == cell.column);
        found.map_or("", |(_, key, _)| key)
    }

    fn header_has(&self, keys: &[&str]) -> bool {
        self.row(0).iter().any(|(_, key, _)| keys.contains(&key.as_str()))
    }

    fn header_raw(&self, names: &[&str]) -> bool {
        self.row(0).iter().any(|(_, _, text)| names.contains(&text.trim()))
    }

    fn evidence(&self, origin: Origin) -> Evidence {
        let first = self.key(CellRef::new(0, 0));
        let second = self.key(CellRef::new(0, 1));
        let mut found = Vec::new();
        let mut when = |holds: bool, reason, weight| {
            if holds {
                found.push((reason, weight));
            }
        };
        match origin {
            Origin::Qualtrics => {
                let ids = self.row(2).iter().any(|(_, _, text)| text.starts_with("{\"ImportId\""));
                when(ids, "import-ids-in-third-row", 20);
            }
            Origin::Kobo => {
                when(self.header_raw(&["_uuid", "_submission__uuid"]), "uuid-column", 8);
                when(
                    self.header_raw(&["_submission_time", "_submission__submission_time"]),
                    "submission-time-column",
                    8,
                );
                when(
                    self.header_raw(&["meta/instanceID", "meta.instanceID", "meta:instanceID"]),
                    "instance-id-column",
                    12,
                );
                when(self.header_raw(&["KEY", "SubmissionDate"]), "central-columns", 6);
                when(self.header_raw(&["_parent_index"]), "repeat-sheet", 10);
            }
            Origin::Framaforms => {
                let details =
                    ["submission details", "details de soumission", "details de la soumission"];
                when(
                    details.contains(&self.key(CellRef::new(1, 0))),
                    "submission-details-in-second-row",
                    20,
                );
                when(
                    self.header_has(&["numero de serie", "serial"]) && self.header_has(&["sid"]),
                    "submission-columns",
                    12,
                );
            }
            Origin::Demarches => {
                when(self.header_has(&["etat du dossier"]), "state-of-the-file", 8);
                when(
                    self.header_has(&["depose le", "mis a jour le", "derniere mise a jour le"]),
                    "filing-date",
                    6,
                );
            }
            Origin::Nextcloud => {
                when(matches!(first, "identifiant utilisateur" | "user id"), "user-id-first", 6);
                when(
                    self.header_has(&["horodatage", "timestamp"]) && first != "timestamp",
                    "timestamp-column",
                    5,
                );
            }
            Origin::MicrosoftForms => {
                when(first == "id", "id-first", 3);
                when(matches!(second, "heure de debut" | "start time"), "start-time-second", 5);
                when(self.header_has(&["heure de fin", "completion time"]), "completion-time", 5);
            }
            Origin::Typeform => {
                when(
                    self.row(0).first().is_some_and(|(_, _, text)| text.trim() == "#"),
                    "hash-first",
                    6,
                );
                when(self.header_has(&["submit date utc"]), "submit-date", 6);
            }
            Origin::SurveyMonkey => {
                when(
                    matches!(first, "respondent id" | "respondentid" | "id du repondant"),
                    "respondent-id-first",
                    12,
                );
            }
            Origin::LimeSurvey => self.lime(first, &mut when),
            Origin::GoogleForms => {
                when(matches!(first, "horodateur" | "timestamp"), "timestamp-first", 10)
            }
            Origin::Plain => {}
        }
        found
    }

    fn lime(&self, first: &str, when: &mut impl FnMut(bool, &'static str, u32)) {
        let ids = ["id de la reponse", "response id", "answer id", "id"];
        when(
            ids.contains(&first)
                || first.starts_with("id id de la reponse")
                || first.starts_with("id response id"),
            "response-id-first",
            5,
        );
        let dates = [
            "date de soumission",
            "date submitted",
            "submitdate",
            "derniere page",
            "last page",
            "lastpage",
        ];
        let dated = self.row(0).iter().any(|(_, key, _)| {
            dates.iter().any(|known| {
                key == known || (key.starts_with("submitdate") || key.starts_with("lastpage"))
            })
        });
        when(dated, "submission-columns", 6);
        let coded = |text: &str| {
            let code: String =
                text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let rest = text.get(code.len()..).unwrap_or_default();
            let sub = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
            !code.is_empty()
                && sub.is_some_and(|(sub, _)| {
                    !sub.is_empty() && sub.chars().all(|c| c.is_ascii_alphanumeric())
                })
        };
        when(
            self.row(0).iter().filter(|(_, _, text)| coded(text)).count() >= 3,
            "subquestion-codes",
            12,
        );
        let full = self
            .row(0)
            .iter()
            .filter(|(_, _, text)| text.trim_end().ends_with(']') && text.contains(" ["))
            .count();
        when(full >= 3 && first != "horodateur" && first != "timestamp", "options-in-brackets", 6);
    }
}
