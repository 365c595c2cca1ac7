//! How many labs named each option, year by year, out of those that answered the question that year; and what the
//! labs that said nothing could change, had they all said no, or yes.

use super::super::figure::Comparable;
use super::super::registry::{Entry, Registry};
use super::super::remark::Remark;
use super::panel::{Followed, Named, Panel};
use crate::codebook::{Bilingual, Crosswalk, Line};
use crate::model::{Base, BaseKind};

/// Adds, for each question of a vocabulary and each edition:
/// `<question>_by_year.<year>.respondents` (base: labs that answered), `<question>_by_year.<year>.<option>`
/// (base: labs that answered the question; without a value where the option was not asked), and
/// `<question>_bounds.<year>.<option>.low` and `.high` (base: labs known).
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>, named: &Named) {
    for (place, followed) in (0_u32..).zip(&panel.questions) {
        for year in 0..panel.years.len() {
            add_year(registry, panel, named, (place, followed, year));
        }
    }
}

fn add_year(
    registry: &mut Registry,
    panel: &Panel<'_>,
    named: &Named,
    (place, followed, at): (u32, &Followed<'_>, usize),
) {
    let id = followed.question.id.as_str();
    let (Some(whole), Some(edition)) = (followed.crosswalk.whole.get(at), panel.editions.get(at))
    else {
        return;
    };
    let Some(question) = &whole.question else { return };
    let key = u32::try_from(at).unwrap_or(u32::MAX);
    let empty = Vec::new();
    let answering = named.answered.get(&(key, place)).unwrap_or(&empty);
    let year = edition.year();
    let respondents =
        Base { kind: BaseKind::Respondents, size: size(edition.respondents().count()) };
    let (by_year, bounds) = (format!("{id}_by_year"), format!("{id}_bounds"));
    registry.add(Entry {
        value: number(answering.len()),
        base: Some(respondents),
        comparable: whole.comparable,
        notes: whole_reasons(&followed.crosswalk, at),
        trace: panel.trace(answering, Some(question), None).into(),
        ..Entry::of(&by_year, &format!("{year}.respondents"))
    });
    let base = Base { kind: BaseKind::RespondentsToQuestion, size: size(answering.len()) };
    let known = Base {
        kind: BaseKind::KnownLabs,
        size: size(edition.known_labs()).max(size(answering.len())),
    };
    for (line, followed_line) in followed.lines() {
        let Some(point) = followed_line.points.get(at) else { continue };
        let category = format!("{year}.{}", followed_line.id);
        let mut entry = Entry {
            comparable: point.comparable.max(whole.comparable),
            notes: reasons(&followed.crosswalk, followed_line, at),
            ..Entry::of(&by_year, &category)
        };
        if !point.is_asked() {
            entry
                .notes
                .insert(0, Remark::Message("remark-not-asked", vec![("year", year.to_string())]));
            registry.add(Entry { comparable: Comparable::No, ..entry });
            continue;
        }
        let labs = named.ticks.get(&(key, line)).unwrap_or(&empty);
        let trace = panel.trace(labs, Some(question), Some(&point.sources));
        let silent = known.size - base.size;
        let bound = |count: usize| Entry {
            value: number(count),
            base: Some(known),
            comparable: entry.comparable,
            notes: entry.notes.clone(),
            ..Entry::of(&bounds, "")
        };
        let (low, high) = (format!("{category}.low"), format!("{category}.high"));
        let all_yes = labs.len() + silent as usize;
        registry.add(Entry { category: &low, trace: trace.clone().into(), ..bound(labs.len()) });
        registry.add(Entry { category: &high, ..bound(all_yes) });
        registry.add(Entry {
            value: number(labs.len()),
            base: Some(base),
            trace: trace.into(),
            ..entry
        });
    }
}

/// Why an option of an earlier edition does not freely compare with the last one.
pub(super) fn reasons(crosswalk: &Crosswalk, line: &Line, from: usize) -> Vec<Remark> {
    let own = line.points.iter().skip(from).flat_map(|point| &point.notes);
    let mut notes: Vec<&Bilingual> = own.collect();
    let whole: Vec<&Bilingual> =
        crosswalk.whole.iter().skip(from).flat_map(|point| &point.notes).collect();
    notes.extend(whole);
    said(notes)
}

/// Why a question of an earlier edition does not freely compare with the last one.
pub(super) fn whole_reasons(crosswalk: &Crosswalk, from: usize) -> Vec<Remark> {
    said(crosswalk.whole.iter().skip(from).flat_map(|point| &point.notes).collect())
}

fn said(notes: Vec<&Bilingual>) -> Vec<Remark> {
    let mut reasons: Vec<Remark> = Vec::new();
    for note in notes {
        let remark = Remark::Said(note.clone());
        if !note.fr.is_empty() && !reasons.contains(&remark) {
            reasons.push(remark);
        }
    }
    reasons
}

/// A count as a figure's value.
#[expect(clippy::unnecessary_wraps, reason = "a figure's value may be missing; a count is not")]
pub(super) fn number(count: usize) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a census counts bodies by the thousand")]
    Some(count as f64)
}

/// A count as a base's size.
pub(super) fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
