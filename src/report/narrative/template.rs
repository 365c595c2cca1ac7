//! The template language of the team's texts: minijinja, with the registry's figures and nothing else.
//!
//! `figure("themes.pedagogical")` is the number, of the report's year; `figure("2020.themes.pedagogical")` names the
//! year. Filters: `words` (« onze »), `share` (« 92 % »), `base` (the number it is out of), `count("lab", "labs")`
//! (« 11 labs »), `names` (the académies behind it). `year` is the report's year.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::value::{Object, ObjectRepr, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, context};

use super::quoted::{Quoted, unmarked};
use super::{Fault, FaultKind};
use crate::codebook::nearest;
use crate::indicators::Figure;
use crate::locale::Gender;
use crate::report::document::{Cell, Shown};
use crate::report::words::Desk;

/// The functions and filters of a text.
const FUNCTIONS: [&str; 1] = ["figure"];
const FILTERS: [&str; 6] = ["words", "share", "base", "count", "names", "feminine"];

/// How a figure is written, prepared in the report's language.
#[derive(Debug)]
struct Written {
    id: String,
    number: Shown,
    value: Option<f64>,
    words: String,
    words_feminine: String,
    base: Option<Shown>,
    share: Option<Shown>,
    names: String,
    quoted: Arc<Quoted>,
}

impl Object for Written {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        (key.as_str() == Some("value")).then(|| Value::from(self.value))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.quoted.number(self.number.clone()))
    }
}

/// Renders a template to Markdown with marks.
///
/// A figure is put into words only if the text quotes it: what a literal names is prepared at once; a name that the
/// text puts together is found by the first rendering, and there by the next.
pub(super) fn render(desk: &Desk<'_>, text: &str) -> Result<(String, Arc<Quoted>), Fault> {
    let known: Vec<&Figure> = desk.registry.figures().collect();
    let names = Arc::new(Names {
        ids: known.iter().map(|figure| figure.id.to_string()).collect(),
        year: desk.registry.year().get(),
    });
    let clean = unmarked(text);
    let mut quotes: BTreeSet<usize> =
        clean.split(['"', '\'']).filter_map(|literal| names.place(literal)).collect();
    loop {
        let quoted = Arc::new(Quoted::default());
        let prepared =
            |at: &usize| Some((*at, Arc::new(written(desk, known.get(*at).copied()?, &quoted))));
        let figures = quotes.iter().filter_map(prepared).collect();
        let missing = Arc::new(AtomicUsize::new(usize::MAX));
        match render_with(&clean, &names, (figures, &missing), &quoted) {
            Ok(written) => return Ok((written, quoted)),
            Err(error) => {
                let at = missing.load(Ordering::Relaxed);
                if at == usize::MAX || !quotes.insert(at) {
                    return Err(fault(&error));
                }
            }
        }
    }
}

/// The figures that a text may quote.
struct Names {
    /// Their ids, sorted.
    ids: Vec<String>,
    /// The report's year, which a text may leave out.
    year: u16,
}

impl Names {
    fn place(&self, id: &str) -> Option<usize> {
        let place = |id: &str| self.ids.binary_search_by(|known| known.as_str().cmp(id)).ok();
        place(id).or_else(|| place(&format!("{}.{id}", self.year)))
    }
}

/// Renders with the figures that are prepared; `missing` tells which one is not.
fn render_with(
    text: &str,
    names: &Arc<Names>,
    (figures, missing): (BTreeMap<usize, Arc<Written>>, &Arc<AtomicUsize>),
    quoted: &Arc<Quoted>,
) -> Result<String, Error> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let (known, missing) = (Arc::clone(names), Arc::clone(missing));
    environment.add_function("figure", move |id: String| -> Result<Value, Error> {
        let at = known.place(&id);
        if let Some(figure) = at.and_then(|at| figures.get(&at)) {
            return Ok(Value::from_dyn_object(Arc::clone(figure)));
        }
        if let Some(at) = at {
            missing.store(at, Ordering::Relaxed);
        }
        let near = nearest_figure(&id, &known.ids, known.year);
        Err(Error::new(ErrorKind::InvalidOperation, format!("{MARK}{id}{MARK}{near}")))
    });
    add_filters(&mut environment, quoted);
    let template = environment.template_from_str(text)?;
    template.render(context! { year => Value::from(names.year) })
}

const MARK: char = '\u{1f}';

