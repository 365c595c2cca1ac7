//! From Markdown to prose: paragraphs, headings, lists, quotations, emphasis and links.
//!
//! Anything else is shown as its own words: raw HTML is text, an image is its alternative text, and a link to
//! anything but http, https or mailto loses its address.

use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::quoted::Quoted;
use crate::report::prose::{Inline, List, ListItem, Prose};

/// Parses Markdown with marks.
pub(super) fn parse(text: &str, quoted: &Quoted) -> Vec<Prose> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &Options::default());
    let reader = Reader { quoted, top: top_heading(root) };
    reader.blocks(root)
}

/// The level of the highest heading, which stands just below the section's title.
fn top_heading<'a>(root: &'a AstNode<'a>) -> u8 {
    let level = |node: &'a AstNode<'a>| match &node.data.borrow().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    };
    root.descendants().filter_map(level).min().unwrap_or(1)
}

struct Reader<'q> {
    quoted: &'q Quoted,
    top: u8,
}

impl Reader<'_> {
    fn blocks<'a>(&self, parent: &'a AstNode<'a>) -> Vec<Prose> {
        let mut blocks = Vec::new();
        let mut deepest = 0;
        for node in parent.children() {
            match &node.data.borrow().value {
                NodeValue::Paragraph => blocks.push(Prose::Paragraph(self.inlines(node))),
                NodeValue::Heading(heading) => {
                    // No level is skipped, so that a screen reader's outline has no hole.
                    let level = (heading.level - self.top + 1).min(deepest + 1).min(3);
                    deepest = level;
                    blocks.push(Prose::Heading(level, self.inlines(node)));
                }
                NodeValue::List(list) => {
                    let ordered = list.list_type == ListType::Ordered;
                    blocks.push(Prose::List(self.list(node, ordered)));
                }
                NodeValue::BlockQuote => {
                    let mut words = Vec::new();
                    for child in node.children() {
                        if !words.is_empty() {
                            words.push(Inline::Break);
                        }
                        words.extend(self.inlines(child));
                    }
                    blocks.push(Prose::Quote(words));
                }
                NodeValue::CodeBlock(code) => blocks.push(self.literal(&code.literal)),
                NodeValue::HtmlBlock(html) => blocks.push(self.literal(&html.literal)),
                NodeValue::ThematicBreak => {}
                _ => blocks.extend(self.blocks(node)),
            }
        }
        blocks
    }

    /// Words shown as written, line by line.
    fn literal(&self, text: &str) -> Prose {
        let mut inlines = Vec::new();
        for line in text.trim_end().lines() {
            if !inlines.is_empty() {
                inlines.push(Inline::Break);
            }
            inlines.extend(self.quoted.restore(line));
        }
        Prose::Paragraph(inlines)
    }

    fn list<'a>(&self, node: &'a AstNode<'a>, ordered: bool) -> List {
        let items = node.children().map(|item| {
            let mut text = Vec::new();
            let mut lists = Vec::new();
            for child in item.children() {
                if let NodeValue::List(list) = &child.data.borrow().value {
                    lists.push(self.list(child, list.list_type == ListType::Ordered));
                } else {
                    if !text.is_empty() {
                        text.push(Inline::Break);
                    }
                    text.extend(self.inlines(child));
                }
            }
            ListItem { text, lists }
        });
        List { ordered, items: items.collect() }
    }

    fn inlines<'a>(&self, parent: &'a AstNode<'a>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for node in parent.children() {
            match &node.data.borrow().value {
                NodeValue::Text(text) => inlines.extend(self.quoted.restore(text)),
                NodeValue::Code(code) => inlines.extend(self.quoted.restore(&code.literal)),
                NodeValue::HtmlInline(html) => inlines.extend(self.quoted.restore(html)),
                NodeValue::SoftBreak => inlines.push(Inline::Text(" ".to_owned())),
                NodeValue::LineBreak => inlines.push(Inline::Break),
                NodeValue::Strong => inlines.push(Inline::Strong(self.inlines(node))),
                NodeValue::Emph => inlines.push(Inline::Emphasis(self.inlines(node))),
                NodeValue::Link(link) if is_safe(&link.url) => {
                    inlines.push(Inline::Link(self.inlines(node), link.url.clone()));
                }
                _ => inlines.extend(self.inlines(node)),
            }
        }
        joined(inlines)
    }
}

/// Neighbouring words as one text.
fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (joined.last_mut(), inline) {
            (Some(Inline::Text(last)), Inline::Text(next)) => last.push_str(&next),
            (_, inline) => joined.push(inline),
        }
    }
    joined
}

fn is_safe(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    known && !address.contains(|c: char| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::prose::plain;

    fn parsed(text: &str) -> Vec<Prose> {
        parse(text, &Quoted::default())
    }

    #[test]
    fn markup_that_is_not_prose_is_shown_as_words() {
        let blocks = parsed(
            "<script>alert(1)</script>\n\nun <b>mot</b> ![image](x.png) [ici](javascript:x)\n",
        );
        let texts: Vec<String> = blocks
            .iter()
            .map(|block| match block {
                Prose::Paragraph(inlines) => plain(inlines),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(texts, ["<script>alert(1)</script>", "un <b>mot</b> image ici"]);
    }

    #[test]
    fn headings_start_below_the_section_and_skip_no_level() {
        let levels = |text: &str| -> Vec<u8> {
            parsed(text)
                .iter()
                .filter_map(|block| match block {
                    Prose::Heading(level, _) => Some(*level),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(levels("## a\n\n#### b\n\n## c\n"), [1, 2, 1]);
        assert_eq!(levels("# a\n\n## b\n\n### c\n\n#### d\n"), [1, 2, 3, 3]);
    }

    #[test]
    fn lists_keep_their_levels() {
        let [Prose::List(list)] = &*parsed("- a\n  1. b\n- c\n") else { unreachable!() };
        assert!(!list.ordered && list.items.len() == 2);
        assert!(
            list.items.first().is_some_and(|item| item.lists.iter().any(|below| below.ordered))
        );
    }
}
