//! What comes out: safe, repeatable, and the picture that the SVG says.

use super::cases::{Dice, chart_of, lines, maps_of, matrix_of, multiples_of, unescape};
use super::png::tree;
use super::spec::{
    Bar, ChartKind, ChartSpec, Level, Period, RankedBars, Role, StackedYears, Timeline, YearColumn,
};
use super::{missing_glyphs, png, svg};

/// Hostile texts, one a line, that a colleague can add to.
const INJECTIONS: &str = include_str!("injection_cases.txt");

/// Elements that a chart is made of.
const ELEMENTS: [&str; 7] = ["svg", "title", "desc", "rect", "path", "circle", "text"];

fn everywhere(text: &str) -> Vec<ChartSpec> {
    let bar = |role| Bar { label: text.to_owned(), count: 2, note: Some(text.to_owned()), role };
    let level = Level { label: text.to_owned(), role: Role::Answer, sign: text.to_owned() };
    let year = YearColumn { label: text.to_owned(), counts: vec![1], base: 1 };
    let period =
        Period { label: text.to_owned(), happened: 1, planned: 1, note: Some(text.to_owned()) };
    let bars = vec![bar(Role::Answer), bar(Role::Silent)];
    let years = vec![year.clone(), year];
    let unknown = Some(bar(Role::Silent));
    let silent = Level { role: Role::Silent, ..level.clone() };
    let kinds = [
        ChartKind::RankedBars(RankedBars { bars, base: 3 }),
        ChartKind::StackedYears(StackedYears { levels: vec![level.clone()], years }),
        ChartKind::Timeline(Timeline { periods: vec![period], unknown }),
        matrix_of(text),
        multiples_of(text),
    ];
    let maps = maps_of(text, &[level, silent]);
    kinds.into_iter().chain(maps).map(|kind| chart_of(text, kind)).collect()
}

fn hostile() -> impl Iterator<Item = String> {
    let long = ["é".repeat(32_768), "mot ".repeat(10_000), "ligne\n".repeat(10_000)];
    let marks = format!("e{}", "\u{301}".repeat(500));
    lines(INJECTIONS).map(unescape).chain(long).chain([marks, String::new(), " ".to_owned()])
}

/// Reads our SVG as strictly as XML is read, and gives the names of its elements.
fn elements(svg: &str) -> Vec<String> {
    let opened = svg.split('<').skip(1).filter(|part| !part.starts_with('/'));
    let name = |part: &str| part.split([' ', '>', '/']).next().unwrap_or_default().to_owned();
    opened.map(name).collect()
}

/// Controls, what turns the line round, and what XML refuses.
fn is_harmful(character: char) -> bool {
    let bidi = "\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}";
    character.is_control() || bidi.contains(character) || "\u{FFFE}\u{FFFF}".contains(character)
}

#[test]
fn hostile_texts_stay_text() {
    for text in hostile() {
        for spec in everywhere(&text) {
            let svg = svg(&spec);
            tree(&svg).unwrap_or_else(|error| unreachable!("{text}: {error}"));
            let foreign = elements(&svg).into_iter().find(|name| !ELEMENTS.contains(&&**name));
            assert_eq!(foreign, None, "{text}");
            let raw = svg.chars().find(|character| *character != '\n' && is_harmful(*character));
            assert_eq!(raw, None, "{text}: a character went through");
            assert!(svg.len() < 500_000, "{text}: {} bytes", svg.len());
        }
    }
}

#[test]
fn hostile_texts_are_drawn() {
    for text in hostile().step_by(7) {
        for spec in everywhere(&text) {
            assert!(png(&svg(&spec)).is_ok(), "{text}");
        }
    }
}

#[test]
fn the_picture_is_named() {
    let mut spec =
        chart_of("Titre & « suite »", ChartKind::RankedBars(RankedBars { bars: vec![], base: 0 }));
    spec.id = "themes".to_owned();
    spec.description = "Deux thèmes < trois".to_owned();
    let svg = svg(&spec);
    for part in [
        "role=\"img\"",
        " lang=\"fr\" xml:lang=\"fr\"",
        "aria-labelledby=\"themes-title themes-desc\"",
        "<title id=\"themes-title\">Titre &amp; « suite »</title>",
        "<desc id=\"themes-desc\">Deux thèmes &lt; trois</desc>",
    ] {
        assert!(svg.contains(part), "{part} is not in {svg}");
    }
}

#[test]
fn the_same_spec_gives_the_same_bytes() {
    for seed in 0..6 {
        let (one, two) = (Dice::new(seed).chart(), Dice::new(seed).chart());
        assert_eq!(svg(&one), svg(&two));
        assert_eq!(png(&svg(&one)).ok(), png(&svg(&two)).ok());
    }
}

#[test]
fn lost_glyphs_are_told() {
    for spec in everywhere("Fait ✓ 😀 é") {
        let lost: String = missing_glyphs(&spec).into_iter().collect();
        assert_eq!(lost, "✓😀");
    }
    for spec in everywhere("Rien à dire\u{a0}!") {
        assert!(missing_glyphs(&spec).is_empty());
    }
}

#[test]
fn what_is_not_svg_is_refused() {
    assert!(png("<svg").is_err());
    assert!(png("").is_err());
}

#[test]
fn absurd_counts_are_drawn() {
    let period =
        Period { label: "2020".to_owned(), happened: u32::MAX, planned: u32::MAX, note: None };
    let year = YearColumn { label: "2020".to_owned(), counts: vec![u32::MAX; 2], base: u32::MAX };
    let level = Level { label: "Actif".to_owned(), role: Role::Answer, sign: String::new() };
    let years = vec![year.clone(), year];
    let levels = vec![level.clone(), level];
    for kind in [
        ChartKind::Timeline(Timeline { periods: vec![period], unknown: None }),
        ChartKind::StackedYears(StackedYears { levels, years }),
        ChartKind::StackedYears(StackedYears { levels: vec![], years: vec![] }),
        ChartKind::Timeline(Timeline { periods: vec![], unknown: None }),
    ] {
        assert!(png(&svg(&chart_of("Titre", kind))).is_ok());
    }
}
