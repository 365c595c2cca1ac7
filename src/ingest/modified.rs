//! When a workbook was last changed, as it says itself: never the file system's clock, which a copy resets.
//!
//! Source: ECMA-376 part 2, core properties; OASIS ODF 1.2 part 1, 4.3.2; [MS-OLEPS] for old workbooks.

use std::io::{Cursor, Read};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::xls::Container;

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// Bytes of the longest part that is looked at.
const LONGEST: u64 = 100_000;

/// When an archive's workbook was last changed; the guard has been through it before.
pub(super) fn of_archive(archive: &mut Archive<'_>) -> Option<NaiveDateTime> {
    let of = |archive: &mut Archive<'_>, name: &str, element: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.take(LONGEST).read_to_string(&mut text).ok()?;
        moment(&text_of(&text, element)?)
    };
    of(archive, "docProps/core.xml", "modified").or_else(|| of(archive, "meta.xml", "date"))
}

/// The text of the first element with this local name.
fn text_of(xml: &str, element: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if start.local_name().as_ref() == element => {
                let Event::Text(text) = reader.read_event().ok()? else { return None };
                return Some(text.xml10_content().into_owned());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// `2023-10-25T14:55:21Z`, `2023-10-25T14:55:21.123456`.
fn moment(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let zoned = DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.naive_utc());
    zoned.or_else(|| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok())
}

/// When an old workbook was last saved.
pub(super) fn of_container(container: &Container<'_>) -> Option<NaiveDateTime> {
    const LAST_SAVED: u32 = 13;
    const FILE_TIME: u32 = 64;
    let stream = container.stream("\u{5}SummaryInformation").ok()?;
    let number =
        |at: usize| Some(u32::from_le_bytes(stream.get(at..at.checked_add(4)?)?.try_into().ok()?));
    let section = number(44)? as usize;
    let count = number(section.checked_add(4)?)?.min(100) as usize;
    let entry = |index: usize| section.checked_add(8 + index * 8);
    let found = (0..count).find(|index| entry(*index).and_then(number) == Some(LAST_SAVED))?;
    let place = section.checked_add(number(entry(found)? + 4)? as usize)?;
    if number(place)? != FILE_TIME {
        return None;
    }
    let (low, high) = (number(place.checked_add(4)?)?, number(place.checked_add(8)?)?);
    // Tenths of microseconds since 1601.
    let ticks = (u64::from(high) << 32) | u64::from(low);
    let origin = NaiveDate::from_ymd_opt(1601, 1, 1)?.and_hms_opt(0, 0, 0)?;
    let moment =
        origin.checked_add_signed(TimeDelta::seconds(i64::try_from(ticks / 10_000_000).ok()?))?;
    (ticks > 0).then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_properties_say_when_a_workbook_was_changed() {
        let xml = r#"<cp:coreProperties xmlns:dcterms="d"><dcterms:created>2020-01-01T00:00:00Z</dcterms:created>
            <dcterms:modified xsi:type="dcterms:W3CDTF">2020-11-12T08:30:00Z</dcterms:modified></cp:coreProperties>"#;
        let found = text_of(xml, "modified").and_then(|text| moment(&text)).unwrap();
        assert_eq!(found.to_string(), "2020-11-12 08:30:00");
        assert_eq!(moment("2020-11-12T08:30:00.5").unwrap().to_string(), "2020-11-12 08:30:00.500");
        assert_eq!(moment("hier"), None);
    }
}
