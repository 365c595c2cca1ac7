//! A comparison asked for by itself: some years of a question, or the path of some labs with the national reference.
//!
//! Its numbers are those of the reports' registry, as the edition of the last year asked has them.

mod labs;

use super::build::{self, Inputs, reading_note};
use super::document::{Align, Block, Cell, Column, Report, Section, Table};
use super::passages::told;
use super::words::Desk;
use crate::codebook::{Crosswalk, Kind, Line, LineKind, Question};
use crate::indicators::{Comparable, Figure};
use crate::locale::{Arg, Locale, capitalised};
use crate::model::{AcademyCode, CensusYear};

/// What is compared.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// The first year that is shown.
    pub from: CensusYear,
    /// The labs whose path is shown, by the codes that their bodies have now; none for the census as a whole.
    pub labs: Vec<AcademyCode>,
    /// The only question that is shown; all of them when none is chosen.
    pub question: Option<&'a Question>,
}

/// Builds the comparison, up to the year of the edition, as a report of its own.
pub fn compare(inputs: &Inputs<'_>, choice: &Choice<'_>, locale: &Locale) -> Report {
    let bounds = super::bounds::Bounds::of(inputs.edition, inputs.fiches);
    let desk = Desk { locale, codebook: inputs.codebook, registry: inputs.registry, bounds };
    let years: Vec<CensusYear> =
        inputs.series.years().into_iter().filter(|year| *year >= choice.from).collect();
    let beside = Beside { desk: &desk, inputs, years };
    let mut sections = Vec::new();
    if !choice.labs.is_empty() {
        sections.extend(labs::sections(&beside, choice));
    }
    if choice.labs.is_empty() || choice.question.is_some() {
        sections.extend(beside.national(choice.question));
    }
    let args = beside.args();
    Report {
        title: desk.with("compare-title", &args),
        subtitle: desk.with("compare-subtitle", &args),
        sections,
        ..build::empty(&desk, inputs)
    }
}

/// What every table of the comparison reads.
struct Beside<'a> {
    desk: &'a Desk<'a>,
    inputs: &'a Inputs<'a>,
    years: Vec<CensusYear>,
}

impl<'a> Beside<'a> {
    fn last(&self) -> CensusYear {
        self.inputs.edition.year()
    }

