//! The codebook's files: those of a census's own folder, else those that the binary carries.

use std::path::{Path, PathBuf};

use super::LineProblem;
use crate::error::{Error, Result};
use crate::input;

/// The bundled codebook: path under `surveys/codebook/`, content.
pub const BUNDLED: &[(&str, &str)] = &[
    ("census.toml", include_str!("../../surveys/codebook/census.toml")),
    ("academies.csv", include_str!("../../surveys/codebook/academies.csv")),
    ("services.csv", include_str!("../../surveys/codebook/services.csv")),
    (super::TILES, include_str!("../../surveys/codebook/tiles.csv")),
    ("cases.csv", include_str!("../../surveys/codebook/cases.csv")),
    ("decisions.csv", include_str!("../../surveys/codebook/decisions.csv")),
    (super::PASSAGES, include_str!("../../surveys/codebook/passages.csv")),
    (super::LAB_EVENTS, include_str!("../../surveys/codebook/lab_events.csv")),
    (
        "vocabularies/maturity.toml",
        include_str!("../../surveys/codebook/vocabularies/maturity.toml"),
    ),
    ("vocabularies/themes.toml", include_str!("../../surveys/codebook/vocabularies/themes.toml")),
    (
        "vocabularies/services.toml",
        include_str!("../../surveys/codebook/vocabularies/services.toml"),
    ),
    ("report.toml", include_str!("../../surveys/codebook/report.toml")),
    ("registers.toml", include_str!("../../surveys/codebook/registers.toml")),
    ("registers/cohorts.toml", include_str!("../../surveys/codebook/registers/cohorts.toml")),
    (
        "registers/contact_levels.toml",
        include_str!("../../surveys/codebook/registers/contact_levels.toml"),
    ),
    (
        "registers/education_themes.toml",
        include_str!("../../surveys/codebook/registers/education_themes.toml"),
    ),
    (
        "registers/event_kinds.toml",
        include_str!("../../surveys/codebook/registers/event_kinds.toml"),
    ),
    ("registers/follow_ups.toml", include_str!("../../surveys/codebook/registers/follow_ups.toml")),
    (
        "registers/local_lab_scopes.toml",
        include_str!("../../surveys/codebook/registers/local_lab_scopes.toml"),
    ),
    (
        "registers/obstacle_states.toml",
        include_str!("../../surveys/codebook/registers/obstacle_states.toml"),
    ),
    (
        "registers/obstacle_topics.toml",
        include_str!("../../surveys/codebook/registers/obstacle_topics.toml"),
    ),
    ("registers/ogp_themes.toml", include_str!("../../surveys/codebook/registers/ogp_themes.toml")),
    (
        "registers/positioning_groups.toml",
        include_str!("../../surveys/codebook/registers/positioning_groups.toml"),
    ),
    (
        "registers/project_kinds.toml",
        include_str!("../../surveys/codebook/registers/project_kinds.toml"),
    ),
    (
        "registers/project_stages.toml",
        include_str!("../../surveys/codebook/registers/project_stages.toml"),
    ),
    (
        "registers/session_formats.toml",
        include_str!("../../surveys/codebook/registers/session_formats.toml"),
    ),
    (
        "registers/session_modes.toml",
        include_str!("../../surveys/codebook/registers/session_modes.toml"),
    ),
    (
        "registers/session_natures.toml",
        include_str!("../../surveys/codebook/registers/session_natures.toml"),
    ),
    (
        "registers/support_kinds.toml",
        include_str!("../../surveys/codebook/registers/support_kinds.toml"),
    ),
    (
        "registers/support_levels.toml",
        include_str!("../../surveys/codebook/registers/support_levels.toml"),
    ),
];

const VOCABULARIES: &str = "vocabularies";
const REGISTERS: &str = "registers/";

