//! Slips of the keyboard: a letter more, less, wrong, or two swapped.
//!
//! The limits follow the length of the known stem: none below six letters, one up to eight, two from nine. The first
//! letter must be right, or « rénovation » would pass for « innovation »; so must the ending.

/// The number of slips between a typed and a known stem, when it is within the limits.
pub(super) fn slip(typed: &[char], known: &[char]) -> Option<usize> {
    let limit = match known.len() {
        0..=5 => return None,
        6..=11 => 1,
        _ => 2,
    };
    if typed.len().abs_diff(known.len()) > limit || typed.len() < 5 {
        return None;
    }
    if !begin_alike(typed, known) || has_other_ending(typed, known) {
        return None;
    }
    let edits = edits(typed, known);
    (edits <= limit).then_some(edits)
}

/// The same first letter, or the first two swapped.
fn begin_alike(typed: &[char], known: &[char]) -> bool {
    typed.first() == known.first()
        || (typed.first() == known.get(1) && typed.get(1) == known.first())
}

/// Whether only the last two letters differ, by other letters or more of them: another word of the same family, as
/// « pédagogue » is to « pédagogie », and not a slip.
fn has_other_ending(typed: &[char], known: &[char]) -> bool {
    let common = typed.iter().zip(known).take_while(|(one, other)| one == other).count();
    let swapped =
        typed.get(common) == known.get(common + 1) && typed.get(common + 1) == known.get(common);
    let (tail, ending) = (typed.get(common..), known.get(common..));
    let mut ending = ending.unwrap_or_default().iter();
    // « constructi|f » is no « constructi|on » with a letter lost.
    let lost = tail.unwrap_or_default().iter().all(|letter| ending.any(|other| other == letter));
    common + 2 >= known.len()
        && (typed.len() >= known.len() || !lost)
        && !(swapped && common + 2 == known.len())
}

/// Whether a typed word is one slip from a known one, and begins with the same letter.
pub(super) fn is_one_slip(typed: &str, known: &str) -> bool {
    let typed: Vec<char> = typed.chars().take(known.len() + 2).collect();
    let known: Vec<char> = known.chars().collect();
    typed.first() == known.first()
        && typed.len().abs_diff(known.len()) <= 1
        && edits(&typed, &known) == 1
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
fn edits(one: &[char], other: &[char]) -> usize {
    let width = other.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    let mut previous = '\0';
    for (line, &letter) in one.iter().enumerate() {
        row[0] = line + 1;
        for (column, &against) in other.iter().enumerate() {
            let change = last[column] + usize::from(letter != against);
            let mut least = change.min(last[column + 1] + 1).min(row[column] + 1);
            let swapped =
                line > 0 && column > 0 && letter == other[column - 1] && previous == against;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            row[column + 1] = least;
        }
        previous = letter;
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[width - 1]
}

#[cfg(test)]
mod tests {
    use super::slip;

    fn between(typed: &str, known: &str) -> Option<usize> {
        slip(&typed.chars().collect::<Vec<_>>(), &known.chars().collect::<Vec<_>>())
    }

    #[test]
    fn slips_are_counted_within_the_limits_of_length() {
        assert_eq!(between("tecnologiqu", "technologiqu"), Some(1));
        assert_eq!(between("technologqiu", "technologiqu"), Some(1));
        assert_eq!(between("socal", "social"), Some(1));
        assert_eq!(between("actf", "actif"), None);
        assert_eq!(between("numeriuq", "numeriqu"), Some(1));
        assert_eq!(between("renovation", "inovation"), None);
        assert_eq!(between("pedagogu", "pedagogi"), None);
        assert_eq!(between("pedagogism", "pedagogiqu"), None);
        assert_eq!(between("information", "formation"), None);
        assert_eq!(between("pedagogu", "organisation"), None);
    }
}
