//! Text with its emphasis, links and numbers, as every format renders it.

use super::document::Shown;

/// A block of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Prose {
    /// A heading inside a section: 1 stands just below the section's own title.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(List),
    /// Somebody's own words.
    Quote(Vec<Inline>),
}

/// A list, bulleted or numbered.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Whether its items are numbered from 1.
    pub ordered: bool,
    /// Its items.
    pub items: Vec<ListItem>,
}

/// An item of a list, with the lists below it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    /// Its text.
    pub text: Vec<Inline>,
    /// The lists below it.
    pub lists: Vec<List>,
}

/// A part of a line of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words, to be shown as written.
    Text(String),
    /// A number of the registry.
    Number(Shown),
    /// Words that matter.
    Strong(Vec<Inline>),
    /// Words set apart.
    Emphasis(Vec<Inline>),
    /// A link: what is shown, and an http, https or mailto address.
    Link(Vec<Inline>, String),
    /// A line break.
    Break,
}

impl Prose {
    /// The numbers that it quotes, each with the words of its line.
    pub fn numbers(&self) -> Vec<(&Shown, String)> {
        let mut lines = Vec::new();
        match self {
            Self::Heading(_, words) | Self::Paragraph(words) | Self::Quote(words) => {
                lines.push(words.as_slice());
            }
            Self::List(list) => list.lines(&mut lines),
        }
        lines
            .into_iter()
            .flat_map(|words| {
                let line = plain(words);
                numbers(words).into_iter().map(move |shown| (shown, line.clone()))
            })
            .collect()
    }

    /// A paragraph of plain words.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Inline::Text(text.into())])
    }

    /// A bulleted list of plain words.
    pub fn bullets(items: impl IntoIterator<Item = String>) -> Self {
        let item = |text| ListItem { text: vec![Inline::Text(text)], lists: Vec::new() };
        Self::List(List { ordered: false, items: items.into_iter().map(item).collect() })
    }
}

impl List {
    fn lines<'l>(&'l self, lines: &mut Vec<&'l [Inline]>) {
        for item in &self.items {
            lines.push(&item.text);
            for below in &item.lists {
                below.lines(lines);
            }
        }
    }
}

fn numbers(words: &[Inline]) -> Vec<&Shown> {
    words
        .iter()
        .flat_map(|inline| match inline {
            Inline::Number(shown) => vec![shown],
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link(inner, _) => {
                numbers(inner)
            }
            Inline::Text(_) | Inline::Break => Vec::new(),
        })
        .collect()
}

/// The words alone, for a format without emphasis.
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Number(shown) => text.push_str(&shown.text),
            Inline::Strong(inner) | Inline::Emphasis(inner) => text.push_str(&plain(inner)),
            Inline::Link(inner, address) => {
                let words = plain(inner);
                text.push_str(&words);
                if words.trim() != address {
                    text.push_str(" (");
                    text.push_str(address);
                    text.push(')');
                }
            }
            Inline::Break => text.push('\n'),
        }
    }
    text
}
