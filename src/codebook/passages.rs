//! The passages from one edition's questionnaire to the next: what was renamed, merged, split, added or dropped.
//!
//! A row is a fact that the team states, with how far the numbers of both sides compare and why. An empty term
//! means the whole question; `added` has no `from_term`, `retired` no `to_term`; a split has one row per target.
//! Source of the columns: `surveys/codebook/passages.csv`.

use std::collections::BTreeMap;

use super::csv_table::{CsvRow, CsvTable};
use super::{Bilingual, LineProblem, Questionnaire, Vocabulary, nearest};
use crate::error::CodebookReason;
use crate::model::{CensusYear, Comparable, QuestionId, TermId};

/// The file of the passages, in the codebook's folder.
pub const PASSAGES: &str = "passages.csv";

/// The columns of the file, in its order.
const COLUMNS: [&str; 10] = [
    "from_year",
    "from_question",
    "from_term",
    "to_year",
    "to_question",
    "to_term",
    "kind",
    "comparable",
    "note_fr",
    "note_en",
];

/// What happened to a question or an option between two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassageKind {
    /// It has another name, and means the same.
    Renamed,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// The scale on which it is answered changed.
    ScaleChanged,
    /// It was not asked before.
    Added,
    /// It is no longer asked.
    Retired,
    /// It is put in other words.
    Reworded,
}

impl PassageKind {
    const ALL: [Self; 7] = [
        Self::Renamed,
        Self::Merged,
        Self::Split,
        Self::ScaleChanged,
        Self::Added,
        Self::Retired,
        Self::Reworded,
    ];

    /// The value in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Renamed => "renamed",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::ScaleChanged => "scale_changed",
            Self::Added => "added",
            Self::Retired => "retired",
            Self::Reworded => "reworded",
        }
    }
}

/// One row: what a question or an option of an edition became in a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The last edition before the change.
    pub from_year: CensusYear,
    /// The question then; `None` for a question that is new.
    pub from_question: Option<QuestionId>,
    /// The option then; `None` for a whole question, or an option that is new.
    pub from_term: Option<TermId>,
    /// The first edition after the change.
    pub to_year: CensusYear,
    /// The question now; `None` for a question that is no longer asked.
    pub to_question: Option<QuestionId>,
    /// The option now; `None` for a whole question, or an option that is no longer offered.
    pub to_term: Option<TermId>,
    /// What happened.
    pub kind: PassageKind,
    /// How far the two sides compare.
    pub comparable: Comparable,
    /// Why, for the reader.
    pub note: Bilingual,
    /// 1-based line in the file.
    pub line: usize,
}

impl Passage {
    /// Whether it concerns a whole question and not one option.
    pub fn is_whole(&self) -> bool {
        self.from_term.is_none() && self.to_term.is_none()
    }

    /// The question that it concerns: the later one, where there is one.
    pub fn question(&self) -> Option<&QuestionId> {
        self.to_question.as_ref().or(self.from_question.as_ref())
    }
}

/// Every passage, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages(Vec<Passage>);

impl Passages {
    /// Parses `passages.csv`; an empty file holds no passage.
    ///
    /// # Errors
    /// Not a table with these columns, or a row that states nothing possible; with its line.
    pub fn parse(
        text: &str,
        questionnaire: &Questionnaire,
        vocabularies: &BTreeMap<String, Vocabulary>,
    ) -> Result<Self, LineProblem> {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Ok(Self::default());
        }
        let table = CsvTable::parse(text, &COLUMNS).map_err(LineProblem::from)?;
        let reader = Reader { table: &table, questionnaire, vocabularies };
        let mut passages: Vec<Passage> = Vec::new();
        for row in &table.rows {
            let line = usize::try_from(row.line).unwrap_or(1);
            let passage =
                reader.passage(row, line).map_err(|reason| LineProblem { line, reason })?;
            let said = |earlier: &&Passage| same_fact(earlier, &passage);
            if passages.iter().any(|earlier| said(&earlier)) {
                let id = format!("{} {}", passage.kind.as_str(), reader.cell(row, "to_term"));
                let reason = CodebookReason::DuplicateId { id: id.trim().to_owned() };
                return Err(LineProblem { line, reason });
            }
            passages.push(passage);
        }
        Ok(Self(passages))
    }

    /// Every passage.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Passage> {
        self.0.iter()
    }

    /// The passages that lie between two editions, the later ones first.
    pub fn between(&self, from: CensusYear, to: CensusYear) -> Vec<&Passage> {
        let within = |passage: &&Passage| passage.from_year >= from && passage.to_year <= to;
        let mut found: Vec<&Passage> = self.0.iter().filter(within).collect();
        found.sort_by_key(|passage| std::cmp::Reverse((passage.to_year, passage.from_year)));
        found
    }
}

fn same_fact(one: &Passage, other: &Passage) -> bool {
    let key = |passage: &Passage| {
        (
            (passage.from_year, passage.to_year, passage.kind),
            (passage.from_question.clone(), passage.to_question.clone()),
            (passage.from_term.clone(), passage.to_term.clone()),
        )
    };
    key(one) == key(other)
}

