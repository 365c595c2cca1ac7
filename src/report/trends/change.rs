//! « Ce qui a changé »: the year before and this one, in words that come from the figures.

use super::super::bounds;
use super::super::build::reading_note;
use super::super::document::{Block, Cell, Section, Table};
use super::Look;
use crate::codebook::{Kind, LineKind, Question};
use crate::indicators::{Figure, Transition, transitions};
use crate::locale::{Arg, Gender, capitalised};

/// Builds the section.
pub(super) fn section(look: &Look<'_>) -> Section {
    let desk = look.desk;
    let mut blocks = vec![Block::Paragraph(response(look))];
    for question in &desk.codebook.questionnaire.questions {
        match question.kind {
            Kind::Single if question.vocabulary.is_some() => {
                blocks.extend(moves(look, question).map(Block::Paragraph));
                blocks.extend(table(look, question));
            }
            Kind::Multiple => blocks.extend(options(look, question).map(Block::Paragraph)),
            Kind::Team => blocks.extend(team(look).map(Block::Paragraph)),
            _ => {}
        }
    }
    blocks.extend(not_comparable(look));
    blocks.push(reading_note(desk.with("change-reading", &years(look))));
    Section {
        id: "changes".to_owned(),
        title: desk.with("section-changes", &years(look)),
        sheet: desk.text("sheet-changes"),
        blocks,
    }
}

fn years(look: &Look<'_>) -> Vec<Arg<'static>> {
    vec![("before", look.previous.to_string().into()), ("year", look.last.to_string().into())]
}

/// How many answered, then and now, and the bases that the sentences below have.
fn response(look: &Look<'_>) -> String {
    let received = |year| look.figure("response_by_year", &format!("{year}.received"));
    let (then, now) = (received(look.previous), received(look.last));
    let mut args = years(look);
    let count = now.map_or(0, Figure::count);
    args.extend(look.desk.counted(("n", "n_words"), count, Gender::Masculine));
    args.push(("then", look.desk.digits(then)));
    args.push(("now", look.desk.digits(now)));
    for (name, figure) in [("base_then", then), ("base_now", now)] {
        let base = figure.and_then(|figure| figure.base).map_or(0, |base| base.size);
        args.push((name, base.to_string().into()));
    }
    let same = look.figure("response_same_members", &format!("{}.received", look.last));
    let before = look.figure("response_same_members", &format!("{}.received", look.previous));
    args.push(("same_then", look.desk.digits(before)));
    args.push(("same_now", look.desk.digits(same)));
    let base = same.and_then(|figure| figure.base).map_or(0, |base| base.size);
    args.push(("same_base", base.to_string().into()));
    look.desk.with("change-response", &args)
}

/// Who moved on a ladder.
fn moves(look: &Look<'_>, question: &Question) -> Option<String> {
    let indicator = format!("{}_moves", question.id);
    let figure = |name: &str| look.figure(&indicator, &format!("{}.{name}", look.pair()));
    let both = figure("same")?.base?.size;
    let mut sentences = Vec::new();
    let mut args = years(look);
    args.extend(look.desk.counted(("n", "n_words"), both, Gender::Masculine));
    sentences.push(capitalised(&look.desk.with("change-moves", &args)));
    for name in ["forward", "same", "back", "entered", "silent", "left"] {
        let Some(found) = figure(name).filter(|figure| figure.count() > 0) else { continue };
        let mut args = years(look);
        args.extend(look.desk.counted(("n", "n_words"), found.count(), Gender::Masculine));
        args.push(("names", look.desk.names(Some(found)).into()));
        sentences.push(capitalised(&look.desk.with(&format!("change-{name}"), &args)));
    }
    Some(sentences.join(" "))
}

/// The options that changed most among the labs that answered both years.
fn options(look: &Look<'_>, question: &Question) -> Option<String> {
    let desk = look.desk;
    let same = format!("{}_same_labs", question.id);
    let base = look.figure(&same, &format!("{}.labs", look.pair()))?.count();
    let crosswalk = look.crosswalk(question);
    let value = |year, id: &str| {
        look.figure(&same, &format!("{}.{year}.{id}", look.pair())).map(Figure::count)
    };
    let mut changes: Vec<(i64, String)> = Vec::new();
    for line in crosswalk.lines.iter().filter(|line| line.kind != LineKind::Retired) {
        let values = (value(look.previous, &line.id), value(look.last, &line.id));
        let (Some(then), Some(now)) = values else { continue };
        let mut args = years(look);
        args.push(("option", look.label(question, line).into()));
        args.push(("then", then.to_string().into()));
        args.push(("now", now.to_string().into()));
        changes.push((i64::from(now) - i64::from(then), desk.with("change-option", &args)));
    }
    let mut sentences = Vec::new();
    let mut args = years(look);
    args.extend(desk.counted(("n", "n_words"), base, Gender::Masculine));
    args.push(("question", desk.pick(&question.label).to_owned().into()));
    sentences.push(desk.with("change-options", &args));
    for (key, sign) in [("change-up", 1), ("change-down", -1)] {
        let mut moved: Vec<&(i64, String)> =
            changes.iter().filter(|(change, _)| change.signum() == sign).collect();
        moved.sort_by_key(|(change, _)| std::cmp::Reverse(change.abs()));
        moved.truncate(3);
        if moved.is_empty() {
            continue;
        }
        let list: Vec<&str> = moved.iter().map(|(_, text)| text.as_str()).collect();
        let list = list.join(&desk.text("trend-list"));
        sentences.push(desk.with(key, &[("list", list.into())]));
    }
    if sentences.len() == 1 {
        sentences.push(desk.text("change-none"));
    }
    Some(sentences.join(" "))
}

/// Teams of the labs that gave their number both years.
fn team(look: &Look<'_>) -> Option<String> {
    let figure =
        |name: &str| look.figure("team_same_labs", &format!("{}.people_{name}", look.pair()));
    let labs = figure("labs").filter(|labs| labs.count() > 0)?;
    let mut args = years(look);
    args.extend(look.desk.counted(("n", "n_words"), labs.count(), Gender::Masculine));
    let given = |name: &str| figure(name).filter(|sum| sum.value.is_some());
    // Withheld, or not: half of it says nothing.
    let (then, now) = (given("from")?, given("to")?);
    args.push(("then", look.desk.digits(Some(then))));
    args.push(("now", look.desk.digits(Some(now))));
    Some(look.desk.with("change-team", &args))
}

/// What the team says of the passages from the year before, each in its own line.
fn not_comparable(look: &Look<'_>) -> Vec<Block> {
    let desk = look.desk;
    let mut reasons: Vec<String> = Vec::new();
    for passage in desk.codebook.passages.iter() {
        let between = passage.from_year >= look.previous && passage.to_year <= look.last;
        let text = desk.pick(&passage.note).to_owned();
        let free = passage.comparable == crate::indicators::Comparable::Yes;
        if between && !free && !text.is_empty() && !reasons.contains(&text) {
            reasons.push(text);
        }
    }
    if reasons.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Paragraph(desk.with("change-not-comparable", &years(look)))];
    blocks.extend(reasons.into_iter().map(Block::Paragraph));
    blocks
}

