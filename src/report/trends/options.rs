//! A question over the years: how many labs named each option, on the three footings.

use super::super::build::reading_note;
use super::super::document::{Align, Block, Cell, Column, Format, Section, Shown, Table};
use super::super::passages::told;
use super::Look;
use crate::codebook::{Crosswalk, Kind, Line, Question};
use crate::indicators::{Comparable, Figure};
use crate::locale::Arg;
use crate::model::CensusYear;

/// The section of a question of several answers.
pub(super) fn section(look: &Look<'_>, question: &Question) -> Section {
    let crosswalk = look.crosswalk(question);
    let id = format!("trend_{}", question.id);
    let sentence = look.desk.with("trend-options-sentence", &args(look, question));
    let mut blocks = vec![Block::Paragraph(sentence)];
    blocks.extend(super::super::series::options(look.desk, question, &look.shown(), &id));
    blocks.push(Block::Table(table(look, (question, &crosswalk), &id)));
    blocks.extend(diversity(look, question).map(Block::Paragraph));
    let passages = told(look.desk, &crosswalk, &look.shown());
    blocks.extend(passages.into_iter().map(Block::Paragraph));
    blocks.push(reading_note(look.desk.with("trend-options-reading", &args(look, question))));
    finish(look, question, blocks)
}

fn finish(look: &Look<'_>, question: &Question, blocks: Vec<Block>) -> Section {
    Section {
        id: format!("trend-{}", question.id),
        title: look.desk.with("section-trend", &args(look, question)),
        sheet: look.desk.with("sheet-trend", &args(look, question)),
        blocks,
    }
}

fn args<'a>(look: &Look<'_>, question: &Question) -> Vec<Arg<'a>> {
    let first = look.shown().first().map(CensusYear::to_string).unwrap_or_default();
    vec![
        ("question", look.desk.pick(&question.label).to_owned().into()),
        ("first", first.into()),
        ("before", look.previous.to_string().into()),
        ("year", look.last.to_string().into()),
    ]
}

/// A column of a year's counts, with their base.
fn year_column(look: &Look<'_>, question: &Question, year: CensusYear) -> Column {
    let base = look.by_year(question, year, "respondents").map_or(0, Figure::count);
    let args = [("column_year", year.to_string().into()), ("base", base.to_string().into())];
    Column { title: look.desk.with("column-year-base", &args), align: Align::Right }
}

fn table(look: &Look<'_>, (question, crosswalk): (&Question, &Crosswalk), id: &str) -> Table {
    let desk = look.desk;
    let mut columns = vec![desk.words("column-answer")];
    columns.extend(look.shown().into_iter().map(|year| year_column(look, question, year)));
    let same = format!("{}_same_labs", question.id);
    let both = look.figure(&same, &format!("{}.labs", look.pair())).map_or(0, Figure::count);
    for year in [look.previous, look.last] {
        let args = [("column_year", year.to_string().into()), ("base", both.to_string().into())];
        columns.push(Column { title: desk.with("column-same-labs", &args), align: Align::Right });
    }
    let parts = ["moves", "entrants", "leavers", "silent", "change"];
    columns.extend(parts.iter().map(|part| desk.numbers(&format!("column-change-{part}"))));
    let row = |line: &Line| {
        let mut row = vec![Cell::Text(look.label(question, line))];
        row.extend(
            look.shown().into_iter().map(|year| look.cell(look.by_year(question, year, &line.id))),
        );
        let nothing = || Cell::Text(desk.text("trend-nothing"));
        for year in [look.previous, look.last] {
            let figure = look.figure(&same, &format!("{}.{year}.{}", look.pair(), line.id));
            row.push(figure.map_or_else(nothing, |figure| desk.number(Some(figure))));
        }
        let change = format!("{}_change", question.id);
        row.extend(parts.iter().map(|part| {
            let figure = look.figure(&change, &format!("{}.{}.{part}", look.pair(), line.id));
            let losses = matches!(*part, "leavers" | "silent");
            figure.map_or_else(nothing, |figure| signed(look, figure, losses))
        }));
        row
    };
    Table {
        id: id.to_owned(),
        caption: desk.with("table-trend", &args(look, question)),
        columns,
        rows: crosswalk.lines.iter().map(row).collect(),
        source: Some(desk.source()),
    }
}

