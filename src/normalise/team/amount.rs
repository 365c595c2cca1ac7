//! Numbers as teams are counted: « 4 », « 2,5 », « quatre », « 3 à 4 », « une dizaine », « 10 % ».
//!
//! « 3/4 » is a fraction before ETP and a range before people; both readings are kept until the noun is known.

use super::numbers::{number, round_number};
use crate::normalise::tokens::{Token, TokenKind};

/// A number as precise as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// The number, or the lower end of a range.
    pub(super) low: f64,
    /// The higher end of a range, else the number.
    pub(super) high: f64,
    /// Whether it is only round.
    pub(super) about: bool,
    /// How it was written.
    pub(super) form: Form,
}

/// How a number was written, where it matters to what it can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In digits.
    Digits,
    /// « un » or « une », which may be an article.
    Article,
    /// In words.
    Word,
    /// « a/b ».
    Slash,
    /// « n % », as a part of one.
    Percent,
}

impl Amount {
    fn exactly(value: f64, form: Form) -> Self {
        Self { low: value, high: value, about: false, form }
    }

    /// So many times the number.
    pub(super) fn scaled(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor, form: Form::Digits, ..self }
    }

    /// The number and some more.
    pub(super) fn plus(self, more: f64) -> Self {
        Self { low: self.low + more, high: self.high + more, form: Form::Digits, ..self }
    }

    /// The number, when there is exactly one.
    pub(super) fn exact(self) -> Option<f64> {
        (!self.about && self.form != Form::Slash && self.low.total_cmp(&self.high).is_eq())
            .then_some(self.low)
    }

    /// The fraction that « a/b » is, or the number itself.
    pub(super) fn fraction(self) -> Option<f64> {
        if self.form == Form::Slash {
            (self.high > 0.0).then(|| self.low / self.high)
        } else {
            self.exact()
        }
    }
}

/// The number at a place and the place after it.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Amount, usize)> {
    if let Some(found) = round(tokens, at) {
        return Some(found);
    }
    let spans = at
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| token.is_word("entre"));
    let (low, form, next) = single(tokens, at)?;
    if tokens.get(next).is_some_and(|token| token.is_mark('%')) {
        return Some((Amount::exactly(low / 100.0, Form::Percent), next + 1));
    }
    if let Some((high, joiner, after)) = second(tokens, next, spans) {
        let percent = tokens.get(after).is_some_and(|token| token.is_mark('%'));
        if !percent && (joiner == Form::Slash || high > low) {
            return Some((Amount { low, high, about: false, form: joiner }, after));
        }
    }
    Some((Amount::exactly(low, form), next))
}

/// « une dizaine (de) ».
fn round(tokens: &[Token], at: usize) -> Option<(Amount, usize)> {
    let article = tokens.get(at).is_some_and(|token| token.is_word("une"));
    let word = tokens
        .get(if article { at + 1 } else { at })
        .filter(|token| token.kind == TokenKind::Word)?;
    // « une demi-douzaine ».
    let first = at + usize::from(article);
    let half = word.text == "demi" || word.text == "demie";
    let dash = tokens.get(first + 1).is_some_and(|token| token.is_mark('-'));
    let place = if half { first + 1 + usize::from(dash) } else { first };
    let value = f64::from(round_number(&tokens.get(place)?.text)?);
    let value = if half { value / 2.0 } else { value };
    Some((Amount { about: true, ..Amount::exactly(value, Form::Word) }, place + 1))
}

/// The number after « à », « - », « ou », « / », or « et » when « entre » came before.
fn second(tokens: &[Token], at: usize, spans: bool) -> Option<(f64, Form, usize)> {
    let joiner = tokens.get(at)?;
    let form = if joiner.is_mark('/') && joiner.glued {
        Form::Slash
    } else if ["a", "ou"].iter().any(|word| joiner.is_word(word))
        || joiner.is_mark('-')
        || (spans && joiner.is_word("et"))
    {
        Form::Digits
    } else {
        return None;
    };
    let (value, written, next) = single(tokens, at + 1)?;
    (written != Form::Article).then_some((value, form, next))
}

/// One number in digits or words.
fn single(tokens: &[Token], at: usize) -> Option<(f64, Form, usize)> {
    let token = tokens.get(at)?;
    match token.kind {
        TokenKind::Number => digits(tokens, at),
        TokenKind::Word => {
            let value = number(&token.text)?;
            let form = if matches!(token.text.as_str(), "un" | "une") {
                Form::Article
            } else {
                Form::Word
            };
            let (more, next) = units(tokens, at, value);
            Some((f64::from(value + more), if more > 0 { Form::Word } else { form }, next))
        }
        TokenKind::Mark => None,
    }
}

/// The units of « vingt-deux » or « vingt et un ».
fn units(tokens: &[Token], at: usize, tens: u32) -> (u32, usize) {
    if !(20..=60).contains(&tens) {
        return (0, at + 1);
    }
    let link = tokens
        .get(at + 1)
        .is_some_and(|token| (token.is_mark('-') && token.glued) || token.is_word("et"));
    let unit = tokens.get(at + 2).filter(|_| link).and_then(|token| number(&token.text));
    unit.filter(|unit| (1..10).contains(unit)).map_or((0, at + 1), |unit| (unit, at + 3))
}

fn digits(tokens: &[Token], at: usize) -> Option<(f64, Form, usize)> {
    let whole = &tokens.get(at)?.text;
    let decimal = tokens
        .get(at + 1)
        .is_some_and(|mark| mark.glued && (mark.is_mark(',') || mark.is_mark('.')));
    let fraction = tokens
        .get(at + 2)
        .filter(|digits| decimal && digits.glued && digits.kind == TokenKind::Number);
    let (text, next) = match fraction {
        Some(fraction) => (format!("{whole}.{}", fraction.text), at + 3),
        None => (whole.clone(), at + 1),
    };
    let value: f64 = text.parse().ok()?;
    value.is_finite().then_some((value, Form::Digits, next))
}