    fn args(&self) -> Vec<Arg<'static>> {
        let first = self.years.first().copied().unwrap_or_else(|| self.last());
        vec![("first", first.to_string().into()), ("last", self.last().to_string().into())]
    }

    /// The questions that have figures over the years, or the one that is asked for.
    fn national(&self, asked: Option<&Question>) -> Vec<Section> {
        let questions = &self.desk.codebook.questionnaire.questions;
        let shown = questions.iter().filter(|one| asked.is_none_or(|asked| asked.id == one.id));
        let mut sections = Vec::new();
        if asked.is_none() {
            sections.push(self.response());
        }
        for question in shown {
            match question.kind {
                Kind::Single | Kind::Multiple => sections.push(self.options(question)),
                Kind::Launch => sections.push(self.measures(question, &["launches_cumulated."])),
                Kind::Team => sections.push(self.measures(question, &TEAM)),
                Kind::Academy | Kind::Text | Kind::List if asked.is_some() => {
                    let text = self.desk.text("compare-free-text");
                    sections.push(self.section(question, vec![Block::Paragraph(text)]));
                }
                _ => {}
            }
        }
        sections
    }

    fn section(&self, question: &Question, blocks: Vec<Block>) -> Section {
        let title = self.desk.pick(&question.label).to_owned();
        Section { id: question.id.to_string(), sheet: title.clone(), title, blocks }
    }

    /// A figure of a year, out of those that look back; of a first edition, its own.
    fn by_year(&self, question: &Question, year: CensusYear, id: &str) -> Option<&'a Figure> {
        let registry = self.inputs.registry;
        let own = || registry.get(question.id.as_str(), id).filter(|_| year == self.last());
        registry.get(&format!("{}_by_year", question.id), &format!("{year}.{id}")).or_else(own)
    }

    /// Each year has its count and its share.
    fn year_columns(&self, first: Column) -> Vec<Column> {
        let mut columns = vec![first];
        for year in &self.years {
            let share = [("of", year.to_string().into())];
            columns.push(right(year.to_string()));
            columns.push(right(self.desk.with("compare-column-share", &share)));
        }
        columns
    }

    fn response(&self) -> Section {
        let desk = self.desk;
        let figure = |year: &CensusYear, name: &str| {
            self.inputs.registry.get("response_by_year", &format!("{year}.{name}"))
        };
        let row = |name: &str, key: &str| {
            let pair = |year: &CensusYear| {
                let found = figure(year, name);
                [desk.base(found), desk.share(found)]
            };
            let first = Cell::Text(desk.text(key));
            std::iter::once(first).chain(self.years.iter().flat_map(pair)).collect()
        };
        let received = |year: &CensusYear| [desk.number(figure(year, "received")), blank()];
        let first = Cell::Text(desk.text("column-received"));
        let rows = vec![
            std::iter::once(first).chain(self.years.iter().flat_map(received)).collect(),
            row("received_known", "compare-of-known"),
            row("received", "compare-of-members"),
        ];
        let title = desk.text("compare-response");
        Section {
            id: "response".to_owned(),
            sheet: title.clone(),
            blocks: vec![Block::Table(Table {
                id: "response".to_owned(),
                caption: desk.text("table-trend-response"),
                columns: self.year_columns(desk.words("column-answer")),
                rows,
                source: Some(desk.source()),
            })],
            title,
        }
    }

    /// The options of a question, year by year, with what keeps the years from comparing.
    fn options(&self, question: &Question) -> Section {
        let desk = self.desk;
        let all = self.inputs.series.years();
        let crosswalk = Crosswalk::build(desk.codebook, question, &all);
        let mut columns = self.year_columns(desk.words("column-answer"));
        columns.push(desk.words("column-comparable"));
        let answered = |year: &CensusYear| {
            [desk.number(self.by_year(question, *year, "respondents")), blank()]
        };
        let base = Cell::Text(desk.text("column-base-question"));
        let whole: Vec<Cell> = std::iter::once(base)
            .chain(self.years.iter().flat_map(answered))
            .chain([blank()])
            .collect();
        let mut rows = vec![whole];
        rows.extend(crosswalk.lines.iter().filter_map(|line| self.option(question, line)));
        let mut blocks = vec![Block::Table(Table {
            id: question.id.to_string(),
            caption: desk.with(
                "compare-table",
                &[("question", desk.pick(&question.label).to_owned().into())],
            ),
            columns,
            rows,
            source: Some(desk.source()),
        })];
        let passages = told(desk, &crosswalk, &self.years);
        blocks.extend(passages.into_iter().map(Block::Paragraph));
        blocks.push(reading_note(desk.with("compare-reading", &self.args())));
        self.section(question, blocks)
    }

    /// The row of an option; none for one that no shown year asked.
    fn option(&self, question: &Question, line: &Line) -> Option<Vec<Cell>> {
        let desk = self.desk;
        let figures: Vec<Option<&Figure>> =
            self.years.iter().map(|year| self.by_year(question, *year, &line.id)).collect();
        let mut all = figures.iter().flatten();
        let counted = || figures.iter().flatten().any(|figure| figure.count() > 0);
        // A state outside the ladder is worth a row when a lab was in it.
        let on_ladder =
            |term| desk.codebook.term(&question.id, term).is_some_and(|one| one.rank.is_some());
        let expected = question.kind == Kind::Multiple || line.terms.iter().any(on_ladder);
        if !all.any(|figure| figure.value.is_some()) || !(expected || counted()) {
            return None;
        }
        let label =
            |term| Some(desk.pick(&desk.codebook.term(&question.id, term)?.label).to_owned());
        let labels: Vec<String> = line.terms.iter().filter_map(label).collect();
        let mut row = vec![Cell::Text(capitalised(&labels.join(&desk.text("trend-or"))))];
        for figure in &figures {
            match figure.filter(|one| one.value.is_some()) {
                Some(found) => row.extend([desk.number(Some(found)), desk.share(Some(found))]),
                None => row.extend([Cell::Text(desk.text("trend-not-asked")), blank()]),
            }
        }
        let retired = line.kind == LineKind::Retired;
        row.push(Cell::Text(if retired {
            desk.text("compare-retired")
        } else {
            self.comparability(&figures)
        }));
        Some(row)
    }

    /// « oui », or the years that compare with the last one only in part, or not at all.
    fn comparability(&self, figures: &[Option<&Figure>]) -> String {
        let desk = self.desk;
        let years = |wanted: Comparable| {
            let of = |(year, figure): (&CensusYear, Option<&Figure>)| {
                let found = figure.filter(|one| one.value.is_some())?;
                (found.comparable == wanted).then(|| year.to_string())
            };
            let pairs = self.years.iter().zip(figures.iter().copied());
            pairs.filter_map(of).collect::<Vec<_>>()
        };
        let part = |wanted: Comparable| {
            let years = years(wanted);
            let word = desk.text(&format!("comparable-{}", wanted.as_str()));
            let args = [("word", word.into()), ("years", years.join(", ").into())];
            (!years.is_empty()).then(|| desk.with("compare-comparable", &args))
        };
        let parts: Vec<String> =
            [Comparable::No, Comparable::Partly].into_iter().filter_map(part).collect();
        if parts.is_empty() { desk.text("comparable-yes") } else { parts.join(" ; ") }
    }

    /// Measures by year: launches, teams.
    fn measures(&self, question: &Question, names: &[&str]) -> Section {
        let desk = self.desk;
        let mut columns = vec![desk.words("compare-column-measure")];
        columns.extend(self.years.iter().map(|year| right(year.to_string())));
        let row = |name: &&str| {
            let (indicator, rest) = name.split_once('.').unwrap_or((name, ""));
            let figure = |year: &CensusYear| {
                let category =
                    if rest.is_empty() { year.to_string() } else { format!("{year}.{rest}") };
                self.inputs.registry.get(indicator, &category)
            };
            let key = format!("compare-{}", name.trim_end_matches('.').replace(['.', '_'], "-"));
            let cells = self.years.iter().map(|year| desk.number(figure(year)));
            std::iter::once(Cell::Text(desk.text(&key))).chain(cells).collect()
        };
        let table = Table {
            id: question.id.to_string(),
            caption: desk.with(
                "compare-table",
                &[("question", desk.pick(&question.label).to_owned().into())],
            ),
            columns,
            rows: names.iter().map(row).collect(),
            source: Some(desk.source()),
        };
        let mut blocks = vec![Block::Table(table)];
        let all = self.inputs.series.years();
        let whole = Crosswalk::build_whole(desk.codebook, question, &all);
        let hidden = all.len() - self.years.len();
        let notes = whole.iter().skip(hidden).flat_map(|point| &point.notes);
        blocks.extend(
            notes
                .map(|note| desk.pick(note).to_owned())
                .filter(|text| !text.is_empty())
                .map(Block::Paragraph),
        );
        self.section(question, blocks)
    }
}

const TEAM: [&str; 5] = [
    "team_by_year.people_labs",
    "team_by_year.people_median",
    "team_by_year.people_total",
    "team_by_year.fte_labs",
    "team_by_year.fte_total",
];

/// Nothing to say, which is not « n.d. ».
fn blank() -> Cell {
    Cell::Text(String::new())
}

fn right(title: String) -> Column {
    Column { title, align: Align::Right }
}
