//! One random slip of the keyboard in a label or alias never gives another term.

use std::collections::BTreeMap;

use labcensus::codebook::Reach;

use super::{QUESTIONS, ids, normaliser, undecided, vocabulary};

/// A small generator, so that the same slips are tried everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % limit
    }
}

fn slip(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = dice.below(letters.len());
    let letter = char::from(b'a' + u8::try_from(dice.below(26)).expect("below 26"));
    match dice.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letter),
        2 => letters[at] = letter,
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.push(letter),
    }
    letters.into_iter().collect()
}

#[test]
fn a_slip_never_gives_another_term() {
    let mut dice = Dice(2020);
    let mut kept: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for question in QUESTIONS {
        let vocabulary = vocabulary(question);
        let normaliser = normaliser(question);
        let wordings: Vec<(&str, String)> = vocabulary
            .terms
            .iter()
            .filter(|term| term.reach == Reach::Wording)
            .flat_map(|term| {
                let texts = std::iter::once(&term.label.fr).chain(&term.aliases);
                texts.map(|text| (text.as_str(), term.id.to_string()))
            })
            .collect();
        for round in 0..=14_000 / QUESTIONS.len() {
            let (text, id) = &wordings[round % wordings.len()];
            let typed = slip(text, &mut dice);
            let got = ids(&normaliser.normalise(&typed, &undecided));
            if got.iter().any(|got| got != id) {
                wrong.push(format!("« {typed} » for « {text} » gave {got:?}"));
            }
            let count = kept.entry(question).or_default();
            count.0 += usize::from(!got.is_empty());
            count.1 += 1;
        }
    }
    println!("recognised in spite of a slip: {kept:?}");
    assert_eq!(wrong, Vec::<String>::new());
}
