//! `labcensus publish`: freezes an edition's figures in its lock, so that whoever rebuilds it later is told what changed.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::new::today;
use super::{Ending, each_year, talk};
use crate::codebook::Codebook;
use crate::error::{Error, Result};
use crate::locale::{Arg, Locale};
use crate::model::CensusYear;
use crate::output;
use crate::pipeline::{self, Editions, Places, YearResult};
use crate::publication::{self, Lock, Revision, RevisionNote, Stamp};
use crate::report::{jump_words, revision_words};

/// Publishes each year, or says why it is not published.
pub(super) fn run(
    places: &Places,
    years: &[CensusYear],
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let mut editions = Editions::read(places, years, &codebook, &|_, _| {})?;
    each_year(years, locale, |year| {
        let mut result = pipeline::compute_year(editions.series(year)?, &codebook)?;
        pipeline::compare_with_published(places, &mut result, &codebook)?;
        publish(places, &result, (&codebook, matches), locale)
    })
}

fn publish(
    places: &Places,
    result: &YearResult,
    (codebook, matches): (&Codebook, &ArgMatches),
    locale: &Locale,
) -> Result<Ending> {
    let stamp = Stamp {
        by: matches.get_one::<String>("by").cloned().unwrap_or_default(),
        on: matches.get_one::<NaiveDate>("on").copied().unwrap_or_else(today),
    };
    let revisions = &result.publication.revisions;
    if result.publication.unchecked() > 0 {
        refuse(result, codebook, locale);
        return Ok(Ending::WithErrors);
    }
    let reason = matches.get_one::<String>("revise").filter(|reason| !reason.trim().is_empty());
    match (&result.publication.lock, reason) {
        (None, _) => {
            write(places, result, &stamp, Vec::new(), locale)?;
            say("cli-published", result, &stamp.on.to_string(), locale);
        }
        (Some(lock), _) if revisions.is_empty() => {
            say("cli-published-same", result, &lock.published, locale);
        }
        (Some(lock), None) => {
            list(revisions, result, codebook, locale);
            say("cli-published-differs", result, &lock.published, locale);
            return Ok(Ending::WithErrors);
        }
        (Some(lock), Some(reason)) => {
            list(revisions, result, codebook, locale);
            let mut notes = lock.revision.clone();
            notes.push(RevisionNote {
                on: stamp.on.to_string(),
                by: stamp.by.clone(),
                reason: reason.clone(),
                figures: revisions.len(),
            });
            // The first publication keeps its date and name; each later one has its note.
            let first =
                Stamp { by: lock.by.clone(), on: lock.published.parse().unwrap_or(stamp.on) };
            write(places, result, &first, notes, locale)?;
            say("cli-published-revised", result, &stamp.on.to_string(), locale);
        }
    }
    Ok(Ending::Clean)
}

/// Says what is still to check, as the very lines to add to the edition file: they are TOML, and want only the words.
fn refuse(result: &YearResult, codebook: &Codebook, locale: &Locale) {
    for jump in publication::unchecked(&result.publication.jumps) {
        let words = jump_words(jump, &result.registry, codebook, locale);
        talk::out(&format!("# {words}"));
        talk::out(&format!("[[acknowledged]]\nid = \"{}\"\nreason = \"\"\nby = \"\"\n", jump.id));
        talk::out("");
    }
    let open = f64::from(u32::try_from(result.publication.unchecked()).unwrap_or(u32::MAX));
    let year = result.edition.year().to_string();
    talk::err(&locale.with("cli-publish-refused", &[("n", open.into()), ("year", year.into())]));
}

fn write(
    places: &Places,
    result: &YearResult,
    stamp: &Stamp,
    revision: Vec<RevisionNote>,
    locale: &Locale,
) -> Result<()> {
    let inputs = publication::fingerprints(&places.surveys, &result.series.years())?;
    let mut lock = Lock::of(&result.edition, &result.registry, &inputs, stamp);
    lock.revision = revision;
    let text = lock.render(&locale.text("lock-heading")).map_err(|error| Error::Render {
        what: publication::LOCK_FILE.to_owned(),
        detail: error.to_string(),
    })?;
    output::replace_file(&places.lock(result.edition.year()), text.as_bytes())
}

fn say(key: &str, result: &YearResult, on: &str, locale: &Locale) {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let args: [Arg<'_>; 4] = [
        ("year", result.edition.year().to_string().into()),
        ("figures", number(result.registry.figures().count()).into()),
        ("revised", number(result.publication.revisions.len()).into()),
        ("on", on.into()),
    ];
    talk::err(&locale.with(key, &args));
}

/// The revisions, a line each.
fn list(revisions: &[Revision], result: &YearResult, codebook: &Codebook, locale: &Locale) {
    for revision in revisions {
        let words = revision_words(revision, &result.registry, codebook, locale);
        let line = [words.figure, words.published, words.recomputed, words.labs, words.why];
        let line: Vec<String> = line.into_iter().filter(|part| !part.is_empty()).collect();
        talk::out(&line.join(" | "));
    }
}
