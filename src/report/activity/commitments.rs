//! Commitments from the workshops: themes, ideas, what was chosen and what became of it.

use super::{Order, Register};
use crate::locale::Gender;
use crate::report::document::{Block, Cell, Table};

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    let rows: Vec<_> = register.rows("commitments").iter().collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let figure = |category| register.figure("commitments", category);
    let text: Vec<String> = [
        register.sentence("commitments-workshops", figure("workshops"), Gender::Masculine),
        register.sentence("commitments-ideas", figure("ideas"), Gender::Feminine),
        register.sentence("commitments-sentence", figure("total"), Gender::Masculine),
        register
            .sentence("commitments-measurable", figure("measurable"), Gender::Masculine)
            .filter(|_| {
                figure("measurable").and_then(|one| one.base).is_some_and(|base| base.size > 0)
            }),
        follow_up(register),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut blocks = vec![Block::Paragraph(text.join(" "))];
    blocks.extend(themes(register));
    let columns = [
        "workshop",
        "academy",
        "education_theme",
        "ideas",
        "commitment",
        "measurable",
        "follow_up",
    ];
    let table = ("commitments", "commitments", "table-commitments");
    blocks.extend(register.table(table, &columns, &rows));
    blocks
}

fn follow_up(register: &Register<'_>) -> Option<String> {
    let column = ("commitments", "follow_up");
    let list = register.listed("commitments_follow_up", column, Order::Vocabulary);
    (!list.is_empty())
        .then(|| register.desk.with("commitments-follow-up", &[("list", list.into())]))
}

/// Each theme of the kit beside the national theme that it comes from.
fn themes(register: &Register<'_>) -> Option<Block> {
    let desk = register.desk;
    let terms =
        register.terms("commitments_theme", ("commitments", "education_theme"), Order::Vocabulary);
    let known = register.vocabulary("commitments", "ogp_theme")?;
    let correspondences = &register.inputs.codebook.registers.correspondences;
    let national = |id: &crate::model::TermId| {
        let pairs = correspondences.iter().filter(|one| one.from == "education_theme");
        let pair = pairs.flat_map(|one| &one.pairs).find(|(from, _)| from == id)?;
        known.term(&pair.1).map(|term| register.label(term))
    };
    let rows = terms.iter().map(|(term, figure)| {
        let national = national(&term.id).map_or(Cell::Empty, Cell::Text);
        vec![Cell::Text(register.label(term)), national, desk.number(Some(figure))]
    });
    Some(Block::Table(Table {
        id: "commitments_theme".to_owned(),
        caption: desk.with("table-commitments-theme", &[]),
        columns: vec![
            desk.words("column-education-theme"),
            desk.words("column-national-theme"),
            desk.numbers("column-commitments"),
        ],
        rows: rows.collect(),
        source: Some(register.source()),
    }))
}
