//! Who answered, year by year: out of the members of that date, out of the labs known, and among the bodies that
//! were members all along.

use super::super::registry::{Entry, Registry};
use super::super::remark::Remark;
use super::by_year::{number, size};
use super::panel::{Named, Panel, says};
use crate::census::ResponseState;
use crate::codebook::{Crosswalk, Kind};
use crate::model::{Base, BaseKind, Comparable};

/// Adds, for each edition: `response_by_year.<year>.received` (base: members of that date), `.received_known` (base:
/// labs known), `response_same_members.<year>.received` (base: bodies that are members in every edition, those that
/// merged as one), and `item_nonresponse_by_year.<year>.<question>` (base: respondents).
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>, named: &Named) {
    for (at, edition) in panel.editions.iter().enumerate() {
        let year = edition.year();
        let rows: Vec<u32> = (0_u32..)
            .zip(&panel.labs)
            .filter(|(_, lab)| lab.year == at && lab.lab.response == ResponseState::Received)
            .map(|(row, _)| row)
            .collect();
        let members = Base { kind: BaseKind::Academies, size: size(edition.labs.len()) };
        let known = Base { kind: BaseKind::KnownLabs, size: size(edition.known_labs()) };
        let trace = panel.trace(&rows, None, None);
        for (name, base) in [("received", members), ("received_known", known)] {
            registry.add(Entry {
                value: number(rows.len()),
                base: Some(base),
                trace: trace.clone().into(),
                ..Entry::of("response_by_year", &format!("{year}.{name}"))
            });
        }
        same_members(registry, panel, at);
        item_nonresponse(registry, panel, (named, at));
    }
}

/// The bodies that were members in every edition and still are.
fn same_members(registry: &mut Registry, panel: &Panel<'_>, at: usize) {
    let every = panel.editions.len();
    let always: Vec<u32> = (0_u32..)
        .zip(&panel.bodies)
        .filter(|(_, body)| body.lasts && body.editions == every)
        .map(|(place, _)| place)
        .collect();
    let answered = |body: &u32| {
        let rows = panel.by_body.get(&(at, *body)).into_iter().flatten();
        let mut labs = rows.filter_map(|row| panel.labs.get(*row as usize));
        labs.any(|lab| lab.lab.response == ResponseState::Received)
    };
    let bodies: Vec<u32> = always.iter().copied().filter(answered).collect();
    let Some(year) = panel.years.get(at) else { return };
    let facts = vec![("n", always.len().to_string())];
    registry.add(Entry {
        value: number(bodies.len()),
        base: Some(Base { kind: BaseKind::Academies, size: size(always.len()) }),
        notes: vec![Remark::Message("remark-same-members", facts)],
        trace: panel.trace_bodies(&bodies, &[at], None).into(),
        ..Entry::of("response_same_members", &format!("{year}.received"))
    });
}

fn item_nonresponse(registry: &mut Registry, panel: &Panel<'_>, (named, at): (&Named, usize)) {
    let Some(edition) = panel.editions.get(at) else { return };
    let respondents = edition.respondents().count();
    let base = Base { kind: BaseKind::Respondents, size: size(respondents) };
    let asked = panel.codebook.questionnaire.questions.iter().filter(|question| {
        matches!(question.kind, Kind::Single | Kind::Multiple | Kind::Launch | Kind::Team)
    });
    for question in asked {
        let crosswalk = Crosswalk::build_whole(panel.codebook, question, &panel.years);
        let Some(whole) = crosswalk.get(at) else { continue };
        let category = format!("{}.{}", edition.year(), question.id);
        let entry = Entry {
            comparable: whole.comparable,
            ..Entry::of("item_nonresponse_by_year", &category)
        };
        let Some(then) = &whole.question else {
            let facts = vec![("year", edition.year().to_string())];
            let notes = vec![Remark::Message("remark-not-asked", facts)];
            registry.add(Entry { comparable: Comparable::No, notes, ..entry });
            continue;
        };
        let place = panel.questions.iter().position(|one| one.question.id == question.id);
        let said = match place {
            Some(place) => named.answered.get(&(size(at), size(place))).map_or(0, Vec::len),
            None => edition.respondents().filter(|lab| says(lab, then, panel.codebook)).count(),
        };
        if said == 0 && respondents > 0 && !edition.asked.contains(then) {
            let notes = vec![Remark::Message("remark-in-no-form", Vec::new())];
            registry.add(Entry { comparable: Comparable::No, notes, ..entry });
            continue;
        }
        registry.add(Entry {
            value: number(respondents.saturating_sub(said)),
            base: Some(base),
            ..entry
        });
    }
}
