//! Forty texts that nobody understood, decided once and never asked again.

use super::{Census, Filled, answers, said};

const MATURITY: &str = "État d'avancement";
const LAUNCH: &str = "Date de lancement du lab";
const TEAM: &str = "Membres de l'équipe";
const THEMES: &str = "Thématiques";

type Choose = fn(&str, &str) -> Filled;

const UNDECIDED: [(&str, [&str; 4]); 10] = [
    ("Paris", ["En pause", "bientôt", "des gens", "pas de numérique"]),
    ("Lyon", ["Suspendu", "avril", "plusieurs", "numérique ?"]),
    ("Dijon", ["on verra", "lancé", "une équipe", "tout sauf sociale"]),
    ("Lille", ["Projet abandonné", "31/02/2020", "au moins 3", "ni sociale ni numérique"]),
    ("Nice", ["pas encore", "avant 2019", "entre nous", "toutes"]),
    ("Reims", ["Fermé", "peut-être en 2021", "collègues", "organisation de l'innovation"]),
    ("Rennes", ["En préfiguration ?", "2019 ou 2020", "3 + 2 = 6", "numérique abandonné"]),
    ("Amiens", ["démarre", "après l'été", "du monde", "☐ numérique ☑ sociale"]),
    ("Poitiers", ["fonctionne bien", "un jour de mars", "5 ?", "sociétale et sociale"]),
    ("Limoges", ["Actif / en préfiguration", "un de ces jours", "des élus", "pas de sociale"]),
];

fn census(name: &str, years: &[u16]) -> Census {
    let census = Census::new(name);
    for year in years {
        for (academy, [maturity, launch, team, themes]) in UNDECIDED {
            let rows = [(MATURITY, maturity), (LAUNCH, launch), (TEAM, team), (THEMES, themes)];
            census.fiche(*year, academy, &rows);
        }
    }
    census
}

fn choose(question: &str, key: &str) -> Filled {
    match (question, key) {
        ("maturity", "en pause" | "suspendu") => answers(&["En pause"]),
        ("maturity", _) => answers(&["aucun"]),
        ("launch", "31 02 2020") => answers(&["AUCUN"]),
        ("launch", _) => answers(&["septembre 2021"]),
        ("team", _) => answers(&["3 personnes"]),
        _ => answers(&["innovation sociale", "Innovation d’usages"]),
    }
}

#[test]
fn forty_texts_are_decided_once_and_a_second_year_asks_nothing() {
    let census = census("loop", &[2020, 2021]);
    let written = census.run(&["review", "2020"]);
    assert!(said(&written).contains("40"), "{}", said(&written));
    let file = census.fill(choose);
    let applied =
        census.run(&["review", "--apply", &file, "--by", "Camille", "--on", "2021-02-03"]);
    assert!(applied.status.success(), "{}", said(&applied));
    assert!(said(&applied).contains("40 avant, 0 après"), "{}", said(&applied));
    let ledger = census.read("surveys/codebook/decisions.csv");
    assert_eq!(ledger.lines().count(), 41);
    assert!(
        ledger.contains("maturity,en pause,En pause,paused,Camille,2021-02-03,2,\n"),
        "{ledger}"
    );
    assert!(ledger.contains("themes,numerique#q,numérique ?,usage|social,"), "{ledger}");
    for year in ["2020", "2021"] {
        let run = census.run(&["run", year]);
        assert!(run.status.success(), "{}", said(&run));
        let answers = census.read(&format!("reports/{year}/data/answers.csv"));
        assert!(!answers.contains("to_review") && answers.contains(",decided,decision,"));
        assert!(
            !census.read(&format!("reports/{year}/data/diagnostics.csv")).contains("to-review")
        );
    }
    // Applied again, the same workbook changes nothing; written again, it asks nothing.
    assert!(census.run(&["review", "--apply", &file]).status.success());
    assert_eq!(census.read("surveys/codebook/decisions.csv"), ledger);
    assert!(said(&census.run(&["review", "2021"])).contains("Rien à valider"));
}

