//! A lab's page: what was understood, what was written, where it was read.

use super::blocks;
use super::markup::{Markup, path};
use super::page::{Frame, footer, framed, notice};
use crate::render::Inputs;
use crate::report::{Fiche, FicheAnswer};

/// Renders a lab's page.
pub(super) fn render(inputs: &Inputs<'_>, fiche: &Fiche) -> String {
    let report = inputs.report;
    let title = format!("{} – {}", fiche.title, report.title);
    let frame = Frame { title: &title, description: &report.title, scripted: false };
    framed(inputs, &frame, |page| {
        page.open("header", &[("class", "top")]);
        page.open("p", &[("class", "back")]);
        let target = path(&format!("../bilan-{}.html", report.year));
        page.element("a", &[("href", &target)], &report.labels.back);
        page.end("p");
        page.line("h1", &[], &fiche.title);
        page.line("p", &[("class", "lead")], &report.title);
        notice(page, inputs);
        page.end("header");
        page.open("main", &[("id", "contenu"), ("tabindex", "-1"), ("class", "fiche")]);
        if let Some(path) = &fiche.path {
            blocks::table(page, inputs, path);
        }
        for answer in &fiche.answers {
            self::answer(page, inputs, answer);
        }
        page.end("main");
        footer(page, inputs);
    })
}

fn answer(page: &mut Markup, inputs: &Inputs<'_>, answer: &FicheAnswer) {
    page.open("section", &[]);
    page.line("h2", &[], &answer.question);
    match answer.understood.as_slice() {
        [] => {}
        [one] => blocks::lines(page, "p", &[("class", "understood")], one),
        several => {
            page.open("ul", &[("class", "understood")]);
            for one in several {
                blocks::lines(page, "li", &[], one);
            }
            page.end("ul");
        }
    }
    for quote in &answer.quotes {
        page.open("blockquote", &[]);
        page.element("p", &[("class", "written")], quote.trim());
        page.end("blockquote");
    }
    for beside in [&answer.previous, &answer.reference].into_iter().flatten() {
        blocks::lines(page, "p", &[("class", "beside")], beside);
    }
    if !answer.origins.is_empty() {
        let responses = inputs.report.responses.as_ref().map(|folder| format!("../{folder}"));
        page.open("p", &[("class", "source")]);
        page.text(&inputs.report.labels.read_in);
        for (number, origin) in answer.origins.iter().enumerate() {
            page.ours(if number == 0 { " " } else { ", " });
            blocks::origin(page, responses.as_deref(), origin);
        }
        page.end("p");
    }
    page.end("section");
}
