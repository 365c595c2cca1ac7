//! A vocabulary: the options of one question, what respondents write for them, and what must never count.
//!
//! It is a TOML file that the census team edits. It is read whole or refused whole: a half-read vocabulary
//! would map answers differently without anyone noticing.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::vocabulary_check;
use super::vocabulary_problem::{VocabularyProblem, VocabularyReason};
use crate::model::{CensusYear, TermId};

/// The options of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Vocabulary {
    /// Its name, the question's.
    pub id: String,
    /// Raised by the team at each change.
    pub version: u32,
    /// Words that any option may carry without changing meaning.
    pub optional: Vec<String>,
    /// Words left out of comparisons.
    pub stop: Vec<String>,
    /// Phrases that send an answer to a person, whatever the option.
    pub ask: Vec<String>,
    /// Words read as another word.
    pub synonyms: Vec<(String, String)>,
    /// The options, in the order of the questionnaire.
    pub terms: Vec<Term>,
    /// The options of earlier editions: still understood, no longer asked. Empty until [`Vocabulary::at`].
    pub retired: Vec<Term>,
    /// The options of later editions: recognised, so that a person can be asked. Empty until [`Vocabulary::at`].
    pub later: Vec<Term>,
    /// The edition as which it is seen; `None` until [`Vocabulary::at`].
    pub year: Option<CensusYear>,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Stable identifier, published.
    pub id: TermId,
    /// What readers see.
    pub label: Bilingual,
    /// The same in a few words, for titles and narrow columns.
    pub short: Option<Bilingual>,
    /// The questionnaire's explanation, shown in brackets after the label; often empty.
    pub gloss: Bilingual,
    /// Place on the ladder, the smallest being the least advanced; `None` outside it.
    pub rank: Option<u32>,
    /// Whether a text may reach it without a person's decision.
    pub reach: Reach,
    /// Other ways of writing it, each as good as the label.
    pub aliases: Vec<String>,
    /// Sets of words of which one must be complete before a loose wording counts.
    pub anchors: Vec<Vec<String>>,
    /// Words that this option may carry without changing meaning.
    pub optional: Vec<String>,
    /// Phrases that mean something else: they rule this option out in a loose wording.
    pub never: Vec<String>,
    /// Phrases that may mean this option: a person is asked.
    pub ask: Vec<String>,
    /// First edition that offers it.
    pub since: Option<CensusYear>,
    /// Last edition that offers it.
    pub until: Option<CensusYear>,
    /// The term that took its place.
    pub replaced_by: Option<TermId>,
}

/// A text in the two languages of the reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// How an answer may reach a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// By its wording.
    Wording,
    /// Only by a person's decision; the wording gives a suggestion.
    Decision,
}

impl Vocabulary {
    /// Parses and checks a vocabulary file.
    ///
    /// # Errors
    /// Every problem found, in the order of the file.
    pub fn parse(text: &str) -> Result<Self, Vec<VocabularyProblem>> {
        let lines = Lines::of(text);
        let mut problems = vocabulary_check::unknown_fields(text, &lines);
        if !problems.is_empty() {
            return Err(problems);
        }
        let file: VocabularyFile = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| lines.line(span.start));
            vec![VocabularyProblem {
                line,
                reason: VocabularyReason::Malformed(error.message().to_owned()),
            }]
        })?;
        problems = vocabulary_check::check(&file, &lines);
        if problems.is_empty() { Ok(file.into_vocabulary()) } else { Err(problems) }
    }

    /// The term with this id, asked or retired.
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.known().find(|term| term.id == *id)
    }

    /// Every option that an answer may mean: those asked, then those of earlier editions.
    pub fn known(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().chain(&self.retired)
    }

    /// Every option of any edition.
    pub fn everything(&self) -> impl Iterator<Item = &Term> {
        self.known().chain(&self.later)
    }

    /// The vocabulary as the questionnaire of a year had it.
    ///
    /// An option born later, and one that was retired, are set apart: an answer that names one is asked.
    #[must_use]
    pub fn at(&self, year: CensusYear) -> Self {
        let all = self.everything().cloned();
        let (born, later): (Vec<_>, Vec<_>) =
            all.partition(|term| term.since.is_none_or(|since| since <= year));
        let (terms, retired) =
            born.into_iter().partition(|term| term.until.is_none_or(|until| year <= until));
        Self { terms, retired, later, year: Some(year), ..self.clone() }
    }

    /// The same with every option among those asked, for reading answers.
    pub(crate) fn understood(&self) -> Self {
        let terms = self.everything().cloned().collect();
        Self { terms, retired: Vec::new(), later: Vec::new(), ..self.clone() }
    }

    /// Whether its edition asks an option.
    pub fn standing(&self, id: &TermId) -> Option<Standing> {
        let holds = |terms: &[Term]| terms.iter().any(|term| term.id == *id);
        if holds(&self.terms) {
            Some(Standing::Asked)
        } else if holds(&self.retired) {
            Some(Standing::Retired)
        } else {
            holds(&self.later).then_some(Standing::NotYet)
        }
    }

    /// The options asked that stand for another one: what took its place, or what it takes the place of when it has
    /// not begun.
    pub fn instead(&self, id: &TermId) -> Vec<&Term> {
        let all: Vec<&Term> = self.everything().collect();
        let find = |id: &TermId| all.iter().copied().find(|term| term.id == *id);
        let is_asked = |term: &&Term| self.standing(&term.id) == Some(Standing::Asked);
        let mut next = find(id);
        let mut heirs = Vec::new();
        // A ring of replacements ends when all of them were seen.
        for _ in &all {
            next = next.and_then(|term| find(term.replaced_by.as_ref()?));
            if let Some(heir) = next.filter(is_asked) {
                heirs.push(heir);
                break;
            }
        }
        heirs.extend(self.terms.iter().filter(|term| term.replaced_by.as_ref() == Some(id)));
        heirs
    }
}

