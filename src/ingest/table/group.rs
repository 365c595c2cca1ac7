//! Which columns make one question.
//!
//! A run of columns is one question when their headings share a title, or when their tool writes only the
//! options; how far the run goes is decided from left to right by what each column can be: see [`facts`].

use std::collections::BTreeSet;

use super::column::{self, ColumnKind, Role, TableColumn};
use super::facts::{self, Facts};
use super::header::Headers;
use super::heading::{self, Heading, is_comment, is_other};
use super::option_headers;
use super::origin::{Origin, Separator};
use super::tools::{Header, tool};
use super::values::Columns;
use crate::codebook::match_key;

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
    let mut headed: Vec<(u32, Heading)> = heading::parse_all(headers, origin);
    if headers.rows.len() == 1 && matches!(origin, Origin::Plain | Origin::SurveyMonkey) {
        option_headers::cut_repeated(&mut headed, columns, origin == Origin::SurveyMonkey);
        if origin == Origin::Plain {
            option_headers::cut_ticked(&mut headed, columns);
        }
    }
    let keys: Vec<String> =
        headed.iter().map(|(_, heading)| match_key(own_title(heading, origin))).collect();
    let own_from = tool(origin).own_from(&keys).unwrap_or(keys.len());
    let facts = facts::of(&headed, columns, origin);
    let grouper = Grouper { columns, origin, headers, headed: &headed, keys, own_from, facts };
    let mut questions = Vec::new();
    let mut at = 0;
    while at < headed.len() {
        let end = grouper.end(at);
        questions.extend(grouper.question(at, end));
        at = end;
    }
    questions
}

/// Columns that make one question at most.
const MOST_IN_A_RUN: usize = 1_000;

struct Grouper<'c> {
    columns: &'c Columns<'c>,
    origin: Origin,
    headers: &'c Headers,
    headed: &'c [(u32, Heading)],
    /// The headers, folded.
    keys: Vec<String>,
    /// Where the columns of the tool's own begin that follow all others.
    own_from: usize,
    facts: Vec<Facts>,
}

