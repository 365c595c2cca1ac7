//! The questionnaire: ids, kinds, labels, and how a fiche may word each question.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::jumps::{JumpThresholds, RawThresholds};
use super::label::LabelIndex;
use super::{Bilingual as Text, LineProblem, Vocabulary};
use crate::error::CodebookReason;
use crate::model::QuestionId;

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A body of the register.
    Academy,
    /// Free text, one item a cell.
    Text,
    /// Free text, one item a line.
    List,
    /// One term of a vocabulary.
    Single,
    /// Any number of terms of a vocabulary.
    Multiple,
    /// A launch date.
    Launch,
    /// A team's size.
    Team,
}

/// One question of the census.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its stable id.
    pub id: QuestionId,
    /// What it takes.
    pub kind: Kind,
    /// The vocabulary of its answers.
    pub vocabulary: Option<String>,
    /// The question that takes the answers outside the vocabulary.
    pub other: Option<QuestionId>,
    /// Its label in reports.
    pub label: Text,
    /// The wordings under which a fiche may ask it.
    pub wordings: Vec<String>,
}

/// The outlines for the true map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapFile {
    /// A `GeoJSON` file, seen from the codebook's folder.
    pub geojson: String,
    /// Whose outlines they are and under what licence, for the source line.
    pub credit: Text,
}

/// The whole questionnaire.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Title of the census.
    pub title: Text,
    /// What a body of the register is called.
    pub body: Text,
    /// The source line under charts and tables.
    pub source: Text,
    /// The file of the bodies' outlines.
    pub map: Option<MapFile>,
    /// From which size on a change is to be checked before publication.
    pub jumps: JumpThresholds,
    /// Every question, in the order of the report.
    pub questions: Vec<Question>,
    labels: LabelIndex,
    lines: BTreeMap<QuestionId, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestionnaire {
    title: Text,
    body: Text,
    source: Text,
    map: Option<MapFile>,
    #[serde(default)]
    jumps: RawThresholds,
    #[serde(default)]
    question: Vec<Spanned<RawQuestion>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: Spanned<QuestionId>,
    kind: Kind,
    vocabulary: Option<String>,
    other: Option<QuestionId>,
    label: Text,
    #[serde(default)]
    wordings: Vec<Spanned<String>>,
    #[serde(default)]
    anchors: Vec<Vec<String>>,
    #[serde(default)]
    words: Vec<String>,
}

impl Questionnaire {
    /// Parses `census.toml`.
    ///
    /// # Errors
    /// Bad syntax, an id defined twice, a wording that means two questions; each with its line.
    pub fn parse(text: &str) -> Result<Self, LineProblem> {
        let raw: RawQuestionnaire =
            toml::from_str(text).map_err(|error| LineProblem::syntax(text, &error))?;
        let mut questionnaire = Self {
            title: raw.title,
            body: raw.body,
            source: raw.source,
            map: raw.map,
            jumps: raw.jumps.check(text)?,
            questions: Vec::new(),
            labels: LabelIndex::default(),
            lines: BTreeMap::new(),
        };
        for question in raw.question {
            questionnaire.add(question.into_inner(), text)?;
        }
        Ok(questionnaire)
    }

    fn add(&mut self, raw: RawQuestion, text: &str) -> Result<(), LineProblem> {
        let offset = raw.id.span().start;
        let id = raw.id.into_inner();
        let duplicate = LineProblem::at_offset(
            text,
            offset,
            CodebookReason::DuplicateId { id: id.to_string() },
        );
        if self.lines.insert(id.clone(), duplicate.line).is_some() {
            return Err(duplicate);
        }
        for wording in &raw.wordings {
            self.labels
                .add_wording(wording.get_ref(), &id)
                .map_err(|reason| LineProblem::at_offset(text, wording.span().start, reason))?;
        }
        self.labels.add_anchors(&id, &raw.anchors, &raw.words);
        let RawQuestion { kind, vocabulary, other, label, wordings, .. } = raw;
        let wordings = wordings.into_iter().map(Spanned::into_inner).collect();
        self.questions.push(Question { id, kind, vocabulary, other, label, wordings });
        Ok(())
    }

    /// Checks what the questions refer to.
    ///
    /// # Errors
    /// A vocabulary or an `other` question that does not exist.
    pub fn check(&self, vocabularies: &BTreeMap<String, Vocabulary>) -> Result<(), LineProblem> {
        for question in &self.questions {
            let line = self.lines.get(&question.id).copied().unwrap_or(1);
            let unknown = |what, id: &str| {
                Err(LineProblem {
                    line,
                    reason: CodebookReason::UnknownId { what, id: id.to_owned() },
                })
            };
            match question.vocabulary.as_deref() {
                Some(name) if !vocabularies.contains_key(name) => {
                    return unknown("vocabulary", name);
                }
                None if matches!(question.kind, Kind::Single | Kind::Multiple) => {
                    return unknown("vocabulary", "");
                }
                _ => {}
            }
            match &question.other {
                Some(other) if self.get(other).is_none() => {
                    return unknown("question", other.as_str());
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A question by id.
    pub fn get(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The questions of a kind, in order.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.kind == kind)
    }

    /// The question that a label asks, if it is surely one.
    pub fn recognise(&self, label: &str) -> Option<&QuestionId> {
        self.labels.recognise(label)
    }
}
