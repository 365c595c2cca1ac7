//! The registry of figures: what every output prints from.

use std::collections::BTreeMap;

use super::figure::{Comparable, Figure, FigureId, Trace, Unit};
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
        let Entry { indicator, category, value, unit, base, trace } = entry;
        let id = FigureId::new(self.year, indicator, category);
        let figure = Figure {
            id: id.clone(),
            indicator: indicator.to_owned(),
            year: self.year,
            category: category.to_owned(),
            value,
            unit,
            base,
            comparable: Comparable::Yes,
            note: String::new(),
            trace,
        };
        self.figures.insert(id, figure);
    }

    /// Adds a remark to a figure.
    pub(super) fn annotate(&mut self, indicator: &str, category: &str, note: &str) {
        let id = FigureId::new(self.year, indicator, category);
        if let Some(figure) = self.figures.get_mut(&id) {
            note.clone_into(&mut figure.note);
        }
    }

    /// Adds a count of labs out of a base: as many as the labs behind it.
    pub(super) fn count(&mut self, indicator: &str, category: &str, base: Base, trace: Vec<Trace>) {
        #[expect(clippy::cast_precision_loss, reason = "a census counts bodies by the thousand")]
        let value = Some(trace.len() as f64);
        self.add(Entry { indicator, category, value, unit: Unit::Labs, base: Some(base), trace });
    }
}

/// A figure to add.
pub(super) struct Entry<'a> {
    pub(super) indicator: &'a str,
    pub(super) category: &'a str,
    pub(super) value: Option<f64>,
    pub(super) unit: Unit,
    pub(super) base: Option<Base>,
    pub(super) trace: Vec<Trace>,
}
