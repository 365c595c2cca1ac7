//! The section of the years side by side: each question year by year, who moved on the ladder, who answered.
//!
//! Every number is a figure of the trends; years that do not compare are cut from one another, and the cut is said.

use super::build::reading_note;
use super::document::{Align, Block, Cell, ChartBlock, Column, Section, Series as Drawn, Table};
use super::words::Desk;
use crate::census::Series;
use crate::chart::{
    ChartKind, ChartSpec, Level, Link, Panel, PanelYear, Role, SmallMultiples, StackedYears,
    YearColumn,
};
use crate::codebook::{Kind, Question, Term, Vocabulary};
use crate::indicators::{Comparable, Figure};
use crate::locale::{Arg, Gender, capitalised};
use crate::model::CensusYear;

/// The ladder along the years, and who moved on it; none without an earlier edition or a ladder.
pub(super) fn section(desk: &Desk<'_>, series: &Series) -> Option<Section> {
    let years = series.years();
    let question = desk.codebook.questionnaire.of_kind(Kind::Single).next()?;
    if years.len() < 2 {
        return None;
    }
    let known = known(desk, question);
    let mut blocks = Timeline { desk, question, known: &known, years: &years }.ladder();
    blocks.extend(super::crossings::transitions(desk, question, &years));
    (!blocks.is_empty()).then(|| {
        blocks.insert(0, Block::Paragraph(desk.text("series-sentence")));
        blocks.push(reading_note(desk.text("reading-series")));
        let args = [("question", desk.pick(&question.label).to_owned().into())];
        Section {
            id: "series".to_owned(),
            title: desk.with("section-trend", &args),
            sheet: desk.with("sheet-trend", &args),
            blocks,
        }
    })
}

/// The options of a question along some years, each in a panel of its own; `table` holds the years after its labels.
pub(super) fn options(
    desk: &Desk<'_>,
    question: &Question,
    years: &[CensusYear],
    table: &str,
) -> Option<Block> {
    let known = known(desk, question);
    Timeline { desk, question, known: &known, years }.options(table)
}

/// The options of any edition, retired ones included.
fn known(desk: &Desk<'_>, question: &Question) -> Vec<Term> {
    let asked = desk.codebook.vocabulary(&question.id);
    asked.map(Vocabulary::understood).map(|known| known.terms).unwrap_or_default()
}

/// A question along the years.
struct Timeline<'a> {
    desk: &'a Desk<'a>,
    question: &'a Question,
    /// The options of any edition, retired ones included.
    known: &'a [Term],
    years: &'a [CensusYear],
}

