//! The portfolio: projects by stage, since last year, and a page's worth on each.

use super::{ByTerm, Order, Register};
use crate::codebook::match_key;
use crate::indicators::{PROJECT_MOVES, stages_before};
use crate::locale::{Gender, capitalised};
use crate::normalise::registers::RegisterRow;
use crate::report::document::{Align, Block, Cell, Column, Table};
use crate::report::prose::{Inline, Prose};

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    let rows = register.rows("projects");
    if rows.is_empty() {
        return Vec::new();
    }
    let desk = register.desk;
    let total = register.figure("projects", "total");
    let mut text =
        register.sentence("projects-sentence", total, Gender::Masculine).unwrap_or_default();
    let stages = register.listed("projects_stage", ("projects", "stage"), Order::Vocabulary);
    if !stages.is_empty() {
        text.push(' ');
        text.push_str(&desk.with("projects-stages", &[("list", stages.into())]));
    }
    text.extend(since_last_year(register).map(|sentence| format!(" {sentence}")));
    let mut blocks = vec![Block::Paragraph(text)];
    blocks.extend(register.by_term(&ByTerm {
        indicator: "projects_stage",
        register: "projects",
        column: "stage",
        caption: "table-projects-stage",
        unit: "column-projects",
        base: "column-base-projects",
        order: Order::Vocabulary,
        names: false,
    }));
    blocks.push(portfolio(register, rows));
    for row in rows {
        blocks.extend(project(register, row).into_iter().map(Block::Prose));
    }
    blocks
}

/// « Depuis 2019 : un projet a avancé (…) », when last year has a register.
fn since_last_year(register: &Register<'_>) -> Option<String> {
    let before = register.inputs.series.previous()?;
    let moved = PROJECT_MOVES.iter().filter(|name| **name != "same").filter_map(|name| {
        let figure = register.figure("projects_move", name).filter(|figure| figure.count() > 0)?;
        register.sentence(&format!("projects-move-{name}"), Some(figure), Gender::Masculine)
    });
    let list: Vec<String> = moved.collect();
    register.figure("projects_move", "same")?;
    let args =
        [("before", before.year().to_string().into()), ("list", register.desk.and(&list).into())];
    let key = if list.is_empty() { "projects-unmoved" } else { "projects-moved" };
    Some(register.desk.with(key, &args))
}

fn portfolio(register: &Register<'_>, rows: &[RegisterRow]) -> Block {
    let desk = register.desk;
    let before = register.inputs.series.previous();
    let earlier =
        before.map(|edition| stages_before(&edition.activity)).filter(|known| !known.is_empty());
    let mut columns = vec![desk.words("column-project"), desk.words("column-stage")];
    if let (Some(_), Some(before)) = (&earlier, before) {
        let args = [("before", before.year().to_string().into())];
        columns.push(Column { title: desk.with("column-stage-before", &args), align: Align::Left });
    }
    columns.extend([desk.words("column-description"), desk.words("column-partners")]);
    let vocabulary = register.vocabulary("projects", "stage");
    let row = |row: &RegisterRow| {
        let cell = |column| register.cell(row, "projects", column);
        let mut cells = vec![cell("name"), cell("stage")];
        if let Some(earlier) = &earlier {
            let stage = earlier.get(&match_key(row.text("name")));
            let term = stage.and_then(|id| vocabulary?.term(id));
            cells.push(match term {
                Some(term) => Cell::Text(register.label(term)),
                None => Cell::Text(desk.text("project-new")),
            });
        }
        cells.extend([cell("description"), cell("partners")]);
        cells
    };
    Block::Table(Table {
        id: "projects".to_owned(),
        caption: desk.with("table-projects", &[]),
        columns,
        rows: rows.iter().map(row).collect(),
        source: Some(register.source()),
    })
}

/// What one project is, has done and plans, in prose.
fn project(register: &Register<'_>, row: &RegisterRow) -> Vec<Prose> {
    let desk = register.desk;
    let mut prose = vec![Prose::Heading(1, vec![Inline::Text(row.text("name").to_owned())])];
    let term = |column| {
        let id = row.term(column)?;
        register.vocabulary("projects", column)?.term(id).map(|term| register.inside(term))
    };
    let facts: Vec<&str> = ["stage", "kind"].into_iter().filter_map(term).collect();
    if !facts.is_empty() {
        let facts = format!("{}.", capitalised(&facts.join(&desk.text("list-separator"))));
        prose.push(Prose::Paragraph(vec![Inline::Emphasis(vec![Inline::Text(facts)])]));
    }
    let labelled = |column: &str| {
        let text = row.text(column);
        let spec = register.spec("projects")?.column(column)?;
        (!text.is_empty()).then(|| (desk.pick(&spec.label).to_owned(), text))
    };
    if let Some((_, text)) = labelled("description") {
        prose.push(Prose::words(text));
    }
    for column in ["team", "partners", "frame"] {
        if let Some((label, text)) = labelled(column) {
            let label = desk.with("label-colon", &[("label", label.into())]);
            prose.push(Prose::Paragraph(vec![
                Inline::Strong(vec![Inline::Text(label)]),
                Inline::Text(format!(" {text}")),
            ]));
        }
    }
    let deadline = register.cell(row, "projects", "deadline");
    if let Cell::Text(deadline) = deadline
        && !deadline.is_empty()
    {
        prose.push(Prose::words(desk.with("project-deadline", &[("date", deadline.into())])));
    }
    for column in ["deliverables", "achievements", "next_steps", "watch_points"] {
        if let Some((label, text)) = labelled(column) {
            let label = desk.with("label-colon", &[("label", label.into())]);
            prose.push(Prose::Paragraph(vec![Inline::Strong(vec![Inline::Text(label)])]));
            let lines = text.lines().map(|line| line.trim_start_matches(['-', '•', '–', ' ']));
            let lines = lines.map(str::trim).filter(|line| !line.is_empty());
            prose.push(Prose::bullets(lines.map(str::to_owned)));
        }
    }
    prose
}
