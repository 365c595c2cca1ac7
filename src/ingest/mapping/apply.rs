//! A table changed as `mapping.toml` says: its header rows, its columns and their questions.

use std::collections::BTreeMap;

use super::SheetMapping;
use crate::ingest::grid::Sheet;
use crate::ingest::table::{self, ColumnKind, Role, Shape, Table, TableColumn, TableQuestion};
use crate::model::QuestionId;

/// A table as it is to be read, with the questions that a person gave its columns.
pub(in crate::ingest) struct Mapped {
    pub(in crate::ingest) table: Table,
    /// By place in `table.questions`.
    pub(in crate::ingest) questions: BTreeMap<usize, QuestionId>,
}

/// Understands a sheet as a person says; `None` when it is no table even so.
pub(in crate::ingest) fn apply(sheet: &Sheet, mapping: &SheetMapping) -> Option<Mapped> {
    let shape = Shape { origin: mapping.origin, header_rows: &mapping.header_rows };
    let mut table = table::understand_as(sheet, &shape)?;
    let title = |column: u32| {
        let holds =
            |question: &&TableQuestion| question.columns.iter().any(|one| one.index == column);
        table
            .questions
            .iter()
            .find(holds)
            .map(|question| question.title.clone())
            .unwrap_or_default()
    };
    let mut own: Vec<(QuestionId, TableQuestion)> = Vec::new();
    for (column, question) in &mapping.columns {
        let column = TableColumn { index: *column, role: Role::Answer };
        own.push((question.clone(), one(title(column.index), vec![column], mapping)));
    }
    for (column, option) in &mapping.options {
        let role = option.label.clone().map_or(Role::Other, Role::Option);
        let placed = TableColumn { index: *column, role };
        let known = own.iter_mut().find(|(question, known)| {
            *question == option.question && known.kind == ColumnKind::Multiple
        });
        if let Some((_, question)) = known {
            question.columns.push(placed);
            continue;
        }
        let question = TableQuestion {
            kind: ColumnKind::Multiple,
            ..one(title(*column), vec![placed], mapping)
        };
        own.push((option.question.clone(), question));
    }
    let mapped = |column: &TableColumn| {
        mapping.columns.contains_key(&column.index) || mapping.options.contains_key(&column.index)
    };
    for question in &mut table.questions {
        question.columns.retain(|column| !mapped(column));
        question.separator = mapping.separator.or(question.separator);
    }
    table.questions.retain(|question| !question.columns.is_empty());
    let mut questions = BTreeMap::new();
    for (id, question) in own {
        questions.insert(table.questions.len(), id);
        table.questions.push(question);
    }
    Some(Mapped { table, questions })
}

fn one(title: String, columns: Vec<TableColumn>, mapping: &SheetMapping) -> TableQuestion {
    TableQuestion {
        title,
        kind: ColumnKind::Text,
        columns,
        answered: 0,
        options: Vec::new(),
        other: 0,
        separator: mapping.separator,
    }
}
