//! The team's own texts: a template that quotes figures by name, then Markdown, then prose of the report.
//!
//! A number is quoted and never typed: `{{ figure("themes.pedagogical") }}` prints the registry's. What is quoted
//! passes the Markdown as a mark and comes back as a number with its figure, so that no value can make markup. A
//! text that cannot be composed leaves an error with its file and line, and a remark in its place; the rest of the
//! report is not lost.

mod markdown;
mod quoted;
mod template;

use std::collections::BTreeSet;

use super::bounds::Bounds;
use super::document::{Block, NoteKind};
use super::prose::Prose;
use super::words::Desk;
use crate::census::Edition;
use crate::codebook::{Layout, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Lang, Locale};
use crate::model::Origin;

/// The folder of the texts, beside the responses.
pub const FOLDER: &str = "narrative";

/// What can be wrong with a text.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) line: usize,
    pub(super) kind: FaultKind,
    /// The name or the words that are wrong.
    pub(super) text: String,
    /// The nearest name.
    pub(super) near: Option<String>,
}

/// What kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FaultKind {
    Figure,
    Function,
    Value,
    Template,
}

impl FaultKind {
    fn code(self) -> Code {
        match self {
            Self::Figure => Code::NarrativeFigureUnknown,
            Self::Function => Code::NarrativeFunctionUnknown,
            Self::Value => Code::NarrativeValueMissing,
            Self::Template => Code::NarrativeTemplateBroken,
        }
    }
}

/// The blocks of a text; none when it is absent.
pub(super) fn blocks(desk: &Desk<'_>, edition: &Edition, name: &str) -> Vec<Block> {
    let Some((file, text)) = source(edition, name, desk.locale.lang) else { return Vec::new() };
    match compose(desk, text) {
        Ok(prose) => prose.into_iter().map(Block::Prose).collect(),
        Err(fault) => {
            let args = [("file", file.into()), ("line", fault.line.to_string().into())];
            vec![Block::Note(NoteKind::Attention, desk.with("narrative-absent", &args))]
        }
    }
}

/// Checks every text of an edition, in each language, and that the layout and the folder agree.
///
/// *Diagnostics*: `narrative-figure-unknown`, `narrative-function-unknown`, `narrative-value-missing`,
/// `narrative-template-broken`, `narrative-missing`, `narrative-unused`.
pub fn check(inputs: &super::build::Inputs<'_>) -> Vec<Diagnostic> {
    let edition = inputs.edition;
    let mut diagnostics = layout_and_folder(edition);
    for lang in [Lang::Fr, Lang::En] {
        let locale = Locale::new(lang);
        let (codebook, registry) = (inputs.codebook, inputs.registry);
        let bounds = Bounds::of(edition, inputs.fiches);
        let desk = Desk { locale: &locale, codebook, registry, bounds };
        for (file, text) in &edition.narrative {
            if is_english(file) != (lang == Lang::En) {
                continue;
            }
            if let Err(fault) = compose(&desk, text) {
                let remark = Diagnostic::new(fault.kind.code())
                    .at(Origin::file(&format!("{FOLDER}/{file}")))
                    .quoting(fault.text)
                    .fact("line", fault.line)
                    .fact("near", fault.near.as_deref().unwrap_or("none"));
                diagnostics.push(remark);
            }
        }
    }
    diagnostics
}

fn compose(desk: &Desk<'_>, text: &str) -> Result<Vec<Prose>, Fault> {
    let (written, quoted) = template::render(desk, text)?;
    Ok(markdown::parse(&written, &quoted))
}

/// The file of a text in a language; French where there is no English.
fn source<'a>(edition: &'a Edition, name: &str, lang: Lang) -> Option<(String, &'a str)> {
    let english = (lang == Lang::En).then(|| format!("{name}.en.md"));
    let names = english.into_iter().chain([format!("{name}.md")]);
    let found = |file: String| edition.narrative.get(&file).map(|text| (file, text.as_str()));
    let mut names = names;
    names.find_map(found)
}

fn is_english(file: &str) -> bool {
    file.to_lowercase().ends_with(".en.md")
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".en.md").or_else(|| file.strip_suffix(".md")).unwrap_or(file)
}

/// Texts that the layout names and the folder lacks, and the reverse.
fn layout_and_folder(edition: &Edition) -> Vec<Diagnostic> {
    let layout: &Layout = &edition.layout;
    let there: BTreeSet<&str> = edition.narrative.keys().map(|file| stem(file)).collect();
    let named: BTreeSet<&str> = layout.texts().map(|(name, ..)| name).collect();
    let unused: Vec<&str> = there.iter().copied().filter(|name| !named.contains(name)).collect();
    let mut diagnostics = Vec::new();
    for (name, line, optional) in layout.texts() {
        if optional || there.contains(name) {
            continue;
        }
        let near = nearest(name, unused.iter().copied().chain(there.iter().copied()));
        let remark = Diagnostic::new(Code::NarrativeMissing)
            .at(Origin::file(&layout.file))
            .quoting(name)
            .fact("line", line)
            .fact("near", near.unwrap_or("none"));
        diagnostics.push(remark);
    }
    for name in unused {
        let absent = named.iter().copied().filter(|name| !there.contains(name));
        let near = nearest(name, absent.chain(named.iter().copied()));
        let remark = Diagnostic::new(Code::NarrativeUnused)
            .at(Origin::file(&format!("{FOLDER}/{name}.md")))
            .quoting(name)
            .fact("layout", &layout.file)
            .fact("near", near.unwrap_or("none"));
        diagnostics.push(remark);
    }
    diagnostics
}
