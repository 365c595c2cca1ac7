//! Which of several published numbers are withheld so that none below the threshold can be worked out.

/// Numbers whose sum is published too.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Each number, and whether it must be withheld for a reason of its own.
    pub(super) parts: Vec<(f64, bool)>,
    /// The smallest number of people that is shown.
    pub(super) threshold: f64,
}

/// What of a group is withheld.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    /// For each part, whether it is.
    pub(super) parts: Vec<bool>,
    /// Whether the sum is.
    pub(super) sum: bool,
}

/// Whether a number says how many people there are of so few that each could be known.
pub(super) fn is_small(value: f64, threshold: f64) -> bool {
    value > 0.0 && value < threshold
}

impl Group {
    /// Withholds the small parts; then the next smallest, while the sum would give one of them away; and the sum when
    /// there is nothing else left to withhold.
    ///
    /// The sum less the parts that are shown is what the withheld ones have together. It gives them away when there is
    /// only one, when it is small itself, and when every one must be 1 or every one the most that a small one can be.
    pub(super) fn withheld(&self) -> Verdict {
        let mut parts: Vec<bool> = self
            .parts
            .iter()
            .map(|(value, own_reason)| *own_reason || is_small(*value, self.threshold))
            .collect();
        while self.gives_away(&parts) {
            let shown = (0..parts.len()).filter(|at| !parts[*at] && self.parts[*at].0 > 0.0);
            match shown.min_by(|one, other| self.parts[*one].0.total_cmp(&self.parts[*other].0)) {
                Some(next) => parts[next] = true,
                None => return Verdict { parts, sum: true },
            }
        }
        Verdict { parts, sum: false }
    }

    fn gives_away(&self, withheld: &[bool]) -> bool {
        let hidden = || self.parts.iter().zip(withheld).filter(|(_, hidden)| **hidden);
        let count = hidden().map(|_| 1.0).sum::<f64>();
        let together: f64 = hidden().map(|((value, _), _)| value).sum();
        let all_small = hidden().all(|((value, _), _)| is_small(*value, self.threshold));
        let pinned = all_small && (together <= count || together >= count * (self.threshold - 1.0));
        count > 0.0 && (count < 2.0 || together < self.threshold || pinned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(parts: &[u32], threshold: u32) -> Verdict {
        let parts = parts.iter().map(|part| (f64::from(*part), false)).collect();
        Group { parts, threshold: f64::from(threshold) }.withheld()
    }

    #[test]
    fn one_small_part_takes_the_next_smallest_along() {
        let found = verdict(&[3, 12, 7, 0], 5);
        assert_eq!(found, Verdict { parts: vec![true, false, true, false], sum: false });
    }

    #[test]
    fn a_part_alone_takes_the_sum_along() {
        assert_eq!(verdict(&[3, 0], 5), Verdict { parts: vec![true, false], sum: true });
    }

    #[test]
    fn nothing_small_is_nothing_withheld() {
        let found = verdict(&[5, 12, 0], 5);
        assert_eq!(found, Verdict { parts: vec![false; 3], sum: false });
    }

    /// Every way to give the withheld parts whole numbers that agree with all that is published: which numbers are
    /// withheld is known, not why.
    fn possible(parts: &[u32], verdict: &Verdict) -> Vec<Vec<u32>> {
        let hidden = parts.iter().zip(&verdict.parts).filter(|(_, hidden)| **hidden);
        let hidden: Vec<u32> = hidden.map(|(part, _)| *part).collect();
        let together: u32 = hidden.iter().sum();
        let most = if verdict.sum { 12 } else { together };
        let mut all = vec![Vec::new()];
        for _ in &hidden {
            all = all
                .into_iter()
                .flat_map(|so_far: Vec<u32>| {
                    (1..=most).map(move |next| so_far.iter().copied().chain([next]).collect())
                })
                .collect();
        }
        all.retain(|one: &Vec<u32>| verdict.sum || one.iter().sum::<u32>() == together);
        all
    }

    #[test]
    fn no_withheld_part_follows_from_what_is_shown() {
        let mut state = 7_u64;
        let mut next = |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            u32::try_from((state >> 33) % below).unwrap()
        };
        let mut withheld = 0;
        for _ in 0..3_000 {
            let threshold = 2 + next(5);
            let parts: Vec<u32> = (0..=next(4)).map(|_| next(9)).collect();
            let found = verdict(&parts, threshold);
            for (part, hidden) in parts.iter().zip(&found.parts) {
                let small = *part > 0 && *part < threshold;
                assert!(*hidden || !small, "{parts:?}: {found:?}");
            }
            let hidden = found.parts.iter().filter(|hidden| **hidden).count();
            if hidden == 0 {
                assert!(!found.sum, "{parts:?}");
                continue;
            }
            withheld += 1;
            let possible = possible(&parts, &found);
            for at in 0..hidden {
                let first = possible[0][at];
                let several = possible.iter().any(|one| one[at] != first);
                assert!(several, "{parts:?} at {threshold}: {found:?} leaves {first} only");
            }
        }
        assert!(withheld > 1_000);
    }
}
