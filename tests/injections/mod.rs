//! Texts that another program could take for orders, put in every field and looked for in every file that is written.
//!
//! Each text ends with a key of its own field, so that whatever shows the key must show the text before it.

mod hostile;
mod limits;
mod seen;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Output;
use std::sync::LazyLock;

use hostile::{INJECTIONS, Written, census};
use seen::Seen;

use crate::support::{contents, run, said};

/// The census, run in every format for both readers, with the workbook of what to review and the proof sheets.
struct Ran {
    home: std::path::PathBuf,
    written: BTreeMap<String, Written>,
    output: Output,
}

static RAN: LazyLock<Ran> = LazyLock::new(|| {
    let mut keys = BTreeMap::new();
    let census = census("injections", &mut keys);
    let output = run(census.home(), &["run", "--edition", "diffusion,interne"]);
    assert!(output.status.code() != Some(2), "{}", said(&output));
    for command in ["review", "proofs"] {
        let output = run(census.home(), &[command, "2020"]);
        assert!(output.status.success(), "{command}: {}", said(&output));
    }
    Ran { home: census.home().to_owned(), written: keys, output }
});

/// Every file that was written, by path below `reports`.
fn files() -> BTreeMap<String, Vec<u8>> {
    contents(&RAN.home.join("reports"))
}

/// What is shown before a key is what was written before it, in the characters of a format.
fn as_written(file: &str, texts: &[Seen], shown: impl Fn(&str) -> String, wrong: &mut Vec<String>) {
    for Seen { text, place } in texts {
        let text = shown(text);
        for (at, key) in hostile::keys_in(&text) {
            let Some(one) = RAN.written.get(key) else {
                wrong.push(format!("{file} {place}: unknown key {key}"));
                continue;
            };
            let before = text[..at].trim_end();
            if !one.ends(before, &shown) {
                let tail: String = before.chars().rev().take(60).collect();
                let tail: String = tail.chars().rev().collect();
                let wanted: String = one.text.chars().take(60).collect();
                wrong.push(format!("{file} {place}: {tail:?} for {wanted:?} ({})", one.field));
            }
        }
    }
}

fn keys(texts: &[Seen]) -> BTreeSet<String> {
    let all = texts.iter().flat_map(|one| hostile::keys_in(&one.text));
    all.map(|(_, key)| key.to_owned()).collect()
}

fn none(wrong: &[String]) {
    let some: Vec<&String> = wrong.iter().take(12).collect();
    assert!(wrong.is_empty(), "{} of them: {some:#?}", wrong.len());
}

/// The keys of the fields that a reader must find in some file with this ending of an edition.
fn nothing_lost(edition: &str, ending: &str, found: &BTreeSet<String>, leave: &[&str]) {
    let missing: BTreeSet<&str> = RAN
        .written
        .iter()
        .filter(|(key, one)| one.shown && !found.contains(*key) && !leave.contains(&&*one.field))
        .map(|(_, one)| one.field.as_str())
        .collect();
    assert!(missing.is_empty(), "{edition}, {ending}: {missing:?}");
}

fn of_edition<'f>(
    files: &'f BTreeMap<String, Vec<u8>>,
    internal: bool,
    ending: &'f str,
) -> impl Iterator<Item = (&'f String, &'f Vec<u8>)> {
    let ours = move |file: &&String| file.starts_with("interne/") == internal;
    files.iter().filter(move |(file, _)| ours(file) && file.ends_with(ending))
}

const EDITIONS: [(&str, bool); 2] = [("diffusion", false), ("interne", true)];

#[test]
fn no_workbook_holds_a_formula_and_each_cell_what_was_written() {
    let files = files();
    let workbooks = files.iter().filter(|(file, _)| file.ends_with(".xlsx"));
    let mut wrong = Vec::new();
    let (mut kinds, mut found) = (BTreeSet::new(), BTreeSet::new());
    for (file, bytes) in workbooks {
        let name = Path::new(file).file_name().unwrap().to_str().unwrap();
        kinds.insert(name.split('-').next().unwrap().to_owned());
        let workbook = seen::workbook(bytes);
        wrong.extend(workbook.orders.iter().map(|order| format!("{file}: {order}")));
        found.extend(keys(&workbook.texts));
        // The second column of what is to be decided is the key of its decision, folded.
        let key = |one: &Seen| one.place.starts_with("À valider") && one.place.ends_with(" 1");
        let texts: Vec<Seen> = workbook.texts.into_iter().filter(|one| !key(one)).collect();
        let (remarks, cells): (Vec<Seen>, Vec<Seen>) =
            texts.into_iter().partition(|one| one.place.starts_with("Qualité"));
        as_written(file, &cells, str::to_owned, &mut wrong);
        as_written(file, &remarks, seen::quoted, &mut wrong);
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["a", "bilan", "bon"]);
    none(&wrong);
    nothing_lost("both", "xlsx", &found, seen::ONLY_IN_TABLES);
}

