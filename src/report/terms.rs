//! The section of a question with a vocabulary: maturity, themes, services, and any other alike.

use super::build::reading_note;
use super::charts;
use super::document::{Block, Cell, Section, Table};
use super::words::Desk;
use crate::codebook::{Kind, Question, Term, Vocabulary};
use crate::indicators::Figure;
use crate::locale::{Gender, capitalised};

/// A term with its figure.
pub(super) type Ranked<'a> = (&'a Term, &'a Figure);

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>, question: &Question) -> Section {
    let rows = ranked(desk, question);
    let table_id = question.id.as_str().to_owned();
    let mut blocks = vec![Block::Paragraph(respondents(desk, question))];
    if rows.iter().any(|(_, figure)| figure.count() > 0) {
        blocks.push(charts::terms(desk, question, &rows, &table_id));
    }
    blocks.push(Block::Table(table(desk, question, &rows, table_id)));
    blocks.extend(example(desk, question, &rows));
    blocks.extend(undecided(desk, question));
    let title = desk.pick(&question.label).to_owned();
    Section { id: question.id.to_string(), sheet: title.clone(), title, blocks }
}

/// The terms in the order of the report: the scale's own for a single answer, else by count.
pub(super) fn ranked<'a>(desk: &'a Desk<'_>, question: &Question) -> Vec<Ranked<'a>> {
    let vocabulary = desk.codebook.vocabulary(&question.id);
    let terms = vocabulary.into_iter().flat_map(Vocabulary::known);
    let figure =
        |term: &'a Term| Some((term, desk.registry.get(question.id.as_str(), term.id.as_str())?));
    let mut rows: Vec<Ranked<'a>> = terms.filter_map(figure).collect();
    match question.kind {
        // A state outside the ladder is shown only when a lab is in it.
        Kind::Single => {
            rows.retain(|(term, figure)| term.rank.is_some() || figure.count() > 0);
            rows.sort_by_key(|(term, _)| term.rank.unwrap_or(u32::MAX));
        }
        _ => rows.sort_by_key(|(_, figure)| std::cmp::Reverse(figure.count())),
    }
    rows
}

fn respondents(desk: &Desk<'_>, question: &Question) -> String {
    let Some(figure) = desk.registry.get(question.id.as_str(), "respondents") else {
        return String::new();
    };
    let mut args = desk.counted(("n", "n_words"), figure.count(), Gender::Masculine).to_vec();
    args.push(("count", desk.shown(figure).text.into()));
    args.push(("base", figure.base.map_or(0, |base| base.size).to_string().into()));
    let several = if question.kind == Kind::Multiple {
        "question-respondents-multiple"
    } else {
        "question-respondents"
    };
    desk.with(several, &args)
}

fn table(desk: &Desk<'_>, question: &Question, rows: &[Ranked<'_>], id: String) -> Table {
    let label = desk.pick(&question.label);
    let row = |(term, figure): &Ranked<'_>| {
        let figure = Some(*figure);
        vec![
            Cell::Text(capitalised(desk.pick(&term.label))),
            desk.number(figure),
            desk.base(figure),
            desk.share(figure),
            Cell::Text(desk.names(figure)),
        ]
    };
    Table {
        id,
        caption: desk.with("table-terms", &[("question", label.into())]),
        columns: vec![
            desk.words("column-answer"),
            desk.numbers("column-labs"),
            desk.numbers("column-base-question"),
            desk.numbers("column-share"),
            desk.words("column-academies"),
        ],
        rows: rows.iter().map(row).collect(),
        source: Some(desk.source()),
    }
}

/// « Lecture », on the most frequent answer, with the other bases that the same count could have.
fn example(desk: &Desk<'_>, question: &Question, rows: &[Ranked<'_>]) -> Option<Block> {
    let (term, figure) = rows
        .iter()
        .max_by_key(|(_, figure)| figure.count())
        .filter(|(_, figure)| figure.count() > 0)?;
    let base = figure.base?;
    let mut args = desk.counted(("n", "n_words"), figure.count(), Gender::Masculine).to_vec();
    args.push(("count", desk.shown(figure).text.into()));
    args.push(("base", base.size.to_string().into()));
    args.push((
        "share",
        figure.share().map(|share| desk.locale.percent(share.get())).unwrap_or_default().into(),
    ));
    args.push(("answer", desk.pick(&term.label).to_owned().into()));
    let key = if question.kind == Kind::Single { "reading-single" } else { "reading-multiple" };
    Some(reading_note(desk.with(key, &args)))
}

fn undecided(desk: &Desk<'_>, question: &Question) -> Option<Block> {
    let figure =
        desk.registry.get(question.id.as_str(), "to_review").filter(|figure| figure.count() > 0)?;
    let mut args = desk.counted(("n", "n_words"), figure.count(), Gender::Masculine).to_vec();
    args.push(("names", desk.names(Some(figure)).into()));
    Some(Block::Note(super::NoteKind::Attention, desk.with("question-undecided", &args)))
}
