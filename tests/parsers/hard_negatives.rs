//! Prose about labs, line by line, as answers about launch, team and académie: whatever is read in it must really
//! stand there. The hits are listed by place in `tests/cases/hard_negatives.tsv`, each looked at by a person.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use labcensus::codebook::Codebook;
use labcensus::model::{CensusYear, QuestionId};
use labcensus::normalise::{ClassStatus, Normaliser, Value};

use crate::shared::shared;

#[test]
fn what_is_read_in_prose_was_looked_at() {
    let Some(folder) = shared("reference") else { return };
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let codebook = Codebook::read(&root.join("surveys/codebook")).expect("it stands");
    let codebook = codebook.at(CensusYear::new(2020));
    let closing = NaiveDate::from_ymd_opt(2020, 12, 15).expect("a day");
    let normaliser = Normaliser::new(&codebook, closing);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder opens")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let mut hits = BTreeSet::new();
    let mut lines = 0;
    for file in &files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(file).expect("it is text");
        for (number, line) in (1..).zip(text.lines()) {
            lines += 1;
            for question in ["launch", "team", "academy"] {
                let asked = codebook.questionnaire.get(&QuestionId::from(question)).expect("asked");
                let found = normaliser.classify(asked, line);
                if found.status != ClassStatus::Mapped {
                    continue;
                }
                let value = match found.value {
                    Value::Launch(launch) => launch.period.to_string(),
                    Value::Academy(code) => code.to_string(),
                    Value::Team(team) => {
                        format!("{:?} {:?} {:?}", team.people, team.fte, team.services)
                    }
                    _ => String::new(),
                };
                println!("{question}\t{name}:{number}\t{value}\t{line}");
                hits.insert(format!("{question}\t{name}:{number}\t{value}"));
            }
        }
    }
    let known = include_str!("../cases/hard_negatives.tsv");
    let known: BTreeSet<String> =
        known.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let new: Vec<&String> = hits.difference(&known).collect();
    assert!(new.is_empty(), "{lines} lines, {} hits, new ones: {new:#?}", hits.len());
}
