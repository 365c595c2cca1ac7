//! Counts of people below a threshold, withheld with what would give them away.
//!
//! Figures stay computed from everything; what is withheld has no value, so that every output says « n.d. », never 0.
//! A team's size is withheld with the smallest, median and largest team, and with the sums over the labs of two
//! years, each of which could single it out. Numbers of the registers are withheld by row.

mod group;

use std::collections::BTreeSet;

use self::group::{Group, is_small};
use super::figure::{FigureId, Unit};
use super::registry::{Entry, Registry};
use super::remark::Remark;
use crate::census::{Edition, Series, Withheld};
use crate::model::{CensusYear, People};
use crate::normalise::registers::RegisterRow;

/// The numbers of registers that count people, and the column whose terms name the figure of a row that is alone of its
/// kind; without one, the rows have a sum.
const COUNTED: [(&str, &str, Option<&str>); 4] = [
    ("sessions", "participants", None),
    ("events", "participants", Some("kind")),
    ("events", "newcomers", Some("kind")),
    ("local_labs", "members", None),
];

/// Withholds the figures about fewer people than a threshold, and says which numbers of labs and rows go with them.
///
/// Adds `withheld.threshold` (people) and `withheld.values`: how many numbers of labs, rows and figures are not shown.
pub fn withhold_small(registry: &mut Registry, series: &Series, threshold: u32) -> Withheld {
    let mut found = Found {
        threshold: f64::from(threshold),
        withheld: Withheld { threshold, ..Withheld::default() },
        figures: BTreeSet::new(),
    };
    for edition in series.iter() {
        found.teams(registry, edition);
    }
    for (register, column, by) in COUNTED {
        found.rows(registry, series.last(), (register, column, by));
    }
    let small = registry.figures().filter(|figure| {
        matches!(figure.unit, Unit::People | Unit::Fte)
            && figure.value.is_some_and(|value| is_small(value, found.threshold))
    });
    found.figures.extend(small.map(|figure| figure.id.clone()));
    let note = Remark::Message("remark-withheld", vec![("threshold", threshold.to_string())]);
    let mut count = found.withheld.labs.len();
    for id in &found.figures {
        if registry.withhold(id, &note) {
            found.withheld.figures.insert(id.to_string());
            count += 1;
        }
    }
    let entry = Entry::of("withheld", "threshold");
    registry.add(Entry { value: Some(found.threshold), unit: Unit::People, ..entry });
    let values = u32::try_from(count).unwrap_or(u32::MAX);
    let entry = Entry::of("withheld", "values");
    registry.add(Entry { value: Some(f64::from(values)), unit: Unit::Values, ..entry });
    found.withheld
}

struct Found {
    threshold: f64,
    withheld: Withheld,
    figures: BTreeSet<FigureId>,
}

impl Found {
    fn teams(&mut self, registry: &Registry, edition: &Edition) {
        let year = edition.year();
        for measure in ["people", "fte"] {
            let size = |lab: &crate::census::Lab| {
                let team = lab.team()?;
                match measure {
                    "people" => team.people.and_then(People::exact).map(f64::from),
                    _ => team.fte,
                }
            };
            let labs: Vec<_> = edition
                .labs
                .iter()
                .filter_map(|lab| Some((lab.body.code.clone(), size(lab)?)))
                .collect();
            let parts = labs.iter().map(|(_, size)| (*size, false)).collect();
            let verdict = Group { parts, threshold: self.threshold }.withheld();
            let hidden = labs.iter().zip(&verdict.parts).filter(|(_, hidden)| **hidden);
            let hidden: Vec<_> = hidden.map(|((code, _), _)| (year, code.clone())).collect();
            if !hidden.is_empty() {
                let of_year = registry.figures().filter(|figure| {
                    let sum = figure.category.ends_with("_total");
                    concerns(&figure.indicator, &figure.category, (measure, year), registry.year())
                        && (!sum || verdict.sum)
                });
                self.figures.extend(of_year.map(|figure| figure.id.clone()));
            }
            self.withheld.labs.extend(hidden);
        }
        // « Une petite dizaine » counts in no figure, and says as much.
        for lab in &edition.labs {
            let about = match lab.team().and_then(|team| team.people) {
                Some(People::About(people) | People::Between(people, _)) => f64::from(people),
                _ => 0.0,
            };
            if is_small(about, self.threshold) {
                self.withheld.labs.insert((year, lab.body.code.clone()));
            }
        }
    }

    fn rows(
        &mut self,
        registry: &Registry,
        edition: &Edition,
        (register, column, by): (&str, &str, Option<&str>),
    ) {
        let rows: Vec<&RegisterRow> = edition
            .activity
            .rows(register)
            .iter()
            .filter(|row| row.number(column).is_some())
            .collect();
        let year = registry.year();
        let together = if by.is_some() { 1 } else { rows.len().max(1) };
        for rows in rows.chunks(together) {
            let part = |row: &&RegisterRow| {
                let number = row.number(column).unwrap_or_default();
                // The newcomers among thirty-one leave the others to be counted.
                let others = row.number("participants").filter(|_| column == "newcomers");
                (number, others.is_some_and(|all| is_small(all - number, self.threshold)))
            };
            let parts = rows.iter().map(part).collect();
            let verdict = Group { parts, threshold: self.threshold }.withheld();
            for (row, _) in rows.iter().zip(&verdict.parts).filter(|(_, hidden)| **hidden) {
                let category = format!("{}_{column}", row.row);
                self.figures.insert(FigureId::new(year, &format!("{register}_row"), &category));
                self.withheld.rows.insert((register.to_owned(), row.row, column.to_owned()));
            }
            if verdict.sum {
                let kind = by.and_then(|by| rows.first()?.term(by));
                let indicator = kind.map_or(register, |kind| kind.as_str());
                self.figures.insert(FigureId::new(year, indicator, column));
            }
        }
    }
}

/// Whether a figure is about the teams of a year, in a measure, and not the count of labs that gave it.
fn concerns(
    indicator: &str,
    category: &str,
    (measure, year): (&str, CensusYear),
    own: CensusYear,
) -> bool {
    let (years, statistic) = category.split_once('.').unwrap_or(("", category));
    let Some(statistic) = statistic.strip_prefix(measure).and_then(|rest| rest.strip_prefix('_'))
    else {
        return false;
    };
    let year_text = year.to_string();
    match (indicator, statistic) {
        (_, "labs") => false,
        ("team", _) => year == own,
        ("team_by_year", _) => years == year_text,
        ("team_same_labs", "from") => years.starts_with(&format!("{year_text}-")),
        ("team_same_labs", _) => years.ends_with(&format!("-{year_text}")),
        _ => false,
    }
}
