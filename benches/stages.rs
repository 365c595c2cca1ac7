//! Where the time of a run goes, and how fast texts are normalised: `cargo bench`.
//!
//! Plain wall-clock medians over many rounds, printed; nothing here asserts a duration.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise and prints"
)]

use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use labcensus::codebook::Codebook;
use labcensus::locale::{Lang, Locale};
use labcensus::model::CensusYear;
use labcensus::normalise::terms::{Arity, TermNormaliser};
use labcensus::output::Reports;
use labcensus::pipeline::{self, Places};
use labcensus::render::Files;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reports = std::env::temp_dir().join("labcensus-bench");
    let places = Places {
        surveys: root.join("surveys"),
        reports: reports.clone(),
        audience: labcensus::pipeline::Audience::Public,
    };
    let year = CensusYear::new(2020);
    let codebook = Codebook::read(&places.codebook()).unwrap();
    let locale = Locale::new(Lang::Fr);
    let result = pipeline::read_year(&places, year, &codebook, &|_, _| {}).unwrap();
    let rendered = Mutex::new(Files::new());
    let collect = |files: Files| {
        rendered.lock().unwrap().extend(files);
        Ok(())
    };
    pipeline::render_year(&places, &result, (&codebook, &locale), &collect).unwrap();
    let files = rendered.into_inner().unwrap();
    let held = Reports::open(&reports).unwrap();
    time("codebook read and checked", 50, || drop(Codebook::read(&places.codebook()).unwrap()));
    time("read, normalise, compute 2020", 50, || {
        drop(pipeline::read_year(&places, year, &codebook, &|_, _| {}).unwrap());
    });
    time("render every format", 30, || {
        pipeline::render_year(&places, &result, (&codebook, &locale), &|_| Ok(())).unwrap();
    });
    time("write, sync, swap", 30, || {
        let staging = held.begin(year).unwrap();
        staging.write(files.clone()).unwrap();
        drop(staging.publish().unwrap());
    });
    normalisation(&codebook);
    let _ = std::fs::remove_dir_all(reports);
}

/// Distinct texts of the services question, in three sizes: the codebook's own cases with numbers, spaces
/// and dots, so that a quarter of them are no longer understood and are suggested for.
fn normalisation(codebook: &Codebook) {
    let vocabulary = &codebook.vocabularies["services"];
    let normaliser = TermNormaliser::new(vocabulary, Arity::Multiple);
    let wordings: Vec<&String> = vocabulary
        .terms
        .iter()
        .flat_map(|term| term.aliases.iter().chain([&term.label.fr]))
        .collect();
    for size in [10_000, 30_000, 90_000] {
        let texts: Vec<String> = (0..size)
            .map(|number| {
                let wording = wordings[number % wordings.len()];
                match number % 4 {
                    3 => format!("{wording} x{number}"),
                    _ => format!(
                        "- {wording}{}{}",
                        " ".repeat(number / 50 % 50),
                        ".".repeat(number / 2500)
                    ),
                }
            })
            .collect();
        time(&format!("{size} distinct texts normalised"), 3, || {
            for text in &texts {
                drop(normaliser.normalise(text, &|_| None));
            }
        });
    }
}

fn time(what: &str, rounds: usize, mut work: impl FnMut()) {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "{what:<40} {:>9.1} ms (median of {rounds})",
        times[rounds / 2].as_secs_f64() * 1000.0
    );
}
