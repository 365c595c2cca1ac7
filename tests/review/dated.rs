//! A term that ends: asked in the next edition, decided there, and the earlier edition is as it was.

use super::{Census, answers, said};

const THEMES: &str = "Thématiques";

#[test]
fn a_text_may_be_decided_for_the_years_before_and_after_a_change() {
    let census = Census::new("dated");
    census.fiche(2020, "Paris", &[(THEMES, "nuage de points ?")]);
    census.fiche(2021, "Paris", &[(THEMES, "nuage de points ?")]);
    let vocabulary = "surveys/codebook/vocabularies/themes.toml";
    let text = census.read(vocabulary).replace(
        "id = \"digital\"\n",
        "id = \"digital\"\nuntil = 2020\nreplaced_by = \"technological\"\n",
    );
    std::fs::write(census.path(vocabulary), text).unwrap();

    assert!(census.run(&["review", "2020"]).status.success());
    let file = census.fill_year(2020, |_, _| answers(&["innovation numérique"]));
    let applied = census.run(&["review", "--apply", &file, "--by", "A", "--on", "2021-02-03"]);
    assert!(applied.status.success(), "{}", said(&applied));

    let written = census.run(&["review", "2021"]);
    assert!(written.status.success(), "{}", said(&written));
    let ended = census.fill_year(2021, |_, _| answers(&["innovation numérique"]));
    let refused = census.run(&["review", "--apply", &ended]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("n'est pas proposé dans cette édition"), "{}", said(&refused));
    let file = census.fill_year(2021, |_, _| answers(&["innovation technologique"]));
    let applied = census.run(&["review", "--apply", &file, "--by", "B", "--on", "2022-02-03"]);
    assert!(applied.status.success(), "{}", said(&applied));
    let ledger = census.read("surveys/codebook/decisions.csv");
    assert!(ledger.contains("digital|technological@2021,"), "{ledger}");

    for (year, term) in [("2020", "digital"), ("2021", "technological")] {
        let run = census.run(&["run", year]);
        assert!(run.status.success(), "{}", said(&run));
        let answers = census.read(&format!("reports/{year}/data/answers.csv"));
        assert!(answers.contains(&format!("{year},01,themes,1,{term},")), "{answers}");
        assert!(!answers.contains("to_review"), "{answers}");
    }
    // Applied again, both workbooks change nothing.
    assert!(census.run(&["review", "--apply", &file]).status.success());
    assert_eq!(census.read("surveys/codebook/decisions.csv"), ledger);
}
