//! Headers that hold a question and its option without the marks of a tool: `Question Option`, where whoever chose the
//! option has its text in the cell, and `Question - Option`, `Question : Option`, `Question (Option)`, `question_option`
//! above neighbours that hold nothing but ticks.

use std::ops::Range;

use super::column;
use super::heading::{Heading, clean, is_other};
use super::values::{Columns, Values};
use crate::codebook::match_key;

/// Cuts headers of which the cells repeat the end: neighbours that share the question, of which at least one repeats its
/// option in every cell; `alone` takes a single one too.
pub(super) fn cut_repeated(headed: &mut [(u32, Heading)], columns: &Columns<'_>, alone: bool) {
    let titles: Vec<Option<String>> =
        headed.iter().map(|(index, heading)| repeated(*index, heading, columns)).collect();
    let mut at = 0;
    while at < headed.len() {
        let Some(title) = titles.get(at).and_then(Option::as_ref) else {
            at += 1;
            continue;
        };
        let belongs = |place: &usize| {
            let own = titles.get(*place).is_some_and(|own| own.as_ref() == Some(title));
            own || headed.get(*place).is_some_and(|(index, heading)| {
                let rest = rest(heading, title);
                rest.is_some_and(|rest| is_other(rest) || columns.column(*index).is_empty())
            })
        };
        let first = at - (0..at).rev().take_while(belongs).count();
        let end = at + (at..headed.len()).take_while(belongs).count();
        if alone || end > first + 1 {
            let title = title.clone();
            cut(headed.get_mut(first..end).unwrap_or_default(), &title);
        }
        at = end;
    }
}

/// Cuts the headers of neighbours that hold nothing but ticks and begin alike up to a joint, two at least; « autre » may
/// hold a text.
pub(super) fn cut_ticked(headed: &mut [(u32, Heading)], columns: &Columns<'_>) {
    let marks: Vec<Marks> =
        headed.iter().map(|(index, _)| Marks::of(columns.column(*index))).collect();
    let mut at = 0;
    while at < headed.len() {
        let mut best = at..at + 1;
        let mut title = None;
        let begins = marks.get(at).is_some_and(|marks| marks.ticks && !marks.empty);
        let titles = headed.get(at).filter(|_| begins).map(|(_, heading)| titles(heading));
        for known in titles.unwrap_or_default() {
            let run = run(headed, (at, &marks), &known);
            // The titles come from the shortest to the longest.
            if run.len() > 1 && run.len() >= best.len() {
                (best, title) = (run, Some(known));
            }
        }
        let end = best.end;
        if let Some(title) = title {
            cut(headed.get_mut(best).unwrap_or_default(), &title);
        }
        at = end;
    }
}

/// What the cells of a column are.
#[derive(Clone, Copy)]
struct Marks {
    empty: bool,
    /// Every cell says « ticked » or « not ticked ».
    ticks: bool,
    /// Every cell is a number.
    numbers: bool,
}

impl Marks {
    fn of(cells: &Values<'_>) -> Self {
        Self {
            empty: cells.is_empty(),
            ticks: cells.all(|value| column::tick(value, "").is_some()),
            numbers: cells.all(column::is_number),
        }
    }
}

/// The columns around a ticked one that are options of a question; none unless two of them are ticked or not.
fn run(headed: &[(u32, Heading)], (at, marks): (usize, &[Marks]), title: &str) -> Range<usize> {
    let is_count = COUNTS.iter().any(|word| match_key(title).split(' ').next() == Some(word));
    let option = |place: &usize| {
        let (_, heading) = headed.get(*place)?;
        // Questions of a section begin alike too.
        let rest = rest(heading, title).filter(|rest| !rest.ends_with('?'))?;
        Some((marks.get(*place)?, rest))
    };
    let ticks = |marks: &Marks| marks.ticks && !(is_count && marks.numbers && !marks.empty);
    let belongs =
        |place: &usize| option(place).is_some_and(|(marks, rest)| ticks(marks) || is_other(rest));
    let empty = |place: &usize| option(place).is_some_and(|(marks, _)| marks.empty);
    let end = at + (at..headed.len()).take_while(belongs).count();
    let first = at - (0..at).rev().take_while(empty).count();
    let filled = (at..end).filter_map(|place| option(&place));
    let filled = filled.filter(|(marks, _)| ticks(marks) && !marks.empty).count();
    if filled > 1 { first..end } else { at..at }
}

/// Words with which a question asks for a number: 0 and 1 are no ticks below it.
const COUNTS: [&str; 7] = ["nombre", "nb", "effectif", "effectifs", "combien", "number", "count"];

fn cut(headed: &mut [(u32, Heading)], title: &str) {
    for (_, heading) in headed {
        let sub = rest(heading, title).map(str::to_owned);
        *heading = Heading { title: title.to_owned(), sub };
    }
}

/// The question of a header whose end every cell of its column repeats.
fn repeated(index: u32, heading: &Heading, columns: &Columns<'_>) -> Option<String> {
    let values = columns.column(index);
    let (value, _) = values.iter().next().filter(|_| heading.sub.is_none())?;
    let option = clean(&value.text());
    let before = heading.title.strip_suffix(&option).filter(|_| !option.is_empty())?;
    let title = before.trim_end_matches(is_joint);
    let cut = !title.is_empty() && title.len() < before.len();
    let all = cut && values.all(|value| column::same(&clean(&value.text()), &option));
    all.then(|| title.to_owned())
}

/// What may stand between a question and its option.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | '/' | '|' | '>' | '_')
}

/// The questions that a header may begin with, from the shortest.
fn titles(heading: &Heading) -> Vec<String> {
    if heading.sub.is_some() {
        return Vec::new();
    }
    let text = heading.title.as_str();
    let cuts = text.char_indices().filter(|(at, c)| {
        let spaced = text.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace));
        match c {
            '_' | ':' | '/' | '|' | '>' => true,
            '-' | '–' | '—' | '(' => spaced,
            _ => false,
        }
    });
    let ends_question = text.match_indices(['?', '.']).filter_map(|(at, mark)| {
        let end = at + mark.len();
        text.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace)).then_some(end)
    });
    let mut places: Vec<usize> = cuts.map(|(at, _)| at).chain(ends_question).collect();
    places.sort_unstable();
    let title = |at: usize| text.get(..at).map(|title| title.trim_end_matches(is_joint).to_owned());
    let mut titles: Vec<String> = places
        .into_iter()
        .take(MOST_CUTS)
        .filter_map(title)
        .filter(|one| !one.is_empty())
        .collect();
    titles.dedup();
    titles
}

/// Places looked at in one header.
const MOST_CUTS: usize = 16;

/// What a header says after its question, without the brackets around it.
fn rest<'h>(heading: &'h Heading, title: &str) -> Option<&'h str> {
    let after = heading.title.strip_prefix(title).filter(|_| heading.sub.is_none())?;
    let rest = after.trim_start_matches(is_joint);
    let cut = !rest.is_empty() && rest.len() < after.len();
    let bare = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    cut.then_some(bare.map_or(rest, str::trim)).filter(|rest| !rest.is_empty())
}
