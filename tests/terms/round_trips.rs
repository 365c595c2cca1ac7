//! Every set of options written out with every usual separator comes back as that set.

use labcensus::codebook::Vocabulary;

use labcensus::model::CensusYear;
use labcensus::normalise::terms::{Arity, TermNormaliser};

use super::{ids, undecided, vocabulary};

/// How lists are written: what stands before the first option, and between two.
const SEPARATORS: [(&str, &str); 19] = [
    ("", "\n"),
    ("", "\r\n"),
    ("", "\u{2028}"),
    ("", "\n\n"),
    ("- ", "\n- "),
    ("• ", "\n• "),
    ("✓ ", "\n✓ "),
    ("☑ ", " ☑ "),
    ("→ ", " → "),
    ("", ";"),
    ("", " ; "),
    ("", " | "),
    ("", ", "),
    ("", ","),
    ("", " / "),
    ("", " + "),
    ("", " & "),
    ("", " et "),
    ("", " - "),
];

fn label(vocabulary: &Vocabulary, at: usize, glossed: bool) -> String {
    let term = &vocabulary.terms[at];
    if glossed && !term.gloss.fr.is_empty() {
        format!("{} (= {})", term.label.fr, term.gloss.fr)
    } else {
        term.label.fr.clone()
    }
}

/// The sets of one to `most` options out of `all`.
fn subsets(all: usize, most: u32) -> Vec<Vec<usize>> {
    let sets = (1_u32..1 << all).filter(|mask| mask.count_ones() <= most);
    sets.map(|mask| (0..all).filter(|at| mask & (1 << at) != 0).collect()).collect()
}

/// The options of a year's questionnaire, read as that year reads them.
fn check(year: u16, question: &str, most: u32, glossed: bool) -> usize {
    let vocabulary = vocabulary(question).at(CensusYear::new(year));
    let normaliser = TermNormaliser::new(&vocabulary, Arity::Multiple);
    let mut trips = 0;
    for set in subsets(vocabulary.terms.len(), most) {
        let labels: Vec<String> = set.iter().map(|at| label(&vocabulary, *at, glossed)).collect();
        let numbered = labels.iter().enumerate().map(|(at, label)| format!("{}. {label}", at + 1));
        let mut texts = vec![numbered.collect::<Vec<_>>().join(" ")];
        texts.extend(
            SEPARATORS.iter().map(|(before, between)| format!("{before}{}", labels.join(between))),
        );
        for text in texts {
            let outcome = normaliser.normalise(&text, &undecided);
            let expected: Vec<String> =
                set.iter().map(|at| vocabulary.terms[*at].id.to_string()).collect();
            assert_eq!(ids(&outcome), expected, "{text:?}\n{outcome:#?}");
            trips += 1;
        }
    }
    trips
}

#[test]
fn every_set_of_options_comes_back_whatever_the_separator() {
    let trips = |year| {
        check(year, "themes", 6, false)
            + check(year, "services", 3, false)
            + check(year, "services", 3, true)
    };
    assert_eq!(trips(2020), 6_420);
    assert_eq!([trips(2019), trips(2021), trips(2022)], [7_680, 14_440, 14_160]);
}
