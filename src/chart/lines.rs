//! Breaking a text into lines of about the same length.
//!
//! Only the ordinary space breaks: NBSP and NNBSP never do. Lines are balanced, and a line does not end with a
//! one- or two-letter word when that can be helped (« du | lab »), as French typography asks. Source: Lexique des
//! règles typographiques en usage à l'Imprimerie nationale, divisions.

use super::legible::painted;
use super::typeface::Lettering;

/// Where a text has to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Widest line, in grid units.
    pub(super) width: i32,
    /// Most lines; the last one then ends with an ellipsis.
    pub(super) lines: usize,
}

/// Breaks a text, made paintable, into balanced lines.
pub(super) fn wrap(text: &str, lettering: Lettering, room: Room) -> Vec<String> {
    let text = painted(text);
    let pieces = pieces(&text, lettering, room.width);
    let setting = Setting { pieces: &pieces, space: lettering.width(" ") };
    let mut lines = setting.fill(room.width);
    if lines.len() > room.lines {
        lines.truncate(room.lines);
        let mut texts: Vec<String> = lines.into_iter().map(|line| setting.text(line)).collect();
        if let Some(last) = texts.last_mut() {
            *last = cut(last, lettering, room.width);
        }
        return texts;
    }
    let balanced = setting.balance(lines.len(), room.width);
    balanced.into_iter().map(|line| setting.text(line)).collect()
}

/// The width of the widest line.
pub(super) fn widest(lines: &[String], lettering: Lettering) -> i32 {
    lines.iter().map(|line| lettering.width(line)).max().unwrap_or_default()
}

/// Shortens a line until it holds with an ellipsis.
fn cut(line: &str, lettering: Lettering, width: i32) -> String {
    let mut kept = line.to_owned();
    loop {
        let shown = format!("{}…", kept.trim_end_matches([' ', '\u{A0}', '\u{202F}', ',', ';']));
        if kept.is_empty() || lettering.width(&shown) <= width {
            return shown;
        }
        kept.pop();
    }
}

/// A word, or a part of one that no line could hold.
struct Piece<'a> {
    text: &'a str,
    width: i32,
    /// Whether a space comes before.
    spaced: bool,
}

fn pieces(text: &str, lettering: Lettering, width: i32) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut rest = word;
        let mut spaced = true;
        while !rest.is_empty() {
            let (head, tail) = rest.split_at(fitting(rest, lettering, width));
            pieces.push(Piece { text: head, width: lettering.width(head), spaced });
            (rest, spaced) = (tail, false);
        }
    }
    pieces
}

/// How many bytes of a word a line holds: all, or up to a hyphen or a slash, or as many letters as fit.
fn fitting(word: &str, lettering: Lettering, width: i32) -> usize {
    if lettering.width(word) <= width {
        return word.len();
    }
    let ends = word.char_indices().map(|(start, character)| start + character.len_utf8());
    let held: Vec<usize> = ends.take_while(|end| lettering.width(&word[..*end]) <= width).collect();
    let hinge = held.iter().rev().find(|end| word[..**end].ends_with(['-', '/', '\'', '’']));
    let first = word.chars().next().map_or(1, char::len_utf8);
    hinge.or(held.last()).copied().unwrap_or(first)
}

/// Pieces `from..to` on one line.
type Line = (usize, usize);

struct Setting<'a> {
    pieces: &'a [Piece<'a>],
    space: i32,
}

impl Setting<'_> {
    /// Fills lines one after the other.
    fn fill(&self, width: i32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut from = 0;
        while from < self.pieces.len() {
            let full = self.reach(from, width);
            let to = if full < self.pieces.len() { self.hold_back(from, full) } else { full };
            lines.push((from, to));
            from = to;
        }
        lines
    }

    /// The end of the longest line that starts at a piece.
    fn reach(&self, from: usize, width: i32) -> usize {
        let mut length = 0;
        for (index, piece) in self.pieces.iter().enumerate().skip(from) {
            let space = if piece.spaced && index > from { self.space } else { 0 };
            length += space + piece.width;
            if length > width && index > from {
                return index;
            }
        }
        self.pieces.len()
    }

    /// Leaves a short last word to the next line.
    fn hold_back(&self, from: usize, to: usize) -> usize {
        let mut end = to;
        while end > from + 1 && self.pieces[end].spaced && is_short(self.pieces[end - 1].text) {
            end -= 1;
        }
        if end == from + 1 && is_short(self.pieces[from].text) { to } else { end }
    }

    /// The narrowest setting in that many lines.
    fn balance(&self, count: usize, width: i32) -> Vec<Line> {
        let widest = self.pieces.iter().map(|piece| piece.width).max().unwrap_or_default();
        let (mut low, mut high) = (widest.min(width), width);
        while low < high {
            let middle = i32::midpoint(low, high);
            if self.fill(middle).len() <= count { high = middle } else { low = middle + 1 }
        }
        self.fill(high)
    }

    fn text(&self, (from, to): Line) -> String {
        let mut text = String::new();
        for (index, piece) in self.pieces[from..to].iter().enumerate() {
            if piece.spaced && index > 0 {
                text.push(' ');
            }
            text.push_str(piece.text);
        }
        text
    }
}

fn is_short(word: &str) -> bool {
    word.chars().count() <= 2 && word.chars().all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::px;
    use crate::chart::typeface::LABEL;

    fn set(text: &str, width: i32) -> Vec<String> {
        wrap(text, LABEL, Room { width: px(width), lines: 3 })
    }

    #[test]
    fn lines_are_balanced_and_do_not_end_with_a_short_word() {
        let lines = set("Actions de valorisation, de diffusion et de promotion", 290);
        assert_eq!(lines, ["Actions de valorisation,", "de diffusion et de promotion"]);
    }

    #[test]
    fn non_breaking_spaces_hold() {
        let lines = set("Combien de labs\u{A0}? Dix\u{202F}000", 100);
        assert!(lines.iter().any(|line| line.contains("labs\u{A0}?")), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("Dix\u{202F}000")), "{lines:?}");
    }

    #[test]
    fn what_does_not_hold_ends_with_an_ellipsis() {
        let lines = set(&"mot ".repeat(200), 120);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'));
        assert!(widest(&lines, LABEL) <= px(120));
    }

    #[test]
    fn a_word_without_space_is_broken_rather_than_overflowing() {
        let lines = set("établissement/circonscription/département", 150);
        assert!(lines[0].ends_with('/'), "{lines:?}");
        assert!(widest(&set(&"m".repeat(900), 90), LABEL) <= px(90));
    }

    #[test]
    fn nothing_gives_no_line() {
        assert!(set("  ", 100).is_empty());
    }
}
