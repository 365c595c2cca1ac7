//! The registers of activity, as data: their sheets, their columns, and the words that each column takes.
//!
//! A register is described in `registers.toml` and not in code, so that a team can add a column or a value; the
//! indicators of this crate look up the columns they know by id, and count nothing where a column is gone.

mod read;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Bilingual, Vocabulary, match_key};
use crate::model::TermId;

/// The file that describes the registers, in the codebook's folder.
pub const REGISTERS_FILE: &str = "registers.toml";

/// Every register that a year may hold.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// The registers, in the order of their template.
    pub specs: Vec<RegisterSpec>,
    /// The vocabularies of their columns, by id.
    pub vocabularies: BTreeMap<String, Vocabulary>,
    /// What a value of one column says about another.
    pub correspondences: Vec<Correspondence>,
}

/// One register.
#[derive(Clone, Debug)]
pub struct RegisterSpec {
    /// Its id, which is the name of its published table.
    pub id: String,
    /// The name of its sheet.
    pub sheet: Bilingual,
    /// What it holds.
    pub title: Bilingual,
    /// Other names of its sheet or file.
    pub aliases: Vec<String>,
    /// Its columns, in the order of the template.
    pub columns: Vec<ColumnSpec>,
    /// What [`RegisterSpec::headed`] looks up.
    headers: OnceLock<BTreeMap<String, usize>>,
}

/// One column of a register.
#[derive(Clone, Debug)]
pub struct ColumnSpec {
    /// Its id, which is the name of its published column.
    pub id: String,
    /// What it takes.
    pub kind: ColumnKind,
    /// The vocabulary of a column of terms.
    pub vocabulary: Option<String>,
    /// Its header.
    pub label: Bilingual,
    /// What helps to fill it.
    pub help: Option<Bilingual>,
    /// Other headers.
    pub aliases: Vec<String>,
    /// Whether each row must have a value.
    pub required: bool,
    /// The column whose number it cannot exceed.
    pub at_most: Option<String>,
    /// Whether its dates may lie outside the year.
    pub any_year: bool,
}

/// What a column of a register takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Free text.
    Text,
    /// Free text, one item a line.
    Lines,
    /// A day, or a month when the day is not known.
    Date,
    /// A calendar year.
    Year,
    /// A whole number, zero or more.
    Count,
    /// A number, zero or more.
    Number,
    /// Yes or no.
    YesNo,
    /// A body of the register of académies.
    Academy,
    /// A term of a vocabulary.
    Term,
}

/// What the values of one column of a register say about another column.
#[derive(Clone, Debug)]
pub struct Correspondence {
    /// The register.
    pub register: String,
    /// The column that says it.
    pub from: String,
    /// The column that it is said about.
    pub to: String,
    /// A term of `from`, and the term of `to` that goes with it.
    pub pairs: Vec<(TermId, TermId)>,
}

impl Registers {
    /// A register by id.
    pub fn get(&self, id: &str) -> Option<&RegisterSpec> {
        self.specs.iter().find(|spec| spec.id == id)
    }

    /// The register that a sheet or a file is named after.
    pub fn named(&self, name: &str) -> Option<&RegisterSpec> {
        let key = match_key(name);
        self.specs.iter().find(|spec| spec.names().any(|name| match_key(name) == key))
    }

    /// The vocabulary of a column.
    pub fn vocabulary(&self, column: &ColumnSpec) -> Option<&Vocabulary> {
        self.vocabularies.get(column.vocabulary.as_deref()?)
    }

    /// The vocabulary of a register's column, by ids.
    pub fn vocabulary_of(&self, register: &str, column: &str) -> Option<&Vocabulary> {
        self.vocabulary(self.get(register)?.column(column)?)
    }
}

impl RegisterSpec {
    /// A column by id.
    pub fn column(&self, id: &str) -> Option<&ColumnSpec> {
        self.columns.iter().find(|column| column.id == id)
    }

    /// The column that a header names.
    pub fn headed(&self, header: &str) -> Option<&ColumnSpec> {
        let bare = header.split(['(', '*']).next().unwrap_or_default();
        let by = |key: &str| self.columns.get(*self.headers().get(key)?);
        by(&match_key(header)).or_else(|| by(&match_key(bare)).filter(|_| !bare.trim().is_empty()))
    }

    /// The place of the column that each header names; the first column wins.
    fn headers(&self) -> &BTreeMap<String, usize> {
        self.headers.get_or_init(|| {
            let mut headers = BTreeMap::new();
            for (at, column) in self.columns.iter().enumerate() {
                for name in column.names() {
                    headers.entry(match_key(name)).or_insert(at);
                }
            }
            headers
        })
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let own = [&self.id, &self.sheet.fr, &self.sheet.en, &self.title.fr, &self.title.en];
        own.into_iter().chain(&self.aliases).map(String::as_str)
    }
}

impl ColumnSpec {
    /// Every header under which it may stand.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.id, &self.label.fr, &self.label.en]
            .into_iter()
            .chain(&self.aliases)
            .map(String::as_str)
    }
}
