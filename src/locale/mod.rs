//! Everything that a user reads, in French or in English, and how each language writes numbers.
//!
//! The sentences are in `src/locales/*.ftl` (Fluent), embedded; no environment variable is read: the
//! language is an argument of the run. A key that a language lacks is a bug that a test catches.

mod message;
mod number;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

pub use number::{Gender, capitalised};

/// The languages of the reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Its tag, for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a tag.
    pub fn parse(tag: &str) -> Option<Self> {
        match tag {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The text of a bilingual codebook entry in this language.
    pub fn pick<'a>(self, fr: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }

    /// The embedded messages.
    pub fn source(self) -> &'static str {
        match self {
            Self::Fr => include_str!("../locales/fr.ftl"),
            Self::En => include_str!("../locales/en.ftl"),
        }
    }
}

/// Messages and number formats of one language.
pub struct Locale {
    /// The language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// An argument of a message.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

impl Locale {
    /// Loads a language.
    pub fn new(lang: Lang) -> Self {
        let tag = match lang {
            Lang::Fr => langid!("fr-FR"),
            Lang::En => langid!("en-GB"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The isolation marks would end up in file names, workbooks and tests for equality.
        bundle.set_use_isolating(false);
        let resource = match FluentResource::try_new(lang.source().to_owned()) {
            // A broken entry leaves the others usable; a test refuses it.
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { lang, bundle }
    }

    /// A message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with its arguments; `key.attribute` names an attribute.
    pub fn with(&self, key: &str, args: &[Arg<'_>]) -> String {
        self.find(key, args).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// A message, if the language has it.
    pub fn find(&self, key: &str, args: &[Arg<'_>]) -> Option<String> {
        let (id, attribute) =
            key.split_once('.').map_or((key, None), |(id, rest)| (id, Some(rest)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }
}
