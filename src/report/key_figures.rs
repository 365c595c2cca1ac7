//! The first section: the year in a few numbers, and what the figures say in a sentence each.

use super::document::{Block, KeyFigure, Section};
use super::terms::ranked;
use super::words::Desk;
use crate::census::Edition;
use crate::codebook::{Declared, Kind, Question};
use crate::indicators::Figure;
use crate::locale::Gender;

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>, edition: &Edition) -> Section {
    let mut figures = Vec::new();
    let mut add = |figure: Option<&Figure>, key: &str| {
        let figure = figure?;
        let mut args = desk.counted(("n", "n_words"), figure.count(), Gender::Feminine).to_vec();
        args.push(("base", figure.base.map_or(0, |base| base.size).to_string().into()));
        figures.push(KeyFigure { shown: desk.shown(figure), label: desk.with(key, &args) });
        Some(())
    };
    add(desk.registry.get("base", "known_labs"), "key-known");
    add(desk.registry.get("response_known", "received"), "key-received");
    add(highest(desk), "key-highest");
    add(desk.registry.get("team", "people_total"), "key-people");
    add(desk.registry.get("sessions", "total"), "key-sessions");
    add(desk.registry.get("projects", "total"), "key-projects");
    add(desk.registry.get("labs_day", "participants"), "key-labs-day");
    figures.extend(declared(desk, edition));
    let mut blocks = vec![Block::KeyFigures(figures)];
    blocks.extend(findings(desk).into_iter().map(Block::Paragraph));
    Section {
        id: "key-figures".to_owned(),
        title: desk.text("section-key-figures"),
        sheet: desk.text("sheet-key-figures"),
        blocks,
    }
}

/// What the edition file declares, marked as declared.
fn declared(desk: &Desk<'_>, edition: &Edition) -> Vec<KeyFigure> {
    let one = |declared: &Declared| {
        let figure = desk.registry.get("declared", &declared.figure)?;
        let args = [
            ("label", desk.pick(&declared.label).to_owned().into()),
            ("source", desk.pick(&declared.source).to_owned().into()),
        ];
        Some(KeyFigure { shown: desk.shown(figure), label: desk.with("key-declared", &args) })
    };
    edition.file.declared.iter().filter_map(one).collect()
}

/// The figure of the highest step of the first ladder.
fn highest<'a>(desk: &'a Desk<'_>) -> Option<&'a Figure> {
    let question = desk.codebook.questionnaire.of_kind(Kind::Single).next()?;
    let steps = ranked(desk, question).into_iter();
    steps.max_by_key(|(term, _)| term.rank).map(|(_, figure)| figure)
}

/// One sentence for each question with a vocabulary: its most frequent answers, with count and base.
fn findings(desk: &Desk<'_>) -> Vec<String> {
    let asked = |question: &&Question| matches!(question.kind, Kind::Single | Kind::Multiple);
    desk.codebook
        .questionnaire
        .questions
        .iter()
        .filter(asked)
        .filter_map(|question| finding(desk, question))
        .collect()
}

fn finding(desk: &Desk<'_>, question: &Question) -> Option<String> {
    let mut rows = ranked(desk, question);
    if question.kind == Kind::Multiple {
        let least = rows.get(2).or(rows.last()).map(|(_, figure)| figure.count())?;
        rows.retain(|(_, figure)| figure.count() >= least.max(1));
        rows.truncate(4);
    } else {
        rows.retain(|(_, figure)| figure.count() > 0);
        rows.reverse();
    }
    let base = rows.first()?.1.base?.size;
    let part = |(term, figure): &super::terms::Ranked<'_>| {
        let label = desk.pick(&term.label);
        let args = [("answer", label.to_owned().into()), ("count", desk.shown(figure).text.into())];
        desk.with("finding-part", &args)
    };
    let list = rows.iter().map(part).collect::<Vec<_>>().join(&desk.text("list-separator"));
    let mut args = desk.counted(("n", "n_words"), base, Gender::Masculine).to_vec();
    args.extend([
        ("question", desk.pick(&question.label).to_owned().into()),
        ("base", base.to_string().into()),
        ("list", list.into()),
    ]);
    let key = if question.kind == Kind::Single { "finding-single" } else { "finding-multiple" };
    Some(desk.with(key, &args))
}
