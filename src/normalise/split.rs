//! An answer cell cut where its writer cut it: lines, bullets, enumerators, semicolons.
//!
//! Commas, « et » and slashes are not cuts here, because options contain them; a later stage weighs those.
//! Nothing is cut inside brackets, and a bracket that never closes protects nothing.

use std::ops::Range;

/// A piece of an answer, as written but without its bullet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The piece, trimmed.
    pub text: &'a str,
    /// What introduced it.
    pub mark: Mark,
    /// Where it began.
    pub place: Place,
}

/// What introduces a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    None,
    /// A bullet, tick, dash or enumerator.
    Bullet,
    /// The arrow of a sub-bullet, « ↳ ».
    SubBullet,
}

/// Where a segment begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the start of a line.
    LineStart,
    /// Within a line.
    MidLine,
}

/// Cuts an answer into the segments that its writer marked.
pub fn segments(text: &str) -> Vec<Segment<'_>> {
    let starts = line_starts(text);
    let closed = closed_brackets(text, &starts);
    let cuts = cuts(text, &starts, &closed);
    let mut segments = Vec::new();
    for (at, &(start, place)) in cuts.iter().enumerate() {
        let end = cuts.get(at + 1).map_or(text.len(), |next| next.0);
        let (mark, length) = marker(&text[start..end]);
        let body = trimmed(&text[start + length..end]);
        if body.chars().any(char::is_alphanumeric) {
            segments.push(Segment { text: body, mark, place });
        }
    }
    segments
}

/// The outermost brackets that close, as byte ranges; what they hold is not cut.
pub fn closed_brackets(text: &str, marked_lines: &[LineStart]) -> Vec<Range<usize>> {
    let mut open = Vec::new();
    let mut closed: Vec<Range<usize>> = Vec::new();
    let mut lines = marked_lines.iter().filter(|line| line.marker > 0).peekable();
    for (at, letter) in text.char_indices() {
        while lines.peek().is_some_and(|line| line.at <= at) {
            // A bullet starts an option: a bracket still open before it never closes.
            lines.next();
            open.clear();
        }
        match letter {
            '(' => open.push(at),
            ')' => {
                if let Some(start) = open.pop() {
                    while closed.last().is_some_and(|inner| inner.start > start) {
                        closed.pop();
                    }
                    closed.push(start..at + 1);
                }
            }
            _ => {}
        }
    }
    closed
}

/// A line of the text.
#[derive(Clone, Copy, Debug)]
pub struct LineStart {
    /// Where it begins, in bytes.
    at: usize,
    /// Length of the bullet that opens it, 0 for none.
    marker: usize,
}

fn line_starts(text: &str) -> Vec<LineStart> {
    let breaks = text.char_indices().filter(|&(_, letter)| is_line_break(letter));
    let starts = std::iter::once(0).chain(breaks.map(|(at, letter)| at + letter.len_utf8()));
    starts
        .map(|at| {
            // A bullet is short: a bounded look ahead keeps the whole linear.
            let (mark, length) = marker(&text[at..]);
            LineStart { at, marker: if mark == Mark::None { 0 } else { length } }
        })
        .collect()
}

/// Where segments begin, in order.
fn cuts(text: &str, lines: &[LineStart], closed: &[Range<usize>]) -> Vec<(usize, Place)> {
    let mut cuts = Vec::new();
    let mut closed = closed.iter().peekable();
    let mut lines = lines.iter().peekable();
    let mut counter = Counter::default();
    let mut before = Before { letter: '\0', closes_gloss: false };
    let mut skip_until = 0;
    for (at, letter) in text.char_indices() {
        before.closes_gloss = false;
        while closed.peek().is_some_and(|bracket| bracket.end <= at) {
            let gloss = closed.next().and_then(|bracket| text.get(bracket.start + 1..bracket.end));
            before.closes_gloss = before.letter == ')'
                && gloss.is_some_and(|gloss| gloss.trim_start().starts_with('='));
        }
        let inside = closed.peek().is_some_and(|bracket| bracket.start < at);
        if lines.peek().is_some_and(|line| line.at == at) {
            let marked = lines.next().map_or(0, |line| line.marker);
            if !inside || marked > 0 {
                cuts.push((at, Place::LineStart));
                skip_until = at + marked;
            }
            counter.see_line(&text[at..]);
        } else if at >= skip_until && !inside && is_cut(before, letter, &text[at..], &mut counter) {
            cuts.push((at, Place::MidLine));
        }
        before.letter = letter;
    }
    if cuts.is_empty() {
        cuts.push((0, Place::LineStart));
    }
    cuts
}

