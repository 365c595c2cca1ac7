//! Names, mail addresses and telephone numbers stay out of every file of the report.

use super::{Census, said};

const TEXT: &str = "Contact : jeanne.martin@ac-paris.fr ou 06 12 34 56 78, demander Mme Martin";

fn census(name: &str) -> Census {
    let census = Census::new(name);
    census.fiche(
        2020,
        "Paris",
        &[
            ("État d'avancement", "Actif"),
            ("Thématiques", "sociale ; atelier animé par Sophie Durand"),
            ("Membres de l'équipe", "on verra avec Mme Martin"),
            ("Nom du référent :", "durand sophie"),
            ("Fait marquant", TEXT),
        ],
    );
    census
}

/// The files of the report that hold one of the words, compressed parts of workbooks included.
fn leaks(census: &Census, words: &[&str]) -> Vec<String> {
    let mut leaks = Vec::new();
    let mut folders = vec![census.path("reports/2020")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let mut bytes = std::fs::read(&path).unwrap();
            if path.extension().is_some_and(|extension| extension == "xlsx") {
                let mut archive =
                    zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())).unwrap();
                for at in 0..archive.len() {
                    std::io::copy(&mut archive.by_index(at).unwrap(), &mut bytes).unwrap();
                }
            }
            let text = String::from_utf8_lossy(&bytes);
            leaks.extend(
                words
                    .iter()
                    .filter(|word| text.contains(**word))
                    .map(|word| format!("{word} in {}", path.display())),
            );
        }
    }
    leaks
}

#[test]
fn personal_data_is_in_no_published_file_and_in_the_internal_sheet() {
    let census = census("personal");
    let run = census.run(&["run", "2020"]);
    assert!(run.status.success(), "{}", said(&run));
    let words = ["jeanne.martin", "06 12 34", "Mme Martin", "Durand", "durand sophie"];
    assert_eq!(leaks(&census, &words), Vec::<String>::new());
    let answers = census.read("reports/2020/data/answers.csv");
    assert!(
        answers
            .contains("Contact : [courriel masqué] ou [téléphone masqué], demander [nom masqué]"),
        "{answers}"
    );
    assert!(census.run(&["review", "2020"]).status.success());
    let internal = leaks(&census, &words);
    assert_eq!(internal.len(), words.len(), "{internal:?}");
    assert!(internal.iter().all(|leak| leak.ends_with("a-valider.xlsx")), "{internal:?}");
}

#[test]
fn the_team_may_decide_to_publish_it() {
    let census = census("published");
    let file = census.path("surveys/2020/edition.toml");
    let edition = std::fs::read_to_string(&file).unwrap() + "\npublish_personal_data = true\n";
    std::fs::write(file, edition).unwrap();
    assert!(census.run(&["run", "2020"]).status.success());
    assert!(census.read("reports/2020/data/answers.csv").contains(TEXT));
}

/// Exports of forms, each with its own columns about who answered, and a text that speaks of the same people.
const FORMS: [(&str, &str); 3] = [
    (
        "forms.csv",
        "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Académie;État d'avancement du lab;\
         Thématiques;Fait marquant\n\
         1;2020-11-02 10:00:00;2020-11-02 10:20:00;prune.ratisbot@ac-lyon.fr;Prune RATISBOT;Lyon;\
         Actif, fonctionnel;\"innovation sociale;\";Ratisbot a ouvert le lab\n\
         2;2020-11-03 10:00:00;2020-11-03 10:20:00;anonymous;;Paris;En préfiguration;\
         \"innovation sociale;\";une année calme\n",
    ),
    (
        "limesurvey.csv",
        "\"ID de la réponse\";\"Date de soumission\";\"Dernière page\";\"Langue de départ\";\"Jeton\";\
         \"Adresse IP\";\"Académie\";\"État d'avancement du lab\";\"Fait marquant\"\n\
         \"1\";\"2020-11-02 10:00:00\";\"3\";\"fr\";\"k7Zp2xQw\";\"192.0.2.17\";\"Nantes\";\"Actif\";\
         \"joindre zelda.pourquery [at] ac-nantes.fr\"\n\
         \"2\";\"2020-11-02 11:00:00\";\"3\";\"fr\";\"m3Rt9vBn\";\"192.0.2.18\";\"Rennes\";\"Actif\";\
         \"avec Mme Pourquery, de Nantes\"\n",
    ),
    (
        "tableau.csv",
        "Académie;Nom et prénom du répondant;Téléphone;État d'avancement;Fait marquant\n\
         Dijon;Grosjean-Vautrin Odile;03.80.00.00.00;Actif;Grosjean-Vautrin anime le réseau au lycée Jules-Ferry\n\
         Reims;Aimé Kouyaté;0326000000;Actif;Kouyaté et Marie Curie\n",
    ),
];

#[test]
fn the_columns_of_forms_about_people_are_listed_and_their_names_are_found_in_the_texts() {
    let census = Census::new("forms");
    let folder = census.path("surveys/2020/responses");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in FORMS {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let run = census.run(&["run", "2020"]);
    assert!(run.status.success(), "{}", said(&run));
    let words = [
        "prune.ratisbot",
        "RATISBOT",
        "Ratisbot",
        "k7Zp2xQw",
        "192.0.2.17",
        "zelda.pourquery",
        "Pourquery",
        "Grosjean",
        "Odile",
        "03.80.00",
        "0326000000",
        "Kouyaté",
    ];
    assert_eq!(leaks(&census, &words), Vec::<String>::new());
    let answers = census.read("reports/2020/data/answers.csv");
    for published in [
        "[nom masqué] a ouvert le lab",
        "joindre [courriel masqué]",
        "avec [nom masqué], de Nantes",
        "[nom masqué] anime le réseau au lycée Jules-Ferry",
        "[nom masqué] et Marie Curie",
    ] {
        assert!(answers.contains(published), "{published}\n{answers}");
    }
    assert!(census.run(&["review", "2020"]).status.success());
    let internal = leaks(&census, &words);
    assert_eq!(internal.len(), words.len(), "{internal:?}");
    assert!(internal.iter().all(|leak| leak.ends_with("a-valider.xlsx")), "{internal:?}");
}
