//! The ledger of decisions: what a person once said about a text that no rule could settle.
//!
//! A decision is keyed on the question and the text's [`decision_key`](super::keys::decision_key), never on who
//! answered, so that it replays next year; exactly, never by likeness. Two decisions on one key stop the run: the
//! figures would depend on which came first. One that the vocabulary has outgrown is asked again, not applied.
//!
//! When an edition stops offering a decided term, the same text is decided anew for the editions from then on. Both
//! stand in one row, the new terms with their first edition: `digital|technological@2021`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::LineProblem;
use super::csv_table::{CsvRow, CsvTable};
use super::keys::match_key;
use crate::error::CodebookReason;
use crate::model::{CensusYear, QuestionId, TermId};

/// The columns of the file, in its order.
const COLUMNS: [&str; 8] =
    ["question", "decision_key", "raw_example", "terms", "by", "on", "vocabulary_version", "note"];
/// How the file writes « none of the options ».
pub const NONE: &str = "NONE";
/// What stands between two terms.
const BETWEEN: char = '|';
/// What stands before the first edition of a term.
const SINCE: char = '@';

/// What a person decided on a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The question.
    pub question: QuestionId,
    /// The key of the text, which stands for every way of writing it.
    pub key: String,
    /// The text as somebody wrote it, to make the file readable.
    pub example: String,
    /// What it means.
    pub ruling: Ruling,
    /// Who decided.
    pub by: String,
    /// When; `None` when nobody noted it.
    pub on: Option<NaiveDate>,
    /// The version of the vocabulary that was decided upon; `None` for a question without one.
    pub version: Option<u32>,
    /// Why, in a few words.
    pub note: String,
    /// 1-based line in the file; 0 for a decision that is not in it yet.
    pub line: usize,
}

/// What a text was decided to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// None of the options: nothing that can be counted.
    Nothing,
    /// These terms; for a question without vocabulary, one clear wording to read instead, such as « septembre 2021 ».
    Terms(Vec<TermId>),
}

/// Every decision, by question and key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    decisions: BTreeMap<QuestionId, BTreeMap<String, Decision>>,
}

impl Ruling {
    /// The terms; none for [`Ruling::Nothing`].
    pub fn terms(&self) -> &[TermId] {
        match self {
            Self::Nothing => &[],
            Self::Terms(terms) => terms,
        }
    }

    /// The terms, each with the first edition that it was decided for, when it was not decided for all.
    pub fn dated(&self) -> impl Iterator<Item = (TermId, Option<CensusYear>)> {
        self.terms().iter().map(|term| {
            let dated = term.as_str().rsplit_once(SINCE);
            let dated = dated.and_then(|(id, year)| Some((id, CensusYear::parse(year)?)));
            dated.map_or_else(|| (term.clone(), None), |(id, year)| (TermId::from(id), Some(year)))
        })
    }

    /// This ruling, and from an edition on another one.
    #[must_use]
    pub fn then(&self, from: CensusYear, ruling: &Self) -> Self {
        let later =
            ruling.terms().iter().map(|term| TermId::from(format!("{term}{SINCE}{from}").as_str()));
        Self::Terms(self.terms().iter().cloned().chain(later).collect())
    }

    fn parse(cell: &str) -> Self {
        if cell == NONE {
            return Self::Nothing;
        }
        let terms = cell.split(BETWEEN).map(str::trim).filter(|term| !term.is_empty());
        Self::Terms(terms.map(TermId::from).collect())
    }
}

impl std::fmt::Display for Ruling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nothing => f.write_str(NONE),
            Self::Terms(terms) => {
                let ids: Vec<&str> = terms.iter().map(TermId::as_str).collect();
                f.write_str(&ids.join("|"))
            }
        }
    }
}

impl Ledger {
    /// Parses `decisions.csv`.
    ///
    /// # Errors
    /// Not a table with these columns, a key or date that is none, an empty ruling, or a text decided twice; each
    /// with its line.
    pub fn parse(text: &str) -> Result<Self, LineProblem> {
        let table = CsvTable::parse(text, &COLUMNS).map_err(LineProblem::from)?;
        let mut ledger = Self::default();
        for row in &table.rows {
            let decision = decision(&table, row)?;
            let line = decision.line;
            if let Some(first) = ledger.insert(decision) {
                let reason =
                    CodebookReason::DecidedTwice { text: first.example, first: first.line };
                return Err(LineProblem { line, reason });
            }
        }
        Ok(ledger)
    }

    /// Adds a decision, and gives back the one that it replaces.
    pub fn insert(&mut self, decision: Decision) -> Option<Decision> {
        let of_question = self.decisions.entry(decision.question.clone()).or_default();
        of_question.insert(decision.key.clone(), decision)
    }

    /// The decision on this very key.
    pub fn find(&self, question: &QuestionId, key: &str) -> Option<&Decision> {
        self.decisions.get(question)?.get(key)
    }

