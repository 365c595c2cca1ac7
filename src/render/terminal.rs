//! A report's tables for a terminal: aligned columns, long texts wrapped inside theirs.

use std::fmt::Write as _;

use crate::report::{Align, Block, Cell, Prose, Report, Table, plain};

/// Most characters on a line, where the columns can be narrowed to it.
const WIDTH: usize = 120;
/// A column of words is not made narrower than this.
const NARROWEST: usize = 14;
const BETWEEN: usize = 2;

/// Renders the report as text.
pub(super) fn render(report: &Report) -> String {
    let mut text = format!("{}\n{}\n", report.title, report.subtitle);
    for warning in report.provisional.iter().chain(&report.notice) {
        paragraph(&mut text, warning);
    }
    for section in &report.sections {
        let rule = "═".repeat(section.title.chars().count());
        let _ = write!(text, "\n{}\n{rule}\n", section.title);
        for block in &section.blocks {
            match block {
                Block::Table(table) => self::table(&mut text, report, table),
                Block::Paragraph(words) | Block::Note(_, words) => paragraph(&mut text, words),
                Block::Prose(prose) => paragraph(&mut text, &prose_text(prose)),
                Block::KeyFigures(figures) => {
                    for figure in figures {
                        paragraph(&mut text, &format!("{} {}", figure.shown.text, figure.label));
                    }
                }
                // A terminal draws nothing: the chart's numbers are in its table.
                Block::Chart(_) => {}
            }
        }
    }
    text
}

fn prose_text(prose: &Prose) -> String {
    match prose {
        Prose::Heading(_, words) | Prose::Paragraph(words) | Prose::Quote(words) => plain(words),
        Prose::List(list) => {
            list.items.iter().map(|item| plain(&item.text)).collect::<Vec<_>>().join(" ; ")
        }
    }
}

fn paragraph(text: &mut String, words: &str) {
    text.push('\n');
    for line in wrapped(words, WIDTH) {
        let _ = writeln!(text, "{line}");
    }
}

fn table(text: &mut String, report: &Report, table: &Table) {
    let _ = writeln!(text, "\n{}", table.caption);
    let header: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| shown(report, cell)).collect()).collect();
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let widths = widths(&header, &rows, &aligns);
    let _ = writeln!(text);
    line(text, &header, (&widths, &aligns));
    let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    let _ = writeln!(text, "{}", rules.join(&" ".repeat(BETWEEN)));
    let tall = |row: &Vec<String>| {
        row.iter().zip(&widths).map(|(cell, width)| wrapped(cell, *width).len()).max().unwrap_or(0)
    };
    // Rows of several lines run together without a blank line between them.
    let apart = rows.iter().any(|row| tall(row) > 2);
    for (index, row) in rows.iter().enumerate() {
        if apart && index > 0 {
            text.push('\n');
        }
        line(text, row, (&widths, &aligns));
    }
    if let Some(source) = &table.source {
        paragraph(text, source);
    }
}

fn shown(report: &Report, cell: &Cell) -> String {
    match cell {
        Cell::Empty => report.labels.none.clone(),
        Cell::Text(text) | Cell::Link { text, .. } => text.clone(),
        Cell::Number(shown) => shown.text.clone(),
        Cell::Ordinal(number) => number.to_string(),
        Cell::Origin(origin) => origin.to_string(),
    }
}

/// Each column as wide as it likes; the widest columns of words give way until the line fits.
fn widths(header: &[String], rows: &[Vec<String>], aligns: &[Align]) -> Vec<usize> {
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let word = |text: &str| text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..header.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| longest(cell));
            let title = header.get(column).map_or(0, |title| word(title));
            cells.max().unwrap_or(0).max(title)
        })
        .collect();
    loop {
        let total: usize = widths.iter().sum::<usize>() + BETWEEN * widths.len().saturating_sub(1);
        let widest = (0..widths.len())
            .filter(|column| aligns.get(*column) == Some(&Align::Left))
            .max_by_key(|column| widths.get(*column).copied());
        let Some(width) = widest.and_then(|column| widths.get_mut(column)) else { return widths };
        if total <= WIDTH || *width <= NARROWEST {
            return widths;
        }
        *width -= 1;
    }
}

/// A row: as many lines as its tallest cell.
fn line(text: &mut String, cells: &[String], (widths, aligns): (&[usize], &[Align])) {
    let wrapped: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(1).max(1);
    for at in 0..height {
        let part = |(column, (lines, width)): (usize, (&Vec<String>, &usize))| {
            let part = lines.get(at).map_or("", String::as_str);
            match aligns.get(column) {
                Some(Align::Right) => format!("{part:>width$}"),
                _ => format!("{part:<width$}"),
            }
        };
        let parts: Vec<String> = wrapped.iter().zip(widths).enumerate().map(part).collect();
        let _ = writeln!(text, "{}", parts.join(&" ".repeat(BETWEEN)).trim_end());
    }
}

/// The lines of a text, none longer than the width unless a word is; a no-break space is no place to break.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for own in text.lines() {
        let mut line = String::new();
        let mut length = 0;
        for word in own.split(' ').filter(|word| !word.is_empty()) {
            let size = word.chars().count();
            if length > 0 && length + 1 + size > width {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += size;
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Align, WIDTH, widths, wrapped};

    #[test]
    fn a_text_is_wrapped_at_its_spaces() {
        assert_eq!(wrapped("un deux trois", 7), ["un deux", "trois"]);
        assert_eq!(wrapped("un\u{a0}: deux", 5), ["un\u{a0}:", "deux"]);
        assert_eq!(
            wrapped("anticonstitutionnellement oui", 5),
            ["anticonstitutionnellement", "oui"]
        );
        assert_eq!(wrapped("", 5), Vec::<String>::new());
    }

    #[test]
    fn wide_columns_of_words_give_way_to_numbers() {
        let texts = |width: usize| vec!["x ".repeat(width / 2), "12".to_owned(), "y".repeat(8)];
        let header = ["a", "b", "c"].map(str::to_owned);
        let found = widths(&header, &[texts(300)], &[Align::Left, Align::Right, Align::Left]);
        assert_eq!(found.iter().sum::<usize>() + 4, WIDTH);
        assert_eq!(&found[1..], [2, 8]);
    }
}
