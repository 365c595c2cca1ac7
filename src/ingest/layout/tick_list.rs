//! A list of options on a fiche, with marks beside those that hold: after the option or before it, one option in a row or
//! several, one column for « oui » and one for « non », or the options across and the marks below them.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::{Block, Side, TextCell};
use crate::codebook::{Codebook, match_key};
use crate::ingest::grid::Value;
use crate::ingest::mark::{self, Mark};
use crate::ingest::table;
use crate::model::QuestionId;

/// An option, or what stands in place of one, with what stands beside it.
pub(super) struct Line<'a> {
    pub(super) option: TextCell<'a>,
    /// Whether it is one of the question's options.
    pub(super) known: bool,
    pub(super) beside: Vec<(TextCell<'a>, Said)>,
}

/// What a cell beside an option says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Ticked,
    NotTicked,
    /// Ticked under one of several heads, this one, by its place among them: only a person knows what it is worth.
    Under(usize),
    /// Too short for a text, and no mark that is known.
    Unclear,
    Text,
}

/// The list of a block.
pub(super) struct TickList<'a> {
    /// What heads its columns: « oui », « non », « commentaire ».
    pub(super) heads: Vec<TextCell<'a>>,
    pub(super) lines: Vec<Line<'a>>,
    /// What stands below it and belongs to none of its lines.
    pub(super) rest: Vec<TextCell<'a>>,
}

impl<'a> TickList<'a> {
    /// The list of a block; `None` unless an option has a mark, or the whole vocabulary is listed and nothing is ticked.
    pub(super) fn of(block: &Block<'a>, codebook: &Codebook) -> Option<Self> {
        codebook.vocabulary(&block.question)?;
        let lister = Lister { codebook, question: &block.question };
        let mut rows: Vec<&[TextCell<'a>]> = block.below.iter().map(Vec::as_slice).collect();
        let mut heads = Vec::new();
        match block.side {
            Side::Below => {}
            Side::Beside
                if lister.is_across(&block.beside, rows.first().copied())
                    || lister.is_listed_beside(&block.beside, &rows) =>
            {
                rows.insert(0, &block.beside);
            }
            Side::Beside if lister.heads(&block.beside, &rows) => heads.clone_from(&block.beside),
            Side::Beside | Side::Within => return None,
        }
        let mut list = lister.list(heads, &rows);
        let marked = |line: &Line<'_>| line.beside.iter().any(|(_, said)| *said != Said::Text);
        let ticked = |line: &Line<'_>| {
            line.beside.iter().any(|(_, said)| matches!(said, Said::Ticked | Said::Under(_)))
        };
        let lines = || list.lines.iter();
        let own = list.lines.len() > 1 && lines().any(ticked);
        let known = lines().filter(|line| line.known);
        let listed: BTreeSet<String> = known.map(|line| match_key(&line.option.1.text())).collect();
        let holds = own
            || lines().any(|line| line.known && marked(line))
            || is_whole(listed.len(), &block.question, codebook);
        holds.then(|| {
            list.end();
            list
        })
    }

    /// Marks under several heads that are no mere « oui » say more than that an option holds.
    fn weigh(&mut self) {
        let heads: BTreeMap<u32, usize> = (0..)
            .zip(&self.heads)
            .filter(|(_, (_, value))| mark::parse(&value.text()).is_none())
            .map(|(at, (cell, _))| (cell.column, at))
            .collect();
        let beside = self.lines.iter().flat_map(|line| &line.beside);
        let ticked = beside.filter(|(_, said)| *said == Said::Ticked);
        let used: BTreeSet<u32> =
            ticked.map(|((cell, _), _)| cell.column).filter(|at| heads.contains_key(at)).collect();
        if used.len() < 2 {
            return;
        }
        for ((cell, _), said) in self.lines.iter_mut().flat_map(|line| &mut line.beside) {
            if let (Said::Ticked, Some(head)) = (*said, heads.get(&cell.column)) {
                *said = Said::Under(*head);
            }
        }
    }