fn add_filters(environment: &mut Environment<'_>, quoted: &Arc<Quoted>) {
    let of = |value: &Value| {
        value.downcast_object::<Written>().ok_or_else(|| {
            let message = format!("{MARK}{MARK}");
            Error::new(ErrorKind::InvalidOperation, message)
        })
    };
    let print = |shown: &Option<Shown>, figure: &Written| {
        let shown = shown.clone().ok_or_else(|| {
            let message = format!("{MARK}{MARK}{}", figure.id);
            Error::new(ErrorKind::InvalidOperation, message)
        })?;
        Ok::<_, Error>(figure.quoted.number(shown))
    };
    let spelled = |figure: &Written, text: &str| {
        let mut shown = figure.number.clone();
        text.clone_into(&mut shown.text);
        figure.quoted.number(shown)
    };
    environment.add_filter("words", move |value: Value| {
        let figure = of(&value)?;
        Ok::<_, Error>(spelled(&figure, &figure.words))
    });
    environment.add_filter("feminine", move |value: Value| {
        let figure = of(&value)?;
        Ok::<_, Error>(spelled(&figure, &figure.words_feminine))
    });
    environment.add_filter("share", move |value: Value| {
        let figure = of(&value)?;
        print(&figure.share, &figure)
    });
    environment.add_filter("base", move |value: Value| {
        let figure = of(&value)?;
        print(&figure.base, &figure)
    });
    environment.add_filter("count", move |value: Value, one: String, other: String| {
        let figure = of(&value)?;
        let is_one = figure.value.is_some_and(|value| value.abs() < 2.0);
        let noun = if is_one { one } else { other };
        let number = figure.quoted.number(figure.number.clone());
        Ok::<_, Error>(format!("{number}\u{a0}{}", figure.quoted.words(&noun)))
    });
    let quoted = Arc::clone(quoted);
    environment.add_filter("names", move |value: Value| {
        let figure = of(&value)?;
        Ok::<_, Error>(quoted.words(&figure.names))
    });
}

fn written(desk: &Desk<'_>, figure: &Figure, quoted: &Arc<Quoted>) -> Written {
    let shown = |cell: Cell| match cell {
        Cell::Number(shown) => Some(shown),
        _ => None,
    };
    let words = |gender| match figure.value {
        Some(value) if value.fract() == 0.0 => desk.locale.spelled(figure.count(), gender),
        _ => desk.shown(figure).text,
    };
    Written {
        id: figure.id.to_string(),
        number: desk.shown(figure),
        value: figure.value,
        words: words(Gender::Masculine),
        words_feminine: words(Gender::Feminine),
        base: shown(desk.base(Some(figure))),
        share: shown(desk.share(Some(figure))),
        names: desk.names(Some(figure)),
        quoted: Arc::clone(quoted),
    }
}

/// The nearest figure, as the text names it: with its year or without.
fn nearest_figure(id: &str, ids: &[String], year: u16) -> String {
    let has_year = id.split('.').next().is_some_and(|first| first.parse::<u16>().is_ok());
    let whole = if has_year { id.to_owned() } else { format!("{year}.{id}") };
    let near = nearest(&whole, ids.iter().map(String::as_str)).unwrap_or_default();
    let bare = near.split_once('.').filter(|_| !has_year).map_or(near, |(_, rest)| rest);
    bare.to_owned()
}

/// What went wrong, in the words of a diagnostic.
fn fault(error: &Error) -> Fault {
    let line = error.line().unwrap_or(1);
    let detail = error.detail().unwrap_or_default();
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if let [_, id, near] = detail.split(MARK).collect::<Vec<_>>().as_slice() {
        let (kind, text) = if id.is_empty() {
            (FaultKind::Value, (*near).to_owned())
        } else {
            (FaultKind::Figure, (*id).to_owned())
        };
        let near = if id.is_empty() { None } else { some(near) };
        return Fault { line, kind, text, near };
    }
    let known: &[&str] = match error.kind() {
        ErrorKind::UnknownFunction => &FUNCTIONS,
        ErrorKind::UnknownFilter => &FILTERS,
        ErrorKind::UndefinedError => &["figure", "year"],
        _ => &[],
    };
    if known.is_empty() {
        let text = if detail.is_empty() { error.kind().to_string() } else { detail.to_owned() };
        return Fault { line, kind: FaultKind::Template, text, near: None };
    }
    // minijinja says « filter sahre is unknown »: the name is the word that is none of its own.
    let own = ["filter", "function", "method", "is", "unknown", "undefined", "value", "variable"];
    let name = detail.split_whitespace().find(|word| !own.contains(word)).unwrap_or_default();
    let near = nearest(name, known.iter().copied()).map(str::to_owned);
    let near = near.or_else(|| some(&known.join(", ")));
    Fault { line, kind: FaultKind::Function, text: name.trim_matches('`').to_owned(), near }
}
