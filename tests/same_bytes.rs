//! Same inputs, same bytes, in every format: whatever the folder, the time zone, the locale, the order of
//! the files in their folder or the day.

use crate::support::{contents, folder, labcensus, repository, said};

#[test]
fn a_run_elsewhere_gives_the_same_bytes() {
    let responses = repository().join("surveys/2020/responses");
    let mut names = labcensus::input::list(&responses).unwrap();
    let mut reports = Vec::new();
    for (place, zone, lang) in
        [("ici", "UTC", "C"), ("là-bas, à côté", "Pacific/Noumea", "fr_FR.UTF-8")]
    {
        let home = folder(place);
        let target = home.join("surveys/2020/responses");
        std::fs::create_dir_all(&target).unwrap();
        for name in &names {
            std::fs::copy(responses.join(name), target.join(name)).unwrap();
        }
        std::fs::copy(
            repository().join("surveys/2020/edition.toml"),
            home.join("surveys/2020/edition.toml"),
        )
        .unwrap();
        for _ in 0..2 {
            let output = labcensus(&home)
                .arg("run")
                .env("TZ", zone)
                .env("LANG", lang)
                .env("LC_ALL", lang)
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", said(&output));
            reports.push(contents(&home.join("reports/2020")));
        }
        names.reverse();
    }
    let first = reports.first().unwrap();
    assert!(first.len() > 30);
    for report in &reports {
        for (name, bytes) in report {
            assert!(first.get(name) == Some(bytes), "{name} differs");
        }
        assert_eq!(report.len(), first.len());
    }
}
