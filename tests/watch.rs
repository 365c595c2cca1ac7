//! `labcensus watch`, and the calendar of the sessions.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::support::{Census, Fiche, labcensus};

const PATIENCE: Duration = Duration::from_mins(1);

/// A process that ends with its test, however that ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Reads what the command says until a line holds a word.
fn until(lines: &mpsc::Receiver<String>, word: &str) -> String {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) if line.contains(word) => return line,
            Ok(_) => {}
            Err(_) => break,
        }
    }
    panic!("« {word} » was never said")
}

#[test]
fn a_changed_file_makes_the_report_again_and_a_lock_file_does_not() {
    let census = Census::new("watch").fiche("nice.xlsx", &Fiche::of("NICE").active());
    let mut child = labcensus(census.home())
        .args(["watch", "--only", "data"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (sender, lines) = mpsc::channel();
    let said = BufReader::new(child.stderr.take().unwrap());
    let _running = Running(child);
    std::thread::spawn(move || {
        for line in said.lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    until(&lines, "Ctrl-C");
    assert_eq!(census.table("labs").iter().filter(|row| row["response"] != "none").count(), 1);
    let census = census
        .file("~$nice.xlsx", b"lock")
        .fiche("lyon.xlsx", &Fiche::of("LYON").active())
        .file("notes.tmp", b"half");
    let line = until(&lines, "a changé");
    assert!(line.contains("lyon.xlsx"), "{line}");
    until(&lines, "Ctrl-C");
    assert_eq!(census.table("labs").iter().filter(|row| row["response"] != "none").count(), 2);
    // A mistake is said, and the next change tries again.
    let census = census.survey_file("2020/edition.toml", "année = ?");
    until(&lines, "edition.toml");
    until(&lines, "Ctrl-C");
    let _ = census.survey_file("2020/edition.toml", "year = 2020\nclosing_date = 2020-12-31\n");
    until(&lines, "Ctrl-C");
}

#[test]
fn sessions_with_a_day_are_in_the_calendar() {
    let sessions = "Date;Intitulé;Nature;Participants\n\
        2020-03-02;\"Atelier, « un ; deux »\";acculturation;12\nmars 2020;Sans jour;acculturation;3\n";
    let census = Census::new("calendar")
        .fiche("nice.xlsx", &Fiche::of("NICE").active())
        .survey_file("2020/activity/sessions.csv", sessions);
    assert!(census.run().0 < 2);
    let calendar = std::fs::read_to_string(census.report("data/sessions.ics")).unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    for line in [
        "DTSTART;VALUE=DATE:20200302",
        "DTEND;VALUE=DATE:20200303",
        "SUMMARY:Atelier\\, « un \\; deux »",
    ] {
        assert!(calendar.contains(&format!("\r\n{line}\r\n")), "{line}: {calendar}");
    }
}
