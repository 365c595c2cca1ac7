//! `Question Option`, where nothing but the cells tells the two apart: whoever chose the option has its text in the cell,
//! and the header ends with it.

use super::column;
use super::heading::{Heading, clean, is_other};
use super::values::Columns;

/// Cuts such headers into question and option: neighbours that share the question, of which at least one repeats its
/// option in every cell; `alone` takes a single one too.
pub(super) fn cut(headed: &mut [(u32, Heading)], columns: &Columns<'_>, alone: bool) {
    let titles: Vec<Option<String>> =
        headed.iter().map(|(index, heading)| title(*index, heading, columns)).collect();
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
            for (_, heading) in headed.get_mut(first..end).into_iter().flatten() {
                let sub = rest(heading, title).map(str::to_owned);
                *heading = Heading { title: title.clone(), sub };
            }
        }
        at = end;
    }
}

/// The question of a header whose end every cell of its column repeats.
fn title(index: u32, heading: &Heading, columns: &Columns<'_>) -> Option<String> {
    let values = columns.column(index);
    let (value, _) = values.iter().next().filter(|_| heading.sub.is_none())?;
    let option = clean(&value.text());
    let before = heading.title.strip_suffix(&option).filter(|_| !option.is_empty())?;
    let title = before.trim_end_matches(|c: char| c.is_whitespace() || JOINTS.contains(&c));
    let cut = !title.is_empty() && title.len() < before.len();
    let all = cut && values.all(|value| column::same(&clean(&value.text()), &option));
    all.then(|| title.to_owned())
}

/// What may stand between a question and its option.
const JOINTS: [char; 8] = ['-', '–', '—', ':', '/', '|', '>', '_'];

/// What a header says after its question.
fn rest<'h>(heading: &'h Heading, title: &str) -> Option<&'h str> {
    let after = heading.title.strip_prefix(title).filter(|_| heading.sub.is_none())?;
    let rest = after.trim_start_matches(|c: char| c.is_whitespace() || JOINTS.contains(&c));
    (!rest.is_empty() && rest.len() < after.len()).then_some(rest)
}
