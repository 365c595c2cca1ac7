//! Trends over the years: passages, genealogy, figures.

mod codebook;
mod generator;
mod properties;
mod six;