    /// Every decision, by question and key.
    pub fn iter(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.values().flat_map(BTreeMap::values)
    }

    /// How many decisions it holds.
    pub fn len(&self) -> usize {
        self.decisions.values().map(BTreeMap::len).sum()
    }

    /// Whether nothing was ever decided.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The file: sorted by question and key, so that two versions compare line by line.
    ///
    /// # Errors
    /// What the CSV writer says.
    pub fn render(&self) -> csv::Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::Any(b'\n'))
            .from_writer(Vec::new());
        writer.write_record(COLUMNS)?;
        for decision in self.iter() {
            writer.write_record([
                decision.question.as_str(),
                &decision.key,
                &decision.example,
                &decision.ruling.to_string(),
                &decision.by,
                &decision.on.map(|day| day.to_string()).unwrap_or_default(),
                &decision.version.map(|version| version.to_string()).unwrap_or_default(),
                &decision.note,
            ])?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }
}

fn decision(table: &CsvTable, row: &CsvRow) -> Result<Decision, LineProblem> {
    let line = usize::try_from(row.line).unwrap_or(1);
    let cell = |column| table.cell(row, column);
    let bad = |what, value: &str| {
        let reason = CodebookReason::BadValue { what, value: value.to_owned() };
        LineProblem { line, reason }
    };
    let (question, key, terms) = (cell("question"), cell("decision_key"), cell("terms"));
    if question.is_empty() {
        return Err(bad("column", "question"));
    }
    if !is_key(key) {
        return Err(bad("key", key));
    }
    let ruling = Ruling::parse(terms);
    if ruling == Ruling::Terms(Vec::new()) {
        return Err(bad("ruling", terms));
    }
    let on = Some(cell("on")).filter(|day| !day.is_empty());
    let on = on.map(|day| day.parse().map_err(|_| bad("date", day))).transpose()?;
    let version = Some(cell("vocabulary_version")).filter(|version| !version.is_empty());
    let version =
        version.map(|version| version.parse().map_err(|_| bad("version", version))).transpose()?;
    Ok(Decision {
        question: QuestionId::from(question),
        key: key.to_owned(),
        example: cell("raw_example").to_owned(),
        ruling,
        by: cell("by").to_owned(),
        on,
        version,
        note: cell("note").to_owned(),
        line,
    })
}

/// A key is folded, or it would never be found and nobody would know.
fn is_key(key: &str) -> bool {
    let unmarked = key.strip_suffix("#neg").unwrap_or(key);
    let folded = unmarked.strip_suffix("#q").unwrap_or(unmarked);
    !key.is_empty() && match_key(folded) == folded
}

#[cfg(test)]
mod tests {
    use super::{Ledger, Ruling};
    use crate::error::CodebookReason;
    use crate::model::QuestionId;

    const HEADER: &str = "question,decision_key,raw_example,terms,by,on,vocabulary_version,note\n";

    #[test]
    fn the_file_comes_back_sorted_and_whole() {
        let rows = "themes,orga,Orga,organisational,A,2021-02-03,1,\n\
                    maturity,suspendu#q,\"Suspendu,\n \"\"?\"\"\",paused,B,,,dit au téléphone\n\
                    themes,art,Art,NONE,,,,\n";
        let ledger = Ledger::parse(&format!("{HEADER}{rows}")).unwrap();
        let found = ledger.find(&QuestionId::from("maturity"), "suspendu#q").unwrap();
        assert_eq!((found.line, found.ruling.to_string().as_str()), (3, "paused"));
        let written = String::from_utf8(ledger.render().unwrap()).unwrap();
        assert!(written.starts_with(&format!("{HEADER}maturity,suspendu#q,")), "{written}");
        let again = Ledger::parse(&written).unwrap();
        assert_eq!(String::from_utf8(again.render().unwrap()).unwrap(), written);
        assert_eq!(again.len(), 3);
        assert_eq!(again.find(&QuestionId::from("themes"), "art").unwrap().ruling, Ruling::Nothing);
    }

    #[test]
    fn what_would_silently_have_no_effect_is_refused_at_its_line() {
        let problem = |rows: &str| Ledger::parse(&format!("{HEADER}{rows}")).unwrap_err();
        let twice = problem("themes,art,Art,NONE,,,,\nthemes,art,ART,social,,,,\n");
        assert_eq!(
            (twice.line, twice.reason),
            (3, CodebookReason::DecidedTwice { text: "Art".into(), first: 2 })
        );
        for rows in [
            "themes,Art déco,Art,social,,,,\n",
            "themes,art,Art,,,,,\n",
            ",art,Art,social,,,,\n",
            "themes,art,Art,social,,hier,,\n",
            "themes,art,Art,social,,,un,\n",
            "themes,art\n",
        ] {
            assert_eq!(problem(rows).line, 2, "{rows}");
        }
    }
}
