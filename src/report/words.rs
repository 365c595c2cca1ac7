//! Figures in sentences and cells: the number and its base, always together.

use fluent_bundle::FluentValue;

use super::bounds::Bounds;
use super::document::{Align, Cell, Column, Format, Shown};
use crate::codebook::{Bilingual, Codebook};
use crate::indicators::{Figure, Registry};
use crate::locale::{Arg, Gender, Locale, capitalised};

/// The arguments of sentences that are counts.
const COUNTS: [&str; 8] =
    ["base", "base_then", "base_now", "same_base", "first_base", "count", "announced", "computed"];

/// What every section's builder reads.
pub(super) struct Desk<'a> {
    pub(super) locale: &'a Locale,
    pub(super) codebook: &'a Codebook,
    pub(super) registry: &'a Registry,
    pub(super) bounds: Bounds,
}

impl Desk<'_> {
    /// A codebook text in the language of the report.
    pub(super) fn pick<'t>(&self, text: &'t Bilingual) -> &'t str {
        self.locale.lang.pick(&text.fr, &text.en)
    }

    /// A message.
    pub(super) fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A message with arguments, the year among them.
    pub(super) fn with(&self, key: &str, args: &[Arg<'_>]) -> String {
        let mut all = vec![("year", FluentValue::from(self.registry.year().to_string()))];
        all.extend(args.iter().map(|(name, value)| (*name, self.grouped(name, value))));
        self.locale.with(key, &all)
    }

    /// A count that a sentence takes as digits, in groups of three when it is long.
    fn grouped<'v>(&self, name: &str, value: &FluentValue<'v>) -> FluentValue<'v> {
        let count = match value {
            FluentValue::String(digits) if COUNTS.contains(&name) => digits.parse::<u32>().ok(),
            _ => None,
        };
        let large = count.filter(|count| *count >= 10_000);
        large.map_or_else(|| value.clone(), |count| self.locale.number(f64::from(count), 0).into())
    }

    /// A figure's number.
    pub(super) fn shown(&self, figure: &Figure) -> Shown {
        let format = if figure.value.is_some_and(|value| value.fract() != 0.0) {
            Format::Decimal
        } else {
            Format::Count
        };
        let text = figure
            .value
            .map_or_else(|| self.text("not-available"), |value| self.locale.number(value, 1));
        Shown { figure: figure.id.clone(), value: figure.value, format, text }
    }

    /// A figure's number, in a cell; empty when there is no such figure.
    pub(super) fn number(&self, figure: Option<&Figure>) -> Cell {
        figure.map_or(Cell::Empty, |figure| Cell::Number(self.shown(figure)))
    }

    /// A figure's base, in a cell. The base of a figure is a figure of its own where one exists.
    pub(super) fn base(&self, figure: Option<&Figure>) -> Cell {
        let Some((figure, base)) = figure.and_then(|figure| Some((figure, figure.base?))) else {
            return Cell::Empty;
        };
        let value = f64::from(base.size);
        let text = self.locale.number(value, 0);
        Cell::Number(Shown {
            figure: figure.id.clone(),
            value: Some(value),
            format: Format::Count,
            text,
        })
    }

    /// A figure's share of its base, in a cell.
    pub(super) fn share(&self, figure: Option<&Figure>) -> Cell {
        let Some((figure, share)) = figure.and_then(|figure| Some((figure, figure.share()?)))
        else {
            return Cell::Empty;
        };
        let (value, text) = (share.get(), self.locale.percent(share.get()));
        Cell::Number(Shown {
            figure: figure.id.clone(),
            value: Some(value),
            format: Format::Percent,
            text,
        })
    }

    /// The short names of the labs that a figure counts, in alphabetical order; of very many the first by their codes.
    pub(super) fn names(&self, figure: Option<&Figure>) -> String {
        let Some(figure) = figure else { return String::new() };
        let name = |code| Some(self.codebook.register.latest(code)?.short_name.as_str());
        let names = figure.trace.academies().take(self.bounds.names).filter_map(name);
        self.listed(names.collect(), figure.trace.len())
    }

    /// Names in alphabetical order, and how many more there are of so many in all.
    pub(super) fn listed(&self, mut names: Vec<&str>, all: usize) -> String {
        let more = u32::try_from(all.saturating_sub(self.bounds.names)).unwrap_or(u32::MAX);
        names.truncate(self.bounds.names);
        names.sort_by_cached_key(|name| crate::codebook::match_key(name));
        let names = names.join(", ");
        if more == 0 {
            return names;
        }
        let count = self.locale.number(f64::from(more), 0);
        let args =
            [("names", names.into()), ("n", f64::from(more).into()), ("count", count.into())];
        self.with("names-and-more", &args)
    }

    /// « un, deux et trois ».
    pub(super) fn and(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => {
                let before = before.join(&self.text("list-separator"));
                self.with("list-and", &[("before", before.into()), ("last", last.clone().into())])
            }
        }
    }

    /// A count for Fluent: `n` selects the plural, `n_words` is spelled out.
    pub(super) fn counted(
        &self,
        name: (&'static str, &'static str),
        number: u32,
        gender: Gender,
    ) -> [Arg<'static>; 2] {
        let words = self.locale.spelled(number, gender);
        [(name.0, FluentValue::from(f64::from(number))), (name.1, FluentValue::from(words))]
    }

    /// What comes first in a table: its name, or how many share the first place. `args` hold the count
    /// (`n`, `n_words`) and the base, in words when small.
    pub(super) fn leading(&self, table: &str, labels: &[&str], mut args: Vec<Arg<'_>>) -> String {
        let ties = u32::try_from(labels.len()).unwrap_or(u32::MAX);
        let unit = self.locale.with(&format!("table-unit-{table}"), &args);
        args.extend(self.counted(("ties", "ties_words"), ties, Gender::Masculine));
        args.extend([
            ("unit", unit.into()),
            ("rows", self.text(&format!("table-rows-{table}")).into()),
            ("answer", labels.first().copied().unwrap_or_default().to_owned().into()),
        ]);
        capitalised(&self.with("table-leading", &args))
    }

    /// A figure for Fluent, as digits.
    pub(super) fn digits(&self, figure: Option<&Figure>) -> FluentValue<'static> {
        FluentValue::from(
            figure.map_or_else(|| self.text("not-available"), |figure| self.shown(figure).text),
        )
    }

    /// A column of words.
    pub(super) fn words(&self, key: &str) -> Column {
        Column { title: self.text(key), align: Align::Left }
    }

    /// A column of numbers.
    pub(super) fn numbers(&self, key: &str) -> Column {
        Column { title: self.text(key), align: Align::Right }
    }

    /// The line that names the source.
    pub(super) fn source(&self) -> String {
        self.with(
            "source-line",
            &[("source", self.pick(&self.codebook.questionnaire.source).into())],
        )
    }
}
