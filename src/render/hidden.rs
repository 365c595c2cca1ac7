//! Characters that no page shows as they are.

/// What stands for a character on a page: controls would be invisible, and some reorder the line, so that a marked place
/// shows where one stood. Line breaks and tabs are left to the format.
pub(super) fn visible(character: char) -> char {
    let code = u32::from(character);
    let forbidden = (character.is_control() && !matches!(character, '\n' | '\t' | '\r'))
        || code & 0xFFFE == 0xFFFE
        || (0xFDD0..=0xFDEF).contains(&code);
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    if forbidden || turns { '\u{fffd}' } else { character }
}
