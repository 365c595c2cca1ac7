//! The section of what was published and is computed otherwise now: figure by figure, and why.

use super::document::{Align, Block, Cell, Column, NoteKind, Section, Table};
use super::figure_title::figure_title;
use super::words::Desk;
use crate::codebook::Codebook;
use crate::indicators::{FigureId, Registry};
use crate::locale::{Gender, Locale};
use crate::publication::{Cause, Publication, PublishedFigure, Revision};

/// A revision, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionWords {
    /// What the figure counts.
    pub figure: String,
    /// « 5 sur 12 », as published.
    pub published: String,
    /// The same, as computed now.
    pub recomputed: String,
    /// The labs that entered or left the count.
    pub labs: String,
    /// What explains it.
    pub why: String,
}

/// Builds the section; none when nothing was published, or when all is as it was.
pub(super) fn section(desk: &Desk<'_>, publication: &Publication) -> Option<Section> {
    let lock = publication.lock.as_ref().filter(|_| !publication.revisions.is_empty())?;
    let count = u32::try_from(publication.revisions.len()).unwrap_or(u32::MAX);
    let mut args = desk.counted(("n", "n_words"), count, Gender::Masculine).to_vec();
    let date = lock.published.parse().map_or(lock.published.clone(), |date| desk.locale.date(date));
    args.push(("date", date.into()));
    let blocks = vec![
        Block::Note(NoteKind::Attention, desk.with("revisions-sentence", &args)),
        Block::Table(table(desk, &publication.revisions)),
    ];
    Some(Section {
        id: "revisions".to_owned(),
        title: desk.text("section-revisions"),
        sheet: desk.text("sheet-revisions"),
        blocks,
    })
}

fn table(desk: &Desk<'_>, revisions: &[Revision]) -> Table {
    let row = |revision: &Revision| {
        let words = revision_words(revision, desk.registry, desk.codebook, desk.locale);
        [words.figure, words.published, words.recomputed, words.labs, words.why]
            .into_iter()
            .map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text(text) })
            .collect()
    };
    let column = |key: &str| Column { title: desk.text(key), align: Align::Left };
    Table {
        id: "revisions".to_owned(),
        caption: desk.text("table-revisions"),
        columns: [
            "column-figure",
            "column-published",
            "column-recomputed",
            "column-moved-labs",
            "column-why",
        ]
        .map(column)
        .to_vec(),
        rows: revisions.iter().map(row).collect(),
        source: None,
    }
}

/// Writes a revision in the reader's language.
pub fn revision_words(
    revision: &Revision,
    registry: &Registry,
    codebook: &Codebook,
    locale: &Locale,
) -> RevisionWords {
    let id = FigureId::from(revision.figure.as_str());
    let title = registry
        .figures()
        .find(|figure| figure.id == id)
        .map(|figure| figure_title(figure, codebook, locale));
    let names = |codes: &[String]| {
        let name = |code: &String| {
            let bodies = codebook.register.bodies();
            let body = bodies.iter().rev().find(|body| body.code.as_str() == code);
            body.map_or_else(|| code.clone(), |body| body.short_name.clone())
        };
        codes.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let moved = |key: &str, codes: &[String]| {
        (!codes.is_empty()).then(|| locale.with(key, &[("labs", names(codes).into())]))
    };
    let labs =
        [moved("revision-entered", &revision.entered), moved("revision-left", &revision.left)];
    let why: Vec<String> = revision.causes.iter().map(|cause| because(cause, locale)).collect();
    RevisionWords {
        figure: title.unwrap_or_else(|| revision.figure.clone()),
        published: amount(&revision.published, locale),
        recomputed: revision
            .recomputed
            .as_ref()
            .map_or_else(|| locale.text("revision-gone"), |figure| amount(figure, locale)),
        labs: labs.into_iter().flatten().collect::<Vec<_>>().join(" ; "),
        why: if why.is_empty() { locale.text("revision-unexplained") } else { why.join(" ; ") },
    }
}

fn amount(figure: &PublishedFigure, locale: &Locale) -> String {
    let Some(value) = figure.value else { return locale.text("not-available") };
    let value = locale.number(value, 2);
    match figure.base {
        Some(base) => {
            let base = locale.number(f64::from(base), 0);
            locale.with("revision-amount", &[("value", value.into()), ("base", base.into())])
        }
        None => value,
    }
}

fn because(cause: &Cause, locale: &Locale) -> String {
    let (before, after) = match cause {
        Cause::Tool(before, after) => (before.as_str(), after.as_str()),
        _ => ("", ""),
    };
    let args = [
        ("file", cause.file().unwrap_or_default().into()),
        ("before", before.into()),
        ("after", after.into()),
    ];
    locale.with(&format!("revision-{}", cause.key()), &args)
}