/// What stands just before a character.
#[derive(Clone, Copy)]
struct Before {
    letter: char,
    /// Whether it closes a gloss, « (= … ) ».
    closes_gloss: bool,
}

/// Whether a segment begins at a character within a line.
fn is_cut(before: Before, letter: char, rest: &str, counter: &mut Counter) -> bool {
    matches!(before.letter, ';' | '；' | '|')
        || (before.closes_gloss && letter == ',')
        || is_inline_bullet(letter)
        || (before.letter.is_whitespace() && (box_length(rest) > 0 || counter.follows(rest)))
}

/// Follows « 1. … 2. … » within a line: a number is an enumerator only in its turn.
#[derive(Default)]
struct Counter {
    last: Option<(u32, char)>,
    /// The bullet that began the line, when it is one that only opens lines: `*`, or Word's hollow one.
    bullet: Option<char>,
}

impl Counter {
    fn see_line(&mut self, line: &str) {
        let line = line
            .trim_start_matches(|letter: char| letter.is_whitespace() && !is_line_break(letter));
        self.last = enumerator(line).map(|(value, closing, _)| (value, closing));
        self.bullet = spaced_bullet(line);
    }

    fn follows(&mut self, rest: &str) -> bool {
        if self.bullet.is_some() && self.bullet == spaced_bullet(rest) {
            return true;
        }
        let Some((last, last_closing)) = self.last else { return false };
        let Some((value, closing, _)) = enumerator(rest) else { return false };
        let follows = value == last + 1 && closing == last_closing;
        if follows {
            self.last = Some((value, closing));
        }
        follows
    }
}

/// The bullets that open a segment, whole, and their length.
fn marker(text: &str) -> (Mark, usize) {
    let mut mark = Mark::None;
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter: char| {
            (letter.is_whitespace() && !is_line_break(letter))
                || matches!(letter, ';' | '；' | '|' | ',' | '\u{fe0f}' | '\u{200b}')
        });
        let Some(letter) = rest.chars().next() else { break };
        let length = if letter == '↳' || letter == '└' {
            mark = Mark::SubBullet;
            letter.len_utf8()
        } else {
            bullet_length(letter, rest)
        };
        if length == 0 {
            break;
        }
        if mark == Mark::None {
            mark = Mark::Bullet;
        }
        rest = &rest[length..];
    }
    (mark, text.len() - rest.len())
}

/// Length of one bullet at the start of a segment, 0 for none.
fn bullet_length(letter: char, rest: &str) -> usize {
    let box_length = box_length(rest);
    if box_length > 0 {
        return box_length;
    }
    if is_inline_bullet(letter) || is_line_bullet(letter) {
        return letter.len_utf8();
    }
    for arrow in ["=>", "->"] {
        if rest.starts_with(arrow) {
            return arrow.len();
        }
    }
    // Word's hollow bullet is exported as the letter o.
    if is_hollow(rest) {
        return 1;
    }
    enumerator(rest).map_or(0, |(_, _, length)| length)
}

/// A bullet with a blank behind it, which may come again within its line.
fn spaced_bullet(rest: &str) -> Option<char> {
    let letter = rest.chars().next().filter(|letter| matches!(letter, 'o' | '*' | '·' | '#'))?;
    let after = rest.get(letter.len_utf8()..)?;
    after.starts_with([' ', '\t', '\u{a0}']).then_some(letter)
}

