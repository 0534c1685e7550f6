//! Which containers a thread is printing, so that `repr` of a container that holds itself ends (`[...]`).
#![forbid(unsafe_code)]

use crate::object::{Thread, Value};

/// Printing of one container; ends when dropped.
pub struct ReprGuard<'t> {
    thread: &'t Thread,
    object: u64,
}

impl<'t> ReprGuard<'t> {
    /// None if `object` is being printed already.
    pub fn enter(thread: &'t Thread, object: &Value) -> Option<ReprGuard<'t>> {
        let printing = &super::state::state(thread).printing;
        let mut list = printing.take();
        let known = list.contains(&object.word());
        if !known {
            list.push(object.word());
        }
        printing.set(list);
        // Not `then_some`: a guard that is made ends when it is dropped.
        (!known).then(|| ReprGuard {
            thread,
            object: object.word(),
        })
    }
}

impl Drop for ReprGuard<'_> {
    fn drop(&mut self) {
        let printing = &super::state::state(self.thread).printing;
        let mut list = printing.take();
        // Guards end in the reverse order of their beginning, save for those of suspended generators.
        match list.last() {
            Some(last) if *last == self.object => drop(list.pop()),
            _ => list.retain(|word| *word != self.object),
        }
        printing.set(list);
    }
}
