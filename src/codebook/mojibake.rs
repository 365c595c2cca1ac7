//! UTF-8 that some export read as Windows-1252: « pÃ©dagogique » back to « pédagogique ».
//!
//! Only a run that decodes as a whole is mended, so that a text which really holds « Ã » is left alone.

use std::borrow::Cow;

/// The characters that Windows-1252 gives to the bytes 0x80–0x9F, in order; `\0` where it gives none.
const HIGH_CONTROLS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Mends the runs of characters that are UTF-8 read as Windows-1252.
///
/// What exports add to a text goes first, see [`super::export_marks`].
pub fn mend(text: &str) -> Cow<'_, str> {
    match super::export_marks::clean(text) {
        Cow::Borrowed(text) => decode(text),
        Cow::Owned(text) => Cow::Owned(decode(&text).into_owned()),
    }
}

fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains(['Ã', 'Â', 'â', 'Å', 'Ë']) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    let mut run = Vec::new();
    let mut changed = false;
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        if let Some(byte) = high_byte(letter) {
            if run.is_empty() {
                start = at;
            }
            run.push(byte);
            continue;
        }
        changed |= flush(&mut run, &text[start..at], &mut mended);
        start = at + letter.len_utf8();
        mended.push(letter);
    }
    changed |= flush(&mut run, &text[start..], &mut mended);
    if changed { Cow::Owned(mended) } else { Cow::Borrowed(text) }
}

/// Writes one run, decoded when it is UTF-8, and says whether it was.
fn flush(run: &mut Vec<u8>, written: &str, mended: &mut String) -> bool {
    if run.is_empty() {
        return false;
    }
    let decoded = std::str::from_utf8(run).ok();
    mended.push_str(decoded.unwrap_or(written));
    let changed = decoded.is_some();
    run.clear();
    changed
}

/// The byte of Windows-1252 behind a character that is not ASCII.
fn high_byte(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    if (0x80..=0xFF).contains(&code) {
        return u8::try_from(code).ok();
    }
    if code < 0x80 {
        return None;
    }
    let place = HIGH_CONTROLS.iter().position(|&known| known == letter && known != '\0')?;
    u8::try_from(0x80 + place).ok()
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn only_whole_runs_of_misread_utf8_are_mended() {
        assert_eq!(mend("innovation pÃ©dagogique"), "innovation pédagogique");
        assert_eq!(mend("dâ€™usages"), "d’usages");
        assert_eq!(mend("SÃO PAULO, âge"), "SÃO PAULO, âge");
    }
}
