//! Cases that live in text files, and charts made at random from a seed.

use super::spec::{
    Bar, ChartKind, ChartSpec, Level, Period, RankedBars, Role, StackedYears, Timeline, YearColumn,
};

/// The lines of a case file that hold a case.
pub(super) fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// Replaces `\u{…}` by the character of that code.
pub(super) fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("an escape closes");
        let code = u32::from_str_radix(code, 16).expect("an escape is hexadecimal");
        whole.push(char::from_u32(code).expect("an escape is a character"));
        whole.push_str(rest);
    }
    whole
}

/// A chart of one text, wherever a text goes.
pub(super) fn chart_of(text: &str, kind: ChartKind) -> ChartSpec {
    let text = text.to_owned();
    ChartSpec {
        id: text.clone(),
        lang: "fr".to_owned(),
        title: text.clone(),
        subtitle: text.clone(),
        source: text.clone(),
        description: text,
        kind,
    }
}

/// Chance, the same at each run (xorshift).
pub(super) struct Dice(u64);

const WORDS: [&str; 24] = [
    "Accompagnement",
    "méthodologique",
    "de",
    "l’innovation",
    "à",
    "circonscription",
    "établissement",
    "(hors",
    "budgétaire)",
    "œuvre",
    "collective",
    "«\u{a0}lab\u{a0}»",
    "et",
    "30\u{202f}%",
    "lean",
    "startup",
    "pédagogique/numérique",
    "d’usages",
    "ÉCOLE",
    "interprofessionnalité",
    "en",
    "du",
    "porte-à-porte",
    "AVAToÀ",
];

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number under a limit.
    fn roll(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    /// French words, up to a number of characters.
    fn text(&mut self, longest: u32) -> String {
        let length = usize::try_from(1 + self.roll(longest)).expect("a small number");
        let mut text = String::new();
        while text.chars().count() < length {
            text.push_str(WORDS[usize::try_from(self.roll(24)).expect("a small number")]);
            if self.roll(12) > 0 {
                text.push(' ');
            }
        }
        text.chars().take(length).collect()
    }

    fn list<T>(&mut self, most: u32, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..=self.roll(most)).map(|_| make(self)).collect()
    }

    fn role(&mut self) -> Role {
        if self.roll(8) == 0 { Role::Silent } else { Role::Answer }
    }

    fn note(&mut self) -> Option<String> {
        (self.roll(4) == 0).then(|| self.text(60))
    }

    fn bar(&mut self) -> Bar {
        Bar { label: self.text(120), count: self.roll(31), note: self.note(), role: self.role() }
    }

    fn stacked(&mut self) -> StackedYears {
        let levels = self.list(6, |dice| Level { label: dice.text(120), role: dice.role() });
        let years = self.list(7, |dice| {
            let highest = if dice.roll(2) == 0 { 31 } else { 4 };
            let counts: Vec<u32> = levels.iter().map(|_| dice.roll(highest)).collect();
            YearColumn { label: dice.text(10), base: counts.iter().sum(), counts }
        });
        StackedYears { levels, years }
    }

    fn period(&mut self) -> Period {
        let planned = if self.roll(3) == 0 { self.roll(31) } else { 0 };
        Period { label: self.text(12), happened: self.roll(31), planned, note: self.note() }
    }

    /// A chart of any kind.
    pub(super) fn chart(&mut self) -> ChartSpec {
        let kind = match self.roll(3) {
            0 => ChartKind::RankedBars(RankedBars {
                bars: self.list(11, Self::bar),
                base: self.roll(31),
            }),
            1 => ChartKind::StackedYears(self.stacked()),
            _ => ChartKind::Timeline(Timeline {
                periods: self.list(11, Self::period),
                unknown: (self.roll(2) == 0).then(|| self.bar()),
            }),
        };
        let (title, subtitle, source) = (self.text(160), self.text(200), self.text(200));
        ChartSpec { title, subtitle, source, ..chart_of("figure", kind) }
    }
}