/// Files that speak of the questions, options and bodies of the census that they belong to: another census that has
/// none of its own has none at all.
const OWN_ONLY: [&str; 2] = [super::PASSAGES, super::LAB_EVENTS];
/// What makes a folder another census.
const OWN: [&str; 3] = ["census.toml", "academies.csv", VOCABULARIES];

/// One file of the codebook.
#[derive(Debug)]
pub(super) struct CodebookFile {
    /// Name under the codebook's folder, with `/`.
    pub name: String,
    /// Where it was read, or would be.
    pub path: PathBuf,
    /// Its content, without a byte-order mark.
    pub text: String,
}

impl CodebookFile {
    /// The error of the run for a problem in this file.
    pub(super) fn error(&self, problem: LineProblem) -> Error {
        problem.in_file(&self.path)
    }
}

/// Reads every file: the folder's own where it has one, else the bundled one.
pub(super) fn read(folder: &Path) -> Result<Vec<CodebookFile>> {
    let mut names: Vec<String> = BUNDLED.iter().map(|(name, _)| (*name).to_owned()).collect();
    let own = folder.join(VOCABULARIES);
    if own.is_dir() {
        // A vocabulary of one's own may have any name; the bundled ones are then not added to it.
        names.retain(|name| !name.starts_with(VOCABULARIES));
        let files = input::list(&own)?;
        let tomls = files.into_iter().filter(|name| name.to_lowercase().ends_with(".toml"));
        names.extend(tomls.map(|name| format!("{VOCABULARIES}/{name}")));
    }
    let own = folder.join(REGISTERS.trim_end_matches('/'));
    if own.is_dir() {
        let files = input::list(&own)?.into_iter();
        let added = files
            .filter(|name| name.to_lowercase().ends_with(".toml"))
            .map(|name| format!("{REGISTERS}{name}"));
        names.extend(added.filter(|name| !BUNDLED.iter().any(|(bundled, _)| bundled == name)));
    }
    names.iter().map(|name| read_one(folder, name)).collect()
}

fn read_one(folder: &Path, name: &str) -> Result<CodebookFile> {
    let path = input::join(folder, name);
    let text = if path.exists() {
        input::read_text(&path)?
    } else if OWN_ONLY.contains(&name) && OWN.iter().any(|own| folder.join(own).exists()) {
        String::new()
    } else {
        BUNDLED
            .iter()
            .find(|(bundled, _)| *bundled == name)
            .map(|(_, text)| (*text).to_owned())
            .unwrap_or_default()
    };
    Ok(CodebookFile { name: name.to_owned(), path, text })
}

/// The vocabulary file of a census's own that holds this vocabulary, with its text.
///
/// # Errors
/// A file cannot be read.
pub fn vocabulary_file(folder: &Path, id: &str) -> Result<Option<(PathBuf, String)>> {
    let own = folder.join(VOCABULARIES);
    if !own.is_dir() {
        return Ok(None);
    }
    let files = read(folder)?;
    let holds = |file: &&CodebookFile| {
        super::Vocabulary::parse(&file.text).is_ok_and(|vocabulary| vocabulary.id == id)
    };
    let file = vocabularies(&files).find(holds);
    Ok(file.map(|file| (file.path.clone(), file.text.clone())))
}

/// The file of that name.
pub(super) fn find<'a>(files: &'a [CodebookFile], name: &str) -> Result<&'a CodebookFile> {
    files.iter().find(|file| file.name == name).ok_or_else(|| {
        Error::reading(Path::new(name), std::io::Error::from(std::io::ErrorKind::NotFound))
    })
}

/// The vocabulary files.
pub(super) fn vocabularies(files: &[CodebookFile]) -> impl Iterator<Item = &CodebookFile> {
    files.iter().filter(|file| file.name.starts_with(VOCABULARIES))
}

/// The vocabulary files of the registers' columns.
pub(super) fn register_vocabularies(files: &[CodebookFile]) -> impl Iterator<Item = &CodebookFile> {
    files.iter().filter(|file| file.name.starts_with(REGISTERS))
}
