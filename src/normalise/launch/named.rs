//! Dates in words: months, seasons, « rentrée », quarters, halves, parts of a year.
//!
//! « Début septembre 2020 » is September: a part of a month is not kept, so that no day is invented.

use super::cursor::Cursor;
use super::digits::time_of_day;
use super::lexicon::{
    Stretch, is_ordinal_ending, is_spelling, month, ordinal, season as season_of, stretch,
};
use super::mention::Mention;
use crate::model::{Period, Season};
use crate::normalise::ReviewReason;

const NO_YEAR: Mention = Mention::Unreadable(ReviewReason::NoYear);
const AMBIGUOUS: Mention = Mention::Unreadable(ReviewReason::AmbiguousDate);

/// « 3 mars 2021 », « 1er septembre 2020 », « 01-sept-20 ».
pub(super) fn day(cursor: &mut Cursor) -> Option<Mention> {
    let day = match cursor.word(|word| (word == "premier").then_some(1)) {
        Some(first) => first,
        None => cursor.number(2)?,
    };
    cursor.word(|word| is_ordinal_ending(word).then_some(()));
    while cursor.mark(&['-', '/', '.']).is_some() {}
    let month = cursor.word(month)?;
    let Some(year) = cursor.year() else { return Some(NO_YEAR) };
    time_of_day(cursor);
    Some(Mention::day(year, month, day, "day"))
}

/// « rentrée 2021 » is its September; « rentrée 2021-2022 » is the school year.
pub(super) fn school_start(cursor: &mut Cursor) -> Option<Mention> {
    cursor.word(|word| is_spelling(word, "rentree").then_some(()))?;
    cursor.one_of(&["scolaire", "universitaire", "academique"]);
    if cursor.one_of(&["des"]).is_some() {
        cursor.one_of(&["classes"]);
    }
    let start = cursor.at;
    cursor.links(&["scolaire"]);
    if cursor.mark(&[':']).is_some() {
        cursor.links(&[]);
    }
    if let Some(month) = months(cursor) {
        return Some(month);
    }
    cursor.at = start;
    cursor.mark(&[':']);
    // « 2020 (rentrée) ».
    let Some(year) = cursor.year() else { return Some(Mention::BareMonth(9)) };
    Some(match cursor.second_year(year) {
        Some(_) => Mention::Dated(Period::SchoolYear(year), "school_year"),
        None => Mention::Dated(Period::Month(year, 9), "school_start"),
    })
}

/// One month, or months that follow each other: « octobre-novembre 2020 », « de mars à juin 2021 ».
pub(super) fn months(cursor: &mut Cursor) -> Option<Mention> {
    let spans = cursor.before().is_some_and(|before| before.is_word("entre"));
    parts(cursor);
    let first = cursor.word(month)?;
    let mut last = first;
    let mut consecutive = true;
    while let Some((next, joiner)) = next_month(cursor) {
        let open = joiner == Joiner::Span || (spans && joiner == Joiner::And);
        consecutive &= next > last && (open || next == last + 1);
        last = next;
    }
    let Some(year) = cursor.year() else {
        return Some(if first == last { Mention::BareMonth(first) } else { NO_YEAR });
    };
    Some(match (consecutive, first == last) {
        (true, true) => Mention::month(year, first, "month"),
        (true, false) => Mention::Dated(Period::Months((year, first), (year, last)), "months"),
        (false, _) => Mention::Unreadable(ReviewReason::SeveralDates),
    })
}

/// What joins two months.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joiner {
    /// « - » or « à »: everything between them.
    Span,
    /// « et », or « ou »: just the two.
    And,
}

fn next_month(cursor: &mut Cursor) -> Option<(u32, Joiner)> {
    let mut attempt = *cursor;
    attempt.mark(&['.']);
    let span = attempt.mark(&['-']).is_some() || attempt.one_of(&["a", "au"]).is_some();
    if !span && attempt.mark(&['/', ',', '&']).is_none() {
        attempt.one_of(&["et", "ou"])?;
    }
    parts(&mut attempt);
    let month = attempt.word(month)?;
    *cursor = attempt;
    Some((month, if span { Joiner::Span } else { Joiner::And }))
}

/// Steps over « début », « fin », « mi- », « courant du mois de ».
fn parts(cursor: &mut Cursor) {
    for _ in 0..2 {
        if cursor.word(stretch).is_none() {
            return;
        }
        cursor.mark(&['-']);
        while cursor.one_of(&["de", "d", "du", "l", "mois"]).is_some()
            || cursor.mark(&['\'']).is_some()
        {}
    }
}

/// A season; « été » after « a » is the verb (« a été lancé »).
pub(super) fn season(cursor: &mut Cursor) -> Option<Mention> {
    parts(cursor);
    let verb = cursor
        .before()
        .is_some_and(|before| ["a", "ont", "avait", "aura"].contains(&before.text.as_str()));
    let season = cursor.word(season_of)?;
    let Some(year) = cursor.year() else {
        return (season != Season::Summer || !verb).then_some(NO_YEAR);
    };
    let second = (season == Season::Winter).then(|| cursor.second_year(year)).flatten();
    Some(Mention::Dated(Period::Season(year, season, second), "season"))
}

