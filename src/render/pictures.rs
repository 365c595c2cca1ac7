//! The charts as SVG and PNG, each drawn once, by whichever format asks for it first.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::chart;
use crate::error::{Error, Result};
use crate::report::{ChartBlock, Report};

/// A chart, drawn.
#[derive(Debug)]
pub(super) struct Picture {
    /// The SVG.
    pub(super) svg: String,
    /// The PNG, from that SVG.
    pub(super) png: Vec<u8>,
}

/// A picture, once somebody has asked for it, or why it could not be drawn.
type Drawn = OnceLock<std::result::Result<Picture, String>>;

/// The charts of a report.
pub(super) struct Pictures<'a> {
    charts: BTreeMap<&'a str, (&'a ChartBlock, Drawn)>,
}

impl<'a> Pictures<'a> {
    /// The charts of a report, none drawn yet.
    pub(super) fn of(report: &'a Report) -> Self {
        let chart = |block: &'a ChartBlock| (block.spec.id.as_str(), (block, OnceLock::new()));
        Self { charts: report.charts().map(chart).collect() }
    }

    /// The names of the charts.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.charts.keys().copied()
    }

    /// A chart by name, drawn now if it is not yet.
    ///
    /// # Errors
    /// The chart could not be drawn.
    pub(super) fn get(&self, name: &str) -> Result<&Picture> {
        let failed = |detail: &str| Error::Render {
            what: format!("charts/{name}"),
            detail: detail.to_owned(),
        };
        let (block, drawn) = self.charts.get(name).ok_or_else(|| failed("-"))?;
        let drawn = drawn.get_or_init(|| {
            let svg = chart::svg(&block.spec);
            let png = chart::png(&svg).map_err(|error| error.to_string())?;
            Ok(Picture { svg, png })
        });
        drawn.as_ref().map_err(|detail| failed(detail))
    }
}
