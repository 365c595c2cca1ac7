//! The registry of figures: what every output prints from.

use std::collections::BTreeMap;

use super::figure::{Comparable, Figure, FigureId, Unit};
use super::remark::Remark;
use super::traces::Traces;
use crate::model::{Base, CensusYear};

/// Every figure of an edition, by id.
#[derive(Clone, Debug)]
pub struct Registry {
    year: CensusYear,
    figures: BTreeMap<FigureId, Figure>,
}

impl Registry {
    /// An empty registry.
    pub(super) fn new(year: CensusYear) -> Self {
        Self { year, figures: BTreeMap::new() }
    }

    /// The edition.
    pub fn year(&self) -> CensusYear {
        self.year
    }

    /// Every figure, in the order of their ids.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.figures.values()
    }

    /// A figure of this edition, by indicator and category.
    pub fn get(&self, indicator: &str, category: &str) -> Option<&Figure> {
        self.figures.get(&FigureId::new(self.year, indicator, category))
    }

    /// The figures of an indicator, in the order of their ids.
    pub fn of<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = &'a Figure> {
        self.figures.values().filter(move |figure| figure.indicator == indicator)
    }

    /// Adds a figure under its id.
    pub(super) fn add(&mut self, entry: Entry<'_>) {
        let id = FigureId::new(self.year, entry.indicator, entry.category);
        let figure = Figure {
            id: id.clone(),
            indicator: entry.indicator.to_owned(),
            year: self.year,
            category: entry.category.to_owned(),
            value: entry.value,
            unit: entry.unit,
            base: entry.base,
            comparable: entry.comparable,
            notes: entry.notes,
            trace: entry.trace,
        };
        self.figures.insert(id, figure);
    }

    /// Takes the value out of a figure and says why; whether it had one.
    pub(super) fn withhold(&mut self, id: &FigureId, note: &Remark) -> bool {
        let Some(figure) = self.figures.get_mut(id).filter(|figure| figure.value.is_some()) else {
            return false;
        };
        figure.value = None;
        figure.notes.push(note.clone());
        true
    }

    /// Adds a count of labs out of a base: as many as the labs behind it.
    pub(super) fn count(
        &mut self,
        indicator: &str,
        category: &str,
        base: Base,
        trace: impl Into<Traces>,
    ) {
        let trace = trace.into();
        #[expect(clippy::cast_precision_loss, reason = "a census counts bodies by the thousand")]
        let value = Some(trace.len() as f64);
        self.add(Entry { value, base: Some(base), trace, ..Entry::of(indicator, category) });
    }
}

/// A figure to add.
pub(super) struct Entry<'a> {
    pub(super) indicator: &'a str,
    pub(super) category: &'a str,
    pub(super) value: Option<f64>,
    pub(super) unit: Unit,
    pub(super) base: Option<Base>,
    pub(super) comparable: Comparable,
    pub(super) notes: Vec<Remark>,
    pub(super) trace: Traces,
}

impl Entry<'static> {
    /// What a figure is unless it says otherwise: a count of labs, without base, that compares with other years.
    pub(super) const NEW: Self = Self {
        indicator: "",
        category: "",
        value: None,
        unit: Unit::Labs,
        base: None,
        comparable: Comparable::Yes,
        notes: Vec::new(),
        trace: Traces::NONE,
    };
}

impl<'a> Entry<'a> {
    /// A figure under its name.
    pub(super) fn of(indicator: &'a str, category: &'a str) -> Self {
        Self { indicator, category, ..Entry::NEW }
    }
}
