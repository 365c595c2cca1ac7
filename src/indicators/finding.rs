//! Finding a figure by its name or by words.

use super::figure::{Figure, FigureId};

/// The figures whose id or words come nearest to what was asked, the best first.
///
/// `words` gives the words by which a figure can be found; an exact id is alone.
pub fn find<'a>(
    figures: impl Iterator<Item = &'a Figure>,
    asked: &[String],
    words: impl Fn(&Figure) -> Vec<String>,
) -> Vec<&'a FigureId> {
    let score = |figure: &Figure| {
        let words = words(figure);
        let fits = |asked: &String| {
            let exact = words.iter().any(|word| word == asked);
            let begins = || {
                words.iter().any(|word| {
                    let (long, short) =
                        if word.len() >= asked.len() { (word, asked) } else { (asked, word) };
                    short.len() >= SHORTEST_BEGINNING && long.starts_with(short.as_str())
                })
            };
            let resembles =
                || words.iter().any(|word| strsim::jaro_winkler(word, asked) >= LEAST_LIKENESS);
            if exact {
                3
            } else if begins() {
                2
            } else {
                usize::from(resembles())
            }
        };
        let scores: Vec<usize> = asked.iter().map(fits).collect();
        let found = scores.iter().filter(|score| **score > 0).count();
        (found, scores.iter().sum::<usize>(), std::cmp::Reverse(words.len()))
    };
    let mut ranked: Vec<_> = figures
        .map(|figure| (score(figure), &figure.id))
        .filter(|((found, ..), _)| *found > 0)
        .collect();
    ranked.sort_by(|(a, a_id), (b, b_id)| b.cmp(a).then_with(|| a_id.cmp(b_id)));
    let Some(((found, sum, _), _)) = ranked.first().copied() else { return Vec::new() };
    let is_best = |score: &(usize, usize, _)| score.0 == found && score.1 == sum;
    let best: Vec<&FigureId> =
        ranked.into_iter().filter(|(score, _)| is_best(score)).map(|(_, id)| id).collect();
    // The figure itself comes before those that cross it with another question or another year.
    let parts = |id: &FigureId| id.as_str().matches('.').count();
    let fewest = best.iter().map(|id| parts(id)).min();
    best.into_iter().filter(|id| Some(parts(id)) == fewest).collect()
}

/// Likeness (Jaro-Winkler) from which a word is taken for a misspelling of another: it only finds, it never counts.
const LEAST_LIKENESS: f64 = 0.9;

/// Letters that make a beginning of a word telling: « théma », « péda ».
const SHORTEST_BEGINNING: usize = 4;
