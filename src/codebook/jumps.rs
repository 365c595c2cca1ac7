//! From which size on a change between two editions is to be checked before publication.

use serde::Deserialize;
use toml::Spanned;

use super::LineProblem;
use crate::error::CodebookReason;

/// The thresholds, in `[jumps]` of `census.toml`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JumpThresholds {
    /// Percentage points: a share that moves by more is to be checked.
    pub share_points: f64,
    /// A team that becomes this many times larger, or smaller, is to be checked.
    pub team_factor: f64,
}

impl Default for JumpThresholds {
    fn default() -> Self {
        Self { share_points: 15.0, team_factor: 3.0 }
    }
}

/// The same as written: what is missing has its usual value.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawThresholds {
    share_points: Option<Spanned<f64>>,
    team_factor: Option<Spanned<f64>>,
}

impl RawThresholds {
    /// Checks them: points between 0 and 100, a factor above 1.
    pub(super) fn check(self, text: &str) -> Result<JumpThresholds, LineProblem> {
        let usual = JumpThresholds::default();
        let within = |value: Option<Spanned<f64>>, usual, (least, most): (f64, f64)| {
            let Some(value) = value else { return Ok(usual) };
            let (number, at) = (*value.get_ref(), value.span().start);
            if number >= least && number <= most {
                return Ok(number);
            }
            let reason = CodebookReason::BadValue { what: "number", value: number.to_string() };
            Err(LineProblem::at_offset(text, at, reason))
        };
        Ok(JumpThresholds {
            share_points: within(self.share_points, usual.share_points, (0.0, 100.0))?,
            team_factor: within(self.team_factor, usual.team_factor, (1.0, f64::MAX))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{JumpThresholds, RawThresholds};

    #[test]
    fn what_is_not_said_is_usual_and_what_cannot_be_is_told_with_its_line() {
        let read = |text: &str| toml::from_str::<RawThresholds>(text).unwrap().check(text);
        assert_eq!(read(""), Ok(JumpThresholds::default()));
        assert_eq!(read("share_points = 10").map(|read| read.share_points), Ok(10.0));
        assert_eq!(read("share_points = 10\nteam_factor = 0.5").unwrap_err().line, 2);
        assert_eq!(read("share_points = 120").unwrap_err().line, 1);
    }
}
