//! One edition of the census: every body of the register at its date, with what it answered.
//!
//! A body without a response has its lab too: silence is a fact that figures count.

mod answers;
mod builder;
mod candidate;
mod correction;
mod edition;
mod lab;
mod latest;
mod privacy;
mod registers;
mod respondent;
mod series;
mod table_answers;
mod withheld;

pub use answers::{AnswerRef, AnswerTable, Answers};
pub use builder::build;
pub use edition::{CellRow, Edition, FileAccount};
pub use lab::{Lab, ResponseState, Source};
pub use privacy::PersonalData;
pub use registers::{ACADEMIES, Activity, Standing};
pub use series::Series;
pub use withheld::{WITHHELD, Withheld};
