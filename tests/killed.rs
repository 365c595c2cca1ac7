//! A run that is killed leaves the previous report intact, or a whole new one.
//!
//! `LABCENSUS_KILLS` says how many runs are killed, at moments spread over a whole run (30 by default;
//! `.ci/run` asks for 120). `tests/kill_at_each_call.sh` kills at each system call that touches the disk.

use std::time::{Duration, Instant};

use crate::support::{Census, Fiche, contents, folder, labcensus, run};

fn census(name: &str, academy: &str) -> Census {
    Census::new(name).fiche("fiche.xlsx", &Fiche::of(academy).active())
}

#[test]
fn a_killed_run_leaves_a_whole_report() {
    let kills: u32 =
        std::env::var("LABCENSUS_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(30);
    let (first, second) = (census("killed-a", "NICE"), census("killed-b", "LYON"));
    let reports = folder("killed-reports");
    let start = Instant::now();
    let sets: Vec<_> = [&first, &second]
        .map(|census| {
            // Away from the surveys, as below: a workbook beside them has links to the responses.
            let reports = folder("killed-set");
            let target = reports.display().to_string();
            assert!(run(census.home(), &["run", "--reports", &target]).status.success());
            contents(&reports.join("2020"))
        })
        .into();
    let whole_run = start.elapsed() / 2;
    assert_ne!(sets[0], sets[1]);
    let target = reports.display().to_string();
    assert!(run(first.home(), &["run", "--reports", &target]).status.success());
    let (mut old, mut new) = (0, 0);
    for kill in 0..kills {
        let (census, previous) =
            if kill % 2 == 0 { (&second, &sets[0]) } else { (&first, &sets[1]) };
        assert_eq!(&contents(&reports.join("2020")), previous, "before kill {kill}");
        let mut child =
            labcensus(census.home()).args(["run", "--reports", &target]).spawn().unwrap();
        std::thread::sleep(
            whole_run.mul_f64(f64::from(kill) / f64::from(kills)) + Duration::from_millis(1),
        );
        let _ = child.kill();
        child.wait().unwrap();
        let left = contents(&reports.join("2020"));
        assert!(sets.contains(&left), "kill {kill} left {:?}", left.keys().collect::<Vec<_>>());
        if &left == previous {
            old += 1;
        } else {
            new += 1;
        }
        // The next run finishes the work and leaves nothing else behind.
        assert!(run(census.home(), &["run", "--reports", &target]).status.success());
        let beside = labcensus::input::list(&reports).unwrap();
        assert_eq!(beside, [".labcensus.lock", "2020"], "kill {kill}");
    }
    println!("{kills} runs killed: {old} left the previous report, {new} a whole new one");
    assert_eq!(old + new, kills);
}

#[test]
fn a_run_that_fails_leaves_the_report_as_it_was() {
    let census = census("fails", "NICE");
    assert_eq!(census.run().0, 0);
    let before = contents(&census.report(""));
    let census =
        census.survey_file("2020/edition.toml", "year = 2020\nclosing_date = 2020-99-99\n");
    assert_eq!(census.run().0, 2);
    assert_eq!(contents(&census.report("")), before);
}

#[test]
fn what_others_put_beside_the_report_stays() {
    let census = census("beside", "NICE");
    assert_eq!(census.run().0, 0);
    std::fs::write(census.report("notes de réunion.txt"), "à garder").unwrap();
    std::fs::write(census.report("fiches/99-ancienne.md"), "à garder aussi").unwrap();
    assert_eq!(census.run().0, 0);
    assert_eq!(std::fs::read_to_string(census.report("notes de réunion.txt")).unwrap(), "à garder");
    assert!(census.report("fiches/99-ancienne.md").exists());
}

/// A report that stepped aside for a successor that never came is put back at the next start.
#[test]
fn a_report_that_stepped_aside_comes_back() {
    let census = census("aside", "NICE");
    assert_eq!(census.run().0, 0);
    let before = contents(&census.report(""));
    let reports = census.home().join("reports");
    std::fs::rename(reports.join("2020"), reports.join(".labcensus-old-2020")).unwrap();
    std::fs::create_dir(reports.join(".labcensus-new-2020")).unwrap();
    drop(labcensus::output::Reports::open(&reports).unwrap());
    assert_eq!(contents(&census.report("")), before);
    assert!(!reports.join(".labcensus-new-2020").exists());
}

#[test]
fn a_second_run_waits_its_turn() {
    let census = census("busy", "NICE");
    let held = labcensus::output::Reports::open(&census.home().join("reports")).unwrap();
    let (code, said) = census.run();
    assert_eq!(code, 2);
    assert!(said.contains("une autre exécution"), "{said}");
    drop(held);
    assert_eq!(census.run().0, 0);
}
