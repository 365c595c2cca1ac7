//! The two languages say the same things, and French is written as French.

use std::collections::BTreeSet;

use labcensus::diagnostic::Code;
use labcensus::locale::{Lang, Locale};

use crate::support::repository;

const NBSP: char = '\u{a0}';

fn keys(lang: Lang) -> BTreeSet<String> {
    let mut message = String::new();
    let mut keys = BTreeSet::new();
    for line in lang.source().lines().filter(|line| !line.trim_start().starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.contains([' ', '{'])) {
            key.clone_into(&mut message);
            keys.insert(message.clone());
        } else if let Some((attribute, _)) =
            line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" ="))
        {
            keys.insert(format!("{message}.{attribute}"));
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys() {
    let (fr, en) = (keys(Lang::Fr), keys(Lang::En));
    assert_eq!(fr.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(en.difference(&fr).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(fr.len() > 200);
}

/// A message that does not parse is dropped in silence by Fluent: each must answer.
#[test]
fn every_key_answers_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let locale = Locale::new(lang);
        for key in keys(lang) {
            assert!(locale.find(&key, &[]).is_some(), "{} {key}", lang.tag());
        }
    }
}

#[test]
fn every_diagnostic_has_its_message() {
    let keys = keys(Lang::Fr);
    for code in Code::ALL {
        assert!(keys.contains(&format!("diagnostic-{}", code.as_str())), "{}", code.as_str());
    }
}

/// Keys written out in the code exist.
#[test]
fn keys_named_in_the_code_exist() {
    let keys = keys(Lang::Fr);
    let folder = repository().join("src");
    let calls = [".text(\"", ".with(\"", ".words(\"", ".numbers(\""];
    for name in labcensus::input::walk(&folder).unwrap().iter().filter(|name| name.ends_with(".rs"))
    {
        let text = std::fs::read_to_string(labcensus::input::join(&folder, name)).unwrap();
        for call in calls {
            for key in text.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                let is_key = key.contains('-') && !key.contains(['{', ' ', '%']);
                assert!(!is_key || keys.contains(key), "{name}: {key}");
            }
        }
    }
}

#[test]
fn french_has_its_no_break_spaces() {
    for (number, line) in (1..).zip(Lang::Fr.source().lines()) {
        if line.trim_start().starts_with("# ") || line.trim_start().starts_with('#') {
            continue;
        }
        // Fluent's own syntax is not text.
        let text: String = line.split(['{', '}']).step_by(2).collect::<Vec<_>>().join("0");
        for mark in [':', ';', '?', '!', '%', '»'] {
            assert!(!text.contains(&format!(" {mark}")), "fr.ftl:{number}: space before {mark}");
        }
        assert!(!text.contains("« "), "fr.ftl:{number}: space after «");
        assert!(!text.contains("...") && !text.contains(" \""), "fr.ftl:{number}");
        assert!(!text.contains('«') || text.contains(NBSP), "fr.ftl:{number}");
    }
}
