//! `labcensus classify`: what would become of an answer, and why.
//!
//! A launch is planned or actual, and an académie exists, as seen from a closing date: that of the edition asked
//! for, else of the last one in the surveys folder, else the end of this year.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufWriter, IsTerminal, Write};

use clap::ArgMatches;
use serde::Serialize;

use super::Ending;
use super::new::this_year;
use crate::codebook::{self, Codebook, EditionFile, Question, match_key};
use crate::cores;
use crate::error::{Error, Result};
use crate::ingest::decode_line;
use crate::locale::Locale;
use crate::model::{CensusYear, People, QuestionId, Team};
use crate::normalise::{Classification, Normaliser, Value};
use crate::pipeline::{EDITION_FILE, Places};

/// Classifies the texts given, or the lines of standard input.
pub(super) fn run(places: &Places, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let asked = matches.get_one::<String>("question").map(String::as_str).unwrap_or_default();
    let edition = edition(places, matches.get_one::<CensusYear>("year").copied())?;
    let codebook = codebook.at(edition.year);
    let question = question(&codebook, asked)?;
    let normaliser = Normaliser::new(&codebook, edition.closing_date);
    let show: &Show<'_> = if matches.get_flag("json") {
        &|text| json(question, text, &normaliser.classify(question, text))
    } else {
        &|text| words(&codebook, question, (text, &normaliser.classify(question, text)), locale)
    };
    let out = BufWriter::new(io::stdout().lock());
    let mut printer = Printer { out, show, seen: BTreeMap::new() };
    let given: Vec<String> = matches.get_many("text").into_iter().flatten().cloned().collect();
    // Nobody listens any more when a line cannot be printed: that is no reason to complain.
    let _ = if given.is_empty() { printer.input() } else { printer.print(&given) };
    Ok(Ending::Clean)
}

fn question<'c>(codebook: &'c Codebook, asked: &str) -> Result<&'c Question> {
    codebook.questionnaire.get(&QuestionId::from(asked)).ok_or_else(|| {
        let known = codebook.questionnaire.questions.iter().map(|question| question.id.as_str());
        Error::UnknownQuestion {
            question: asked.to_owned(),
            nearest: nearest(codebook, asked),
            known: known.collect::<Vec<_>>().join(", "),
        }
    })
}

/// The question whose wording or name is most like what was typed; empty when none is.
fn nearest(codebook: &Codebook, asked: &str) -> String {
    const ALIKE: f64 = 0.4;
    if let Some(id) = codebook.questionnaire.recognise(asked) {
        return id.to_string();
    }
    let typed = pairs(asked);
    let likeness = |question: &Question| {
        let names = [question.id.as_str(), &question.label.fr, &question.label.en];
        names.iter().map(|name| dice(&typed, &pairs(name))).fold(0.0, f64::max)
    };
    let all = codebook.questionnaire.questions.iter();
    let best = all.map(|question| (likeness(question), &question.id));
    let best = best.max_by(|one, other| one.0.total_cmp(&other.0));
    best.filter(|(score, _)| *score >= ALIKE).map_or_else(String::new, |(_, id)| id.to_string())
}

/// The pairs of neighbouring letters of a name, folded.
fn pairs(name: &str) -> BTreeSet<(char, char)> {
    let key = match_key(name);
    key.chars().zip(key.chars().skip(1)).collect()
}

/// Sørensen–Dice coefficient: twice what two sets share over the sum of their sizes.
fn dice(one: &BTreeSet<(char, char)>, other: &BTreeSet<(char, char)>) -> f64 {
    let count = |set: &mut dyn Iterator<Item = &(char, char)>| set.fold(0.0, |sum, _| sum + 1.0);
    let all = count(&mut one.iter()) + count(&mut other.iter());
    if all > 0.0 { 2.0 * count(&mut one.intersection(other)) / all } else { 0.0 }
}

fn edition(places: &Places, year: Option<CensusYear>) -> Result<EditionFile> {
    let last = || places.years().ok().and_then(|years| years.last().copied());
    let year = year.or_else(last).unwrap_or_else(this_year);
    codebook::read_edition(&places.surveys.join(year.to_string()).join(EDITION_FILE), year)
}

/// Writes the outcome of a text.
type Show<'a> = dyn Fn(&str) -> String + Sync + 'a;

/// How many lines are read before they are worked out together.
const BATCH: usize = 10_000;

/// Prints each text's outcome, working it out once for equal texts.
struct Printer<'a, W: Write> {
    out: W,
    show: &'a Show<'a>,
    seen: BTreeMap<String, String>,
}

impl<W: Write> Printer<'_, W> {
    /// Follows standard input, whatever its encoding; a person who types sees each answer at once.
    fn input(&mut self) -> io::Result<()> {
        let batch = if io::stdin().is_terminal() { 1 } else { BATCH };
        let mut input = io::stdin().lock();
        let mut lines = Vec::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            let ended = input.read_until(b'\n', &mut line)? == 0;
            if !ended {
                lines.push(decode_line(&line));
            }
            if ended || lines.len() >= batch {
                self.print(&lines)?;
                lines.clear();
            }
            if ended {
                return Ok(());
            }
        }
    }

    fn print(&mut self, texts: &[String]) -> io::Result<()> {
        let new: BTreeSet<&String> =
            texts.iter().filter(|text| !self.seen.contains_key(*text)).collect();
        let new: Vec<&String> = new.into_iter().collect();
        let show = self.show;
        let shown = cores::shares(&new, 1, |_, share| {
            share.iter().map(|text| ((*text).clone(), show(text))).collect::<Vec<_>>()
        });
        self.seen.extend(shown.into_iter().flatten());
        for text in texts {
            writeln!(self.out, "{}", self.seen.get(text).map_or("", String::as_str))?;
        }
        self.out.flush()
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
        Value::Team(team) => {
            let Team { people, fte, services } = &**team;
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
