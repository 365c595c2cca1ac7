//! How often each option of a question was chosen, and how many records answer it.

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
        let mut question =
            TableQuestion { answered: values.cells(), ..empty(title, kind, columns) };
        if matches!(kind, ColumnKind::Single | ColumnKind::Text)
            && let Some((separator, counts)) = joined::options(values, origin)
        {
            question.kind = ColumnKind::Multiple;
            question.separator = Some(separator);
            question.options = counts.into_iter().collect();
        } else if kind == ColumnKind::Single && values.distinct() <= column::MOST_OPTIONS {
            question.options = column::counted(values).into_iter().collect();
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
        let written = of(&Role::Other)
            .map(|column| self.rows_where(column.index, says_something))
            .unwrap_or_default();
        let answer = of(&Role::Answer).map(|column| column.index).unwrap_or_default();
        let mut question = self.whole(answer, title, column::kind(self.column(answer)), origin);
        if !written.is_empty() {
            question.options.retain(|(option, _)| !stands_for_other(option));
        }
        let mut all = self.rows_where(answer, |_| true);
        all.extend(&written);
        let kind = if of(&Role::Other).is_some() && question.kind == ColumnKind::Text {
            question.options = self.options_of(answer);
            ColumnKind::Single
        } else {
            question.kind
        };
        TableQuestion { columns, answered: different(all), other: written.len(), kind, ..question }
    }

    fn options_of(&self, index: u32) -> Vec<(String, usize)> {
        let counts = column::counted(self.column(index));
        counts.into_iter().filter(|(option, _)| !stands_for_other(option)).collect()
    }

    /// A question with a column for each option.
    pub(super) fn multiple(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: Vec<u32> = Vec::new();
        let mut options = Vec::new();
        let mut other = 0;
        for column in &columns {
            match &column.role {
                Role::Option(option) => {
                    let ticked = self.rows_where(column.index, |value| {
                        // What is none of the known marks can only be the option's own number.
                        !matches!(column::tick(value, option), Some(Tick::NotTicked | Tick::Absent))
                    });
                    options.push((option.clone(), ticked.len()));
                    answered.extend(ticked);
                }
                Role::Other => {
                    let written = self.rows_where(column.index, says_something);
                    other += written.len();
                    answered.extend(written);
                }
                _ => {}
            }
        }
        let answered = different(answered);
        TableQuestion { answered, options, other, ..empty(title, ColumnKind::Multiple, columns) }
    }

    /// A question with a column for each line.
    pub(super) fn grid(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: Vec<u32> = Vec::new();
        for column in &columns {
            let said = |value: &Value| value.text().trim() != "N/A";
            answered.extend(self.rows_where(column.index, said));
        }
        TableQuestion { answered: different(answered), ..empty(title, ColumnKind::Grid, columns) }
    }
}

/// How many different rows there are.
fn different(mut rows: Vec<u32>) -> usize {
    rows.sort_unstable();
    rows.dedup();
    rows.len()
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
