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
