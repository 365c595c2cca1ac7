//! A team answer as its elements: counts, services, working times and the marks between them.
//!
//! What a number counts is the first known noun after it, within a few words and no punctuation; numbers
//! that label, date or rank something (« taux 3 », « 2019 », « 21e ») are no counts at all.

use super::amount::{Amount, Form, read};
use super::lexicon::{self, Force};
use super::nouns::{self, Noun};
use super::numbers;
use crate::codebook::service_register::{ServiceRegister, content_word};
use crate::normalise::tokens::{Token, TokenKind};

/// How many words may part a number from its noun.
const REACH: usize = 5;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// People in general.
    People,
    /// People by what they do.
    Role,
    /// People by their service.
    Service,
    /// Full-time equivalents.
    Fte,
    /// Nothing that follows it.
    Bare,
    /// Something that the rules do not know.
    Unknown,
}

/// What stands between two items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// « et », `+`: the next item is one more.
    And,
    /// `,` `;`, a line or sentence end: the next item may also be a detail.
    Comma,
}

/// A piece of the answer that matters.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Element {
    /// A counted thing.
    Count(Amount, Unit),
    /// A service, by its canonical label.
    Service(String),
    /// People named without a number: « les référents ».
    Uncounted,
    /// The part of a working time that someone gives, from 0 to 1.
    Time(f64),
    /// « dont », « parmi lesquels ».
    OfWhich,
    /// `:`
    Colon,
    /// `(`
    Open,
    /// `)`
    Close,
    /// Between two items.
    Separator(Joint),
    /// Words that announce the size: « équipe de ».
    Announcement,
    /// A word that an answer about services may hold.
    Plain,
    /// Any other word.
    Word(String),
    /// A word or sign that bears on the counts.
    Force(Force),
}

/// Reads the elements of an answer.
pub(super) fn elements(tokens: &[Token], services: &ServiceRegister) -> Vec<Element> {
    let reader = Reader { tokens, services };
    let mut elements = Vec::new();
    let mut at = 0;
    // « Un cahier de besoins décrivant un formateur »: after a thing, an article counts nobody.
    let mut thing = false;
    while at < tokens.len() {
        let (element, next) = reader.element(at);
        let article =
            tokens.get(at).is_some_and(|token| token.is_word("un") || token.is_word("une"));
        let element = match element {
            Some(Element::Count(amount, unit)) if thing && amount.form == Form::Article => {
                Some(Element::Count(amount, if unit == Unit::Fte { unit } else { Unit::Unknown }))
            }
            other => other,
        };
        match element {
            Some(Element::Separator(_) | Element::Colon | Element::Open) => thing = false,
            Some(Element::Plain | Element::Word(_)) if article => {
                thing |= reader.is_thing(at + 1);
            }
            _ => {}
        }
        elements.extend(element);
        at = next.max(at + 1);
    }
    elements
}

struct Reader<'a> {
    tokens: &'a [Token],
    services: &'a ServiceRegister,
}

