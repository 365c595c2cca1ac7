//! The parsers of launches, teams and académies.

mod cases;
mod hard_negatives;
mod strain;
