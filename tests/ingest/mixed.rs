//! Good and hostile files in one folder.

use labcensus::census;
use labcensus::codebook::EditionFile;
use labcensus::diagnostic::Severity;
use labcensus::ingest::{Folder, read_file};
use labcensus::model::CensusYear;

use super::codebook;

#[test]
fn a_bad_file_costs_its_own_lab_and_leaves_one_line() {
    let codebook = codebook();
    let good = |name: &str| {
        let folder =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/2020/responses");
        (name.to_owned(), std::fs::read(folder.join(name)).unwrap())
    };
    let whole = good("creteil.xlsx");
    let bad = [
        ("cut.xlsx", whole.1[..whole.1.len() / 2].to_vec(), "truncated"),
        ("empty.xlsx", Vec::new(), "empty"),
        ("letter.xlsx", b"%PDF-1.7".to_vec(), "pdf"),
        ("page.xls", b"<html><p>Bonjour</p></html>".to_vec(), "html"),
        ("bytes.xls", vec![0, 1, 2, 3], "binary"),
    ];
    let mut files: Vec<(String, Vec<u8>)> = vec![whole, good("nice.ods"), good("poitiers.xls")];
    files.extend(bad.iter().map(|(name, bytes, _)| ((*name).to_owned(), bytes.clone())));
    let read = files.iter().map(|(name, bytes)| read_file(name, bytes, &codebook)).collect();
    let edition_file = EditionFile::default_for(CensusYear::new(2020));
    let edition =
        census::build(edition_file, &codebook, Folder { files: read, diagnostics: Vec::new() });
    assert_eq!(edition.respondents().count(), 3);
    for (name, _, why) in bad {
        let of_file = |remark: &&labcensus::diagnostic::Diagnostic| {
            remark.origin.as_ref().is_some_and(|origin| &*origin.file == name)
        };
        let remarks: Vec<_> = edition.diagnostics.iter().filter(of_file).collect();
        assert_eq!(remarks.len(), 1, "{name}");
        assert_eq!(remarks[0].severity(), Severity::Error, "{name}");
        assert!(remarks[0].facts.contains(&("why", why.to_owned())), "{name}: {:?}", remarks[0]);
    }
}
