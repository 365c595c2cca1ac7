//! `labcensus compare`: some years of a question, or the path of some labs, on the terminal or in a file.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Ending, talk};
use crate::codebook::{Body, Codebook, Question, match_key, nearest};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{AcademyCode, CensusYear};
use crate::output;
use crate::pipeline::{self, Editions, Places, YearResult};
use crate::render::{self, Form};
use crate::report::{self, Choice};

/// Years as asked: from, to; none where the range is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Years(Option<CensusYear>, Option<CensusYear>);

impl Years {
    /// Reads `2019..2022`, `2019-2022`, `2019..`, `..2022` or `2022`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let split = text.split_once("..").or_else(|| text.split_once(['-', '–', ':']));
        let Some((from, to)) = split else {
            let year = CensusYear::parse(text)?;
            return Some(Self(Some(year), Some(year)));
        };
        let bound = |text: &str| match text.trim() {
            "" => Some(None),
            year => CensusYear::parse(year).map(Some),
        };
        let (from, to) = (bound(from)?, bound(to.trim_start_matches('='))?);
        // A range is the same from either end.
        Some(match (from, to) {
            (Some(from), Some(to)) if to < from => Self(Some(to), Some(from)),
            other => Self(other.0, other.1),
        })
    }

    /// The first and last edition meant; a year by itself is seen beside the one before it.
    fn among(self, known: &[CensusYear], surveys: &Path) -> Result<(CensusYear, CensusYear)> {
        let unknown =
            |year: CensusYear| Error::UnknownYear { path: surveys.join(year.to_string()) };
        for asked in [self.0, self.1].into_iter().flatten() {
            if !known.contains(&asked) {
                return Err(unknown(asked));
            }
        }
        let none = || Error::NoYear { path: surveys.to_path_buf() };
        let last = self.1.or_else(|| known.last().copied()).ok_or_else(none)?;
        let mut first = self.0.or_else(|| known.first().copied()).ok_or_else(none)?;
        if self.0.is_some() && self.0 == self.1 {
            first = known.iter().rev().find(|year| **year < last).copied().unwrap_or(last);
        }
        Ok((first, last))
    }
}

/// Prints or writes the comparison.
pub(super) fn run(places: &Places, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let years = matches.get_one::<Years>("years").copied().unwrap_or(Years(None, None));
    let (from, to) = years.among(&places.years()?, &places.surveys)?;
    let mut editions = Editions::read(places, &[to], &codebook, &|_, _| {})?;
    let result = pipeline::compute_year(editions.series(to)?, &codebook)?;
    let at = codebook.at(to);
    let asked = matches.get_one::<String>("question");
    let question = asked.map(|asked| question(&at, asked, locale)).transpose()?;
    let labs = labs(&result, &at, matches)?;
    let choice = Choice { from, labs, question };
    let report = report::compare(&inputs(&result, &at), &choice, locale);
    write(&report, matches, locale)?;
    Ok(talk::lost(&editions, locale).unwrap_or(Ending::Clean))
}

fn inputs<'a>(result: &'a YearResult, codebook: &'a Codebook) -> report::Inputs<'a> {
    report::Inputs {
        edition: &result.edition,
        series: &result.series,
        codebook,
        registry: &result.registry,
        reconciliations: &result.reconciliations,
        diagnostics: &result.diagnostics,
        publication: &result.publication,
        responses: None,
        fiches: false,
    }
}

fn write(report: &report::Report, matches: &ArgMatches, locale: &Locale) -> Result<()> {
    let file = matches.get_one::<PathBuf>("output");
    let named = |name: &str| Form::ALL.into_iter().find(|form| form.name() == name);
    let extension = file.and_then(|file| file.extension()?.to_str().map(str::to_lowercase));
    let form = matches
        .get_one::<String>("format")
        .and_then(|name| named(name))
        .or_else(|| named(&extension?))
        .unwrap_or(Form::Text);
    // A workbook is no text for a terminal: it has a file, of the name that it would be given.
    let usual = PathBuf::from(locale.text("compare-file"));
    let file = file.or_else(|| (form == Form::Workbook).then_some(&usual));
    let bytes = render::comparison(report, form)?;
    match file {
        Some(file) => {
            output::replace_file(file, &bytes)?;
            let args = [("file", file.display().to_string().into())];
            talk::err(&locale.with("cli-compared", &args));
        }
        None => talk::out(&String::from_utf8_lossy(&bytes)),
    }
    Ok(())
}

/// The question of a name, of a label or of words that a fiche uses for it.
fn question<'c>(codebook: &'c Codebook, asked: &str, locale: &Locale) -> Result<&'c Question> {
    let questions = &codebook.questionnaire.questions;
    let label = |question: &Question| {
        match_key(locale.lang.pick(&question.label.fr, &question.label.en)) == match_key(asked)
    };
    let found = questions
        .iter()
        .find(|question| question.id.as_str() == asked || label(question))
        .or_else(|| codebook.questionnaire.get(codebook.questionnaire.recognise(asked)?));
    found.ok_or_else(|| {
        let known = questions.iter().map(|question| question.id.as_str());
        Error::UnknownQuestion {
            question: asked.to_owned(),
            nearest: nearest(asked, known.clone()).unwrap_or_default().to_owned(),
            known: known.collect::<Vec<_>>().join(", "),
        }
    })
}

/// The labs of some codes or names, by the codes that their bodies have now, each once.
fn labs(
    result: &YearResult,
    codebook: &Codebook,
    matches: &ArgMatches,
) -> Result<Vec<AcademyCode>> {
    let asked = matches.get_many::<String>("labs").into_iter().flatten();
    let mut codes: Vec<AcademyCode> = Vec::new();
    for asked in asked.map(|asked| asked.trim()).filter(|asked| !asked.is_empty()) {
        let bodies = codebook.register.bodies();
        let body = bodies.iter().rev().find(|body| is_called(body, asked)).ok_or_else(|| {
            let names = bodies.iter().map(|body| body.short_name.as_str());
            let near = nearest(asked, names).unwrap_or_default().to_owned();
            Error::UnknownLab { lab: asked.to_owned(), nearest: near }
        })?;
        let date = result.edition.file.closing_date;
        let heir = codebook.register.successor(body, date);
        let code = heir.map_or(&body.code, |heir| &heir.code);
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    Ok(codes)
}

fn is_called(body: &Body, asked: &str) -> bool {
    let key = match_key(asked);
    let alike = |name: &str| match_key(name) == key;
    body.code.as_str().eq_ignore_ascii_case(asked)
        || alike(&body.short_name)
        || alike(&body.name)
        || body.aliases.iter().any(|alias| alike(alias.trim_start_matches('=')))
}

#[cfg(test)]
mod tests {
    use super::{CensusYear, Years};

    #[test]
    fn years_are_read_as_people_write_them() {
        let year = |year| Some(CensusYear::new(year));
        for (text, years) in [
            ("2019..2022", Years(year(2019), year(2022))),
            ("2019-2022", Years(year(2019), year(2022))),
            ("2022..2019", Years(year(2019), year(2022))),
            ("2019..", Years(year(2019), None)),
            ("..2022", Years(None, year(2022))),
            ("2022", Years(year(2022), year(2022))),
        ] {
            assert_eq!(Years::parse(text), Some(years), "{text}");
        }
        for text in ["", "19..22", "2019..x", "deux"] {
            assert_eq!(Years::parse(text), None, "{text}");
        }
    }
}
