//! What the counts of an answer add up to.
//!
//! Counts that stand on their own are added, unless the first is a total that the others make up; only
//! when none does are the details read. Whatever could be read in two ways is an objection, never a sum.

use std::collections::BTreeSet;

use super::element::Unit;
use super::lexicon::Force;
use super::scope::{Answer, Count, Scope, Tail};
use crate::model::{People, Team};
use crate::normalise::ReviewReason;

/// No lab has a larger team; a larger number counts something else.
const LARGEST_TEAM: f64 = 150.0;

/// The team that an answer's counts make.
pub(super) fn team(answer: &Answer, services: Vec<String>) -> Result<Team, ReviewReason> {
    let people = counts(answer, is_people);
    let fte = counts(answer, |count| count.unit == Unit::Fte);
    check_unknown(answer, &people)?;
    check_uncounted(answer, &people)?;
    let rounded = answer.forces.iter().any(|(_, force, _)| *force == Force::Rounds);
    let sized = size(&people, rounded)?;
    let told = full_time(&fte)?;
    if rounded && told.is_some() {
        return Err(ReviewReason::UnclearTime);
    }
    check_details(answer, &fte)?;
    let time = if told.is_none() { working_time(&people)? } else { None };
    if sized.is_none() && told.is_none() && services.is_empty() {
        return Err(ReviewReason::NoSize);
    }
    Ok(Team { people: sized, fte: told.or(time), services })
}

fn is_people(count: &Count) -> bool {
    matches!(count.unit, Unit::People | Unit::Role | Unit::Service)
}

/// The counts of a kind that stand on their own, else those in details.
fn counts(answer: &Answer, wanted: impl Fn(&Count) -> bool) -> Vec<Count> {
    let scoped = |scope: Scope| -> Vec<Count> {
        answer
            .counts
            .iter()
            .filter(|count| count.scope == scope && wanted(count))
            .copied()
            .collect()
    };
    let outside = scoped(Scope::Outside);
    if !outside.is_empty() {
        return outside;
    }
    // « 2 ETP : 1 DANE, 1 CARDIE » details working time, not people.
    let is_time = |count: &Count| count.unit == Unit::Fte && count.scope == Scope::Outside;
    let time = answer.counts.iter().any(is_time);
    let mut inside = scoped(Scope::Inside);
    inside.retain(|count| !time || count.unit != Unit::Service);
    inside
}

/// A number that counts something unknown is an objection, unless it details a known total.
fn check_unknown(answer: &Answer, people: &[Count]) -> Result<(), ReviewReason> {
    let total = people.iter().any(|count| count.scope == Scope::Outside);
    let objects =
        |count: &Count| count.unit == Unit::Unknown && (count.scope == Scope::Outside || !total);
    if answer.counts.iter().any(objects) { Err(ReviewReason::UnclearTotal) } else { Ok(()) }
}

/// « 1 coordinateur, les référents » has more people than it counts.
fn check_uncounted(answer: &Answer, people: &[Count]) -> Result<(), ReviewReason> {
    let items: BTreeSet<usize> = answer.counts.iter().map(|count| count.item).collect();
    let counted = |item: &usize| items.contains(item);
    let by_service = people.len() > 1 && people.iter().any(|count| count.unit == Unit::Service)
        || people
            .first()
            .is_some_and(|count| count.unit == Unit::Service && count.tail != Tail::Words);
    let services = by_service && answer.services.iter().any(|item| !counted(item));
    let roles = !people.is_empty() && answer.uncounted.iter().any(|item| !counted(item));
    if services || roles { Err(ReviewReason::UnclearTotal) } else { Ok(()) }
}

/// « 4 personnes, dont 1 ETP » does not say the others' time.
fn check_details(answer: &Answer, fte: &[Count]) -> Result<(), ReviewReason> {
    let partial =
        answer.counts.iter().any(|count| count.unit == Unit::Fte && count.scope == Scope::OfWhich);
    if partial && fte.is_empty() { Err(ReviewReason::UnclearTime) } else { Ok(()) }
}

fn size(people: &[Count], rounded: bool) -> Result<Option<People>, ReviewReason> {
    match people {
        [] => Ok(None),
        [only] => one_size(only, rounded).map(Some),
        _ => {
            let total = people_of(sum(people)?)?;
            Ok(Some(if rounded { People::About(total) } else { People::Exactly(total) }))
        }
    }
}

fn one_size(count: &Count, rounded: bool) -> Result<People, ReviewReason> {
    let (low, high) = (people_of(count.amount.low)?, people_of(count.amount.high)?);
    Ok(if low != high {
        People::Between(low, high)
    } else if rounded || count.amount.about {
        People::About(low)
    } else {
        People::Exactly(low)
    })
}

/// A whole number of people that a team may have.
fn people_of(amount: f64) -> Result<u32, ReviewReason> {
    if amount.fract() != 0.0 || !(0.0..=LARGEST_TEAM).contains(&amount) {
        return Err(ReviewReason::UnclearTotal);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number from 0 to 500"
    )]
    Ok(amount as u32)
}

/// The sum of several exact counts, or the first when the others make it up.
fn sum(counts: &[Count]) -> Result<f64, ReviewReason> {
    let exact: Vec<f64> = counts.iter().filter_map(|count| count.amount.exact()).collect();
    let (Some((first, others)), true) = (exact.split_first(), exact.len() == counts.len()) else {
        return Err(ReviewReason::UnclearTotal);
    };
    if exact.contains(&0.0) {
        return Err(ReviewReason::UnclearTotal);
    }
    let rest: f64 = others.iter().sum();
    let head = counts.first().is_some_and(|count| matches!(count.unit, Unit::People | Unit::Fte));
    let tail = counts.first().map(|count| count.tail);
    let alike = counts.iter().all(|count| count.unit == Unit::Fte);
    match tail {
        Some(Tail::Nothing) if head && is_same(*first, rest) && others.len() > 1 => Ok(*first),
        Some(Tail::Nothing) if head && !alike && *first > 1.0 => Err(ReviewReason::UnclearTotal),
        Some(Tail::Words) if head && is_same(*first, rest) && others.len() > 1 => {
            Err(ReviewReason::UnclearTotal)
        }
        _ => Ok(first + rest),
    }
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn full_time(fte: &[Count]) -> Result<Option<f64>, ReviewReason> {
    let total = match fte {
        [] => return Ok(None),
        [only] => only.amount.exact().ok_or(ReviewReason::UnclearTime)?,
        _ => sum(fte)?,
    };
    if (0.0..=LARGEST_TEAM).contains(&total) {
        // Decimal fractions such as 0.1 + 0.2 are told to the hundredth.
        Ok(Some((total * 100.0).round() / 100.0))
    } else {
        Err(ReviewReason::UnclearTime)
    }
}

/// The working time that holds for everyone: of one person, of several each, or full for all.
fn working_time(people: &[Count]) -> Result<Option<f64>, ReviewReason> {
    let times: Vec<f64> =
        people.iter().filter_map(|count| Some(count.time? * count.amount.exact()?)).collect();
    if times.is_empty() || times.len() < people.len() {
        return Ok(None);
    }
    let shared =
        people.iter().any(|count| count.amount.exact() != Some(1.0) && count.time != Some(1.0));
    if shared {
        Err(ReviewReason::UnclearTime)
    } else {
        Ok(Some((times.iter().sum::<f64>() * 100.0).round() / 100.0))
    }
}
