//! The parsers of launches, teams and académies.

mod cases;
mod strain;
