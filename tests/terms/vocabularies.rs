//! A vocabulary file with a mistake is refused, with the line and the reason.

use labcensus::codebook::{Reach, Vocabulary, VocabularyReason as Reason};
use labcensus::model::{CensusYear, TermId};

use super::{QUESTIONS, vocabulary};

const GOOD: &str =
    "id = \"v\"\nversion = 1\n[[term]]\nid = \"a\"\nlabel.fr = \"un mot\"\nlabel.en = \"a word\"\n";

fn problems(text: &str) -> Vec<(usize, Reason)> {
    let problems = Vocabulary::parse(text).expect_err("a mistake");
    problems.into_iter().map(|problem| (problem.line, problem.reason)).collect()
}

#[test]
fn the_bundled_vocabularies_are_sound() {
    for question in QUESTIONS {
        assert_eq!(vocabulary(question).id, question);
    }
    let maturity = vocabulary("maturity");
    let ladder: Vec<(&str, Option<u32>)> =
        maturity.terms.iter().map(|term| (term.id.as_str(), term.rank)).collect();
    assert_eq!(
        ladder[..4],
        [
            ("in_progress", Some(1)),
            ("prefiguration", Some(2)),
            ("active", Some(3)),
            ("paused", None)
        ]
    );
    assert!(
        maturity.terms.iter().all(|term| term.rank.is_some() == (term.reach == Reach::Wording))
    );
}

#[test]
fn every_field_is_read() {
    let text = format!(
        "{GOOD}gloss.fr = \"une glose\"\nrank = 2\naliases = [\"mot\"]\nanchors = [[\"mot\"]]\nnever = [\"maux\"]\n\
         ask = [\"motif\"]\nsince = 2019\nuntil = 2021\nreplaced_by = \"b\"\n[[term]]\nid = \"b\"\nlabel.fr = \"deux\"\nlabel.en = \"two\"\n"
    );
    let vocabulary = Vocabulary::parse(&text).expect("sound");
    let term = vocabulary.term(&TermId::from("a")).expect("there");
    assert_eq!(
        (term.rank, &term.gloss.fr[..], &term.anchors[0][0][..]),
        (Some(2), "une glose", "mot")
    );
    assert_eq!(
        (term.since, term.until),
        (Some(CensusYear::new(2019)), Some(CensusYear::new(2021)))
    );
    assert_eq!(term.replaced_by, Some(TermId::from("b")));
    assert_eq!((&term.never[0][..], &term.ask[0][..]), ("maux", "motif"));
}

#[test]
fn mistakes_are_found_at_their_line() {
    let a = || "a".to_owned();
    let cases = [
        ("alias = [\"x\"]\n", 7, Reason::UnknownField("alias".into())),
        ("label.de = \"x\"\n", 7, Reason::UnknownField("de".into())),
        ("aliases = [\"…\"]\n", 7, Reason::EmptyText("…".into())),
        (
            "anchors = [[\"mot\"],\n [\"absent\"]]\n",
            8,
            Reason::UnreachableAnchor { term: a(), word: "absent".into() },
        ),
        (
            "since = 2022\nuntil = 2020\n",
            8,
            Reason::InvertedPeriod { term: a(), since: 2022, until: 2020 },
        ),
        (
            "replaced_by = \"z\"\n",
            7,
            Reason::UnknownReplacement { term: a(), replacement: "z".into() },
        ),
        ("replaced_by = \"a\"\n", 7, Reason::UnknownReplacement { term: a(), replacement: a() }),
        ("optional = [\"sans\"]\n", 7, Reason::OptionalNegation("sans".into())),
        (
            "[[term]]\nid = \"a\"\nlabel.fr = \"deux\"\nlabel.en = \"two\"\n",
            8,
            Reason::DuplicateId(a()),
        ),
        (
            "[[term]]\nid = \"b\"\nlabel.fr = \"Un  MOT\"\nlabel.en = \"two\"\n",
            9,
            Reason::AmbiguousText { text: "Un  MOT".into(), term: "b".into(), other: a() },
        ),
        (
            "[[term]]\nid = \"b\"\nlabel.fr = \"deux\"\nlabel.en = \" \"\n",
            10,
            Reason::EmptyLabel { term: "b".into(), language: "en" },
        ),
    ];
    for (added, line, reason) in cases {
        assert_eq!(problems(&format!("{GOOD}{added}")), [(line, reason)], "{added}");
    }
    assert_eq!(problems("id = \"v\"\nversion = 1\n"), [(1, Reason::NoTerm)]);
}

#[test]
fn what_is_not_toml_or_lacks_a_field_is_malformed_at_its_line() {
    let line = |text: &str| match &problems(text)[..] {
        [(line, Reason::Malformed(_))] => *line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line("id = \"v\"\nversion = \n"), 2);
    assert_eq!(
        line("id = \"v\"\nversion = 1\n[[term]]\nid = \"a\"\nlabel.fr = \"x\"\nlabel.en = 3\n"),
        6
    );
    assert_eq!(line("id = \"v\"\nversion = 1\n[[term]]\nid = \"a\"\n"), 3);
}

#[test]
fn several_mistakes_are_told_at_once() {
    let text = format!("{GOOD}anchors = [[\"absent\"]]\nreplaced_by = \"z\"\n");
    assert_eq!(problems(&text).len(), 2);
}