    /// What stands below the last option and the last mark is no line of the list.
    fn end(&mut self) {
        let of_list = |line: &Line<'_>| {
            line.known || !line.beside.is_empty() || table::is_other(&line.option.1.text())
        };
        let end = self.lines.iter().rposition(of_list).map_or(0, |last| last + 1);
        // A text right below « autre » is what it asks for.
        let below = |line: &Line<'_>, other: &Line<'_>| {
            table::is_other(&other.option.1.text())
                && other.beside.iter().all(|(_, said)| *said != Said::Text)
                && line.option.0.row == other.option.0.row + 1
        };
        let mut after = self.lines.split_off(end);
        if let (Some(line), Some(other)) = (after.first(), self.lines.last_mut())
            && below(line, other)
        {
            other.beside.push((after.remove(0).option, Said::Text));
        }
        self.rest.extend(after.into_iter().map(|line| line.option));
    }
}

struct Lister<'c> {
    codebook: &'c Codebook,
    question: &'c QuestionId,
}

impl Lister<'_> {
    fn is_option(&self, value: &Value) -> bool {
        is_option(value, self.question, self.codebook)
    }

    /// Whether a row holds options, and the row below it nothing but marks under them.
    fn is_across(&self, row: &[TextCell<'_>], below: Option<&[TextCell<'_>]>) -> bool {
        let listed =
            |(_, value): &TextCell<'_>| self.is_option(value) || table::is_other(&value.text());
        let columns: BTreeSet<u32> = row.iter().map(|(cell, _)| cell.column).collect();
        let marks = |(cell, value): &TextCell<'_>| {
            columns.contains(&cell.column) && mark::parse(&value.text()).is_some()
        };
        row.len() > 1
            && row.iter().all(listed)
            && below.is_some_and(|below| !below.is_empty() && below.iter().all(marks))
    }

    /// Whether the options stand in one column beside their label, one below the other, with marks beside some.
    fn is_listed_beside(&self, beside: &[TextCell<'_>], rows: &[&[TextCell<'_>]]) -> bool {
        let Some((first, _)) = beside.first() else { return false };
        let option = |row: &&[TextCell<'_>]| {
            row.first()
                .is_some_and(|(cell, value)| cell.column == first.column && self.is_option(value))
        };
        let marked = |row: &&[TextCell<'_>]| {
            row.iter().skip(1).any(|(_, value)| mark::parse(&value.text()).is_some())
        };
        let all = || std::iter::once(beside).chain(rows.iter().copied());
        let listed = all().filter(|row| option(row)).count();
        let whole = is_whole(listed, self.question, self.codebook);
        option(&beside) && listed > 1 && (whole || all().any(|row| option(&row) && marked(&row)))
    }

    /// Whether the cells beside a label head the columns of the list below it.
    fn heads(&self, beside: &[TextCell<'_>], rows: &[&[TextCell<'_>]]) -> bool {
        let columns: BTreeSet<u32> = beside.iter().map(|(cell, _)| cell.column).collect();
        let first = |row: &&&[TextCell<'_>]| {
            row.first().is_some_and(|(cell, value)| {
                !columns.contains(&cell.column) && self.is_option(value)
            })
        };
        let marked = |row: &&[TextCell<'_>]| {
            row.iter().any(|(cell, value)| {
                columns.contains(&cell.column) && mark::parse(&value.text()).is_some()
            })
        };
        let listed: Vec<&&[TextCell<'_>]> = rows.iter().filter(first).collect();
        let options = beside.iter().any(|(_, value)| self.is_option(value));
        !options && listed.len() > 1 && listed.into_iter().any(marked)
    }

    fn list<'a>(&self, heads: Vec<TextCell<'a>>, rows: &[&[TextCell<'a>]]) -> TickList<'a> {
        let first_is_mark = |row: &&[TextCell<'_>]| {
            row.first().is_some_and(|(_, value)| mark::parse(&value.text()).is_some())
                && row.iter().any(|(_, value)| self.is_option(value))
        };
        let negative = heads.iter().filter(|(_, value)| is_negative(&value.text()));
        let reader = Marks {
            before: rows.iter().any(first_is_mark),
            negative: negative.map(|(cell, _)| cell.column).collect(),
            ranks: are_ranks(rows),
        };
        let mut list = TickList { heads, lines: Vec::new(), rest: Vec::new() };
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            let below = rows.get(at + 1).copied();
            if let Some(marks) = below.filter(|_| self.is_across(row, below)) {
                list.lines.extend(row.iter().map(|(cell, value)| {
                    let own = marks.iter().filter(|(mark, _)| mark.column == cell.column);
                    let beside = own.map(|mark| (*mark, reader.said(*mark))).collect();
                    Line { option: (*cell, *value), known: self.is_option(value), beside }
                }));
                at += 2;
            } else {
                self.along(row, &reader, &mut list);
                at += 1;
            }
        }
        list.weigh();
        list
    }

    /// The options of a row, each with its marks.
    fn along<'a>(&self, row: &[TextCell<'a>], reader: &Marks, list: &mut TickList<'a>) {
        let (mut lines, mut waiting): (Vec<Line<'a>>, Vec<_>) = (Vec::new(), Vec::new());
        for (cell, value) in row {
            let said = reader.said((*cell, *value));
            let known = self.is_option(value);
            let begins =
                said == Said::Text && (known || lines.is_empty() || table::is_other(&value.text()));
            if begins {
                let beside = std::mem::take(&mut waiting);
                lines.push(Line { option: (*cell, *value), known, beside });
                continue;
            }
            match lines.last_mut().filter(|_| !reader.before || said == Said::Text) {
                Some(line) => line.beside.push(((*cell, *value), said)),
                None => waiting.push(((*cell, *value), said)),
            }
        }
        list.lines.append(&mut lines);
        // A mark with no option behind it.
        list.rest.extend(waiting.into_iter().map(|(cell, _)| cell));
    }
}

