//! Which tool wrote a table, by what its export always holds. Source: design/inputs.md.

use super::tools::{Sample, tool};
use crate::ingest::grid::Sheet;

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

impl Separator {
    /// A separator that sentences hold too.
    pub(super) const fn between(text: &'static str) -> Self {
        Self { text, trailing: false, certain: false }
    }

    /// A separator that one tool writes between answers and nowhere else.
    pub(super) const fn only(text: &'static str) -> Self {
        Self { text, trailing: false, certain: true }
    }

    /// A separator that one tool writes after every answer.
    pub(super) const fn after_each(text: &'static str) -> Self {
        Self { text, trailing: true, certain: true }
    }
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
        tool(self).separators()
    }
}

/// Weight from which a tool is believed.
const ENOUGH: u32 = 10;

/// The best score, the first of equals, with what spoke for it.
pub(super) fn recognise(sheet: &Sheet) -> (Origin, Vec<&'static str>) {
    let sample = Sample::of(sheet);
    let mut best = (Origin::Plain, 0, vec!["no-tool"]);
    for origin in Origin::ALL {
        let evidence = tool(origin).evidence(&sample);
        let score = evidence.score();
        if score >= ENOUGH && score > best.1 {
            best = (origin, score, evidence.reasons());
        }
    }
    (best.0, best.2)
}