/// A quarter or a half, its year before or after it.
pub(super) fn quarter(cursor: &mut Cursor) -> Option<Mention> {
    let before = cursor.peek(0).and_then(|token| cursor.years.full_token(token));
    if before.is_some() {
        cursor.at += 1;
        cursor.links(&[]);
    }
    parts(cursor);
    let piece = piece(cursor)?;
    if let Some(year) = before {
        return Some(piece.of(year));
    }
    let start = cursor.at;
    cursor.links(&["scolaire"]);
    if cursor.before().is_some_and(|token| token.is_word("scolaire")) {
        return Some(AMBIGUOUS);
    }
    cursor.at = start;
    let Some(year) = cursor.year() else { return Some(NO_YEAR) };
    Some(if cursor.second_year(year).is_some() { AMBIGUOUS } else { piece.of(year) })
}

/// A piece of a calendar year: which one, of how many.
#[derive(Clone, Copy)]
struct Piece {
    rank: u32,
    pieces: u32,
}

impl Piece {
    fn of(self, year: i32) -> Mention {
        match self {
            Self { rank: rank @ 1..=4, pieces: 4 } => {
                Mention::Dated(Period::Quarter(year, rank), "quarter")
            }
            Self { rank: rank @ 1..=2, pieces: 2 } => {
                Mention::Dated(Period::Half(year, rank), "half")
            }
            Self { .. } => Mention::Unreadable(ReviewReason::ImpossibleDate),
        }
    }
}

/// « T2 », « 2T », « 2e trimestre », « second semestre », « trimestre 2 ».
fn piece(cursor: &mut Cursor) -> Option<Piece> {
    let start = cursor.at;
    if let Some(pieces) = cursor.word(pieces) {
        let short = cursor.before().is_some_and(|token| token.text.len() == 1);
        let glued = cursor.peek(0).is_some_and(|token| token.glued);
        return cursor.number(1).filter(|_| glued || !short).map(|rank| Piece { rank, pieces });
    }
    cursor.at = start;
    if cursor.one_of(&["dernier"]).is_some() {
        return cursor.word(pieces).map(|pieces| Piece { rank: pieces, pieces });
    }
    let rank = match cursor.word(ordinal) {
        Some(rank) => rank,
        None => cursor.number(1)?,
    };
    cursor.word(|word| is_ordinal_ending(word).then_some(()));
    let pieces = cursor.word(pieces)?;
    cursor.mark(&['.']);
    Some(Piece { rank, pieces })
}

/// How many such pieces a year has.
fn pieces(word: &str) -> Option<u32> {
    match word {
        "t" | "q" | "trim" => Some(4),
        "s" | "sem" => Some(2),
        _ if is_spelling(word, "trimestre") => Some(4),
        _ if is_spelling(word, "semestre") => Some(2),
        _ => None,
    }
}

/// « fin 2021 », « début d'année 2022 », « mi-2021 »; « courant 2021 » is the year.
pub(super) fn part_of_year(cursor: &mut Cursor) -> Option<Mention> {
    let stretch = cursor.word(stretch)?;
    let start = cursor.at;
    cursor.links(&["scolaire"]);
    if cursor.before().is_some_and(|token| token.is_word("scolaire")) {
        return Some(AMBIGUOUS);
    }
    cursor.at = start;
    // « début, 2020 » and « début en 2020 » speak of the launch, not of a part of the year.
    if cursor.peek(0).is_some_and(|token| token.is_mark(',') || token.is_mark('(')) {
        return None;
    }
    let year = cursor.year()?;
    Some(match (stretch, cursor.second_year(year)) {
        (Stretch::Whole, None) => Mention::Dated(Period::Year(year), "year"),
        (Stretch::Whole, Some(_)) => Mention::Dated(Period::SchoolYear(year), "school_year"),
        (Stretch::Part(part), None) => {
            Mention::Dated(Period::PartOfYear(year, part), "part_of_year")
        }
        (Stretch::Part(_), Some(_)) => AMBIGUOUS,
    })
}

/// « année 2020 », « année scolaire 2021-2022 »; a school year needs both of its years.
pub(super) fn year(cursor: &mut Cursor) -> Option<Mention> {
    let school = if school_year_mark(cursor).is_some() {
        true
    } else {
        cursor.one_of(&["annee"])?;
        cursor.one_of(&["scolaire", "universitaire", "scol"]).is_some()
    };
    if !school {
        cursor.one_of(&["civile"]);
    }
    cursor.mark(&[':']);
    let year = cursor.year()?;
    Some(match (school, cursor.second_year(year)) {
        (_, Some(_)) => Mention::Dated(Period::SchoolYear(year), "school_year"),
        (true, None) => AMBIGUOUS,
        (false, None) => Mention::Dated(Period::Year(year), "year"),
    })
}

/// « AS 2020-2021 », « A.S. 2020-2021 ».
fn school_year_mark(cursor: &mut Cursor) -> Option<()> {
    let mut attempt = *cursor;
    if attempt.one_of(&["as"]).is_none() {
        attempt.one_of(&["a"])?;
        attempt.mark(&['.'])?;
        attempt.one_of(&["s"])?;
    }
    attempt.mark(&['.']);
    *cursor = attempt;
    Some(())
}
