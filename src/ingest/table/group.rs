//! Which columns make one question.

use std::collections::BTreeSet;

use super::column::{self, ColumnKind, Role, TableColumn, Tick};
use super::header::Headers;
use super::heading::{self, Heading, is_other};
use super::joined;
use super::origin::{Origin, Separator};
use super::tools::{Header, tool};
use super::values::Columns;
use crate::codebook::match_key;
use crate::ingest::grid::Value;

/// A question of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableQuestion {
    /// Its title; empty when the tool writes only the options.
    pub title: String,
    /// What its answers look like.
    pub kind: ColumnKind,
    /// Its columns, from left to right.
    pub columns: Vec<TableColumn>,
    /// Records that answer it.
    pub answered: usize,
    /// Each option with how many records chose it, in the order of the columns or of the alphabet.
    pub options: Vec<(String, usize)>,
    /// Records with a text of their own for « autre ».
    pub other: usize,
    /// What stands between the answers of a cell.
    pub separator: Option<Separator>,
}

pub(super) fn questions(
    headers: &Headers,
    columns: &Columns<'_>,
    origin: Origin,
) -> Vec<TableQuestion> {
    let headed: Vec<(u32, Heading)> = headers
        .columns
        .iter()
        .map(|(index, texts)| (*index, heading::parse(texts, origin)))
        .collect();
    let keys = headed.iter().map(|(_, heading)| match_key(own_title(heading, origin))).collect();
    let grouper = Grouper { columns, origin, headed: &headed, keys };
    let mut questions = Vec::new();
    let mut at = 0;
    while at < headed.len() {
        let end = grouper.end(at);
        let run = headed.get(at..end).unwrap_or_default();
        questions.extend(grouper.question(at, run));
        at = end;
    }
    questions
}

struct Grouper<'c> {
    columns: &'c Columns<'c>,
    origin: Origin,
    headed: &'c [(u32, Heading)],
    /// The headers, folded.
    keys: Vec<String>,
}

