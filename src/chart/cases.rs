//! Cases that live in text files, and charts made at random from a seed.

use super::scene::snap;
use super::spec::{
    AreaMap, Bar, ChartKind, ChartSpec, Diagonal, Level, Link, MapArea, Matrix, MatrixRow,
    MatrixTotals, Panel, PanelYear, Period, RankedBars, Ring, Role, SmallMultiples, Square,
    SquareRow, Squares, StackedYears, Tile, TileMap, Timeline, YearColumn,
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

/// A matrix of one text.
pub(super) fn matrix_of(text: &str) -> ChartKind {
    let text = || text.to_owned();
    let row = MatrixRow { label: text(), counts: vec![Some(1), None], total: Some(1) };
    ChartKind::Matrix(Matrix {
        corner: text(),
        columns: vec![text(); 2],
        rows: vec![row; 2],
        totals: Some(MatrixTotals {
            column: text(),
            row: text(),
            counts: vec![2, 0],
            all: Some(2),
        }),
        diagonal: Diagonal::Framed,
        note: Some(text()),
    })
}

/// Small multiples of one text.
pub(super) fn multiples_of(text: &str) -> ChartKind {
    let text = || text.to_owned();
    let year = PanelYear { label: text(), base: 3, note: text() };
    let counts = vec![Some(1), None, Some(3)];
    let panel = Panel { label: text(), counts, links: vec![Link::Same, Link::Cut, Link::Partly] };
    ChartKind::SmallMultiples(SmallMultiples {
        years: vec![year; 3],
        panels: vec![panel; 2],
        missing: text(),
        absent: text(),
        cut: text(),
        partly: text(),
    })
}

/// The three charts of bodies, of one text.
pub(super) fn maps_of(text: &str, levels: &[Level]) -> [ChartKind; 3] {
    let text = || text.to_owned();
    let squares = vec![Square::Level(0), Square::Absent, Square::Level(1)];
    let tile = |row, level| Tile { label: text(), column: row, row, level };
    let area = |place, level| MapArea { label: text(), level, polygons: vec![vec![place]] };
    let ring = |x: i32, y: i32| {
        vec![(x, y), (x + 900_000, y), (x + 900_000, y + 900_000), (x, y + 900_000), (x, y)]
    };
    let levels = levels.to_vec();
    [
        ChartKind::Squares(Squares {
            years: vec![text(); 3],
            levels: levels.clone(),
            rows: vec![SquareRow { label: text(), squares }; 2],
        }),
        ChartKind::TileMap(TileMap { levels: levels.clone(), tiles: vec![tile(0, 0), tile(1, 1)] }),
        ChartKind::AreaMap(AreaMap {
            levels,
            areas: vec![
                area(ring(2_000_000, 47_000_000), Some(0)),
                area(ring(4_000_000, 45_000_000), Some(1)),
                area(ring(55_000_000, -21_000_000), None),
            ],
            note: text(),
        }),
    ]
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
        let levels = self.list(6, Self::level);
        let years = self.list(7, |dice| {
            let highest = if dice.roll(2) == 0 { 31 } else { 4 };
            let counts: Vec<u32> = levels.iter().map(|_| dice.roll(highest)).collect();
            YearColumn { label: dice.text(10), base: counts.iter().sum(), counts }
        });
        StackedYears { levels, years }
    }

    fn level(&mut self) -> Level {
        let sign = if self.roll(2) == 0 { self.text(3) } else { String::new() };
        Level { label: self.text(120), role: self.role(), sign }
    }

    fn matrix(&mut self) -> Matrix {
        let columns = self.list(9, |dice| dice.text(40));
        let rows = self.list(9, |dice| MatrixRow {
            label: dice.text(120),
            counts: columns.iter().map(|_| (dice.roll(9) > 0).then(|| dice.roll(31))).collect(),
            total: (dice.roll(4) > 0).then(|| dice.roll(99)),
        });
        let totals = (self.roll(2) == 0).then(|| MatrixTotals {
            column: self.text(12),
            row: self.text(60),
            counts: columns.iter().map(|_| self.roll(99)).collect(),
            all: Some(self.roll(99)),
        });
        let diagonal = if self.roll(2) == 0 { Diagonal::Framed } else { Diagonal::Plain };
        Matrix { corner: self.text(30), columns, rows, totals, diagonal, note: self.note() }
    }

    fn multiples(&mut self) -> SmallMultiples {
        let years = self.list(7, |dice| PanelYear {
            label: dice.text(4),
            base: dice.roll(31),
            note: dice.text(6),
        });
        let panels = self.list(11, |dice| Panel {
            label: dice.text(120),
            counts: years.iter().map(|_| (dice.roll(5) > 0).then(|| dice.roll(31))).collect(),
            links: years
                .iter()
                .map(|_| [Link::Same, Link::Partly, Link::Cut][dice.roll(3) as usize])
                .collect(),
        });
        SmallMultiples {
            years,
            panels,
            missing: "–".to_owned(),
            absent: "– : réponse non demandée cette année-là.".to_owned(),
            cut: self.note().unwrap_or_default(),
            partly: self.note().unwrap_or_default(),
        }
    }

    fn squares(&mut self) -> Squares {
        let years = self.list(5, |dice| dice.text(4));
        let levels = self.list(5, Self::level);
        let most = u32::try_from(levels.len()).expect("few levels");
        let rows = self.list(35, |dice| SquareRow {
            label: dice.text(25),
            squares: years
                .iter()
                .map(|_| match dice.roll(6) {
                    0 => Square::Absent,
                    _ => Square::Level(dice.roll(most) as usize),
                })
                .collect(),
        });
        Squares { years, levels, rows }
    }

    fn tiles(&mut self) -> TileMap {
        let levels = self.list(5, Self::level);
        let most = u32::try_from(levels.len()).expect("few levels");
        let mut tiles = self.list(40, |dice| Tile {
            label: dice.text(22),
            column: dice.roll(9),
            row: dice.roll(6),
            level: dice.roll(most) as usize,
        });
        tiles.sort_by_key(|tile| (tile.row, tile.column));
        tiles.dedup_by_key(|tile| (tile.row, tile.column));
        TileMap { levels, tiles }
    }

    fn area_map(&mut self) -> AreaMap {
        let levels = self.list(5, Self::level);
        let most = u32::try_from(levels.len()).expect("few levels");
        let areas = self.list(25, |dice| {
            let overseas = dice.roll(6) == 0;
            let (x, y) = if overseas {
                (55, -21)
            } else {
                (dice.roll(14).cast_signed() - 5, 42 + dice.roll(9).cast_signed())
            };
            let radius = (50_000 + dice.roll(1_000_000)).cast_signed();
            MapArea {
                label: dice.text(20),
                level: (dice.roll(7) > 0).then(|| dice.roll(most) as usize),
                polygons: vec![vec![dice.ring((x * 1_000_000, y * 1_000_000), radius)]],
            }
        });
        AreaMap { levels, areas, note: self.note().unwrap_or_default() }
    }

    /// A star-shaped ring round a place.
    fn ring(&mut self, (x, y): (i32, i32), radius: i32) -> Ring {
        let corners = 5 + self.roll(20);
        (0..corners)
            .map(|corner| {
                let angle = std::f64::consts::TAU * f64::from(corner) / f64::from(corners);
                let reach = f64::from(radius) * (0.5 + f64::from(self.roll(50)) / 100.0);
                (x + snap(reach * angle.cos()), y + snap(reach * angle.sin()))
            })
            .collect()
    }

    fn period(&mut self) -> Period {
        let planned = if self.roll(3) == 0 { self.roll(31) } else { 0 };
        Period { label: self.text(12), happened: self.roll(31), planned, note: self.note() }
    }

    /// A chart of any kind.
    pub(super) fn chart(&mut self) -> ChartSpec {
        let kind = match self.roll(8) {
            0 => ChartKind::RankedBars(RankedBars {
                bars: self.list(11, Self::bar),
                base: self.roll(31),
            }),
            1 => ChartKind::StackedYears(self.stacked()),
            2 => ChartKind::Matrix(self.matrix()),
            3 => ChartKind::SmallMultiples(self.multiples()),
            4 => ChartKind::Squares(self.squares()),
            5 => ChartKind::TileMap(self.tiles()),
            6 => ChartKind::AreaMap(self.area_map()),
            _ => ChartKind::Timeline(Timeline {
                periods: self.list(11, Self::period),
                unknown: (self.roll(2) == 0).then(|| self.bar()),
            }),
        };
        let (title, subtitle, source) = (self.text(160), self.text(200), self.text(200));
        ChartSpec { title, subtitle, source, ..chart_of("figure", kind) }
    }
}
