//! From an earlier year to this one: the labs that answered both, and the whole change split so that it adds up.
//!
//! change = moves (gained − lost, among the labs that answered both years) + entrants − leavers − silent.

use super::super::figure::{Comparable, Trace};
use super::super::registry::{Entry, Registry};
use super::super::remark::Remark;
use super::by_year::{number, reasons, size, whole_reasons};
use super::pairs::{Classes, Pairs};
use super::panel::{Followed, Panel};
use crate::codebook::Line;
use crate::model::{Base, BaseKind, CensusYear};

/// Adds, for each question of a vocabulary and each earlier edition A before the last, L:
/// `<question>_same_labs.A-L.labs`, `.A.<option>` and `.L.<option>` (base: labs that answered the question both
/// years); `<question>_change.A-L.<option>.from`, `.to`, `.change`, `.moves`, `.gained`, `.lost`, `.entrants`,
/// `.leavers`, `.silent`, all in labs. An option that was not asked in A, or that does not compare, has none.
pub(super) fn add(registry: &mut Registry, panel: &Panel<'_>, pairs: &Pairs) {
    let last = panel.last();
    for (place, followed) in (0_u32..).zip(&panel.questions) {
        for from in 0..last {
            let pair = Pair::of(panel, pairs, (place, followed), from);
            if let Some(pair) = pair {
                pair.add(registry);
            }
        }
    }
}

/// A question in an earlier year and in the last.
struct Pair<'p> {
    panel: &'p Panel<'p>,
    pairs: &'p Pairs,
    followed: &'p Followed<'p>,
    from: usize,
    years: (CensusYear, CensusYear),
    both: &'p [u32],
    merged: Option<Remark>,
}

impl<'p> Pair<'p> {
    fn of(
        panel: &'p Panel<'p>,
        pairs: &'p Pairs,
        (place, followed): (u32, &'p Followed<'p>),
        from: usize,
    ) -> Option<Self> {
        let whole = followed.crosswalk.whole.get(from)?;
        let asked = followed.crosswalk.whole.last()?.question.is_some();
        if whole.comparable == Comparable::No || !asked {
            return None;
        }
        let years = (panel.years.get(from).copied()?, panel.years.last().copied()?);
        let both = pairs.both.get(&(size(from), place)).map_or(&[][..], Vec::as_slice);
        let merged = merged(panel, from, years);
        Some(Self { panel, pairs, followed, from, years, both, merged })
    }

    fn add(&self, registry: &mut Registry) {
        let id = self.followed.question.id.as_str();
        let (from, to) = self.years;
        let indicator = format!("{id}_same_labs");
        let mut notes = whole_reasons(&self.followed.crosswalk, self.from);
        notes.extend(self.merged.clone());
        registry.add(Entry {
            value: number(self.both.len()),
            notes,
            trace: self.trace(self.both, &[self.from, self.panel.last()]).into(),
            ..Entry::of(&indicator, &format!("{from}-{to}.labs"))
        });
        let none = Classes::default();
        for (place, line) in self.followed.lines() {
            let (Some(point), Some(now)) = (line.points.get(self.from), line.points.last()) else {
                continue;
            };
            if point.comparable == Comparable::No || !point.is_asked() || !now.is_asked() {
                continue;
            }
            let classes = self.pairs.lines.get(&(size(self.from), place)).unwrap_or(&none);
            self.add_line(registry, line, classes);
        }
    }

    fn trace(&self, bodies: &[u32], years: &[usize]) -> Vec<Trace> {
        self.panel.trace_bodies(bodies, years, Some(&self.followed.question.id))
    }

