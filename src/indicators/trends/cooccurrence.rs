//! Which options go together in one edition: themes with services, and each of them with the stage of the lab.

use super::super::frames::Frames;
use super::super::registry::Registry;
use super::by_year::size;
use crate::codebook::{Codebook, Kind, Question, Term};
use crate::model::{Base, BaseKind};

/// Adds `<first>_x_<second>.<option>.<option>` for the first two questions of several answers (base: labs that
/// answered both), and `<question>_by_<ladder>.<option>.<stage>` for each question of several answers (base: labs at
/// the stage that answered the question).
pub(super) fn add(registry: &mut Registry, frames: &Frames<'_>, codebook: &Codebook) {
    let multiple: Vec<&Question> = codebook.questionnaire.of_kind(Kind::Multiple).collect();
    let crosser = Crosser { frames, codebook };
    if let [first, second, ..] = multiple.as_slice() {
        let both = in_both(frames.labs_that_said(&first.id), frames.labs_that_said(&second.id));
        let base = Base { kind: BaseKind::RespondentsToQuestion, size: size(both.len()) };
        let name = format!("{}_x_{}", first.id, second.id);
        for one in crosser.asked(first, registry) {
            for other in crosser.asked(second, registry) {
                let category = format!("{}.{}", one.id, other.id);
                let labs = crosser.crossed((first, one), (second, other));
                registry.count(&name, &category, base, frames.naming(labs, &first.id, &one.id));
            }
        }
    }
    let Some(ladder) = codebook.questionnaire.of_kind(Kind::Single).next() else { return };
    for question in multiple {
        let name = format!("{}_by_{}", question.id, ladder.id);
        let ranked = crosser.asked(ladder, registry).into_iter().filter(|term| term.rank.is_some());
        for stage in ranked {
            let at_stage = frames.labs_that_named(&ladder.id, &stage.id);
            let answered = in_both(at_stage, frames.labs_that_said(&question.id));
            let base = Base { kind: BaseKind::RespondentsToQuestion, size: size(answered.len()) };
            for option in crosser.asked(question, registry) {
                let category = format!("{}.{}", option.id, stage.id);
                let labs = crosser.crossed((question, option), (ladder, stage));
                let labs = frames.naming(labs, &question.id, &option.id);
                registry.count(&name, &category, base, labs);
            }
        }
    }
}

/// The labs of two lists in the order of their places.
fn in_both(one: &[u32], other: &[u32]) -> Vec<u32> {
    let mut rest = other.iter().peekable();
    let found = |lab: &&u32| {
        while rest.next_if(|next| next < lab).is_some() {}
        rest.peek() == Some(lab)
    };
    one.iter().filter(found).copied().collect()
}

struct Crosser<'a> {
    frames: &'a Frames<'a>,
    codebook: &'a Codebook,
}

impl<'a> Crosser<'a> {
    /// The options that the edition offers.
    fn asked(&self, question: &Question, registry: &Registry) -> Vec<&'a Term> {
        let terms = self.codebook.vocabulary(&question.id).into_iter().flat_map(|one| &one.terms);
        terms.filter(|term| self.codebook.asks(&question.id, &term.id, registry.year())).collect()
    }

    /// The labs that named both of two options.
    fn crossed(&self, one: (&Question, &Term), other: (&Question, &Term)) -> Vec<u32> {
        let named = |(question, term): (&Question, &Term)| {
            self.frames.labs_that_named(&question.id, &term.id)
        };
        in_both(named(one), named(other))
    }
}
