//! Labs that say something else than before: lower on the ladder, a team of another size, another launch date.
//!
//! A lab is compared with its latest earlier answer, were it two editions ago. Bodies that merged are one: as large as
//! all of them, as high as the highest, and any of their launches will do.

use std::collections::BTreeMap;

use super::{Jump, JumpKind, Said, Sight};
use crate::census::{Edition, Lab};
use crate::codebook::{Crosswalk, Kind, Question};
use crate::indicators::{Move, heir, transitions};
use crate::model::{AcademyCode, CensusYear, Comparable, Launch, People, Team};

/// The jumps of labs: one list for each kind.
pub(super) fn find(sight: &Sight<'_>) -> [Vec<Jump>; 3] {
    [back(sight), teams(sight), launches(sight)]
}

/// Labs that are lower than they were.
fn back(sight: &Sight<'_>) -> Vec<Jump> {
    let Some(ladder) = sight.codebook.questionnaire.of_kind(Kind::Single).next() else {
        return Vec::new();
    };
    let last = sight.series.last();
    let mut waiting: Vec<AcademyCode> = last
        .labs
        .iter()
        .filter(|lab| lab.term(&ladder.id).is_some())
        .map(|lab| lab.body.code.clone())
        .collect();
    let mut found = BTreeMap::new();
    for edition in sight.series.earlier().iter().rev() {
        let answered = bodies(sight, edition, |lab| lab.term(&ladder.id));
        if !waiting.iter().any(|code| answered.contains_key(code)) {
            continue;
        }
        for row in transitions(sight.series, sight.codebook, ladder, (edition.year(), last.year()))
        {
            let Ok(at) = waiting.binary_search(&row.academy) else { continue };
            let (Some(from), Some(to)) = (row.from, row.to) else { continue };
            waiting.remove(at);
            if row.moved == Some(Move::Back) {
                let jump = Jump {
                    question: Some(ladder.id.clone()),
                    before: Said::Stage(from),
                    after: Said::Stage(to),
                    ..of_lab(JumpKind::Back, &row.academy, edition.year())
                };
                found.insert(row.academy, jump);
            }
        }
    }
    found.into_values().collect()
}

/// Teams that became several times larger or smaller.
fn teams(sight: &Sight<'_>) -> Vec<Jump> {
    let Some(question) = sight.codebook.questionnaire.of_kind(Kind::Team).next() else {
        return Vec::new();
    };
    let sized = |lab| Lab::team(lab).filter(|team| team.people.is_some() || team.fte.is_some());
    let pairs = beside(sight, question, sized);
    let factor = sight.codebook.questionnaire.jumps.team_factor;
    let jump = |pair: Beside<'_, Team>| {
        let before = united(&pair.before);
        let apart = is_apart(people(&before), people(pair.after), factor)
            || is_apart(exactly(before.fte), exactly(pair.after.fte), factor);
        apart.then(|| Jump {
            question: Some(question.id.clone()),
            before: Said::Team(before),
            after: Said::Team(pair.after.clone()),
            ..of_lab(JumpKind::Team, pair.academy, pair.from)
        })
    };
    pairs.into_iter().filter_map(jump).collect()
}

/// Launches that cannot be those given before.
fn launches(sight: &Sight<'_>) -> Vec<Jump> {
    let Some(question) = sight.codebook.questionnaire.of_kind(Kind::Launch).next() else {
        return Vec::new();
    };
    let jump = |pair: Beside<'_, Launch>| {
        let moved = !pair.before.iter().any(|before| before.period.may_be(&pair.after.period));
        let before = pair.before.first().filter(|_| moved)?;
        Some(Jump {
            question: Some(question.id.clone()),
            before: Said::Launch((*before).clone()),
            after: Said::Launch(pair.after.clone()),
            ..of_lab(JumpKind::Launch, pair.academy, pair.from)
        })
    };
    beside(sight, question, Lab::launch).into_iter().filter_map(jump).collect()
}

fn of_lab(kind: JumpKind, academy: &AcademyCode, from: CensusYear) -> Jump {
    let academies = vec![academy.clone()];
    Jump { academies, from: Some(from), ..Jump::new(kind, academy.as_str()) }
}

/// What a lab says beside what it said last.
struct Beside<'a, T> {
    academy: &'a AcademyCode,
    from: CensusYear,
    before: Vec<&'a T>,
    after: &'a T,
}

