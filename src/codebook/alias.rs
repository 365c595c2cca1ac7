//! Adding an alias to a vocabulary file, so that nothing else in the file moves.
//!
//! The text is edited where the parser says that the term's list stands: comments, order and line breaks are the
//! team's, and a diff shows the alias and nothing else.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::match_key;
use crate::model::TermId;

/// Adds an alias to a term; `None` when the file has no such term.
///
/// An alias that the term has already is left as it is.
pub fn add_alias(text: &str, term: &TermId, alias: &str) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let table = find_term(document.get_ref(), term)?;
    let written = toml::Value::String(alias.to_owned()).to_string();
    match table.get("aliases").map(|value| (value.span(), value.get_ref())) {
        Some((span, DeValue::Array(aliases))) => {
            let known = aliases.iter().any(|one| {
                matches!(one.get_ref(), DeValue::String(one) if match_key(one) == match_key(alias))
            });
            if known {
                return Some(text.to_owned());
            }
            let last = aliases.iter().last().map(Spanned::span);
            Some(in_list(text, &span, last, &written))
        }
        Some(_) => None,
        None => {
            let end = table.get("label").map(last_end)?;
            let line_end = text.get(end..)?.find('\n').map_or(text.len(), |at| end + at);
            Some(inserted(text, line_end, &format!("\naliases = [{written}]")))
        }
    }
}

/// Raises the version of a vocabulary by one.
pub fn raise_version(text: &str) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    let version = document.get_ref().get("version")?;
    let number: u32 = text.get(version.span())?.parse().ok()?;
    let (before, after) = (text.get(..version.span().start)?, text.get(version.span().end..)?);
    Some(format!("{before}{}{after}", number + 1))
}

fn find_term<'a, 'i>(document: &'a DeTable<'i>, term: &TermId) -> Option<&'a DeTable<'i>> {
    let Some(DeValue::Array(terms)) = document.get("term").map(Spanned::get_ref) else {
        return None;
    };
    terms.iter().find_map(|value| match value.get_ref() {
        DeValue::Table(table) => {
            let id = table.get("id").map(Spanned::get_ref);
            matches!(id, Some(DeValue::String(id)) if *id == term.as_str()).then_some(table)
        }
        _ => None,
    })
}

/// Adds an entry after the last one, on a line of its own where the list has one entry a line.
fn in_list(text: &str, list: &Range<usize>, last: Option<Range<usize>>, written: &str) -> String {
    let Some(last) = last else { return inserted(text, list.start + 1, written) };
    let line_start =
        text.get(..last.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let indent = text.get(line_start..last.start).unwrap_or_default();
    let alone = line_start > list.start && indent.chars().all(char::is_whitespace);
    let between = if alone { format!(",\n{indent}") } else { ", ".to_owned() };
    inserted(text, last.end, &format!("{between}{written}"))
}

/// The end of a table of dotted keys: that of its last value.
fn last_end(value: &Spanned<DeValue<'_>>) -> usize {
    match value.get_ref() {
        DeValue::Table(table) => {
            table.iter().map(|(_, value)| last_end(value)).max().unwrap_or_default()
        }
        _ => value.span().end,
    }
}

fn inserted(text: &str, at: usize, added: &str) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    format!("{before}{added}{after}")
}

#[cfg(test)]
mod tests {
    use super::{add_alias, raise_version};
    use crate::model::TermId;

    const FILE: &str = "# Tête\nid = \"v\"\nversion = 9 # un\n\n[[term]]\nid = \"a\" # ici\nlabel.fr = \"un\"\nlabel.en = \"one\" # là\n\n\
                        [[term]]\nid = \"b\"\nlabel.fr = \"deux\"\nlabel.en = \"two\"\naliases = [\"paire\"] # fin\n\n\
                        [[term]]\nid = \"c\"\nlabel.fr = \"trois\"\nlabel.en = \"three\"\naliases = [\n  # commentaire\n  \"trio\",\n  \"triade\", # note\n]\n";

    #[test]
    fn only_the_alias_is_added() {
        let add = |term: &str, alias: &str| add_alias(FILE, &TermId::from(term), alias).unwrap();
        assert_eq!(
            add("a", "le \"un\""),
            FILE.replace("# là\n", "# là\naliases = ['le \"un\"']\n")
        );
        assert_eq!(add("b", "duo"), FILE.replace("[\"paire\"]", "[\"paire\", \"duo\"]"));
        assert_eq!(
            add("c", "trois fois"),
            FILE.replace("  \"triade\", #", "  \"triade\",\n  \"trois fois\", #")
        );
        assert_eq!(add("c", "TRIO"), FILE);
        assert_eq!(add_alias(FILE, &TermId::from("z"), "x"), None);
    }

    #[test]
    fn the_version_goes_up_by_one() {
        assert_eq!(raise_version(FILE).unwrap(), FILE.replace("= 9", "= 10"));
    }
}
