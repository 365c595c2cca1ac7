//! The known name that is most like a wrong one, for the advice in a message.

use super::match_key;

/// The candidate nearest to `wanted`, when it is near enough to be worth naming.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const ENOUGH: f64 = 0.6;
    let key = match_key(wanted);
    let length = key.chars().count();
    let near = |candidate: &&str| {
        let candidate = match_key(candidate);
        let other = candidate.chars().count();
        // The difference of their lengths alone is that much of a distance: a whole page is near no name.
        if length.abs_diff(other) * 5 > length.max(other) * 2 {
            return 0.0;
        }
        strsim::normalized_damerau_levenshtein(&key, &candidate)
    };
    let scored = candidates.into_iter().map(|candidate| (near(&candidate), candidate));
    // The first of equals, so that the order of the candidates decides.
    let best = scored.fold(None, |best: Option<(f64, &str)>, one| match best {
        Some(best) if best.0 >= one.0 => Some(best),
        _ => Some(one),
    });
    best.filter(|(score, _)| *score >= ENOUGH).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_none() {
        let names = ["édito", "apprentissages", "perspectives"];
        assert_eq!(nearest("edtio", names), Some("édito"));
        assert_eq!(nearest("perspective", names), Some("perspectives"));
        assert_eq!(nearest("budget", names), None);
    }
}
