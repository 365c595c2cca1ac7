//! The sections of the registers of activity; a register without a row has none.

mod academies;
mod commitments;
mod events;
mod local_labs;
mod obstacles;
mod projects;
mod sessions;
mod support;

use super::build::Inputs;
use super::document::{Block, Cell, Column, Section, Table};
use super::words::Desk;
use crate::codebook::{ColumnKind, RegisterSpec, Term, Vocabulary};
use crate::indicators::Figure;
use crate::locale::{Arg, Gender, capitalised};
use crate::normalise::registers::{RegisterRow, RegisterValue};

/// The section of a register, by the name that the layout gives it.
pub(super) fn section(desk: &Desk<'_>, inputs: &Inputs<'_>, name: &str) -> Option<Section> {
    let register = Register { desk, inputs };
    let blocks = match name {
        "sessions" => sessions::blocks(&register),
        "projects" => projects::blocks(&register),
        "academies" => academies::blocks(&register),
        "support" => support::blocks(&register),
        "events" => events::blocks(&register),
        "commitments" => commitments::blocks(&register),
        "local-labs" => local_labs::blocks(&register),
        "obstacles" => obstacles::blocks(&register),
        _ => Vec::new(),
    };
    (!blocks.is_empty()).then(|| Section {
        id: name.to_owned(),
        title: desk.text(&format!("section-{name}")),
        sheet: desk.text(&format!("sheet-{name}")),
        blocks,
    })
}

/// What the sections read.
struct Register<'a> {
    desk: &'a Desk<'a>,
    inputs: &'a Inputs<'a>,
}

/// A table of the terms of a column.
struct ByTerm<'a> {
    /// The id of the table, which is the indicator's.
    indicator: &'a str,
    register: &'a str,
    column: &'a str,
    caption: &'a str,
    /// The key of the header of the counts.
    unit: &'a str,
    /// The key of the header of the base.
    base: &'a str,
    order: Order,
    /// Whether the académies behind each count are named.
    names: bool,
}

/// The order of the rows of a table of terms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// The highest count first.
    Ranked,
    /// The vocabulary's own.
    Vocabulary,
}

