//! A lab beside itself a year ago, beside the others, and along its years.

use super::document::{Cell, Table};
use super::labs;
use super::words::Desk;
use crate::census::{Lab, ResponseState, Series};
use crate::codebook::{Kind, Question};
use crate::indicators::Figure;
use crate::locale::{Gender, capitalised};

/// « En 2019 : en préfiguration », when there was an edition before.
pub(super) fn previous(
    desk: &Desk<'_>,
    lab: &Lab,
    series: &Series,
    question: &Question,
) -> Option<String> {
    let earlier = series.previous()?;
    let answer = labs::before(desk, lab, earlier, question);
    let args = [("before", earlier.year().to_string().into()), ("answer", answer.into())];
    Some(desk.with("fiche-previous", &args))
}

/// How many labs answered the same, with the base.
pub(super) fn reference(desk: &Desk<'_>, lab: &Lab, question: &Question) -> Option<String> {
    match question.kind {
        Kind::Launch => launch(desk, lab),
        Kind::Team => team(desk, lab),
        _ => terms(desk, lab, question),
    }
}

fn terms(desk: &Desk<'_>, lab: &Lab, question: &Question) -> Option<String> {
    let named = lab.terms(&question.id);
    let vocabulary = desk.codebook.vocabulary(&question.id)?;
    let figures: Vec<(&crate::codebook::Term, &Figure)> = vocabulary
        .terms
        .iter()
        .filter(|term| named.contains(&term.id))
        .filter_map(|term| Some((term, desk.registry.get(question.id.as_str(), term.id.as_str())?)))
        .collect();
    let base = figures.first()?.1.base?.size;
    let part = |(term, figure): &(&crate::codebook::Term, &Figure)| {
        let label = desk.pick(term.short.as_ref().unwrap_or(&term.label)).to_owned();
        let args = [("answer", label.into()), ("count", desk.shown(figure).text.into())];
        desk.with("finding-part", &args)
    };
    let list = figures.iter().map(part).collect::<Vec<_>>().join(&desk.text("list-separator"));
    let mut args = desk.counted(("n", "n_words"), base, Gender::Masculine).to_vec();
    args.extend([("list", list.into()), ("base", base.to_string().into())]);
    if let (Kind::Single, [(_, figure)]) = (question.kind, figures.as_slice()) {
        args.extend(desk.counted(("labs", "labs_words"), figure.count(), Gender::Masculine));
        args.push(("count", desk.shown(figure).text.into()));
        return Some(desk.with("fiche-reference-same", &args));
    }
    Some(desk.with("fiche-reference", &args))
}

fn launch(desk: &Desk<'_>, lab: &Lab) -> Option<String> {
    let launch = lab.launch()?;
    let year = launch.period.year().to_string();
    let planned = launch.kind == crate::model::LaunchKind::Planned;
    let category = if planned { format!("{year}_planned") } else { year.clone() };
    let figure = desk.registry.get("launches", &category)?;
    let mut args = desk.counted(("n", "n_words"), figure.count(), Gender::Masculine).to_vec();
    args.extend([
        ("count", desk.shown(figure).text.into()),
        ("launch_year", year.into()),
        ("base", figure.base?.size.to_string().into()),
    ]);
    let key = if planned { "fiche-reference-planned" } else { "fiche-reference-launch" };
    Some(desk.with(key, &args))
}

fn team(desk: &Desk<'_>, lab: &Lab) -> Option<String> {
    lab.team()?.people?;
    let median = desk.registry.get("team", "people_median").filter(|one| one.value.is_some())?;
    let labs = desk.registry.get("team", "people_labs")?;
    let mut args = desk.counted(("n", "n_words"), labs.count(), Gender::Masculine).to_vec();
    args.extend([("median", desk.digits(Some(median))), ("count", desk.digits(Some(labs)))]);
    Some(desk.with("fiche-reference-team", &args))
}

/// The lab's years: whether it answered, and what it said of its stage, themes and services.
pub(super) fn path(desk: &Desk<'_>, lab: &Lab, series: &Series) -> Option<Table> {
    if series.earlier().is_empty() {
        return None;
    }
    let questions = &desk.codebook.questionnaire.questions;
    let asked: Vec<&Question> =
        questions.iter().filter(|one| matches!(one.kind, Kind::Single | Kind::Multiple)).collect();
    let mut columns = vec![desk.words("column-year"), desk.words("column-response")];
    columns.extend(asked.iter().map(|question| super::document::Column {
        title: desk.pick(&question.label).to_owned(),
        align: super::document::Align::Left,
    }));
    let rows = series.iter().map(|edition| {
        let year = Cell::Ordinal(u32::from(edition.year().get()));
        let known = edition.lab(&lab.body.code);
        let state = match known.map(|one| one.response) {
            Some(ResponseState::Received) => "response-received",
            Some(ResponseState::KnownSilent) => "response-known-silent",
            Some(ResponseState::None) => "standing-nothing",
            None => "standing-absent",
        };
        let answers = asked.iter().map(|question| {
            let text = known.and_then(|one| labs::text(desk, one, question));
            text.map_or(Cell::Empty, |text| Cell::Text(capitalised(&text)))
        });
        [year, Cell::Text(capitalised(&desk.text(state)))].into_iter().chain(answers).collect()
    });
    Some(Table {
        id: format!("path-{}", lab.body.code),
        caption: desk.text("table-fiche-path"),
        columns,
        rows: rows.collect(),
        source: Some(desk.source()),
    })
}
