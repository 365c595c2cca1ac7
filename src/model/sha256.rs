//! Fingerprints of files.

use std::fmt;

/// SHA-256 of a file's bytes, as 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sha256Hex(String);

impl Sha256Hex {
    /// Fingerprints some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        use std::fmt::Write;
        let digest = <sha2::Sha256 as sha2::Digest>::digest(bytes);
        let mut text = String::with_capacity(64);
        for byte in digest {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }
}

impl fmt::Display for Sha256Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
