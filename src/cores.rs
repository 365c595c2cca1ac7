//! Work shared between the cores of the machine, its results in the order of what it was done on.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{available_parallelism, scope};

/// How many threads the machine runs at once.
pub(crate) fn count() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}

/// Does some work on each item, on so many cores at most.
pub(crate) fn each<I: Sync, T: Send>(
    items: &[I],
    most: usize,
    work: impl Fn(&I) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut results = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(place) else { return results };
            results.push((place, work(item)));
        }
    };
    let mut results: Vec<(usize, T)> = scope(|scope| {
        let threads = count().min(most).min(items.len());
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(worker)).collect();
        let own = worker();
        // A thread ends in a panic only by a bug, which then ends the run as it should.
        let others = others
            .into_iter()
            .flat_map(|other| other.join().unwrap_or_else(|bug| resume_unwind(bug)));
        own.into_iter().chain(others).collect()
    });
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Does some work on one share of the items for each core; `work` gets the place of its first item. Fewer items than
/// `few` are one share.
pub(crate) fn shares<'i, I: Sync, T: Send>(
    items: &'i [I],
    few: usize,
    work: impl Fn(usize, &'i [I]) -> T + Sync,
) -> Vec<T> {
    let cores = if items.len() < few { 1 } else { count() };
    let size = items.len().div_ceil(cores).max(1);
    let shares: Vec<(usize, &'i [I])> =
        items.chunks(size).enumerate().map(|(at, share)| (at * size, share)).collect();
    each(&shares, cores, |(first, share)| work(*first, share))
}

/// Does two things at once.
pub(crate) fn both<A: Send, B>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|bug| resume_unwind(bug)), other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items_and_each_item_has_one() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(
            each(&items, 4, |item| item * 2),
            (0..1000).map(|at| at * 2).collect::<Vec<_>>()
        );
        let shared = shares(&items, 10, |first, share| {
            assert_eq!(Some(&first), share.first());
            share.to_vec()
        });
        assert_eq!(shared.concat(), items);
        assert_eq!(shares(&items, 1001, |_, share| share.len()), [1000]);
        assert_eq!(shares(&[] as &[u8], 10, |_, share| share.len()), [0_usize; 0]);
        assert_eq!(both(|| 1, || "a"), (1, "a"));
    }
}