impl Grouper<'_> {
    fn heading(&self, at: usize) -> Option<&Heading> {
        self.headed.get(at).map(|(_, heading)| heading)
    }

    fn fact(&self, at: usize, holds: impl Fn(&Facts) -> bool) -> bool {
        self.facts.get(at).is_some_and(holds)
    }

    /// Where the run of columns that begins at `at` ends.
    fn end(&self, at: usize) -> usize {
        let Some(first) = self.heading(at) else { return at + 1 };
        if self.is_metadata(at) {
            return at + 1;
        }
        if self.origin == Origin::Kobo {
            return self.kobo_end(at, first);
        }
        if first.sub.is_none() {
            let by_header = matches!(self.origin, Origin::Typeform | Origin::Plain);
            let options = if by_header { self.option_run(at) } else { at + 1 };
            return if options > at + 1 { options } else { self.with_other(at, first) };
        }
        // The title of a group may run on over the questions that follow it: it ends with its options.
        let same = |place: &usize| {
            self.heading(*place)
                .is_some_and(|heading| heading.sub.is_some() && heading.title == first.title)
        };
        let end = (at..self.headed.len()).take(MOST_IN_A_RUN).take_while(same).count() + at;
        let options = self.options_end(at, end);
        if options > at + 1 { options } else { self.lines_end(at, end).max(at + 1) }
    }

    /// A whole answer, then the column of its « autre » or of its comment.
    fn with_other(&self, at: usize, first: &Heading) -> usize {
        let belongs = |place: &usize| {
            self.heading(*place).is_some_and(|next| {
                let sub = next.sub.as_deref().filter(|_| next.title == first.title);
                sub.is_some_and(|sub| is_other(sub) || is_comment(sub))
                    || (next.sub.is_none()
                        && is_other(&next.title)
                        && (self.origin == Origin::Typeform
                            || (self.origin == Origin::Plain && self.repeats(at))))
            })
        };
        (at + 1..self.headed.len()).take_while(belongs).count() + at + 1
    }

    /// Whether a column holds a choice among few.
    fn repeats(&self, at: usize) -> bool {
        let index = self.headed.get(at).map(|(index, _)| *index).unwrap_or_default();
        column::kind(self.columns.column(index)) == ColumnKind::Single
    }

    /// A summary column and its own options `question/option`, or such options alone.
    fn kobo_end(&self, at: usize, first: &Heading) -> usize {
        let run = |prefix: &str, from: usize| {
            let own = |place: &usize| {
                let option =
                    self.heading(*place).and_then(|heading| heading.title.strip_prefix(prefix));
                option.is_some_and(|rest| rest.len() > 1 && rest.starts_with(['/', '.', ':']))
                    && self.fact(*place, |facts| facts.logical)
            };
            (from..self.headed.len()).take(MOST_IN_A_RUN).take_while(own).count() + from
        };
        let end = run(&first.title, at + 1);
        if end > at + 1 {
            return end;
        }
        let alone = kobo_question(&first.title).map_or(at, |prefix| run(prefix, at));
        let filled = (at..alone).any(|place| self.fact(place, |facts| facts.filled));
        if alone > at + 1 && filled { alone } else { at + 1 }
    }

    /// Neighbouring columns of which each is headed by an option and ticked or not.
    fn option_run(&self, at: usize) -> usize {
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        let mut end = at;
        while let (Some(heading), Some(key)) = (self.heading(end), self.keys.get(end)) {
            let other = is_other(&heading.title);
            let option =
                if other { !seen.is_empty() } else { self.fact(end, |facts| facts.repeats_header) };
            if !option || self.is_metadata(end) || !seen.insert(key) {
                break;
            }
            end += 1;
            if other {
                break;
            }
        }
        let filled = (at..end).any(|place| self.fact(place, |facts| facts.filled));
        if end >= at + 2 && (filled || self.origin == Origin::Typeform) { end } else { at + 1 }
    }

    /// Where the options that begin at `at` end: all are ticked or not, « autre » is the last one.
    fn options_end(&self, at: usize, most: usize) -> usize {
        if self.origin == Origin::GoogleForms {
            return at;
        }
        let (mut options, mut filled, mut end) = (0_usize, false, at);
        while end < most && self.fact(end, |facts| facts.ticks || facts.other || facts.comment) {
            let other = self.fact(end, |facts| facts.other);
            // Only `LimeSurvey` (comments) and Qualtrics (its text) go on after « autre ».
            let goes_on = matches!(self.origin, Origin::LimeSurvey | Origin::Qualtrics);
            if !other && self.fact(end, |facts| facts.ticks) {
                options += 1;
                filled |= self.fact(end, |facts| facts.filled);
            }
            end += 1;
            // Laid out flat, its tick and its text are two columns.
            let text = matches!(self.origin, Origin::SurveyMonkey | Origin::Plain)
                && end < most
                && self.fact(end, |facts| facts.other);
            if other && !goes_on && !text {
                break;
            }
        }
        let shared = self.origin != Origin::LimeSurvey || end == most;
        if options > 0 && filled && shared { end } else { at }
    }

    /// Where the lines of a grid that begin at `at` end.
    fn lines_end(&self, at: usize, most: usize) -> usize {
        match self.origin {
            Origin::GoogleForms | Origin::LimeSurvey | Origin::SurveyMonkey | Origin::Qualtrics => {
                most
            }
            Origin::Framaforms => facts::shared_scale(&self.facts, at, most),
            // A group of questions made by hand shares no scale.
            _ => at,
        }
    }

    fn question(&self, at: usize, end: usize) -> Option<TableQuestion> {
        let run = self.headed.get(at..end)?;
        let (index, first) = run.first()?;
        if self.is_metadata(at) {
            return Some(self.columns.whole(
                *index,
                self.own_name(first),
                ColumnKind::Metadata,
                self.origin,
            ));
        }
        let only = first.sub.as_ref().filter(|sub| {
            let cells = self.columns.column(*index);
            !cells.is_empty() && cells.all(|value| column::same(&value.text(), sub))
        });
        if let Some(option) = only.filter(|_| run.len() == 1) {
            let column = TableColumn { index: *index, role: Role::Option(option.clone()) };
            return Some(self.columns.multiple(first.title.clone(), vec![column]));
        }
        if run.len() == 1 {
            let kind = column::kind(self.columns.column(*index));
            return Some(self.columns.whole(*index, self.lone_title(first), kind, self.origin));
        }
        let title = match self.origin {
            Origin::Typeform | Origin::Plain if first.sub.is_none() && !self.begins_whole(at) => {
                String::new()
            }
            Origin::Kobo => kobo_title(run).to_owned(),
            _ => first.title.clone(),
        };
        let roles = self.roles(at, run);
        if roles.iter().any(|column| column.role == Role::Answer) {
            return Some(self.columns.single(title, roles, self.origin));
        }
        let grid = roles.iter().any(|column| matches!(column.role, Role::Line(_)));
        Some(if grid {
            self.columns.grid(title, roles)
        } else {
            self.columns.multiple(title, roles)
        })
    }

    /// Whether the first column of a run holds a whole answer.
    fn begins_whole(&self, at: usize) -> bool {
        let whole = self.heading(at).is_some_and(|heading| heading.sub.is_none());
        whole && !self.fact(at, |facts| facts.repeats_header)
    }

    fn own_name(&self, heading: &Heading) -> String {
        own_title(heading, self.origin).to_owned()
    }

    /// The title of a question in one column.
    fn lone_title(&self, heading: &Heading) -> String {
        match &heading.sub {
            Some(sub) if heading.title.is_empty() || self.origin == Origin::Framaforms => {
                sub.clone()
            }
            Some(sub) if self.origin == Origin::Plain => sub.clone(),
            Some(sub) if matches!(self.origin, Origin::Qualtrics | Origin::SurveyMonkey) => {
                format!("{} - {sub}", heading.title)
            }
            Some(sub) => format!("{} [{sub}]", heading.title),
            None => heading.title.clone(),
        }
    }

    /// What each column of a run is.
    fn roles(&self, at: usize, run: &[(u32, Heading)]) -> Vec<TableColumn> {
        let whole = self.origin != Origin::Kobo && self.begins_whole(at);
        let by_header = matches!(self.origin, Origin::Typeform | Origin::Plain)
            && run.first().is_some_and(|(_, first)| first.sub.is_none());
        let options = by_header || self.options_end(at, at + run.len()) == at + run.len();
        let titled = kobo_title(run);
        let column = |(place, (index, heading)): (usize, &(u32, Heading))| {
            let sub = match &heading.sub {
                Some(sub) => sub.clone(),
                None if self.origin == Origin::Kobo => {
                    heading.title.get(titled.len() + 1..).unwrap_or_default().to_owned()
                }
                None => heading.title.clone(),
            };
            let role = match (place, self.origin) {
                (0, Origin::Kobo) if heading.title == titled => Role::Summary,
                (_, Origin::Kobo) => Role::Option(sub),
                (0, _) if whole => Role::Answer,
                _ if (options || whole) && is_comment(&sub) => Role::Comment,
                _ if (options || whole) && is_other(&sub) => Role::Other,
                _ if options => Role::Option(sub),
                _ => Role::Line(sub),
            };
            TableColumn { index: *index, role }
        };
        run.iter().enumerate().map(column).collect()
    }

    fn is_metadata(&self, at: usize) -> bool {
        let (Some((index, heading)), Some(key)) = (self.headed.get(at), self.keys.get(at)) else {
            return false;
        };
        if at >= self.own_from {
            return true;
        }
        tool(self.origin).writes(&Header {
            at,
            title: own_title(heading, self.origin),
            key,
            keys: &self.keys,
            texts: self.headers.columns.get(index).map(Vec::as_slice).unwrap_or_default(),
        })
    }
}

/// The question of a heading `group/question/option`.
fn kobo_question(title: &str) -> Option<&str> {
    let end = title.rfind(['/', '.', ':'])?;
    title.get(..end).filter(|question| !question.is_empty())
}

/// The title that a run of `KoboToolbox` shares.
fn kobo_title(run: &[(u32, Heading)]) -> &str {
    let Some((_, first)) = run.first() else { return "" };
    let heads = run.get(1).is_some_and(|(_, next)| next.title.starts_with(&first.title));
    if heads { &first.title } else { kobo_question(&first.title).unwrap_or(&first.title) }
}

/// The text that names a column by itself.
fn own_title(heading: &Heading, origin: Origin) -> &str {
    heading.sub.as_ref().filter(|_| origin == Origin::Framaforms).unwrap_or(&heading.title)
}
