//! Texts too long for a cell, characters without a glyph: shown as far as can be, and said.

use std::collections::{BTreeMap, BTreeSet};

use super::hostile::{LONGEST, keys_in, long_census};
use super::seen::{self, Seen};
use crate::support::{Census, Fiche, contents, field, run, said};

/// The longest texts that a cell may hold: a line a page may break, and a cell that is full.
#[test]
fn the_longest_texts_are_whole_in_every_format_or_said_to_be_cut() {
    let mut written = BTreeMap::new();
    let census = long_census("longest", &mut written);
    let output = run(census.home(), &["run"]);
    assert!(output.status.code() != Some(2), "{}", said(&output));
    for command in ["review", "proofs"] {
        let output = run(census.home(), &[command, "2020"]);
        assert!(output.status.success(), "{command}: {}", said(&output));
    }
    let [mut cells, mut csv, mut md, mut html] = <[BTreeSet<String>; 4]>::default();
    for (file, bytes) in contents(&census.report("")) {
        let text = || std::str::from_utf8(&bytes).unwrap();
        let (seen, found) = match file.rsplit('.').next().unwrap() {
            "xlsx" => (seen::workbook(&bytes).texts, &mut cells),
            "csv" => (seen::csv(&bytes), &mut csv),
            "md" => (seen::markdown(text()).texts, &mut md),
            "html" => (seen::html(text()).texts, &mut html),
            _ => continue,
        };
        for Seen { text, place } in &seen {
            found.extend(keys_in(text).into_iter().map(|(_, key)| key.to_owned()));
            if file.ends_with(".xlsx") {
                let units = text.encode_utf16().count();
                assert!(units <= LONGEST, "{file} {place}: {units}");
                // What lacks its end says so.
                assert!(units < 30_000 || text.ends_with("zq") || text.contains("[…]"), "{place}");
            }
        }
    }
    let shown: BTreeSet<&String> =
        written.iter().filter(|(_, one)| one.shown).map(|(key, _)| key).collect();
    for (format, found) in [("csv", &csv), ("md", &md), ("html", &html)] {
        let leave = if format == "csv" { &[] } else { seen::ONLY_IN_TABLES };
        let lost = shown.iter().filter(|key| !found.contains(**key));
        let lost = lost.map(|key| written[*key].field.as_str());
        let lost: BTreeSet<&str> = lost.filter(|field| !leave.contains(field)).collect();
        assert!(lost.is_empty(), "{format}: {lost:?}");
    }
    // Each is named with its file and cell.
    let told = census.table("diagnostics");
    let told: BTreeSet<(&str, &str)> = told
        .iter()
        .filter(|row| field(row, "code") == "text-too-long")
        .map(|row| (field(row, "file"), field(row, "cell")))
        .collect();
    for place in
        [("martinique.xlsx", "B2"), ("guyane.xlsx", "B11"), ("activity/sessions.csv", "B2")]
    {
        assert!(told.contains(&place), "{place:?}: {told:?}");
    }
}

/// A text that no cell of Excel can hold: cut there with its mark, whole elsewhere, and said in both languages.
#[test]
fn a_text_longer_than_a_cell_is_cut_in_the_workbook_alone() {
    let long = format!("{}fin du texte", "mot ".repeat(12_000));
    let csv = format!(
        "LAB D'ACADÉMIE DE;NICE\nÉTAT D'AVANCEMENT DU LAB;Actif, fonctionnel\n\
         DATE DE LANCEMENT;Mars 2020\nPROJET DU LAB;{long}\n"
    );
    let census = Census::new("longer-than-a-cell").file("nice.csv", csv.as_bytes());
    for (lang, sentence) in [("fr", "48\u{202f}013 caractères"), ("en", "48,013 characters")] {
        let output = run(census.home(), &["run", "--lang", lang]);
        assert!(output.status.success(), "{}", said(&output));
        let told = census.table("diagnostics");
        let told = told.iter().find(|row| field(row, "code") == "text-too-long").unwrap();
        assert_eq!((field(told, "file"), field(told, "cell")), ("nice.csv", "B4"));
        assert!(field(told, "message").contains(sentence), "{}", field(told, "message"));
        let answers = census.table("answers");
        assert!(answers.iter().any(|row| field(row, "text") == long));
        let workbook = std::fs::read(census.report("bilan-2020.xlsx")).unwrap();
        let cells = seen::workbook(&workbook).texts;
        assert!(cells.iter().all(|cell| !cell.text.ends_with("fin du texte")));
        assert!(cells.iter().any(|cell| cell.text.ends_with(" […]")), "{lang}");
        let page = std::fs::read_to_string(census.report("fiches/23-nice.html")).unwrap();
        assert!(page.contains("mot fin du texte"));
    }
}

#[test]
fn a_character_without_a_glyph_is_named_with_what_stands_for_it() {
    let fiche = Fiche::of("NICE").active().row(&["PROJET DU LAB", "Un lab 👩 ⇒ \u{202e}partout"]);
    let census = Census::new("glyphs")
        .fiche("nice.xlsx", &fiche)
        .survey_file(
            "2020/activity/sessions.csv",
            "Date;Intitulé;Nature\n2020-03-02;Atelier 🎉;projet\n",
        )
        .survey_file("2020/narrative/edito.md", "Bonne année 🎉 !\n");
    let (code, said) = census.run();
    assert_eq!(code, 0, "{said}");
    let told = census.table("diagnostics");
    let told: Vec<(&str, &str, &str)> = told
        .iter()
        .filter(|row| field(row, "code") == "glyph-missing")
        .map(|row| (field(row, "file"), field(row, "cell"), field(row, "message")))
        .collect();
    let places: Vec<(&str, &str)> = told.iter().map(|(file, cell, _)| (*file, *cell)).collect();
    let wanted = [("activity/sessions.csv", "B2"), ("narrative/edito.md", ""), ("nice.xlsx", "B4")];
    assert_eq!(places, wanted);
    let words = told[2].2;
    assert!(
        words.contains("U+202E → \u{fffd}, ⇒ (U+21D2) → →, 👩 (U+1F469) → \u{fffd}"),
        "{words}"
    );
}
