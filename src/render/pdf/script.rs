//! The document as a typst script, where a text can only be a string literal.
//!
//! Markup is never written: the script calls functions of the layout with strings, so that `#`, `$` or `*` in an
//! answer are only characters. In a literal, `\` and `"` are all that needs escaping. Source: typst's syntax.

use std::fmt::Write as _;

use crate::chart;

/// Longest run of characters without a place to break a line.
const RUN: usize = 30;

/// A script being written.
#[derive(Debug)]
pub(super) struct Script {
    text: String,
}

impl Default for Script {
    fn default() -> Self {
        Self { text: "#import \"/report.typ\": *\n".to_owned() }
    }
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// A text, shown as written.
    Text(String),
    /// A part of a line: the spaces around it count.
    Piece(String),
    /// A name of this program's own: a path, an id, the name of an alignment.
    Name(String),
    /// A length in ems.
    Ems(f64),
    /// Yes or no.
    Flag(bool),
    /// Several values.
    List(Vec<Value>),
    /// Named values: the arguments of a call that the layout makes.
    Call(Vec<(&'static str, Value)>),
    /// Nothing.
    None,
}

impl Value {
    /// A text.
    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A list.
    pub(super) fn list(values: impl IntoIterator<Item = Self>) -> Self {
        Self::List(values.into_iter().collect())
    }

    /// A list of texts.
    pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::list(texts.into_iter().map(Self::text))
    }

    fn write(&self, script: &mut String) {
        match self {
            Self::Text(text) => literal(script, &printable(text)),
            Self::Piece(text) => {
                let space = |at: Option<char>| at.filter(|c| c.is_whitespace()).map(String::from);
                let first = space(text.chars().next()).unwrap_or_default();
                let body = printable(text);
                let last = space(text.chars().last()).filter(|_| !body.is_empty());
                literal(script, &format!("{first}{body}{}", last.unwrap_or_default()));
            }
            Self::Name(name) => literal(script, name),
            Self::Ems(ems) => {
                let _ = write!(script, "{ems:.2}em");
            }
            Self::Flag(flag) => {
                let _ = write!(script, "{flag}");
            }
            Self::List(values) => {
                script.push('(');
                for value in values {
                    value.write(script);
                    // A list of one keeps its comma, or it would be that one.
                    script.push_str(", ");
                }
                script.push(')');
            }
            Self::Call(arguments) => {
                script.push('(');
                named(script, arguments);
                script.push(')');
            }
            Self::None => script.push_str("none"),
        }
    }
}

impl Script {
    /// Calls a function of the layout with named arguments.
    pub(super) fn call(&mut self, function: &'static str, arguments: &[(&'static str, Value)]) {
        let _ = write!(self.text, "#{function}(");
        named(&mut self.text, arguments);
        self.text.push_str(")\n");
    }

    /// Applies a function of the layout to all that follows.
    pub(super) fn show(&mut self, function: &'static str, arguments: &[(&'static str, Value)]) {
        let _ = write!(self.text, "#show: {function}.with(");
        named(&mut self.text, arguments);
        self.text.push_str(")\n");
    }

    /// The script.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

fn named(script: &mut String, arguments: &[(&'static str, Value)]) {
    for (name, value) in arguments {
        script.push_str(name);
        script.push_str(": ");
        value.write(script);
        script.push_str(", ");
    }
}

fn literal(script: &mut String, text: &str) {
    script.push('"');
    for character in text.chars() {
        if matches!(character, '\\' | '"') {
            script.push('\\');
        }
        script.push(character);
    }
    script.push('"');
}

/// The text with the characters that the faces have, and places to break what is too long for a line.
fn printable(text: &str) -> String {
    let mut printed = String::with_capacity(text.len());
    let mut run = 0;
    for character in chart::legible(text.trim()).chars() {
        run = if character.is_whitespace() || character == '-' { 0 } else { run + 1 };
        if run > RUN {
            printed.push('\u{200b}');
            run = 1;
        }
        printed.push(character);
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_literals_whatever_they_say() {
        let mut script = Script::default();
        let texts = ["#eval(\"1\")", "\\", "$x$ *_`@ref<l>", "= T\n/ t: //"];
        script.call("para", &[("body", Value::texts(texts))]);
        assert_eq!(
            script.finish().lines().skip(1).collect::<Vec<_>>().join("\n"),
            "#para(body: (\"#eval(\\\"1\\\")\", \"\\\\\", \"$x$ *_`@ref<l>\", \"= T\n/ t: //\", ), )"
        );
    }

    #[test]
    fn a_long_word_can_be_broken() {
        assert_eq!(printable(&"x".repeat(70)).matches('\u{200b}').count(), 2);
        assert_eq!(
            printable("des mots, des mots, encore des mots"),
            "des mots, des mots, encore des mots"
        );
    }
}
