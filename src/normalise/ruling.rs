//! From a filled review workbook to decisions: everything is checked before anything is kept.
//!
//! What a person chose is matched with the labels exactly (case and accents aside); a slip is refused by its cell,
//! and so is whatever contradicts itself, another row, or an earlier decision.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Parsed, launch, team};
use crate::codebook::keys::match_key;
use crate::codebook::{Codebook, Decision, Kind, Question, Ruling, Standing};
use crate::ingest::{ReviewFile, ReviewRow};
use crate::model::{CellRef, CensusYear, QuestionId, TermId};

/// Who decides, when, and how the workbook says « none » and « yes ».
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Who decides.
    pub by: String,
    /// The day.
    pub on: Option<NaiveDate>,
    /// The closing date of the edition, for launches.
    pub closing: NaiveDate,
    /// The edition, which offers some terms and not others.
    pub year: CensusYear,
}

/// What a workbook decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rulings {
    /// The decisions, in the order of the rows.
    pub decisions: Vec<Decision>,
    /// The aliases to add.
    pub aliases: Vec<Alias>,
}

/// A text to add to a term's aliases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The question.
    pub question: QuestionId,
    /// The term.
    pub term: TermId,
    /// The text.
    pub text: String,
    /// The cell that asks for it.
    pub cell: CellRef,
}

/// Something in a workbook that cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The cell to look at.
    pub cell: CellRef,
    /// Why.
    pub reason: RefusedReason,
}

/// Why a cell is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusedReason {
    /// The census has no such question, or the hidden key was lost.
    LostRow,
    /// No term of the question is called so.
    UnknownAnswer(String),
    /// The edition does not offer this term: it has ended, or begins later.
    NotOffered(String),
    /// A launch or a team that its parser does not understand.
    UnclearWording(String),
    /// « AUCUN » beside an answer.
    NoneAndSome,
    /// Several answers to a question that takes one.
    Several,
    /// Another row decides otherwise on the same text.
    OtherRow(CellRef),
    /// The ledger decides otherwise, at this line.
    OtherDecision(usize),
    /// An alias needs one answer, and a text of one line.
    AliasNeedsOne,
    /// The text would still not be understood, or be understood otherwise, as an alias.
    AliasWithoutEffect,
    /// The alias means another term already.
    AliasTaken(String),
    /// A known answer would change meaning.
    ChangesCase(String),
    /// The census has no vocabulary file of its own to write to.
    NoVocabularyFile,
}

impl RefusedReason {
    /// The end of its message's key, and the fact that the sentence quotes.
    pub fn message(&self) -> (&'static str, String) {
        match self {
            Self::LostRow => ("lost-row", String::new()),
            Self::UnknownAnswer(text) => ("unknown-answer", text.clone()),
            Self::NotOffered(text) => ("not-offered", text.clone()),
            Self::UnclearWording(text) => ("unclear-wording", text.clone()),
            Self::NoneAndSome => ("none-and-some", String::new()),
            Self::Several => ("several", String::new()),
            Self::OtherRow(cell) => ("other-row", cell.to_string()),
            Self::OtherDecision(line) => ("other-decision", line.to_string()),
            Self::AliasNeedsOne => ("alias-needs-one", String::new()),
            Self::AliasWithoutEffect => ("alias-without-effect", String::new()),
            Self::AliasTaken(term) => ("alias-taken", term.clone()),
            Self::ChangesCase(text) => ("changes-case", text.clone()),
            Self::NoVocabularyFile => ("no-vocabulary-file", String::new()),
        }
    }
}

/// Reads the decisions of a workbook.
///
/// # Errors
/// Every cell that cannot be kept; nothing should be written then.
pub fn rule(
    file: &ReviewFile,
    codebook: &Codebook,
    stamp: &Stamp,
) -> Result<Rulings, Vec<Refused>> {
    let mut rulings = Rulings::default();
    let mut refused = Vec::new();
    let mut seen: BTreeMap<(QuestionId, String), (CellRef, Ruling)> = BTreeMap::new();
    for row in &file.rows {
        match rule_row(row, codebook, stamp) {
            Ok(None) => {}
            Ok(Some((decision, alias))) => {
                let key = (decision.question.clone(), decision.key.clone());
                match seen.get(&key) {
                    Some((cell, ruling)) if *ruling != decision.ruling => refused
                        .push(Refused { cell: row.cell, reason: RefusedReason::OtherRow(*cell) }),
                    Some(_) => {}
                    None => {
                        seen.insert(key, (row.cell, decision.ruling.clone()));
                        rulings.decisions.push(decision);
                        rulings.aliases.extend(alias);
                    }
                }
            }
            Err(problem) => refused.push(problem),
        }
    }
    if refused.is_empty() { Ok(rulings) } else { Err(refused) }
}

type RowRuling = Option<(Decision, Option<Alias>)>;