impl Grouper<'_> {
    fn heading(&self, at: usize) -> Option<&(u32, Heading)> {
        self.headed.get(at)
    }

    /// Where the run of columns that begins at `at` ends.
    fn end(&self, at: usize) -> usize {
        let Some((_, first)) = self.heading(at) else { return at + 1 };
        if self.is_metadata(at) {
            return at + 1;
        }
        if self.origin == Origin::Kobo {
            return self.kobo_end(at);
        }
        if self.origin == Origin::Typeform || (self.origin == Origin::Plain && first.sub.is_none())
        {
            return self.option_run(at);
        }
        if first.sub.is_none() {
            return at + 1;
        }
        let same = |place: &usize| {
            self.heading(*place)
                .is_some_and(|(_, heading)| heading.sub.is_some() && heading.title == first.title)
        };
        let end = (at..self.headed.len()).take_while(same).count() + at;
        if self.are_options(at, end) || self.are_lines(at, end) {
            return end;
        }
        // The title of a group runs on over the questions that follow it: the group ends with its options.
        let prefix = (at + 1..end).rev().find(|end| self.are_options(at, *end));
        prefix.unwrap_or(at + 1)
    }

    /// A summary column, then its own options `question/option`.
    fn kobo_end(&self, at: usize) -> usize {
        let Some((_, first)) = self.heading(at) else { return at + 1 };
        let own = |place: &usize| {
            self.heading(*place).is_some_and(|(_, heading)| {
                heading
                    .title
                    .strip_prefix(&first.title)
                    .is_some_and(|rest| rest.len() > 1 && rest.starts_with(['/', '.', ':']))
            })
        };
        let end = (at + 1..self.headed.len()).take_while(own).count() + at + 1;
        let ticked = (at + 1..end).all(|place| self.is_ticks(place, ""));
        if end > at + 1 && ticked { end } else { at + 1 }
    }

    /// Neighbouring columns of which each is headed by an option and ticked or not.
    fn option_run(&self, at: usize) -> usize {
        let mut seen: Vec<String> = Vec::new();
        let mut end = at;
        while let Some((index, heading)) = self.heading(end) {
            let key = match_key(&heading.title);
            let other = is_other(&heading.title);
            let option =
                if other { !seen.is_empty() } else { self.repeats_header(*index, &heading.title) };
            if !option || seen.contains(&key) || self.is_metadata(end) {
                break;
            }
            seen.push(key);
            end += 1;
            if other {
                break;
            }
        }
        let filled = (at..end).any(|place| {
            self.heading(place).is_some_and(|(index, _)| !self.columns.column(*index).is_empty())
        });
        if end >= at + 2 && (filled || self.origin == Origin::Typeform) { end } else { at + 1 }
    }

    /// Whether a column holds nothing but its own header, or bare ticks in a table made by hand.
    fn repeats_header(&self, index: u32, title: &str) -> bool {
        let bare = |text: &str| {
            matches!(text.to_lowercase().as_str(), "x" | "×" | "✓" | "✔" | "☑" | "☒" | "✅" | "☐")
        };
        let cells = self.columns.column(index);
        (self.origin == Origin::Typeform || !cells.is_empty())
            && cells.iter().all(|(_, value)| {
                let text = value.text();
                column::same(text.trim(), title)
                    || (self.origin == Origin::Plain && bare(text.trim()))
            })
    }

    fn are_options(&self, at: usize, end: usize) -> bool {
        if self.origin == Origin::GoogleForms {
            return false;
        }
        let sub = |place: usize| {
            self.heading(place).and_then(|(_, heading)| heading.sub.clone()).unwrap_or_default()
        };
        let options: Vec<usize> = (at..end).filter(|place| !is_other(&sub(*place))).collect();
        let filled = options.iter().any(|place| {
            self.heading(*place).is_some_and(|(index, _)| !self.columns.column(*index).is_empty())
        });
        end > at + 1
            && !options.is_empty()
            && filled
            && options.iter().all(|place| self.is_ticks(*place, &sub(*place)))
    }

    /// Whether neighbouring columns share a scale.
    fn are_lines(&self, at: usize, end: usize) -> bool {
        match self.origin {
            Origin::GoogleForms | Origin::LimeSurvey | Origin::SurveyMonkey | Origin::Qualtrics => {
                end > at + 1
            }
            // A group of questions made by hand shares no scale.
            _ => false,
        }
    }

    fn is_ticks(&self, place: usize, option: &str) -> bool {
        self.heading(place).is_some_and(|(index, _)| {
            self.columns
                .column(*index)
                .iter()
                .all(|(_, value)| column::tick(value, option).is_some())
        })
    }

    fn question(&self, at: usize, run: &[(u32, Heading)]) -> Option<TableQuestion> {
        let (index, first) = run.first()?;
        if self.is_metadata(at) {
            let title = first.sub.as_ref().filter(|_| self.origin == Origin::Framaforms);
            let title = title.unwrap_or(&first.title).clone();
            return Some(self.whole(*index, title, ColumnKind::Metadata));
        }
        if let [(index, heading)] = run {
            let title = match &heading.sub {
                Some(sub) if heading.title.is_empty() || self.origin == Origin::Framaforms => {
                    sub.clone()
                }
                Some(sub) if self.origin == Origin::Plain => sub.clone(),
                Some(sub) if matches!(self.origin, Origin::Qualtrics | Origin::SurveyMonkey) => {
                    format!("{} - {sub}", heading.title)
                }
                Some(sub) => format!("{} [{sub}]", heading.title),
                None => heading.title.clone(),
            };
            let values = self.columns.column(*index);
            return Some(self.whole(*index, title, column::kind(values)));
        }
        let roles = self.roles(run);
        let grid = roles.iter().any(|column| matches!(column.role, Role::Line(_)));
        let title = match self.origin {
            Origin::Typeform => String::new(),
            Origin::Plain if first.sub.is_none() => String::new(),
            _ => first.title.clone(),
        };
        Some(if grid { self.grid(title, roles) } else { self.multiple(title, roles) })
    }

    fn roles(&self, run: &[(u32, Heading)]) -> Vec<TableColumn> {
        let subs: Vec<String> = run
            .iter()
            .map(|(_, heading)| match (&heading.sub, run.first()) {
                (Some(sub), _) => sub.clone(),
                (None, Some((_, first))) if self.origin == Origin::Kobo => {
                    heading.title.get(first.title.len() + 1..).unwrap_or_default().to_owned()
                }
                (None, _) => heading.title.clone(),
            })
            .collect();
        let ticks = run.iter().zip(&subs).filter(|(_, sub)| !is_other(sub) && !sub.is_empty()).all(
            |((index, _), sub)| {
                self.columns
                    .column(*index)
                    .iter()
                    .all(|(_, value)| column::tick(value, sub).is_some())
            },
        );
        let grid = self.origin == Origin::GoogleForms || !ticks;
        run.iter()
            .zip(subs)
            .enumerate()
            .map(|(at, ((index, _), sub))| {
                let role = if self.origin == Origin::Kobo && at == 0 {
                    Role::Summary
                } else if grid {
                    Role::Line(sub)
                } else if is_other(&sub) && self.origin != Origin::Kobo {
                    Role::Other
                } else {
                    Role::Option(sub)
                };
                TableColumn { index: *index, role }
            })
            .collect()
    }

    /// A question in one column.
    fn whole(&self, index: u32, title: String, kind: ColumnKind) -> TableQuestion {
        let values = self.columns.column(index);
        let mut question = TableQuestion {
            title,
            kind,
            columns: vec![TableColumn { index, role: Role::Answer }],
            answered: values.len(),
            options: Vec::new(),
            other: 0,
            separator: None,
        };
        if matches!(kind, ColumnKind::Single | ColumnKind::Text)
            && let Some((separator, counts)) = joined::options(values, self.origin)
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

    fn multiple(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: BTreeSet<u32> = BTreeSet::new();
        let mut options = Vec::new();
        let mut other = 0;
        for column in &columns {
            let values = self.columns.column(column.index);
            match &column.role {
                Role::Option(option) => {
                    let ticked = |value: &Value| column::tick(value, option) == Some(Tick::Ticked);
                    let rows: Vec<u32> = values
                        .iter()
                        .filter(|(_, value)| ticked(value))
                        .map(|(row, _)| *row)
                        .collect();
                    options.push((option.clone(), rows.len()));
                    answered.extend(rows);
                }
                Role::Other => {
                    let said = |value: &Value| {
                        !matches!(value.text().trim(), "N/A" | "n/a" | "NA" | "-" | "0")
                    };
                    let rows: Vec<u32> = values
                        .iter()
                        .filter(|(_, value)| said(value))
                        .map(|(row, _)| *row)
                        .collect();
                    other += rows.len();
                    answered.extend(rows);
                }
                _ => {}
            }
        }
        TableQuestion {
            title,
            kind: ColumnKind::Multiple,
            columns,
            answered: answered.len(),
            options,
            other,
            separator: None,
        }
    }

    fn grid(&self, title: String, columns: Vec<TableColumn>) -> TableQuestion {
        let mut answered: BTreeSet<u32> = BTreeSet::new();
        for column in &columns {
            let rows = self
                .columns
                .column(column.index)
                .iter()
                .filter(|(_, value)| value.text().trim() != "N/A");
            answered.extend(rows.map(|(row, _)| *row));
        }
        TableQuestion {
            title,
            kind: ColumnKind::Grid,
            columns,
            answered: answered.len(),
            options: Vec::new(),
            other: 0,
            separator: None,
        }
    }

    fn is_metadata(&self, at: usize) -> bool {
        let (Some((_, heading)), Some(key)) = (self.heading(at), self.keys.get(at)) else {
            return false;
        };
        tool(self.origin).writes(&Header {
            at,
            title: own_title(heading, self.origin),
            key,
            keys: &self.keys,
        })
    }
}

/// The text that names a column by itself.
fn own_title(heading: &Heading, origin: Origin) -> &str {
    heading.sub.as_ref().filter(|_| origin == Origin::Framaforms).unwrap_or(&heading.title)
}
