//! Running text as calls of the layout: a line is a list of runs, each a string with its style.

use super::script::{Script, Value};
use crate::report::{Inline, List, ListItem, Prose};

/// Writes a block of running text.
pub(super) fn write(script: &mut Script, prose: &Prose) {
    match prose {
        Prose::Heading(level, words) => {
            let level = if *level <= 1 { "1" } else { "2" };
            script.call("subheading", &[("level", Value::text(level)), ("runs", line(words))]);
        }
        Prose::Paragraph(words) => script.call("rich", &[("runs", line(words))]),
        Prose::Quote(words) => script.call("quotation", &[("runs", line(words))]),
        Prose::List(list) => script.call("bullets", &items(list)),
    }
}

fn items(list: &List) -> [(&'static str, Value); 2] {
    let item = |item: &ListItem| {
        let below = item.lists.iter().map(|list| Value::Call(items(list).to_vec()));
        Value::Call(vec![("runs", line(&item.text)), ("lists", Value::list(below))])
    };
    let kind = if list.ordered { "ordered" } else { "bulleted" };
    [("kind", Value::text(kind)), ("items", Value::list(list.items.iter().map(item)))]
}

fn line(words: &[Inline]) -> Value {
    let mut runs = Vec::new();
    add(&mut runs, words, &Style { strong: false, emphasis: false, link: None });
    Value::list(runs)
}

/// How a run looks.
#[derive(Clone)]
struct Style {
    strong: bool,
    emphasis: bool,
    link: Option<String>,
}

fn add(runs: &mut Vec<Value>, words: &[Inline], style: &Style) {
    for inline in words {
        match inline {
            Inline::Text(text) => runs.push(run(text, style)),
            Inline::Number(shown) => runs.push(run(&shown.text, style)),
            Inline::Strong(inner) => add(runs, inner, &Style { strong: true, ..style.clone() }),
            Inline::Emphasis(inner) => add(runs, inner, &Style { emphasis: true, ..style.clone() }),
            Inline::Link(inner, address) => {
                add(runs, inner, &Style { link: Some(address.clone()), ..style.clone() });
            }
            Inline::Break => runs.push(run("\n", style)),
        }
    }
}

fn run(text: &str, style: &Style) -> Value {
    let look = match (style.strong, style.emphasis) {
        (true, true) => "both",
        (true, false) => "strong",
        (false, true) => "emphasis",
        (false, false) => "plain",
    };
    let link = style.link.as_deref().map_or(Value::None, Value::text);
    Value::Call(vec![
        ("body", Value::Piece(text.to_owned())),
        ("look", Value::text(look)),
        ("to", link),
    ])
}
