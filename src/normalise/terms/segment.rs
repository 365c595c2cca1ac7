//! Reading one segment: decision, one term, a list of terms, or nothing certain.

use std::collections::BTreeSet;

use super::doubt::{Remains, doubt};
use super::explained::Explanation;
use super::glued::GluedIndex;
use super::lexicon::{Sense, WordKind};
use super::offers::Offers;
use super::resolve::Resolver;
use super::suggest::Suggester;
use super::weak::{self, Part};
use super::wording::Found;
use super::{Arity, Decisions, Method, ReviewReason, SegmentOutcome, Suggestion, Verdict};
use crate::codebook::keys::{decision_key, match_key, stem, words};
use crate::codebook::negation::is_negation;
use crate::codebook::{Reach, Vocabulary};
use crate::model::TermId;
use crate::normalise::split;

/// The stages with what they need to give verdicts.
#[derive(Clone, Debug)]
pub(super) struct SegmentReader {
    arity: Arity,
    offers: Offers,
    resolver: Resolver,
    glued: GluedIndex,
    /// Keys of the wordings that only a decision may turn into their term.
    decision_only: BTreeSet<String>,
    suggester: Suggester,
    /// The words of the question.
    asking: BTreeSet<String>,
}

/// What a segment was read as.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// Its parts, each with its text; one unless it was a list.
    pub(super) parts: Vec<(String, Verdict)>,
    /// What the cell must know of it.
    pub(super) signs: Signs,
}

/// What an unresolved segment says about the rest of its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signs {
    /// It is resolved.
    Resolved,
    /// It denies something or announces what follows.
    Blocks,
    /// It puts something off: itself when it has a bullet of its own, else what follows.
    PutsOff,
    /// It is a heading made of the question's own words, « Thématiques : ».
    Heading,
    /// It stands for itself.
    Harmless,
}

impl SegmentReader {
    /// Indexes a vocabulary; its options of other editions are recognised, but never suggested.
    pub(super) fn new(asked: &Vocabulary, arity: Arity) -> Self {
        let vocabulary = &asked.understood();
        let resolver = Resolver::new(vocabulary);
        Self {
            arity,
            offers: Offers::new(asked),
            glued: GluedIndex::new(&resolver.exact),
            decision_only: decision_only(vocabulary),
            resolver,
            suggester: Suggester::new(vocabulary),
            asking: BTreeSet::new(),
        }
    }

