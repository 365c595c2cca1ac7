//! Which counts of an answer stand on their own, and which detail another one.
//!
//! What follows « 5 personnes : », stands in parentheses or comes after « dont » is a detail. A count in
//! the parentheses of a service (« DANE (2) ») or after its colon (« DANE : 2 ») is the service's.

use super::amount::Amount;
use super::element::{Element, Joint, Unit};
use super::lexicon::{Force, is_hiring};

/// Where a count stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// On its own.
    Outside,
    /// In the details of another.
    Inside,
    /// After « dont ».
    OfWhich,
}

/// What follows a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// Words that say more about it.
    Words,
    /// « et » or `+`.
    And,
    /// A comma, a parenthesis, or nothing.
    Nothing,
}

/// A count in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Count {
    /// How many.
    pub(super) amount: Amount,
    /// Of what.
    pub(super) unit: Unit,
    /// Where it stands.
    pub(super) scope: Scope,
    /// Which item of the answer it is in.
    pub(super) item: usize,
    /// The working time said of it.
    pub(super) time: Option<f64>,
    /// What follows it.
    pub(super) tail: Tail,
}

/// An answer with its counts in place.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// The counts, in order.
    pub(super) counts: Vec<Count>,
    /// Items outside details that name people without counting them.
    pub(super) uncounted: Vec<usize>,
    /// Items outside details that name a service.
    pub(super) services: Vec<usize>,
    /// Words that bear on the counts: their place among the elements, and where they stand.
    pub(super) forces: Vec<(usize, Force, Scope)>,
}

impl Answer {
    /// Puts the counts of an answer in their places.
    pub(super) fn of(elements: &[Element]) -> Self {
        let mut walk = Walk {
            elements,
            answer: Self::default(),
            item: 0,
            depth: 0,
            colon: false,
            of_which: None,
            pairs: (0..elements.len()).filter(|at| is_pair(elements, *at)).count() > 1,
        };
        for (at, element) in elements.iter().enumerate() {
            walk.step(at, element);
        }
        walk.answer
    }
}

struct Walk<'a> {
    elements: &'a [Element],
    answer: Answer,
    item: usize,
    depth: usize,
    colon: bool,
    /// The depth of parentheses at which « dont » was said.
    of_which: Option<usize>,
    /// Whether the answer is a list of services with their numbers, « DANE 2, CARDIE 1 ».
    pairs: bool,
}

