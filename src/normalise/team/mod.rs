//! The team of a lab: people, full-time equivalents and services, three things that are never added.
//!
//! A total outweighs its details (« 5 personnes, dont 3 … »), counts without a total are added (« 1
//! coordinateur et 12 référents »), and what cannot be told from the words is reviewed. Sources:
//! `surveys/codebook/services.csv`; the examples of the census of 2020.

mod amount;
mod element;
mod lexicon;
mod nouns;
mod numbers;
mod scope;
mod total;

use self::element::Element;
use self::lexicon::Force;
use self::nouns::is_building;
use self::scope::{Answer, Scope};
use super::blank::is_blank;
use super::{Parsed, ReviewReason, tokens};
use crate::codebook::keys::match_key;
use crate::codebook::service_register::ServiceRegister;
use crate::model::Team;

/// Parses an answer about the team.
pub fn parse(text: &str, services: &ServiceRegister) -> Parsed<Team> {
    if is_blank(text) {
        return Parsed::missing("blank");
    }
    let tokens = tokens::split(text);
    let elements = element::elements(&tokens, services);
    let answer = Answer::of(&elements);
    let counted = !answer.counts.is_empty();
    if counted && is_prose(&elements) {
        return Parsed::review(ReviewReason::Unexplained);
    }
    if let Some(reason) = objection(&elements, &answer) {
        return Parsed::review(reason);
    }
    let services = named_services(&elements);
    if counted {
        return match total::team(&answer, services) {
            Ok(team) => Parsed::value(team, "count"),
            Err(reason) => Parsed::review(reason),
        };
    }
    uncounted(&elements, services)
}

/// Whether a text names a number of people above zero and below a bound; « un » and « une » are mostly articles.
pub fn names_fewer(text: &str, bound: u32) -> bool {
    match_key(text).split(' ').any(|word| {
        let article = matches!(word, "un" | "une");
        let digits = word.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
        let mut numbers = digits.chain(numbers::number(word)).chain(numbers::round_number(word));
        !article && numbers.any(|number| (1..bound).contains(&number))
    })
}

/// Whether too much is said before the first count for it to be the team's size.
fn is_prose(elements: &[Element]) -> bool {
    const MOST: usize = 3;
    let before = elements.iter().take_while(|element| !matches!(element, Element::Count(..)));
    before.filter(|element| matches!(element, Element::Word(_))).count() > MOST
}

/// The services that an answer names, each once, in the order of mention.
fn named_services(elements: &[Element]) -> Vec<String> {
    let mut services: Vec<String> = Vec::new();
    for element in elements {
        if let Element::Service(label) = element
            && !services.contains(label)
        {
            services.push(label.clone());
        }
    }
    services
}

/// An answer without a number: services alone, a team being built, or words for a person to read.
fn uncounted(elements: &[Element], services: Vec<String>) -> Parsed<Team> {
    let plain = elements.iter().all(|element| {
        !matches!(
            element,
            Element::Word(_) | Element::Uncounted | Element::Time(_) | Element::Force(_)
        )
    });
    if !services.is_empty() && plain {
        return Parsed::value(Team { services, ..Team::default() }, "services");
    }
    let building =
        elements.iter().any(|element| matches!(element, Element::Word(word) if is_building(word)));
    if services.is_empty() && building {
        return Parsed::missing("under_construction");
    }
    Parsed::review(ReviewReason::NoSize)
}

/// The strongest word against the counts; inside details only a question mark weighs.
fn objection(elements: &[Element], answer: &Answer) -> Option<ReviewReason> {
    let first_count = elements.iter().position(|element| matches!(element, Element::Count(..)));
    answer.forces.iter().find_map(|(at, force, scope)| {
        let outside = *scope == Scope::Outside;
        let before = first_count.is_none_or(|first| *at < first);
        match force {
            Force::Negates if before => Some(ReviewReason::Negated),
            Force::Doubts if outside && first_count.is_some() => Some(ReviewReason::Hedged),
            Force::Bounds if outside => Some(ReviewReason::Bound),
            Force::Shares => Some(ReviewReason::UnclearTime),
            _ => None,
        }
    })
}
