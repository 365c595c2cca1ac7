//! Files of the shared workspace.

use std::path::PathBuf;

/// A file or folder of the shared workspace, or `None` (said aloud) where there is none.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    #[expect(
        clippy::disallowed_methods,
        reason = "where the shared folder lies is the machine's business"
    )]
    let folder = std::env::var("LABCENSUS_SHARED").map_or_else(|_| beside(), PathBuf::from);
    let file = folder.join(path);
    if !file.exists() {
        println!("skipped: {} is not there", file.display());
        return None;
    }
    Some(file)
}
