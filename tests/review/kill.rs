//! Killed at any point, `review --apply` leaves the ledger as it was or as it should be.

use std::time::{Duration, Instant};

use super::{Census, answers};

#[test]
fn a_killed_apply_leaves_the_ledger_old_or_new() {
    let census = Census::new("kill");
    census.fiche(2020, "Paris", &[("État d'avancement", "En pause"), ("Thématiques", "toutes")]);
    assert!(census.run(&["review", "2020"]).status.success());
    let file = census.fill(|question, _| {
        answers(if question == "maturity" { &["En pause"] } else { &["innovation sociale"] })
    });
    let ledger = "surveys/codebook/decisions.csv";
    let apply = ["review", "--apply", file.as_str(), "--on", "2021-01-01"];
    let old = census.read(ledger);
    let start = Instant::now();
    assert!(census.run(&apply).status.success());
    let whole = start.elapsed();
    let new = census.read(ledger);
    assert_ne!(old, new);
    let points = 40_u32;
    let mut ends = (0, 0);
    for point in 0..points {
        std::fs::write(census.path(ledger), &old).unwrap();
        let mut child = census
            .command(&apply)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(whole * point / points + Duration::from_micros(u64::from(point) * 37));
        let _ = child.kill();
        let _ = child.wait();
        let found = census.read(ledger);
        assert!(found == old || found == new, "half a ledger at point {point}: {found}");
        if found == old { ends.0 += 1 } else { ends.1 += 1 }
    }
    println!("killed at {points} points over {whole:?}: {} old, {} new", ends.0, ends.1);
    assert!(census.run(&apply).status.success());
    assert_eq!(census.read(ledger), new);
}
