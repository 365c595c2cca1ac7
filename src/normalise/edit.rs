//! One slip of the keyboard: a letter added, lost, changed, or two letters swapped.
//!
//! A slip is told from another word by what it does: the first letter is never touched, and in short
//! names only slips that leave the sound alone are forgiven. (« Reins » is Reims; « Mantes » is not Nantes.)

/// Whether two words are one edit apart: insertion, loss, change or swap of neighbours.
pub(super) fn is_one_edit(typed: &str, name: &str) -> bool {
    slip(typed, name).is_some()
}

/// What one edit did to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// A letter of the name is lost; what stood before it in the name, and after.
    Lost(char, Option<char>, Option<char>),
    /// A letter too many was typed, with its neighbours as typed.
    Added(char, Option<char>, Option<char>),
    /// A letter was typed for another one of the name.
    Changed(char, char),
    /// Two neighbours changed places.
    Swapped,
}

/// The one edit that turns `name` into `typed`, if a single one does.
pub(super) fn slip(typed: &str, name: &str) -> Option<Slip> {
    if typed.len().abs_diff(name.len()) > 4 {
        return None;
    }
    let typed: Vec<char> = typed.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let same = typed.iter().zip(&name).take_while(|(one, other)| one == other).count();
    let (typed_rest, name_rest) = (typed.get(same..)?, name.get(same..)?);
    let before = same.checked_sub(1).and_then(|at| name.get(at)).copied();
    match (typed_rest, name_rest) {
        ([], [lost]) => Some(Slip::Lost(*lost, before, None)),
        ([added], []) => Some(Slip::Added(*added, before, None)),
        ([one, typed_tail @ ..], [other, name_tail @ ..]) => {
            if typed_rest == name_tail {
                Some(Slip::Lost(*other, before, name_tail.first().copied()))
            } else if typed_tail == name_rest {
                Some(Slip::Added(*one, before, typed_tail.first().copied()))
            } else if typed_tail == name_tail {
                Some(Slip::Changed(*one, *other))
            } else {
                is_swap(typed_rest, name_rest).then_some(Slip::Swapped)
            }
        }
        _ => None,
    }
}

fn is_swap(typed: &[char], name: &[char]) -> bool {
    matches!((typed, name), ([a, b, rest @ ..], [c, d, tail @ ..]) if a == d && b == c && rest == tail)
}

/// Whether a typed word is a proper name misspelt, by the caution that its length asks for.
pub(super) fn is_misspelling(typed: &str, name: &str) -> bool {
    let shortest = typed.chars().count().min(name.chars().count());
    if shortest < 4 || typed.chars().next() != name.chars().next() {
        return false;
    }
    let Some(slip) = slip(typed, name) else { return false };
    match shortest {
        4 => is_doubling(slip),
        _ => name.chars().count() >= 7 || is_doubling(slip) || keeps_sound(slip),
    }
}

/// A doubled letter written once, or a single one written twice.
fn is_doubling(slip: Slip) -> bool {
    match slip {
        Slip::Lost(letter, before, after) | Slip::Added(letter, before, after) => {
            before == Some(letter) || after == Some(letter)
        }
        Slip::Changed(..) | Slip::Swapped => false,
    }
}

/// Slips that leave a short name sounding the same: a mute letter, close letters, a swap.
fn keeps_sound(slip: Slip) -> bool {
    match slip {
        Slip::Lost(letter, _, after) | Slip::Added(letter, _, after) => {
            letter == 'h' || (after.is_none() && matches!(letter, 's' | 'x'))
        }
        Slip::Changed(typed, meant) => {
            matches!((typed, meant), ('n', 'm') | ('m', 'n') | ('y', 'i') | ('i', 'y'))
        }
        Slip::Swapped => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_misspelling, is_one_edit};

    #[test]
    fn one_edit_is_one_edit() {
        for (typed, name) in [
            ("jullet", "juillet"),
            ("juilllet", "juillet"),
            ("julliet", "juilliet"),
            ("mers", "mars"),
        ] {
            assert!(is_one_edit(typed, name), "{typed} {name}");
        }
        assert!(!is_one_edit("mars", "mars"));
        assert!(!is_one_edit("mai", "juin"));
        assert!(!is_one_edit("", "ab"));
    }

    #[test]
    fn neighbours_are_not_misspellings() {
        for (typed, name) in
            [("renes", "rennes"), ("nante", "nantes"), ("reins", "reims"), ("grenobe", "grenoble")]
        {
            assert!(is_misspelling(typed, name), "{typed} {name}");
        }
        for (typed, name) in
            [("mantes", "nantes"), ("tour", "tours"), ("amions", "amiens"), ("nancay", "nancy")]
        {
            assert!(!is_misspelling(typed, name), "{typed} {name}");
        }
    }
}
