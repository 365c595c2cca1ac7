//! A table of 100,000 bodies by 40 columns: ours end to end, beside calamine's bare streaming read.
//!
//! `benches/large.sh` runs each part in a process of its own and prints time and peak memory. Parts:
//! `generate FOLDER [ROWS [TIMES]]` writes `large.xlsx`, its `large.csv` and a codebook whose register holds that
//! many bodies (TIMES makes the repeated texts longer); `bare FILE` is the library alone; `ours SURVEYS YEAR` goes
//! through the guard, the layout, the normalisation and the figures. `years FOLDER YEARS BODIES` writes so many
//! editions of so many bodies, each a CSV of eleven questions; `series SURVEYS` reads them all and computes the last
//! one with every trend.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench stops at the first surprise, prints, and writes its own files"
)]

use std::fmt::Write as _;
use std::fs;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::Path;
use std::time::Instant;

use calamine::{DataRef, Reader, Xlsx};
use labcensus::codebook::Codebook;
use labcensus::model::CensusYear;
use labcensus::pipeline::{self, Audience, Editions, Places};
use rust_xlsxwriter::Workbook;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let arg = |at: usize| args.get(at).map(String::as_str);
    let number = |at: usize, usual: usize| arg(at).map_or(usual, |text| text.parse().unwrap());
    match (arg(0), arg(1)) {
        (Some("generate"), Some(folder)) => {
            generate(Path::new(folder), number(2, 100_000), number(3, 1));
        }
        (Some("bare"), Some(file)) => bare(Path::new(file)),
        (Some("ours"), Some(surveys)) => ours(Path::new(surveys), number(2, 2024)),
        (Some("years"), Some(folder)) => years(Path::new(folder), number(2, 10), number(3, 60_000)),
        (Some("series"), Some(surveys)) => series(Path::new(surveys)),
        _ => println!(
            "large: generate FOLDER [ROWS [TIMES]] | bare FILE | ours SURVEYS [YEAR] | years FOLDER [YEARS [BODIES]] | series SURVEYS"
        ),
    }
}

/// The library alone: every cell passed over.
fn bare(file: &Path) {
    let start = Instant::now();
    let file = BufReader::new(fs::File::open(file).unwrap());
    let mut workbook: Xlsx<_> = Xlsx::new(file).unwrap();
    let name = workbook.sheet_names().first().unwrap().clone();
    let mut reader = workbook.worksheet_cells_reader(&name).unwrap();
    let mut cells = 0_usize;
    while let Some(cell) = reader.next_cell().unwrap() {
        cells += usize::from(!matches!(cell.get_value(), DataRef::Empty));
    }
    println!("{cells} cells, {:.3} s", start.elapsed().as_secs_f64());
}

/// Ours, from the codebook to the figures.
fn ours(surveys: &Path, year: usize) {
    let start = Instant::now();
    let places = places(surveys);
    let year = CensusYear::new(u16::try_from(year).unwrap());
    let ahead = pipeline::read_ahead(&places, &[year]);
    let codebook = Codebook::read(&places.codebook()).unwrap();
    let read = start.elapsed().as_secs_f64();
    let known = (&codebook, &ahead);
    let mut editions = Editions::read_begun(&places, &[year], known, &|_, _| {}).unwrap();
    let result = pipeline::compute_year(editions.series(year).unwrap(), &codebook).unwrap();
    let received = result.registry.get("response", "received").unwrap().count();
    println!(
        "{received} bodies answered, {} figures, {} remarks; codebook {read:.3} s, then {:.3} s",
        result.registry.figures().count(),
        result.diagnostics.len(),
        start.elapsed().as_secs_f64() - read
    );
}

/// Ours, all the years of a census: read, normalised, and the figures of the last with every trend.
fn series(surveys: &Path) {
    let start = Instant::now();
    let places = places(surveys);
    let codebook = Codebook::read(&places.codebook()).unwrap();
    let years = places.years().unwrap();
    let last = *years.last().unwrap();
    let mut editions = Editions::read(&places, &[last], &codebook, &|_, _| {}).unwrap();
    let series = editions.series(last).unwrap();
    let labs: usize = series.iter().map(|edition| edition.respondents().count()).sum();
    let read = start.elapsed().as_secs_f64();
    let result = pipeline::compute_year(series, &codebook).unwrap();
    println!(
        "{} years, {labs} answers, {} figures; read {read:.3} s, figures {:.3} s",
        years.len(),
        result.registry.figures().count(),
        start.elapsed().as_secs_f64() - read
    );
}

fn places(surveys: &Path) -> Places {
    let (surveys, reports) = (surveys.to_path_buf(), surveys.join("reports"));
    Places { surveys, reports, audience: Audience::Public }
}

/// Writes editions of a census, each body answering a little otherwise every year; the same bytes each time.
fn years(folder: &Path, years: usize, bodies: usize) {
    copy_codebook(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/codebook"),
        &folder.join("codebook"),
        bodies,
    );
    for year in 0..years {
        let responses = folder.join(format!("{}/responses", 2024 + 1 - years + year));
        fs::create_dir_all(&responses).unwrap();
        let mut csv = BufWriter::new(fs::File::create(responses.join("réponses.csv")).unwrap());
        writeln!(csv, "{}", titles()[..ASKED.len()].join(";")).unwrap();
        // One body in ten is silent, each year another.
        for row in (0..bodies).filter(|row| (row + year) % 10 != 0) {
            let cells = (0..ASKED.len()).map(|column| {
                let shown = if column < 2 { row } else { row + year * (column % 3) };
                format!("\"{}\"", cell(shown, column, 1))
            });
            writeln!(csv, "{}", cells.collect::<Vec<_>>().join(";")).unwrap();
        }
        csv.flush().unwrap();
    }
}

