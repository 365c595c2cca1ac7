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

use super::{Emit, Inputs, some_at_a_time};
use crate::error::Result;

/// Renders the report and the labs' pages.
///
/// # Errors
/// What receives the files.
pub(super) fn render(inputs: &Inputs<'_>, emit: &Emit<'_>) -> Result<()> {
    let report = inputs.report;
    let page = |fiche: &crate::report::Fiche| {
        (format!("fiches/{}.html", fiche.name), fiche::render(inputs, fiche).into_bytes())
    };
    let whole = (format!("bilan-{}.html", report.year), page::report(inputs).into_bytes());
    some_at_a_time(&report.fiches, page, whole, emit)
}
