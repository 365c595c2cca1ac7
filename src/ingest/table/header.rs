//! Where the headers are: never guessed from the declared dimension.
//!
//! A tool's export has its own number of header rows. In a table of no tool, the header is the first row
//! that names most of the columns used below it, with texts that the rows below do not repeat; a sparse
//! row right above it, or a row of options right below it, belongs to it.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::Origin;
use super::{column, heading};
use crate::ingest::grid::{Sheet, Value};
use crate::model::CellRef;

/// The headers of a table.
#[derive(Debug, Default)]
pub(super) struct Headers {
    /// Their rows.
    pub(super) rows: Vec<u32>,
    /// By column, the text of each header row, an upper one spread over the columns that it covers.
    pub(super) columns: BTreeMap<u32, Vec<String>>,
    /// The cells above.
    pub(super) titles: Vec<CellRef>,
}

/// Rows looked at for a header.
const SAMPLE_ROWS: usize = 40;
/// Cells of a row looked at.
const SAMPLE_COLUMNS: usize = 200;
/// Rows looked at for what a header names.
const SAMPLE_BELOW: usize = 200;

pub(super) fn find(sheet: &Sheet, origin: Origin) -> Option<Headers> {
    let rows: Vec<Vec<(CellRef, &Value)>> = sheet
        .rows()
        .take(SAMPLE_ROWS + SAMPLE_BELOW)
        .map(|row| row.into_iter().take(SAMPLE_COLUMNS).collect())
        .collect();
    let number = |row: usize| rows.get(row).and_then(|row| row.first()).map(|(cell, _)| cell.row);
    let first = number(0)?;
    let header_rows: Vec<u32> = match origin {
        Origin::Qualtrics => qualtrics(&rows).filter_map(number).collect(),
        Origin::Framaforms if is_submission_row(&rows, 2) => vec![first, first + 1, first + 2],
        Origin::Framaforms
        | Origin::Kobo
        | Origin::Demarches
        | Origin::Nextcloud
        | Origin::MicrosoftForms
        | Origin::Typeform
        | Origin::LimeSurvey
        | Origin::GoogleForms => {
            vec![first]
        }
        Origin::SurveyMonkey if continues(&rows) => vec![first, first + 1],
        Origin::SurveyMonkey => vec![first],
        Origin::Plain => by_hand(&rows)?,
    };
    Some(headers(sheet, header_rows, origin))
}

/// The headers in these rows.
pub(super) fn at(sheet: &Sheet, mut rows: Vec<u32>, origin: Origin) -> Headers {
    rows.sort_unstable();
    rows.dedup();
    headers(sheet, rows, origin)
}

fn is_submission_row(rows: &[Vec<(CellRef, &Value)>], row: usize) -> bool {
    rows.get(row).is_some_and(|cells| cells.len() > 2)
        && rows.first().is_some_and(|cells| cells.len() == 1)
}

/// The header rows of Qualtrics: those before the first one that says when a record began.
fn qualtrics(rows: &[Vec<(CellRef, &Value)>]) -> std::ops::Range<usize> {
    const MOST: usize = 3;
    let begun = |row: &Vec<(CellRef, &Value)>| {
        let named = row.iter().find(|(_, value)| value.text().trim() == "StartDate");
        named.map(|(cell, _)| cell.column)
    };
    let Some(column) = rows.iter().take(2).find_map(begun) else { return 0..MOST };
    let is_record = |row: &Vec<(CellRef, &Value)>| {
        row.iter().any(|(cell, value)| cell.column == column && column::is_date(value))
    };
    0..rows.iter().take(MOST).position(is_record).unwrap_or(MOST).max(1)
}

/// Whether the second row goes on with the header: the first one leaves columns without a name, or the second says
/// only « Response ».
fn continues(rows: &[Vec<(CellRef, &Value)>]) -> bool {
    let named: BTreeSet<u32> =
        rows.first().into_iter().flatten().map(|(cell, _)| cell.column).collect();
    let second: Vec<u32> = rows.get(1).into_iter().flatten().map(|(cell, _)| cell.column).collect();
    let mut lower = rows.get(1).into_iter().flatten();
    (second.iter().any(|column| !named.contains(column))
        || lower.any(|(_, value)| heading::is_whole_answer(&value.text())))
        && !rows.get(1).is_some_and(|row| row.iter().any(|(cell, _)| cell.column == 0))
}