/// Whether an edition asks an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Asked,
    /// Earlier editions did.
    Retired,
    /// Later editions will.
    NotYet,
}

/// Where the lines of a text begin.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// Notes the line starts of a text.
    pub(super) fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The one-based line of a byte offset.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|&end| end < offset) + 1
    }
}

/// The file as written; every list is optional.
#[derive(Deserialize)]
pub(super) struct VocabularyFile {
    pub(super) id: String,
    version: u32,
    #[serde(default)]
    pub(super) optional: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) stop: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) ask: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) synonyms: BTreeMap<String, String>,
    #[serde(default, rename = "term")]
    pub(super) terms: Vec<TermFile>,
}

/// One `[[term]]` as written.
#[derive(Deserialize)]
pub(super) struct TermFile {
    pub(super) id: Spanned<String>,
    pub(super) label: LabelFile,
    short: Option<Bilingual>,
    #[serde(default)]
    pub(super) gloss: GlossFile,
    rank: Option<u32>,
    #[serde(default)]
    decision_only: bool,
    #[serde(default)]
    pub(super) aliases: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) anchors: Vec<Vec<Spanned<String>>>,
    #[serde(default)]
    pub(super) optional: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) never: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) ask: Vec<Spanned<String>>,
    pub(super) since: Option<Spanned<u16>>,
    pub(super) until: Option<Spanned<u16>>,
    pub(super) replaced_by: Option<Spanned<String>>,
}

/// A label as written.
#[derive(Deserialize)]
pub(super) struct LabelFile {
    pub(super) fr: Spanned<String>,
    pub(super) en: Spanned<String>,
}

/// A gloss as written.
#[derive(Default, Deserialize)]
pub(super) struct GlossFile {
    #[serde(default)]
    pub(super) fr: String,
    #[serde(default)]
    en: String,
}

impl VocabularyFile {
    fn into_vocabulary(self) -> Vocabulary {
        Vocabulary {
            id: self.id,
            version: self.version,
            optional: plain(self.optional),
            stop: plain(self.stop),
            ask: plain(self.ask),
            synonyms: self.synonyms.into_iter().collect(),
            terms: self.terms.into_iter().map(TermFile::into_term).collect(),
            retired: Vec::new(),
            later: Vec::new(),
            year: None,
        }
    }
}

impl TermFile {
    fn into_term(self) -> Term {
        Term {
            id: TermId::from(self.id.into_inner()),
            label: Bilingual { fr: self.label.fr.into_inner(), en: self.label.en.into_inner() },
            short: self.short,
            gloss: Bilingual { fr: self.gloss.fr, en: self.gloss.en },
            rank: self.rank,
            reach: if self.decision_only { Reach::Decision } else { Reach::Wording },
            aliases: plain(self.aliases),
            anchors: self.anchors.into_iter().map(plain).collect(),
            optional: plain(self.optional),
            never: plain(self.never),
            ask: plain(self.ask),
            since: self.since.map(|year| CensusYear::new(year.into_inner())),
            until: self.until.map(|year| CensusYear::new(year.into_inner())),
            replaced_by: self.replaced_by.map(|id| TermId::from(id.into_inner())),
        }
    }
}

fn plain(texts: Vec<Spanned<String>>) -> Vec<String> {
    texts.into_iter().map(Spanned::into_inner).collect()
}
