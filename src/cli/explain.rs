//! `labcensus explain`: what stands behind a figure, down to the words that the labs wrote.

use clap::ArgMatches;
use serde::Serialize;

use super::{Ending, talk};
use crate::codebook::{Codebook, match_key};
use crate::error::{Error, Result};
use crate::indicators::{self, Evidence, Explanation, Figure, FigureId, Source};
use crate::locale::Locale;
use crate::model::{AcademyCode, CensusYear};
use crate::pipeline::{self, Editions, Places, YearResult};
use crate::report::figure_title;

/// What every part of the explanation is written with.
struct Writer<'a> {
    codebook: &'a Codebook,
    result: &'a YearResult,
    locale: &'a Locale,
}

/// Explains the figure asked for, by its name or by words.
pub(super) fn run(places: &Places, matches: &ArgMatches, locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let asked: Vec<&str> =
        matches.get_many::<String>("figure").into_iter().flatten().map(String::as_str).collect();
    let asked = asked.join(" ");
    let year = year(&asked, places)?;
    let mut editions = Editions::read(places, &[year], &codebook, &|_, _| {})?;
    let result = pipeline::compute_year(editions.series(year)?, &codebook)?;
    let writer = Writer { codebook: &codebook, result: &result, locale };
    let at = codebook.at(year);
    let figure = writer.find(&asked)?;
    let explanation = indicators::explain(&result.series, &at, &result.registry, figure);
    talk::out(&if matches.get_flag("json") {
        writer.json(&explanation)
    } else {
        writer.words(&explanation)
    });
    Ok(Ending::Clean)
}

/// The year that a figure's name or the words hold, else the last one.
fn year(asked: &str, places: &Places) -> Result<CensusYear> {
    let years = places.years()?;
    let named: Vec<CensusYear> =
        asked.split(|c: char| !c.is_ascii_digit()).filter_map(CensusYear::parse).collect();
    // « launches.2019 » names two: the first that has a folder is the edition.
    let known = named.iter().find(|year| years.contains(year)).copied();
    if let (None, Some(unknown)) = (known, named.first()) {
        return Err(Error::UnknownYear { path: places.surveys.join(unknown.to_string()) });
    }
    known
        .or_else(|| years.last().copied())
        .ok_or_else(|| Error::NoYear { path: places.surveys.clone() })
}

/// How many near names are given.
const NEAR: usize = 8;

