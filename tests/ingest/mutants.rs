//! Damaged copies of our own workbooks: each is read with the same content, or refused; none panics, none
//! lasts. A few hundred in every run; `LABCENSUS_MUTANTS=3000 cargo test mutants` for all.

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use labcensus::ingest::{ResponseFile, inspect, read_file};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{codebook, outcome};
use crate::shared::shared;

const DEFAULT: usize = 400;
const FILES: [&str; 6] =
    ["creteil.xlsx", "limoges.xlsx", "poitiers.xls", "nice.ods", "reims.csv", "paris.xlsx"];

const OTHERS: [&str; 4] = [
    "098_calamine_date.xlsb",
    "097_poi_62815.xlsb",
    "043_poi_testEXCEL_95.xls",
    "041_poi_testEXCEL_3.xls",
];

/// A small generator of numbers: the same seed gives the same mutants on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Damage {
    Flipped,
    Cut,
    Edited,
}

fn flip(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut mutant = bytes.to_vec();
    for _ in 0..=dice.roll(8) {
        let at = dice.roll(mutant.len());
        mutant[at] ^= u8::try_from(dice.roll(255) + 1).unwrap();
    }
    mutant
}

/// Rewrites one part of an archive, with a right CRC: only its XML is wrong.
fn edit(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    const PIECES: [&str; 12] = [
        "<!DOCTYPE a>",
        "</c>",
        "<c r=\"ZZZ99999999\">",
        "<v>",
        "\0",
        "&#0;",
        "&boom;",
        "<![CDATA[",
        "r=\"A0\"",
        "table:number-rows-repeated=\"999999999\"",
        "t=\"s\"",
        "99999999999999999999",
    ];
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = dice.roll(archive.len());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        if index == chosen && !content.is_empty() {
            let at = dice.roll(content.len());
            let piece = PIECES[dice.roll(PIECES.len())];
            let end = (at + dice.roll(40)).min(content.len());
            content.splice(at..end, piece.bytes());
        }
        writer.start_file(name, SimpleFileOptions::default()).ok()?;
        writer.write_all(&content).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

fn mutant(bytes: &[u8], dice: &mut Dice) -> (Damage, Vec<u8>) {
    match dice.roll(3) {
        0 => (Damage::Flipped, flip(bytes, dice)),
        1 => (Damage::Cut, bytes[..dice.roll(bytes.len())].to_vec()),
        _ => match edit(bytes, dice) {
            Some(edited) => (Damage::Edited, edited),
            None => (Damage::Flipped, flip(bytes, dice)),
        },
    }
}

/// What is read of a file: its answers, the fates of its cells, and what is understood without the codebook.
fn content(file: &ResponseFile, bytes: &[u8]) -> String {
    let cells: Vec<_> = file.cells().collect();
    let inspected = inspect(&file.name, bytes).sheets;
    format!("{:?} {:?} {cells:?} {inspected:?}", file.responses, file.tables)
}

#[test]
fn damaged_workbooks_are_refused_or_read_as_they_were() {
    let codebook = codebook();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/2020/responses");
    let count = std::env::var("LABCENSUS_MUTANTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(DEFAULT);
    let own = FILES.into_iter().map(|name| (name, Some(folder.join(name))));
    // Kinds that none of our own files has.
    let others = OTHERS.into_iter().map(|name| (name, shared(&format!("data/nasty/{name}"))));
    let originals: Vec<(&str, Vec<u8>, String)> = own
        .chain(others)
        .filter_map(|(name, path)| {
            let bytes = std::fs::read(path?).unwrap();
            let whole = content(&read_file(name, &bytes, &codebook), &bytes);
            Some((name, bytes, whole))
        })
        .collect();
    let mut dice = Dice(0x5EED_1AB5);
    let mut wrong = Vec::new();
    let mut refused = 0;
    for turn in 0..count {
        let (name, bytes, whole) = &originals[turn % originals.len()];
        let (damage, mutant) = mutant(bytes, &mut dice);
        let start = Instant::now();
        let file = read_file(name, &mutant, &codebook);
        let lasted = start.elapsed();
        if lasted > Duration::from_secs(2) {
            wrong.push(format!("{turn} {name} {damage:?}: {lasted:?}"));
        }
        if file.cells().count() != file.non_empty {
            wrong.push(format!(
                "{turn} {name} {damage:?}: {} fates for {} cells",
                file.cells().count(),
                file.non_empty
            ));
        }
        let archive = bytes.starts_with(b"PK");
        if outcome(&file) != "read" {
            refused += 1;
        } else if archive && damage != Damage::Edited && content(&file, &mutant) != *whole {
            wrong.push(format!("{turn} {name} {damage:?}: read with other content"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused > count / 4, "{refused} of {count} refused");
    println!("{count} mutants, {refused} refused");
}
