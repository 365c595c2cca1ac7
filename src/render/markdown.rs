//! The report as CommonMark with tables, readable as text and in any viewer.
//!
//! Every text of a respondent is escaped: it shows as written, and makes no heading, list, link or tag.

use std::fmt::Write as _;

use super::hidden::visible;
use crate::model::Origin;
use crate::report::{
    Align, Block, Cell, ChartBlock, Fiche, Inline, KeyFigure, List, NoteKind, Prose, Report,
    Section, Table,
};

/// Renders the report.
pub(super) fn report(report: &Report) -> String {
    let mut text = format!("# {}\n\n{}\n", escape(&report.title), escape(&report.subtitle));
    warnings(&mut text, report);
    let _ = write!(text, "\n## {}\n\n", escape(&report.labels.contents));
    for section in &report.sections {
        let _ = writeln!(text, "- [{}](#{})", escape(&section.title), anchor(&section.title));
    }
    let mut tables = 0;
    for section in &report.sections {
        self::section(&mut text, report, section, &mut tables);
    }
    text
}

/// Renders a lab's page.
pub(super) fn fiche(report: &Report, fiche: &Fiche) -> String {
    let mut text = format!("# {}\n\n", escape(&fiche.title));
    let back = format!("../bilan-{}.md", report.year);
    let _ = writeln!(text, "[{}]({back})", escape(&report.labels.back));
    warnings(&mut text, report);
    for answer in &fiche.answers {
        let _ = write!(text, "\n## {}\n", escape(&answer.question));
        match answer.understood.as_slice() {
            [] => {}
            [one] => {
                let _ = write!(text, "\n{}\n", escape(one));
            }
            several => {
                text.push('\n');
                for one in several {
                    let _ = writeln!(text, "- {}", escape(one));
                }
            }
        }
        let around: Vec<String> =
            answer.previous.iter().chain(&answer.reference).map(|text| escape(text)).collect();
        if !around.is_empty() {
            let _ = write!(text, "\n*{}*\n", around.join(" "));
        }
        for (index, quote) in answer.quotes.iter().enumerate() {
            // One quotation of several paragraphs: a blank line would leave readers to guess whether it goes on.
            text.push_str(if index == 0 { "\n" } else { ">\n" });
            text.push_str(&quotation(quote));
        }
        let places: Vec<String> =
            answer.origins.iter().map(|origin| code(&origin.to_string())).collect();
        if !places.is_empty() {
            let _ = write!(text, "\n{} {}\n", escape(&report.labels.read_in), places.join(", "));
        }
    }
    if let Some(path) = &fiche.path {
        let _ = write!(text, "\n## {}\n\n", escape(&report.labels.path));
        table(&mut text, report, path, 1);
    }
    text
}

/// What every page says first: that it is provisional, and the team's own warning.
fn warnings(text: &mut String, report: &Report) {
    let provisional = report.provisional.as_ref().map(|mark| format!("**{}**", escape(mark)));
    let warnings: Vec<String> =
        provisional.into_iter().chain(report.notice.as_deref().map(escape)).collect();
    if !warnings.is_empty() {
        let _ = write!(text, "\n> {}\n", warnings.join("\n>\n> "));
    }
}

/// A section; `tables` counts those of the whole report.
fn section(text: &mut String, report: &Report, section: &Section, tables: &mut usize) {
    let _ = write!(text, "\n## {}\n", escape(&section.title));
    for block in &section.blocks {
        text.push('\n');
        match block {
            Block::Paragraph(paragraph) => {
                let _ = writeln!(text, "{}", escape(paragraph));
            }
            Block::Note(NoteKind::Reading, note) => {
                let _ = writeln!(text, "*{}*", escape(note));
            }
            Block::Note(NoteKind::Attention, note) => {
                let _ = writeln!(text, "> **{}**", escape(note));
            }
            Block::Prose(block) => prose(text, block),
            Block::KeyFigures(figures) => key_figures(text, figures),
            Block::Table(table) => {
                *tables += 1;
                self::table(text, report, table, *tables);
            }
            Block::Chart(chart) => picture(text, chart),
        }
    }
}

