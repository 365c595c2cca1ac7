//! What a lab corrected on its proof sheet, as answers: the lab's own choice, word for word.
//!
//! A label chosen in the sheet's list is taken as it is, also one that a text may never reach by itself; « AUCUN »
//! empties the question. Anything else goes through the same rules as a fiche.

use crate::codebook::{Codebook, match_key};
use crate::ingest::{RawAnswer, RawPart};
use crate::model::{Origin, TermId};
use crate::normalise::{Answer, Status, Value};

/// How corrected answers were settled.
const METHOD: &str = "proof";

/// The answers that a correction settles by itself; `None` when it must be normalised like any other.
pub(super) fn settled(raw: &RawAnswer, codebook: &Codebook, sheet: &Origin) -> Option<Vec<Answer>> {
    let answer = |part: &RawPart, value: Value, status| Answer {
        question: raw.question.clone(),
        item: 0,
        value,
        text: part.text.trim().into(),
        status,
        method: METHOD,
        rule: part.text.trim().into(),
        origin: sheet.at(part.cell),
    };
    if let [part] = raw.parts.as_slice()
        && matches!(match_key(&part.text).as_str(), "aucun" | "none")
    {
        return Some(vec![answer(part, Value::None, Status::Missing)]);
    }
    raw.parts
        .iter()
        .map(|part| {
            let term = chosen(raw, &part.text, codebook)?;
            Some(answer(part, Value::Term(term), Status::Mapped))
        })
        .collect()
}

/// The term whose label was chosen, in either language.
fn chosen(raw: &RawAnswer, text: &str, codebook: &Codebook) -> Option<TermId> {
    let key = match_key(text);
    let vocabulary = codebook.vocabulary(&raw.question)?;
    let mut terms = vocabulary.terms.iter();
    let found =
        terms.find(|term| [&term.label.fr, &term.label.en].iter().any(|one| match_key(one) == key));
    found.map(|term| term.id.clone())
}
