//! A page being written, where nothing but text can come from a respondent.
//!
//! Names of elements and attributes are literals of this program; every value goes through one of two functions,
//! one for text and one for attributes. Characters that HTML forbids, or that would turn a line round without
//! being seen, become U+FFFD: the place shows that something stood there.

use crate::render::hidden::visible;
use std::fmt::Write as _;

/// A page, or a part of one.
#[derive(Debug, Default)]
pub(super) struct Markup {
    page: String,
}

/// An attribute: its name, and its value before it is escaped.
pub(super) type Attribute<'a> = (&'static str, &'a str);

impl Markup {
    /// Opens an element.
    pub(super) fn open(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.page.push('<');
        self.page.push_str(tag);
        for (name, value) in attributes {
            self.page.push(' ');
            self.page.push_str(name);
            self.page.push_str("=\"");
            attribute(&mut self.page, value);
            self.page.push('"');
        }
        self.page.push('>');
    }

    /// Closes an element.
    pub(super) fn close(&mut self, tag: &'static str) {
        self.page.push_str("</");
        self.page.push_str(tag);
        self.page.push('>');
    }

    /// Closes an element that ends a line of the source.
    pub(super) fn end(&mut self, tag: &'static str) {
        self.close(tag);
        self.page.push('\n');
    }

    /// Text, shown as written.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.page, text);
    }

    /// An element that holds text only.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[Attribute<'_>],
        content: &str,
    ) {
        self.open(tag, attributes);
        self.text(content);
        self.close(tag);
    }

    /// The same, ending a line of the source.
    pub(super) fn line(&mut self, tag: &'static str, attributes: &[Attribute<'_>], content: &str) {
        self.element(tag, attributes, content);
        self.page.push('\n');
    }

    /// Markup of this program's own: the style, the script, a picture drawn by `chart`.
    pub(super) fn ours(&mut self, markup: &str) {
        self.page.push_str(markup);
    }

    /// The page.
    pub(super) fn finish(self) -> String {
        self.page
    }
}

/// The fragment that leads to an id.
pub(super) fn fragment(id: &str) -> String {
    format!("#{id}")
}

/// A text as an id: letters, digits, `.`, `-` and `_` stay, anything else is written in hexadecimal.
pub(super) fn id(prefix: &str, text: &str) -> String {
    let mut id = prefix.to_owned();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || matches!(character, '.' | '-') {
            id.push(character);
        } else if character == '_' {
            id.push('_');
        } else {
            let _ = write!(id, "_{:x}_", u32::from(character));
        }
    }
    id
}

/// A relative path as a link: what is not plain in a URL is percent-encoded, and no scheme can begin it.
pub(super) fn path(path: &str) -> String {
    let mut link = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            link.push(char::from(byte));
        } else {
            let _ = write!(link, "%{byte:02X}");
        }
    }
    link
}

fn escape(page: &mut String, text: &str) {
    for character in text.chars().map(visible) {
        match character {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            // A carriage return would be read as a line feed, and two of them as two.
            '\r' => {}
            _ => page.push(character),
        }
    }
}

fn attribute(page: &mut String, value: &str) {
    for character in value.chars().map(visible) {
        match character {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            '\n' | '\r' | '\t' => page.push(' '),
            _ => page.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_written_can_become_markup() {
        let mut page = Markup::default();
        page.element("p", &[("title", "\"><script>&'\u{0}\n")], "</p><script>&lt;\u{202e}x\u{0}");
        assert_eq!(
            page.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;&amp;&#39;\u{fffd} \">&lt;/p&gt;&lt;script&gt;&amp;lt;\u{fffd}x\u{fffd}</p>"
        );
    }

    #[test]
    fn links_hold_no_scheme_and_ids_no_blank() {
        assert_eq!(path("javascript:alert(1)"), "javascript%3Aalert%281%29");
        assert_eq!(path("fiches/01-é à.html"), "fiches/01-%C3%A9%20%C3%A0.html");
        assert_eq!(id("n-", "2020.themes.a b\""), "n-2020.themes.a_20_b_22_");
    }
}