const COLUMNS: usize = 40;

/// Writes the table and its codebook; the same bytes each time.
fn generate(folder: &Path, rows: usize, times: usize) {
    let responses = folder.join("2024/responses");
    fs::create_dir_all(&responses).unwrap();
    fs::create_dir_all(folder.join("csv/2024/responses")).unwrap();
    let codebook = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/codebook");
    for place in [folder.join("codebook"), folder.join("csv/codebook")] {
        copy_codebook(&codebook, &place, rows);
    }
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let csv = folder.join("csv/2024/responses/large.csv");
    let mut csv = BufWriter::new(fs::File::create(csv).unwrap());
    for (column, title) in (0_u16..).zip(titles()) {
        sheet.write_string(0, column, &title).unwrap();
    }
    writeln!(csv, "{}", titles().join(";")).unwrap();
    let mut line = String::new();
    for row in 0..rows {
        line.clear();
        for column in 0..COLUMNS {
            let text = cell(row, column, times);
            let place = (u32::try_from(row + 1).unwrap(), u16::try_from(column).unwrap());
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(place.0, place.1, number).unwrap(),
                Err(_) => sheet.write_string(place.0, place.1, &text).unwrap(),
            };
            if column > 0 {
                line.push(';');
            }
            if text.contains(';') { write!(line, "\"{text}\"").unwrap() } else { line += &text }
        }
        writeln!(csv, "{line}").unwrap();
    }
    csv.flush().unwrap();
    workbook.save(responses.join("large.xlsx")).unwrap();
}

/// The bundled codebook, with a register of its own.
fn copy_codebook(from: &Path, to: &Path, rows: usize) {
    fs::create_dir_all(to.join("vocabularies")).unwrap();
    for name in ["census.toml", "cases.csv", "decisions.csv", "services.csv"] {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
    for name in ["maturity.toml", "themes.toml", "services.toml"] {
        fs::copy(from.join("vocabularies").join(name), to.join("vocabularies").join(name)).unwrap();
    }
    let mut register = BufWriter::new(fs::File::create(to.join("academies.csv")).unwrap());
    writeln!(register, "code,name,short_name,region,valid_from,valid_to,merged_into,seat,lat,lon,departements,aliases,kind,region_insee").unwrap();
    for row in 0..rows {
        let (code, region) = (code(row), row % 18);
        writeln!(register, "{code},Établissement {code},Étab. {code},Région {region},,,,Ville {},,,,,établissement,{region}", row % 1000).unwrap();
    }
    register.flush().unwrap();
}

fn code(row: usize) -> String {
    format!("E{row:06}X")
}

const ASKED: [&str; 11] = [
    "academy",
    "lab",
    "maturity",
    "launch",
    "team",
    "themes",
    "services",
    "highlight",
    "achievements",
    "goals",
    "information",
];

fn titles() -> Vec<String> {
    let own = (ASKED.len()..COLUMNS).map(|column| format!("Indicateur local {column}"));
    ASKED.into_iter().map(str::to_owned).chain(own).collect()
}

const MATURITY: [&str; 3] = ["En cours de réalisation", "En préfiguration", "Actif, fonctionnel"];
const THEMES: [&str; 6] = [
    "innovation pédagogique",
    "innovation technologique",
    "innovation d'usages",
    "innovation numérique",
    "innovation organisationnelle",
    "innovation sociale",
];
const SERVICES: [&str; 5] = [
    "accompagnement méthodologique des équipes dans leur projet",
    "aide à la recherche de financements",
    "incubation de services numériques",
    "animation de communauté",
    "acculturation",
];
const WORDS: [&str; 12] = [
    "atelier",
    "rencontre",
    "prototype",
    "tiers-lieu",
    "usage",
    "projet",
    "équipe",
    "école",
    "collège",
    "lycée",
    "réseau",
    "service",
];

/// What a body writes: a few hundred texts that come back, and a name of its own.
fn cell(row: usize, column: usize, times: usize) -> String {
    let turn = row.wrapping_mul(2_654_435_761) >> 7;
    let some = |list: &[&str]| -> String {
        let mask = turn / 11 % (1 << list.len());
        let chosen = (0..list.len()).filter(|at| mask >> at & 1 == 1 || *at == row % list.len());
        chosen.map(|at| list[at]).collect::<Vec<_>>().join(";")
    };
    let sentence = |kind: usize| -> String {
        let word = |at: usize| WORDS[(turn % 300 + at * (kind + 5)) % WORDS.len()];
        let words: Vec<&str> = (0..14).map(word).collect();
        format!("{} {}", words.join(" "), turn % 300).repeat(times)
    };
    match column {
        0 => code(row),
        1 => format!("Lab {row}"),
        2 => MATURITY[turn % 3].to_owned(),
        3 => format!("{:02}/{}", turn % 12 + 1, 2015 + turn / 12 % 9),
        4 => format!("{} personnes", turn % 40 + 1),
        5 => some(&THEMES),
        6 => some(&SERVICES),
        7..=10 => sentence(column),
        _ if column.is_multiple_of(3) => (turn / column % 1000).to_string(),
        _ if column % 3 == 1 => format!("{} {}", WORDS[turn / column % 12], turn % 50),
        _ => ["oui", "non", "en projet"][turn / column % 3].to_owned(),
    }
}
