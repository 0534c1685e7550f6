//! Modules that are being imported, and threads that wait until they are complete.
//!
//! A module stands in `sys.modules` before its code has run, so that modules can import one another. Another thread that finds it there waits for the
//! import to end, unless the importing thread waits in turn, over any number of threads, for a module that this one imports: then
//! it goes on with the module as it is, as a thread does that imports in a circle by itself.
#![forbid(unsafe_code)]

use super::gate::Gate;
use super::state::state;
use crate::base::sync::atomic::{AtomicUsize, Ordering::*};
use crate::base::sync::{Arc, Mutex, MutexGuard};
use crate::object::{Res, Thread};
use std::collections::HashMap;

/// The imports of an interpreter.
#[derive(Default)]
pub struct ImportLocks {
    /// How many modules are being imported, for looking without the mutex.
    count: AtomicUsize,
    all: Mutex<All>,
}

#[derive(Default)]
struct All {
    imports: HashMap<String, Arc<Import>>,
    /// Threads that wait, by their numbers.
    waiting: HashMap<u64, Arc<Import>>,
}

/// One import.
struct Import {
    /// The number of the thread that runs the module.
    thread: u64,
    /// Open once it is over.
    gate: Gate,
}

impl All {
    /// Whether an import waits, over other threads or not, for one of the thread with this number.
    fn leads_to(&self, import: &Import, number: u64) -> bool {
        let mut thread = import.thread;
        // Threads that wait in a circle without this one are not possible: the last of them would not have waited.
        while thread != number {
            match self.waiting.get(&thread) {
                Some(import) => thread = import.thread,
                None => return false,
            }
        }
        true
    }
}

/// The time during which a thread imports a module.
pub struct Importing<'l> {
    locks: &'l ImportLocks,
    name: String,
    import: Arc<Import>,
}

impl Drop for Importing<'_> {
    fn drop(&mut self) {
        let mut all = self.locks.all.lock();
        all.imports.remove(&self.name);
        self.locks.count.store(all.imports.len(), Release);
        drop(all);
        self.import.gate.release();
    }
}

impl ImportLocks {
    /// The thread begins to import a module, when no other thread does so any longer. None if this thread does, or may not wait for the one that does.
    ///
    /// # Errors
    /// As [`ImportLocks::wait`].
    pub fn begin(&self, thread: &Thread, name: &str) -> Res<Option<Importing<'_>>> {
        let number = state(thread).number;
        loop {
            let mut all = self.all.lock();
            let Some(other) = all.imports.get(name).cloned() else {
                let import = Arc::new(Import {
                    thread: number,
                    gate: Gate::default(),
                });
                import.gate.try_take(thread);
                all.imports.insert(name.to_owned(), import.clone());
                self.count.store(all.imports.len(), Release);
                return Ok(Some(Importing {
                    locks: self,
                    name: name.to_owned(),
                    import,
                }));
            };
            if all.leads_to(&other, number) {
                return Ok(None);
            }
            self.wait_for(thread, all, other)?;
        }
    }

    /// Waits until no other thread imports the module; false if there was nothing to wait for.
    ///
    /// # Errors
    /// What a signal handler raises meanwhile, and DeadlockError.
    pub fn wait(&self, thread: &Thread, name: &str) -> Res<bool> {
        if self.count.load(Acquire) == 0 {
            return Ok(false);
        }
        let all = self.all.lock();
        match all.imports.get(name).cloned() {
            Some(import) if !all.leads_to(&import, state(thread).number) => {
                self.wait_for(thread, all, import)?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn wait_for(
        &self,
        thread: &Thread,
        mut all: MutexGuard<'_, All>,
        import: Arc<Import>,
    ) -> Res<()> {
        let number = state(thread).number;
        let before = all.waiting.insert(number, import.clone());
        drop(all);
        let taken = import.gate.take(thread, None);
        let mut all = self.all.lock();
        match before {
            // A signal handler imports while its thread waits.
            Some(before) => all.waiting.insert(number, before),
            None => all.waiting.remove(&number),
        };
        drop(all);
        if taken? {
            import.gate.release();
        }
        Ok(())
    }

    /// In the copy of a process that the thread with this number has forked: the others are not there.
    pub fn after_fork(&self, number: u64) {
        let mut all = self.all.lock();
        all.imports.retain(|_, import| import.thread == number);
        all.waiting.clear();
        self.count.store(all.imports.len(), Release);
    }
}
