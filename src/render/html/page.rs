//! The frame of a page, and the report's own page.
//!
//! The policy in the head allows the style and the script of this very page by their fingerprints, and nothing
//! else: should a text ever become markup, it could neither run nor fetch. Source: CSP Level 3.

use sha2::{Digest, Sha256};

use super::markup::{Markup, fragment};
use super::{blocks, trace};
use crate::render::Inputs;
use crate::report::Section;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// What a page's frame says.
pub(super) struct Frame<'a> {
    /// Title of the window.
    pub(super) title: &'a str,
    /// What the page is about, for search engines and previews.
    pub(super) description: &'a str,
    /// Whether it has tables to sort.
    pub(super) scripted: bool,
}

/// Renders the report.
pub(super) fn report(inputs: &Inputs<'_>) -> String {
    let report = inputs.report;
    let frame = Frame { title: &report.title, description: &report.subtitle, scripted: true };
    framed(inputs, &frame, |page| {
        page.open("header", &[("class", "top")]);
        page.line("p", &[("class", "author")], &report.author);
        page.line("h1", &[], &report.title);
        page.line("p", &[("class", "lead")], &report.subtitle);
        notice(page, inputs);
        page.end("header");
        page.open("div", &[("class", "columns")]);
        contents(page, inputs);
        page.open("main", &[("id", "contenu"), ("tabindex", "-1")]);
        for section in &report.sections {
            self::section(page, inputs, section);
        }
        trace::section(page, inputs);
        page.end("main");
        page.end("div");
        footer(page, inputs);
    })
}

/// The warnings that stand on every page.
pub(super) fn notice(page: &mut Markup, inputs: &Inputs<'_>) {
    if let Some(mark) = &inputs.report.provisional {
        page.line("p", &[("class", "attention")], mark);
    }
    if let Some(notice) = &inputs.report.notice {
        page.line("p", &[("class", "notice")], notice);
    }
}

/// A page around its body.
pub(super) fn framed(
    inputs: &Inputs<'_>,
    frame: &Frame<'_>,
    body: impl FnOnce(&mut Markup),
) -> String {
    let report = inputs.report;
    let mut page = Markup::default();
    page.ours("<!DOCTYPE html>\n");
    page.open("html", &[("lang", report.lang)]);
    page.ours("\n");
    page.open("head", &[]);
    page.ours("\n");
    let meta = |page: &mut Markup, name: &str, content: &str| {
        page.open("meta", &[("name", name), ("content", content)]);
        page.ours("\n");
    };
    page.open("meta", &[("charset", "utf-8")]);
    page.ours("\n");
    let policy = policy(frame.scripted);
    page.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
    page.ours("\n");
    meta(&mut page, "viewport", "width=device-width, initial-scale=1");
    meta(&mut page, "referrer", "no-referrer");
    meta(&mut page, "color-scheme", "light dark");
    meta(&mut page, "description", frame.description);
    meta(&mut page, "author", &report.author);
    meta(&mut page, "dcterms.date", &report.date.format("%Y-%m-%d").to_string());
    page.line("title", &[], frame.title);
    page.open("style", &[]);
    page.ours(STYLE);
    page.end("style");
    page.end("head");
    page.open("body", &[]);
    page.ours("\n");
    page.line("a", &[("class", "skip"), ("href", "#contenu")], &inputs.locale.text("html-skip"));
    body(&mut page);
    if frame.scripted {
        page.open("script", &[]);
        page.ours(SCRIPT);
        page.end("script");
    }
    page.end("body");
    page.end("html");
    page.finish()
}

fn section(page: &mut Markup, inputs: &Inputs<'_>, section: &Section) {
    let heading = format!("titre-{}", section.id);
    page.open("section", &[("id", &section.id), ("aria-labelledby", &heading)]);
    page.ours("\n");
    page.line("h2", &[("id", &heading)], &section.title);
    blocks::write(page, inputs, section);
    page.end("section");
}

fn contents(page: &mut Markup, inputs: &Inputs<'_>) {
    let report = inputs.report;
    page.open("nav", &[("class", "contents"), ("aria-labelledby", "sommaire")]);
    page.line("h2", &[("id", "sommaire")], &report.labels.contents);
    page.open("ul", &[]);
    page.ours("\n");
    let mut item = |id: &str, title: &str| {
        page.open("li", &[]);
        page.element("a", &[("href", &fragment(id))], title);
        page.end("li");
    };
    for section in &report.sections {
        item(&section.id, &section.title);
    }
    item(trace::SECTION, &inputs.locale.text("html-traces"));
    page.end("ul");
    page.end("nav");
}

/// What every page ends with.
pub(super) fn footer(page: &mut Markup, inputs: &Inputs<'_>) {
    page.open("footer", &[]);
    page.element("p", &[], &inputs.locale.text("html-footer"));
    page.end("footer");
}

fn policy(scripted: bool) -> String {
    let script = if scripted {
        format!("'sha256-{}'", base64(&Sha256::digest(SCRIPT)))
    } else {
        "'none'".to_owned()
    };
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src {script}; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(STYLE))
    )
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place) & 63) as usize;
            let padding = place > group.len();
            text.push(if padding { '=' } else { char::from(DIGITS[digit]) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, STYLE, base64};

    #[test]
    fn fingerprints_are_written_as_the_policy_wants_them() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    /// A browser ends the element at its closing tag, whatever stands in it, and reads CRLF as LF.
    #[test]
    fn style_and_script_end_where_they_should() {
        for text in [SCRIPT, STYLE] {
            assert!(!text.contains("</") && !text.contains('\r') && !text.contains("<!--"));
        }
    }
}
