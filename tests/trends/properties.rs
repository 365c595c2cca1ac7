//! What holds of every census, tried on a thousand random ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};

use labcensus::codebook::Codebook;
use labcensus::indicators::{Figure, Registry};
use labcensus::model::{AcademyCode, CensusYear, Share};
use labcensus::pipeline::{self, Audience, Editions, Places};

use super::generator::Network;
use crate::support::folder;

/// Networks of labs, and the questionnaires that each is asked: a thousand censuses.
const NETWORKS: u64 = 40;
const QUESTIONNAIRES: usize = 25;

#[test]
fn every_property_holds_of_a_thousand_random_censuses() {
    let next = AtomicU64::new(0);
    let looked = std::thread::scope(|scope| {
        let work = || {
            let mut looked = Looked::default();
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= NETWORKS {
                    return looked;
                }
                one_network(seed, &mut looked);
            }
        };
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads.into_iter().fold(Looked::default(), |all, one| all.and(&one.join().unwrap()))
    });
    // A property that was never met with proves nothing.
    let Looked { matrices, changes, bounds, merged, not_asked, bases } = looked;
    for (what, count) in [
        ("matrices", matrices),
        ("changes", changes),
        ("bounds", bounds),
        ("merged options", merged),
        ("options not asked", not_asked),
        ("bases", bases),
    ] {
        assert!(count > 100, "{what}: {count}");
    }
}

/// How often each property was looked at.
#[derive(Default)]
struct Looked {
    matrices: usize,
    changes: usize,
    bounds: usize,
    merged: usize,
    not_asked: usize,
    bases: usize,
}

impl Looked {
    fn and(self, other: &Self) -> Self {
        Self {
            matrices: self.matrices + other.matrices,
            changes: self.changes + other.changes,
            bounds: self.bounds + other.bounds,
            merged: self.merged + other.merged,
            not_asked: self.not_asked + other.not_asked,
            bases: self.bases + other.bases,
        }
    }
}

fn one_network(seed: u64, looked: &mut Looked) {
    let network = Network::random(seed, QUESTIONNAIRES);
    let registry = computed(&network, seed, false);
    let census = Census { network: &network, registry: &registry, seed };
    census.counts_stay_within_their_base(looked);
    for at in 0..QUESTIONNAIRES {
        census.options_are_unions(at, looked);
        census.changes_add_up(at, looked);
        census.bounds_hold_the_share(at, looked);
        if network.questionnaires[at].single {
            census.matrices_sum_to_the_labs(at, looked);
        }
    }
    let shuffled = computed(&network, seed, true);
    let plain = |registry: &Registry| {
        let line = |figure: &Figure| {
            let labs: BTreeSet<String> =
                figure.trace.academies().map(ToString::to_string).collect();
            (figure.id.to_string(), figure.value, figure.base, labs)
        };
        registry.figures().map(line).collect::<Vec<_>>()
    };
    for (one, other) in plain(&registry).into_iter().zip(plain(&shuffled)) {
        assert_eq!(one, other, "network {seed}: the order changes a figure");
    }
    assert_eq!(registry.figures().count(), shuffled.figures().count(), "network {seed}");
}

fn computed(network: &Network, seed: u64, shuffled: bool) -> Registry {
    let home = folder(&format!("random-{seed}-{shuffled}"));
    network.write(&home, shuffled);
    let places = Places {
        surveys: home.join("surveys"),
        reports: home.join("reports"),
        audience: Audience::Public,
    };
    let codebook = Codebook::read(&places.codebook())
        .unwrap_or_else(|error| panic!("network {seed}: {error:?}"));
    let last = CensusYear::new(*network.years.last().unwrap());
    let mut editions = Editions::read(&places, &[last], &codebook, &|_, _| {}).unwrap();
    let series = editions.series(last).unwrap();
    assert_eq!(series.years().len(), network.years.len(), "network {seed}");
    pipeline::compute_year(series, &codebook).unwrap().registry
}

struct Census<'a> {
    network: &'a Network,
    registry: &'a Registry,
    seed: u64,
}

