//! Colours, and the contrast between them.
//!
//! No colour is typed next to a text: the ink is chosen by computed contrast, and a fill paler than 3:1 gets an
//! outline. Source: WCAG 2.2, 1.4.3 and 1.4.11, relative luminance and contrast ratio; RGAA 3.2 and 3.3.

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

/// Text and axes.
pub(super) const INK: Colour = Colour(0x16, 0x16, 0x16);
/// Second text, and outlines of what is too pale.
pub(super) const GREY: Colour = Colour(0x66, 0x66, 0x66);
/// The ground of the picture.
pub(super) const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
/// Bars and columns without rank.
pub(super) const BLUE: Colour = Colour(0x5C, 0x68, 0xE5);
/// The track behind a bar, up to its base: it repeats what the numbers say, so it may be pale.
pub(super) const TRACK: Colour = Colour(0xF2, 0xF2, 0xF5);
/// What is not an answer.
pub(super) const BLANK: Colour = Colour(0xF7, 0xF7, 0xF7);

/// Smallest contrast of a text with its ground.
pub(super) const TEXT_CONTRAST: f64 = 4.5;
/// Smallest contrast of a mark with the ground of the picture.
pub(super) const MARK_CONTRAST: f64 = 3.0;

/// The design's ramp for ordered levels, with two steps in between for scales of five and six.
const RAMP: [Colour; 6] = [
    Colour(0xE3, 0xE3, 0xFD),
    Colour(0xC4, 0xC6, 0xF8),
    Colour(0xA0, 0xA4, 0xF0),
    Colour(0x5C, 0x68, 0xE5),
    Colour(0x2E, 0x33, 0xA3),
    Colour(0x00, 0x00, 0x5F),
];

/// Steps of the ramp used by a scale of one to six levels.
const STEPS: [&[usize]; 6] =
    [&[3], &[2, 5], &[2, 3, 5], &[0, 2, 3, 5], &[0, 2, 3, 4, 5], &[0, 1, 2, 3, 4, 5]];

impl Colour {
    /// Relative luminance, between 0 and 1.
    fn luminance(self) -> f64 {
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio with another colour, between 1 and 21.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The colour of a text written on this one.
    pub(super) fn ink(self) -> Self {
        if self.contrast(WHITE) >= TEXT_CONTRAST { WHITE } else { INK }
    }
}

/// A fill and the ink on it, as 0xRRGGBB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// The fill.
    pub fill: u32,
    /// The colour of a text on the fill.
    pub ink: u32,
}

impl From<Colour> for Shade {
    fn from(colour: Colour) -> Self {
        let hex = |Colour(red, green, blue)| u32::from_be_bytes([0, red, green, blue]);
        Self { fill: hex(colour), ink: hex(colour.ink()) }
    }
}

/// As many shades as a scale has levels, palest first.
pub fn shades(size: usize) -> Vec<Shade> {
    (0..size).map(|index| ramp(index, size).into()).collect()
}

fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The fill of level `index` on a scale of `size` levels, palest first.
///
/// Above six levels neighbours share a step: rank is then told by pips and label alone.
pub(super) fn ramp(index: usize, size: usize) -> Colour {
    let steps = STEPS[size.clamp(1, STEPS.len()) - 1];
    let last = steps.len() - 1;
    let step = if size > steps.len() { index * last / (size - 1) } else { index };
    RAMP[steps[step.min(last)]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_the_published_one() {
        assert!((Colour(0, 0, 0).contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((GREY.contrast(WHITE) - 5.74).abs() < 0.01);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn every_step_of_the_ramp_bears_a_text() {
        for colour in RAMP.iter().chain([&TRACK, &BLANK, &WHITE]) {
            let contrast = colour.contrast(colour.ink());
            assert!(contrast >= TEXT_CONTRAST, "{colour:?}: {contrast:.2}");
        }
    }

    #[test]
    fn neighbouring_levels_differ_and_darken() {
        for size in 1..=6 {
            for index in 1..size {
                let (pale, dark) = (ramp(index - 1, size), ramp(index, size));
                assert!(pale.luminance() > dark.luminance(), "{index} of {size}");
            }
        }
        assert_eq!(ramp(8, 9), RAMP[5]);
        assert_eq!(ramp(0, 9), RAMP[0]);
    }
}