fn is_hollow(rest: &str) -> bool {
    rest.strip_prefix('o').is_some_and(|after| after.starts_with([' ', '\t', '\u{a0}']))
}

/// Length of a ticked or empty box typed with brackets, 0 for none.
fn box_length(rest: &str) -> usize {
    ["[x]", "[X]", "(x)", "(X)", "[ ]", "[]"]
        .iter()
        .find(|typed| rest.starts_with(**typed))
        .map_or(0, |typed| typed.len())
}

/// « 1. », « 2) », « a. », « (3) »: its value, its closing sign and its length.
fn enumerator(rest: &str) -> Option<(u32, char, usize)> {
    let opened = usize::from(rest.starts_with('('));
    let body = &rest[opened..];
    let digits = body.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let (value, length) = if digits > 2 {
        return None;
    } else if digits > 0 {
        (body[..digits].parse().ok()?, digits)
    } else {
        let letter = body.chars().next().filter(char::is_ascii_alphabetic)?;
        (u32::from(letter), 1)
    };
    let closing = body[length..].chars().next()?;
    let closes = match closing {
        ')' => true,
        '.' | '/' => opened == 0,
        '°' | '-' => opened == 0 && digits > 0,
        ' ' | '\u{a0}' => return spaced_dash(rest, opened, digits),
        _ => false,
    };
    if !closes {
        return None;
    }
    let end = opened + length + closing.len_utf8();
    let spaced = rest[end..].chars().next().is_some_and(char::is_whitespace);
    (spaced || (digits > 0 && closing == ')')).then_some((value, closing, end))
}

/// « 3 - Actif », but not « 3 - 5 personnes ».
fn spaced_dash(rest: &str, opened: usize, digits: usize) -> Option<(u32, char, usize)> {
    let value = rest.get(..digits).filter(|_| opened == 0 && digits > 0)?.parse().ok()?;
    let after = rest.get(digits..)?.trim_start_matches([' ', '\u{a0}']);
    let dash = after.chars().next().filter(|letter| matches!(letter, '-' | '–' | '—'))?;
    let after = after.strip_prefix(dash)?;
    let word = after.strip_prefix([' ', '\u{a0}'])?.chars().next()?;
    (!word.is_numeric()).then_some((value, '-', rest.len() - after.len()))
}

/// A line break of any kind.
pub fn is_line_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Bullets that mean one wherever they stand; the private ones are Symbol and Wingdings.
fn is_inline_bullet(letter: char) -> bool {
    matches!(
        letter,
        '•' | '‣'
            | '⁃'
            | '●'
            | '○'
            | '◦'
            | '▪'
            | '▫'
            | '■'
            | '◆'
            | '◇'
            | '❖'
            | '►'
            | '▶'
            | '▸'
            | '➢'
            | '➤'
            | '➔'
            | '➜'
            | '➡'
            | '→'
            | '⇒'
            | '↳'
            | '✓'
            | '✔'
            | '☑'
            | '✅'
            | '👉'
            | '🔹'
            | '🔸'
            | '★'
            | '☆'
            | '⭐'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
            | '\u{f0fc}'
            | '\u{f0fe}'
            | '\u{f076}'
            | '\u{fffc}'
    ) || crate::codebook::keys::is_unticked(letter)
}

/// Signs that are a bullet only at the start of a segment.
fn is_line_bullet(letter: char) -> bool {
    matches!(
        letter,
        '-' | '–'
            | '—'
            | '−'
            | '‐'
            | '‑'
            | '―'
            | '*'
            | '·'
            | '∙'
            | '>'
            | '»'
            | '+'
            | '#'
            | '~'
            | '_'
            | '='
    )
}

/// A segment without the signs that only separated it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, ';' | '；' | '|' | ',' | '\u{feff}' | '\u{200b}')
    })
}
