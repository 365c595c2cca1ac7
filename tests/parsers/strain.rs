//! The parsers under strain: any text at all, very long texts, very large registers.

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use labcensus::codebook::register::Register;
use labcensus::codebook::service_register::ServiceRegister;
use labcensus::normalise::{Parsed, academy, launch, team};

/// Pieces that the grammars react to, and characters that break careless code.
const PIECES: [&str; 60] = [
    "2020",
    "20",
    "3",
    "31",
    "99999999999999999999",
    "0",
    "½",
    "²",
    "1er",
    "/",
    "-",
    ".",
    ",",
    ":",
    "(",
    ")",
    "%",
    "+",
    "'",
    "’",
    "\n",
    "\t",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "🧪",
    "\u{202e}",
    "漢字",
    "٣",
    "mars",
    "fin",
    "mi",
    "rentrée",
    "été",
    "hiver",
    "trimestre",
    "T",
    "de",
    "et",
    "à",
    "entre",
    "personnes",
    "ETP",
    "DANE",
    "dont",
    "une",
    "dizaine",
    "mi-temps",
    "aucun",
    "bis",
    "ac-",
    "Lyon",
    "Nantes",
    "académie",
    "Saint-Denis",
    "Grand Est",
];

/// A small generator of repeatable numbers (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn text(&mut self, pieces: usize) -> String {
        let mut text = String::new();
        for _ in 0..pieces {
            match self.below(5) {
                0 => text.extend(char::from_u32(
                    u32::try_from(self.below(0x11_0000)).unwrap_or_default(),
                )),
                1 => text.push(' '),
                _ => text.push_str(PIECES[self.below(PIECES.len())]),
            }
        }
        text
    }
}

struct Parsers {
    register: Register,
    services: ServiceRegister,
    day: NaiveDate,
}

impl Parsers {
    fn new() -> Self {
        Self {
            register: Register::parse(include_str!("../../surveys/codebook/academies.csv"))
                .unwrap(),
            services: ServiceRegister::parse(include_str!("../../surveys/codebook/services.csv"))
                .unwrap(),
            day: NaiveDate::from_ymd_opt(2020, 12, 15).unwrap(),
        }
    }

    fn parse(&self, text: &str) {
        let _ = launch::parse(text, self.day);
        let _ = team::parse(text, &self.services);
        let _ = academy::parse(text, &self.register, self.day);
        let _ = academy::find_in_file_name(text, &self.register, self.day);
    }
}

#[test]
fn no_text_breaks_a_parser() {
    let parsers = Parsers::new();
    let mut dice = Dice(2020);
    for _ in 0..6_000 {
        let pieces = 1 + dice.below(14);
        let text = dice.text(pieces);
        parsers.parse(&text);
    }
}

#[test]
fn a_text_ten_times_longer_takes_about_ten_times_longer() {
    let parsers = Parsers::new();
    let time = |text: &str| -> Duration {
        let start = Instant::now();
        parsers.parse(text);
        start.elapsed()
    };
    let mut dice = Dice(7);
    let mixed = dice.text(300);
    let units = PIECES.iter().map(|piece| (*piece).to_owned()).chain([
        mixed,
        "1 agent : ".to_owned(),
        "les référents, 1 ".to_owned(),
        "mars et ".to_owned(),
        "fin de ".to_owned(),
        "1 - ".to_owned(),
        "((".to_owned(),
        "DANE (2) ".to_owned(),
        "une une ".to_owned(),
        "reims-la-".to_owned(),
    ]);
    for unit in units {
        let unit = format!("{unit} ");
        let (short, long) =
            (unit.repeat(1_000 / unit.len() + 1), unit.repeat(10_000 / unit.len() + 1));
        let base = time(&short).max(time(&short)).max(Duration::from_millis(4));
        let taken = time(&long);
        assert!(taken < base * 40, "« {unit} »: {base:?} then {taken:?}");
    }
}

#[test]
fn a_register_of_forty_thousand_schools_is_read_and_searched_at_once() {
    use std::fmt::Write;
    let mut csv = String::from(
        "code,name,short_name,region,valid_from,valid_to,merged_into,seat,lat,lon,departements,aliases,kind,region_insee\n",
    );
    for number in 0..40_000 {
        let _ = writeln!(
            csv,
            "{number:07}A,Collège Jean Moulin,École {number},Bretagne,,,,Rennes,,,35,ec-{number},collège,53"
        );
    }
    let start = Instant::now();
    let register = Register::parse(&csv).unwrap();
    let day = NaiveDate::from_ymd_opt(2020, 12, 15).unwrap();
    assert_eq!(register.members(day).count(), 40_000);
    for (text, expected) in [
        ("0000123A", Some("0000123A")),
        ("École 39999", Some("0039999A")),
        ("Collège Jean Moulin", None),
    ] {
        let found = match academy::parse(text, &register, day) {
            Parsed::Value { value, .. } => Some(value.to_string()),
            _ => None,
        };
        assert_eq!(found.as_deref(), expected, "{text}");
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
