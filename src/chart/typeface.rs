//! The embedded typeface: how wide a text is, and which characters can be painted.
//!
//! Widths come from the font's own units with its pair kerning, as the renderers shape it, so that what is
//! measured here is what is drawn. Noto Sans is embedded because Marianne is reserved to the State's own sites.
//! Source: OpenType, tables hmtx and GPOS (lookup type 2).

use std::sync::OnceLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId};

use super::palette::{Colour, GREY, INK};
use super::scene::{px, snap};

/// Weight of a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lettering {
    pub(super) weight: Weight,
    /// In grid units.
    pub(super) size: i32,
    pub(super) colour: Colour,
}

pub(super) const TITLE: Lettering = Lettering { weight: Weight::Bold, size: px(18), colour: INK };
pub(super) const SUBTITLE: Lettering =
    Lettering { weight: Weight::Regular, size: px(14), colour: GREY };
pub(super) const LABEL: Lettering =
    Lettering { weight: Weight::Regular, size: px(14), colour: INK };
pub(super) const VALUE: Lettering = Lettering { weight: Weight::Bold, size: px(14), colour: INK };
pub(super) const COUNTS: Lettering = Lettering { weight: Weight::Bold, size: px(13), colour: INK };
pub(super) const NOTE: Lettering =
    Lettering { weight: Weight::Regular, size: px(13), colour: GREY };
pub(super) const SOURCE: Lettering =
    Lettering { weight: Weight::Regular, size: px(12), colour: GREY };

impl Lettering {
    /// The same in another colour.
    pub(super) fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// Distance between two baselines.
    pub(super) fn leading(self) -> i32 {
        self.size * 13 / 10
    }

    /// What a baseline goes below the middle of a line, for it to look centred.
    pub(super) fn drop(self) -> i32 {
        self.size * 36 / 100
    }

    /// Width of a text, in grid units, rounded up.
    pub(super) fn width(self, text: &str) -> i32 {
        let face = face(self.weight);
        snap((face.units(text) * f64::from(self.size) / face.per_em).ceil())
    }
}

/// Whether both faces have a glyph for the character.
pub(super) fn covers(character: char) -> bool {
    [Weight::Regular, Weight::Bold]
        .into_iter()
        .all(|weight| face(weight).font.glyph_index(character).is_some())
}

struct Typeface {
    font: Face<'static>,
    pairs: Vec<PairAdjustment<'static>>,
    per_em: f64,
}

impl Typeface {
    fn parse(bytes: &'static [u8]) -> Self {
        let font = Face::parse(bytes, 0).expect("the embedded faces are fonts");
        let pairs = font
            .tables()
            .gpos
            .into_iter()
            .flat_map(|table| table.lookups)
            .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>())
            .filter_map(|subtable| match subtable {
                PositioningSubtable::Pair(pair) => Some(pair),
                _ => None,
            })
            .collect();
        let per_em = f64::from(font.units_per_em());
        Self { font, pairs, per_em }
    }

    fn units(&self, text: &str) -> f64 {
        let mut units = 0;
        let mut before = None;
        for character in text.chars() {
            let glyph = self.font.glyph_index(character).unwrap_or_default();
            units += i32::from(self.font.glyph_hor_advance(glyph).unwrap_or_default());
            units += before.map_or(0, |before| self.kerning(before, glyph));
            before = Some(glyph);
        }
        f64::from(units)
    }

    /// The first subtable that knows the pair decides.
    fn kerning(&self, first: GlyphId, second: GlyphId) -> i32 {
        let value = self.pairs.iter().find_map(|pair| {
            let index = pair.coverage().get(first)?;
            match pair {
                PairAdjustment::Format1 { sets, .. } => sets.get(index)?.get(second),
                PairAdjustment::Format2 { classes, matrix, .. } => {
                    matrix.get((classes.0.get(first), classes.1.get(second)))
                }
            }
        });
        value.map_or(0, |(value, _)| i32::from(value.x_advance))
    }
}

fn face(weight: Weight) -> &'static Typeface {
    static REGULAR: OnceLock<Typeface> = OnceLock::new();
    static BOLD: OnceLock<Typeface> = OnceLock::new();
    match weight {
        Weight::Regular => REGULAR.get_or_init(|| Typeface::parse(notosans::REGULAR_TTF)),
        Weight::Bold => BOLD.get_or_init(|| Typeface::parse(notosans::BOLD_TTF)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_narrows_a_pair() {
        let apart = LABEL.width("A") + LABEL.width("V");
        assert!(LABEL.width("AV") < apart, "AV is kerned");
        assert_eq!(LABEL.width(""), 0);
    }

    #[test]
    fn french_is_covered_and_emoji_are_not() {
        let french = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’–—…\u{a0}\u{202f}€²\u{fffd}→•×√□";
        assert!(french.chars().all(covers));
        assert!(!"✓⇒😀".chars().any(covers));
    }
}
