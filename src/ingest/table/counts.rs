//! How often each option of a question was chosen, and how many records answer it.

use std::collections::BTreeSet;

use super::column::{self, ColumnKind, Role, TableColumn, Tick};
use super::group::TableQuestion;
use super::heading::is_other;
use super::joined;
use super::origin::Origin;
use super::values::Columns;
use crate::ingest::grid::Value;

impl Columns<'_> {
    /// A question in one column.
    pub(super) fn whole(
        &self,
        index: u32,
        title: String,
        kind: ColumnKind,
        origin: Origin,
    ) -> TableQuestion {
        let values = self.column(index);
        let columns = vec![TableColumn { index, role: Role::Answer }];
        let mut question = TableQuestion { answered: values.len(), ..empty(title, kind, columns) };
        if matches!(kind, ColumnKind::Single | ColumnKind::Text)
            && let Some((separator, counts)) = joined::options(values, origin)
        {
            question.kind = ColumnKind::Multiple;
            question.separator = Some(separator);
            question.options = counts.into_iter().collect();
        } else if kind == ColumnKind::Single {
            question.options =
                column::counted(values.iter().map(|(_, value)| *value)).into_iter().collect();
        }
        question
    }

    /// A choice in one column, with its « autre » or its comment in others.
    pub(super) fn single(
        &self,
        title: String,
        columns: Vec<TableColumn>,
        origin: Origin,
    ) -> TableQuestion {
        let of = |role: &Role| columns.iter().find(|column| column.role == *role);
        let texts = of(&Role::Other).map(|column| self.column(column.index)).unwrap_or_default();
        let written: BTreeSet<u32> =
            texts.iter().filter(|(_, value)| says_something(value)).map(|(row, _)| *row).collect();
        let answer = of(&Role::Answer).map(|column| column.index).unwrap_or_default();
        let mut question = self.whole(answer, title, column::kind(self.column(answer)), origin);
        if !written.is_empty() {
            question.options.retain(|(option, _)| !stands_for_other(option));
        }
        let all: BTreeSet<u32> = self
            .column(answer)
            .iter()
            .map(|(row, _)| *row)
            .chain(written.iter().copied())
            .collect();
        let kind = if of(&Role::Other).is_some() && question.kind == ColumnKind::Text {
            question.options = self.options_of(answer);
            ColumnKind::Single
        } else {
            question.kind
        };
        TableQuestion { columns, answered: all.len(), other: written.len(), kind, ..question }
    }

    fn options_of(&self, index: u32) -> Vec<(String, usize)> {
        let counts = column::counted(self.column(index).iter().map(|(_, value)| *value));
        counts.into_iter().filter(|(option, _)| !stands_for_other(option)).collect()
    }

    /// A question with a column for each option.
    pub(super) fn multiple(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: BTreeSet<u32> = BTreeSet::new();
        let mut options = Vec::new();
        let mut other = 0;
        for column in &columns {
            let rows = |holds: &dyn Fn(&Value) -> bool| -> Vec<u32> {
                let cells = self.column(column.index).iter();
                cells.filter(|(_, value)| holds(value)).map(|(row, _)| *row).collect()
            };
            match &column.role {
                Role::Option(option) => {
                    let ticked = rows(&|value| {
                        // What is none of the known marks can only be the option's own number.
                        !matches!(column::tick(value, option), Some(Tick::NotTicked | Tick::Absent))
                    });
                    options.push((option.clone(), ticked.len()));
                    answered.extend(ticked);
                }
                Role::Other => {
                    let written = rows(&says_something);
                    other += written.len();
                    answered.extend(written);
                }
                _ => {}
            }
        }
        let answered = answered.len();
        TableQuestion { answered, options, other, ..empty(title, ColumnKind::Multiple, columns) }
    }

    /// A question with a column for each line.
    pub(super) fn grid(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: BTreeSet<u32> = BTreeSet::new();
        for column in &columns {
            let cells = self.column(column.index).iter();
            let rows = cells.filter(|(_, value)| value.text().trim() != "N/A");
            answered.extend(rows.map(|(row, _)| *row));
        }
        TableQuestion { answered: answered.len(), ..empty(title, ColumnKind::Grid, columns) }
    }
}

fn empty(title: String, kind: ColumnKind, columns: Vec<TableColumn>) -> TableQuestion {
    TableQuestion {
        title,
        kind,
        columns,
        answered: 0,
        options: Vec::new(),
        other: 0,
        separator: None,
    }
}

/// Whether a text beside « autre » is one.
fn says_something(value: &Value) -> bool {
    let text = value.text();
    let nothing = matches!(text.trim(), "N/A" | "n/a" | "NA" | "-" | "0" | "Non" | "No" | "N");
    !nothing && !stands_for_other(&text)
}

/// Whether an answer only announces that another column holds the text.
pub(in crate::ingest) fn stands_for_other(option: &str) -> bool {
    option.trim() == "-oth-" || is_other(option)
}
