//! Files on their way to the disk while what comes next is computed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::write_synced;
use crate::error::{Error, Result};
use crate::input;

/// How many files are written at a time: most of the time goes into waiting for the disk.
const WRITERS: usize = 8;

type Item = (PathBuf, Vec<u8>);
type Failure = Arc<Mutex<Option<Error>>>;

/// Threads that write and sync the files handed to them.
#[derive(Debug)]
pub(super) struct Writers {
    queue: Option<SyncSender<Item>>,
    threads: Vec<JoinHandle<()>>,
    folder: PathBuf,
    /// What went wrong first and was not told yet.
    failure: Failure,
}

impl Writers {
    /// Writers of files in a folder.
    pub(super) fn start(folder: &Path) -> Self {
        // Nothing waits in the queue: a file is handed from one thread to another, so that few are in memory.
        let (queue, items) = sync_channel(0);
        let items = Arc::new(Mutex::new(items));
        let failure = Failure::default();
        let writer = |_| {
            let (items, failure) = (Arc::clone(&items), Arc::clone(&failure));
            thread::spawn(move || write_all(&items, &failure))
        };
        let threads = (0..WRITERS).map(writer).collect();
        Self { queue: Some(queue), threads, folder: folder.to_path_buf(), failure }
    }

    /// Hands over a file, by its name in the folder, as soon as a writer is free.
    ///
    /// # Errors
    /// A file handed over before could not be written.
    pub(super) fn write(&self, name: &str, bytes: Vec<u8>) -> Result<()> {
        self.failed()?;
        if let Some(queue) = &self.queue {
            // A queue without receiver means that all writers panicked, which `finish` tells.
            let _ = queue.send((input::join(&self.folder, name), bytes));
        }
        Ok(())
    }

    /// Waits until all is on the disk.
    ///
    /// # Errors
    /// A file could not be written.
    pub(super) fn finish(&mut self) -> Result<()> {
        self.queue = None;
        let bugs = self.threads.drain(..).filter_map(|thread| thread.join().err()).count();
        self.failed()?;
        if bugs == 0 {
            Ok(())
        } else {
            Err(Error::writing(&self.folder, io::Error::other("thread")))
        }
    }

    fn failed(&self) -> Result<()> {
        let failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner).take();
        failure.map_or(Ok(()), Err)
    }
}

fn write_all(items: &Mutex<Receiver<Item>>, failure: &Failure) {
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).recv();
    while let Ok((path, bytes)) = next() {
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(source) = folder.and_then(|()| write_synced(&path, &bytes)) {
            let mut failure = failure.lock().unwrap_or_else(PoisonError::into_inner);
            failure.get_or_insert_with(|| Error::writing(&path, source));
        }
    }
}
