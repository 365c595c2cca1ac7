//! An edition without the numbers of people that are too small to be published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answers::Answers;
use super::edition::Edition;
use super::lab::Lab;
use super::series::Series;
use crate::codebook::{Codebook, Kind};
use crate::diagnostic::Diagnostic;
use crate::model::{AcademyCode, CensusYear, Origin, QuestionId, Team};
use crate::normalise::{Answer, Value, team};

/// What stands in place of a number that is withheld.
pub const WITHHELD: &str = "n.d.";

/// The numbers of people that are not published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// The labs whose team's size is not, by edition.
    pub labs: BTreeSet<(CensusYear, AcademyCode)>,
    /// The smallest number of people that is published: an answer about a team whose words name fewer is not either.
    pub threshold: u32,
    /// The cells of registers that are not: register, row, column.
    pub rows: BTreeSet<(String, u32, String)>,
    /// The figures that are not, by id.
    pub figures: BTreeSet<String>,
}

impl Withheld {
    /// The editions without these numbers, nor the words that say them.
    #[must_use]
    pub fn masked(&self, series: &Series, codebook: &Codebook) -> Series {
        let last = self.masked_edition(series.last(), codebook, true);
        let earlier = series.earlier().iter();
        Series::new(last, earlier.map(|edition| self.masked_edition(edition, codebook, false)))
    }

    /// Takes the numbers out of what was noticed about their cells.
    pub fn clean(&self, diagnostics: &mut [Diagnostic], edition: &Edition, codebook: &Codebook) {
        let year = edition.year();
        let teams = teams(codebook);
        let of_lab = |lab: &Lab| {
            let hidden = self.hides_team(year, lab);
            let said = lab.answers.iter().filter(|answer| self.hides(answer, hidden, &teams));
            said.map(|answer| answer.origin).collect::<Vec<_>>()
        };
        let mut places: BTreeSet<Origin> = edition.labs.iter().flat_map(of_lab).collect();
        for (register, at, column) in &self.rows {
            let rows = edition.activity.rows(register).iter().filter(|row| row.row == *at);
            places.extend(rows.filter_map(|row| Some(row.cells.get(column)?.origin.clone())));
        }
        let at_place = |one: &&mut Diagnostic| {
            one.origin.as_ref().is_some_and(|origin| places.contains(origin))
        };
        for diagnostic in diagnostics.iter_mut().filter(at_place) {
            WITHHELD.clone_into(&mut diagnostic.text);
            for (_, fact) in &mut diagnostic.facts {
                WITHHELD.clone_into(fact);
            }
        }
    }

    fn hides_team(&self, year: CensusYear, lab: &Lab) -> bool {
        self.labs.contains(&(year, lab.body.code.clone()))
    }

    /// Whether the words of an answer are withheld: those about a team that is, or that name fewer people.
    fn hides(&self, answer: &Answer, hidden: bool, teams: &BTreeSet<&QuestionId>) -> bool {
        teams.contains(&answer.question)
            && (hidden || team::names_fewer(&answer.text, self.threshold))
    }

    fn masked_edition(
        &self,
        edition: &Arc<Edition>,
        codebook: &Codebook,
        last: bool,
    ) -> Arc<Edition> {
        let year = edition.year();
        let mut masked = Edition::clone(edition);
        let teams = teams(codebook);
        for lab in &mut masked.labs {
            let hidden = self.hides_team(year, lab);
            let is_hidden = |answer: &Answer| self.hides(answer, hidden, &teams);
            if !lab.answers.said().any(is_hidden) {
                continue;
            }
            let answers = lab.answers.iter().map(|answer| {
                let (item, origin) = (answer.item, answer.origin.clone());
                let own = Answer { item, origin, ..answer.said().clone() };
                if is_hidden(&own) { without_number(own, hidden) } else { own }
            });
            lab.answers = Answers::own(answers.collect());
        }
        self.clean(&mut masked.diagnostics, edition, codebook);
        if last {
            let mut columns: BTreeMap<&str, Vec<(u32, &str)>> = BTreeMap::new();
            for (register, row, column) in &self.rows {
                columns.entry(register).or_default().push((*row, column));
            }
            masked.activity.withhold(&columns, WITHHELD);
        }
        Arc::new(masked)
    }
}

/// The questions about the size of teams.
fn teams(codebook: &Codebook) -> BTreeSet<&QuestionId> {
    codebook.questionnaire.of_kind(Kind::Team).map(|question| &question.id).collect()
}

/// Takes the words out of an answer, and its numbers when they are withheld; the services that it names stay.
fn without_number(answer: Answer, hidden: bool) -> Answer {
    let value = match answer.value {
        Value::Team(team) if hidden => Value::team(Team { people: None, fte: None, ..*team }),
        value => value,
    };
    Answer { value, text: WITHHELD.into(), rule: "threshold".into(), ..answer }
}
