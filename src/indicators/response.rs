//! Who answered, out of the académies of that date and out of the labs known.

use std::sync::Arc;

use super::figure::Unit;
use super::registry::{Entry, Registry};
use super::traces::{Cells, Traces};
use crate::census::{Edition, Lab, ResponseState};
use crate::model::{Base, BaseKind};

/// Adds `response.received`, `response.known_silent`, `response.none` (out of the académies),
/// `response_known.received` and `response_known.silent` (out of the labs known), and the bases.
pub(super) fn add(registry: &mut Registry, edition: &Arc<Edition>) {
    let academies = Base { kind: BaseKind::Academies, size: size(edition.labs.len()) };
    let known = Base { kind: BaseKind::KnownLabs, size: size(edition.known_labs()) };
    let labs = |state| places(edition, |lab| lab.response == state);
    let received = labs(ResponseState::Received);
    let silent = labs(ResponseState::KnownSilent);
    // Labs that are known but not named are silent too; no académie can be put beside them.
    let silent_count = known.size.saturating_sub(size(received.len()));
    let none_count = academies.size.saturating_sub(known.size);
    registry.count("response", "received", academies, received.clone());
    registry.count("response_known", "received", known, received);
    let declared = |registry: &mut Registry, indicator, category, count: u32, base, trace| {
        let value = Some(f64::from(count));
        registry.add(Entry { value, base: Some(base), trace, ..Entry::of(indicator, category) });
    };
    declared(registry, "response", "known_silent", silent_count, academies, silent.clone());
    declared(registry, "response_known", "silent", silent_count, known, silent);
    let none = if silent_count == 0 || none_count == size(labs(ResponseState::None).len()) {
        labs(ResponseState::None)
    } else {
        Traces::default()
    };
    declared(registry, "response", "none", none_count, academies, none);
    add_bases(registry, edition, academies, known);
}

/// The bases as figures of their own, since every table prints them.
fn add_bases(registry: &mut Registry, edition: &Arc<Edition>, academies: Base, known: Base) {
    let all = places(edition, |_| true);
    let mut base = |category, unit, base: Base, trace| {
        let value = Some(f64::from(base.size));
        let entry = Entry::of("base", category);
        registry.add(Entry { value, unit, base: Some(base), trace, ..entry });
    };
    base("academies", Unit::Academies, academies, all);
    base("known_labs", Unit::Labs, known, Traces::default());
    let respondents = places(edition, |lab| lab.response == ResponseState::Received);
    let size = Base { kind: BaseKind::Respondents, size: size(respondents.len()) };
    base("respondents", Unit::Labs, size, respondents);
}

/// Some labs of an edition, with the files of their responses.
fn places(edition: &Arc<Edition>, is_such: impl Fn(&Lab) -> bool) -> Traces {
    let labs = (0_u32..).zip(&edition.labs).filter(|(_, lab)| is_such(lab)).map(|(at, _)| at);
    Traces::counted(edition, labs.collect::<Vec<u32>>(), Cells::Source)
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
