//! The code of a body of the register: two digits for an académie, any code elsewhere.

use std::fmt;

/// Code of a body in the register, such as `24` for Créteil.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(transparent)]
pub struct AcademyCode(String);

impl AcademyCode {
    /// Wraps a code as the register writes it.
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The code as written in the register.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AcademyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
