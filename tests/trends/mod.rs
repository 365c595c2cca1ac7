//! Trends over the years: passages, genealogy, figures.

mod codebook;
mod six;
