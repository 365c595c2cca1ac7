//! Which body a file name speaks of, when its cells do not say.
//!
//! File names are made by hand and by mail programs (« `fiche_lab_creteil_v2 (1).xlsx` »): words and numbers
//! that are not names are left alone, but two bodies in one name are still asked.

use chrono::NaiveDate;

use super::only_body;
use super::pieces::{Piece, cut};
use super::places::{Gazetteer, Hyphens};
use crate::codebook::register::Register;
use crate::model::AcademyCode;
use crate::normalise::{Parsed, ReviewReason};

/// Finds the body that a file's name holds; its folders and its extension are not read.
pub fn find_in_file_name(name: &str, register: &Register, date: NaiveDate) -> Parsed<AcademyCode> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let words: Vec<Piece> =
        cut(&spaced(stem(file))).words.into_iter().filter(|piece| !piece.is_number()).collect();
    let places = Gazetteer { register, date, hyphens: Hyphens::Part }.read(&words);
    if places.named.is_empty() {
        return Parsed::missing("file_name");
    }
    match only_body(&places.named) {
        Ok((body, _)) if !body.is_asked() => Parsed::review(ReviewReason::OutsideCensus),
        Ok((body, place)) => Parsed::value(body.code.clone(), format!("file_name:{}", place.rule)),
        Err(reason) => Parsed::review(reason),
    }
}

/// The name without its extension, which has at most four letters or digits.
fn stem(file: &str) -> &str {
    match file.rsplit_once('.') {
        Some((stem, end))
            if !end.is_empty()
                && end.len() <= 4
                && end.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            stem
        }
        _ => file,
    }
}

/// A space wherever a word ends: at a mark, between letters and digits, and before a capital.
fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() * 2);
    let mut before: Option<char> = None;
    for letter in name.chars() {
        let turns = before.is_some_and(|before| {
            (before.is_lowercase() && letter.is_uppercase())
                || (before.is_ascii_digit() && letter.is_alphabetic())
                || (before.is_alphabetic() && letter.is_ascii_digit())
        });
        if turns {
            spaced.push(' ');
        }
        spaced.push(if matches!(letter, '_' | '.' | '(' | ')' | '+' | '%') { ' ' } else { letter });
        before = Some(letter);
    }
    spaced
}
