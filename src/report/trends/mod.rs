//! The sections that look back: what changed, who moved, and each question over the years.
//!
//! The first edition of a census has none of them.

mod change;
mod options;
mod response;
mod stays;

use super::build::Inputs;
use super::document::{Cell, Section};
use super::words::Desk;
use crate::codebook::{Crosswalk, Kind, Line, Question, Shows};
use crate::indicators::Figure;
use crate::locale::capitalised;
use crate::model::CensusYear;

/// Most years that a table has columns for.
const MOST_YEARS: usize = 6;

/// Builds the sections, in order.
pub(super) fn sections(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    if let Some(look) = Look::of(desk, inputs) {
        sections.push(change::section(&look));
        // The ladder comes here unless the layout gives it a place of its own.
        let elsewhere = Shows::BuiltIn("series".to_owned());
        if !inputs.edition.layout.entries.iter().any(|entry| entry.shows == elsewhere) {
            sections.extend(super::series::section(desk, inputs.series));
        }
        let questions = &desk.codebook.questionnaire.questions;
        for question in questions.iter().filter(|question| question.vocabulary.is_some()) {
            match question.kind {
                Kind::Single => {
                    sections.extend(stays::section(&look, question));
                }
                Kind::Multiple => sections.push(options::section(&look, question)),
                _ => {}
            }
        }
        sections.push(response::section(&look));
        sections.push(response::bounds(&look));
    }
    sections
}

/// The sheet of every series, which only the workbook has room for.
pub(super) fn sheet(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Option<Section> {
    Look::of(desk, inputs).map(|look| options::series(&look))
}

/// What every section that looks back reads.
pub(super) struct Look<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) years: Vec<CensusYear>,
    pub(super) previous: CensusYear,
    pub(super) last: CensusYear,
}

impl<'a> Look<'a> {
    fn of(desk: &'a Desk<'a>, inputs: &'a Inputs<'a>) -> Option<Self> {
        let previous = inputs.series.previous()?.year();
        let (years, last) = (inputs.series.years(), inputs.edition.year());
        Some(Self { desk, inputs, years, previous, last })
    }

    /// The years that a table shows: the latest.
    pub(super) fn shown(&self) -> Vec<CensusYear> {
        self.years.iter().rev().take(MOST_YEARS).rev().copied().collect()
    }

    /// The pair of years, as figures name it.
    pub(super) fn pair(&self) -> String {
        format!("{}-{}", self.previous, self.last)
    }

    pub(super) fn figure(&self, indicator: &str, category: &str) -> Option<&'a Figure> {
        self.desk.registry.get(indicator, category)
    }

    /// A figure of a question's option in a year.
    pub(super) fn by_year(
        &self,
        question: &Question,
        year: CensusYear,
        id: &str,
    ) -> Option<&'a Figure> {
        self.figure(&format!("{}_by_year", question.id), &format!("{year}.{id}"))
    }

    /// A number, or that it was not asked.
    pub(super) fn cell(&self, figure: Option<&Figure>) -> Cell {
        match figure {
            Some(figure) if figure.value.is_none() => Cell::Text(self.desk.text("trend-not-asked")),
            other => self.desk.number(other),
        }
    }

    /// What a line follows, in words.
    pub(super) fn label(&self, question: &Question, line: &Line) -> String {
        let label = |term| {
            let term = self.desk.codebook.term(&question.id, term)?;
            Some(self.desk.pick(&term.label).to_owned())
        };
        let labels: Vec<String> = line.terms.iter().filter_map(label).collect();
        capitalised(&labels.join(&self.desk.text("trend-or")))
    }

    pub(super) fn crosswalk(&self, question: &Question) -> Crosswalk {
        Crosswalk::build(self.desk.codebook, question, &self.years)
    }
}