/// Whether so many options are all that a question has: they are then its list, and no answer.
pub(super) fn is_whole(listed: usize, question: &QuestionId, codebook: &Codebook) -> bool {
    let terms = codebook.vocabulary(question).map(|vocabulary| vocabulary.terms.len());
    listed > 1 && terms.is_some_and(|terms| listed >= terms)
}

/// Whether a cell holds an option of a question, numbered or not.
pub(super) fn is_option(value: &Value, question: &QuestionId, codebook: &Codebook) -> bool {
    let text = value.text();
    let bare = unnumbered(&text);
    codebook.is_option(question, &text) || (bare != text && codebook.is_option(question, bare))
}

/// Characters of the longest mark.
const LONGEST_MARK: usize = 3;

/// How the marks of a list are read.
struct Marks {
    /// They stand before their options.
    before: bool,
    /// The columns headed « non ».
    negative: BTreeSet<u32>,
    /// Numbers say in which order the options come.
    ranks: bool,
}

impl Marks {
    fn said(&self, (cell, value): TextCell<'_>) -> Said {
        let text = value.text();
        match mark::parse(&text) {
            Some(Mark::Ticked) if self.negative.contains(&cell.column) => Said::NotTicked,
            Some(Mark::Ticked) => Said::Ticked,
            Some(Mark::NotTicked) => Said::NotTicked,
            None if self.ranks && text.trim().parse::<u32>().is_ok() => Said::Ticked,
            None if text.trim().chars().count() <= LONGEST_MARK => Said::Unclear,
            None => Said::Text,
        }
    }
}

/// Whether a head says that an option does not hold.
fn is_negative(head: &str) -> bool {
    const NEVER: [&str; 10] = [
        "pas du tout",
        "jamais",
        "aucun",
        "aucune",
        "nul",
        "non concerne",
        "sans objet",
        "pas encore",
        "never",
        "not at all",
    ];
    mark::parse(head) == Some(Mark::NotTicked) || NEVER.contains(&match_key(head).as_str())
}

/// Whether the numbers of a list are 1, 2, 3 …, each once.
fn are_ranks(rows: &[&[TextCell<'_>]]) -> bool {
    let cells = rows.iter().flat_map(|row| row.iter());
    let mut numbers: Vec<u32> =
        cells.filter_map(|(_, value)| value.text().trim().parse().ok()).collect();
    numbers.sort_unstable();
    numbers.len() > 1 && numbers.iter().zip(1..).all(|(number, rank)| *number == rank)
}

/// An option without « a) », « 2. » or « (3) » before it.
fn unnumbered(text: &str) -> &str {
    let text = text.trim_start();
    let bare = text.strip_prefix('(').unwrap_or(text);
    let end = bare.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or_default();
    let after = bare.get(end..).and_then(|rest| rest.strip_prefix(['.', ')', '°']));
    match after {
        Some(after) if (1..=2).contains(&end) && after.starts_with(char::is_whitespace) => {
            after.trim_start()
        }
        _ => text,
    }
}
