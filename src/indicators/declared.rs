//! Key figures that no register counts, as the edition file declares them: marked as such wherever they are printed.

use super::figure::Unit;
use super::registry::{Entry, Registry};
use super::remark::Remark;
use crate::census::Edition;
use crate::codebook::Bilingual;

/// Adds `declared.<figure>`, with its source as a note.
pub(super) fn add(registry: &mut Registry, edition: &Edition) {
    for declared in &edition.file.declared {
        registry.add(Entry {
            indicator: "declared",
            category: &declared.figure,
            value: Some(declared.value),
            unit: Unit::Declared,
            base: None,
            notes: vec![Remark::Said(Bilingual {
                fr: format!("Déclaré\u{a0}: {}", declared.source.fr),
                en: format!("Declared: {}", declared.source.en),
            })],
            ..Entry::NEW
        });
    }
}