impl Writer<'_> {
    fn find(&self, asked: &str) -> Result<&Figure> {
        let registry = &self.result.registry;
        let all = || registry.figures();
        let name = asked.trim().to_lowercase();
        if let Some(exact) = all().find(|figure| figure.id.as_str() == name) {
            return Ok(exact);
        }
        let year = registry.year().to_string();
        let key = match_key(asked).replace(['_', '.'], " ");
        let words: Vec<String> = key
            .split(' ')
            .filter(|word| *word != year && !word.is_empty())
            .map(str::to_owned)
            .collect();
        let found = indicators::find(all(), &words, |figure| self.by_words(figure));
        let by_id = |id: &FigureId| all().find(|figure| figure.id == *id);
        let near: Vec<&Figure> = found.iter().filter_map(|id| by_id(id)).collect();
        // A name with a point in it was meant exactly.
        match near.as_slice() {
            [only] if !asked.contains('.') => Ok(only),
            _ => Err(Error::UnknownFigure {
                figure: asked.to_owned(),
                near: self.list(&near),
                count: near.len(),
            }),
        }
    }

    fn by_words(&self, figure: &Figure) -> Vec<String> {
        let title = figure_title(figure, self.codebook, self.locale);
        let text =
            format!("{} {} {title}", figure.indicator, figure.category).replace(['_', '.'], " ");
        match_key(&text).split(' ').map(str::to_owned).collect()
    }

    fn list(&self, figures: &[&Figure]) -> String {
        let line = |figure: &&Figure| {
            let title = figure_title(figure, self.codebook, self.locale);
            format!("  {}  {title}", figure.id)
        };
        let mut lines: Vec<String> = figures.iter().take(NEAR).map(line).collect();
        if figures.len() > NEAR {
            lines.push("  …".to_owned());
        }
        lines.join("\n")
    }

    fn academy(&self, code: &AcademyCode) -> String {
        // A body of an earlier edition may have merged since.
        let bodies = self.codebook.register.bodies().iter().rev();
        let body = bodies.into_iter().find(|body| body.code == *code);
        body.map_or_else(|| code.to_string(), |body| format!("{} ({code})", body.short_name))
    }

    /// A few lines, for people.
    fn words(&self, explanation: &Explanation<'_>) -> String {
        let Explanation { figure, .. } = explanation;
        let mut lines =
            vec![format!("{}  {}", figure.id, figure_title(figure, self.codebook, self.locale))];
        lines.push(self.amount(explanation));
        lines.extend(self.other_bases(explanation));
        let comparable =
            self.locale.text(&format!("explain-comparable-{}", figure.comparable.as_str()));
        lines.push(format!("{comparable} {}", figure.note(self.locale)).trim_end().to_owned());
        if !explanation.counted.is_empty() {
            lines.push(String::new());
            lines.push(self.locale.text("explain-counted"));
        }
        for evidence in &explanation.counted {
            lines.push(format!("  {}", self.academy(&evidence.academy)));
            lines.extend(evidence.cells.iter().map(|cell| self.cell(cell)));
        }
        for (key, codes) in [
            ("explain-not-counted", &explanation.not_counted),
            ("explain-without-answer", &explanation.without_answer),
        ] {
            if !codes.is_empty() {
                let names: Vec<String> = codes.iter().map(|code| self.academy(code)).collect();
                lines.push(String::new());
                lines.push(self.locale.with(key, &[("academies", names.join(", ").into())]));
            }
        }
        lines.join("\n")
    }

    fn amount(&self, explanation: &Explanation<'_>) -> String {
        let figure = explanation.figure;
        let Some(value) = figure.value else { return self.locale.text("not-available") };
        let number = self.locale.number(value, 2);
        let unit = self
            .locale
            .with(&format!("explain-unit-{}", figure.unit.as_str()), &[("n", value.into())]);
        let of = explanation.bases.first().map(|own| self.out_of(own)).unwrap_or_default();
        format!("{number} {unit}{of}")
    }

    /// « sur 11 répondants à la question (100 %) »
    fn out_of(&self, on: &indicators::OtherBase) -> String {
        let key = format!("explain-on-{}", on.base.kind.as_str().replace('_', "-"));
        let size = self.locale.number(f64::from(on.base.size), 0);
        let base =
            self.locale.with(&key, &[("n", f64::from(on.base.size).into()), ("size", size.into())]);
        let share = on.share.map(|share| format!(" ({})", self.locale.percent(share.get())));
        format!(" {base}{}", share.unwrap_or_default())
    }

    fn other_bases(&self, explanation: &Explanation<'_>) -> Option<String> {
        let others: Vec<String> = explanation
            .bases
            .iter()
            .skip(1)
            .filter(|on| on.share.is_some())
            .map(|on| self.out_of(on).trim_start().to_owned())
            .collect();
        (!others.is_empty())
            .then(|| self.locale.with("explain-bases", &[("bases", others.join(" ; ").into())]))
    }

    fn cell(&self, cell: &Source<'_>) -> String {
        let Some(answer) = cell.answer else { return format!("    {}", cell.origin) };
        let text = answer.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let args = [
            ("place", cell.origin.to_string().into()),
            ("text", text.into()),
            (
                "status",
                self.locale.text(&format!("explain-status-{}", answer.status.as_str())).into(),
            ),
            ("method", answer.method.into()),
            ("rule", answer.rule.to_string().into()),
        ];
        self.locale.with("explain-cell", &args)
    }

    /// The same, for programs.
    fn json(&self, explanation: &Explanation<'_>) -> String {
        let figure = explanation.figure;
        let base = |on: &indicators::OtherBase| BaseJson {
            kind: on.base.kind.as_str(),
            size: on.base.size,
            share: on.share.map(crate::model::Share::get),
        };
        let json = Json {
            figure: figure.id.as_str(),
            title: figure_title(figure, self.codebook, self.locale),
            value: figure.value,
            unit: figure.unit.as_str(),
            comparable: figure.comparable.as_str(),
            note: figure.note(self.locale),
            base: explanation.bases.first().map(base),
            other_bases: explanation.bases.iter().skip(1).map(base).collect(),
            labs: explanation.counted.iter().map(|lab| self.lab(lab)).collect(),
            not_counted: codes(&explanation.not_counted),
            without_answer: codes(&explanation.without_answer),
        };
        serde_json::to_string_pretty(&json).unwrap_or_default()
    }

    fn lab<'e>(&self, evidence: &'e Evidence<'_>) -> LabJson<'e> {
        let cell = |cell: &'e Source<'_>| CellJson {
            file: &cell.origin.file,
            sheet: &cell.origin.sheet,
            cell: cell.origin.cell_name(),
            text: cell.answer.map(|answer| &*answer.text),
            status: cell.answer.map(|answer| answer.status.as_str()),
            method: cell.answer.map(|answer| answer.method),
            rule: cell.answer.map(|answer| &*answer.rule),
        };
        LabJson {
            academy_code: evidence.academy.as_str(),
            academy: self.academy(&evidence.academy),
            cells: evidence.cells.iter().map(cell).collect(),
        }
    }
}

fn codes(academies: &[AcademyCode]) -> Vec<&str> {
    academies.iter().map(AcademyCode::as_str).collect()
}

#[derive(Serialize)]
struct Json<'a> {
    figure: &'a str,
    title: String,
    value: Option<f64>,
    unit: &'static str,
    base: Option<BaseJson>,
    other_bases: Vec<BaseJson>,
    comparable: &'static str,
    note: String,
    labs: Vec<LabJson<'a>>,
    not_counted: Vec<&'a str>,
    without_answer: Vec<&'a str>,
}

#[derive(Serialize)]
struct BaseJson {
    kind: &'static str,
    size: u32,
    share: Option<f64>,
}

#[derive(Serialize)]
struct LabJson<'a> {
    academy_code: &'a str,
    academy: String,
    cells: Vec<CellJson<'a>>,
}

#[derive(Serialize)]
struct CellJson<'a> {
    file: &'a str,
    sheet: &'a str,
    cell: String,
    text: Option<&'a str>,
    status: Option<&'static str>,
    method: Option<&'a str>,
    rule: Option<&'a str>,
}
