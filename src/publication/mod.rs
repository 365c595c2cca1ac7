//! What was published: the lock of an edition, and what a later computation says otherwise.
//!
//! A lock is a file of the year that names every input by its fingerprint and every figure by its value, so that
//! whoever rebuilds the edition gets the same figures, or a table of revisions with their reasons.

mod fingerprint;
mod jumps;
mod lock;
mod revisions;

pub use fingerprint::{Fingerprints, fingerprints};
pub use jumps::{Jump, JumpKind, Said, check_acknowledgements, jumps, unchecked};
pub use lock::{LOCK_FILE, Lock, PublishedFigure, RevisionNote, Stamp};
pub use revisions::{Cause, Revision, revisions};

/// Where an edition stands.
#[derive(Clone, Debug, Default)]
pub struct Publication {
    /// What was published, if it was.
    pub lock: Option<Lock>,
    /// The figures that are no longer what was published.
    pub revisions: Vec<Revision>,
    /// What is to be checked before it is published, and what has been.
    pub jumps: Vec<Jump>,
}

impl Publication {
    /// How many jumps nobody has checked yet: until there is none, the report is provisional.
    pub fn unchecked(&self) -> usize {
        unchecked(&self.jumps).count()
    }
}