#[test]
fn every_table_holds_what_was_written() {
    let files = files();
    for (edition, internal) in EDITIONS {
        let (mut wrong, mut found) = (Vec::new(), BTreeSet::new());
        for (file, bytes) in of_edition(&files, internal, ".csv") {
            let texts = seen::csv(bytes);
            found.extend(keys(&texts));
            if file.ends_with("diagnostics.csv") {
                as_written(file, &texts, seen::quoted, &mut wrong);
            } else {
                as_written(file, &texts, str::to_owned, &mut wrong);
            }
        }
        none(&wrong);
        nothing_lost(edition, "csv", &found, seen::ONLY_ON_PAGES);
    }
}

#[test]
fn every_table_of_columns_holds_what_was_written() {
    let files = files();
    for (edition, internal) in EDITIONS {
        let (mut wrong, mut found) = (Vec::new(), BTreeSet::new());
        for (file, bytes) in of_edition(&files, internal, ".parquet") {
            let texts = seen::parquet(bytes);
            found.extend(keys(&texts));
            let remarks = file.ends_with("diagnostics.parquet");
            let shown = if remarks { seen::quoted } else { str::to_owned };
            as_written(file, &texts, shown, &mut wrong);
        }
        none(&wrong);
        nothing_lost(edition, "parquet", &found, seen::ONLY_ON_PAGES);
    }
}

/// Reads the files of a format back: no order, what was written as a page shows it, nothing lost but some fields.
fn read_back(ending: &str, leave: &[&str], read: impl Fn(&str) -> seen::Page) {
    let files = files();
    for (edition, internal) in EDITIONS {
        let (mut wrong, mut found) = (Vec::new(), BTreeSet::new());
        for (file, bytes) in of_edition(&files, internal, ending) {
            let page = read(std::str::from_utf8(bytes).unwrap());
            wrong.extend(page.orders.iter().map(|order| format!("{file}: {order}")));
            found.extend(keys(&page.texts));
            as_written(file, &page.texts, seen::on_a_page, &mut wrong);
        }
        none(&wrong);
        nothing_lost(edition, ending, &found, leave);
    }
}

/// The same of files that hold some fields only.
fn hold_what_was_written(ending: &str, fields: &[&str], read: impl Fn(&str) -> seen::Page) {
    assert!(fields.iter().all(|field| RAN.written.values().any(|one| one.field == *field)));
    let others = RAN.written.values().map(|one| one.field.as_str());
    let others: Vec<&str> = others.filter(|field| !fields.contains(field)).collect();
    read_back(ending, &others, read);
}

#[test]
fn the_calendar_holds_the_titles_of_the_sessions_and_no_event_of_theirs() {
    hold_what_was_written(".ics", &["sessions.title", "sessions.topic"], seen::calendar);
}

#[test]
fn the_map_holds_the_names_of_the_labs_and_leads_to_our_pages() {
    hold_what_was_written(".geojson", &["lab"], seen::json);
    hold_what_was_written(".json", &["title"], seen::json);
}

#[test]
fn the_markdown_makes_nothing_of_what_was_written() {
    read_back(".md", seen::ONLY_IN_TABLES, seen::markdown);
}

#[test]
fn the_pages_make_nothing_of_what_was_written() {
    read_back(".html", seen::ONLY_IN_TABLES, seen::html);
}

#[test]
fn the_pdf_prints_what_was_written() {
    let files = files();
    for (edition, internal) in EDITIONS {
        let (mut wrong, mut found) = (Vec::new(), BTreeSet::new());
        for (file, _) in of_edition(&files, internal, ".pdf") {
            let Some(texts) = seen::pdf(&RAN.home.join("reports").join(file)) else {
                println!("skipped: no pdftotext to read the PDF");
                return;
            };
            found.extend(keys(&texts));
            as_written(file, &texts, seen::printed, &mut wrong);
        }
        none(&wrong);
        nothing_lost(edition, "pdf", &found, seen::ONLY_IN_TABLES);
    }
}

#[test]
fn what_was_written_gives_no_order_to_the_terminal() {
    let words = said(&RAN.output);
    let order = words.chars().find(|one| one.is_control() && !matches!(one, '\n' | '\t' | '\r'));
    assert_eq!(order, None);
    assert!(!words.contains('\u{202e}') && !words.contains('\u{2066}'));
    assert!(INJECTIONS.len() > 60);
}
