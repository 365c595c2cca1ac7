//! Catching the panic of a library without its message on the terminal: the file's diagnostic says it.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// Runs `work`; `None` when it panicked. Any other panic is still told.
pub(super) fn catch<T>(work: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let told = take_hook();
        set_hook(Box::new(move |panic| {
            if !READING.get() {
                told(panic);
            }
        }));
    });
    READING.set(true);
    let result = catch_unwind(AssertUnwindSafe(work)).ok();
    READING.set(false);
    result
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panic_is_caught_and_a_result_kept() {
        assert_eq!(super::catch(|| 3), Some(3));
        assert_eq!(super::catch(|| [1, 2].get(std::hint::black_box(5)).copied().unwrap()), None);
    }
}
