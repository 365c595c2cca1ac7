//! Contact with the académies, out of all of them, and the positioning of their labs, out of those placed.

use super::figure::{Trace, Unit};
use super::register_counts::size_of;
use super::registry::{Entry, Registry};
use crate::census::{ACADEMIES, Activity, Standing};
use crate::codebook::Registers;
use crate::model::{Base, BaseKind, Origin, TermId};

/// Adds `contact.<level>` and `positioning.<group>`, where the register of académies gives any.
pub(super) fn add(
    registry: &mut Registry,
    activity: &Activity,
    (registers, academies): (&Registers, usize),
) {
    let whole = Base { kind: BaseKind::Academies, size: size_of(academies) };
    let contact = Slot { indicator: "contact", column: "contact_level", base: Some(whole) };
    contact.add(registry, activity, registers, |standing| standing.contact_level.as_ref());
    let positioning = Slot { indicator: "positioning", column: "positioning", base: None };
    positioning.add(registry, activity, registers, |standing| standing.positioning.as_ref());
}

struct Slot {
    indicator: &'static str,
    column: &'static str,
    /// `None`: out of the académies that have a value.
    base: Option<Base>,
}

impl Slot {
    fn add(
        &self,
        registry: &mut Registry,
        activity: &Activity,
        registers: &Registers,
        of: impl Fn(&Standing) -> Option<&(TermId, Origin)>,
    ) {
        let placed = activity.standings().filter(|(_, standing)| of(standing).is_some()).count();
        let Some(vocabulary) = registers.vocabulary_of(ACADEMIES, self.column) else { return };
        if placed == 0 {
            return;
        }
        let own = Base { kind: BaseKind::RegisterRows, size: size_of(placed) };
        for term in &vocabulary.terms {
            let traced = activity.standings().filter_map(|(code, standing)| {
                let (found, origin) = of(standing)?;
                let trace = Trace { academy: code.clone(), origins: vec![origin.clone()] };
                (*found == term.id).then_some(trace)
            });
            let trace: Vec<Trace> = traced.collect();
            registry.add(Entry {
                indicator: self.indicator,
                category: term.id.as_str(),
                value: Some(f64::from(size_of(trace.len()))),
                unit: Unit::Academies,
                base: Some(self.base.unwrap_or(own)),
                trace: trace.into(),
                ..Entry::NEW
            });
        }
    }
}
