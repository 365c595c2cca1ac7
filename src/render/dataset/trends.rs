//! The tables that look across the years: what each lab did between two of them, and the bodies of all of them.

use std::collections::BTreeMap;

use super::columns::{Column, Table};
use super::parts::Parts;
use crate::codebook::{Body, Kind};
use crate::indicators::{Move, Transition, transitions};
use crate::model::{AcademyCode, CensusYear};
use crate::render::Inputs;

/// Builds the tables.
pub(super) fn build<'a>(inputs: &'a Inputs<'a>) -> [Parts<'a>; 2] {
    let pairs = pairs(inputs);
    let pairs = if inputs.edition.is_large() {
        pairs.into_iter().map(|pair| vec![pair]).collect()
    } else {
        vec![pairs]
    };
    let count = pairs.len();
    let pair = move |at: usize| moves(inputs, pairs.get(at).map(Vec::as_slice).unwrap_or_default());
    [Parts::new(count, pair), Parts::whole(|| bodies(inputs))]
}

/// The pairs of years to compare, in order; of a large census those that end with the report's year.
fn pairs(inputs: &Inputs<'_>) -> Vec<(CensusYear, CensusYear)> {
    let years = inputs.series.years();
    let few = !inputs.edition.is_large();
    let pair = |from: &CensusYear| {
        let later = years.iter().filter(|to| *to > from && (few || Some(*to) == years.last()));
        later.map(|to| (*from, *to)).collect::<Vec<_>>()
    };
    years.iter().flat_map(pair).collect()
}

fn moves(inputs: &Inputs<'_>, pairs: &[(CensusYear, CensusYear)]) -> Table {
    let ladder = inputs.codebook.questionnaire.of_kind(Kind::Single).next();
    let rows: Vec<Transition> = ladder
        .into_iter()
        .flat_map(|question| {
            let between = |pair| transitions(inputs.series, inputs.codebook, question, pair);
            pairs.iter().copied().flat_map(between).collect::<Vec<_>>()
        })
        .collect();
    let text = |name, of: &dyn Fn(&Transition) -> String| Column::text(name, rows.iter().map(of));
    let year = |name, of: fn(&Transition) -> CensusYear| {
        Column::integer(name, rows.iter().map(move |row| Some(i64::from(of(row).get()))))
    };
    let term = |term: &Option<crate::model::TermId>| {
        term.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    Table {
        name: "transitions".into(),
        title: None,
        key: &["from_year", "to_year", "academy_code"],
        columns: vec![
            year("from_year", |row| row.from_year),
            year("to_year", |row| row.to_year),
            text("academy_code", &|row| row.academy.to_string())
                .refers_to("bodies", "academy_code"),
            text("academy", &|row| row.name.clone()),
            text("from_maturity", &|row| term(&row.from)),
            text("to_maturity", &|row| term(&row.to)),
            text("move", &|row| row.moved.map(|one| one.as_str().to_owned()).unwrap_or_default())
                .among(Move::ALL.map(Move::as_str)),
            text("merged_from", &|row| row.merged.join("|")),
        ],
    }
}

fn bodies(inputs: &Inputs<'_>) -> Table {
    let mut bodies: BTreeMap<&AcademyCode, &Body> = BTreeMap::new();
    for edition in inputs.series.iter() {
        bodies.extend(edition.labs.iter().map(|lab| (&lab.body.code, &*lab.body)));
    }
    // A body of a comparison may be one that no edition of the series had as a member.
    for body in inputs.codebook.register.bodies().iter().filter(|body| body.is_asked()) {
        bodies.entry(&body.code).or_insert(body);
    }
    let rows: Vec<&Body> = bodies.into_values().collect();
    let text =
        |name, of: &dyn Fn(&Body) -> String| Column::text(name, rows.iter().map(|body| of(body)));
    let date =
        |date: Option<chrono::NaiveDate>| date.map(|day| day.to_string()).unwrap_or_default();
    Table {
        name: "bodies".into(),
        title: None,
        key: &["academy_code"],
        columns: vec![
            text("academy_code", &|body| body.code.to_string()),
            text("academy", &|body| body.short_name.clone()),
            text("valid_from", &|body| date(body.valid_from)),
            text("valid_to", &|body| date(body.valid_to)),
            text("merged_into", &|body| {
                body.merged_into.as_ref().map(ToString::to_string).unwrap_or_default()
            }),
        ],
    }
}
