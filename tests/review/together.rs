//! Two people who apply their workbooks at the same moment: neither loses what the other decided.

use std::path::PathBuf;

use labcensus::error::Error;
use labcensus::output;

use super::{Census, answers, said};

#[test]
fn workbooks_applied_at_once_are_both_kept_or_one_is_told_to_wait() {
    let census = Census::new("together");
    census.fiche(
        2020,
        "Paris",
        &[("État d'avancement", "En pause"), ("Thématiques", "toutes ; pas de numérique")],
    );
    assert!(census.run(&["review", "2020"]).status.success());
    let of = |question: &'static str, answer: &'static str, name: &str| {
        let file = census.fill(|asked, _| {
            answers(if asked == question { std::slice::from_ref(&answer) } else { &[] })
        });
        let own = census.path(name);
        std::fs::rename(file, &own).unwrap();
        own.display().to_string()
    };
    let files = [of("maturity", "En pause", "un.xlsx"), of("themes", "AUCUN", "deux.xlsx")];
    for _ in 0..3 {
        let mut waiting: Vec<&String> = files.iter().collect();
        std::fs::remove_file(census.path("surveys/codebook/decisions.csv")).unwrap();
        while !waiting.is_empty() {
            let running: Vec<_> = waiting
                .iter()
                .map(|file| {
                    census
                        .command(&["review", "--apply", file])
                        .stderr(std::process::Stdio::piped())
                        .stdout(std::process::Stdio::piped())
                        .spawn()
                        .unwrap()
                })
                .collect();
            let mut again = Vec::new();
            for (file, child) in waiting.iter().zip(running) {
                let output = child.wait_with_output().unwrap();
                if !output.status.success() {
                    assert!(said(&output).contains("une autre exécution"), "{}", said(&output));
                    again.push(*file);
                }
            }
            waiting = again;
        }
        let ledger = census.read("surveys/codebook/decisions.csv");
        assert!(ledger.contains("maturity,en pause,") && ledger.contains(",NONE,"), "{ledger}");
    }
}

#[test]
fn a_file_that_changed_meanwhile_is_not_written_over() {
    let folder: PathBuf =
        std::env::temp_dir().join(format!("labcensus-cas-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let (one, two) = (folder.join("un.csv"), folder.join("deux.csv"));
    let write = |first: Option<&str>, second: Option<&str>| {
        output::replace_unchanged(&[
            (one.clone(), first.map(str::to_owned), b"neuf".to_vec()),
            (two.clone(), second.map(str::to_owned), b"neuf".to_vec()),
        ])
    };
    write(None, None).unwrap();
    assert!(
        matches!(write(Some("neuf"), Some("vieux")), Err(Error::Changed { path }) if path == two)
    );
    assert!(matches!(write(None, Some("neuf")), Err(Error::Changed { .. })));
    assert_eq!(std::fs::read_to_string(&one).unwrap(), "neuf");
    write(Some("neuf"), Some("neuf")).unwrap();
    std::fs::remove_dir_all(folder).unwrap();
}
