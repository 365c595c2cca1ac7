//! The report as pages that need nothing else: no network, no file beside them, no script to be read.
//!
//! Escaping is by construction: a page is only written through [`markup::Markup`], which knows no way to put a
//! text of unknown origin into it but as text or as a quoted attribute. Source: HTML Living Standard; RGAA 4.1;
//! WCAG 2.2, level AA.

mod blocks;
mod fiche;
mod markup;
mod page;
mod prose;
mod trace;

use super::{Files, Inputs};

/// Renders the report and the labs' pages.
pub(super) fn render(inputs: &Inputs<'_>) -> Files {
    let report = inputs.report;
    let page = |fiche: &crate::report::Fiche| {
        (format!("fiches/{}.html", fiche.name), fiche::render(inputs, fiche).into_bytes())
    };
    let mut files: Files = report.fiches.iter().map(page).collect();
    files.insert(format!("bilan-{}.html", report.year), page::report(inputs).into_bytes());
    files
}