impl Reader<'_> {
    fn element(&self, at: usize) -> (Option<Element>, usize) {
        if let Some((element, next)) =
            self.working_time(at).or_else(|| self.count(at)).or_else(|| self.service(at))
        {
            return (element, next);
        }
        let Some(token) = self.tokens.get(at) else { return (None, at + 1) };
        let element = match token.kind {
            TokenKind::Word => self.word(at, token),
            TokenKind::Mark if self.is_abbreviated(at) => None,
            TokenKind::Mark => mark(token),
            TokenKind::Number => None,
        };
        (element, at + 1)
    }

    /// A number and what it counts; `None` inside for numbers that count nothing.
    fn count(&self, at: usize) -> Option<(Option<Element>, usize)> {
        let times = self.is_times(at);
        let at = at + usize::from(times);
        let (amount, next) = read(self.tokens, at)?;
        if !times && self.is_label(at, next) {
            return Some((None, next));
        }
        if self.tokens.get(next).is_some_and(|token| token.is_mark('+') && token.glued) {
            return Some((Some(Element::Force(Force::Bounds)), next + 1));
        }
        if self.tokens.get(at).is_some_and(|token| numbers::is_group(&token.text)) {
            return Some((Some(Element::Count(amount, Unit::People)), next));
        }
        if self.is_enumerator(at, next) {
            return Some((Some(Element::Count(amount, Unit::Unknown)), next));
        }
        let (amount, next) = self.halved(amount, next);
        let (unit, after) = self.unit(amount, next);
        let (amount, after) = self.and_a_half(amount, after);
        let suits = |unit: Unit| amount.suits(unit) && !self.is_circle(at);
        let unit = unit.map(|unit| if suits(unit) { unit } else { Unit::Unknown });
        match unit {
            // « Aucune » alone may be an empty answer as well as an empty team.
            Some(Unit::Bare | Unit::Unknown) if amount.is_none() => {
                Some((Some(Element::Force(Force::Negates)), after))
            }
            Some(unit) => Some((Some(Element::Count(amount.of(unit)?, unit)), after)),
            None if amount.form == Form::Article => None,
            None => Some((None, after)),
        }
    }

    /// Whether a number opens an item of a list, as in « 1. coordinatrice » or « 2) formateurs ».
    fn is_enumerator(&self, at: usize, next: usize) -> bool {
        let opens = at
            .checked_sub(1)
            .and_then(|at| self.tokens.get(at))
            .is_none_or(|before| before.kind == TokenKind::Mark);
        let mark = self
            .tokens
            .get(next)
            .is_some_and(|mark| ['.', ')', '-', '/'].iter().any(|sign| mark.is_mark(*sign)));
        let inside = at
            .checked_sub(1)
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|before| before.is_mark('('));
        let word = self.tokens.get(next + 1).is_some_and(|token| token.kind == TokenKind::Word);
        let number = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        number && opens && mark && word && !inside
    }

    /// Whether an article that counts nobody stands before a thing, and not before « équipe » or « service ».
    fn is_thing(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && !lexicon::is_plain(&token.text)
                && !lexicon::announces_size(&token.text)
                && numbers::number(&token.text).is_none()
                && numbers::round_number(&token.text).is_none()
                && !matches!(token.text.as_str(), "groupe" | "noyau" | "petit" | "petite" | "total")
        })
    }

    /// « DANE x2 ».
    fn is_times(&self, at: usize) -> bool {
        let sign =
            self.tokens.get(at).is_some_and(|token| token.is_word("x") || token.is_mark('×'));
        sign && self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.glued && next.kind == TokenKind::Number)
    }

    /// « un réseau de 40 ambassadeurs », « comité de pilotage : 12 personnes ».
    fn is_circle(&self, at: usize) -> bool {
        const BACK: usize = 5;
        let before = self.tokens.get(at.saturating_sub(BACK)..at).unwrap_or_default();
        let own = before.iter().rev().take_while(|token| {
            token.kind == TokenKind::Word || token.is_mark(':') || token.is_mark('\'')
        });
        own.into_iter().any(|token| nouns::is_circle(&token.text))
    }

    /// The full stop of « 3 pers. de la DANE ».
    fn is_abbreviated(&self, at: usize) -> bool {
        let Some(stop) = self.tokens.get(at).filter(|token| token.is_mark('.')) else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        stop.glued && before.is_some_and(|before| lexicon::is_abbreviation(&before.text))
    }

    /// « , chargés de l'animation » describes who came before; « chargés de mission » are people.
    fn is_apposition(&self, at: usize) -> bool {
        let is = |ahead: usize, words: &[&str]| {
            self.tokens
                .get(at + ahead)
                .is_some_and(|token| words.iter().any(|word| token.is_word(word)))
        };
        let infinitive = |ahead: usize| {
            self.tokens.get(at + ahead).is_some_and(|token| {
                token.text.len() > 4
                    && ["er", "ir", "re"].iter().any(|end| token.text.ends_with(end))
            })
        };
        let comma =
            at.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|t| t.is_mark(','));
        let whose = is(1, &["du", "des"])
            || (is(1, &["de"]) && (is(2, &["la", "l"]) || infinitive(2)))
            || (is(1, &["d"]) && infinitive(3));
        comma && is(0, &["charge", "chargee", "charges", "chargees"]) && whose
    }

    /// « un demi-ETP » is half of one.
    fn halved(&self, amount: Amount, next: usize) -> (Amount, usize) {
        let half = self.tokens.get(next).is_some_and(|token| token.is_word("demi"));
        let dash = usize::from(self.tokens.get(next + 1).is_some_and(|token| token.is_mark('-')));
        let fte = self.tokens.get(next + 1 + dash);
        if half && fte.is_some_and(|token| nouns::noun(&token.text) == Some(Noun::Fte)) {
            return (amount.scaled(0.5), next + 1 + dash);
        }
        (amount, next)
    }

    /// « 1 ETP et demi » is one and a half.
    fn and_a_half(&self, amount: Amount, after: usize) -> (Amount, usize) {
        let is =
            |at: usize, word: &str| self.tokens.get(at).is_some_and(|token| token.is_word(word));
        if is(after, "et") && (is(after + 1, "demi") || is(after + 1, "demie")) {
            return (amount.plus(0.5), after + 2);
        }
        (amount, after)
    }

    /// Whether a number labels, dates or ranks something.
    fn is_label(&self, at: usize, next: usize) -> bool {
        let token = |at: Option<usize>| at.and_then(|at| self.tokens.get(at));
        let before = token(at.checked_sub(1));
        let glued_before = token(Some(at)).is_some_and(|token| token.glued)
            && before.is_some_and(|before| before.kind == TokenKind::Word);
        let labelled =
            before.is_some_and(|before| lexicon::is_label(&before.text) || before.is_mark('°'));
        let digits = token(Some(at)).is_some_and(|token| token.kind == TokenKind::Number);
        let ranked = token(Some(next)).is_some_and(|after| {
            let ending =
                matches!(after.text.as_str(), "er" | "ere" | "e" | "eme" | "ieme" | "nd" | "nde");
            (after.glued && ending) || matches!(after.text.as_str(), "bis" | "ter")
        });
        digits && (glued_before || labelled || ranked)
    }

    /// What the words after a number say that it counts; no unit for things that are no people.
    fn unit(&self, amount: Amount, next: usize) -> (Option<Unit>, usize) {
        let article = amount.form == Form::Article;
        let mut strange = false;
        let is =
            |at: usize, word: &str| self.tokens.get(at).is_some_and(|token| token.is_word(word));
        if (is(next, "en") && is(next + 1, "tout")) || (is(next, "au") && is(next + 1, "total")) {
            return (Some(Unit::People), next + 2);
        }
        for at in next..next + REACH {
            let Some(token) = self.tokens.get(at) else { break };
            if let Some(after) = self.full_time(at) {
                return (Some(Unit::Fte), after);
            }
            match token.kind {
                TokenKind::Mark if token.is_mark('\'') || token.is_mark('-') => continue,
                TokenKind::Mark | TokenKind::Number => break,
                TokenKind::Word => {}
            }
            if token.text.starts_with("service")
                && self.tokens.get(at + 1).is_some_and(|next| next.text.starts_with("civique"))
            {
                return (Some(Unit::Role), at + 2);
            }
            if self.service_at(at).is_some() {
                return (Some(Unit::Service), at);
            }
            if lexicon::force(&token.text).is_some() || (article && strange) {
                break;
            }
            let next = self.tokens.get(at + 1);
            let served = next.is_some_and(|next| nouns::is_served(&next.text));
            match nouns::noun(&token.text) {
                Some(Noun::People | Noun::Role) if served => return (Some(Unit::Unknown), at + 1),
                Some(Noun::People) => return (Some(Unit::People), at + 1),
                Some(Noun::Role) => return (Some(Unit::Role), at + 1),
                Some(Noun::Fte) => return (Some(Unit::Fte), at + 1),
                Some(Noun::Thing) if !strange => return (None, at + 1),
                Some(Noun::Thing | Noun::Public) => return (Some(Unit::Unknown), at + 1),
                // « aucune équipe » is no size: somebody may well do the work.
                None if token.text == "equipe" && amount.is_none() => {
                    return (Some(Unit::Unknown), at + 1);
                }
                None if token.text == "equipe" && !article => return (Some(Unit::People), at + 1),
                // « un collectif d'enseignants » is not one teacher.
                None if lexicon::is_link(&token.text) && (strange || article) => break,
                None if lexicon::is_link(&token.text) => {}
                None if numbers::number(&token.text) == Some(1) => {}
                None if lexicon::ends_count(&token.text) => break,
                None if !strange && nouns::is_status(&token.text) => {
                    return (Some(Unit::Role), at + 1);
                }
                None if article && !lexicon::is_light(&token.text) => break,
                None if article => {}
                None => strange = true,
            }
        }
        match amount.form {
            Form::Article => (None, next),
            _ if strange => (Some(Unit::Unknown), next),
            _ if is_year(amount) => (None, next),
            _ => (Some(Unit::Bare), next),
        }
    }

    /// « temps plein », « équivalent temps plein », « E.T.P. », right after a number.
    fn full_time(&self, at: usize) -> Option<usize> {
        let word = |ahead: usize, stems: &[&str]| {
            self.tokens
                .get(at + ahead)
                .is_some_and(|token| stems.iter().any(|stem| token.is_word(stem)))
        };
        let tail = |from: usize| {
            word(from, &["temps"]) && word(from + 1, &["plein", "pleins", "complet", "complets"])
        };
        if word(0, &["equivalent", "equivalents"]) && tail(1) {
            return Some(at + 3);
        }
        if tail(0) && self.is_counted(at) {
            return Some(at + 2);
        }
        (word(0, &["e"]) && word(2, &["t"]) && word(4, &["p"])).then_some(at + 6)
    }

    /// Whether a number stands right before a place.
    fn is_counted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|before| {
            before.kind == TokenKind::Number || numbers::number(&before.text).is_some()
        })
    }

    /// « à mi-temps », « à temps plein », « à 50 % », « quotité 80 % ».
    fn working_time(&self, at: usize) -> Option<(Option<Element>, usize)> {
        let is = |ahead: usize, word: &str| {
            self.tokens.get(at + ahead).is_some_and(|token| token.is_word(word))
        };
        let dash = usize::from(self.tokens.get(at + 1).is_some_and(|token| token.is_mark('-')));
        if is(0, "mi") && is(1 + dash, "temps") {
            return Some((Some(Element::Time(0.5)), at + 2 + dash));
        }
        if is(0, "plein") && is(1, "temps") {
            return Some((Some(Element::Time(1.0)), at + 2));
        }
        if is(0, "temps") && (is(1, "plein") || is(1, "complet")) {
            return Some((Some(Element::Time(1.0)), at + 2));
        }
        let (amount, next) =
            read(self.tokens, at).filter(|(amount, _)| amount.form == Form::Percent)?;
        match self.unit(amount, next) {
            (Some(Unit::Fte), after) => Some((Some(Element::Count(amount, Unit::Fte)), after)),
            _ => Some((Some(Element::Time(amount.low)), next)),
        }
    }

    fn service(&self, at: usize) -> Option<(Option<Element>, usize)> {
        let (label, next) = self.service_at(at)?;
        Some((Some(Element::Service(label)), next))
    }

    /// The longest service spelled from a word on.
    fn service_at(&self, at: usize) -> Option<(String, usize)> {
        let mut key = String::new();
        let mut capitals = true;
        let mut words = 0;
        let mut found = None;
        for (next, token) in self.tokens.iter().enumerate().skip(at) {
            if token.kind != TokenKind::Word {
                if words > 0 && (token.is_mark('\'') || token.is_mark('-')) {
                    continue;
                }
                break;
            }
            let Some(word) = content_word(&token.text) else {
                if words == 0 {
                    break;
                }
                continue;
            };
            if words == self.services.longest() {
                break;
            }
            if words > 0 {
                key.push(' ');
            }
            key.push_str(word);
            words += 1;
            capitals &= token.capitals;
            if let Some(service) = self.services.spelled(&key, capitals) {
                found = Some((service.canonical.clone(), next + 1));
            }
        }
        found
    }

    fn word(&self, at: usize, token: &Token) -> Option<Element> {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let after = self.tokens.get(at + 1);
        let follows =
            |words: &[&str]| after.is_some_and(|after| words.contains(&after.text.as_str()));
        match token.text.as_str() {
            "dont" | "parmi" => return Some(Element::OfWhich),
            "plus" if follows(&["de", "d"]) => return Some(Element::Force(Force::Bounds)),
            // « 0,2 ETP par personne », « un référent par établissement ».
            "par"
                if after.is_some_and(|after| {
                    numbers::is_many(&after.text) || nouns::noun(&after.text) == Some(Noun::People)
                }) =>
            {
                return Some(Element::Force(Force::Shares));
            }
            "et" | "plus" => return Some(Element::Separator(Joint::And)),
            word if lexicon::force(word).is_some() => {
                return lexicon::force(word).map(Element::Force);
            }
            word if lexicon::announces_size(word) => return Some(Element::Announcement),
            word if lexicon::is_plain(word) => return Some(Element::Plain),
            _ => {}
        }
        if self.is_apposition(at) {
            return Some(Element::Plain);
        }
        let people = matches!(nouns::noun(&token.text), Some(Noun::People | Noun::Role));
        let definite = before.is_some_and(|before| {
            ["le", "la", "les", "des", "l", "'"].contains(&before.text.as_str())
        });
        if people && (definite || nouns::is_plural(&token.text)) {
            return Some(Element::Uncounted);
        }
        Some(Element::Word(token.text.clone()))
    }
}

