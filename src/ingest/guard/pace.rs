//! How far the guard has come in a sheet that is read at the same time.
//!
//! The reader asks before each cell, so that no byte reaches the library before the guard has passed it; the guard is
//! the faster of the two, so that the reader hardly ever waits.

use std::sync::{Condvar, Mutex, PoisonError};

/// How far the guard has come.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Pace {
    state: Mutex<State>,
    moved: Condvar,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    passed: usize,
    /// Whether the part was sound, once it was walked to its end.
    ended: Option<bool>,
}

impl Pace {
    /// The guard has passed so many cells.
    pub(super) fn passed(&self, cells: usize) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).passed = cells;
        self.moved.notify_one();
    }

    /// The guard is done.
    pub(in crate::ingest) fn end(&self, sound: bool) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).ended = Some(sound);
        self.moved.notify_one();
    }

    /// Waits until more than `read` cells were passed; gives how many may be read: no more than that when something
    /// is wrong, all when the sheet is sound.
    pub(in crate::ingest) fn wait_for(&self, read: usize) -> usize {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match *state {
                State { ended: Some(true), .. } => return usize::MAX,
                State { ended: Some(false), .. } => return read,
                State { passed, .. } if passed > read => return passed,
                _ => {}
            }
            state = self.moved.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