fn prose(text: &mut String, prose: &Prose) {
    match prose {
        Prose::Heading(level, words) => {
            let _ = writeln!(text, "{} {}", "#".repeat(usize::from(*level) + 2), inlines(words));
        }
        Prose::Paragraph(words) => {
            let _ = writeln!(text, "{}", inlines(words));
        }
        Prose::Quote(words) => {
            let quoted = inlines(words).replace('\n', "\n> ");
            let _ = writeln!(text, "> {quoted}");
        }
        Prose::List(list) => self::list(text, list, 0),
    }
}

fn list(text: &mut String, list: &List, indent: usize) {
    for (number, item) in (1..).zip(&list.items) {
        let mark = if list.ordered { format!("{number}. ") } else { "- ".to_owned() };
        let margin = " ".repeat(indent);
        let words =
            inlines(&item.text).replace('\n', &format!("\n{margin}{}", " ".repeat(mark.len())));
        let _ = writeln!(text, "{margin}{mark}{words}");
        for below in &item.lists {
            self::list(text, below, indent + mark.len());
        }
    }
}

/// Running text; its words are escaped, so that only what the report marks is markup.
fn inlines(parts: &[Inline]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Inline::Text(words) => text.push_str(&spaced(words)),
            Inline::Number(shown) => text.push_str(&escape(&shown.text)),
            Inline::Strong(inner) => {
                let _ = write!(text, "**{}**", inlines(inner));
            }
            Inline::Emphasis(inner) => {
                let _ = write!(text, "*{}*", inlines(inner));
            }
            Inline::Link(inner, address) => {
                let address = address.replace('<', "%3C").replace('>', "%3E");
                let _ = write!(text, "[{}](<{address}>)", inlines(inner));
            }
            Inline::Break => text.push_str("\\\n"),
        }
    }
    text
}

/// Words inside a line: escaped, with the spaces around them, which `escape` takes away.
fn spaced(words: &str) -> String {
    let body = words.trim();
    if body.is_empty() {
        return words.to_owned();
    }
    let start = words.len() - words.trim_start().len();
    let end = words.trim_end().len();
    let before = words.get(..start).unwrap_or_default();
    let after = words.get(end..).unwrap_or_default();
    format!("{before}{}{after}", escape(body)).replace('\n', " ")
}

fn key_figures(text: &mut String, figures: &[KeyFigure]) {
    for figure in figures {
        let _ = writeln!(text, "- **{}** {}", escape(&figure.shown.text), escape(&figure.label));
    }
}

fn picture(text: &mut String, chart: &ChartBlock) {
    let alternative = escape(&chart.spec.description);
    let _ = writeln!(text, "![{alternative}](charts/{}.svg)", chart.spec.id);
}

/// Widest that a column is padded to, in characters: one long answer would else widen each row of its table.
const WIDEST: usize = 400;

/// A numbered table whose columns are padded, so that it reads as text.
fn table(text: &mut String, report: &Report, table: &Table, number: usize) {
    let label = escape(&report.labels.table);
    let _ = write!(text, "**{label} {number}.** {}\n\n", escape(&table.caption));
    let header: Vec<String> = table.columns.iter().map(|column| in_cell(&column.title)).collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| self::cell(report, cell)).collect())
        .collect();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(header.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0).clamp(3, WIDEST)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let line = |cells: &[String]| {
        let padded =
            cells.iter().zip(&widths).zip(&aligns).map(|((cell, width), align)| match align {
                Align::Left => format!("{cell:<width$}"),
                Align::Right => format!("{cell:>width$}"),
            });
        format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
    };
    let _ = writeln!(text, "{}", line(&header));
    let rules = widths.iter().zip(&aligns).map(|(width, align)| match align {
        Align::Left => "-".repeat(*width),
        Align::Right => format!("{}:", "-".repeat(width - 1)),
    });
    let _ = writeln!(text, "| {} |", rules.collect::<Vec<_>>().join(" | "));
    for row in &rows {
        let _ = writeln!(text, "{}", line(row));
    }
    if let Some(source) = &table.source {
        let _ = write!(text, "\n{}\n", escape(source));
    }
}

fn cell(report: &Report, cell: &Cell) -> String {
    match cell {
        Cell::Empty => in_cell(&report.labels.none),
        Cell::Text(text) => in_cell(text),
        Cell::Number(shown) => in_cell(&shown.text),
        Cell::Ordinal(number) => number.to_string(),
        Cell::Link { text, target } => format!("[{}]({target})", in_cell(text)),
        Cell::Origin(origin) => place(origin),
    }
}

