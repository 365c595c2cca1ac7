//! Names of sheets that Excel accepts: at most 31 characters, none of `[]:*?/\`, unique without case.

use std::collections::BTreeSet;

const LONGEST: usize = 31;

/// Makes each wanted name acceptable and distinct, in order.
pub(super) fn unique<'a>(wanted: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    wanted
        .map(|name| {
            let base = acceptable(name);
            let candidates = std::iter::once(base.clone()).chain((2..).map(|n| {
                let suffix = format!(" ({n})");
                let kept: String = base.chars().take(LONGEST - suffix.chars().count()).collect();
                format!("{kept}{suffix}")
            }));
            let mut free = candidates.filter(|candidate| taken.insert(candidate.to_lowercase()));
            free.next().unwrap_or(base.clone())
        })
        .collect()
}

fn acceptable(name: &str) -> String {
    let kept = name.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c });
    let name: String = kept.take(LONGEST).collect();
    let name = name.trim_matches(['\'', ' ']).to_owned();
    if name.is_empty() { "-".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_plain_and_distinct() {
        let names = unique(
            ["a/b", "A B", "", "x".repeat(40).as_str(), "x".repeat(50).as_str()].into_iter(),
        );
        assert_eq!(names[..3], ["a b".to_owned(), "A B (2)".to_owned(), "-".to_owned()]);
        assert!(names.iter().all(|name| name.chars().count() <= 31));
        assert_ne!(names[3], names[4]);
    }
}
