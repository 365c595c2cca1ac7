//! What is computed now beside what was published: each figure that differs, and why.
//!
//! The cause is sought from the nearest to the farthest: the file of a lab that entered or left the count, then the
//! decisions, the vocabulary of the question, the rest of the codebook, the edition file, an earlier edition, and the tool.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fingerprints, Lock, PublishedFigure};
use crate::indicators::Registry;

/// A figure that is no longer what was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Its id.
    pub figure: String,
    /// As published.
    pub published: PublishedFigure,
    /// As computed now; `None` when it is no longer computed.
    pub recomputed: Option<PublishedFigure>,
    /// Codes of the bodies that it counts now and did not.
    pub entered: Vec<String>,
    /// Codes of the bodies that it counted and no longer does.
    pub left: Vec<String>,
    /// What explains it, the likeliest first; empty when nothing is known to have changed.
    pub causes: Vec<Cause>,
}

/// What changed since an edition was published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A file has another content.
    Changed(String),
    /// A file is new.
    Added(String),
    /// A file is no longer there.
    Removed(String),
    /// The tool has another version: the one that published, the one that computes.
    Tool(String, String),
}

impl Cause {
    /// The file, seen from the surveys folder.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Changed(file) | Self::Added(file) | Self::Removed(file) => Some(file),
            Self::Tool(..) => None,
        }
    }

    /// The end of its message's key.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
            Self::Tool(..) => "tool",
        }
    }
}

/// Every published figure that differs, in the order of their ids.
///
/// A figure that the tool computes now and did not then revises nothing.
pub fn revisions(
    lock: &Lock,
    registry: &Registry,
    inputs: &Fingerprints,
    vocabulary: impl Fn(&str) -> Option<String>,
) -> Vec<Revision> {
    let now: BTreeMap<String, PublishedFigure> = registry
        .figures()
        .map(|figure| (figure.id.to_string(), PublishedFigure::of(figure)))
        .collect();
    let changes = changes(lock, inputs);
    let revised = |(id, published): (&String, &PublishedFigure)| {
        let recomputed = now.get(id).cloned();
        if recomputed.as_ref().is_some_and(|now| now.agrees(published)) {
            return None;
        }
        let (entered, left) = moves(published, recomputed.as_ref());
        let indicator = id.split('.').nth(1).unwrap_or_default();
        let vocabulary = vocabulary(indicator);
        let near = Nearness { lock, entered: &entered, left: &left, vocabulary };
        let causes = near.order(&changes);
        Some(Revision {
            figure: id.clone(),
            published: published.clone(),
            recomputed,
            entered,
            left,
            causes,
        })
    };
    lock.figures.iter().filter_map(revised).collect()
}

fn moves(before: &PublishedFigure, after: Option<&PublishedFigure>) -> (Vec<String>, Vec<String>) {
    let codes = |labs: &str| -> BTreeSet<String> {
        labs.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect()
    };
    let (before, after) = (codes(&before.labs), codes(after.map_or("", |after| &after.labs)));
    (after.difference(&before).cloned().collect(), before.difference(&after).cloned().collect())
}

/// Everything that changed since, whatever it bears on.
fn changes(lock: &Lock, inputs: &Fingerprints) -> Vec<Cause> {
    let mut changes = Vec::new();
    for (name, sha) in &lock.inputs {
        match inputs.get(name) {
            None => changes.push(Cause::Removed(name.clone())),
            Some(now) if now.to_string() != *sha => changes.push(Cause::Changed(name.clone())),
            Some(_) => {}
        }
    }
    let new = inputs.keys().filter(|name| !lock.inputs.contains_key(*name));
    changes.extend(new.map(|name| Cause::Added(name.clone())));
    let tool = env!("CARGO_PKG_VERSION");
    if lock.tool != tool {
        changes.push(Cause::Tool(lock.tool.clone(), tool.to_owned()));
    }
    changes
}

/// How near a change is to a figure.
struct Nearness<'a> {
    lock: &'a Lock,
    entered: &'a [String],
    left: &'a [String],
    vocabulary: Option<String>,
}

impl Nearness<'_> {
    /// The changes that can explain the figure: those of the nearest kind, or all that are farther.
    fn order(&self, changes: &[Cause]) -> Vec<Cause> {
        let mut ranked: Vec<(u8, &Cause)> =
            changes.iter().filter_map(|cause| Some((self.rank(cause)?, cause))).collect();
        ranked.sort();
        let Some(nearest) = ranked.first().map(|(rank, _)| *rank) else { return Vec::new() };
        ranked
            .into_iter()
            .filter(|(rank, _)| *rank == nearest)
            .map(|(_, cause)| cause.clone())
            .collect()
    }

    /// The smaller, the nearer; `None` for what cannot explain it.
    fn rank(&self, cause: &Cause) -> Option<u8> {
        let Some(file) = cause.file() else { return Some(8) };
        let own = self.lock.year.to_string();
        let (folder, name) = file.split_once('/')?;
        match (folder == own, folder == "codebook", name) {
            (true, _, name) if name.starts_with("responses/") => Some(self.response(cause, name)),
            (_, true, "decisions.csv") => Some(2),
            (_, true, name) if name.starts_with("vocabularies/") => {
                let own = self.vocabulary.as_ref().map(|id| format!("vocabularies/{id}.toml"));
                Some(if own.as_deref() == Some(name) { 3 } else { 6 })
            }
            (_, true, _) => Some(4),
            (true, ..) => Some(5),
            // An earlier edition bears on the trends alone, and may be all that changed.
            _ => Some(7),
        }
    }

    /// The response of a lab that moved is nearest; a file that was not there may bring any lab.
    fn response(&self, cause: &Cause, name: &str) -> u8 {
        let file = name.trim_start_matches("responses/");
        let labs: Vec<&String> = self
            .lock
            .responses
            .iter()
            .filter(|(_, source)| source.as_str() == file)
            .map(|(code, _)| code)
            .collect();
        let moved = labs.iter().any(|code| self.entered.contains(code) || self.left.contains(code));
        match cause {
            Cause::Added(_) if !self.entered.is_empty() => 0,
            _ if moved => 0,
            _ => 1,
        }
    }
}
