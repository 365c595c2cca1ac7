//! The code of a body of the register: two digits for an académie, any code elsewhere.

use std::fmt;
use std::sync::Arc;

/// Code of a body in the register, such as `24` for Créteil.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(from = "String")]
pub struct AcademyCode(Arc<str>);

impl From<String> for AcademyCode {
    fn from(code: String) -> Self {
        Self(code.into())
    }
}

impl AcademyCode {
    /// Wraps a code as the register writes it.
    pub fn new(code: impl Into<Arc<str>>) -> Self {
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