/// What each lab said then and says now.
fn table(look: &Look<'_>, question: &Question) -> Vec<Block> {
    let desk = look.desk;
    let mut rows =
        transitions(look.inputs.series, desk.codebook, question, (look.previous, look.last));
    rows.sort_by_cached_key(|row| (row.moved, crate::codebook::match_key(&row.name)));
    let place = |term: &Option<crate::model::TermId>| match term {
        Some(term) => {
            let known = desk.codebook.term(&question.id, term);
            let label = known.map_or(term.as_str(), |term| desk.pick(&term.label));
            Cell::Text(capitalised(label))
        }
        None => Cell::Text(desk.text("trend-no-answer")),
    };
    let row = |row: &Transition| {
        let moved = row.moved.map_or_else(
            || desk.text("move-unknown"),
            |moved| desk.text(&format!("move-{}", moved.as_str())),
        );
        let name = match row.merged.as_slice() {
            [] => row.name.clone(),
            merged => format!("{} ({})", row.name, merged.join(", ")),
        };
        vec![Cell::Text(name), place(&row.from), place(&row.to), Cell::Text(moved)]
    };
    let year = |year: crate::model::CensusYear| super::super::document::Column {
        title: year.to_string(),
        align: super::super::document::Align::Left,
    };
    if rows.is_empty() {
        return Vec::new();
    }
    let all = rows.len();
    rows.truncate(MOST.min(desk.bounds.rows));
    let table = Table {
        id: format!("{}_moves", question.id),
        caption: desk.with("table-moves", &years(look)),
        columns: vec![
            desk.words("column-academy"),
            year(look.previous),
            year(look.last),
            desk.words("column-move"),
        ],
        rows: rows.iter().map(row).collect(),
        source: Some(desk.source()),
    };
    bounds::said(desk, ("changes", &table), all).into_iter().chain([Block::Table(table)]).collect()
}

/// Rows of a table of moves that a page has room for; the published table has the others.
const MOST: usize = 200;
