//! A lab as any tool would ask it.

use labcensus::census::Lab as CensusLab;
use labcensus::codebook::{Codebook, Kind};
use labcensus::model::QuestionId;

/// One lab's answers, as texts.
#[derive(Clone, Debug)]
pub(super) struct Lab {
    /// Name of its académie.
    pub(super) academy: String,
    /// By question, in the order of the questionnaire.
    pub(super) answers: Vec<(QuestionId, Said)>,
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// Labels of options.
    Options(Vec<String>),
    /// A text, with its lines.
    Text(String),
}

impl Said {
    pub(super) fn options(&self) -> &[String] {
        match self {
            Self::Options(options) => options,
            Self::Text(_) => &[],
        }
    }

    pub(super) fn joined(&self, separator: &str) -> String {
        match self {
            Self::Options(options) => options.join(separator),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Lab {
    /// A lab of the census, its options by their labels.
    pub(super) fn of(lab: &CensusLab, codebook: &Codebook) -> Self {
        let mut answers = Vec::new();
        for question in &codebook.questionnaire.questions {
            let items: Vec<_> = lab.answers_to(&question.id).collect();
            let said = match question.kind {
                Kind::Academy => continue,
                Kind::Single | Kind::Multiple => {
                    let label =
                        |id| codebook.term(&question.id, id).map(|term| term.label.fr.clone());
                    Said::Options(items.iter().filter_map(|item| label(item.term()?)).collect())
                }
                _ => Said::Text(
                    items.iter().map(|item| item.text.to_string()).collect::<Vec<_>>().join("\n"),
                ),
            };
            answers.push((question.id.clone(), said));
        }
        Self { academy: lab.body.name.clone(), answers }
    }

    pub(super) fn said(&self, question: &QuestionId) -> &Said {
        &self.answers.iter().find(|(id, _)| id == question).unwrap().1
    }
}
