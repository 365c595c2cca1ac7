//! Running text: the team's own words, with their numbers leading to where they come from.

use super::blocks::number;
use super::markup::Markup;
use crate::report::{Inline, List, Prose};

/// Writes a block of running text; a heading stands below the section's `h2`.
pub(super) fn write(page: &mut Markup, prose: &Prose) {
    match prose {
        Prose::Heading(level, words) => {
            let tag = match level {
                0 | 1 => "h3",
                2 => "h4",
                _ => "h5",
            };
            wrapped(page, tag, words);
        }
        Prose::Paragraph(words) => wrapped(page, "p", words),
        Prose::Quote(words) => {
            page.open("blockquote", &[]);
            wrapped(page, "p", words);
            page.end("blockquote");
        }
        Prose::List(list) => self::list(page, list),
    }
}

fn wrapped(page: &mut Markup, tag: &'static str, words: &[Inline]) {
    page.open(tag, &[]);
    inlines(page, words);
    page.end(tag);
}

fn list(page: &mut Markup, list: &List) {
    let tag = if list.ordered { "ol" } else { "ul" };
    page.open(tag, &[]);
    page.ours("\n");
    for item in &list.items {
        page.open("li", &[]);
        inlines(page, &item.text);
        for below in &item.lists {
            self::list(page, below);
        }
        page.end("li");
    }
    page.end(tag);
}

fn inlines(page: &mut Markup, words: &[Inline]) {
    for inline in words {
        match inline {
            Inline::Text(text) => page.text(text),
            Inline::Number(shown) => number(page, shown),
            Inline::Strong(inner) => around(page, "strong", inner),
            Inline::Emphasis(inner) => around(page, "em", inner),
            // The address is one of http, https or mailto: the report lets no other through.
            Inline::Link(inner, address) => {
                page.open("a", &[("href", address)]);
                inlines(page, inner);
                page.close("a");
            }
            Inline::Break => page.ours("<br>"),
        }
    }
}

fn around(page: &mut Markup, tag: &'static str, words: &[Inline]) {
    page.open(tag, &[]);
    inlines(page, words);
    page.close(tag);
}
