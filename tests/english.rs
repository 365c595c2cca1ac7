//! `--lang en` leaves no French behind, apart from what respondents and the team wrote themselves.

use std::collections::BTreeSet;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use labcensus::codebook::{Bilingual, Codebook};
use labcensus::locale::Lang;

use crate::support::{copy, folder, repository, run, said};

/// Wordings of the codebook and of the messages that only French has.
fn french() -> BTreeSet<String> {
    let codebook = Codebook::read(&repository().join("surveys/codebook")).unwrap();
    let mut texts: Vec<Bilingual> = Vec::new();
    let questions = &codebook.questionnaire;
    texts.extend(questions.questions.iter().map(|question| question.label.clone()));
    texts.extend([questions.title.clone(), questions.source.clone()]);
    for term in codebook.vocabularies.values().flat_map(|vocabulary| &vocabulary.terms) {
        texts.push(term.label.clone());
        texts.extend(term.short.clone());
    }
    let english: String =
        texts.iter().map(|text| format!("{}\n", text.en.to_lowercase())).collect();
    let english = english + &Lang::En.source().to_lowercase();
    let of_codebook = texts.iter().map(|text| text.fr.to_lowercase());
    let message = |line: &str| {
        let (_, text) = line.split_once(" = ")?;
        let whole = !line.starts_with([' ', '#']) && !text.contains('{') && text.contains(' ');
        whole.then(|| text.trim().to_lowercase())
    };
    let of_messages = Lang::Fr.source().lines().filter_map(message);
    let long = |text: &String| text.chars().count() > 5 && !english.contains(text.as_str());
    of_codebook.chain(of_messages).filter(long).collect()
}

/// What the program itself says on a page: quotations and places left out.
fn own_words(markdown: &str) -> String {
    let lines = markdown.lines().filter(|line| !line.starts_with('>'));
    // Between backquotes stand the names of files and sheets, as the respondents gave them.
    let said = lines.map(|line| unquoted(&line.split('`').step_by(2).collect::<String>()));
    said.collect::<Vec<_>>().join("\n").to_lowercase()
}

/// A sentence without what it quotes.
fn unquoted(text: &str) -> String {
    let parts = text.split('“').enumerate();
    let outside = |(index, part): (usize, &str)| match part.split_once('”') {
        Some((_, rest)) if index > 0 => rest.to_owned(),
        _ => part.to_owned(),
    };
    parts.map(outside).collect()
}

fn leftover<'a>(text: &str, french: &'a BTreeSet<String>) -> Option<&'a String> {
    let within = |one: &&String| {
        text.match_indices(one.as_str()).any(|(start, _)| {
            let before = text[..start].chars().next_back();
            let after = text[start + one.len()..].chars().next();
            ![before, after].into_iter().flatten().any(char::is_alphanumeric)
        })
    };
    french.iter().find(within)
}

/// What the team wrote in its registers is shown as written.
fn register_words(data: &Path) -> BTreeSet<String> {
    let tables =
        ["sessions", "projects", "events", "commitments", "local_labs", "support", "obstacles"];
    let rows =
        tables.iter().flat_map(|name| crate::support::rows(&data.join(format!("{name}.csv"))));
    rows.flat_map(|row| row.into_values().collect::<Vec<_>>()).collect()
}

fn check_sheets(path: &Path, french: &BTreeSet<String>) {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let words = register_words(&path.with_file_name("data"));
    for (name, range) in workbook.worksheets() {
        assert_eq!(leftover(&name.to_lowercase(), french), None, "sheet {name}");
        // What was written, and where, is the respondents' own.
        let header = range.rows().find(|row| row.contains(&Data::String("Written".to_owned())));
        let own: Vec<usize> = header.map_or_else(Vec::new, |row| {
            let columns = row.iter().enumerate();
            let theirs = columns
                .filter(|(_, cell)| ["Written", "Where", "Question"].contains(&&*cell.to_string()));
            theirs.map(|(column, _)| column).collect()
        });
        for (row, cells) in range.rows().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let Data::String(text) = cell else { continue };
                let place = text.contains(".xlsx") || text.contains(".csv");
                if own.contains(&column) || place || words.contains(text.trim_start_matches('\'')) {
                    continue;
                }
                let found = leftover(&unquoted(text).to_lowercase(), french);
                assert_eq!(found, None, "{name}, row {}: {text}", row + 1);
            }
        }
    }
}

#[test]
fn the_english_report_is_in_english() {
    let home = folder("english");
    copy(&repository().join("surveys"), &home.join("surveys"));
    let output = run(&home, &["run", "--lang", "en"]);
    assert!(output.status.success(), "{}", said(&output));
    let french = french();
    assert!(french.len() > 150, "{}", french.len());
    let mut checked = 0;
    for year in ["2019", "2020", "2021", "2022"].map(|year| home.join("reports").join(year)) {
        let mut registers: Vec<String> = register_words(&year.join("data"))
            .iter()
            .map(|word| word.to_lowercase())
            .filter(|word| word.contains(' '))
            .collect();
        registers.sort_by_key(|word| std::cmp::Reverse(word.len()));
        for folder in ["", "charts", "fiches"] {
            let Ok(files) = std::fs::read_dir(year.join(folder)) else { continue };
            for file in files.flatten().map(|entry| entry.path()) {
                let extension = file.extension().and_then(|name| name.to_str());
                match extension {
                    Some("xlsx") => check_sheets(&file, &french),
                    Some("md" | "svg") => {
                        let mut text = own_words(&std::fs::read_to_string(&file).unwrap());
                        for word in &registers {
                            text = text.replace(word, "");
                        }
                        assert_eq!(leftover(&text, &french), None, "{}", file.display());
                    }
                    _ => continue,
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 15, "{checked}");
}

/// The test would see French if there were any.
#[test]
fn the_french_report_is_full_of_french() {
    let home = folder("not-english");
    copy(&repository().join("surveys"), &home.join("surveys"));
    let output = run(&home, &["run", "2020"]);
    assert!(output.status.success(), "{}", said(&output));
    let page = std::fs::read_to_string(home.join("reports/2020/bilan-2020.md")).unwrap();
    assert!(leftover(&own_words(&page), &french()).is_some());
}
