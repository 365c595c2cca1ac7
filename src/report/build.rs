//! Building the report of an edition: its sections, in order.

use super::bounds::Bounds;
use super::document::{Block, Labels, NoteKind, Report, Section};
use super::words::Desk;
use super::{
    activity, crossings, diagnostics, fiches, jumps, key_figures, labs, launches, maps, narrative,
    nonresponse, paths, reading, response, revisions, series, table_charts, team, terms, trace,
    trends,
};
use crate::census::{Edition, Series};
use crate::codebook::{Codebook, Kind, Shows};
use crate::diagnostic::Diagnostic;
use crate::indicators::{Reconciliation, Registry};
use crate::locale::Locale;
use crate::publication::Publication;

/// What a report is built from.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// The edition with those before it.
    pub series: &'a Series,
    /// The codebook.
    pub codebook: &'a Codebook,
    /// Every number.
    pub registry: &'a Registry,
    /// What was announced, beside what is computed.
    pub reconciliations: &'a [Reconciliation],
    /// Everything that was noticed.
    pub diagnostics: &'a [Diagnostic],
    /// What was published, and whether it still holds.
    pub publication: &'a Publication,
    /// The responses folder as seen from the report's, with `/`.
    pub responses: Option<&'a str>,
    /// Whether each lab of a large edition has a page of its own.
    pub fiches: bool,
}

/// Builds the report of an edition.
pub fn build(inputs: &Inputs<'_>, locale: &Locale) -> Report {
    let bounds = Bounds::of(inputs.edition, inputs.fiches);
    let desk = Desk { locale, codebook: inputs.codebook, registry: inputs.registry, bounds };
    let (mut sections, mut sheets) = (sections(&desk, inputs), sheets(&desk, inputs));
    bounds.apply(&desk, &mut sections, &mut sheets);
    let fiches = fiches::build(&desk, inputs.series);
    Report { sections, sheets, fiches, ..empty(&desk, inputs) }
}