struct Reader<'a> {
    table: &'a CsvTable,
    questionnaire: &'a Questionnaire,
    vocabularies: &'a BTreeMap<String, Vocabulary>,
}

type Checked<T> = Result<T, CodebookReason>;

impl Reader<'_> {
    fn cell<'r>(&self, row: &'r CsvRow, column: &str) -> &'r str {
        self.table.cell(row, column)
    }

    fn passage(&self, row: &CsvRow, line: usize) -> Checked<Passage> {
        let kind = self.cell(row, "kind");
        let kind =
            PassageKind::ALL.into_iter().find(|one| one.as_str() == kind).ok_or_else(|| {
                unknown("kind of passage", kind, PassageKind::ALL.map(PassageKind::as_str))
            })?;
        let comparable = self.cell(row, "comparable");
        let comparable = Comparable::parse(comparable)
            .ok_or_else(|| unknown("comparability", comparable, ["yes", "partly", "no"]))?;
        let (from_year, to_year) = (self.year(row, "from_year")?, self.year(row, "to_year")?);
        if to_year <= from_year {
            return Err(bad("period", format!("{from_year}–{to_year}")));
        }
        let (from_question, to_question) =
            (self.question(row, "from_question")?, self.question(row, "to_question")?);
        let from_term = self.term(row, "from_term", from_question.as_ref())?;
        let to_term = self.term(row, "to_term", to_question.as_ref())?;
        let passage = Passage {
            from_year,
            from_question,
            from_term,
            to_year,
            to_question,
            to_term,
            kind,
            comparable,
            note: Bilingual {
                fr: self.cell(row, "note_fr").to_owned(),
                en: self.cell(row, "note_en").to_owned(),
            },
            line,
        };
        check_sides(&passage)?;
        Ok(passage)
    }

    fn year(&self, row: &CsvRow, column: &str) -> Checked<CensusYear> {
        let text = self.cell(row, column);
        CensusYear::parse(text).ok_or_else(|| bad("edition", text))
    }

    fn question(&self, row: &CsvRow, column: &str) -> Checked<Option<QuestionId>> {
        let text = self.cell(row, column);
        if text.is_empty() {
            return Ok(None);
        }
        let id = QuestionId::from(text);
        let known = self.questionnaire.questions.iter().map(|question| question.id.as_str());
        match self.questionnaire.get(&id) {
            Some(_) => Ok(Some(id)),
            None => Err(unknown("question", text, known)),
        }
    }

    fn term(
        &self,
        row: &CsvRow,
        column: &str,
        question: Option<&QuestionId>,
    ) -> Checked<Option<TermId>> {
        let text = self.cell(row, column);
        if text.is_empty() {
            return Ok(None);
        }
        let id = TermId::from(text);
        let name = question.and_then(|id| self.questionnaire.get(id)?.vocabulary.as_deref());
        let vocabulary = name.and_then(|name| self.vocabularies.get(name));
        let terms = vocabulary.into_iter().flat_map(|vocabulary| &vocabulary.terms);
        match vocabulary.and_then(|vocabulary| vocabulary.term(&id)) {
            Some(_) => Ok(Some(id)),
            None => Err(unknown("term", text, terms.map(|term| term.id.as_str()))),
        }
    }
}

/// What each kind must name on its two sides.
fn check_sides(passage: &Passage) -> Checked<()> {
    let Passage { from_question, to_question, from_term, to_term, kind, .. } = passage;
    let empty = |column: &'static str| Err(bad("column", column));
    let extra = |term: Option<&TermId>| {
        term.map_or(Ok(()), |term| Err(bad("cell that this kind leaves empty", term)))
    };
    match kind {
        PassageKind::Added if to_question.is_none() => empty("to_question"),
        PassageKind::Added => extra(from_term.as_ref()),
        PassageKind::Retired if from_question.is_none() => empty("from_question"),
        PassageKind::Retired => extra(to_term.as_ref()),
        _ if from_question.is_none() => empty("from_question"),
        _ if to_question.is_none() => empty("to_question"),
        PassageKind::Split | PassageKind::Merged if from_term.is_none() => empty("from_term"),
        _ if from_term.is_some() && to_term.is_none() => empty("to_term"),
        _ if from_term.is_none() && to_term.is_some() => empty("from_term"),
        _ => Ok(()),
    }
}

fn bad(what: &'static str, value: impl std::fmt::Display) -> CodebookReason {
    CodebookReason::BadValue { what, value: value.to_string() }
}

/// An id that is none, with the known one that it resembles.
pub(super) fn unknown<'a>(
    what: &'static str,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> CodebookReason {
    match nearest(id, known) {
        Some(near) => {
            CodebookReason::UnknownNear { what, id: id.to_owned(), near: near.to_owned() }
        }
        None => CodebookReason::UnknownId { what, id: id.to_owned() },
    }
}