/// Each lab of the last edition that says something, with the latest earlier edition in which it did and that compares.
fn beside<'a, T>(
    sight: &Sight<'a>,
    question: &Question,
    said: impl Fn(&'a Lab) -> Option<&'a T>,
) -> Vec<Beside<'a, T>> {
    let years = sight.series.years();
    let whole = Crosswalk::build_whole(sight.codebook, question, &years);
    let mut earlier = Vec::new();
    for (edition, point) in sight.series.earlier().iter().zip(&whole).rev() {
        if point.question.is_some() && point.comparable != Comparable::No {
            earlier.push((edition.year(), bodies(sight, edition, &said)));
        }
    }
    let pair = |lab: &'a Lab| {
        let after = said(lab)?;
        let academy = &lab.body.code;
        let (from, before) = earlier
            .iter()
            .find_map(|(year, bodies)| Some((*year, bodies.get(academy)?.clone())))?;
        Some(Beside { academy, from, before, after })
    };
    sight.series.last().labs.iter().filter_map(pair).collect()
}

/// What the labs of an edition said, under the codes that their bodies have now.
fn bodies<'a, T>(
    sight: &Sight<'_>,
    edition: &'a Edition,
    said: impl Fn(&'a Lab) -> Option<&'a T>,
) -> BTreeMap<AcademyCode, Vec<&'a T>> {
    let date = sight.series.last().file.closing_date;
    let mut bodies: BTreeMap<AcademyCode, Vec<&'a T>> = BTreeMap::new();
    for lab in &edition.labs {
        if let Some(said) = said(lab) {
            let (code, _) = heir(&sight.codebook.register, lab, date);
            bodies.entry(code).or_default().push(said);
        }
    }
    bodies
}

/// The teams of bodies that are one now.
fn united(teams: &[&Team]) -> Team {
    let [first, rest @ ..] = teams else { return Team::default() };
    let mut all = (*first).clone();
    for team in rest {
        all.people = match (all.people, team.people) {
            (Some(People::Exactly(one)), Some(People::Exactly(other))) => {
                Some(People::Exactly(one + other))
            }
            // A sum of « une dizaine » and five is neither.
            _ => None,
        };
        all.fte = all.fte.zip(team.fte).map(|(one, other)| one + other);
    }
    all
}

/// The least and the most people that an answer may mean.
fn people(team: &Team) -> Option<(f64, f64)> {
    team.people.map(|people| match people {
        People::Exactly(number) | People::About(number) => (f64::from(number), f64::from(number)),
        People::Between(least, most) => (f64::from(least), f64::from(most)),
    })
}

fn exactly(fte: Option<f64>) -> Option<(f64, f64)> {
    fte.map(|fte| (fte, fte))
}

/// Whether one measure is surely `factor` times the other, or more.
fn is_apart(before: Option<(f64, f64)>, after: Option<(f64, f64)>, factor: f64) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let grown = |least: f64, most: f64| least > 0.0 && least + 1e-9 >= factor * most;
    grown(after.0, before.1) || grown(before.0, after.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_jumps_only_when_it_surely_did() {
        let one = |people| people_of(Some(people));
        let jumps = |before, after| is_apart(one(before), one(after), 3.0);
        assert!(jumps(People::Exactly(4), People::Exactly(12)));
        assert!(jumps(People::Exactly(12), People::Exactly(4)));
        assert!(!jumps(People::Exactly(4), People::Exactly(11)));
        assert!(!jumps(People::Between(3, 5), People::Exactly(12)));
        assert!(jumps(People::Between(3, 4), People::About(12)));
        assert!(jumps(People::Exactly(0), People::Exactly(2)));
        assert!(!jumps(People::Exactly(0), People::Exactly(0)));
        assert!(!is_apart(None, one(People::Exactly(9)), 3.0));
    }

    fn people_of(people: Option<People>) -> Option<(f64, f64)> {
        super::people(&Team { people, ..Team::default() })
    }

    #[test]
    fn bodies_that_merged_are_as_large_as_all_of_them() {
        let team = |people, fte| Team { people, fte, services: Vec::new() };
        let (one, two) =
            (team(Some(People::Exactly(2)), Some(1.0)), team(Some(People::Exactly(3)), None));
        assert_eq!(united(&[&one, &two]), team(Some(People::Exactly(5)), None));
        let about = team(Some(People::About(10)), Some(0.5));
        assert_eq!(united(&[&one, &about]), team(None, Some(1.5)));
    }
}