/// A report without its sections: what every page says of itself.
pub(super) fn empty(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Report {
    let (edition, locale) = (inputs.edition, desk.locale);
    let default_title = desk.with(
        "report-title",
        &[("census", desk.pick(&inputs.codebook.questionnaire.title).into())],
    );
    let notice = edition.file.notice.as_ref().map(|notice| desk.pick(notice).to_owned());
    let provisional = jumps::mark(desk, inputs.publication);
    let own_title = edition.file.title.as_ref();
    let title = own_title.map_or(default_title, |title| desk.pick(title).to_owned());
    Report {
        year: edition.year(),
        lang: locale.lang.tag(),
        title: match provisional {
            Some(_) => desk.with("provisional-title", &[("title", title.into())]),
            None => title,
        },
        provisional,
        subtitle: desk
            .with("report-subtitle", &[("date", locale.date(edition.file.closing_date).into())]),
        author: desk.text("report-author"),
        date: edition.file.closing_date,
        notice,
        sections: Vec::new(),
        sheets: Vec::new(),
        fiches: Vec::new(),
        responses: inputs.responses.map(str::to_owned),
        year_files: edition.activity.files.clone(),
        labels: labels(locale),
    }
}

/// The sections that the layout asks for, in its order; one that has nothing to show is left out.
fn sections(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Vec<Section> {
    let layout = &inputs.edition.layout;
    let mut sections = Vec::new();
    for entry in &layout.entries {
        let mut shown = match &entry.shows {
            Shows::Narrative(name) => narrative_section(desk, inputs, name).into_iter().collect(),
            Shows::Question(id) => question(desk, inputs, id).into_iter().collect(),
            Shows::BuiltIn(name) => built_in(desk, inputs, name),
        };
        let texts = |names: &[String]| {
            let blocks =
                names.iter().flat_map(|name| narrative::blocks(desk, inputs.edition, name));
            blocks.collect::<Vec<_>>()
        };
        if let Some(first) = shown.first_mut() {
            first.blocks.splice(0..0, texts(&entry.before));
            if let Some(title) = &entry.title {
                desk.pick(title).clone_into(&mut first.title);
                desk.pick(title).clone_into(&mut first.sheet);
            }
        }
        if let Some(last) = shown.last_mut() {
            last.blocks.extend(texts(&entry.after));
        }
        sections.extend(shown.into_iter().filter(|section| !section.blocks.is_empty()));
    }
    table_charts::insert(desk, &mut sections);
    if inputs.publication.unchecked() > 0 {
        // A layout of the team's own cannot leave out what is still to check.
        if !sections.iter().any(|section| section.id == "jumps") {
            sections.extend(jumps::section(desk, inputs.publication));
        }
        jumps::mark_charts(desk, &mut sections);
    }
    sections
}

/// What only the workbook has room for.
fn sheets(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Vec<Section> {
    let mut sheets = trace::sheets(desk, inputs.edition);
    sheets.push(labs::sheet(desk, inputs.series));
    sheets.extend(paths::sheet(desk, inputs.series));
    sheets.extend(trends::sheet(desk, inputs));
    sheets
}

/// A section that the report builds by itself; several for « questions ».
fn built_in(desk: &Desk<'_>, inputs: &Inputs<'_>, name: &str) -> Vec<Section> {
    let one = match name {
        "key-figures" => key_figures::section(desk, inputs.edition),
        "response" => response::section(desk, inputs),
        "questions" => return other_questions(desk, inputs),
        "maps" => return maps::section(desk, inputs.edition).into_iter().collect(),
        "series" => return series::section(desk, inputs.series).into_iter().collect(),
        "crossings" => return crossings::section(desk).into_iter().collect(),
        "paths" => return paths::section(desk, inputs.series).into_iter().collect(),
        "trends" => return trends::sections(desk, inputs),
        "jumps" => return jumps::section(desk, inputs.publication).into_iter().collect(),
        "revisions" => return revisions::section(desk, inputs.publication).into_iter().collect(),
        "nonresponse" => nonresponse::section(desk),
        "labs" => labs::section(desk, inputs.edition),
        "diagnostics" => diagnostics::section(desk, inputs.diagnostics),
        "reading" => reading::section(desk),
        _ => return activity::section(desk, inputs, name).into_iter().collect(),
    };
    vec![one]
}

/// The questions that no entry of the layout names.
fn other_questions(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Vec<Section> {
    let questions = inputs.codebook.questionnaire.questions.iter();
    let named = |id: &str| {
        let shows = Shows::Question(id.to_owned());
        inputs.edition.layout.entries.iter().any(|entry| entry.shows == shows)
    };
    let free = questions.filter(|question| !named(question.id.as_str()));
    free.filter_map(|one| question(desk, inputs, one.id.as_str())).collect()
}

/// The section of a question; none for a question of free text.
fn question(desk: &Desk<'_>, inputs: &Inputs<'_>, id: &str) -> Option<Section> {
    let question = inputs.codebook.questionnaire.get(&id.into())?;
    match question.kind {
        Kind::Single | Kind::Multiple => Some(terms::section(desk, question)),
        Kind::Launch => Some(launches::section(desk)),
        Kind::Team => Some(team::section(desk)),
        Kind::Academy | Kind::Text | Kind::List => None,
    }
}

/// A text of the team as a section of its own.
fn narrative_section(desk: &Desk<'_>, inputs: &Inputs<'_>, name: &str) -> Option<Section> {
    let blocks = narrative::blocks(desk, inputs.edition, name);
    let title = locale_title(name);
    (!blocks.is_empty()).then(|| Section {
        id: format!("text-{name}"),
        title: title.clone(),
        sheet: title,
        blocks,
    })
}

/// The title of a text whose entry gives none.
fn locale_title(name: &str) -> String {
    crate::locale::capitalised(&name.replace(['-', '_'], " "))
}

fn labels(locale: &Locale) -> Labels {
    Labels {
        contents: locale.text("label-contents"),
        back: locale.text("label-back"),
        table: locale.text("label-table"),
        source: locale.text("label-source"),
        read_in: locale.text("label-read-in"),
        question: locale.text("label-question"),
        answer: locale.text("label-answer"),
        understood: locale.text("label-understood"),
        path: locale.text("fiche-path"),
        none: locale.text("not-available"),
    }
}

/// A remark that explains how to read what stands above.
pub(super) fn reading_note(text: String) -> Block {
    Block::Note(NoteKind::Reading, text)
}
