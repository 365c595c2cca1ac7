//! Rank of a level as dots, so that a scale can be read without its colours.
//!
//! As many dots as the scale has levels, the first ones full: the eye counts them as it would stars.

use super::palette::Colour;
use super::scene::{Mark, Point, Scene, px, times};
use super::spec::{Level, Role};

/// Distance between two dots.
const STEP: i32 = px(9);
/// Radius of a dot.
const RADIUS: i32 = px(3);

/// A rank on a scale, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rank {
    pub(super) rank: usize,
    pub(super) size: usize,
}

/// The rank of each level; a silent one has none.
pub(super) fn ranks(levels: &[Level]) -> Vec<Option<Rank>> {
    let answers = |levels: &[Level]| levels.iter().filter(|one| one.role == Role::Answer).count();
    let size = answers(levels);
    let rank = |(index, level): (usize, &Level)| {
        (level.role == Role::Answer).then(|| Rank { rank: answers(&levels[..=index]), size })
    };
    levels.iter().enumerate().map(rank).collect()
}

impl Rank {
    /// Width of the row of dots.
    pub(super) fn width(self) -> i32 {
        times(self.size.saturating_sub(1)) * STEP + 2 * RADIUS
    }

    /// Draws the dots, centred on a place.
    pub(super) fn draw(self, scene: &mut Scene, (x, y): Point, colour: Colour) {
        let first = x - times(self.size.saturating_sub(1)) * STEP / 2;
        for index in 0..self.size {
            let centre = (first + times(index) * STEP, y);
            scene.marks.push(if index < self.rank {
                Mark::Dot { centre, radius: RADIUS, colour }
            } else {
                Mark::Ring { centre, radius: RADIUS - px(1) / 2, colour }
            });
        }
    }
}
