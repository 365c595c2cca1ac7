//! `labcensus classify`: what would become of an answer, and why.
//!
//! A launch is planned or actual, and an académie exists, as seen from a closing date: that of the edition asked
//! for, else of the last one in the surveys folder, else the end of this year.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use clap::ArgMatches;
use serde::Serialize;

use super::Ending;
use super::new::this_year;
use crate::codebook::{self, Codebook, EditionFile, Question};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{CensusYear, People, QuestionId, Team};
use crate::normalise::{Classification, Normaliser, Value};
use crate::pipeline::{EDITION_FILE, Places};

/// Classifies the texts given, or the lines of standard input.
pub(super) fn run(places: &Places, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let asked = matches.get_one::<String>("question").map(String::as_str).unwrap_or_default();
    let question = question(&codebook, asked)?;
    let edition = edition(places, matches.get_one::<CensusYear>("year").copied())?;
    let normaliser = Normaliser::new(&codebook, edition.closing_date);
    let show: &dyn Fn(&str, &Classification) -> String = if matches.get_flag("json") {
        &|text, found| json(question, text, found)
    } else {
        &|text, found| words(&codebook, question, (text, found), locale)
    };
    let mut printer = Printer { out: BufWriter::new(io::stdout().lock()), seen: BTreeMap::new() };
    let mut print =
        |text: &str| printer.print(text, &|text| show(text, &normaliser.classify(question, text)));
    let given: Vec<&String> = matches.get_many::<String>("text").into_iter().flatten().collect();
    // Nobody listens any more when a line cannot be printed: that is no reason to complain.
    let _ = if given.is_empty() {
        each_line(&mut print)
    } else {
        given.into_iter().try_for_each(|text| print(text))
    };
    let _ = printer.out.flush();
    Ok(Ending::Clean)
}

fn question<'c>(codebook: &'c Codebook, asked: &str) -> Result<&'c Question> {
    codebook.questionnaire.get(&QuestionId::from(asked)).ok_or_else(|| {
        let known = codebook.questionnaire.questions.iter().map(|question| question.id.as_str());
        Error::UnknownQuestion {
            question: asked.to_owned(),
            known: known.collect::<Vec<_>>().join(", "),
        }
    })
}

fn edition(places: &Places, year: Option<CensusYear>) -> Result<EditionFile> {
    let last = || places.years().ok().and_then(|years| years.last().copied());
    let year = year.or_else(last).unwrap_or_else(this_year);
    codebook::read_edition(&places.surveys.join(year.to_string()).join(EDITION_FILE), year)
}

/// Follows standard input line by line, whatever its encoding.
fn each_line(print: &mut dyn FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        if io::BufRead::read_until(&mut input, b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        print(text.strip_suffix('\r').unwrap_or(text))?;
    }
}

/// Prints each text's outcome, working it out once for equal texts.
struct Printer<W: Write> {
    out: W,
    seen: BTreeMap<String, String>,
}

impl<W: Write> Printer<W> {
    fn print(&mut self, text: &str, show: &dyn Fn(&str) -> String) -> io::Result<()> {
        if let Some(shown) = self.seen.get(text) {
            return writeln!(self.out, "{shown}");
        }
        let shown = show(text);
        writeln!(self.out, "{shown}")?;
        self.seen.insert(text.to_owned(), shown);
        Ok(())
    }
}

/// One object a line, for programs.
#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    question: &'a str,
    status: &'static str,
    terms: Vec<&'a str>,
    left: &'a [String],
    method: &'a str,
    rule: &'a str,
    suggestions: Vec<SuggestionJson<'a>>,
    value: Option<ValueJson<'a>>,
}

#[derive(Serialize)]
struct SuggestionJson<'a> {
    term: &'a str,
    score: f64,
}

/// The value of a launch, a team or an académie.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueJson<'a> {
    Launch { period: String, precision: &'static str, kind: &'static str },
    Team { people: Option<PeopleJson>, fte: Option<f64>, services: &'a [String] },
    Academy { code: &'a str },
}

/// A number where it is exact; `{"about": 10}` and `{"from": 3, "to": 4}` where it is not.
#[derive(Serialize)]
#[serde(untagged)]
enum PeopleJson {
    Exactly(u32),
    About { about: u32 },
    Between { from: u32, to: u32 },
}

fn json(question: &Question, text: &str, found: &Classification) -> String {
    let suggestions = found.suggestions.iter().map(|suggestion| SuggestionJson {
        term: suggestion.term.as_str(),
        score: (suggestion.score * 1000.0).round() / 1000.0,
    });
    let line = Line {
        text,
        question: question.id.as_str(),
        status: found.status.as_str(),
        terms: found.terms.iter().map(crate::model::TermId::as_str).collect(),
        left: &found.left,
        method: &found.method,
        rule: &found.rule,
        suggestions: suggestions.collect(),
        value: value(&found.value),
    };
    serde_json::to_string(&line).unwrap_or_default()
}

fn value(value: &Value) -> Option<ValueJson<'_>> {
    match value {
        Value::Launch(launch) => Some(ValueJson::Launch {
            period: launch.period.to_string(),
            precision: launch.period.precision().as_str(),
            kind: launch.kind.as_str(),
        }),
        Value::Team(Team { people, fte, services }) => {
            Some(ValueJson::Team { people: people.map(people_json), fte: *fte, services })
        }
        Value::Academy(code) => Some(ValueJson::Academy { code: code.as_str() }),
        Value::None | Value::Term(_) => None,
    }
}

fn people_json(people: People) -> PeopleJson {
    match people {
        People::Exactly(people) => PeopleJson::Exactly(people),
        People::About(about) => PeopleJson::About { about },
        People::Between(from, to) => PeopleJson::Between { from, to },
    }
}

/// A few lines, for people.
fn words(
    codebook: &Codebook,
    question: &Question,
    (text, found): (&str, &Classification),
    locale: &Locale,
) -> String {
    let label = |term: &crate::model::TermId| {
        codebook.term(&question.id, term).map_or_else(
            || term.to_string(),
            |term| locale.lang.pick(&term.label.fr, &term.label.en).to_owned(),
        )
    };
    let mut understood: Vec<String> = found.terms.iter().map(label).collect();
    understood.extend(value(&found.value).and_then(|value| serde_json::to_string(&value).ok()));
    let close = found
        .suggestions
        .iter()
        .map(|one| format!("{} ({})", label(&one.term), locale.percent(one.score)));
    let close: Vec<String> = close.collect();
    let status = locale.text(&format!("classify-status-{}", found.status.as_str()));
    let mut lines =
        vec![locale.with("classify-status", &[("text", text.into()), ("status", status.into())])];
    for (key, name, list) in [
        ("classify-terms", "terms", &understood),
        ("classify-left", "left", &found.left),
        ("classify-suggestions", "suggestions", &close),
    ] {
        if !list.is_empty() {
            lines.push(locale.with(key, &[(name, list.join(" ; ").into())]));
        }
    }
    let method = found.method.as_str().into();
    let found = [("method", method), ("rule", found.rule.as_str().into())];
    lines.push(locale.with("classify-found", &found));
    lines.join("\n")
}
