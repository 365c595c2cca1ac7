//! The registers of activity as tables: their columns are the codebook's, then where each row was read.

use super::columns::{Column, Table};
use super::parts::Parts;
use crate::codebook::{ColumnKind, ColumnSpec, RegisterSpec, match_key};
use crate::indicators::{PROJECT_MOVES, project_move, stages_before};
use crate::model::TermId;
use crate::normalise::registers::{RegisterCell, RegisterRow, RegisterValue};
use crate::render::Inputs;

/// Builds the table of each register. What is noted of each académie is in `labs` too, except for the team's remark.
pub(super) fn build<'a>(inputs: &'a Inputs<'a>) -> impl Iterator<Item = Parts<'a>> {
    let specs = inputs.codebook.registers.specs.iter();
    specs.map(|spec| Parts::whole(|| table(inputs, spec)))
}

/// The ids of the terms that a column takes.
pub(super) fn terms(inputs: &Inputs<'_>, register: &str, column: &str) -> Vec<String> {
    let vocabulary = inputs.codebook.registers.vocabulary_of(register, column);
    let terms = vocabulary.into_iter().flat_map(|vocabulary| &vocabulary.terms);
    terms.map(|term| term.id.to_string()).collect()
}

fn table(inputs: &Inputs<'_>, spec: &RegisterSpec) -> Table {
    let rows = inputs.edition.activity.rows(&spec.id);
    let year = i64::from(inputs.edition.year().get());
    let mut columns = vec![
        Column::integer("year", rows.iter().map(|_| Some(year))),
        Column::integer("row", rows.iter().map(|row| Some(i64::from(row.row)))),
    ];
    columns.extend(spec.columns.iter().map(|column| self::column(inputs, spec, column, rows)));
    columns.extend([
        Column::text("file", rows.iter().map(|row| row.origin.file.to_string())),
        Column::text("sheet", rows.iter().map(|row| row.origin.sheet.to_string())),
        Column::text("cells", rows.iter().map(RegisterRow::range)),
    ]);
    if spec.id == "projects" {
        columns.extend(since_last_year(inputs, rows));
    }
    let title = inputs.locale.lang.pick(&spec.title.fr, &spec.title.en).to_owned();
    Table { name: spec.id.clone().into(), title: Some(title), key: &["year", "row"], columns }
}

fn column(
    inputs: &Inputs<'_>,
    spec: &RegisterSpec,
    column: &ColumnSpec,
    rows: &[RegisterRow],
) -> Column {
    let cell = |row: &RegisterRow| row.cells.get(&column.id).cloned();
    let number = |row: &RegisterRow| row.number(&column.id);
    let title = inputs.locale.lang.pick(&column.label.fr, &column.label.en);
    let id = column.id.clone();
    let built = match column.kind {
        ColumnKind::Count => {
            #[expect(clippy::cast_possible_truncation, reason = "a count is whole and below 1e9")]
            let whole = rows.iter().map(|row| number(row).map(|number| number as i64));
            Column::integer(id, whole)
        }
        ColumnKind::Number => Column::number(id, rows.iter().map(number)),
        ColumnKind::Academy => {
            Column::text(format!("{id}_code"), rows.iter().map(|row| text(cell(row))))
                .refers_to("labs", "academy_code")
        }
        ColumnKind::Term => Column::text(id, rows.iter().map(|row| text(cell(row))))
            .among(terms(inputs, &spec.id, &column.id)),
        ColumnKind::YesNo => {
            Column::text(id, rows.iter().map(|row| text(cell(row)))).among(["yes", "no"])
        }
        ColumnKind::Text | ColumnKind::Lines | ColumnKind::Date | ColumnKind::Year => {
            Column::text(id, rows.iter().map(|row| text(cell(row))))
        }
    };
    built.titled(title)
}

/// A cell as published: its value, or its words where the column is free text; empty when it was not understood.
fn text(cell: Option<RegisterCell>) -> String {
    let Some(cell) = cell else { return String::new() };
    match cell.value {
        Some(RegisterValue::Text) => cell.text,
        Some(RegisterValue::Date(period)) => period.to_string(),
        Some(RegisterValue::Year(year)) => year.to_string(),
        Some(RegisterValue::Number(number)) => number.to_string(),
        Some(RegisterValue::YesNo(yes)) => if yes { "yes" } else { "no" }.to_owned(),
        Some(RegisterValue::Academy(code)) => code.to_string(),
        Some(RegisterValue::Term(term)) => term.to_string(),
        None => String::new(),
    }
}

/// Each project's stage last year, and its move; empty when last year has no register.
fn since_last_year(inputs: &Inputs<'_>, rows: &[RegisterRow]) -> [Column; 2] {
    let stages = inputs.codebook.registers.vocabulary_of("projects", "stage");
    let before = inputs.series.previous().map(|edition| stages_before(&edition.activity));
    let before = before.filter(|before| !before.is_empty());
    let earlier = |row: &RegisterRow| -> Option<TermId> {
        before.as_ref()?.get(&match_key(row.text("name"))).cloned()
    };
    let moved = |row: &RegisterRow| {
        before.as_ref()?;
        Some(match earlier(row) {
            Some(from) => project_move(&from, row.term("stage")?, stages?),
            None => "entered",
        })
    };
    let stage = |row: &RegisterRow| earlier(row).map(|stage| stage.to_string()).unwrap_or_default();
    let moves = rows.iter().map(|row| moved(row).unwrap_or_default().to_owned());
    [
        Column::text("stage_before", rows.iter().map(stage))
            .among(terms(inputs, "projects", "stage")),
        Column::text("move", moves)
            .among(PROJECT_MOVES)
            .titled(&inputs.locale.text("dataset-column-project-move")),
    ]
}
