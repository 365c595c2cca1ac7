//! Recognising the question behind a label of a fiche.
//!
//! First the wordings of the codebook, folded; then, for a label nobody foresaw, the *anchors*: it must
//! contain all words of one anchor set of exactly one question, and every other word must be one that the
//! question knows. The verb with which a form asks (« Décrivez … ») counts for nothing. A label of more than 20 words is
//! taken for an answer.

use std::collections::{BTreeMap, BTreeSet};

use super::keys::match_key;
use crate::error::CodebookReason;
use crate::model::QuestionId;

const LONGEST_LABEL: usize = 20;
const YEAR: &str = "year0000";

/// Wordings and anchors of every question.
#[derive(Clone, Debug, Default)]
pub(super) struct LabelIndex {
    exact: BTreeMap<String, QuestionId>,
    capitals: Vec<(String, QuestionId)>,
    anchors: Vec<Anchored>,
}

#[derive(Clone, Debug)]
struct Anchored {
    question: QuestionId,
    sets: Vec<BTreeSet<String>>,
    words: BTreeSet<String>,
}

impl LabelIndex {
    /// Adds a wording; `{year}` stands for any year, a trailing « … » for any words in capitals.
    pub(super) fn add_wording(
        &mut self,
        wording: &str,
        question: &QuestionId,
    ) -> Result<(), CodebookReason> {
        if let Some(start) = wording.strip_suffix('…') {
            self.capitals.push((label_key(start), question.clone()));
            return Ok(());
        }
        let key = label_key(&wording.replace("{year}", "2000"));
        match self.exact.insert(key, question.clone()) {
            Some(first) if first != *question => Err(CodebookReason::AliasTwice {
                alias: wording.to_owned(),
                first: first.to_string(),
                second: question.to_string(),
            }),
            _ => Ok(()),
        }
    }

    /// Adds a question's anchor sets, and the words that may stand around them.
    pub(super) fn add_anchors(
        &mut self,
        question: &QuestionId,
        sets: &[Vec<String>],
        words: &[String],
    ) {
        let folded =
            |words: &[String]| words.iter().map(|word| match_key(word)).collect::<BTreeSet<_>>();
        let sets: Vec<_> = sets.iter().map(|set| folded(set)).collect();
        let mut known = folded(words);
        known.extend(sets.iter().flatten().cloned());
        known.insert(YEAR.to_owned());
        self.anchors.push(Anchored { question: question.clone(), sets, words: known });
    }

    /// The question that a label asks.
    pub(super) fn recognise(&self, label: &str) -> Option<&QuestionId> {
        let key = label_key(label);
        if key.is_empty() || key.split(' ').count() > LONGEST_LABEL {
            return None;
        }
        self.exact
            .get(&key)
            .or_else(|| self.in_capitals(label, &key))
            .or_else(|| self.anchored(&key))
            .or_else(|| {
                let asked = what_is_asked(&key)?;
                self.exact.get(asked).or_else(|| self.anchored(asked))
            })
    }

    fn in_capitals(&self, label: &str, key: &str) -> Option<&QuestionId> {
        let capitals =
            label.chars().any(char::is_uppercase) && !label.chars().any(char::is_lowercase);
        let start = |(start, _): &&(String, QuestionId)| {
            key.strip_prefix(start.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        capitals.then(|| self.capitals.iter().find(start)).flatten().map(|(_, question)| question)
    }

    fn anchored(&self, key: &str) -> Option<&QuestionId> {
        let words: BTreeSet<String> = key.split(' ').map(str::to_owned).collect();
        let mut hits = self.anchors.iter().filter(|anchored| {
            words.is_subset(&anchored.words)
                && anchored.sets.iter().any(|set| set.is_subset(&words))
        });
        let first = hits.next()?;
        hits.next().is_none().then_some(&first.question)
    }
}

/// What stands after the verb with which a form asks: « Décrivez la composition de l'équipe ».
fn what_is_asked(key: &str) -> Option<&str> {
    const ASKING: [&str; 14] = [
        "citez",
        "decrire",
        "decrivez",
        "detaillez",
        "donnez",
        "indiquer",
        "indiquez",
        "listez",
        "nommez",
        "preciser",
        "precisez",
        "presenter",
        "presentez",
        "renseignez",
    ];
    const ARTICLES: [&str; 6] = ["l", "la", "le", "les", "vos", "votre"];
    let (_, rest) = key.split_once(' ').filter(|(verb, _)| ASKING.contains(verb))?;
    let (first, after) = rest.split_once(' ')?;
    Some(if ARTICLES.contains(&first) { after } else { rest })
}

/// Folds a label: no parenthesis, no leading number, years made alike.
fn label_key(label: &str) -> String {
    let mut depth = 0_u32;
    let outside: String = label
        .chars()
        .filter(|c| {
            depth += u32::from(*c == '(');
            let inside = depth > 0;
            depth = depth.saturating_sub(u32::from(*c == ')'));
            !inside
        })
        .collect();
    let key = match_key(&outside);
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let numbered = words.first().is_some_and(|word| is_number(word)) && words.len() > 1;
    let words = words.get(usize::from(numbered)..).unwrap_or_default();
    words.iter().map(|word| if is_year(word) { YEAR } else { word }).collect::<Vec<_>>().join(" ")
}

/// `3`, `12`, `q3`, `a` … before a label.
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix('q').unwrap_or(word);
    !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> LabelIndex {
        let mut index = LabelIndex::default();
        let id = |id: &str| QuestionId::from(id);
        index.add_wording("OBJECTIFS {year}", &id("goals")).unwrap();
        index
            .add_wording("LES THÉMATIQUES SUR LE(S) QUELLE(S) LE LAB EST POSITIONNÉ", &id("themes"))
            .unwrap();
        index.add_wording("PROJET …", &id("project")).unwrap();
        index.add_anchors(
            &id("launch"),
            &[vec!["date".into(), "lancement".into()]],
            &["du".into(), "lab".into()],
        );
        index
    }

    #[test]
    fn labels_are_recognised_by_wording_year_capitals_and_anchor() {
        let index = index();
        let asked = |label: &str| {
            index.recognise(label).map(|id| id.as_str().to_owned()).unwrap_or_default()
        };
        assert_eq!(asked("Objectifs 2031 :"), "goals");
        assert_eq!(asked("3) les thématiques sur le(s) quelle(s) le lab est positionné"), "themes");
        assert_eq!(asked("PROJET TIERS-LABS DE MONTPELLIER"), "project");
        assert_eq!(asked("Projet en cours de réalisation"), "");
        assert_eq!(asked("Date du lancement (mois et année)"), "launch");
        assert_eq!(asked("Date du dernier lancement"), "");
        assert_eq!(asked("Précisez la date du lancement"), "launch");
        assert_eq!(asked("Indiquez les objectifs 2031"), "goals");
        assert_eq!(asked("Indiquez la date du dernier lancement"), "");
        assert_eq!(asked("Décrivez"), "");
    }

    #[test]
    fn a_wording_cannot_mean_two_questions() {
        let mut index = index();
        assert!(index.add_wording("objectifs 2020", &QuestionId::from("other")).is_err());
    }
}
