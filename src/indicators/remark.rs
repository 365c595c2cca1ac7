//! What a reader must know beside a figure: which labs it is about, what was not asked, why it does not compare.

use crate::codebook::Bilingual;
use crate::locale::{Arg, Locale};

/// A remark on how to read a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A message of the locale, with its facts.
    Message(&'static str, Vec<(&'static str, String)>),
    /// The team's own words, from the codebook.
    Said(Bilingual),
}

impl Remark {
    /// The remark in the language of the report.
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            Self::Message(key, facts) => {
                let args: Vec<Arg<'_>> =
                    facts.iter().map(|(name, fact)| (*name, fact.as_str().into())).collect();
                locale.with(key, &args)
            }
            Self::Said(note) => locale.lang.pick(&note.fr, &note.en).to_owned(),
        }
    }
}
