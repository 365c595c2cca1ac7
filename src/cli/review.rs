//! `labcensus review`: what no rule settles goes out as a workbook, and comes back as decisions.
//!
//! Nothing is kept unless everything can be: a refused cell leaves the ledger and the vocabularies as they were.
//! Vocabularies are written before the ledger, so that a run killed in between can simply be run again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;

use super::new::today;
use super::{Ending, talk};
use crate::codebook::{self, Codebook, DECISIONS, Decision, Vocabulary};
use crate::error::{Error, Result};
use crate::indicators;
use crate::ingest::{self, ReviewFile};
use crate::input;
use crate::locale::Locale;
use crate::model::{CensusYear, QuestionId, TermId};
use crate::normalise::gate;
use crate::normalise::ruling::{self, Alias, Refused, RefusedReason, Rulings, Stamp};
use crate::output::{self, Reports};
use crate::pipeline::{self, EDITION_FILE, Places};
use crate::render::{self, REVIEW_MARK, ReviewInputs};

/// Writes the workbook of each year, or reads one back.
pub(super) fn run(
    places: &Places,
    years: &[CensusYear],
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<Ending> {
    if let Some(path) = matches.get_one::<PathBuf>("apply") {
        return apply(places, path, matches, locale);
    }
    years.iter().try_for_each(|year| write(places, *year, locale))?;
    Ok(Ending::Clean)
}

fn write(places: &Places, year: CensusYear, locale: &Locale) -> Result<()> {
    let codebook = Codebook::read(&places.codebook())?.at(year);
    let _held = Reports::open(&places.reports)?;
    let path = places.reports.join(year.to_string()).join(locale.text("review-file"));
    let edition = &pipeline::read_edition(places, year, &codebook, &|_, _| {})?;
    if holds_answers(&path, &codebook) {
        return Err(Error::Unapplied { path });
    }
    let coding = indicators::coding(edition, &codebook);
    let responses = places.link_to_responses(year);
    let inputs = ReviewInputs {
        edition,
        codebook: &codebook,
        coding: &coding,
        responses: responses.as_deref(),
    };
    output::replace_file(&path, &render::review(&inputs, locale)?)?;
    let count = f64::from(u32::try_from(edition.pending.len()).unwrap_or(u32::MAX));
    let args = [("n", count.into()), ("file", path.display().to_string().into())];
    talk::err(&locale.with("cli-review-written", &args));
    Ok(())
}

/// Whether a workbook that lies there holds answers that are not in the ledger: writing over it would lose them.
fn holds_answers(path: &Path, codebook: &Codebook) -> bool {
    let file = input_bytes(path).ok().and_then(|bytes| ingest::read_review(&bytes, REVIEW_MARK));
    file.is_some_and(|file| {
        file.rows.iter().any(|row| {
            !row.answers.is_empty() && codebook.ledger.find(&row.question, &row.key).is_none()
        })
    })
}

fn input_bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|source| Error::reading(path, source))
}

fn apply(places: &Places, path: &Path, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let file = ingest::read_review(&input_bytes(path)?, REVIEW_MARK)
        .ok_or_else(|| Error::NotReview { path: path.to_path_buf() })?;
    // One person at a time: what another one decided meanwhile must not be lost.
    let _held = output::hold(&places.codebook())?;
    let ledger = places.codebook().join(DECISIONS);
    let known = if ledger.exists() { Some(input::read_text(&ledger)?) } else { None };
    let codebook = Codebook::read(&places.codebook())?;
    let folder = places.surveys.join(file.year.to_string());
    let edition = codebook::read_edition(&folder.join(EDITION_FILE), file.year)?;
    let by = matches.get_one::<String>("by").cloned().unwrap_or_else(|| file.by.clone());
    let on = Some(matches.get_one::<NaiveDate>("on").copied().unwrap_or_else(today));
    let stamp = Stamp { by, on, closing: edition.closing_date, year: file.year };
    let prepared = ruling::rule(&file, &codebook.at(file.year), &stamp)
        .and_then(|rulings| Ok((vocabularies(places, &codebook, &rulings)?, rulings)));
    let (mut files, rulings) = match prepared {
        Ok(prepared) => prepared,
        Err(refused) => {
            complain(&refused, path, locale);
            return Err(Error::Refused { path: path.to_path_buf(), count: refused.len() });
        }
    };
    let before = pipeline::read_edition(places, file.year, &codebook, &|_, _| {})?;
    if let Some(bytes) = rendered_ledger(&codebook, &rulings.decisions)? {
        files.push((ledger, known, bytes));
    }
    output::replace_unchanged(&files)?;
    let after_codebook = Codebook::read(&places.codebook())?;
    let after = pipeline::read_edition(places, file.year, &after_codebook, &|_, _| {})?;
    table(&file, &rulings, &codebook, locale);
    let progress = [
        ("year", file.year.to_string().into()),
        ("decisions", count(rulings.decisions.len())),
        ("aliases", count(rulings.aliases.len())),
        ("before", count(before.pending.len())),
        ("after", count(after.pending.len())),
    ];
    talk::err(&locale.with("cli-review-applied", &progress));
    Ok(Ending::Clean)
}

fn count(number: usize) -> fluent_bundle::FluentValue<'static> {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX)).into()
}

