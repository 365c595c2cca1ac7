//! Which body of the register an answer names, at the edition's date.
//!
//! A name counts when nothing else in the answer speaks against it: a second body, a region or département
//! that is not its own, or words that no rule explains unless « académie de » stands before the name.
//! Regions that hold several bodies are asked and never guessed. Source: `surveys/codebook/academies.csv`.

mod file_name;
mod lexicon;
mod pieces;
mod places;

use chrono::NaiveDate;

pub use self::file_name::find_in_file_name;
use self::pieces::{Piece, Pieces};
use self::places::{Gazetteer, Hyphens, Meaning, Place, Places};
use super::blank::is_blank;
use super::{Parsed, ReviewReason};
use crate::codebook::match_key;
use crate::codebook::register::{Body, Register};
use crate::model::AcademyCode;

/// Up to this length, a number may be a département as well as a code.
const LONGEST_DEPARTEMENT: usize = 3;
/// More words than this are prose that speaks of an académie, not its name.
const LONGEST_NAME: usize = 18;

/// Parses the body that an answer names, as the register stood at a date.
pub fn parse(text: &str, register: &Register, date: NaiveDate) -> Parsed<AcademyCode> {
    if is_blank(text) {
        return Parsed::missing("blank");
    }
    let code = AcademyCode::new(text.trim().to_uppercase());
    if code.as_str().contains(char::is_alphabetic) && register.body(&code, date).is_some() {
        return from_code(code.as_str(), register, date);
    }
    let pieces = pieces::cut(text);
    let places = Gazetteer { register, date, hyphens: Hyphens::Tie }.read(&pieces.words);
    if places.named.is_empty() {
        return unnamed(&pieces, &places, register, date);
    }
    if places.against {
        return Parsed::review(ReviewReason::Negated);
    }
    if text.contains('?') || text.contains(['☐', '✗', '❌']) {
        return Parsed::review(ReviewReason::Hedged);
    }
    match only_body(&places.named) {
        Ok(_) if pieces.words.len() > LONGEST_NAME => Parsed::review(ReviewReason::Unexplained),
        Ok((body, _)) if is_half(text, body) => Parsed::review(ReviewReason::AmbiguousName),
        Ok((body, place)) => weigh(body, place, &places, register, date),
        Err(reason) => Parsed::review(reason),
    }
}

/// Whether the whole answer is one of the two towns of a double name: « Tours » alone may be the town's own lab.
fn is_half(text: &str, body: &Body) -> bool {
    let key = match_key(text);
    let halves: Vec<String> = body.short_name.split('-').map(match_key).collect();
    let is_alias = |half: &String| body.aliases.iter().any(|alias| match_key(alias) == *half);
    halves.len() > 1 && halves.contains(&key) && halves.iter().all(is_alias)
}

/// The body of a code, such as `24`, in a cell known to hold codes; spreadsheets lose the leading zero.
pub fn from_code(text: &str, register: &Register, date: NaiveDate) -> Parsed<AcademyCode> {
    let code = text.trim().trim_end_matches(".0");
    if is_blank(code) {
        return Parsed::missing("blank");
    }
    let padded = [code.to_owned(), format!("{code:0>2}"), format!("{code:0>3}")];
    let body = padded.iter().find_map(|code| register.body(&AcademyCode::new(code.as_str()), date));
    match body {
        Some(body) if body.is_asked() => Parsed::value(body.code.clone(), "code"),
        Some(_) => Parsed::review(ReviewReason::OutsideCensus),
        None => Parsed::review(ReviewReason::UnknownBody),
    }
}

/// An answer without a name: a code, a lab's house number, or something unknown.
fn unnamed(
    pieces: &Pieces,
    places: &Places,
    register: &Register,
    date: NaiveDate,
) -> Parsed<AcademyCode> {
    if places.unexplained || places.against {
        return Parsed::review(ReviewReason::UnknownBody);
    }
    match places.numbers.as_slice() {
        [] if pieces.house_number => Parsed::missing("national_lab"),
        [] => Parsed::missing("no_name"),
        // « 24 » is Créteil by its code and Dordogne by its département.
        [number] if number.len() > LONGEST_DEPARTEMENT || is_announced(number, &pieces.words) => {
            from_code(number, register, date)
        }
        _ => Parsed::review(ReviewReason::AmbiguousName),
    }
}

/// Whether a number follows « code » or « académie » at once: « 14 labs d'académie » counts labs.
fn is_announced(number: &str, words: &[Piece]) -> bool {
    let at = words.iter().position(|word| word.text == number);
    let before = at.and_then(|at| words.get(..at)).unwrap_or_default();
    let before =
        before.iter().rev().find(|word| !matches!(word.text.as_str(), "n" | "no" | "numero"));
    before.is_some_and(|word| matches!(word.text.as_str(), "code" | "academie"))
}

/// The one body that the places name; a region must hold it, and a homonym of a seat is left alone.
fn only_body<'a, 'p>(named: &'p [Place<'a>]) -> Result<(&'a Body, &'p Place<'a>), ReviewReason> {
    let mut only: Option<(&'a Body, &'p Place<'a>)> = None;
    for place in named {
        match (&place.meaning, only) {
            (Meaning::Shared, _) => return Err(ReviewReason::AmbiguousName),
            (Meaning::Body(body), Some((other, _))) if body.code != other.code => {
                return Err(ReviewReason::SeveralBodies);
            }
            (Meaning::Body(body), _) => only = Some((body, place)),
            (Meaning::Region(_) | Meaning::Seat, _) => {}
        }
    }
    let region = named.iter().find_map(|place| match &place.meaning {
        Meaning::Region(bodies) => Some(bodies),
        _ => None,
    });
    match (only, region) {
        (Some((body, _)), Some(region)) if region.iter().all(|other| other.code != body.code) => {
            Err(ReviewReason::Contradicted)
        }
        (Some(found), _) => Ok(found),
        (None, Some(_)) => Err(ReviewReason::SeveralInRegion),
        (None, None) => Err(ReviewReason::SeatOnly),
    }
}

/// Weighs what else the answer says against the body that it names.
fn weigh(
    body: &Body,
    place: &Place,
    places: &Places,
    register: &Register,
    date: NaiveDate,
) -> Parsed<AcademyCode> {
    if !body.is_asked() {
        return Parsed::review(ReviewReason::OutsideCensus);
    }
    let framed = places.named.iter().any(|place| place.framed);
    if !framed {
        if places.unexplained {
            return Parsed::review(ReviewReason::Unexplained);
        }
        for number in &places.numbers {
            let number = number.to_uppercase();
            if number == body.code.as_str() || body.departements.contains(&number) {
                continue;
            }
            let elsewhere = register.in_departement(&number, date).next().is_some();
            return Parsed::review(if elsewhere {
                ReviewReason::Contradicted
            } else {
                ReviewReason::Unexplained
            });
        }
    }
    Parsed::value(body.code.clone(), place.rule.clone())
}
