//! The Kaplan–Meier median: how long it takes, with those that are not there yet counted as such.
//!
//! At each time where something happened, the share that is still waiting is multiplied by 1 − d/n: d of the n that
//! were waiting until then. The median is the first time at which half or less still wait; it may not be reached.
//! Source: E. L. Kaplan and P. Meier, « Nonparametric Estimation from Incomplete Observations », JASA 53 (1958).

/// How long somebody was seen waiting, and whether it ended then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wait {
    pub(super) time: u32,
    pub(super) ended: bool,
}

/// The median time; `None` when more than half still wait at the end of what was seen.
pub(super) fn median(waits: &[Wait]) -> Option<u32> {
    let mut times: Vec<u32> =
        waits.iter().filter(|wait| wait.ended).map(|wait| wait.time).collect();
    times.sort_unstable();
    times.dedup();
    let count = |holds: &dyn Fn(&&Wait) -> bool| {
        f64::from(u32::try_from(waits.iter().filter(holds).count()).unwrap_or(u32::MAX))
    };
    let mut waiting = 1.0;
    times.into_iter().find(|time| {
        let at_risk = count(&|wait| wait.time >= *time);
        let ended = count(&|wait| wait.time == *time && wait.ended);
        waiting *= 1.0 - ended / at_risk;
        waiting <= 0.5 + 1e-9
    })
}

#[cfg(test)]
mod tests {
    use super::{Wait, median};

    fn waits(times: &[(u32, bool)]) -> Vec<Wait> {
        times.iter().map(|(time, ended)| Wait { time: *time, ended: *ended }).collect()
    }

    /// Worked by hand: at 6, 3 of 21 end (S = 18/21); at 7, 1 of 17; at 10, 1 of 15; at 13, 1 of 12; at 16, 1 of 11;
    /// at 22, 1 of 7; at 23, 1 of 6 (S = 0.448). The classic remission data of Freireich et al. (1963).
    #[test]
    fn the_median_of_the_classic_trial_is_23() {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|time| (time, true));
        let waiting = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|time| (time, false));
        assert_eq!(median(&waits(&[&ended[..], &waiting[..]].concat())), Some(23));
    }

    #[test]
    fn a_median_that_is_not_reached_is_not_invented() {
        assert_eq!(median(&waits(&[(3, true), (5, false), (5, false)])), None);
        assert_eq!(median(&waits(&[(3, true), (5, false)])), Some(3));
        assert_eq!(median(&[]), None);
    }
}
