//! Plain domain types, known to every room and knowing none.
//!
//! A unit or a shape is a type first: a year is not a number, a share is not a float, and "unknown" is a
//! variant. Nothing here reads a file, a clock or a codebook.

mod academy_code;
mod comparable;
mod id;
mod launch;
mod measure;
mod origin;
mod sha256;
mod team;
mod year;

pub use academy_code::AcademyCode;
pub use comparable::Comparable;
pub use id::{QuestionId, TermId};
pub use launch::{Launch, LaunchKind, Part, Period, Precision, Season};
pub use measure::{Base, BaseKind, Share};
pub use origin::{CellRef, Origin};
pub use sha256::Sha256Hex;
pub use team::{People, Team};
pub use year::CensusYear;