    fn add_line(&self, registry: &mut Registry, line: &Line, classes: &Classes) {
        let id = self.followed.question.id.as_str();
        let (from, to) = self.years;
        let (same, change) = (format!("{id}_same_labs"), format!("{id}_change"));
        let whole = self.followed.crosswalk.whole.get(self.from).map(|whole| whole.comparable);
        let comparable = line
            .points
            .get(self.from)
            .map(|point| point.comparable)
            .max(whole)
            .unwrap_or(Comparable::No);
        let mut notes = reasons(&self.followed.crosswalk, line, self.from);
        notes.extend(self.merged.clone());
        let base = Base { kind: BaseKind::RespondentsToQuestion, size: size(self.both.len()) };
        let together = |lists: &[&Vec<u32>]| {
            let mut all: Vec<u32> = lists.iter().flat_map(|list| list.iter().copied()).collect();
            all.sort_unstable();
            all
        };
        let (then, now) = (&[self.from][..], &[self.panel.last()][..]);
        let paired = Remark::Message("remark-same-labs", years_of(self.years));
        let mut of_both = notes.clone();
        of_both.insert(0, paired);
        for (year, bodies, seen) in [
            (from, together(&[&classes.kept, &classes.lost]), then),
            (to, together(&[&classes.kept, &classes.gained]), now),
        ] {
            registry.add(Entry {
                value: number(bodies.len()),
                base: Some(base),
                comparable,
                notes: of_both.clone(),
                trace: self.trace(&bodies, seen).into(),
                ..Entry::of(&same, &format!("{from}-{to}.{year}.{}", line.id))
            });
        }
        let Classes { kept, gained, lost, entrants, leavers, silent } = classes;
        let counts = [
            ("from", together(&[kept, lost, leavers, silent]), then),
            ("to", together(&[kept, gained, entrants]), now),
            ("gained", gained.clone(), now),
            ("lost", lost.clone(), then),
            ("entrants", entrants.clone(), now),
            ("leavers", leavers.clone(), then),
            ("silent", silent.clone(), then),
        ];
        let length = |list: &[u32]| i64::try_from(list.len()).unwrap_or(i64::MAX);
        let moves = length(gained) - length(lost);
        let sum = moves + length(entrants) - length(leavers) - length(silent);
        for (name, bodies, seen) in counts {
            registry.add(Entry {
                value: number(bodies.len()),
                comparable,
                notes: notes.clone(),
                trace: self.trace(&bodies, seen).into(),
                ..Entry::of(&change, &format!("{from}-{to}.{}.{name}", line.id))
            });
        }
        for (name, net) in [("moves", moves), ("change", sum)] {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a census counts bodies by the thousand"
            )]
            registry.add(Entry {
                value: Some(net as f64),
                comparable,
                notes: notes.clone(),
                ..Entry::of(&change, &format!("{from}-{to}.{}.{name}", line.id))
            });
        }
    }
}

/// The facts of a remark on two years.
pub(super) fn years_of((from, to): (CensusYear, CensusYear)) -> Vec<(&'static str, String)> {
    vec![("from", from.to_string()), ("to", to.to_string())]
}

/// Says which bodies of the earlier year are one today, when both had a lab that answered.
pub(super) fn merged(
    panel: &Panel<'_>,
    from: usize,
    years: (CensusYear, CensusYear),
) -> Option<Remark> {
    let mut groups: Vec<(String, String)> = Vec::new();
    for (body, names) in panel.merged(from) {
        let rows = panel.by_body.get(&(from, body)).into_iter().flatten();
        let answered = rows.filter(|row| {
            let lab = panel.labs.get(**row as usize);
            lab.is_some_and(|lab| lab.lab.response == crate::census::ResponseState::Received)
        });
        if answered.count() > 1 {
            let now = panel.bodies.get(body as usize).map(|body| &body.code);
            let register = panel.codebook.register.bodies();
            let heir = now.and_then(|code| register.iter().rev().find(|body| body.code == *code));
            groups.push((names.join(", "), heir.map(|heir| heir.short_name.clone())?));
        }
    }
    if groups.is_empty() {
        return None;
    }
    let (names, heirs): (Vec<String>, Vec<String>) = groups.into_iter().unzip();
    let mut facts = years_of(years);
    facts.extend([("names", names.join(" ; ")), ("heirs", heirs.join(" ; "))]);
    Some(Remark::Message("remark-merged", facts))
}
