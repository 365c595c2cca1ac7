//! Names, mails and telephone numbers put in every field: none in any file of the edition for everyone, all of them
//! in the team's own.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use rust_xlsxwriter::{DocProperties, Workbook};

use crate::support::{Census, Fiche, contents, run, said};

/// Invented people, one for each field; a title or a usual given name stands before each surname.
const FIELDS: [(&str, &str, &str, &str); 8] = [
    ("PROJET DU LAB", "Mme Zurbanelle", "zurba@exemple.fr", "01 23 45 67 01"),
    (
        "LES THÉMATIQUES SUR LESQUELLES LE LAB EST POSITIONNÉ",
        "M. Quivorel",
        "qui.vorel@exemple.org",
        "0123456702",
    ),
    (
        "L'OFFRE DE SERVICE PROPOSÉE PAR LE LAB",
        "Mme Farandule",
        "farandule@exemple.fr",
        "+33 1 23 45 67 03",
    ),
    ("DATE DE LANCEMENT", "Jeanne Obernick", "jo@exemple.fr", "01.23.45.67.04"),
    (
        "DÉCRIVEZ LA TAILLE ET LA COMPOSITION DE L'ÉQUIPE",
        "M. Trabuchon",
        "trabuchon@exemple.fr",
        "01-23-45-67-05",
    ),
    (
        "LES RÉALISATIONS ET PROJETS PHARES",
        "Mme Ploutrenne",
        "p.loutrenne@exemple.fr",
        "01 23 45 67 06",
    ),
    ("CE DONT VOUS AVEZ BESOIN", "Claire Mordavel", "claire@exemple.fr", "01 23 45 67 07"),
    ("NOM ET COURRIEL DU RÉFÉRENT", "Bertignolle", "bertignolle@exemple.fr", "01 23 45 67 08"),
];

/// What must not be found, without spaces or marks so that no way of writing hides it.
fn canaries() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (_, name, mail, phone) in FIELDS {
        all.insert(key(name.rsplit(' ').next().unwrap()));
        all.insert(key(mail));
        all.insert(key(phone).trim_start_matches("33").trim_start_matches('0').to_owned());
    }
    for name in ["Sessionard", "Projetoile", "Jalonnier", "Metadonnay", "Proprietat"] {
        all.insert(key(name));
    }
    all
}

fn key(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == '@').collect()
}

fn fiche() -> Fiche {
    FIELDS.into_iter().fold(Fiche::of("NICE").active(), |fiche, (label, name, mail, phone)| {
        fiche.row(&[label, &format!("Écrire à {name}, {mail}, {phone}.")])
    })
}

/// A workbook with an author, a title and a comment of its own.
fn with_properties(rows: &[(&str, &str)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let said = DocProperties::new()
        .set_author("Mme Proprietat")
        .set_title("Réponse de Mme Proprietat")
        .set_manager("Mme Proprietat");
    workbook.set_properties(&said);
    let sheet = workbook.add_worksheet();
    for (row, (label, answer)) in (0..).zip(rows) {
        sheet.write(row, 0, *label).unwrap();
        sheet.write(row, 1, *answer).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn census(name: &str) -> Census {
    let table = "ID,Heure de début,Heure de fin,Adresse de messagerie,Nom,Académie,État d'avancement,Thématiques\n\
        1,2020-11-02 10:00:00,2020-11-02 10:05:00,metadonnay@exemple.fr,Mme Metadonnay,Dijon,En préfiguration,innovation sociale;\n";
    let sessions = "Date;Intitulé;Nature;Participants;Sujet ou outil\n\
        2020-03-02;Atelier avec Mme Sessionard;acculturation;12;Outil de Mme Sessionard\n";
    let projects = "Nom;Étape;Description;Équipe;Prochaines étapes;Points de vigilance\n\
        Portail;prototypage;Porté par Mme Projetoile;Mme Projetoile;Voir M. Jalonnier;Mme Jalonnier absente\n";
    Census::new(name)
        .fiche("nice.xlsx", &fiche())
        .file("dijon.csv", table.as_bytes())
        .file(
            "lyon.xlsx",
            &with_properties(&[
                ("ACADÉMIE", "Lyon"),
                ("ÉTAT D'AVANCEMENT", "En préfiguration"),
                ("DATE DE LANCEMENT", "Mars 2020"),
            ]),
        )
        .survey_file("2020/activity/sessions.csv", sessions)
        .survey_file("2020/activity/projects.csv", projects)
}

/// What a program sees in a file: its bytes, its parts inflated, and its text and properties when it is a PDF.
pub(crate) fn seen(path: &Path, bytes: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    if let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) {
        for at in 0..archive.len() {
            let mut part = Vec::new();
            archive.by_index(at).unwrap().read_to_end(&mut part).unwrap();
            text.push_str(&String::from_utf8_lossy(&part));
        }
    }
    if path.extension().is_some_and(|end| end == "pdf") {
        for tool in [vec!["pdftotext", "-raw"], vec!["pdfinfo"]] {
            let mut command = Command::new(tool[0]);
            command.args(&tool[1..]).arg(path);
            if tool[0] == "pdftotext" {
                command.arg("-");
            }
            match command.output() {
                Ok(output) => text.push_str(&String::from_utf8_lossy(&output.stdout)),
                Err(_) => println!("skipped: no {} to look into the PDF", tool[0]),
            }
        }
    }
    text
}

fn found(folder: &Path) -> BTreeSet<(String, String)> {
    let canaries = canaries();
    let mut found = BTreeSet::new();
    for (name, bytes) in contents(folder) {
        let text = key(&seen(&labcensus::input::join(folder, &name), &bytes));
        let here = canaries.iter().filter(|canary| text.contains(canary.as_str()));
        found.extend(here.map(|canary| (canary.clone(), name.clone())));
    }
    found
}

#[test]
fn no_canary_is_in_any_file_for_everyone_and_all_are_in_the_team_s_own() {
    let census = census("canaries");
    let output = run(census.home(), &["run", "--edition", "diffusion,interne"]);
    assert!(output.status.code() != Some(2), "{}", said(&output));
    let public = found(&census.home().join("reports/2020"));
    assert!(public.is_empty(), "{public:#?}");
    let spoken = key(&said(&output));
    let aloud: Vec<_> =
        canaries().into_iter().filter(|one| spoken.contains(one.as_str())).collect();
    assert!(aloud.is_empty(), "on the terminal: {aloud:?}");
    let internal = found(&census.home().join("reports/interne/2020"));
    for end in ["md", "html", "xlsx", "csv", "parquet"] {
        // Were one of them unreadable here, nothing would be found in it for everyone either.
        assert!(internal.iter().any(|(_, file)| file.ends_with(end)), "no canary in any .{end}");
    }
    let internal: BTreeSet<String> = internal.into_iter().map(|(canary, _)| canary).collect();
    // What a tool or a program wrote beside the answers is no answer.
    let missing: Vec<String> = canaries()
        .into_iter()
        .filter(|one| !internal.contains(one))
        .filter(|one| !["metadonnay", "proprietat"].contains(&one.as_str()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