#[test]
fn a_workbook_with_answers_is_not_written_over() {
    let census = census("unapplied", &[2020]);
    assert!(census.run(&["review", "2020"]).status.success());
    assert!(census.run(&["review", "2020"]).status.success(), "an empty one may be");
    let file = census.fill(choose);
    std::fs::copy(&file, census.path("reports/2020/a-valider.xlsx")).unwrap();
    let refused = census.run(&["review", "2020"]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
}

#[test]
fn what_cannot_be_kept_is_named_by_its_cell_and_nothing_is_kept() {
    let census = census("refused", &[2020]);
    assert!(census.run(&["review", "2020"]).status.success());
    let before = census.read("surveys/codebook/decisions.csv");
    let wrong: [(Choose, &str); 6] = [
        (
            |_, key| {
                if key == "toutes" {
                    answers(&["AUCUN", "innovation sociale"])
                } else {
                    Filled::default()
                }
            },
            "AUCUN et une réponse",
        ),
        (
            |_, key| {
                if key == "en pause" { answers(&["En pause", "Fermé"]) } else { Filled::default() }
            },
            "plusieurs réponses",
        ),
        (
            |_, key| if key == "en pause" { answers(&["En pose"]) } else { Filled::default() },
            "n'est pas une réponse de la liste",
        ),
        (
            |_, key| if key == "bientot" { answers(&["un jour"]) } else { Filled::default() },
            "n'est pas compris",
        ),
        (
            |_, key| {
                if key == "toutes" {
                    Filled { answers: vec!["AUCUN"], alias: "oui" }
                } else {
                    Filled::default()
                }
            },
            "une seule réponse",
        ),
        (
            |_, key| {
                if key == "en pause" {
                    Filled { answers: vec!["En pause"], alias: "oui" }
                } else {
                    Filled::default()
                }
            },
            "ne serait pas compris",
        ),
    ];
    for (choose, message) in wrong {
        let file = census.fill(choose);
        let refused = census.run(&["review", "--apply", &file]);
        let said = said(&refused);
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains(message) && said.contains("cellule "), "{message}: {said}");
        assert_eq!(census.read("surveys/codebook/decisions.csv"), before);
    }
    let first =
        census.fill(|_, key| if key == "toutes" { answers(&["AUCUN"]) } else { Filled::default() });
    assert!(census.run(&["review", "--apply", &first]).status.success());
    let other = census.fill(|_, key| {
        if key == "toutes" { answers(&["innovation sociale"]) } else { Filled::default() }
    });
    let refused = census.run(&["review", "--apply", &other]);
    assert!(said(&refused).contains("la ligne 2 de decisions.csv"), "{}", said(&refused));
}

#[test]
fn an_alias_goes_into_the_vocabulary_and_generalises() {
    let census = Census::new("alias");
    census.fiche(2020, "Paris", &[(MATURITY, "fonctionne bien"), (THEMES, "sociétale et sociale")]);
    census.fiche(2020, "Lyon", &[(THEMES, "toutes")]);
    assert!(census.run(&["review", "2020"]).status.success());
    let old = census.read("surveys/codebook/vocabularies/themes.toml");
    let file = census.fill(|_, key| match key {
        "societale et sociale" => Filled { answers: vec!["innovation sociale"], alias: "oui" },
        "fonctionne bien" => Filled { answers: vec!["Actif, fonctionnel"], alias: "" },
        _ => Filled::default(),
    });
    let applied = census.run(&["review", "--apply", &file]);
    assert!(applied.status.success(), "{}", said(&applied));
    let new = census.read("surveys/codebook/vocabularies/themes.toml");
    let expected = old
        .replace("\"social innovation\"]", "\"social innovation\", \"sociétale et sociale\"]")
        .replace("version = 4", "version = 5");
    assert_eq!(new, expected);
    let json = census.run(&["classify", "themes", "numérique ; Sociétale et sociale", "--json"]);
    assert!(said(&json).contains(r#""terms":["digital","social"]"#), "{}", said(&json));
}