/// A part of a change, with its sign; what is lost is taken off.
fn signed(look: &Look<'_>, figure: &Figure, loss: bool) -> Cell {
    let value = figure.value.unwrap_or_default();
    let effect = if loss { -value } else { value };
    let size = look.desk.locale.number(effect.abs(), 0);
    let text = match effect {
        effect if effect > 0.0 => format!("+{size}"),
        effect if effect < 0.0 => format!("\u{2212}{size}"),
        _ => "0".to_owned(),
    };
    let shown = effect + 0.0;
    Cell::Number(Shown {
        figure: figure.id.clone(),
        value: Some(shown),
        format: Format::Count,
        text,
    })
}

fn diversity(look: &Look<'_>, question: &Question) -> Option<String> {
    let figure = |year: CensusYear| {
        look.figure(&format!("{}_diversity", question.id), &year.to_string())
            .filter(|figure| figure.value.is_some())
    };
    let (then, now) = (figure(look.previous)?, figure(look.last)?);
    let mut args = args(look, question);
    // Two averages side by side have the same decimals.
    for (name, figure) in [("then", then), ("now", now)] {
        args.push((name, look.desk.locale.fixed(figure.value?, 1).into()));
    }
    let partly = then.comparable != Comparable::Yes;
    args.push(("partly", if partly { "yes" } else { "no" }.into()));
    Some(look.desk.with("trend-diversity", &args))
}

/// Every series of every question, one row an option, with what keeps its years from comparing.
pub(super) fn series(look: &Look<'_>) -> Section {
    let desk = look.desk;
    let mut columns = vec![desk.words("label-question"), desk.words("column-answer")];
    columns.extend(
        look.years.iter().map(|year| Column { title: year.to_string(), align: Align::Right }),
    );
    columns.extend([desk.words("column-comparable"), desk.words("column-note")]);
    let mut rows = Vec::new();
    for question in &desk.codebook.questionnaire.questions {
        if !matches!(question.kind, Kind::Single | Kind::Multiple) || question.vocabulary.is_none()
        {
            continue;
        }
        let crosswalk = look.crosswalk(question);
        let label = || Cell::Text(desk.pick(&question.label).to_owned());
        let mut respondents = vec![label(), Cell::Text(desk.text("column-base-question"))];
        respondents.extend(
            look.years.iter().map(|year| desk.number(look.by_year(question, *year, "respondents"))),
        );
        respondents.extend([Cell::Empty, Cell::Empty]);
        rows.push(respondents);
        for line in &crosswalk.lines {
            let mut row = vec![label(), Cell::Text(look.label(question, line))];
            let figures: Vec<Option<&Figure>> =
                look.years.iter().map(|year| look.by_year(question, *year, &line.id)).collect();
            row.extend(figures.iter().map(|figure| look.cell(*figure)));
            let worst = figures.iter().flatten().map(|figure| figure.comparable).max();
            let key = format!("comparable-{}", worst.unwrap_or_default().as_str());
            row.push(Cell::Text(desk.text(&key)));
            let mut notes: Vec<String> = Vec::new();
            for note in line.points.iter().flat_map(|point| &point.notes) {
                let text = desk.pick(note).to_owned();
                if !notes.contains(&text) {
                    notes.push(text);
                }
            }
            row.push(Cell::Text(notes.join(" ")));
            rows.push(row);
        }
    }
    Section {
        id: "trend_series".to_owned(),
        title: desk.text("trend-section-series"),
        sheet: desk.text("trend-sheet-series"),
        blocks: vec![
            Block::Paragraph(desk.text("trend-series-sentence")),
            Block::Table(Table {
                id: "trend_series".to_owned(),
                caption: desk.text("trend-table-series"),
                columns,
                rows,
                source: Some(desk.source()),
            }),
        ],
    }
}
