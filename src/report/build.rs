//! Building the report of an edition: its sections, in order.

use super::document::{Block, Labels, NoteKind, Report, Section};
use super::words::Desk;
use super::{
    crossings, diagnostics, fiches, key_figures, labs, launches, maps, nonresponse, paths, reading,
    response, revisions, series, table_charts, team, terms, trace, trends,
};
use crate::census::{Edition, Series};
use crate::codebook::{Codebook, Kind};
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
}

/// Builds the report of an edition.
pub fn build(inputs: &Inputs<'_>, locale: &Locale) -> Report {
    let desk = Desk { locale, codebook: inputs.codebook, registry: inputs.registry };
    let edition = inputs.edition;
    let default_title = desk.with(
        "report-title",
        &[("census", desk.pick(&inputs.codebook.questionnaire.title).into())],
    );
    let notice = edition.file.notice.as_ref().map(|notice| desk.pick(notice).to_owned());
    Report {
        year: edition.year(),
        lang: locale.lang.tag(),
        title: edition
            .file
            .title
            .as_ref()
            .map_or(default_title, |title| desk.pick(title).to_owned()),
        subtitle: desk
            .with("report-subtitle", &[("date", locale.date(edition.file.closing_date).into())]),
        author: desk.text("report-author"),
        date: edition.file.closing_date,
        notice,
        sections: sections(&desk, inputs),
        sheets: sheets(&desk, inputs),
        fiches: fiches::build(&desk, inputs.series),
        responses: inputs.responses.map(str::to_owned),
        labels: labels(locale),
    }
}

fn sections(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Vec<Section> {
    let mut sections = vec![key_figures::section(desk), response::section(desk, inputs)];
    for question in &inputs.codebook.questionnaire.questions {
        match question.kind {
            Kind::Single | Kind::Multiple => sections.push(terms::section(desk, question)),
            Kind::Launch => sections.push(launches::section(desk)),
            Kind::Team => sections.push(team::section(desk)),
            Kind::Academy | Kind::Text | Kind::List => {}
        }
    }
    sections.extend(maps::section(desk, inputs.edition));
    sections.extend(series::section(desk, inputs.series));
    sections.extend(crossings::section(desk));
    sections.extend(trends::sections(desk, inputs));
    sections.push(nonresponse::section(desk));
    sections.push(labs::section(desk, inputs.edition));
    sections.extend(paths::section(desk, inputs.series));
    sections.extend(revisions::section(desk, inputs.publication));
    sections.push(diagnostics::section(desk, inputs.diagnostics));
    sections.push(reading::section(desk));
    table_charts::insert(desk, &mut sections);
    sections
}

/// What only the workbook has room for.
fn sheets(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Vec<Section> {
    let mut sheets = trace::sheets(desk, inputs.edition);
    sheets.push(labs::sheet(desk, inputs.series));
    sheets.extend(trends::sheet(desk, inputs));
    sheets
}

fn labels(locale: &Locale) -> Labels {
    Labels {
        contents: locale.text("label-contents"),
        back: locale.text("label-back"),
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
