//! Checks of a vocabulary file before it may map a single answer.
//!
//! All problems of a file are given at once, each at its line, so that whoever edits it mends it in one go.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{match_key, stem, words};
use super::negation::is_negation;
use super::vocabulary::{Lines, TermFile, VocabularyFile};
use super::vocabulary_problem::{VocabularyProblem, VocabularyReason};

/// Fields of the file, of a term and of a text in two languages.
const FILE_FIELDS: [&str; 7] = ["id", "version", "optional", "stop", "ask", "synonyms", "term"];
const TERM_FIELDS: [&str; 14] = [
    "id",
    "label",
    "short",
    "gloss",
    "rank",
    "decision_only",
    "aliases",
    "anchors",
    "optional",
    "never",
    "ask",
    "since",
    "until",
    "replaced_by",
];
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// Finds fields that the format does not know: a misspelt `alias` would be silently without effect.
pub(super) fn unknown_fields(text: &str, lines: &Lines) -> Vec<VocabularyProblem> {
    // A file that is not TOML at all is reported by the full parse.
    let Ok(document) = DeTable::parse(text) else { return Vec::new() };
    let mut problems = Vec::new();
    let file = document.get_ref();
    note_unknown(file, &FILE_FIELDS, lines, &mut problems);
    for term in tables(file, "term") {
        note_unknown(term, &TERM_FIELDS, lines, &mut problems);
        for text in tables(term, "label").into_iter().chain(tables(term, "gloss")) {
            note_unknown(text, &LANGUAGES, lines, &mut problems);
        }
    }
    problems
}

/// Checks what the fields say, once they all have the right shape.
pub(super) fn check(file: &VocabularyFile, lines: &Lines) -> Vec<VocabularyProblem> {
    let mut check = Check { lines, problems: Vec::new() };
    if file.terms.is_empty() {
        check.note(0, VocabularyReason::NoTerm);
    }
    check.ids(file);
    check.texts(file);
    for term in &file.terms {
        check.labels(term);
        check.anchors(term, file);
        check.period(term);
        check.replacement(term, file);
    }
    let terms = file.terms.iter().flat_map(|term| &term.optional);
    check.optional_words(file.optional.iter().chain(&file.stop).chain(terms));
    let mut problems = check.problems;
    problems.sort_by_key(|problem| problem.line);
    problems
}

/// Every table under a key, be it one table or an array of them.
fn tables<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Vec<&'a DeTable<'i>> {
    match table.get(key).map(Spanned::get_ref) {
        Some(DeValue::Table(one)) => vec![one],
        Some(DeValue::Array(many)) => many
            .iter()
            .filter_map(|value| match value.get_ref() {
                DeValue::Table(one) => Some(one),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn note_unknown(
    table: &DeTable<'_>,
    known: &[&str],
    lines: &Lines,
    problems: &mut Vec<VocabularyProblem>,
) {
    for (key, _) in table {
        let name: &str = key.get_ref();
        if !known.contains(&name) {
            let line = lines.line(key.span().start);
            problems.push(VocabularyProblem {
                line,
                reason: VocabularyReason::UnknownField(name.to_owned()),
            });
        }
    }
}

struct Check<'a> {
    lines: &'a Lines,
    problems: Vec<VocabularyProblem>,
}

impl Check<'_> {
    fn note(&mut self, offset: usize, reason: VocabularyReason) {
        self.problems.push(VocabularyProblem { line: self.lines.line(offset), reason });
    }

    fn ids(&mut self, file: &VocabularyFile) {
        let mut seen = BTreeSet::new();
        for term in &file.terms {
            if !seen.insert(term.id.get_ref()) {
                self.note(
                    term.id.span().start,
                    VocabularyReason::DuplicateId(term.id.get_ref().clone()),
                );
            }
        }
    }

    /// A label or alias must be a text, and mean one term only.
    fn texts(&mut self, file: &VocabularyFile) {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for term in &file.terms {
            let id: &str = term.id.get_ref();
            for text in std::iter::once(&term.label.fr).chain(&term.aliases) {
                let key = match_key(text.get_ref());
                let owner = *owners.entry(key).or_insert(id);
                if owner != id {
                    let reason = VocabularyReason::AmbiguousText {
                        text: text.get_ref().clone(),
                        term: id.to_owned(),
                        other: owner.to_owned(),
                    };
                    self.note(text.span().start, reason);
                }
            }
        }
        for term in &file.terms {
            let anchors = term.anchors.iter().flatten();
            self.filled(term.aliases.iter().chain(anchors).chain(&term.optional));
            self.filled(term.never.iter().chain(&term.ask));
        }
        self.filled(file.optional.iter().chain(&file.stop).chain(&file.ask));
    }

    fn filled<'a>(&mut self, texts: impl Iterator<Item = &'a Spanned<String>>) {
        for text in texts.filter(|text| match_key(text.get_ref()).is_empty()) {
            self.note(text.span().start, VocabularyReason::EmptyText(text.get_ref().clone()));
        }
    }

    fn labels(&mut self, term: &TermFile) {
        for (label, language) in [(&term.label.fr, "fr"), (&term.label.en, "en")] {
            if match_key(label.get_ref()).is_empty() {
                let term = term.id.get_ref().clone();
                self.note(label.span().start, VocabularyReason::EmptyLabel { term, language });
            }
        }
    }

    /// An anchor word that the term's own texts never hold could never be complete.
    fn anchors(&mut self, term: &TermFile, file: &VocabularyFile) {
        let mut held = BTreeSet::new();
        let own = [term.label.fr.get_ref(), &term.gloss.fr].into_iter();
        let lists =
            term.aliases.iter().chain(&term.optional).chain(&file.optional).map(Spanned::get_ref);
        let synonyms = file.synonyms.values();
        for text in own.chain(lists).chain(synonyms) {
            held.extend(stems(text));
        }
        for word in term.anchors.iter().flatten() {
            if !stems(word.get_ref()).iter().all(|stem| held.contains(stem)) {
                let reason = VocabularyReason::UnreachableAnchor {
                    term: term.id.get_ref().clone(),
                    word: word.get_ref().clone(),
                };
                self.note(word.span().start, reason);
            }
        }
    }

    fn period(&mut self, term: &TermFile) {
        let (Some(since), Some(until)) = (&term.since, &term.until) else { return };
        if since.get_ref() > until.get_ref() {
            let reason = VocabularyReason::InvertedPeriod {
                term: term.id.get_ref().clone(),
                since: *since.get_ref(),
                until: *until.get_ref(),
            };
            self.note(until.span().start, reason);
        }
    }

    fn replacement(&mut self, term: &TermFile, file: &VocabularyFile) {
        let Some(replacement) = &term.replaced_by else { return };
        let id = term.id.get_ref();
        let known = file.terms.iter().any(|other| other.id.get_ref() == replacement.get_ref());
        if !known || replacement.get_ref() == id {
            let reason = VocabularyReason::UnknownReplacement {
                term: id.clone(),
                replacement: replacement.get_ref().clone(),
            };
            self.note(replacement.span().start, reason);
        }
    }

    fn optional_words<'a>(&mut self, texts: impl Iterator<Item = &'a Spanned<String>>) {
        for text in texts {
            let denies =
                words(text.get_ref()).iter().any(|word| is_negation(&word.text, &stem(&word.text)));
            if denies {
                self.note(
                    text.span().start,
                    VocabularyReason::OptionalNegation(text.get_ref().clone()),
                );
            }
        }
    }
}

fn stems(text: &str) -> Vec<String> {
    words(text).iter().map(|word| stem(&word.text)).collect()
}