impl Amount {
    /// Whether it is « aucun ».
    fn is_none(self) -> bool {
        self.form == Form::Word && self.high == 0.0
    }

    /// Whether it can be of a unit: « 1/2 » alone is a half or « one or two ».
    fn suits(self, unit: Unit) -> bool {
        self.form != Form::Slash
            || unit == Unit::Fte
            || (unit != Unit::Bare && self.low < self.high)
    }

    /// The amount as its unit reads it: « 3/4 » is a fraction of working time and a range of people.
    fn of(self, unit: Unit) -> Option<Self> {
        if unit != Unit::Fte || self.form != Form::Slash {
            return Some(if self.form == Form::Slash {
                Self { form: Form::Digits, ..self }
            } else {
                self
            });
        }
        let value = self.fraction()?;
        Some(Self { low: value, high: value, about: false, form: Form::Digits })
    }
}

fn is_year(amount: Amount) -> bool {
    amount.form == Form::Digits
        && (1900.0..2100.0).contains(&amount.low)
        && amount.low.fract() == 0.0
}

fn mark(token: &Token) -> Option<Element> {
    let sign = token.text.chars().next()?;
    match sign {
        ':' | '=' => Some(Element::Colon),
        '(' | '[' => Some(Element::Open),
        ')' | ']' => Some(Element::Close),
        '+' | '&' => Some(Element::Separator(Joint::And)),
        ',' | ';' | '\n' | '.' | '•' | '/' => Some(Element::Separator(Joint::Comma)),
        '?' => Some(Element::Force(Force::Doubts)),
        '~' | '≈' | '±' => Some(Element::Force(Force::Rounds)),
        '<' | '>' | '≤' | '≥' => Some(Element::Force(Force::Bounds)),
        '☐' | '✗' | '❌' => Some(Element::Force(Force::Negates)),
        _ => None,
    }
}