/// The header rows of a table of no tool.
fn by_hand(rows: &[Vec<(CellRef, &Value)>]) -> Option<Vec<u32>> {
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in rows.iter().enumerate().take(SAMPLE_ROWS) {
        let below: Vec<_> = rows.iter().skip(at + 1).take(SAMPLE_BELOW).collect();
        let named: BTreeSet<u32> = row.iter().map(|(cell, _)| cell.column).collect();
        let texts = row.iter().all(|(_, value)| matches!(value, Value::Text(_)));
        let used = below
            .iter()
            .filter(|below| {
                below.iter().filter(|(cell, _)| named.contains(&cell.column)).count() * 2
                    >= below.len().max(2)
            })
            .count();
        if !texts || row.len() < 2 || used == 0 {
            continue;
        }
        let distinct: BTreeSet<String> = row.iter().map(|(_, value)| value.text()).collect();
        if distinct.len() * 2 < row.len() {
            continue;
        }
        // The first such row is the header, unless a wider one stands over dates and numbers.
        let typed: BTreeSet<u32> = below
            .iter()
            .take(5)
            .flat_map(|row| row.iter())
            .filter(|(_, value)| is_typed(value))
            .map(|(cell, _)| cell.column)
            .collect();
        // A record has numbers and dates where those below it have them.
        let record =
            |(cell, value): &(CellRef, &Value)| typed.contains(&cell.column) && is_typed(value);
        let wider = |width| row.len() > width && !typed.is_empty() && !row.iter().any(record);
        if best.is_none_or(|(_, width)| wider(width)) {
            // A row of options below it names columns too.
            let options = rows.get(at + 1).filter(|lower| is_lower(row, lower)).into_iter();
            let cells = options.flatten().chain(row);
            let width = cells.map(|(cell, _)| cell.column).collect::<BTreeSet<u32>>().len();
            best = Some((at, width));
        }
    }
    let (at, _) = best?;
    let number = |at: usize| rows.get(at).and_then(|row| row.first()).map(|(cell, _)| cell.row);
    let main = number(at)?;
    let mut header = vec![main];
    // An upper row of groups, or a lower row of options, each right beside the widest row.
    if let Some(above) = at.checked_sub(1).and_then(number).filter(|above| above + 1 == main)
        && rows.get(at - 1).is_some_and(|upper| is_upper(upper, rows.get(at)))
        && rows
            .iter()
            .take(at - 1)
            .all(|title| title.len() == 1 || is_outer(title, rows.get(at - 1)))
    {
        header.insert(0, above);
    }
    if let Some(below) = number(at + 1).filter(|below| *below == main + 1)
        && rows.get(at).zip(rows.get(at + 1)).is_some_and(|(main, lower)| is_lower(main, lower))
    {
        header.push(below);
    }
    Some(header)
}

/// Whether a row below the header names options: it stands under columns that the header leaves without a
/// name, two at least, with texts that do not repeat, and not under its first column.
fn is_lower(main: &[(CellRef, &Value)], lower: &[(CellRef, &Value)]) -> bool {
    let named: BTreeSet<u32> = main.iter().map(|(cell, _)| cell.column).collect();
    let unnamed = lower.iter().filter(|(cell, _)| !named.contains(&cell.column)).count();
    let distinct: BTreeSet<String> = lower.iter().map(|(_, value)| value.text()).collect();
    let texts = lower.iter().all(|(_, value)| matches!(value, Value::Text(_)) && !is_typed(value));
    let first = named.first().copied().unwrap_or_default();
    unnamed >= 2
        && texts
        && distinct.len() == lower.len()
        && lower.iter().all(|(cell, _)| cell.column > first)
}

fn is_typed(value: &Value) -> bool {
    matches!(value, Value::Bool(_)) || column::is_date(value) || column::is_number(value)
}

/// Whether a sparse row names groups of the columns below: at least one of its cells covers several
/// columns whose lower headers are full.
fn is_upper(upper: &[(CellRef, &Value)], lower: Option<&Vec<(CellRef, &Value)>>) -> bool {
    let Some(lower) = lower else { return false };
    let lower: BTreeSet<u32> = lower.iter().map(|(cell, _)| cell.column).collect();
    let columns: Vec<u32> = upper.iter().map(|(cell, _)| cell.column).collect();
    let sparse = columns.len() < lower.len();
    let mut ends = columns.iter().skip(1).copied().chain([u32::MAX]);
    let covers = columns.iter().any(|start| {
        let end = ends.next().unwrap_or(u32::MAX);
        lower.range(*start..end).count() > 1
    });
    // A title stands alone in the first column; a group rarely does.
    let title = columns.len() == 1 && columns.first() == lower.first();
    let words = upper.iter().all(|(_, value)| !is_typed(value));
    sparse && covers && words && !title
}

/// Whether a row groups the groups of the row below: fewer of them, each beginning where one of those does.
fn is_outer(outer: &[(CellRef, &Value)], groups: Option<&Vec<(CellRef, &Value)>>) -> bool {
    let groups: BTreeSet<u32> = groups.into_iter().flatten().map(|(cell, _)| cell.column).collect();
    outer.len() < groups.len()
        && outer.iter().all(|(cell, value)| groups.contains(&cell.column) && !is_typed(value))
}

fn headers(sheet: &Sheet, rows: Vec<u32>, origin: Origin) -> Headers {
    let mut headers = Headers::default();
    let first = rows.first().copied().unwrap_or_default();
    let last = rows.last().copied().unwrap_or_default();
    headers.titles =
        sheet.cells().map(|(cell, _)| cell).take_while(|cell| cell.row < first).collect();
    let used = sheet.used_columns();
    let widest = used.last().copied().unwrap_or_default();
    for (depth, row) in rows.iter().enumerate() {
        let lowest = *row == last;
        let spread = !lowest && !matches!(origin, Origin::Qualtrics);
        let mut current = String::new();
        for column in 0..=widest {
            let text = sheet.get(CellRef::new(*row, column)).map(Value::text);
            match text {
                Some(text) => current = text,
                None if spread => {}
                None => current = String::new(),
            }
            let texts =
                headers.columns.entry(column).or_insert_with(|| vec![String::new(); rows.len()]);
            if let Some(place) = texts.get_mut(depth) {
                place.clone_from(&current);
            }
        }
    }
    if origin == Origin::Framaforms && rows.len() == 3 {
        // The first row is the form's title, which names no column.
        for texts in headers.columns.values_mut() {
            if let Some(title) = texts.first_mut() {
                title.clear();
            }
        }
    }
    let used: BTreeSet<u32> = used.into_iter().collect();
    headers.columns.retain(|column, _| used.contains(column));
    headers.rows = rows;
    headers
}