    /// Learns the words of the question.
    pub(super) fn asked_as<'q>(self, wordings: impl IntoIterator<Item = &'q str>) -> Self {
        let mut asking = self.asking;
        for word in wordings.into_iter().flat_map(words) {
            if !is_negation(&word.text, &stem(&word.text)) {
                asking.insert(word.text);
            }
        }
        Self { asking, ..self }
    }

    /// What a person decided on this very text.
    pub(super) fn decided(&self, text: &str, decisions: &Decisions<'_>) -> Option<Verdict> {
        let key = decision_key(text);
        let terms = match self.offers.decided(&decisions(&key)?) {
            Ok(terms) => terms,
            Err(reason) => return Some(self.review(text, reason)),
        };
        if self.arity == Arity::Single && terms.len() > 1 {
            return Some(self.review(text, ReviewReason::BrokenDecision));
        }
        Some(Verdict::Mapped { terms, method: Method::Decision, rule: key })
    }

    /// The term written exactly so.
    pub(super) fn exact(&self, text: &str) -> Option<Verdict> {
        self.resolver.exact.find(&match_key(text)).map(|found| self.mapped(text, found))
    }

    /// Every segment of a text, for a person to read.
    pub(super) fn asked(&self, text: &str, reason: ReviewReason) -> Vec<SegmentOutcome> {
        let asked = |text: &str| SegmentOutcome {
            text: text.to_owned(),
            note: None,
            verdict: self.review(text, reason),
        };
        let segments: Vec<SegmentOutcome> =
            split::segments(text).iter().map(|segment| asked(segment.text)).collect();
        if segments.is_empty() { vec![asked(text)] } else { segments }
    }

    /// A verdict that asks a person.
    pub(super) fn review(&self, text: &str, reason: ReviewReason) -> Verdict {
        Verdict::Review { reason, suggestions: self.suggestions(text) }
    }

    /// What kind each word of a text is.
    pub(super) fn kinds(&self, text: &str) -> Vec<WordKind> {
        self.resolver.lexicon.senses(text).iter().map(|sense| sense.kind).collect()
    }

    /// Whether a vocabulary's lists let a text mean this term.
    pub(super) fn is_open(&self, term: &TermId, text: &str) -> bool {
        self.offers.place(term).is_some_and(|place| {
            self.resolver.explainer.is_open(place, &self.resolver.lexicon.senses(text))
        })
    }

    /// Reads one segment.
    pub(super) fn read(&self, text: &str, decisions: &Decisions<'_>) -> Reading {
        if let Some(verdict) = self.decided(text, decisions) {
            return Reading { parts: vec![(text.to_owned(), verdict)], signs: Signs::Resolved };
        }
        let (body, other) = without_other_mark(self.without_heading(text));
        if other == OtherMark::Present
            && let Some(verdict) = self.decided(body, decisions)
        {
            return Reading { parts: vec![(body.to_owned(), verdict)], signs: Signs::Resolved };
        }
        if let Some(verdict) = self.exact(body) {
            return Reading { parts: vec![(body.to_owned(), verdict)], signs: Signs::Resolved };
        }
        let senses = self.resolver.lexicon.senses(body);
        match self.resolver.resolve(&senses) {
            Explanation::One(found) => {
                let parts = vec![(body.to_owned(), self.mapped(body, found))];
                Reading { parts, signs: Signs::Resolved }
            }
            Explanation::Tie(_) => {
                let parts = vec![(body.to_owned(), self.review(body, ReviewReason::Tie))];
                Reading { parts, signs: Signs::Harmless }
            }
            Explanation::None => match self.list(body, &senses) {
                Some(parts) => Reading {
                    parts: self.part_verdicts(body, &senses, parts),
                    signs: Signs::Resolved,
                },
                None => self.doubtful(body, &senses, other),
            },
        }
    }

    /// « Axe 2 : » before an option only numbers it, « Nos services : » only repeats the question.
    fn without_heading<'t>(&self, text: &'t str) -> &'t str {
        let Some((head, body)) = text.split_once(':') else { return text };
        let body = body.trim();
        let repeats = self.repeats_question(head) || self.numbers(head);
        if repeats && !body.is_empty() { body } else { text }
    }

    fn numbers(&self, head: &str) -> bool {
        let mut senses = self.resolver.lexicon.senses(head);
        senses.retain(|sense| !matches!(sense.text.as_str(), "n" | "no" | "numero"));
        let [word, number] = senses.as_slice() else { return false };
        let all = 0..self.offers.len();
        let numbers =
            number.text.len() <= 2 && number.text.bytes().all(|byte| byte.is_ascii_digit());
        let tolerated =
            || all.clone().all(|term| self.resolver.lexicon.is_tolerated(&word.readings, term));
        numbers && word.kind == WordKind::Content && tolerated()
    }

    /// Whether a heading holds nothing but words of the question and perhaps a number.
    fn repeats_question(&self, head: &str) -> bool {
        const OURS: [&str; 6] = ["nos", "notre", "mes", "mon", "voici", "les"];
        const LONGEST: usize = 10;
        let head = words(head);
        let is_number =
            |word: &str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        let known = |word: &str| {
            let plural = || self.asking.contains(format!("{word}s").as_str());
            self.asking.contains(word)
                || plural()
                || word.strip_suffix('s').is_some_and(|word| self.asking.contains(word))
        };
        let own = |word: &str| word.len() > 3 && known(word);
        head.len() <= LONGEST
            && head.iter().any(|word| own(&word.text))
            && head.iter().all(|word| {
                known(&word.text) || is_number(&word.text) || OURS.contains(&word.text.as_str())
            })
    }

    /// A list of terms, cut at commas and the like, or at nothing at all.
    fn list(&self, text: &str, senses: &[Sense]) -> Option<Vec<Part>> {
        weak::cut(text, senses, &self.resolver).or_else(|| self.glued.cut(senses))
    }

    fn doubtful(&self, text: &str, senses: &[Sense], other: OtherMark) -> Reading {
        let coverages = self.resolver.explainer.coverage(senses, &self.resolver.lexicon);
        let suggestions = self.suggestions(text);
        let remains = Remains {
            senses,
            coverages: &coverages,
            similarity: suggestions.first().map_or(0.0, |best| best.score),
            begins: self.glued.begins(senses),
            holds_option: weak::holds_option(text, senses, &self.resolver),
        };
        let decision_only = self.decision_only.contains(&match_key(text));
        let reason = if decision_only {
            Some(ReviewReason::DecisionOnly)
        } else {
            doubt(&remains, self.arity)
        };
        let reason =
            reason.filter(|reason| other == OtherMark::Absent || !self.is_own_idea(*reason));
        let verdict =
            reason.map_or(Verdict::FreeText, |reason| Verdict::Review { reason, suggestions });
        let anchored = coverages.iter().any(|coverage| coverage.anchored);
        let signs = if decision_only { Signs::Blocks } else { self.signs(text, senses, anchored) };
        Reading { parts: vec![(text.to_owned(), verdict)], signs }
    }

    /// Whether what follows « Autre : » is kept as free text in spite of a weak likeness to an option.
    fn is_own_idea(&self, reason: ReviewReason) -> bool {
        let strong = matches!(
            reason,
            ReviewReason::Negation
                | ReviewReason::Ambiguous
                | ReviewReason::Mixed
                | ReviewReason::DecisionOnly
        );
        self.arity == Arity::Multiple && !strong
    }

    fn signs(&self, text: &str, senses: &[Sense], anchored: bool) -> Signs {
        let announces = text.ends_with(':');
        let own_words =
            senses.iter().all(|sense| sense.kind == WordKind::Stop || !sense.readings.is_empty());
        if announces && own_words && !anchored {
            return Signs::Heading;
        }
        let denies = senses.iter().any(|sense| sense.kind == WordKind::Negation);
        let puts_off = !anchored
            && senses.iter().any(|sense| sense.kind == WordKind::Hedge || is_year(&sense.text));
        if announces || denies || self.announces_option(text) {
            Signs::Blocks
        } else if puts_off {
            Signs::PutsOff
        } else {
            Signs::Harmless
        }
    }

    /// « À développer : incubation ; … »: what stands before the colon governs the options after it.
    fn announces_option(&self, text: &str) -> bool {
        let Some((_, after)) = text.split_once(':') else { return false };
        let senses = self.resolver.lexicon.senses(after);
        self.resolver.resolve(&senses) != Explanation::None || self.list(after, &senses).is_some()
    }

    fn part_verdicts(
        &self,
        text: &str,
        senses: &[Sense],
        parts: Vec<Part>,
    ) -> Vec<(String, Verdict)> {
        let text_of = |part: &Part| {
            let start = senses.get(part.words.start).map_or(0, |sense| sense.span.start);
            let end = part
                .words
                .end
                .checked_sub(1)
                .and_then(|last| senses.get(last))
                .map_or(text.len(), |sense| sense.span.end);
            let closed = text.get(end..).is_some_and(|rest| rest.starts_with(')'));
            text.get(start..end + usize::from(closed)).unwrap_or(text).to_owned()
        };
        let verdict = |part: Part| {
            let text = text_of(&part);
            let verdict = self.mapped(&text, part.found);
            (text, verdict)
        };
        parts.into_iter().map(verdict).collect()
    }

    /// The term that was found; a person is asked when the edition does not offer it.
    fn mapped(&self, text: &str, found: Found) -> Verdict {
        if let Some(reason) = self.offers.refusal(found.term) {
            let sure = [(found.term, 1.0)];
            let suggestions = self.offers.suggestions(&sure, &self.suggester, text);
            return Verdict::Review { reason, suggestions };
        }
        let terms = self.offers.id(found.term).cloned().into_iter().collect();
        Verdict::Mapped { terms, method: found.method, rule: found.rule }
    }

    fn suggestions(&self, text: &str) -> Vec<Suggestion> {
        self.offers.suggestions(&[], &self.suggester, text)
    }
}

/// « Pour 2022 » above options puts them off.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn decision_only(vocabulary: &Vocabulary) -> BTreeSet<String> {
    let terms = vocabulary.terms.iter().filter(|term| term.reach == Reach::Decision);
    terms
        .flat_map(|term| std::iter::once(&term.label.fr).chain(&term.aliases))
        .map(|text| match_key(text))
        .collect()
}

/// Whether a segment says that it is none of the options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OtherMark {
    Present,
    Absent,
}

/// « Autre : prêt de salle » is the respondent's own idea, unless an option follows after all.
fn without_other_mark(text: &str) -> (&str, OtherMark) {
    let Some((mark, body)) = text.split_once(':') else { return (text, OtherMark::Absent) };
    let marks = [
        "autre",
        "autres",
        "autre precisez",
        "autre a preciser",
        "autre reponse",
        "autres reponses",
        "other",
    ];
    let body = body.trim();
    if marks.contains(&match_key(mark).as_str()) && !body.is_empty() {
        (body, OtherMark::Present)
    } else {
        (text, OtherMark::Absent)
    }
}
