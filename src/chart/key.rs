//! What the levels of a map or a strip look like, and the key that names them.
//!
//! A map has no room for a name beside each mark, so that it needs a key; pips and signs repeat what the colours say.

use super::frame::{MARGIN, WIDTH};
use super::lines::{Room, widest, wrap};
use super::palette::{BLANK, Colour, INK, WHITE, ramp};
use super::pips::{Rank, ranks};
use super::scene::{Anchor, Area, Point, Scene, px, times};
use super::spec::Level;
use super::typeface::{COUNTS, LABEL};

/// Height of a chip.
const CHIP: i32 = px(18);
/// White after an entry.
const GAP: i32 = px(22);

/// How a level is painted.
pub(super) struct Tone {
    pub(super) fill: Colour,
    rank: Option<Rank>,
    sign: String,
}

/// The tones of a list of levels.
pub(super) fn tones(levels: &[Level]) -> Vec<Tone> {
    let tone = |(level, rank): (&Level, Option<Rank>)| {
        let sign = wrap(&level.sign, COUNTS, Room { width: px(24), lines: 1 }).concat();
        let fill = match rank {
            Some(Rank { rank, size }) => ramp(rank - 1, size),
            None if sign.is_empty() => WHITE,
            None => BLANK,
        };
        Tone { fill, rank, sign }
    };
    levels.iter().zip(ranks(levels)).map(tone).collect()
}

/// The widest mark of some tones.
pub(super) fn mark_width(tones: &[Tone]) -> i32 {
    tones.iter().map(Tone::width).max().unwrap_or_default()
}

impl Tone {
    /// Width of the pips or of the sign.
    pub(super) fn width(&self) -> i32 {
        self.rank.map_or_else(|| COUNTS.width(&self.sign), Rank::width)
    }

    /// Draws the pips or the sign on a ground; the rank as a digit where the pips have no room.
    pub(super) fn mark(&self, scene: &mut Scene, at: Point, room: i32, ground: Colour) {
        let ink = ground.ink();
        let below = (at.0, at.1 + COUNTS.drop());
        match self.rank {
            Some(rank) if rank.width() <= room => rank.draw(scene, at, ink),
            Some(rank) => {
                let digit = rank.rank.to_string();
                scene.write(&digit, below, Anchor::Middle, COUNTS.coloured(ink));
            }
            None => scene.write(&self.sign, below, Anchor::Middle, COUNTS.coloured(ink)),
        }
    }
}

/// Draws the key from a height downwards; gives where it ends.
pub(super) fn build(scene: &mut Scene, levels: &[Level], tones: &[Tone], top: i32) -> i32 {
    let chip = mark_width(tones).max(px(14)) + px(12);
    let mut left = MARGIN;
    let (mut row, mut bottom) = (top, top);
    for (level, tone) in levels.iter().zip(tones) {
        let room = Room { width: WIDTH - 2 * MARGIN - chip - px(8), lines: 2 };
        let name = wrap(&level.label, LABEL, room);
        let width = chip + px(8) + widest(&name, LABEL);
        if left > MARGIN && left + width > WIDTH - MARGIN {
            (left, row) = (MARGIN, bottom + px(6));
        }
        let height = CHIP.max(times(name.len()) * LABEL.leading());
        let middle = row + height / 2;
        let area =
            Area { left, top: middle - CHIP / 2, right: left + chip, bottom: middle + CHIP / 2 };
        scene.slab(area, tone.fill);
        tone.mark(scene, area.centre(), chip, tone.fill);
        scene.block(&name, (left + chip + px(8), middle), Anchor::Start, LABEL.coloured(INK));
        bottom = bottom.max(row + height);
        left += width + GAP;
    }
    bottom
}
