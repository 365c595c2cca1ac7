//! All that typst can see: the script, the layout, the pictures that were handed over, four embedded faces.
//!
//! Anything else is denied: no text of a respondent could make it read a file, and it has no network to reach.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

/// The layout, which every report shares.
const LAYOUT: &str = include_str!("report.typ");

/// A closed world.
pub(super) struct Sealed {
    main: Source,
    pictures: Vec<(FileId, Bytes)>,
}

/// What every document shares, made once in a run.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    layout: Source,
}

impl Sealed {
    /// A world with its script, and its pictures by path.
    pub(super) fn new(script: String, pictures: BTreeMap<String, Bytes>) -> Self {
        let pictures = pictures.into_iter().filter_map(|(path, bytes)| Some((file(&path)?, bytes)));
        let main = Source::new(main_id(), script);
        Self { main, pictures: pictures.collect() }
    }
}

impl World for Sealed {
    fn library(&self) -> &LazyHash<Library> {
        &shared().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shared().book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &shared().layout]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.pictures.iter().find(|(picture, _)| *picture == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shared().fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let faces = [
            notosans::REGULAR_TTF,
            notosans::BOLD_TTF,
            notosans::ITALIC_TTF,
            notosans::BOLD_ITALIC_TTF,
        ];
        let fonts: Vec<Font> =
            faces.into_iter().filter_map(|face| Font::new(Bytes::new(face), 0)).collect();
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        Shared {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            layout: Source::new(file("/report.typ").unwrap_or_else(main_id), LAYOUT.to_owned()),
        }
    })
}

fn main_id() -> FileId {
    Source::detached(String::new()).id()
}

fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

#[cfg(test)]
mod tests {
    use typst_layout::PagedDocument;

    use super::*;

    #[test]
    fn nothing_can_be_read_but_what_was_handed_over() {
        for script in [
            "#read(\"/etc/passwd\")",
            "#read(\"/main.typ\")",
            "#image(\"x.png\", alt: \"x\")",
            "#import \"@preview/cetz:0.3.0\"",
            "#include \"other.typ\"",
        ] {
            let world = Sealed::new(script.to_owned(), BTreeMap::new());
            let errors = typst::compile::<PagedDocument>(&world).output.expect_err(script);
            assert!(errors.iter().any(|error| error.message.contains("access denied")), "{script}");
        }
    }
}