impl<'a> Timeline<'a> {
    fn figure(&self, year: CensusYear, term: &str) -> Option<&'a Figure> {
        let indicator = format!("{}_by_year", self.question.id);
        self.desk.registry.get(&indicator, &format!("{year}.{term}"))
    }

    /// The terms that a figure of some year counts; a state outside the ladder only when a lab was in it.
    fn terms(&self) -> Vec<&'a Term> {
        let outside = |term: &Term| self.question.kind == Kind::Single && term.rank.is_none();
        let known = |term: &&Term| {
            let figures = self.years.iter().map(|year| self.figure(*year, term.id.as_str()));
            let mut figures = figures.flatten();
            figures.any(|figure| figure.count() > 0 || !outside(term))
        };
        self.known.iter().filter(known).collect()
    }

    /// What a year's counts are out of.
    fn base(&self, year: CensusYear) -> Option<&'a Figure> {
        self.figure(year, "respondents")
    }

    fn id(&self) -> String {
        format!("{}_by_year", self.question.id)
    }

    fn label(&self, term: &Term) -> String {
        capitalised(self.desk.pick(&term.label))
    }

    /// Levels stacked year after year.
    fn ladder(&self) -> Vec<Block> {
        let mut terms = self.terms();
        terms.sort_by_key(|term| (term.rank.is_none(), term.rank));
        let asked: Vec<CensusYear> =
            self.years.iter().copied().filter(|year| self.base(*year).is_some()).collect();
        let Some(highest) =
            terms.iter().filter(|term| term.rank.is_some()).max_by_key(|term| term.rank)
        else {
            return Vec::new();
        };
        if asked.len() < 2 {
            return Vec::new();
        }
        let level = |term: &&Term| Level {
            label: self.label(term),
            role: if term.rank.is_some() { Role::Answer } else { Role::Silent },
            sign: String::new(),
        };
        let column = |year: &CensusYear| {
            let counts: Vec<u32> = terms
                .iter()
                .map(|term| self.figure(*year, term.id.as_str()).map_or(0, Figure::count))
                .collect();
            YearColumn { label: year.to_string(), base: counts.iter().sum(), counts }
        };
        let kind = ChartKind::StackedYears(StackedYears {
            levels: terms.iter().map(level).collect(),
            years: asked.iter().map(column).collect(),
        });
        let mut columns = vec![self.desk.words("column-year")];
        columns.extend(terms.iter().map(|term| right(self.label(term))));
        columns.push(self.desk.numbers("column-base-question"));
        let row = |year: &CensusYear| {
            let counts =
                terms.iter().map(|term| self.desk.number(self.figure(*year, term.id.as_str())));
            std::iter::once(Cell::Ordinal(u32::from(year.get())))
                .chain(counts)
                .chain([self.desk.number(self.base(*year))])
                .collect()
        };
        let table = self.table(columns, asked.iter().map(row).collect());
        let drawn = (1..).zip(&terms);
        let drawn = drawn.map(|(column, term)| drawn_as(column, self.label(term))).collect();
        vec![self.chart(kind, (highest, "series-ladder"), (&self.id(), drawn)), Block::Table(table)]
    }

    /// A panel per option, the most frequent of the last year first.
    fn options(&self, table: &str) -> Option<Block> {
        let last = self.years.last().copied()?;
        let mut terms = self.terms();
        let count = |term: &Term| self.figure(last, term.id.as_str()).map_or(0, Figure::count);
        terms.sort_by_key(|term| std::cmp::Reverse(count(term)));
        let first = terms.first().copied()?;
        let panels: Vec<Panel> = terms.iter().map(|term| self.panel(term)).collect();
        let has = |link| panels.iter().any(|panel| panel.links.contains(&link));
        let absent = panels.iter().any(|panel| panel.counts.contains(&None));
        let note = |link, key| if has(link) { self.desk.text(key) } else { String::new() };
        let kind = ChartKind::SmallMultiples(SmallMultiples {
            years: self.years.iter().map(|year| self.panel_year(*year)).collect(),
            missing: self.desk.text("series-not-asked"),
            absent: if absent { self.desk.text("series-absent") } else { String::new() },
            cut: note(Link::Cut, "series-cut"),
            partly: note(Link::Partly, "series-partly"),
            panels,
        });
        let drawn = (1..).zip(self.years);
        let drawn = drawn.map(|(column, year)| drawn_as(column, year.to_string())).collect();
        Some(self.chart(kind, (first, "series-options"), (table, drawn)))
    }

    fn panel_year(&self, year: CensusYear) -> PanelYear {
        let base = self.base(year).map_or(0, Figure::count);
        let args = [("base", base.to_string().into())];
        PanelYear { label: year.to_string(), base, note: self.desk.with("series-out-of", &args) }
    }

    fn panel(&self, term: &Term) -> Panel {
        let figures: Vec<Option<&Figure>> =
            self.years.iter().map(|year| self.figure(*year, term.id.as_str())).collect();
        let counts = figures
            .iter()
            .map(|figure| figure.filter(|figure| figure.value.is_some()).map(Figure::count));
        let counts = counts.collect();
        let mut links = vec![Link::Same];
        links.extend(figures.windows(2).map(|pair| link(pair[0], pair[1])));
        Panel { label: self.label(term), counts, links }
    }

    fn table(&self, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
        let label = self.desk.pick(&self.question.label).to_owned();
        Table {
            id: self.id(),
            caption: self.desk.with("table-series", &[("question", label.into())]),
            columns,
            rows,
            source: Some(self.desk.source()),
        }
    }

    /// The chart, whose title says where an option was in the first year and where it is.
    fn chart(
        &self,
        kind: ChartKind,
        (term, key): (&Term, &str),
        (table, series): (&str, Vec<Drawn>),
    ) -> Block {
        let desk = self.desk;
        let id = term.id.as_str();
        let of = |year: &&CensusYear| {
            self.figure(**year, id)
                .is_some_and(|figure| figure.value.is_some() && figure.comparable != Comparable::No)
        };
        let last = self.years.last().copied();
        let first = self.years.iter().find(of).copied().filter(|year| Some(*year) != last);
        let count = |year: Option<CensusYear>| {
            year.and_then(|year| self.figure(year, id)).map_or(0, Figure::count)
        };
        let base = |year: Option<CensusYear>| {
            year.and_then(|year| self.base(year)).map_or(0, Figure::count)
        };
        let named =
            |year: Option<CensusYear>| year.map(|year| year.to_string()).unwrap_or_default();
        let label = desk.pick(term.short.as_ref().unwrap_or(&term.label)).to_owned();
        let mut args: Vec<Arg<'_>> =
            desk.counted(("n", "n_words"), count(last), Gender::Masculine).to_vec();
        args.extend(desk.counted(("m", "m_words"), count(first), Gender::Masculine));
        args.extend([
            ("answer", label.into()),
            ("question", desk.pick(&self.question.label).to_owned().into()),
            ("last", named(last).into()),
            ("first", named(first.or(self.years.first().copied())).into()),
            ("base", base(last).to_string().into()),
            ("first_base", base(first).to_string().into()),
        ]);
        let alone = if first.is_none() { "-alone" } else { "" };
        let own = desk.locale.find(&format!("{key}-title-{}{alone}", self.question.id), &args);
        let title = own.unwrap_or_else(|| desk.with(&format!("{key}-title{alone}"), &args));
        args.push(("list", self.spoken().into()));
        let spec = ChartSpec {
            id: self.id(),
            lang: desk.locale.lang.tag().to_owned(),
            title: capitalised(&title),
            subtitle: desk.with(&format!("{key}-subtitle"), &args),
            source: desk.source(),
            description: desk.with(&format!("{key}-description"), &args),
            kind,
        };
        Block::Chart(Box::new(ChartBlock { spec, table: table.to_owned(), categories: 0, series }))
    }

    /// First and last value of each option, for those who can't see the columns.
    fn spoken(&self) -> String {
        let part = |term: &&Term| {
            let shown = |year: &CensusYear| {
                let figure = self.figure(*year, term.id.as_str())?;
                figure.value.map(|_| (year.to_string(), self.desk.shown(figure).text))
            };
            let known: Vec<(String, String)> = self.years.iter().filter_map(shown).collect();
            let ((first, from), (last, to)) = (known.first()?, known.last()?);
            let args = [
                ("answer", self.label(term).into()),
                ("from", from.clone().into()),
                ("first", first.clone().into()),
                ("to", to.clone().into()),
                ("last", last.clone().into()),
            ];
            let key = if known.len() == 1 { "series-part-once" } else { "series-part" };
            Some(self.desk.with(key, &args))
        };
        let parts: Vec<String> = self.terms().iter().filter_map(part).collect();
        parts.join(&self.desk.text("map-separator"))
    }
}

/// Whether a year's figure can be read beside the one before it; both say how they compare with the last edition.
fn link(before: Option<&Figure>, after: Option<&Figure>) -> Link {
    let compares = |figure: Option<&Figure>| {
        figure.filter(|figure| figure.value.is_some()).map(|figure| figure.comparable)
    };
    match (compares(before), compares(after)) {
        (Some(Comparable::No), Some(Comparable::Yes | Comparable::Partly)) => Link::Cut,
        (Some(Comparable::Partly), Some(Comparable::Yes)) => Link::Partly,
        _ => Link::Same,
    }
}

fn right(title: String) -> Column {
    Column { title, align: Align::Right }
}

fn drawn_as(column: usize, name: String) -> Drawn {
    Drawn { column, name, outlined: false }
}
