//! Lists of options on a fiche: what was not ticked is never counted, and what is unclear is asked.

use labcensus::census;
use labcensus::codebook::EditionFile;
use labcensus::diagnostic::Code;
use labcensus::ingest::{Folder, read_file};
use labcensus::model::CensusYear;

use super::codebook;

const OPTIONS: [&str; 4] = [
    "innovation pédagogique",
    "innovation technologique",
    "innovation d'usages",
    "innovation sociale",
];

/// The terms of a fiche whose list of themes follows, « ? » before those that a person must decide, then what was
/// written beside « autre », and the texts told as unread.
fn said(head: &str, rows: &[String], after: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let text = format!("Académie;Dijon\n{head}\n{}\n{after}", rows.join("\n"));
    let codebook = codebook();
    let files = vec![read_file("fiche.csv", text.as_bytes(), &codebook)];
    let file = EditionFile::default_for(CensusYear::new(2022));
    let edition = census::build(file, &codebook, Folder { files, diagnostics: Vec::new() });
    let lab = edition.respondents().next().unwrap();
    let term = |answer: census::AnswerRef<'_>| {
        answer.term().map_or_else(|| format!("? {}", answer.text), ToString::to_string)
    };
    let themes = lab.answers_to(&"themes".into()).map(term).collect();
    let beside = "themes_other".into();
    let other = lab.answers_to(&beside).map(|answer| answer.text.to_string());
    let unread = edition.diagnostics.iter().filter(|remark| remark.code == Code::UnreadCell);
    (themes, other.collect(), unread.map(|remark| remark.text.clone()).collect())
}

fn rows(marks: [&str; 4]) -> Vec<String> {
    OPTIONS.iter().zip(marks).map(|(option, mark)| format!("{option};{mark}")).collect()
}

fn terms(head: &str, marks: [&str; 4]) -> Vec<String> {
    said(head, &rows(marks), "").0
}

#[test]
fn only_ticked_options_count_whatever_the_mark() {
    let expected = ["pedagogical", "usage"];
    for (yes, no) in
        [("x", ""), ("þ", "¨"), ("√", ""), ("v", ""), ("OUI", "NON"), ("TRUE", "FALSE")]
    {
        assert_eq!(terms("Thématiques", [yes, no, yes, no]), expected, "{yes}");
    }
    assert_eq!(terms("Thématiques", ["2", "", "1", ""]), expected, "ranks");
    assert_eq!(terms("Thématiques;Oui;Non", ["x;", ";x", "x;", ";x"]), expected, "two columns");
}

#[test]
fn an_unknown_mark_and_several_heads_are_asked_and_never_counted_as_the_rest() {
    let asked = terms("Thématiques", ["zz", "", "", ""]);
    assert_eq!(asked, ["? innovation pédagogique : zz"]);
    let asked = terms("Thématiques;Beaucoup;Un peu;Pas du tout", ["x;;", ";x;", ";;x", ""]);
    assert_eq!(
        asked,
        ["? innovation pédagogique : Beaucoup", "? innovation technologique : Un peu"]
    );
}

#[test]
fn what_stands_below_autre_is_its_text_and_what_belongs_to_nothing_is_told() {
    let after = "Autre (préciser) :\nle jeu sérieux\nMerci de votre participation";
    let (themes, other, unread) = said("Thématiques", &rows(["x", "", "", ""]), after);
    assert_eq!(themes, ["pedagogical"]);
    assert_eq!(other, ["le jeu sérieux"]);
    assert_eq!(unread, ["Merci de votre participation"]);
}