impl<'a> Register<'a> {
    fn rows(&self, register: &str) -> &'a [RegisterRow] {
        self.inputs.edition.activity.rows(register)
    }

    fn figure(&self, indicator: &str, category: &str) -> Option<&'a Figure> {
        self.desk.registry.get(indicator, category)
    }

    fn spec(&self, register: &str) -> Option<&'a RegisterSpec> {
        self.inputs.codebook.registers.get(register)
    }

    fn vocabulary(&self, register: &str, column: &str) -> Option<&'a Vocabulary> {
        self.inputs.codebook.registers.vocabulary_of(register, column)
    }

    /// A term as it stands in a table or at the head of a sentence.
    fn label(&self, term: &Term) -> String {
        capitalised(self.desk.pick(&term.label))
    }

    /// A term as it stands inside a sentence.
    fn inside<'t>(&self, term: &'t Term) -> &'t str {
        self.desk.pick(term.short.as_ref().unwrap_or(&term.label))
    }

    /// The terms of a column with their figures, in an order.
    fn terms(
        &self,
        indicator: &str,
        (register, column): (&str, &str),
        order: Order,
    ) -> Vec<(&'a Term, &'a Figure)> {
        let terms = self.vocabulary(register, column).map(|known| known.terms.as_slice());
        let mut terms: Vec<_> = terms
            .unwrap_or_default()
            .iter()
            .filter_map(|term| Some((term, self.figure(indicator, term.id.as_str())?)))
            .collect();
        if order == Order::Ranked {
            terms.sort_by_key(|(_, figure)| std::cmp::Reverse(figure.count()));
        }
        terms
    }

    fn by_term(&self, table: &ByTerm<'_>) -> Option<Block> {
        let desk = self.desk;
        let spec = self.spec(table.register)?.column(table.column)?;
        let terms = self.terms(table.indicator, (table.register, table.column), table.order);
        let known =
            terms.first().is_some_and(|(_, figure)| figure.base.is_some_and(|base| base.size > 0));
        if !known {
            return None;
        }
        let mut columns = vec![
            Column {
                title: desk.pick(&spec.label).to_owned(),
                align: super::document::Align::Left,
            },
            desk.numbers(table.unit),
            desk.numbers(table.base),
            desk.numbers("column-share"),
        ];
        if table.names {
            columns.push(desk.words("column-which"));
        }
        let rows = terms.iter().map(|(term, figure)| {
            let figure = Some(*figure);
            let mut row = vec![
                Cell::Text(self.label(term)),
                desk.number(figure),
                desk.base(figure),
                desk.share(figure),
            ];
            if table.names {
                row.push(self.names(figure));
            }
            row
        });
        Some(Block::Table(Table {
            id: table.indicator.to_owned(),
            caption: desk.with(table.caption, &[]),
            columns,
            rows: rows.collect(),
            source: Some(self.source()),
        }))
    }

    fn names(&self, figure: Option<&Figure>) -> Cell {
        Cell::Text(self.desk.names(figure))
    }

    /// « à distance (30), sur place (20) », those that were counted at all.
    fn listed(&self, indicator: &str, column: (&str, &str), order: Order) -> String {
        let terms = self.terms(indicator, column, order).into_iter();
        let part = |(term, figure): (&Term, &Figure)| {
            let args = [
                ("answer", self.inside(term).to_owned().into()),
                ("count", self.desk.shown(figure).text.into()),
            ];
            self.desk.with("finding-part", &args)
        };
        let parts = terms.filter(|(_, figure)| figure.count() > 0).map(part);
        parts.collect::<Vec<_>>().join(&self.desk.text("list-separator"))
    }

    /// A sentence about one figure: `n` chooses the plural, `count` and `base` are printed, in words when small.
    fn sentence(&self, key: &str, figure: Option<&Figure>, gender: Gender) -> Option<String> {
        self.sentence_with(key, figure, gender, &[])
    }

    /// The same, with more to print.
    fn sentence_with(
        &self,
        key: &str,
        figure: Option<&Figure>,
        gender: Gender,
        more: &[Arg<'_>],
    ) -> Option<String> {
        let figure = figure?;
        figure.value?;
        let mut args = self.desk.counted(("n", "n_words"), figure.count(), gender).to_vec();
        let whole = figure.value.is_some_and(|value| value.fract() == 0.0);
        let words = self.desk.locale.spelled(figure.count(), gender);
        let count = if whole { words } else { self.desk.shown(figure).text };
        args.push(("start", capitalised(&count).into()));
        args.push(("count", count.into()));
        let base = figure.base.map_or(0, |base| base.size);
        args.push(("base", self.desk.locale.spelled(base, gender).into()));
        args.push(("base_n", f64::from(base).into()));
        let mut args: Vec<Arg<'_>> = args;
        args.extend(more.iter().cloned());
        Some(self.desk.with(key, &args))
    }

    /// A cell of a register as a table shows it.
    fn cell(&self, row: &RegisterRow, register: &str, column: &str) -> Cell {
        let Some(cell) = row.cells.get(column) else { return Cell::Text(String::new()) };
        let desk = self.desk;
        match &cell.value {
            Some(RegisterValue::Number(_)) => {
                let figure =
                    self.figure(&format!("{register}_row"), &format!("{}_{column}", row.row));
                desk.number(figure)
            }
            Some(RegisterValue::Term(id)) => {
                let term = self.vocabulary(register, column).and_then(|known| known.term(id));
                term.map_or(Cell::Empty, |term| Cell::Text(self.label(term)))
            }
            Some(RegisterValue::Academy(code)) => {
                Cell::Text(self.inputs.codebook.register.short_name(code).to_owned())
            }
            Some(RegisterValue::Date(period)) => Cell::Text(super::labs::period_text(desk, period)),
            Some(RegisterValue::Year(year)) => Cell::Ordinal(year.unsigned_abs()),
            Some(RegisterValue::YesNo(yes)) => {
                Cell::Text(desk.text(if *yes { "answer-yes" } else { "answer-no" }))
            }
            // Not understood: the words stand, and « points à vérifier » says why they are not counted.
            Some(RegisterValue::Text) | None => Cell::Text(cell.text.trim().to_owned()),
        }
    }

    /// The rows of a register with some of its columns; a column without any value is left out.
    fn table(
        &self,
        (register, id, caption): (&str, &str, &str),
        columns: &[&str],
        rows: &[&RegisterRow],
    ) -> Option<Block> {
        let spec = self.spec(register)?;
        let shown: Vec<_> = columns
            .iter()
            .filter_map(|column| spec.column(column))
            .filter(|column| rows.iter().any(|row| row.cells.contains_key(&column.id)))
            .collect();
        if rows.is_empty() || shown.is_empty() {
            return None;
        }
        let align = |kind| match kind {
            ColumnKind::Count | ColumnKind::Number => super::document::Align::Right,
            _ => super::document::Align::Left,
        };
        let cells = |row: &&RegisterRow| {
            shown.iter().map(|column| self.cell(row, register, &column.id)).collect()
        };
        Some(Block::Table(Table {
            id: id.to_owned(),
            caption: self.desk.with(caption, &[]),
            columns: shown
                .iter()
                .map(|column| Column {
                    title: self.desk.pick(&column.label).to_owned(),
                    align: align(column.kind),
                })
                .collect(),
            rows: rows.iter().map(cells).collect(),
            source: Some(self.source()),
        }))
    }

    fn source(&self) -> String {
        self.desk.with("source-register", &[])
    }
}