fn rule_row(row: &ReviewRow, codebook: &Codebook, stamp: &Stamp) -> Result<RowRuling, Refused> {
    let refuse = |cell, reason| Refused { cell, reason };
    let wants_alias =
        row.alias.as_ref().filter(|(_, text)| !matches!(text.as_str(), "" | "non" | "no"));
    if row.answers.is_empty() {
        return match wants_alias {
            Some((cell, _)) => Err(refuse(*cell, RefusedReason::AliasNeedsOne)),
            None => Ok(None),
        };
    }
    let question = codebook.questionnaire.get(&row.question);
    let Some(question) = question.filter(|_| !row.key.is_empty()) else {
        return Err(refuse(row.cell, RefusedReason::LostRow));
    };
    let mut ruling = ruling(row, question, codebook, stamp)?;
    if let Some(known) = codebook.ledger.find(&row.question, &row.key)
        && known.ruling != ruling
        && codebook.is_sound(question, &known.ruling)
    {
        ruling = beside_earlier(&ruling, &known.ruling, question, (codebook, stamp))
            .ok_or_else(|| refuse(row.cell, RefusedReason::OtherDecision(known.line)))?;
    }
    let alias = match (wants_alias, ruling.terms()) {
        (None, _) => None,
        (Some((cell, _)), [term])
            if question.vocabulary.is_some() && !row.text.trim().contains('\n') =>
        {
            let (question, text) = (row.question.clone(), row.text.trim().to_owned());
            Some(Alias { question, term: term.clone(), text, cell: *cell })
        }
        (Some((cell, _)), _) => return Err(refuse(*cell, RefusedReason::AliasNeedsOne)),
    };
    let version = codebook.vocabulary(&row.question).map(|vocabulary| vocabulary.version);
    let decision = Decision {
        question: row.question.clone(),
        key: row.key.clone(),
        example: row.text.clone(),
        ruling,
        by: stamp.by.clone(),
        on: stamp.on,
        version,
        note: row.note.clone(),
        line: 0,
    };
    Ok(Some((decision, alias)))
}

/// The ruling to keep where an earlier one was made for editions that offered other terms: both, each for its own.
/// `None` when the earlier one already says something else about this edition.
fn beside_earlier(
    ruling: &Ruling,
    known: &Ruling,
    question: &Question,
    (codebook, stamp): (&Codebook, &Stamp),
) -> Option<Ruling> {
    let vocabulary = codebook.vocabulary(&question.id)?;
    let is_offered = |id: &TermId| vocabulary.standing(id) == Some(Standing::Asked);
    let holds = |(id, from): &(TermId, Option<CensusYear>)| {
        from.is_none_or(|from| from <= stamp.year) && is_offered(id)
    };
    let now: Vec<TermId> = known.dated().filter(holds).map(|(id, _)| id).collect();
    if !now.is_empty() && now == ruling.terms() {
        return Some(known.clone());
    }
    let open = now.is_empty() && !known.terms().is_empty() && !ruling.terms().is_empty();
    open.then(|| known.then(stamp.year, ruling))
}

fn ruling(
    row: &ReviewRow,
    question: &Question,
    codebook: &Codebook,
    stamp: &Stamp,
) -> Result<Ruling, Refused> {
    let mut terms: Vec<TermId> = Vec::new();
    let mut nothing = None;
    for (cell, text) in &row.answers {
        if is_none(text) {
            nothing = Some(*cell);
            continue;
        }
        let term = term(text, question, codebook, stamp)
            .map_err(|reason| Refused { cell: *cell, reason })?;
        if !terms.contains(&term) {
            terms.push(term);
        }
        if terms.len() > 1 && question.kind != Kind::Multiple {
            return Err(Refused { cell: *cell, reason: RefusedReason::Several });
        }
    }
    match (nothing, terms.is_empty()) {
        (Some(cell), false) => Err(Refused { cell, reason: RefusedReason::NoneAndSome }),
        (_, true) => Ok(Ruling::Nothing),
        (None, false) => {
            // In the vocabulary's order, so that the same choice is written the same way.
            let order = |term: &TermId| {
                let known = codebook.vocabulary(&question.id).map(|known| &known.terms);
                known.and_then(|known| known.iter().position(|one| one.id == *term))
            };
            terms.sort_by_key(order);
            Ok(Ruling::Terms(terms))
        }
    }
}

fn is_none(text: &str) -> bool {
    matches!(match_key(text).as_str(), "aucun" | "aucune" | "none")
}

/// The term of a label in either language, or the wording that a parser understands.
fn term(
    text: &str,
    question: &Question,
    codebook: &Codebook,
    stamp: &Stamp,
) -> Result<TermId, RefusedReason> {
    let Some(vocabulary) = codebook.vocabulary(&question.id) else {
        let understood = match question.kind {
            Kind::Launch => matches!(launch::parse(text, stamp.closing), Parsed::Value { .. }),
            Kind::Team => matches!(team::parse(text, &codebook.services), Parsed::Value { .. }),
            _ => false,
        };
        let unclear = || RefusedReason::UnclearWording(text.to_owned());
        return if understood { Ok(TermId::from(text)) } else { Err(unclear()) };
    };
    let key = match_key(text);
    let names = |term: &crate::codebook::Term| {
        [&term.label.fr, &term.label.en].iter().any(|label| match_key(label) == key)
            || term.id.as_str() == text
    };
    match vocabulary.everything().find(|term| names(term)) {
        None => Err(RefusedReason::UnknownAnswer(text.to_owned())),
        Some(term) if vocabulary.standing(&term.id) != Some(Standing::Asked) => {
            Err(RefusedReason::NotOffered(text.to_owned()))
        }
        Some(term) => Ok(term.id.clone()),
    }
}