impl Walk<'_> {
    fn step(&mut self, at: usize, element: &Element) {
        match element {
            Element::Count(amount, unit) => self.count(at, *amount, *unit),
            Element::Service(_) if self.scope() == Scope::Outside => {
                self.answer.services.push(self.item);
            }
            Element::Uncounted if self.scope() == Scope::Outside => {
                self.answer.uncounted.push(self.item);
            }
            Element::Time(time) => self.time(*time),
            Element::OfWhich => self.of_which = self.of_which.or(Some(self.depth)),
            Element::Colon => self.colon |= self.has_total(),
            Element::Open => self.depth += 1,
            Element::Close => {
                self.depth = self.depth.saturating_sub(1);
                self.of_which = self.of_which.filter(|depth| *depth <= self.depth);
            }
            Element::Separator(_) => self.item += 1,
            Element::Word(word) if is_hiring(word) => {
                self.answer.forces.push((at, Force::Doubts, self.scope()));
            }
            Element::Force(force) => self.answer.forces.push((at, *force, self.scope())),
            Element::Service(_)
            | Element::Uncounted
            | Element::Announcement
            | Element::Plain
            | Element::Word(_) => {}
        }
    }

    fn scope(&self) -> Scope {
        if self.of_which.is_some() {
            Scope::OfWhich
        } else if self.colon || self.depth > 0 {
            Scope::Inside
        } else {
            Scope::Outside
        }
    }

    fn count(&mut self, at: usize, amount: Amount, unit: Unit) {
        let mut scope = self.scope();
        let mut unit = unit;
        if self.is_of_service(at, unit) {
            unit = Unit::Service;
            if !self.colon && self.of_which.is_none() {
                scope = Scope::Outside;
            }
        } else if unit == Unit::Bare {
            unit = if self.is_size(at) { Unit::People } else { Unit::Unknown };
        }
        // In « 2 DANE, CARDIE », what follows the count follows its service.
        let own =
            matches!((unit, self.elements.get(at + 1)), (Unit::Service, Some(Element::Service(_))));
        let tail = match self.elements.get(at + 1 + usize::from(own)) {
            Some(Element::Separator(Joint::And)) => Tail::And,
            None | Some(Element::Separator(Joint::Comma) | Element::Open | Element::Close) => {
                Tail::Nothing
            }
            Some(_) => Tail::Words,
        };
        self.answer.counts.push(Count { amount, unit, scope, item: self.item, time: None, tail });
    }

    /// A working time belongs to the count before it in the same item.
    fn time(&mut self, time: f64) {
        let of_which = self.of_which.is_some();
        if let Some(count) =
            self.answer.counts.last_mut().filter(|count| count.item == self.item && !of_which)
        {
            count.time = Some(time);
        }
    }

    /// Whether the item holds a total that a colon may detail.
    fn has_total(&self) -> bool {
        let mut counts =
            self.answer.counts.iter().rev().take_while(|count| count.item == self.item);
        counts.any(|count| {
            matches!(count.unit, Unit::People | Unit::Fte) && count.scope == Scope::Outside
        })
    }

    /// Whether a count is a service's, as in « DANE : 2 » or « DANE (2 agents) ».
    fn is_of_service(&self, at: usize, unit: Unit) -> bool {
        if !matches!(unit, Unit::Bare | Unit::People) {
            return false;
        }
        let back = |steps: usize| at.checked_sub(steps).and_then(|at| self.elements.get(at));
        match (back(2), back(1), self.elements.get(at + 1)) {
            (Some(Element::Service(_)), Some(Element::Open), Some(Element::Close)) => true,
            (Some(Element::Service(_)), Some(Element::Colon), next) => {
                unit == Unit::People || ends(next)
            }
            (_, Some(Element::Service(_)), _) => {
                self.pairs && at.checked_sub(1).is_some_and(|at| is_pair(self.elements, at))
            }
            _ => false,
        }
    }

    /// Whether a bare number is the size of the team: nothing else came before, or « équipe de ».
    fn is_size(&self, at: usize) -> bool {
        if !self.answer.counts.is_empty() {
            return false;
        }
        let before = self.elements.get(..at).unwrap_or_default();
        // « L'équipe ..... 5 » is a line of a table of contents.
        let said = before.iter().rposition(|element| *element == Element::Announcement);
        let announced = said.is_some_and(|said| {
            let since = before.get(said..).unwrap_or_default();
            since.iter().filter(|element| matches!(element, Element::Separator(_))).count() < 2
        });
        let silent = before.iter().all(|element| {
            matches!(element, Element::Plain | Element::Separator(_) | Element::Force(_))
        });
        (announced || silent) && ends(self.elements.get(at + 1))
    }
}

/// Whether a service and a bare number stand side by side; « DSDEN 78 » is a place.
fn is_pair(elements: &[Element], at: usize) -> bool {
    let service = matches!(elements.get(at), Some(Element::Service(label)) if !matches!(label.as_str(), "DSDEN" | "IA"));
    let bare = matches!(elements.get(at + 1), Some(Element::Count(_, Unit::Bare)));
    service && bare && ends(elements.get(at + 2))
}

/// Whether nothing more is said of a number.
fn ends(next: Option<&Element>) -> bool {
    matches!(
        next,
        None | Some(
            Element::Separator(_)
                | Element::Open
                | Element::Close
                | Element::Colon
                | Element::OfWhich
                | Element::Force(_)
        )
    )
}
