//! The report as one value: what every format renders, so that none can say something else.
//!
//! A number that is printed is a [`Shown`] with the id of its figure; renderers format, they never count.

mod activity;
mod bounds;
mod build;
mod charts;
mod compare;
mod crossed;
mod crossings;
mod diagnostics;
mod document;
mod faithful;
mod fiches;
mod figure_title;
mod jumps;
mod key_figures;
mod labs;
mod launches;
mod levels;
mod looking_back;
mod maps;
mod narrative;
mod nonresponse;
mod passages;
mod paths;
mod proofs;
mod prose;
mod reading;
mod response;
mod revisions;
mod series;
mod table_charts;
mod team;
mod terms;
mod trace;
mod trend_title;
mod trends;
mod words;

pub use bounds::{MOST_NAMES, MOST_ROWS, MOST_SHEET_ROWS};
pub use build::{Inputs, build};
pub use compare::{Choice, compare};
pub use document::{
    Align, Block, Cell, ChartBlock, Column, Fiche, FicheAnswer, Format, KeyFigure, NoteKind,
    Report, Section, Series, Shown, Table, response_link,
};
pub use faithful::check as check_texts;
pub use figure_title::figure_title;
pub use jumps::jump_words;
pub use narrative::{FOLDER as NARRATIVE_FOLDER, check as check_narrative};
pub use proofs::{Proof, ProofRow, proofs};
pub use prose::{Inline, List, ListItem, Prose, plain};
pub use revisions::{RevisionWords, revision_words};
