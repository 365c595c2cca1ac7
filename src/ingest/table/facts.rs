//! What each column can be, looked at once: an option that is ticked or not, « autre », a comment.

use std::collections::BTreeSet;

use super::column::{self};
use super::heading::{Heading, is_comment, is_other};
use super::origin::Origin;
use super::values::{Columns, Values};
use crate::ingest::grid::Value;
use crate::ingest::mark;

/// What a column can be.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one question about a column")]
pub(super) struct Facts {
    /// It holds something.
    pub(super) filled: bool,
    /// Every cell says whether the option of its heading was ticked.
    pub(super) ticks: bool,
    /// Every cell is 0 or 1, true or false.
    pub(super) logical: bool,
    /// Every cell repeats the header, or is a bare tick in a table made by hand.
    pub(super) repeats_header: bool,
    /// Its heading is « autre ».
    pub(super) other: bool,
    /// Its heading is « commentaire ».
    pub(super) comment: bool,
    /// Its different texts, when they are few.
    scale: Option<BTreeSet<String>>,
}

/// Most steps of a scale.
const MOST_STEPS: usize = 11;
/// Characters of the longest heading that is an option without ever being ticked.
const LONGEST_OPTION: usize = 120;

/// Looks at every column.
pub(super) fn of(headed: &[(u32, Heading)], columns: &Columns<'_>, origin: Origin) -> Vec<Facts> {
    let place = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
    let mut from = 0;
    let mut title: Option<&str> = None;
    let mut facts = Vec::with_capacity(headed.len());
    for (at, (index, heading)) in headed.iter().enumerate() {
        if title != Some(heading.title.as_str()) {
            (from, title) = (at, Some(heading.title.as_str()));
        }
        facts.push(one(columns.column(*index), heading, (origin, place(at - from))));
    }
    facts
}

/// Looks at a column; `place` is its place among those with its title, from 1.
fn one(cells: &Values<'_>, heading: &Heading, (origin, place): (Origin, u32)) -> Facts {
    let sub = heading.sub.as_deref().unwrap_or_default();
    let every = |holds: &dyn Fn(&Value) -> bool| cells.all(holds);
    let ticks = match origin {
        Origin::Framaforms => {
            every(&|value| mark::is_sign(&value.text()) || column::same(value.text().trim(), sub))
        }
        Origin::SurveyMonkey | Origin::Qualtrics => {
            every(&|value| column::tick(value, sub).is_some())
                || every(&|value| value.text().trim() == place.to_string())
        }
        _ => every(&|value| column::tick(value, sub).is_some()),
    };
    Facts {
        filled: !cells.is_empty(),
        ticks,
        logical: every(&is_logical),
        repeats_header: repeats_header(cells, &heading.title, origin),
        other: is_other(sub),
        comment: is_comment(sub),
        scale: scale(cells),
    }
}

fn is_logical(value: &Value) -> bool {
    matches!(
        value.text().trim().to_lowercase().as_str(),
        "0" | "1" | "true" | "false" | "vrai" | "faux"
    )
}

/// Whether a column holds nothing but its own header, or bare ticks in a table made by hand.
fn repeats_header(cells: &Values<'_>, title: &str, origin: Origin) -> bool {
    if cells.is_empty() {
        let question = title.trim_end().ends_with(['?', ':', '*']);
        return origin == Origin::Typeform && !question && title.chars().count() <= LONGEST_OPTION;
    }
    let own = |value: &Value| column::same(value.text().trim(), title);
    cells.all(|value| own(value) || (origin == Origin::Plain && mark::is_sign(&value.text())))
}

/// The steps of a scale, when a column holds few different texts.
fn scale(cells: &Values<'_>) -> Option<BTreeSet<String>> {
    let mut steps = BTreeSet::new();
    for (value, _) in cells.iter() {
        steps.insert(value.text());
        if steps.len() > MOST_STEPS {
            return None;
        }
    }
    Some(steps)
}

/// Where neighbouring columns stop sharing a scale: each holds some of few texts, which come back.
pub(super) fn shared_scale(facts: &[Facts], at: usize, most: usize) -> usize {
    let mut steps: BTreeSet<&String> = BTreeSet::new();
    let mut end = at;
    while let Some(scale) = facts.get(end).filter(|_| end < most).and_then(|one| one.scale.as_ref())
    {
        let known = scale.iter().filter(|step| steps.contains(step)).count();
        let fits = end == at || scale.is_empty() || known * 2 >= scale.len();
        if !fits || steps.len() + scale.len() - known > MOST_STEPS {
            break;
        }
        steps.extend(scale);
        end += 1;
    }
    end
}
