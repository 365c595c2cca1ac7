//! Which question of the codebook each question of a table is.
//!
//! By its wording; else by its code, which a team that builds its form from the codebook gives it; else,
//! for a group of options, by the options themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::codebook::{Codebook, Kind, Term, match_key};
use crate::ingest::grid::Sheet;
use crate::ingest::table::{ColumnKind, Role, Table, TableQuestion};
use crate::model::QuestionId;

/// A question of a table, with its id.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// Its id; `None` for what the tool itself writes.
    pub(super) id: Option<QuestionId>,
    /// Codes of options, with the labels that they stand for.
    labels: BTreeMap<String, String>,
}

impl Asked {
    /// A question that a person named.
    pub(super) fn known(id: QuestionId, question: &TableQuestion, codebook: &Codebook) -> Self {
        Self { labels: codes(question, &id, codebook), id: Some(id) }
    }

    /// The label of an option that may be a code.
    pub(super) fn label(&self, option: &str) -> String {
        self.labels.get(option).cloned().unwrap_or_else(|| option.to_owned())
    }
}

/// Gives each question of a table its id.
pub(super) fn ask(sheet: &Sheet, table: &Table, codebook: &Codebook) -> Vec<Asked> {
    let mut asked: Vec<Asked> =
        table.questions.iter().map(|question| of(question, codebook)).collect();
    let academy = codebook.questionnaire.of_kind(Kind::Academy).next().map(|question| &question.id);
    let known = |asked: &Asked| asked.id.is_some() && asked.id.as_ref() == academy;
    if !asked.iter().any(known) {
        let first = table.header_rows.last().map_or(0, |row| row + 1);
        let names = table.questions.iter().position(|question| {
            question.title.is_empty() && names_bodies(question, (sheet, first), codebook)
        });
        if let Some(asked) = names.and_then(|at| asked.get_mut(at)) {
            asked.id = academy.cloned();
        }
    }
    asked
}

/// Whether a column without a title holds the names of bodies, and nothing else.
fn names_bodies(
    question: &TableQuestion,
    (sheet, first): (&Sheet, u32),
    codebook: &Codebook,
) -> bool {
    let [column] = question.columns.as_slice() else { return false };
    let spellings = codebook.register.spellings();
    let mut named = 0;
    for cell in sheet.column(column.index, first) {
        let Some(value) = sheet.value(cell.id) else { continue };
        if spellings.senses(&match_key(&value.text())).is_empty() {
            return false;
        }
        named += 1;
    }
    named > 1
}

/// How many different questions of the codebook are asked.
pub(super) fn known(asked: &[Asked], codebook: &Codebook) -> usize {
    let ids = asked.iter().filter_map(|asked| asked.id.as_ref());
    ids.filter(|id| codebook.questionnaire.get(id).is_some()).collect::<BTreeSet<_>>().len()
}

/// The options of a question as a tool may write them.
pub(super) fn options(asked: &Asked, codebook: &Codebook) -> BTreeSet<String> {
    let vocabulary = asked.id.as_ref().and_then(|id| codebook.vocabulary(id));
    let terms = vocabulary.map(|vocabulary| vocabulary.terms.as_slice()).unwrap_or_default();
    terms.iter().flat_map(wordings).collect()
}

fn wordings(term: &Term) -> Vec<String> {
    let mut wordings = vec![term.label.fr.clone(), term.label.en.clone()];
    wordings.extend(term.aliases.iter().cloned());
    wordings
}

fn of(question: &TableQuestion, codebook: &Codebook) -> Asked {
    let labels = BTreeMap::new();
    if question.kind == ColumnKind::Metadata {
        return Asked { id: None, labels };
    }
    let id = by_title(&question.title, codebook).or_else(|| by_options(question, codebook));
    match id {
        Some(id) => Asked { labels: codes(question, &id, codebook), id: Some(id) },
        None if question.title.is_empty() && question.answered == 0 => Asked { id: None, labels },
        None => Asked {
            id: Some(QuestionId::from(format!("unknown:{}", match_key(&question.title)))),
            labels,
        },
    }
}

fn by_title(title: &str, codebook: &Codebook) -> Option<QuestionId> {
    let questionnaire = &codebook.questionnaire;
    let by_code = |code: &str| {
        let id = QuestionId::from(code);
        questionnaire.get(&id).map(|question| question.id.clone())
    };
    let last = title.rsplit(['/', '.', ':']).next().unwrap_or(title);
    questionnaire.recognise(title).cloned().or_else(|| by_code(&last.to_lowercase())).or_else(
        || {
            let underscored = last.replace('_', " ");
            questionnaire.recognise(&underscored).cloned()
        },
    )
}

/// The question whose vocabulary holds most of the options, at least two and at least half.
fn by_options(question: &TableQuestion, codebook: &Codebook) -> Option<QuestionId> {
    let options = option_columns(question);
    let hits =
        |id: &QuestionId| options.iter().filter(|option| codebook.is_option(id, option)).count();
    let asked = codebook.questionnaire.questions.iter().map(|known| &known.id);
    let best = asked.rev().max_by_key(|id| hits(id))?;
    let found = hits(best);
    (found >= 2 && found * 2 >= options.len()).then(|| best.clone())
}

/// The options that a question has a column for.
fn option_columns(question: &TableQuestion) -> Vec<&String> {
    let columns = question.columns.iter();
    columns
        .filter_map(|column| match &column.role {
            Role::Option(option) => Some(option),
            _ => None,
        })
        .collect()
}

/// The labels behind codes: a term's id, or the place that `LimeSurvey` gives an option in the list
/// (`SQ001`), believed only when there are as many codes as terms.
fn codes(
    question: &TableQuestion,
    id: &QuestionId,
    codebook: &Codebook,
) -> BTreeMap<String, String> {
    let Some(vocabulary) = codebook.vocabulary(id) else { return BTreeMap::new() };
    let options = option_columns(question);
    let numbered = options.len() == vocabulary.terms.len();
    let label = |option: &str| {
        let by_id = vocabulary.terms.iter().find(|term| term.id.as_str() == option);
        let digits = option.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let place = digits.parse::<usize>().ok().filter(|_| numbered && !digits.is_empty());
        let by_place = || vocabulary.terms.get(place?.checked_sub(1)?);
        by_id.or_else(by_place).map(|term| term.label.fr.clone())
    };
    options.into_iter().filter_map(|option| Some((option.clone(), label(option)?))).collect()
}