impl Census<'_> {
    fn last(&self) -> u16 {
        *self.network.years.last().unwrap()
    }

    fn earlier(&self) -> impl Iterator<Item = u16> {
        self.network.years.iter().copied().filter(|year| *year < self.last())
    }

    fn count(&self, indicator: &str, category: &str) -> i64 {
        let found = self.registry.get(indicator, category).and_then(|figure| figure.value);
        let value = found.unwrap_or_else(|| panic!("{}: no {indicator}.{category}", self.seed));
        #[expect(clippy::cast_possible_truncation, reason = "counts of labs")]
        let whole = value as i64;
        whole
    }

    fn counts_stay_within_their_base(&self, looked: &mut Looked) {
        for figure in self.registry.figures().filter(|figure| figure.unit.is_part()) {
            let (Some(value), Some(base)) = (figure.value, figure.base) else { continue };
            assert!(value >= 0.0 && value <= f64::from(base.size), "{}: {figure:?}", self.seed);
            looked.bases += 1;
        }
    }

    /// Each option in each year: the labs that named any of what it was then, each once; nothing where it was not asked.
    fn options_are_unions(&self, at: usize, looked: &mut Looked) {
        let questionnaire = &self.network.questionnaires[at];
        let indicator = format!("q{at}_by_year");
        for term in &questionnaire.asked[&self.last()] {
            for year in &self.network.years {
                let sources = questionnaire.sources(term, *year);
                let id = format!("{year}.{term}");
                let figure = self.registry.get(&indicator, &id);
                let figure = figure.unwrap_or_else(|| panic!("{}: no {indicator}.{id}", self.seed));
                if sources.is_empty() {
                    assert_eq!(figure.value, None, "{}: {indicator}.{id} was not asked", self.seed);
                    looked.not_asked += 1;
                    continue;
                }
                let naming: BTreeSet<&str> = self
                    .answers(at, *year)
                    .filter(|(_, named)| named.iter().any(|term| sources.contains(term)))
                    .map(|(code, _)| code)
                    .collect();
                let counted: Vec<&str> =
                    figure.trace.academies().map(AcademyCode::as_str).collect();
                let once: BTreeSet<&str> = counted.iter().copied().collect();
                assert_eq!(once, naming, "{}: {indicator}.{id}", self.seed);
                assert_eq!(
                    counted.len(),
                    once.len(),
                    "{}: {indicator}.{id} counts twice",
                    self.seed
                );
                assert_eq!(self.count(&indicator, &id), i64::try_from(once.len()).unwrap());
                looked.merged += usize::from(sources.len() > 1);
            }
        }
    }

    fn answers(&self, at: usize, year: u16) -> impl Iterator<Item = (&str, &Vec<String>)> {
        self.network
            .answers
            .iter()
            .filter(move |((of, _, question), _)| *of == year && *question == at)
            .map(|((_, code, _), named)| (code.as_str(), named))
    }

    /// change = to − from = moves + entrants − leavers − silent, and the same labs are those that stayed.
    fn changes_add_up(&self, at: usize, looked: &mut Looked) {
        let (change, same) = (format!("q{at}_change"), format!("q{at}_same_labs"));
        for figure in self.registry.of(&change).filter(|one| one.category.ends_with(".change")) {
            let stem = figure.category.trim_end_matches(".change");
            let (pair, line) = stem.split_once('.').unwrap();
            let (from, to) = pair.split_once('-').unwrap();
            let part = |name: &str| self.count(&change, &format!("{stem}.{name}"));
            let whole = part("change");
            assert_eq!(whole, part("to") - part("from"), "{}: {stem}", self.seed);
            let sum = part("moves") + part("entrants") - part("leavers") - part("silent");
            assert_eq!(whole, sum, "{}: {change}.{stem}", self.seed);
            assert_eq!(part("moves"), part("gained") - part("lost"), "{}: {stem}", self.seed);
            let of_both = |year: &str| self.count(&same, &format!("{pair}.{year}.{line}"));
            assert_eq!(
                part("from"),
                of_both(from) + part("leavers") + part("silent"),
                "{}",
                self.seed
            );
            assert_eq!(part("to"), of_both(to) + part("entrants"), "{}: {stem}", self.seed);
            looked.changes += 1;
        }
    }

    fn bounds_hold_the_share(&self, at: usize, looked: &mut Looked) {
        let (by_year, bounds) = (format!("q{at}_by_year"), format!("q{at}_bounds"));
        for low in self.registry.of(&bounds).filter(|one| one.category.ends_with(".low")) {
            let stem = low.category.trim_end_matches(".low");
            let share = |indicator: &str, category: &str| {
                self.registry.get(indicator, category).and_then(Figure::share).map(Share::get)
            };
            // Nobody answered: there is no share to hold.
            let Some(observed) = share(&by_year, stem) else { continue };
            let (Some(low), Some(high)) =
                (share(&bounds, &low.category), share(&bounds, &format!("{stem}.high")))
            else {
                panic!("{}: {bounds}.{stem} has no share", self.seed)
            };
            let holds = low <= observed + 1e-12 && observed <= high + 1e-12;
            assert!(holds, "{}: {bounds}.{stem}: {low} ≤ {observed} ≤ {high}", self.seed);
            looked.bounds += 1;
        }
    }

    /// Rows sum to the labs of the earlier year, columns to those of the last; a row to its own base.
    fn matrices_sum_to_the_labs(&self, at: usize, looked: &mut Looked) {
        let indicator = format!("q{at}_transitions");
        for from in self.earlier() {
            let prefix = format!("{from}-{}.", self.last());
            let (mut rows, mut columns) =
                (BTreeMap::<&str, i64>::new(), BTreeMap::<&str, i64>::new());
            let mut bases = BTreeMap::new();
            for figure in self.registry.of(&indicator) {
                let Some(cell) = figure.category.strip_prefix(&prefix) else { continue };
                let (row, column) = cell.split_once('.').unwrap();
                let count = self.count(&indicator, &figure.category);
                *rows.entry(row).or_default() += count;
                *columns.entry(column).or_default() += count;
                bases.insert(row, i64::from(figure.base.unwrap().size));
            }
            // A scale that does not compare has no matrix.
            if rows.is_empty() {
                continue;
            }
            for (row, sum) in &rows {
                assert_eq!(bases[row], *sum, "{}: {indicator}.{prefix}{row}", self.seed);
            }
            let labs = |year: u16| {
                let heirs: BTreeSet<String> =
                    self.answers(at, year).map(|(code, _)| self.network.heir(code)).collect();
                i64::try_from(heirs.len()).unwrap()
            };
            let of = |sums: &BTreeMap<&str, i64>, without: &[&str]| {
                sums.iter()
                    .filter(|(name, _)| !without.contains(name))
                    .map(|(_, sum)| *sum)
                    .sum::<i64>()
            };
            assert_eq!(of(&rows, &["entered"]), labs(from), "{}: {indicator}.{prefix}", self.seed);
            let now = of(&columns, &["silent", "left"]);
            assert_eq!(now, labs(self.last()), "{}: {indicator}.{prefix}", self.seed);
            looked.matrices += 1;
        }
    }
}