/// The ledger with some decisions added; `None` when it holds them already.
fn rendered_ledger(codebook: &Codebook, decisions: &[Decision]) -> Result<Option<Vec<u8>>> {
    let mut ledger = codebook.ledger.clone();
    for decision in decisions {
        let known = ledger.find(&decision.question, &decision.key);
        // The same ruling again is no news: the ledger keeps who said it first.
        if known.is_none_or(|known| known.ruling != decision.ruling) {
            ledger.insert(decision.clone());
        }
    }
    if ledger == codebook.ledger {
        return Ok(None);
    }
    let failed =
        |error: csv::Error| Error::Render { what: DECISIONS.to_owned(), detail: error.to_string() };
    ledger.render().map(Some).map_err(failed)
}

/// Files to write: each with the text that it held.
type Edited = Vec<(PathBuf, Option<String>, Vec<u8>)>;

/// The vocabulary files with their new aliases, once the gate has let them through.
fn vocabularies(
    places: &Places,
    codebook: &Codebook,
    rulings: &Rulings,
) -> std::result::Result<Edited, Vec<Refused>> {
    let mut by_question: BTreeMap<&QuestionId, Vec<&Alias>> = BTreeMap::new();
    for alias in &rulings.aliases {
        by_question.entry(&alias.question).or_default().push(alias);
    }
    let mut edited = Edited::new();
    for (id, aliases) in by_question {
        let refuse_first = |reason| {
            vec![Refused {
                cell: aliases.first().map_or(crate::model::CellRef::new(0, 0), |one| one.cell),
                reason,
            }]
        };
        let question = codebook.questionnaire.get(id);
        let name = question.and_then(|question| question.vocabulary.as_deref()).unwrap_or_default();
        let file = codebook::vocabulary_file(&places.codebook(), name).ok().flatten();
        let (Some(question), Some((path, old))) = (question, file) else {
            return Err(refuse_first(RefusedReason::NoVocabularyFile));
        };
        let text = with_aliases(&old, &aliases).map_err(|problem| vec![problem])?;
        let Ok(after) = Vocabulary::parse(&text) else {
            return Err(refuse_first(RefusedReason::NoVocabularyFile));
        };
        let refused = gate::try_aliases(codebook, question, &after, &aliases);
        if !refused.is_empty() {
            return Err(refused);
        }
        edited.push((path, Some(old), text.into_bytes()));
    }
    Ok(edited)
}

/// The file with each alias added, and its version raised once.
fn with_aliases(old: &str, aliases: &[&Alias]) -> std::result::Result<String, Refused> {
    let mut text = old.to_owned();
    for alias in aliases {
        let refuse = |reason| Refused { cell: alias.cell, reason };
        let lost = || refuse(RefusedReason::NoVocabularyFile);
        text = codebook::add_alias(&text, &alias.term, &alias.text).ok_or_else(lost)?;
        if let Err(problems) = Vocabulary::parse(&text) {
            let other = problems.into_iter().find_map(|problem| match problem.reason {
                codebook::VocabularyReason::AmbiguousText { term, other, .. } => {
                    Some(if term == alias.term.as_str() { other } else { term })
                }
                _ => None,
            });
            return Err(refuse(RefusedReason::AliasTaken(other.unwrap_or_default())));
        }
    }
    if text == old {
        return Ok(text);
    }
    Ok(codebook::raise_version(&text).unwrap_or(text))
}

fn complain(refused: &[Refused], path: &Path, locale: &Locale) {
    for one in refused {
        let (key, fact) = one.reason.message();
        let reason = locale.with(&format!("review-refused-{key}"), &[("fact", fact.into())]);
        let args = [
            ("file", path.display().to_string().into()),
            ("cell", one.cell.to_string().into()),
            ("reason", reason.into()),
        ];
        talk::err(&locale.with("review-refused", &args));
    }
}

/// What each text was, and what it is now, on standard output.
fn table(file: &ReviewFile, rulings: &Rulings, codebook: &Codebook, locale: &Locale) {
    let label = |decision: &Decision| {
        if decision.ruling.terms().is_empty() {
            return locale.text("review-none");
        }
        let label = |(term, _): (TermId, Option<CensusYear>)| {
            codebook.term(&decision.question, &term).map_or_else(
                || term.to_string(),
                |term| locale.lang.pick(&term.label.fr, &term.label.en).to_owned(),
            )
        };
        decision.ruling.dated().map(label).collect::<Vec<_>>().join(" ; ")
    };
    talk::out(&locale.text("review-table-header"));
    for decision in &rulings.decisions {
        let row = file.rows.iter().find(|row| row.key == decision.key);
        let text = row.map_or(decision.example.as_str(), |row| row.text.as_str());
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let known = codebook.ledger.find(&decision.question, &decision.key);
        let before = match known {
            Some(known) if known.ruling == decision.ruling => locale.text("review-already"),
            Some(_) => locale.text("review-stale"),
            None => locale.text("answer-to-review"),
        };
        let aliased = rulings.aliases.iter().any(|alias| {
            alias.question == decision.question && alias.text == decision.example.trim()
        });
        let alias = if aliased { locale.text("review-aliased") } else { String::new() };
        talk::out(&format!(
            "{} | {text} | {before} | {}{alias}",
            decision.question,
            label(decision)
        ));
    }
}
