//! The sessions with a day, as a calendar that any agenda imports.
//!
//! A session of which only the month is known is no event of a day, and is left to `sessions.csv`.
//! Source: RFC 5545 (lines of 75 octets, ended by CR LF; `,`, `;` and `\` escaped).

use crate::census::Edition;
use crate::model::Period;
use crate::normalise::registers::RegisterRow;
use crate::render::Files;
use crate::render::hidden::visible;

/// Most octets of a line.
const LINE: usize = 75;

/// Renders `data/sessions.ics`; nothing when no session has a day.
pub(super) fn render(edition: &Edition) -> Files {
    let stamp = edition.file.closing_date.format("%Y%m%d").to_string();
    let events: Vec<String> = edition
        .activity
        .rows("sessions")
        .iter()
        .filter_map(|row| event(row, edition.year().get(), &stamp))
        .collect();
    if events.is_empty() {
        return Files::new();
    }
    let mut calendar = String::from(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//labcensus//labcensus//FR\r\nCALSCALE:GREGORIAN\r\n",
    );
    calendar.push_str(&events.concat());
    calendar.push_str("END:VCALENDAR\r\n");
    Files::from([("data/sessions.ics".to_owned(), calendar.into_bytes())])
}

fn event(row: &RegisterRow, year: u16, stamp: &str) -> Option<String> {
    let Some(Period::Day(day)) = row.date("date") else { return None };
    let next = day.succ_opt()?;
    let mut event = String::from("BEGIN:VEVENT\r\n");
    let mut add = |line: &str| event.push_str(&folded(line));
    add(&format!("UID:{year}-sessions-{}@labcensus", row.row));
    add(&format!("DTSTAMP:{stamp}T000000Z"));
    add(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")));
    add(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
    add(&format!("SUMMARY:{}", escaped(row.text("title"))));
    if !row.text("topic").is_empty() {
        add(&format!("DESCRIPTION:{}", escaped(row.text("topic"))));
    }
    event.push_str("END:VEVENT\r\n");
    Some(event)
}

/// A text without what ends a value or a line; what hides is shown as on the pages.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            _ => escaped.push(visible(letter)),
        }
    }
    escaped
}

/// A line in pieces of at most 75 octets, cut between letters.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_escaped_and_folded_between_letters() {
        let line = folded(&format!("SUMMARY:{}", escaped(&"é,;\\\n\r\n\t\u{7}".repeat(40))));
        assert!(line.ends_with("\r\n"));
        assert!(line.split("\r\n").all(|piece| piece.len() <= LINE), "{line}");
        let whole = line.replace("\r\n ", "");
        assert_eq!(whole, format!("SUMMARY:{}\r\n", "é\\,\\;\\\\\\n\\n \u{fffd}".repeat(40)));
    }
}