fn place(origin: &Origin) -> String {
    code(&origin.to_string()).replace('|', "\\|")
}

/// Code in backquotes, longer than any run of them inside.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let shown: String = text.replace(['\n', '\r'], " ").chars().map(visible).collect();
    format!("{fence}{pad}{shown}{pad}{fence}")
}

/// A cell of a table: one line, no bar.
fn in_cell(text: &str) -> String {
    let lines: Vec<String> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(escape).collect();
    lines.join("<br>")
}

/// A quotation, line by line; a blank line would end it.
fn quotation(text: &str) -> String {
    let mut quoted = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if line.is_empty() {
            quoted.push_str(">\n");
            continue;
        }
        // A backslash keeps the line break of the respondent, where two spaces would be lost on saving.
        let next_is_text = lines.peek().is_some_and(|next| !next.trim().is_empty());
        let _ = writeln!(quoted, "> {}{}", escape(line), if next_is_text { "\\" } else { "" });
    }
    quoted
}

/// Escapes a line of text: what could start or make markup is preceded by a backslash.
fn escape(text: &str) -> String {
    let text = text.trim();
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut previous = ' ';
    for (index, character) in text.char_indices() {
        let start = index == 0 || previous == '\n';
        let rest = text.get(index + character.len_utf8()..).unwrap_or_default();
        let marks = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '$' => true,
            // Inside a word, an underscore or an ampersand is only itself.
            '_' => !(previous.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)),
            '&' => rest.starts_with('#') || rest.starts_with(char::is_alphabetic),
            '!' => rest.starts_with('['),
            // Viewers make links of bare addresses: a respondent's is shown, not followed.
            ':' => rest.starts_with("//"),
            '.' if ends_with_www(text, index) => true,
            '#' | '>' | '+' | '=' => start,
            '-' => start && (rest.is_empty() || rest.starts_with([' ', '-'])),
            '.' | ')' => is_ordinal(text, index) && (rest.is_empty() || rest.starts_with(' ')),
            _ => false,
        };
        if marks {
            escaped.push('\\');
        }
        escaped.push(visible(character));
        previous = character;
    }
    escaped
}

/// Whether a word starts with « www » right before `index`.
fn ends_with_www(text: &str, index: usize) -> bool {
    let before = text.get(..index).unwrap_or_default().to_lowercase();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    word == Some("www")
}

/// Whether only digits stand before `index` on the line: `1.` would start a list.
fn is_ordinal(text: &str, index: usize) -> bool {
    let before = text.get(..index).unwrap_or_default();
    !before.is_empty() && before.len() <= 9 && before.bytes().all(|byte| byte.is_ascii_digit())
}

/// The anchor that viewers give a heading: lowercase, spaces as dashes, punctuation dropped.
fn anchor(title: &str) -> String {
    title
        .to_lowercase()
        .chars()
        .filter_map(|character| match character {
            ' ' => Some('-'),
            '-' | '_' => Some(character),
            character if character.is_alphanumeric() => Some(character),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_show_as_written() {
        for (written, escaped) in [
            ("# Titre", "\\# Titre"),
            ("| a | b |", "\\| a \\| b \\|"),
            ("](javascript:x)", "\\](javascript:x)"),
            ("![x](y)", "\\!\\[x\\](y)"),
            ("<script>", "\\<script>"),
            ("&lt;b&gt;", "\\&lt;b\\&gt;"),
            ("1. premier", "1\\. premier"),
            ("- tiret", "\\- tiret"),
            ("à 10 h. 30", "à 10 h. 30"),
            ("snake_case et _italique_", "snake_case et \\_italique\\_"),
            ("a\u{202e}b", "a\u{fffd}b"),
            ("voir http://x.invalid/a", "voir http\\://x.invalid/a"),
            ("www.x.invalid", "www\\.x.invalid"),
            ("$x$", "\\$x\\$"),
        ] {
            assert_eq!(escape(written), escaped);
        }
    }

    #[test]
    fn line_breaks_stay_in_their_cell_and_quotation() {
        assert_eq!(in_cell("un\n\n deux "), "un<br>deux");
        assert_eq!(quotation("un\ndeux\n\ntrois"), "> un\\\n> deux\n>\n> trois\n");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("a\u{202e}b"), "`a\u{fffd}b`");
    }
}
